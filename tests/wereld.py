"""A gemeente with a dossier in every part of the road and a row in every table, for tests that walk all of them.

Made through the actions, on the days of 2026 up to ON. PDFs are the quick ones of the fixture `snelle_pdf`.
"""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from django.urls import reverse

from accounts.actions.klad import klad_bewaren
from accounts.models import Gemeente, User
from accounts.rollen import Rol
from cases.actions import betrokkenen, driegesprekken, gesprekken, gezin, rang, uht, verificatie
from cases.actions.aanmelden import controlepunt_maken, doelgroep_wijzigen
from cases.actions.aanvulling import aanvulling_vragen
from cases.actions.afronding import afronden
from cases.actions.afspraak import afspraak_plannen
from cases.actions.afwezigheid import afwezig_melden
from cases.actions.agenda import agendaadres_maken
from cases.actions.beleid import beleid_maken
from cases.actions.bewaking import bewaak
from cases.actions.contact import contact_vastleggen
from cases.actions.documenten import document_toevoegen
from cases.actions.hardheid import hardheid_vastleggen
from cases.actions.identiteit import identiteit_vastleggen
from cases.actions.ingebrekestelling import ingebrekestelling_vastleggen
from cases.actions.intrekken import dossier_intrekken
from cases.actions.lijst import export_vastleggen, weergave_bewaren
from cases.actions.notitie import notitie_maken
from cases.actions.overlijden import overlijden_vastleggen
from cases.actions.taak import taak_maken
from cases.actions.tegemoetkoming import tegemoetkoming_vastleggen
from cases.actions.termijnbericht import termijnbericht_maken
from cases.actions.toewijzen import toewijzen
from cases.actions.uitstel import opschorten
from cases.actions.verificatie import verificatie_vastleggen
from cases.keuzes import (
    AfspraakSoort,
    BedreigendeSituatie,
    Contactuitkomst,
    Documentsoort,
    Doelgroep,
    Hardheidsgrond,
    Identiteitsbewijs,
    Kanaal,
    Leefgebied,
    Urgentie,
    VerificatieAntwoord,
    VerificatieKanaal,
    WilOndersteuning,
)
from cases.models import Controlepunt, Document, Dossier, Driegesprek, Gesprek
from nazorg.actions import nazorg as nazorgacties
from nazorg.actions.beeindigen import beeindigen
from nazorg.actions.eindgrond import eindgrond_vastleggen
from planvanaanpak.actions import beroep as beroepen
from planvanaanpak.actions import bezwaar as bezwaren
from planvanaanpak.actions import bezwaarbesluit as bezwaarbesluiten
from planvanaanpak.actions import bezwaarbrieven, hoorzitting
from planvanaanpak.actions import plan as planacties
from planvanaanpak.actions.besluit import verzenden
from planvanaanpak.bezwaarkeuzes import Dictum, Vervolg
from planvanaanpak.models import Besluit, Bezwaar
from portal_import.actions.bestanden import portaalbestand_melden
from portal_import.models import ImportRun
from portal_import.soorten import Bestandsoort
from spuk.actions.kosten import kosten_boeken
from spuk.componenten import Component
from spuk.klokregels import vind_klok
from spuk.models import Kostenregel
from tests.besluitwereld import Besluitwereld, maak_besluitwereld
from tests.cases.bestandsvoorbeelden import pdf
from tests.factories import (
    BeleidFactory,
    FeestdagFactory,
    GemeenteFactory,
    LidmaatschapFactory,
    NormbedragFactory,
    SpukKeuzeFactory,
    TellingFactory,
    UserFactory,
    maak_dossier,
    maak_user,
    meld_aan,
    moment,
)
from tests.nazorg.eindes import meld_niet_erkend
from tests.planvanaanpak.voorzieningstappen import maak_voorzieningen
from tests.planwegen import werk_plannen_uit
from tests.portal_import.runs import bekijk_lijst, lees_in, rij
from tests.wegen import BUDGETCOACH, behaal_doelen, maak_volledig_plan, stel_vast, voer_eerste_gesprek
from tests.wereldbrieven import schrijf_brieven
from tests.wereldcommissie import beoordeel

ON = date(2026, 6, 1)
GESPREK, BESLUIT, EINDE = date(2026, 3, 12), date(2026, 4, 20), date(2026, 5, 11)
ZITTING = {"tijd": time(10, 30), "plaats": "stadhuis, kamer 2.12", "door_wie": "mevrouw A. de Wit"}


@dataclass(frozen=True, kw_only=True)
class Wereld:
    """`users` holds one user per column of the table of access, and `uitgenodigd`, who never logged in.

    `vreemd` has every role in another gemeente but externe hulpverlener, which takes away what another role may decide.
    """

    gemeente: Gemeente
    users: dict[str, User]
    nieuw: Dossier
    gevraagd: Dossier
    in_plan: Dossier
    uitgesteld: Dossier
    in_uitvoering: Dossier
    in_nazorg: Dossier
    na_nazorg: Dossier
    in_acclimatisatie: Dossier
    zonder_hulp: Dossier
    kind: Dossier
    controlepunt: Controlepunt
    gesprek: Gesprek
    document: Document
    besluit: Besluit
    besluit_later_verzonden: Besluit
    kostenregel: Kostenregel
    run: ImportRun
    overleden: Dossier
    ingetrokken: Dossier
    agendasleutel: str
    te_laat_gevraagd: Dossier
    te_stoppen: Dossier
    bezwaar: Bezwaar
    bezwaar_beslist: Bezwaar
    bij_commissie: Dossier
    besluiten: Besluitwereld


def maak_wereld() -> Wereld:
    gemeente = _maak_gemeente()
    users = _maak_users(gemeente)
    consulent = users["consulent"]
    nieuw = _dossier(gemeente, consulent, "999990019", "Aerts", datum=date(2026, 5, 18))
    in_plan = _dossier(gemeente, consulent, "999990032", "Bos")
    voer_eerste_gesprek(in_plan, consulent, GESPREK)
    maak_volledig_plan(in_plan, consulent, BESLUIT)
    in_uitvoering = _dossier(gemeente, consulent, "999990044", "Claassen")
    besluit = stel_vast(in_uitvoering, consulent, gesprek=GESPREK, besluit=BESLUIT)
    planacties.voorziening_bewaren(plan=in_uitvoering.plan, gegevens=BUDGETCOACH, by=consulent, at=moment(ON))
    wereld = Wereld(
        gemeente=gemeente,
        users=users,
        nieuw=nieuw,
        gevraagd=_met_mensen_en_vraag(nieuw, consulent, users["coordinator"]),
        in_plan=in_plan,
        uitgesteld=_uitgesteld(gemeente, consulent),
        in_uitvoering=in_uitvoering,
        in_nazorg=_in_nazorg(gemeente, consulent),
        na_nazorg=_na_nazorg(gemeente, consulent),
        in_acclimatisatie=_in_acclimatisatie(gemeente, consulent),
        zonder_hulp=_zonder_hulp(gemeente, consulent),
        kind=_kind(gemeente, consulent),
        controlepunt=controlepunt_maken(dossier=nieuw, soort=Controlepunt.Soort.PORTAAL, tekst="Kijk dit na."),
        gesprek=_gesprek_en_rang(in_plan, consulent, users["coordinator"]),
        document=_werk_in(nieuw, consulent),
        besluit=besluit,
        besluit_later_verzonden=Besluit.objects.get(bijsluiters__isnull=False),
        kostenregel=_boek_kosten(gemeente, besluit, users["financieel"]),
        run=_lees_lijsten(gemeente, users["coordinator"]),
        overleden=_overleden(gemeente, consulent),
        ingetrokken=_ingetrokken(gemeente, users["coordinator"]),
        agendasleutel=_geef_agendaadres(consulent),
        te_laat_gevraagd=_te_laat_gevraagd(gemeente, consulent, users["coordinator"]),
        te_stoppen=_te_stoppen(gemeente, consulent),
        bezwaar=_in_bezwaar(_dossier(gemeente, consulent, "999991012", "Visser"), consulent),
        bezwaar_beslist=_na_bezwaar(
            _dossier(gemeente, consulent, "999991024", "Vroom"), consulent, users["coordinator"]
        ),
        bij_commissie=beoordeel(_dossier(gemeente, consulent, "999991036", "Wouters"), gemeente, users),
        besluiten=maak_besluitwereld(
            _dossier(gemeente, consulent, "999991103", "Waal"),
            _dossier(gemeente, consulent, "999991115", "Wester"),
            consulent,
        ),
    )
    maak_voorzieningen(gemeente, in_plan, besluit, consulent, users["beheerder"])
    plan_en_noteer(nieuw, consulent)
    werk_plannen_uit(in_plan, in_uitvoering, consulent)
    _vraag_aan_en_bereid_einde_voor(in_plan, in_uitvoering, consulent)
    schrijf_brieven(gemeente, nieuw, users["coordinator"])
    _lijsten(users)
    _ander_beleid(gemeente, users["beheerder"])
    _kreeg_de_jaarlijst(gemeente, users["financieel"])
    _zag_een_bestand(gemeente, users["coordinator"])
    bewaak(gemeente=gemeente, on=ON, at=moment(ON, uur=3))
    _typ_een_klad(nieuw, consulent)
    _zie_de_identiteit(nieuw, consulent)
    return wereld


def _uitgesteld(gemeente: Gemeente, by: User) -> Dossier:
    """Hold the plan up for a time, and be late after it. Has no BSN, so it can be merged with one that has."""
    dossier = _dossier(gemeente, by, "", "Vos", geboortedatum="1990-04-03")
    voer_eerste_gesprek(dossier, by, GESPREK)
    wie_wanneer = {"by": by, "at": moment(GESPREK)}
    opschorten(
        dossier=dossier, regel="plan_van_aanpak", grond="vertraging", van=date(2026, 4, 6), tot=date(2026, 4, 10),
        toelichting="De inwoner is ziek.", **wie_wanneer, on=GESPREK,
    )  # fmt: skip
    ingebrekestelling_vastleggen(
        dossier=dossier, termijn=dossier.termijnen.get(regel="plan_van_aanpak"), ontvangen_op=ON, toelichting="",
        geen_dwangsom="", document=None, by=by, at=moment(ON), on=ON,
    )  # fmt: skip
    return dossier


def _kind(gemeente: Gemeente, by: User) -> Dossier:
    """Ask UHT with spoed about a child, and record its beschikking."""
    dossier = _dossier(gemeente, by, "999991206", "Zeeman", datum=date(2026, 5, 18))
    wie_wanneer = {"by": by, "at": moment(ON)}
    dossier = doelgroep_wijzigen(dossier=dossier, doelgroep=Doelgroep.KIND, reden="Het is een kind.", **wie_wanneer)
    verificatie.verificatie_vragen(
        dossier=dossier, datum_gevraagd=ON, kanaal=VerificatieKanaal.TELEFOON, spoed=True, **wie_wanneer, on=ON
    )
    tegemoetkoming_vastleggen(dossier=dossier, datum=date(2025, 6, 16), reden="", **wie_wanneer, on=ON)
    return dossier


def _geef_agendaadres(user: User) -> str:
    """Give the secret of the address of a calendar feed."""
    _, sleutel = agendaadres_maken(user=user, at=moment(ON))
    return sleutel


def _zie_de_identiteit(dossier: Dossier, by: User) -> None:
    identiteit_vastleggen(dossier=dossier, datum=ON, hoe=Identiteitsbewijs.PASPOORT, by=by, at=moment(ON), on=ON)


def plan_en_noteer(dossier: Dossier, by: User) -> None:
    """Plan a gesprek, note something to do, write two notes, and tell that the eerste gesprek is later."""
    wie_wanneer = {"by": by, "at": moment(ON)}
    gegevens = {"datum": date(2026, 6, 4), "kanaal": Kanaal.KANTOOR, "herinneren_op": date(2026, 6, 3)}
    afspraak_plannen(dossier=dossier, soort=AfspraakSoort.GESPREK, gegevens=gegevens, **wie_wanneer, on=ON)
    taak_maken(gemeente=dossier.gemeente, dossier=dossier, wat="School bellen", datum=ON, voor=by, **wie_wanneer, on=ON)
    notitie_maken(dossier=dossier, tekst="Belt liefst in de ochtend.", is_beperkt=False, **wie_wanneer)
    notitie_maken(dossier=dossier, tekst="Een geheim.", is_beperkt=True, **wie_wanneer)
    termijnbericht_maken(
        dossier=dossier, verwacht_op=date(2026, 9, 1), reden="Er zijn te weinig mensen.", **wie_wanneer, on=ON
    )


def _lijsten(users: dict[str, User]) -> None:
    """Save a list, take one out of the program, and be away soon."""
    consulent = users["consulent"]
    weergave_bewaren(user=consulent, naam="Open", filters={"status": "open"}, kolommen=["status"])
    export_vastleggen(user=users["coordinator"], at=moment(ON), filters={}, kolommen=["status"], aantal=5)
    afwezig_melden(
        user=consulent, vanaf=date(2026, 7, 6), tot=date(2026, 7, 24), vervanger=users["collega"], by=consulent, on=ON
    )


def _ander_beleid(gemeente: Gemeente, by: User) -> None:
    """Lay down beleid that holds from today, which no dossier follows, and beleid for later."""
    for vanaf, lengte in ((ON, 4), (date(2026, 9, 1), 3)):
        beleid_maken(
            gemeente=gemeente,
            profiel="tiel_2025",
            geldig_vanaf=vanaf,
            bron="Beleidsregels gemeente Rivierendam 2026",
            afwijkingen={"lengtes": {"eerste_contact": lengte}},
            by=by,
            on=ON,
        )


def _kreeg_de_jaarlijst(gemeente: Gemeente, by: User) -> None:
    klok = vind_klok(gemeente, "jaarlijst", str(ON.year - 1), ON)
    afronden(gemeente=gemeente, klok=klok, datum=ON, by=by, at=moment(ON), on=ON)


def _zag_een_bestand(gemeente: Gemeente, by: User) -> None:
    portaalbestand_melden(gemeente=gemeente, soort=Bestandsoort.LEVERING, geplaatst_op=ON, by=by, at=moment(ON), on=ON)


def _typ_een_klad(dossier: Dossier, user: User) -> None:
    pad = reverse("contact_nieuw", args=[dossier.nummer])
    klad_bewaren(user=user, pad=pad, sleutel="", velden={"tekst": ["Nog niet bewaard."]})


def _maak_gemeente() -> Gemeente:
    gemeente = GemeenteFactory(logo=b"<svg xmlns='http://www.w3.org/2000/svg'/>", logo_soort="image/svg+xml")
    BeleidFactory(gemeente=gemeente)
    FeestdagFactory(datum=date(2026, 12, 31))
    SpukKeuzeFactory(gemeente=gemeente)
    TellingFactory(gemeente=gemeente)
    NormbedragFactory(gemeente=gemeente)
    return gemeente


def _maak_users(gemeente: Gemeente) -> dict[str, User]:
    users = {rol.value: maak_user(rol, gemeente, email=f"{rol.value}@voorbeeld.example") for rol in Rol}
    elders = GemeenteFactory(code="9902", naam="Duinveen", woonplaatsen="Duinveen")
    BeleidFactory(gemeente=elders)
    users["vreemd"] = UserFactory(email="vreemd@voorbeeld.example")
    for rol in set(Rol) - {Rol.EXTERNE_HULPVERLENER}:
        LidmaatschapFactory(user=users["vreemd"], gemeente=elders, rol=rol)
    users["uitgenodigd"] = UserFactory(email="uitgenodigd@voorbeeld.example")
    return users | {"collega": maak_user(Rol.CONSULENT, gemeente, email="collega@voorbeeld.example")}


def _dossier(
    gemeente: Gemeente, by: User, bsn: str, achternaam: str, datum: date = date(2026, 3, 2), **anders: str
) -> Dossier:
    dossier = maak_dossier(gemeente, datum=datum, bsn=bsn, achternaam=achternaam, **anders)
    return toewijzen(dossier=dossier, casusregisseur=by, by=by, at=moment(datum))


def _gesprek_en_rang(dossier: Dossier, by: User, coordinator: User) -> Gesprek:
    """Record a second gesprek, report a bedreigende situatie and give voorrang."""
    rang.acuut_melden(
        dossier=dossier, situatie=BedreigendeSituatie.AFSLUITING, toelichting="Vrijdag.", by=by, at=moment(ON)
    )
    rang.voorrang_geven(dossier=dossier, reden="UHT vraagt erom.", by=coordinator, at=moment(ON))
    return gesprekken.gesprek_vastleggen(
        dossier=dossier,
        datum=ON,
        kanaal=Kanaal.KANTOOR,
        aanwezig="Een tolk",
        verslag="Verder gepraat.",
        hulpvragen={Leefgebied.WERK: "Ik zoek werk."},
        urgentie={Leefgebied.WERK: Urgentie.DRINGEND},
        by=by,
        at=moment(ON),
        on=ON,
    )


def _werk_in(dossier: Dossier, by: User) -> Document:
    """Log a contact, a verificatie and a driegesprek, and add a document."""
    wie_wanneer = {"by": by, "at": moment(ON), "on": ON}
    contact_vastleggen(
        dossier=dossier,
        datum=ON,
        kanaal=Kanaal.TELEFOON,
        uitkomst=Contactuitkomst.GESPROKEN,
        tekst="Gebeld.",
        **wie_wanneer,
    )
    verificatie_vastleggen(
        dossier=dossier,
        datum_gevraagd=ON,
        kanaal=VerificatieKanaal.TELEFOON,
        antwoord=VerificatieAntwoord.BEVESTIGD,
        datum_antwoord=ON,
        **wie_wanneer,
    )
    driegesprekken.driegesprek_vastleggen(
        dossier=dossier,
        datum=ON,
        aanvrager="De inwoner",
        plaats="Online",
        derde=Driegesprek.Derde.UHT,
        deelnemers="De inwoner, UHT",
        onderwerpen="Uitleg",
        verslag="",
        **wie_wanneer,
    )
    return document_toevoegen(
        dossier=dossier, soort=Documentsoort.BRIEF, onderwerp="Brief", datum=ON, inhoud=pdf(), **wie_wanneer
    )


def _met_mensen_en_vraag(nieuw: Dossier, by: User, coordinator: User) -> Dossier:
    """Put people around the new dossier, note the verificatiecode, and give a dossier that waits for UHT."""
    at = moment(ON)
    gegevens = {"rol": "bewindvoerder", "naam": "P. Jansen", "adres": "Postbus 12\n4000 AA Rivierendam"}
    betrokkenen.betrokkene_toevoegen(dossier=nieuw, gegevens=gegevens, by=by, at=at)
    lid = {"naam": "Sem Aerts", "geboortedatum": "2014-00-00", "relatie": "kind", "bij_aanvraag": True}
    gezin.gezinslid_toevoegen(dossier=nieuw, gegevens=lid, reden="", by=by, at=at, on=ON)
    uht.verificatiecode_ophalen(gemeente=nieuw.gemeente, by=coordinator, at=at, on=ON)
    gevraagd = _dossier(nieuw.gemeente, by, "999990020", "Akkerman", datum=date(2026, 5, 18))
    verificatie.verificatie_vragen(
        dossier=gevraagd, datum_gevraagd=ON, kanaal=VerificatieKanaal.VRAAGBESTAND, by=by, at=at, on=ON
    )
    return gevraagd


def _overleden(gemeente: Gemeente, by: User) -> Dossier:
    dossier = _dossier(gemeente, by, "999990160", "Hofman")
    overlijden_vastleggen(dossier=dossier, datum=EINDE, bron="de partner", by=by, at=moment(EINDE), on=EINDE)
    dossier.refresh_from_db()
    return dossier


def _ingetrokken(gemeente: Gemeente, by: User) -> Dossier:
    dossier = maak_dossier(gemeente, bsn="", achternaam="Ingen")
    dossier_intrekken(dossier=dossier, reden="Verkeerde persoon", by=by, at=moment(EINDE))
    dossier.refresh_from_db()
    return dossier


def _te_laat_gevraagd(gemeente: Gemeente, by: User, coordinator: User) -> Dossier:
    """Let the vensters and the 30 dagen pass; for the 2 jaar the hardheidsclausule was applied, and not used yet."""
    gemeld = date(2026, 4, 1)
    dossier = _dossier(gemeente, by, "999990111", "Imming", datum=date(2026, 1, 8))
    stel_vast(dossier, by, gesprek=date(2026, 1, 12), besluit=date(2026, 2, 2))
    meld_niet_erkend(dossier, by, gemeld)
    dossier.termijnen.filter(regel="besluiten").update(start=date(2024, 1, 8), uiterste_datum=date(2026, 1, 8))
    hardheid_vastleggen(
        dossier=dossier,
        regel="besluiten",
        grond=Hardheidsgrond.WET,
        waarvoor="Een wasmachine",
        motivering="U lag zes maanden in het ziekenhuis.",
        by=coordinator,
        at=moment(ON),
        on=ON,
    )
    dossier.refresh_from_db()
    return dossier


def _vraag_aan_en_bereid_einde_voor(in_plan: Dossier, in_uitvoering: Dossier, by: User) -> None:
    """Ask to complete an aanvraag, and record a ground to end the support of another dossier."""
    wie_wanneer = {"by": by, "at": moment(ON), "on": ON}
    aanvulling_vragen(dossier=in_plan, wat="De jaaropgave.", uiterlijk=date(2026, 6, 15), **wie_wanneer)
    eindgrond_vastleggen(
        dossier=in_uitvoering, grond="verhuizing", datum=ON, bron="De inwoner", toelichting="", **wie_wanneer
    )


def _te_stoppen(gemeente: Gemeente, by: User) -> Dossier:
    """Give a dossier in nazorg of which UHT said niet erkend."""
    dossier = _dossier(gemeente, by, "999990124", "Jansma")
    _verstuurd(dossier, by, BESLUIT)
    _sluit_met_nazorg(dossier, by)
    meld_niet_erkend(dossier, by, ON)
    dossier.refresh_from_db()
    return dossier


def _in_nazorg(gemeente: Gemeente, by: User) -> Dossier:
    """Walk to the nazorg, with a first letter that left a day later than it says."""
    dossier = _dossier(gemeente, by, "999990056", "Dekker")
    besluit = stel_vast(dossier, by, gesprek=GESPREK, besluit=BESLUIT)
    later = date(2026, 4, 21)
    verzenden(besluit=besluit, datum=later, by=by, at=moment(later), on=later)
    _sluit_met_nazorg(dossier, by)
    dossier.refresh_from_db()
    return dossier


def _na_nazorg(gemeente: Gemeente, by: User) -> Dossier:
    """Give a dossier of which the nazorg was closed after one contact."""
    dossier = _dossier(gemeente, by, "999991048", "Zwart")
    _verstuurd(dossier, by, BESLUIT)
    _sluit_met_nazorg(dossier, by)
    wat = {"kanaal": Kanaal.TELEFOON, "verslag": "Het gaat goed.", "terugval": False, "on": ON}
    contact = dossier.nazorg.contacten.first()
    nazorgacties.nazorgcontact_vastleggen(contact=contact, datum=ON, **wat, by=by, at=moment(ON))
    nazorgacties.nazorg_afsluiten(dossier=dossier, reden="De inwoner wil geen contact meer.", by=by, at=moment(ON))
    dossier.refresh_from_db()
    return dossier


def _sluit_met_nazorg(dossier: Dossier, by: User) -> None:
    behaal_doelen(dossier, by, EINDE)
    einde = beeindigen(
        dossier=dossier,
        grond="doelen_behaald",
        datum=EINDE,
        toelichting="Uw doelen zijn behaald.",
        nazorg_gewenst=True,
        zienswijze="U vindt het goed.",
        by=by,
        at=moment(EINDE),
        on=EINDE,
    )
    verzenden(besluit=einde.besluit, datum=EINDE, by=by, at=moment(EINDE), on=EINDE)


def _in_acclimatisatie(gemeente: Gemeente, by: User) -> Dossier:
    dossier = _dossier(gemeente, by, "999990068", "Evers")
    meld_niet_erkend(dossier, by, EINDE)
    dossier.refresh_from_db()
    return dossier


def _zonder_hulp(gemeente: Gemeente, by: User) -> Dossier:
    """Register somebody by telephone who wants no help now."""
    return meld_aan(gemeente, by, datum=ON, wil=WilOndersteuning.LATER, bsn="999990107", achternaam="Hofman")


def _in_bezwaar(dossier: Dossier, by: User) -> Bezwaar:
    """Make bezwaar three days late, about which a commissie advises; a hoorzitting is planned.

    An ex-partner made bezwaar against the same besluit, and wants to go to the court at once.
    """
    besluit = _verstuurd(dossier, by, date(2026, 4, 13))
    ontvangen, nu = date(2026, 5, 29), {"by": by, "at": moment(ON), "on": ON}
    gegevens = {"ontvangen_op": ontvangen, "kanaal": "e-mail", "indiener": "rechthebbende", "commissie": True}
    bezwaar = bezwaren.bezwaar_vastleggen(
        besluit=besluit,
        gegevens=gegevens | {"gronden": "U heeft ook een bed nodig."},
        document=None,
        bestand=pdf(),
        **nu,
    )
    hoorzitting.hoorzitting_plannen(bezwaar=bezwaar, datum=date(2026, 6, 23), **ZITTING, **nu)
    ander = {"indiener": "belanghebbende", "belanghebbende": "M. Bakker", "relatie": "ex-partner", "rechtstreeks": True}
    gegevens = {"ontvangen_op": date(2026, 5, 20), "kanaal": "post", "adres": "Kade 4\n4001 AB Rivierendam", **ander}
    bezwaren.bezwaar_vastleggen(
        besluit=besluit,
        gegevens=gegevens | {"gronden": "Ik woon er ook."},
        document=bezwaar.document,
        bestand=None,
        **nu,
    )
    return bezwaar


def _na_bezwaar(dossier: Dossier, by: User, coordinator: User) -> Bezwaar:
    """Walk to a besluit op bezwaar that asks for a new besluit; a voorlopige voorziening was asked.

    There was beroep without bezwaar too, with what the court orders.
    """
    besluit = _verstuurd(dossier, by, date(2026, 3, 16))
    dag = date(2026, 4, 20)
    bezwaar = bezwaren.bezwaar_vastleggen(
        besluit=besluit,
        gegevens={"ontvangen_op": dag, "kanaal": "post", "indiener": "rechthebbende", "gronden": "U wilt een bed."},
        document=None, bestand=pdf(), by=by, at=moment(dag), on=dag,
    )  # fmt: skip
    bezwaarbrieven.ontvangst_bevestigen(bezwaar=bezwaar, by=by, at=moment(dag), on=dag)
    hoorzitting.hoorzitting_plannen(bezwaar=bezwaar, datum=EINDE, **ZITTING, by=by, at=moment(dag), on=dag)
    verslag = {"aanwezig": "De inwoner", "verslag": "U legde uit waarom u een bed nodig heeft."}
    hoorzitting.hoorzitting_gehouden(
        bezwaar=bezwaar, datum=EINDE, **verslag, document=None, bestand=None, by=by, at=moment(EINDE), on=EINDE
    )
    besloten = date(2026, 5, 18)
    wie_wanneer = {"by": coordinator, "at": moment(besloten), "on": besloten}
    beslissing = bezwaarbesluiten.Beslissing(
        dictum=Dictum.GEGROND, motivering="U heeft gelijk.", gevolg="U krijgt een bed.", vervolg=Vervolg.NIEUW_BESLUIT
    )
    nieuw = bezwaarbesluiten.bezwaar_beslissen(bezwaar=bezwaar, beslissing=beslissing, datum=besloten, **wie_wanneer)
    verzenden(besluit=nieuw, datum=besloten, **wie_wanneer)
    gegevens = {"soort": "voorlopige_voorziening", "datum": date(2026, 5, 20), "gerecht": "Rechtbank Gelderland"}
    beroepen.beroep_vastleggen(over=bezwaar, gegevens=gegevens, by=by, at=moment(ON), on=ON)
    gegrond = {
        "datum": date(2026, 5, 20), "gerecht": "Rechtbank Gelderland", "uitkomst": "gegrond", "opdracht": "opnieuw",
        "uitspraak_datum": date(2026, 5, 29),
    }  # fmt: skip
    plan = dossier.termijnen.get(regel="plan_van_aanpak")
    for over, soort in ((plan, "niet_tijdig"), (besluit, "rechtstreeks")):
        beroepen.beroep_vastleggen(over=over, gegevens=gegrond | {"soort": soort}, by=by, at=moment(ON), on=ON)
    return Bezwaar.objects.get(pk=bezwaar.pk)


def _verstuurd(dossier: Dossier, by: User, dag: date) -> Besluit:
    besluit = stel_vast(dossier, by, gesprek=GESPREK, besluit=dag)
    return verzenden(besluit=besluit, datum=dag, by=by, at=moment(dag), on=dag)


def _boek_kosten(gemeente: Gemeente, besluit: Besluit, by: User) -> Kostenregel:
    return kosten_boeken(
        gemeente=gemeente,
        component=Component.C,
        voorziening=besluit.voorzieningen.first(),
        datum=ON,
        omschrijving="Koelkast",
        leverancier="Witgoed BV",
        factuurnummer="2026-17",
        netto=Decimal("385.40"),
        btw=Decimal("80.93"),
        factuur=pdf(),
        by=by,
        at=moment(ON),
        on=ON,
    )


def _lees_lijsten(gemeente: Gemeente, by: User) -> ImportRun:
    """Read one list, and give the preview of another."""
    lees_in(gemeente, rij(BSN="999990081", Achternaam="Faber"), by=by, on=ON)
    return bekijk_lijst(gemeente, rij(BSN="999990093", Achternaam="Gerritsen"), by=by, on=ON)
