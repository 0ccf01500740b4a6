"""A dossier in each phase, for tests that look at every page."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from accounts.models import Gemeente, User
from cases.actions import rang
from cases.actions.aanmelden import controlepunt_maken, persoon_wijzigen
from cases.actions.afwezigheid import afwezig_melden
from cases.actions.betrokkenen import betrokkene_toevoegen, post_kiezen
from cases.actions.driegesprekken import driegesprek_vastleggen
from cases.actions.gesprekken import gesprek_vastleggen
from cases.actions.gezin import gezinslid_toevoegen
from cases.actions.intrekken import dossier_intrekken
from cases.actions.lijst import weergave_bewaren
from cases.actions.overlijden import overlijden_vastleggen
from cases.actions.toewijzen import toewijzen
from cases.actions.verbeteren import contact_intrekken
from cases.actions.verificatie import verificatie_vragen
from cases.keuzes import Leefgebied
from cases.models import Afspraak, Contact, Controlepunt, Dossier, Driegesprek
from nazorg.actions.beeindigen import beeindigen
from planvanaanpak.models import Voorziening
from portal_import.actions.inlezen import voorbeeld_maken
from portal_import.soorten import Soort
from spuk.models import SpukKeuze
from tests.factories import PERSOON, maak_dossier, moment
from tests.spuk.test_actions_kosten import boek
from tests.wegen import behaal_doelen, maak_volledig_plan, stel_vast, voer_eerste_gesprek

LIJST = "tests/data/portaal/levering-bo-20250310.csv"
NAMEN = {"aanmelding": "123456782", "plan": "111222333", "uitvoering": PERSOON["bsn"], "nazorg": "999990032"}


def maak_dossiers(
    gemeente: Gemeente, consulent: User, collega: User, financieel: User, coordinator: User
) -> dict[str, Dossier]:
    """Make one dossier in each phase, the last one with costs, and a levering that waits."""
    on = timezone.localdate()
    begin = on - timedelta(days=40)
    uit = {naam: maak_dossier(gemeente, datum=begin, bsn=bsn) for naam, bsn in NAMEN.items()}
    for dossier in uit.values():
        toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(begin))
    controlepunt_maken(dossier=uit["aanmelding"], soort=Controlepunt.Soort.WOONPLAATS, tekst="Andere woonplaats: Ede.")
    _zet_mensen_neer(uit["aanmelding"], consulent, on)
    voer_eerste_gesprek(uit["plan"], consulent, begin)
    maak_volledig_plan(uit["plan"], consulent, begin + timedelta(days=3))
    _spreek_verder(uit["plan"], consulent, coordinator, on)
    for naam in ("uitvoering", "nazorg"):
        stel_vast(uit[naam], consulent, gesprek=begin, besluit=begin + timedelta(days=9))
    _maak_herstelbaar(uit, coordinator, on)
    _maak_lijsten(consulent, collega, on)
    behaal_doelen(uit["nazorg"], consulent, on)
    _naar_nazorg(uit["nazorg"], consulent, on)
    SpukKeuze.objects.create(gemeente=gemeente, abdf="norm", e="norm", bron="SiSa 2021")
    _boek(gemeente, uit["uitvoering"], financieel)
    with open(LIJST, "rb") as lijst:
        voorbeeld_maken(
            gemeente=gemeente,
            soort=Soort.LEVERING,
            naam="levering.csv",
            inhoud=lijst.read(),
            by=coordinator,
            at=moment(on),
            on=on,
        )
    return uit


def _zet_mensen_neer(dossier: Dossier, by: User, on: date) -> None:
    """Give a dossier somebody around it, a gezinslid, a geheim adres and a question to UHT that waits."""
    at = moment(on)
    gegevens = {"rol": "bewindvoerder", "naam": "P. Jansen", "adres": "Postbus 12\n4000 AA Rivierendam"}
    naar = betrokkene_toevoegen(dossier=dossier, gegevens=gegevens, by=by, at=at)
    post_kiezen(dossier=dossier, post_aan="beide", vertegenwoordiger=naar, reden="Wens", by=by, at=at)
    lid = {"naam": "Sem", "geboortedatum": "2014-00-00", "relatie": "kind", "bij_aanvraag": True}
    gezinslid_toevoegen(dossier=dossier, gegevens=lid, reden="", by=by, at=at, on=on)
    persoon_wijzigen(dossier=dossier, wijzigingen={"geheim_adres": True}, reden="Wens", by=by, at=at)
    verificatie_vragen(dossier=dossier, datum_gevraagd=on, kanaal="vraagbestand", by=by, at=at, on=on)


def _spreek_verder(dossier: Dossier, consulent: User, coordinator: User, on: date) -> None:
    """Record more gesprekken, one of them planned, and make the dossier acute with voorrang."""
    wie_wanneer = {"by": consulent, "at": moment(on), "on": on}
    wat = {"kanaal": "kantoor", "aanwezig": "Een tolk", "verslag": "Verder gepraat.", "urgentie": {"werk": "dringend"}}
    gesprek_vastleggen(dossier=dossier, datum=on, **wat, hulpvragen={Leefgebied.WERK: "Ik zoek werk."}, **wie_wanneer)
    over = dict.fromkeys(("aanvrager", "plaats", "deelnemers", "onderwerpen", "verslag"), "Iets")
    driegesprek_vastleggen(dossier=dossier, datum=on, derde="uht", **over, **wie_wanneer)
    Afspraak.objects.create(dossier=dossier, soort="driegesprek", datum=on, kanaal="online", door=consulent)
    rang.acuut_melden(dossier=dossier, situatie="afsluiting", toelichting="Vrijdag", by=consulent, at=moment(on))
    rang.voorrang_geven(dossier=dossier, reden="UHT vraagt erom", by=coordinator, at=moment(on))


def _maak_herstelbaar(dossiers: dict[str, Dossier], by: User, on: date) -> None:
    """Enter what can be corrected, with one row that was withdrawn, a death, and a dossier that was withdrawn."""
    dossier = dossiers["aanmelding"]
    for uitkomst in ("gesproken", "geen gehoor"):
        Contact.objects.create(dossier=dossier, datum=on, kanaal="telefoon", uitkomst=uitkomst, door=by)
    contact_intrekken(contact=dossier.contacten.first(), reden="Dubbel", by=by, at=moment(on), on=on)
    velden = dict.fromkeys(("aanvrager", "plaats", "deelnemers", "onderwerpen"), "Tekst")
    Driegesprek.objects.create(dossier=dossier, datum=on, derde="uht", door=by, **velden)
    for naam in ("overleden", "ingetrokken"):
        dossiers[naam] = maak_dossier(dossier.gemeente, datum=on, bsn="", achternaam=naam.capitalize())
    overlijden_vastleggen(dossier=dossiers["overleden"], datum=on, bron="de partner", by=by, at=moment(on), on=on)
    dossier_intrekken(dossier=dossiers["ingetrokken"], reden="Dubbel", by=by, at=moment(on))


def _maak_lijsten(consulent: User, collega: User, on: date) -> None:
    """Save a list, be away and stand in."""
    weergave_bewaren(user=consulent, naam="Te laat", filters={"termijn": "te_laat"}, kolommen=["status"])
    afwezig_melden(user=collega, vanaf=on, tot=on, vervanger=consulent, by=collega, on=on)
    straks = on + timedelta(days=30)
    afwezig_melden(user=consulent, vanaf=straks, tot=straks, vervanger=collega, by=consulent, on=on)


def _naar_nazorg(dossier: Dossier, by: User, on: date) -> None:
    dossier.refresh_from_db()
    beeindigen(
        dossier=dossier,
        grond="doelen_behaald",
        datum=on,
        toelichting="Uw doelen zijn behaald.",
        nazorg_gewenst=True,
        zienswijze="U vindt het goed.",
        by=by,
        at=moment(on),
        on=on,
    )


def _boek(gemeente: Gemeente, dossier: Dossier, financieel: User) -> None:
    koelkast = Voorziening.objects.get(plan__dossier=dossier, omschrijving="Koelkast")
    vandaag = timezone.localdate()
    boek(gemeente, koelkast, financieel, datum=vandaag, on=vandaag)


def van_dossier(dossier: Dossier, *namen: str) -> list[str]:
    """Give the addresses of pages of one dossier, by their names."""
    return [reverse(naam, args=[dossier.nummer]) for naam in namen]
