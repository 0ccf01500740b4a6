"""The cards of cases on the dossier page: hulpvragen, contact, agenda, gesprekken, gezin and documenten."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import Truncator

from accounts.models import User
from cases.contactstappen import gesprekstermijn
from cases.dossierwerk import kan_plannen, laatste_contacten, open_taken
from cases.keuzes import DOELSTELLING, Kanaal, Leefgebied
from cases.kop import mag_bewerken
from cases.models import Contact, Document, Dossier, Driegesprek, Gesprek, Hulpvraag
from cases.models.intrekbaar import Intrekbaar
from cases.registratie import registreer_paneel
from cases.status import VOOR_EERSTE_GESPREK, Status
from config.weergave import datum, datum_kort, telwoord

# What is in view at once; the rest opens below it. Who has more than the most reads the history page.
IN_BEELD, HOOGSTENS, HOOGSTENS_TEKENS = 3, 50, 160
KANAALICOON: Mapping[str, str] = {
    Kanaal.TELEFOON: "bel",
    Kanaal.EMAIL: "bericht",
    Kanaal.BRIEF: "brief",
    Kanaal.HUISBEZOEK: "huis",
    Kanaal.KANTOOR: "gemeente",
    Kanaal.ONLINE: "bericht",
}


@dataclass(frozen=True, kw_only=True)
class Regel:
    """One line of a card: an icon, what it says, what stands small below it, and where it leads.

    `geheel` is the whole of a text that is too long to stand in the card. What was withdrawn says why, and is struck
    through; what can be corrected has its page in `verbeter_url`. The text of a gesprek that was withdrawn may be about
    somebody else: it is read on the page of all gesprekken only.
    """

    icoon: str
    titel: str
    onder: str
    url: str = ""
    geheel: str = ""
    ingetrokken: str = ""
    verbeter_url: str = ""


def _kaart(
    id_: str, titel: str, regels: Sequence[Regel], leeg: str, acties: Sequence[tuple[str, str]] = ()
) -> dict[str, Any]:
    """Give what cases/_paneel_regels.html shows."""
    return {
        "id": id_,
        "titel": titel,
        "regels": regels[:IN_BEELD],
        "meer": regels[IN_BEELD:],
        "leeg": leeg,
        "acties": acties,
    }


def _met_tekst(tekst: str, anders: str) -> tuple[str, str]:
    """Give the line for a text that somebody typed, and the whole of it when the line is cut off."""
    kort = Truncator(" ".join(tekst.split())).chars(HOOGSTENS_TEKENS)
    return kort or anders, tekst if len(tekst) > HOOGSTENS_TEKENS else ""


@registreer_paneel
class Hulpvragen:
    """What the rechthebbende asks help with now, beside the doelstelling of each leefgebied."""

    volgorde = 10
    template = "cases/_paneel_hulpvragen.html"
    breed = True

    def context(self, dossier: Dossier, user: User, on: date) -> Mapping[str, Any]:
        """Nothing to show before there was a gesprek, nor without recht."""
        if dossier.datum_eerste_gesprek is None:
            return {}
        volgorde = {leefgebied.value: plaats for plaats, leefgebied in enumerate(Leefgebied)}
        geldend = Hulpvraag.objects.filter(dossier=dossier).geldend().select_related("gesprek")
        hulpvragen = sorted(geldend, key=lambda hulpvraag: volgorde[hulpvraag.leefgebied])
        return {
            "hulpvragen": [(h, DOELSTELLING[Leefgebied(h.leefgebied)]) for h in hulpvragen],
            "gesprek_datum": dossier.datum_eerste_gesprek,
        }


@registreer_paneel
class Contacten:
    volgorde = 30
    template = "cases/_paneel_regels.html"
    breed = False

    def context(self, dossier: Dossier, user: User, on: date) -> Mapping[str, Any]:
        """Show the contacts and attempts, the latest on top."""
        contacten = laatste_contacten(dossier)
        mag = dossier.status != Status.INGETROKKEN
        acties = _actie(dossier, user, "Contact vastleggen", "contact_nieuw") if mag else []
        leeg = "Er is nog geen contact vastgelegd."
        return _kaart("contact", "Contact", [self._regel(c, dossier, user) for c in contacten], leeg, acties)

    def _regel(self, contact: Contact, dossier: Dossier, user: User) -> Regel:
        titel, geheel = _met_tekst(contact.tekst, contact.get_uitkomst_display())
        met = f" ({contact.met})" if contact.met else ""
        onder = f"{datum_kort(contact.datum)}, {str(contact).lower()}{met}, {contact.door.naam}"
        return Regel(
            icoon=KANAALICOON[contact.kanaal],
            titel=titel,
            onder=onder,
            geheel=geheel,
            ingetrokken=contact.ingetrokken_reden,
            verbeter_url=_verbeter(dossier, user, contact, "contact_wijzigen"),
        )


@registreer_paneel
class Agenda:
    volgorde = 40
    template = "cases/_paneel_agenda.html"
    breed = False

    def context(self, dossier: Dossier, user: User, on: date) -> Mapping[str, Any]:
        """Show what is planned and what is to be done, whoever does it, the first day on top."""
        acties = _actie(dossier, user, "Taak toevoegen", "taak_nieuw")
        if kan_plannen(dossier):
            acties = [*_actie(dossier, user, "Gesprek plannen", "afspraak_nieuw"), *acties]
        if gesprekstermijn(dossier):
            acties += _actie(dossier, user, "Bericht dat het later wordt", "termijnbericht")
        regels = open_taken(dossier)
        return {"regels": regels[:IN_BEELD], "meer": regels[IN_BEELD:], "acties": acties}


@registreer_paneel
class Gesprekken:
    volgorde = 50
    template = "cases/_paneel_regels.html"
    breed = False

    def context(self, dossier: Dossier, user: User, on: date) -> Mapping[str, Any]:
        """Show the gesprekken and the driegesprekken together, the latest on top."""
        gesprekken = [(g.datum, self._gesprek(g)) for g in _laatste(dossier.gesprekken.all())]
        gesprekken += [(d.datum, self._driegesprek(d, dossier, user)) for d in _laatste(dossier.driegesprekken.all())]
        regels = [regel for _, regel in sorted(gesprekken, key=itemgetter(0), reverse=True)]
        leeg = "Er is nog geen gesprek vastgelegd."
        return _kaart("gesprekken", "Gesprekken", regels, leeg, self._acties(dossier, user))

    def _acties(self, dossier: Dossier, user: User) -> list[tuple[str, str]]:
        """Lead to the page with all gesprekken, where the others are recorded too, and to the first thing to record."""
        alle = [("Alle gesprekken", reverse("gesprekken", args=[dossier.nummer]))]
        if not dossier.is_open:
            return alle
        if dossier.status in VOOR_EERSTE_GESPREK:
            return [*_actie(dossier, user, "Eerste gesprek vastleggen", "eerste_gesprek"), *alle]
        return [*_actie(dossier, user, "Gesprek vastleggen", "gesprek_nieuw"), *alle]

    def _gesprek(self, gesprek: Gesprek) -> Regel:
        soort = "Eerste gesprek" if gesprek.is_eerste_gesprek else "Gesprek"
        titel, geheel = (soort, "") if gesprek.is_ingetrokken else _met_tekst(gesprek.verslag, "Geen verslag")
        onder = f"{soort} op {datum(gesprek.datum)}, {gesprek.get_kanaal_display().lower()}, {gesprek.door.naam}"
        reden = gesprek.ingetrokken_reden
        return Regel(icoon="gesprek", titel=titel, onder=onder, geheel=geheel, ingetrokken=reden)

    def _driegesprek(self, gesprek: Driegesprek, dossier: Dossier, user: User) -> Regel:
        soort = "Driegesprek"
        titel, geheel = (soort, "") if gesprek.is_ingetrokken else _met_tekst(gesprek.onderwerpen, soort)
        derde = "zonder UHT" if gesprek.derde == Driegesprek.Derde.GEEN else f"met {gesprek.get_derde_display()}"
        onder = f"{soort} op {datum(gesprek.datum)}, {derde}, {gesprek.door.naam}"
        return Regel(
            icoon="gezin",
            titel=titel,
            onder=onder,
            geheel=geheel,
            ingetrokken=gesprek.ingetrokken_reden,
            verbeter_url=_verbeter(dossier, user, gesprek, "driegesprek_wijzigen"),
        )


@registreer_paneel
class Mensen:
    volgorde = 60
    template = "cases/_paneel_regels.html"
    breed = False

    def context(self, dossier: Dossier, user: User, on: date) -> Mapping[str, Any]:
        """Show the other dossiers of the same gezin, as far as this user may see them, and how many people there are.

        The page has counted them for its side menu, so they are not asked of the database again.
        """
        anderen = Dossier.objects.visible_to(user).filter(gezin=dossier.gezin_id).exclude(pk=dossier.pk)
        anderen = anderen.zonder_ingetrokken()
        regels = [self._regel(ander) for ander in anderen.voor_lijst().order_by("persoon__geboortedatum")[:HOOGSTENS]]
        url = reverse("mensen", args=[dossier.nummer])
        if (aantal := getattr(dossier, "aantal_mensen", 0) - len(regels)) > 0:
            wie = telwoord(aantal, "andere persoon", "andere personen")
            regels.append(Regel(icoon="persoon", titel=wie, onder="Van het gezin, of met een rol daaromheen", url=url))
        leeg = "Er is niemand anders van het gezin of daaromheen bekend."
        return _kaart("mensen", "Mensen", regels, leeg, [("Mensen bekijken", url)])

    def _regel(self, dossier: Dossier) -> Regel:
        door = dossier.casusregisseur.naam if dossier.casusregisseur else "nog niet toegewezen"
        onder = f"{dossier.get_doelgroep_display()}, {dossier.get_status_display().lower()}, {door}"
        return Regel(icoon="persoon", titel=dossier.persoon.naam, onder=onder, url=dossier.get_absolute_url())


@registreer_paneel
class Documenten:
    volgorde = 70
    template = "cases/_paneel_regels.html"
    breed = False

    def context(self, dossier: Dossier, user: User, on: date) -> Mapping[str, Any]:
        """Show the newest version of each document, the latest on top."""
        regels = [self._regel(document) for document in dossier.documenten.nieuwste()[:HOOGSTENS]]
        acties = _actie(dossier, user, "Document toevoegen", "document_nieuw")
        return _kaart("documenten", "Documenten", regels, "Er zijn nog geen documenten.", acties)

    def _regel(self, document: Document) -> Regel:
        onder = f"{document.get_soort_display()}, {document.extensie}, {datum(document.datum)}"
        url = reverse("document_detail", args=[document.pk])
        reden = document.ingetrokken_reden
        return Regel(icoon="bijlage", titel=document.onderwerp, onder=onder, url=url, ingetrokken=reden)


def _laatste(rijen: QuerySet[Any]) -> QuerySet[Any]:
    return rijen.select_related("door")[:HOOGSTENS]


def _actie(dossier: Dossier, user: User, label: str, urlnaam: str) -> list[tuple[str, str]]:
    """Give the link of a card, for who may work in the dossier."""
    return [(label, reverse(urlnaam, args=[dossier.nummer]))] if mag_bewerken(dossier, user) else []


def _verbeter(dossier: Dossier, user: User, rij: Intrekbaar, urlnaam: str) -> str:
    """Give the page on which a row is corrected, for who may; what was withdrawn stays as it is."""
    if rij.is_ingetrokken or dossier.status == Status.INGETROKKEN or not mag_bewerken(dossier, user):
        return ""
    return reverse(urlnaam, args=[dossier.nummer, rij.pk])
