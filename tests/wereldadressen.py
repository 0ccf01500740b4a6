"""The address of each page of the table of access, of a row in the world for which it is open to whoever may use it."""

from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from cases.models import Feestdag
from planvanaanpak.models import Dienst, Drukregel, Nibudprijs, Saneringskrediet, Verstrekking
from tests import wereldcommissie
from tests.toegang_tabel import TABEL
from tests.wereld import ON

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
    "brief_maken",
]

DOCUMENT = ["document", "document_detail", "document_vervangen", "document_wijzigen", "document_intrekken"]


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
        "werk_afwezig": [wereld.users["consulent"].pk],
        "werk_overnemen": [code, wereld.users["consulent"].pk],
        "werk_taken": [code, wereld.users["consulent"].pk],
        "werk_andere": [code, wereld.users["consulent"].pk],
        "controlepunt": [nieuw, wereld.controlepunt.pk],
        "gesprek_wijzigen": [plan, wereld.gesprek.pk],
        "gesprek_intrekken": [plan, wereld.gesprek.pk],
        "driegesprek_wijzigen": [nieuw, wereld.nieuw.driegesprekken.first().pk],
        "hulpvraag_intrekken": [plan, wereld.in_plan.hulpvragen.first().pk],
        "identiteit_wijzigen": [nieuw, wereld.nieuw.identiteitscontroles.first().pk],
        "identiteit_intrekken": [nieuw, wereld.nieuw.identiteitscontroles.first().pk],
        "hulpvraag_wijzigen": [plan, wereld.in_plan.hulpvragen.first().pk],
        "eerste_gesprek_wijzigen": [plan],
        "acuut_opheffen": [plan],
        "voorrang_intrekken": [plan],
        "overlijden_herstellen": [wereld.overleden.nummer],
        "dossier_herstellen": [wereld.ingetrokken.nummer],
        "samenvoegen_met": [nieuw, wereld.uitgesteld.nummer],
        **afspraken_en_taken(wereld.nieuw),
        **brieven(wereld),
        **uitstel(wereld.uitgesteld),
        **bezwaar(wereld.bezwaar, wereld.bezwaar_beslist),
        **wereldcommissie.adressen(wereld.bij_commissie),
        **einde(wereld),
        **besluiten(wereld),
        **voorzieningen(wereld),
        "voorziening": [plan, voorstel],
        "voorziening_weghalen": [plan, voorstel],
        "addendum": [uitvoering],
        "doel": [uitvoering, wereld.in_uitvoering.plan.doelen.first().pk],
        **planwerk(wereld),
        "hulp_hervatten": [wereld.zonder_hulp.nummer],
        "hulp_vergissing": [wereld.zonder_hulp.nummer],
        "tegemoetkoming": [wereld.kind.nummer],
        "bijsluiter_pdf": [wereld.besluit_later_verzonden.nummer],
        "beeindigen": [uitvoering],
        "acclimatisatie": [uitvoering],
        "nazorg_uitnodiging": [nazorg, wereld.in_nazorg.nazorg.contacten.te_houden().first().pk],
        "nazorg_contact": [nazorg, wereld.in_nazorg.nazorg.contacten.first().pk],
        "spuk_onderdeel": [code, jaar, "A"],
        "portaalbestand_opgehaald": [wereld.gemeente.portaalbestanden.get().pk],
        "portaalbestand_waarom": [wereld.gemeente.portaalbestanden.get().pk],
        "verificatiecode_waarom": [code, "2026-06-01"],
        "spuk_waarom": [code, "verplichtingen_tot", "regeling"],
        "spuk_gedaan": [code, "sisa_indienen", str(jaar - 1)],
        "spuk_terugnemen": [code, "jaarlijst", str(jaar - 1)],
        "telling_weghalen": [code, wereld.gemeente.spuk_tellingen.first().pk],
        "normbedrag_weghalen": [code, wereld.gemeente.normbedragen.first().pk],
        "kosten_nieuw": [code, wereld.kostenregel.voorziening_id],
    }
    groepen = [  # pairs: two rows may have the same number
        ((wereld.document.pk,), DOCUMENT),
        ((code, collega.pk), ["gebruiker", "gebruiker_actief", "gebruiker_wachtwoordlink"]),
        ((nieuw,), VAN_EEN_DOSSIER),
        ((plan,), ["plan", "plan_voorbeeld", "voorziening_nieuw", "akkoord", "plan_vaststellen"]),
        ((nieuw, wereld.nieuw.contacten.first().pk), ["contact_wijzigen", "contact_intrekken"]),
        ((nieuw, wereld.nieuw.verificaties.first().pk), ["verificatie_wijzigen", "verificatie_intrekken"]),
        ((nieuw, wereld.nieuw.uht_wijzigingen.first().pk), ["uht_status_wijzigen", "uht_status_intrekken"]),
        ((nieuw, wereld.nieuw.driegesprekken.first().pk), ["driegesprek_wijzigen", "driegesprek_intrekken"]),
        ((wereld.besluit.nummer,), ["besluit", "besluit_pdf", "besluit_verzenden"]),
        ((nazorg,), ["nazorg", "nazorg_afsluiten", "plan_hervatten"]),
        ((wereld.na_nazorg.nummer,), ["nazorg_heropenen"]),
        (
            (wereld.na_nazorg.nummer, wereld.na_nazorg.nazorg.contacten.first().pk),
            ["nazorgcontact_wijzigen", "nazorgcontact_intrekken"],
        ),
        ((wereld.te_laat_gevraagd.nummer,), ["hardheid", "hardheid_nieuw"]),
        ((wereld.te_laat_gevraagd.nummer, wereld.te_laat_gevraagd.hardheidsbesluiten.get().pk), ["hardheid_intrekken"]),
        ((code,), ["spuk_instellingen", "kosten_zoeken", "kosten_algemeen"]),
        ((code, jaar), ["spuk_jaar", "spuk_xlsx", "kosten"]),
        ((wereld.kostenregel.pk,), ["kostenregel", "kostenregel_factuur"]),
        ((wereld.run.pk,), ["import_run", "import_bevestigen", "import_verwerpen"]),
        ((wereld.run.pk, 2), ["import_kiezen"]),
    ]
    los |= {naam: list(args) for args, namen in groepen for naam in namen}
    return {naam: reverse(naam, args=los.get(naam, [])) for naam in TABEL}


def planwerk(wereld):
    """Give the pages of doelen, steps, fasen and versions."""
    plan, uitvoering = wereld.in_plan.nummer, wereld.in_uitvoering.nummer
    doel, stap = wereld.in_plan.plan.doelen.first(), wereld.in_plan.plan.doelen.first().stappen.get()
    return {
        "plan_gezin": [uitvoering],
        "plan_versies": [uitvoering],
        "plan_versie": [uitvoering, 1],
        "plan_versie_nieuw": [uitvoering],
        "plan_afschrift": [uitvoering],
        "doel_nieuw": [uitvoering],
        "doel_wijzigen": [plan, doel.pk],
        "doel_weghalen": [plan, doel.pk],
        "doelstap_nieuw": [plan, doel.pk],
        "doelstap": [plan, stap.pk],
        "doelstap_weghalen": [plan, stap.pk],
        "leefgebied_bijwerken": [uitvoering, "wonen"],
        "doelstelling_wijzigen": [uitvoering, "werk"],
        "fase_plannen": [uitvoering, 2],
        "fase_evalueren": [uitvoering, 1],
    }


def besluiten(wereld):
    """Give the arguments of the pages of besluiten beside the plan, and of post."""
    verlopen, terug, retour = wereld.besluiten.verlopen, wereld.besluiten.teruggekomen, wereld.besluiten.retour
    verstuurd, dossier = wereld.bezwaar.besluit.nummer, terug.dossier
    return {
        "aanvraag_afwijzen": [wereld.in_plan.nummer],
        "buiten_behandeling": [verlopen.dossier.nummer, verlopen.pk],
        "besluit_intrekken": [verstuurd],
        "besluit_herzien": [verstuurd],
        "verzenddatum_verbeteren": [verstuurd],
        "brief_terug": [verstuurd],
        "brief_opnieuw": [terug.nummer, retour.pk],
        "brief_terug_weghalen": [terug.nummer, retour.pk],
        "oude_bijsluiter_pdf": [terug.nummer, terug.bijsluiters.last().pk],
        "toestemmingen": [dossier.nummer],
        "toestemming_nieuw": [dossier.nummer],
        "toestemming_intrekken": [dossier.nummer, dossier.persoon.berichttoestemmingen.get().pk],
    }


def voorzieningen(wereld):
    """Give the pages of a price, a saneringskrediet, a delivery and the prices of a gemeente."""
    code, plan, uitvoering = wereld.gemeente.code, wereld.in_plan, wereld.in_uitvoering.nummer
    goed, krediet = plan.plan.voorzieningen.first().pk, Saneringskrediet.objects.get().voorziening_id
    rij = Verstrekking.objects.get()
    return {
        "voorziening_prijs": [plan.nummer, goed],
        "prijs_weghalen": [plan.nummer, goed],
        "saneringskrediet": [plan.nummer, krediet],
        "sanering_weghalen": [plan.nummer, krediet],
        "verstrekking": [uitvoering, rij.voorziening_id],
        "verstrekking_weghalen": [uitvoering, rij.voorziening_id, rij.pk],
        "toegekend": [uitvoering],
        "situatie_bijwerken": [uitvoering],
        "voorziening_bekijken": [uitvoering, rij.voorziening_id],
        "prijslijst": [code],
        "prijslijst_inlezen": [code],
        "nibudprijs_weghalen": [code, Nibudprijs.objects.get().pk],
        "dienst_nieuw": [code],
        "dienst": [code, Dienst.objects.get().pk],
    }


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


def brieven(wereld):
    """Give the pages of the texts of a letter with two versions and a concept, and of letters put together to print."""
    code, ronde = wereld.gemeente.code, wereld.gemeente.drukronden.get().pk
    regel = Drukregel.objects.get(ronde=ronde).pk
    return {
        "brieftekst_lijst": [code],
        **{naam: [code, "toekenning"] for naam in ("brieftekst", "brieftekst_voorbeeld")},
        "brieftekst_versie": [code, "toekenning", 1],
        "drukregel_weglaten": [ronde, regel],
        **{naam: [ronde] for naam in ("drukronde", "drukronde_pdf", "drukronde_weghalen")},
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
        ((dossier.nummer, afspraak.pk), ("afspraak", "afspraak_afzeggen", "afspraak_gehouden", "afspraak_uitnodiging")),
        ((dossier.nummer, notitie.pk), ("notitie", "notitie_intrekken")),
        ((taak.pk,), ("taak", "taak_gedaan", "taak_heropenen")),
    ]
    return {naam: list(args) for args, namen in groepen for naam in namen}


def uitstel(dossier):
    """Give the arguments of the pages about a besluit that is held up or late."""
    opschorting, stelling = dossier.opschortingen.get().pk, dossier.ingebrekestellingen.get().pk
    return {
        "opschorten": [dossier.nummer, "plan_van_aanpak"],
        "opschorting_beeindigen": [dossier.nummer, opschorting],
        "uitstel_intrekken": [dossier.nummer, opschorting],
        "ingebrekestelling": [dossier.nummer],
        "ingebrekestelling_intrekken": [dossier.nummer, stelling],
    }


def einde(wereld):
    """Give the arguments of the pages about an aanvraag that is not complete, and about an end that is near."""
    plan, uitvoering = wereld.in_plan, wereld.in_uitvoering
    brief, grond = plan.aanvullingen.get().pk, uitvoering.eindgronden.get().pk
    return {
        "aanvulling_vragen": [wereld.uitgesteld.nummer],
        "aanvulling_ontvangen": [plan.nummer, brief],
        "aanvulling_verder": [plan.nummer, brief],
        "aanvulling_intrekken": [plan.nummer, brief],
        "eindgrond_nieuw": [plan.nummer],
        "eindgesprek": [uitvoering.nummer, grond],
        "eindgrond_intrekken": [uitvoering.nummer, grond],
        "nazorg_stoppen": [wereld.te_stoppen.nummer],
        "hervatten": [wereld.te_stoppen.nummer],
    }


VAN_BEZWAAR = [
    "bezwaar",
    "bezwaar_wijzigen",
    "bezwaar_weghalen",
    "bezwaar_bevestiging",
    "bezwaar_verschoonbaar",
    "bezwaar_advies",
    "bezwaar_intrekking",
    "hoorzitting_plannen",
    "hoorzitting_uitnodiging",
    "hoorzitting_gehouden",
    "hoorzitting_afzeggen",
    "horen_afzien",
    "bezwaar_besluit",
    "bezwaar_voorbeeld",
]


def bezwaar(loopt, beslist):
    """Give the arguments of the pages of a bezwaar that runs, and of one that was decided on."""
    nummer, daarna = loopt.dossier.nummer, [beslist.dossier.nummer, beslist.pk]
    beroep = beslist.beroepen.get().pk
    zonder = [beslist.dossier.nummer, beslist.dossier.beroepen.zonder_bezwaar().first().pk]
    ander = [nummer, loopt.besluit.bezwaren.get(indiener="belanghebbende").pk]
    return {
        **{naam: [nummer, loopt.pk] for naam in VAN_BEZWAAR},
        "dossier_bezwaren": [nummer],
        "bezwaar_nieuw": [nummer],
        "verdagen": [nummer],
        "bezwaar_vervolg": daarna,
        "beroep_nieuw": daarna,
        "beroep": [*daarna, beroep],
        "beroep_weghalen": [*daarna, beroep],
        "bezwaar_indiener": ander,
        "bezwaar_rechtstreeks": ander,
        "dossier_beroep_nieuw": [nummer],
        "dossier_beroep": zonder,
        "dossier_beroep_weghalen": zonder,
    }
