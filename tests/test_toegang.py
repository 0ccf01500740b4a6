"""Every page and every kind of user, against the table of access."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.urls import URLPattern, get_resolver, reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from accounts.permissions import ROLLEN, Permission
from cases.models import Feestdag
from tests.tabellen import alles
from tests.toegang_tabel import ALLEEN_POST, KOLOMMEN, OPENBAAR, lees_tabel
from tests.wereld import ON

TABEL = lees_tabel()
INLOGGEN = "/inloggen/?next="
VAN_EEN_DOSSIER = [
    "dossier",
    "dossier_geschiedenis",
    "aanmelding",
    "aanmelding_wijzigen",
    "doelgroep_wijzigen",
    "hulp_afwijzen",
    "contacten",
    "contact_nieuw",
    "verificatie_nieuw",
    "eerste_gesprek",
    "driegesprek_nieuw",
    "gesprekken",
    "gesprek_nieuw",
    "acuut_melden",
    "voorrang_geven",
    "toewijzen",
    "persoon_wijzigen",
    "bsn_tonen",
    "document_nieuw",
    "documenten",
    "identiteit_vastleggen",
    "mensen",
    "adres_tonen",
    "post_kiezen",
    "betrokkene_nieuw",
    "gezinslid_nieuw",
    "gezin_vastleggen",
    "gezin_koppelen",
    "gezin_ontkoppelen",
    "uht",
    "verificatie_vraag",
    "uht_status_nieuw",
    "herstellen",
    "persoon_verbeteren",
    "aanmelddatum_wijzigen",
    "overlijden_vastleggen",
    "samenvoegen",
    "dossier_intrekken",
    "afspraak_nieuw",
    "notities",
    "notitie_nieuw",
    "termijnbericht",
    "taak_nieuw",
    "dossier_beleid",
]

DOCUMENT = ["document", "document_detail", "document_vervangen", "document_wijzigen", "document_intrekken"]


def patronen(delen=None):
    """Walk the URLconf."""
    for deel in get_resolver().url_patterns if delen is None else delen:
        if isinstance(deel, URLPattern):
            yield deel
        else:
            yield from patronen(deel.url_patterns)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(ON.year, ON.month, ON.day, 9, 30, tzinfo=UTC), tick=False):
        yield


def adressen(wereld):
    """Give the address of each page, of a row for which the page is open to whoever may use it."""
    code, jaar = wereld.gemeente.code, ON.year
    nieuw, plan, uitvoering, nazorg = (
        dossier.nummer for dossier in (wereld.nieuw, wereld.in_plan, wereld.in_uitvoering, wereld.in_nazorg)
    )
    voorstel = wereld.in_plan.plan.voorzieningen.first().pk
    collega, uitgenodigd = wereld.users["collega"], wereld.users["uitgenodigd"]
    los = {
        "wachtwoord_kiezen": [
            urlsafe_base64_encode(force_bytes(uitgenodigd.pk)),
            default_token_generator.make_token(uitgenodigd),
        ],
        "gemeente_wijzigen": [code],
        "beeldmerk": [code],
        **beleid(wereld),
        "agenda_feed": [wereld.agendasleutel],
        "termijn_waarom": [nieuw, wereld.nieuw.termijnen.first().pk],
        **mensen(wereld),
        "afwezigheid_einde": [wereld.users["consulent"].afwezigheden.get().pk],
        "weergave": [wereld.users["consulent"].lijstweergaven.get().pk],
        "werk_overnemen": [code, wereld.users["consulent"].pk],
        "controlepunt": [nieuw, wereld.controlepunt.pk],
        "gesprek_wijzigen": [plan, wereld.gesprek.pk],
        "gesprek_intrekken": [plan, wereld.gesprek.pk],
        "driegesprek_wijzigen": [nieuw, wereld.nieuw.driegesprekken.first().pk],
        "hulpvraag_wijzigen": [plan, wereld.in_plan.hulpvragen.first().pk],
        "eerste_gesprek_wijzigen": [plan],
        "acuut_opheffen": [plan],
        "voorrang_intrekken": [plan],
        "overlijden_herstellen": [wereld.overleden.nummer],
        "dossier_herstellen": [wereld.ingetrokken.nummer],
        "samenvoegen_met": [nieuw, plan],
        **afspraken_en_taken(wereld.nieuw),
        **uitstel(wereld.uitgesteld),
        "voorziening": [plan, voorstel],
        "voorziening_weghalen": [plan, voorstel],
        "addendum": [uitvoering],
        "doel": [uitvoering, wereld.in_uitvoering.plan.doelen.first().pk],
        "hulp_hervatten": [wereld.zonder_hulp.nummer],
        "bijsluiter_pdf": [wereld.besluit_later_verzonden.nummer],
        "beeindigen": [uitvoering],
        "acclimatisatie": [uitvoering],
        "nazorg_contact": [nazorg, wereld.in_nazorg.nazorg.contacten.first().pk],
        "spuk_onderdeel": [code, jaar, "A"],
        "kosten_nieuw": [code, wereld.kostenregel.voorziening_id],
    }
    groepen = [  # pairs: two rows may have the same number
        ((wereld.document.pk,), DOCUMENT),
        ((code, collega.pk), ["gebruiker", "gebruiker_actief", "gebruiker_wachtwoordlink"]),
        ((nieuw,), VAN_EEN_DOSSIER),
        ((plan,), ["plan", "plan_voorbeeld", "voorziening_nieuw", "akkoord", "plan_vaststellen"]),
        ((nieuw, wereld.nieuw.contacten.first().pk), ["contact_wijzigen", "contact_intrekken"]),
        ((nieuw, wereld.nieuw.verificaties.first().pk), ["verificatie_wijzigen", "verificatie_intrekken"]),
        ((nieuw, wereld.nieuw.driegesprekken.first().pk), ["driegesprek_wijzigen", "driegesprek_intrekken"]),
        ((wereld.besluit.nummer,), ["besluit", "besluit_pdf", "besluit_verzenden"]),
        ((nazorg,), ["nazorg", "nazorg_afsluiten"]),
        ((wereld.te_laat_gevraagd.nummer,), ["hardheid", "hardheid_nieuw"]),
        ((wereld.te_laat_gevraagd.nummer, wereld.te_laat_gevraagd.hardheidsbesluiten.get().pk), ["hardheid_intrekken"]),
        ((code,), ["spuk_instellingen", "kosten_zoeken", "kosten_algemeen"]),
        ((code, jaar), ["spuk_jaar", "spuk_xlsx", "kosten"]),
        ((wereld.kostenregel.pk,), ["kostenregel", "kostenregel_factuur"]),
        ((wereld.run.pk,), ["import_run", "import_bevestigen", "import_verwerpen"]),
    ]
    los |= {naam: list(args) for args, namen in groepen for naam in namen}
    return {naam: reverse(naam, args=los.get(naam, [])) for naam in TABEL}


def beleid(wereld):
    """Give the pages of the beleid of a gemeente, of a row that does not hold yet, and of an added feestdag."""
    code = wereld.gemeente.code
    straks = wereld.gemeente.beleid.latest("geldig_vanaf").pk
    return {
        "beleid": [code],
        "beleid_nieuw": [code],
        "beleid_wijzigen": [code, straks],
        "beleid_weghalen": [code, straks],
        "feestdag_weghalen": [Feestdag.objects.get().pk],
    }


def mensen(wereld):
    """Give the pages of one person around an inwoner, of a gezinslid and of a question to UHT."""
    nieuw = wereld.nieuw
    betrokkene, lid = nieuw.betrokkenen.geldig().first().pk, nieuw.gezin.leden.first().pk
    vraag = wereld.gevraagd.verificaties.get(antwoord="")
    return {
        "betrokkene": [nieuw.nummer, betrokkene],
        "betrokkene_intrekken": [nieuw.nummer, betrokkene],
        "gezinslid": [nieuw.nummer, lid],
        "gezinslid_weghalen": [nieuw.nummer, lid],
        "verificatie_antwoord": [wereld.gevraagd.nummer, vraag.pk],
        "verificatiecode_opgehaald": [wereld.gemeente.code],
    }


def afspraken_en_taken(dossier):
    """Give the arguments of the pages about what is planned in a dossier, and of its notes."""
    afspraak = dossier.afspraken.get()
    notitie = dossier.notities.get(is_beperkt=False)
    taak = dossier.taken.get(soort="eigen")
    groepen = [
        ((dossier.nummer, afspraak.pk), ("afspraak", "afspraak_afzeggen", "afspraak_gehouden")),
        ((dossier.nummer, notitie.pk), ("notitie", "notitie_intrekken")),
        ((taak.pk,), ("taak", "taak_gedaan", "taak_heropenen")),
    ]
    return {naam: list(args) for args, namen in groepen for naam in namen}


def uitstel(dossier):
    """Give the arguments of the pages about a besluit that is held up or late."""
    opschorting, stelling = dossier.opschortingen.get().pk, dossier.ingebrekestellingen.get().pk
    return {
        "opschorten": [dossier.nummer, "plan_van_aanpak"],
        "verdagen": [dossier.nummer],
        "opschorting_beeindigen": [dossier.nummer, opschorting],
        "uitstel_intrekken": [dossier.nummer, opschorting],
        "ingebrekestelling": [dossier.nummer],
        "ingebrekestelling_intrekken": [dossier.nummer, stelling],
    }


def vraag(client, methode, url):
    """Ask for a page and undo whatever it did; gives what the table has words for."""
    with transaction.atomic():
        response = getattr(client, methode)(url)
        b"".join(response)  # a file is read, and so closed
        transaction.set_rollback(True)
    if response.status_code == 302:
        return "in" if response["Location"].startswith(INLOGGEN) else "->"
    return str(response.status_code)


def log_in(client, wereld, wie):
    if wie != "anoniem":
        client.force_login(wereld.users[wie])


def verschillen(gekregen, wie):
    """Name the pages that gave something else than the table says."""
    return {naam: (status, TABEL[naam][wie]) for naam, status in gekregen.items() if status != TABEL[naam][wie]}


def test_every_url_has_a_row_and_every_row_a_url():
    assert {patroon.name for patroon in patronen()} == set(TABEL)


def test_every_view_names_a_permission_or_is_public_by_name():
    zonder = {patroon.name for patroon in patronen() if not hasattr(patroon.callback, "permission")}

    assert zonder == OPENBAAR


def test_only_the_public_pages_are_open_without_logging_in():
    open_ = {patroon.name for patroon in patronen() if not getattr(patroon.callback, "login_required", True)}

    assert open_ == OPENBAAR


def test_every_permission_is_given_to_a_role_and_used_by_a_page():
    gebruikt = {getattr(patroon.callback, "permission", None) for patroon in patronen()} - {None}

    assert set(ROLLEN) == set(Permission)
    assert gebruikt == set(Permission)


@pytest.mark.django_db
@pytest.mark.parametrize("wie", KOLOMMEN)
def test_table_of_access(wereld, client, wie):
    gekregen = {}
    for naam, url in adressen(wereld).items():
        if settings.SESSION_COOKIE_NAME not in client.cookies:  # at first, and after the page that logs out
            log_in(client, wereld, wie)
        gekregen[naam] = vraag(client, "post" if naam in ALLEEN_POST else "get", url)
        if naam == "uitloggen":
            client.cookies.clear()

    assert set(gekregen) == set(TABEL)
    assert verschillen(gekregen, wie) == {}


@pytest.mark.django_db
@pytest.mark.parametrize("wie", KOLOMMEN)
def test_who_may_not_open_a_page_may_not_send_it_either(wereld, client, wie):
    urls = adressen(wereld)
    log_in(client, wereld, wie)

    dicht = [naam for naam, rij in TABEL.items() if rij[wie] in ("in", "403", "404")]
    gekregen = {naam: vraag(client, "post", urls[naam]) for naam in dicht}

    assert verschillen(gekregen, wie) == {}


@pytest.mark.django_db
def test_who_only_reads_is_refused_when_sending(wereld, client):
    """An auditor opens pages that others change something on: sending one gives a 403, or at most the page again."""
    urls = adressen(wereld)
    log_in(client, wereld, "auditor")
    voor = alles()

    for naam, rij in TABEL.items():
        if rij["auditor"] == "200" and naam not in OPENBAAR and rij["vreemd"] == "404":
            b"".join(client.post(urls[naam], {"reden": "x", "tekst": "x", "verder": "x"}))

    assert alles() == voor
