from django.urls import path

from cases.views import (
    aanmelding,
    aanvulling,
    acuut,
    afspraak,
    afwezigheid,
    beleid,
    betrokkene,
    brieftekst,
    contact,
    controle,
    document,
    documentbeheer,
    documenten,
    dossierbeleid,
    driegesprek,
    feestdagen,
    gesprek,
    gezin,
    hardheid,
    herstellen,
    hulp,
    hulpvraag,
    identiteit,
    ingebrekestelling,
    intrekken,
    mensen,
    notitie,
    persoon,
    samenvoegen,
    taak,
    toewijzing,
    uht,
    uitstel,
    verbeteren,
    verdelen,
    voorrang,
    vrijebrief,
    weergave,
)
from cases.views import agenda as agendapaginas
from cases.views import verificatiecode as code
from cases.views.bewaking import bewaking, bewaking_vooruit
from cases.views.dossier import dossier
from cases.views.eerste_gesprek import eerste_gesprek_wijzigen
from cases.views.geschiedenis import dossier_geschiedenis
from cases.views.gesprekken import gesprekken
from cases.views.lijst import dossiers, dossiers_xlsx
from cases.views.termijnbericht import termijnbericht
from cases.views.vandaag import vandaag
from cases.views.waarom import termijn_waarom
from cases.views.zoeken import zoeken, zoeken_direct

DOSSIER = "dossiers/<str:nummer>/"
BRIEVEN = "briefteksten/<str:code>/"
briefpaden = [
    path("briefteksten/", brieftekst.gemeentebrieven, name="gemeentebrieven"),
    path(BRIEVEN, brieftekst.brieftekst_lijst, name="brieftekst_lijst"),
    path(f"{BRIEVEN}<str:soort>/", brieftekst.brieftekst, name="brieftekst"),
    path(f"{BRIEVEN}<str:soort>/voorbeeld/", brieftekst.brieftekst_voorbeeld, name="brieftekst_voorbeeld"),
    path(f"{BRIEVEN}<str:soort>/versies/<int:versie>/", brieftekst.brieftekst_versie, name="brieftekst_versie"),
    path(f"{DOSSIER}brief/", vrijebrief.brief_maken, name="brief_maken"),
    path(f"{DOSSIER}afspraken/<int:pk>/uitnodiging/", vrijebrief.afspraak_uitnodiging, name="afspraak_uitnodiging"),
]
MENSEN = f"{DOSSIER}mensen/"
mensenpaden = [
    path(MENSEN, mensen.mensen, name="mensen"),
    path(f"{MENSEN}adres/", mensen.adres_tonen, name="adres_tonen"),
    path(f"{MENSEN}brieven/", betrokkene.post_kiezen, name="post_kiezen"),
    path(f"{MENSEN}nieuw/", betrokkene.betrokkene_nieuw, name="betrokkene_nieuw"),
    path(f"{MENSEN}<int:pk>/", betrokkene.betrokkene, name="betrokkene"),
    path(f"{MENSEN}<int:pk>/intrekken/", betrokkene.betrokkene_intrekken, name="betrokkene_intrekken"),
    path(f"{MENSEN}gezin/nieuw/", gezin.gezinslid_nieuw, name="gezinslid_nieuw"),
    path(f"{MENSEN}gezin/<int:pk>/", gezin.gezinslid, name="gezinslid"),
    path(f"{MENSEN}gezin/<int:pk>/weghalen/", gezin.gezinslid_weghalen, name="gezinslid_weghalen"),
    path(f"{MENSEN}gezin/vastleggen/", gezin.gezin_vastleggen, name="gezin_vastleggen"),
    path(f"{MENSEN}gezin/koppelen/", gezin.gezin_koppelen, name="gezin_koppelen"),
    path(f"{MENSEN}gezin/ontkoppelen/", gezin.gezin_ontkoppelen, name="gezin_ontkoppelen"),
]
uhtpaden = [
    path(f"{DOSSIER}uht/", uht.uht, name="uht"),
    path(f"{DOSSIER}uht/vraag/", uht.verificatie_vraag, name="verificatie_vraag"),
    path(f"{DOSSIER}uht/vraag/<int:pk>/", uht.verificatie_antwoord, name="verificatie_antwoord"),
    path(f"{DOSSIER}uht/tegemoetkoming/", uht.tegemoetkoming, name="tegemoetkoming"),
    path(f"{DOSSIER}uht/status/", uht.uht_status_nieuw, name="uht_status_nieuw"),
    path(f"{DOSSIER}uht/status/<int:pk>/", verbeteren.uht_status_wijzigen, name="uht_status_wijzigen"),
    path(f"{DOSSIER}uht/status/<int:pk>/intrekken/", verbeteren.uht_status_intrekken, name="uht_status_intrekken"),
    path("verificatiecodes/", code.verificatiecodes, name="verificatiecodes"),
    path(
        "verificatiecodes/<str:code>/<str:sleutel>/waarom/", code.verificatiecode_waarom, name="verificatiecode_waarom"
    ),
    path("verificatiecodes/<str:code>/", code.verificatiecode_opgehaald, name="verificatiecode_opgehaald"),
]
uitstelpaden = [
    path(f"{DOSSIER}termijnen/<str:regel>/opschorten/", uitstel.opschorten, name="opschorten"),
    path(f"{DOSSIER}bezwaar/verdagen/", uitstel.verdagen, name="verdagen"),
    path(f"{DOSSIER}uitstel/<int:pk>/beeindigen/", uitstel.opschorting_beeindigen, name="opschorting_beeindigen"),
    path(f"{DOSSIER}uitstel/<int:pk>/intrekken/", uitstel.uitstel_intrekken, name="uitstel_intrekken"),
    path(f"{DOSSIER}ingebrekestelling/", ingebrekestelling.ingebrekestelling, name="ingebrekestelling"),
    path(
        f"{DOSSIER}ingebrekestelling/<int:pk>/intrekken/",
        ingebrekestelling.ingebrekestelling_intrekken,
        name="ingebrekestelling_intrekken",
    ),
]

aanvulpaden = [
    path(f"{DOSSIER}aanvulling/", aanvulling.aanvulling_vragen, name="aanvulling_vragen"),
    path(f"{DOSSIER}aanvulling/<int:pk>/ontvangen/", aanvulling.aanvulling_ontvangen, name="aanvulling_ontvangen"),
    path(f"{DOSSIER}aanvulling/<int:pk>/verder/", aanvulling.aanvulling_verder, name="aanvulling_verder"),
    path(f"{DOSSIER}aanvulling/<int:pk>/intrekken/", aanvulling.aanvulling_intrekken, name="aanvulling_intrekken"),
]

documentpaden = [
    path(f"{DOSSIER}documenten/", documenten.documenten, name="documenten"),
    path(f"{DOSSIER}documenten/nieuw/", document.document_nieuw, name="document_nieuw"),
    path(f"{DOSSIER}identiteit/", identiteit.identiteit_vastleggen, name="identiteit_vastleggen"),
    path(f"{DOSSIER}identiteit/<int:pk>/", verbeteren.identiteit_wijzigen, name="identiteit_wijzigen"),
    path(f"{DOSSIER}identiteit/<int:pk>/intrekken/", verbeteren.identiteit_intrekken, name="identiteit_intrekken"),
    path("documenten/<int:pk>/", document.document, name="document"),
    path("documenten/<int:pk>/bekijken/", documenten.document_detail, name="document_detail"),
    path("documenten/<int:pk>/versie/", documentbeheer.document_vervangen, name="document_vervangen"),
    path("documenten/<int:pk>/wijzigen/", documentbeheer.document_wijzigen, name="document_wijzigen"),
    path("documenten/<int:pk>/intrekken/", documentbeheer.document_intrekken, name="document_intrekken"),
]
beleidspaden = [
    path("gemeente/<str:code>/beleid/", beleid.beleid, name="beleid"),
    path("gemeente/<str:code>/beleid/nieuw/", beleid.beleid_nieuw, name="beleid_nieuw"),
    path("gemeente/<str:code>/beleid/<int:pk>/", beleid.beleid_wijzigen, name="beleid_wijzigen"),
    path("gemeente/<str:code>/beleid/<int:pk>/weghalen/", beleid.beleid_weghalen, name="beleid_weghalen"),
    path(f"{DOSSIER}beleid/", dossierbeleid.dossier_beleid, name="dossier_beleid"),
    path("feestdagen/", feestdagen.feestdagen, name="feestdagen"),
    path("feestdagen/nieuw/", feestdagen.feestdag_nieuw, name="feestdag_nieuw"),
    path("feestdagen/<int:pk>/weghalen/", feestdagen.feestdag_weghalen, name="feestdag_weghalen"),
]


agendapaden = [
    path("agenda/", agendapaginas.agenda, name="agenda"),
    path("agenda/<str:sleutel>.ics", agendapaginas.agenda_feed, name="agenda_feed"),
    path("account/agenda/", agendapaginas.agendaadres, name="agendaadres"),
    path("account/agenda/maken/", agendapaginas.agendaadres_maken, name="agendaadres_maken"),
    path("account/agenda/intrekken/", agendapaginas.agendaadres_intrekken, name="agendaadres_intrekken"),
    path(f"{DOSSIER}waarom/<int:pk>/", termijn_waarom, name="termijn_waarom"),
]

hardheidspaden = [
    path(f"{DOSSIER}hardheidsclausule/", hardheid.hardheid, name="hardheid"),
    path(f"{DOSSIER}hardheidsclausule/toepassen/", hardheid.hardheid_nieuw, name="hardheid_nieuw"),
    path(f"{DOSSIER}hardheidsclausule/<int:pk>/intrekken/", hardheid.hardheid_intrekken, name="hardheid_intrekken"),
    path("hardheidsclausule/", hardheid.hardheidsbesluiten, name="hardheidsbesluiten"),
]

urlpatterns = [
    path("vandaag/", vandaag, name="vandaag"),
    *agendapaden,
    path("bewaking/", bewaking, name="bewaking"),
    path("bewaking/vooruit/", bewaking_vooruit, name="bewaking_vooruit"),
    path("zoeken/", zoeken, name="zoeken"),
    path("zoeken/direct/", zoeken_direct, name="zoeken_direct"),
    path("afwezigheid/", afwezigheid.afwezigheid, name="afwezigheid"),
    path("afwezigheid/<int:pk>/einde/", afwezigheid.afwezigheid_einde, name="afwezigheid_einde"),
    path("werk/<int:pk>/afwezig/", afwezigheid.werk_afwezig, name="werk_afwezig"),
    path("weergaven/", weergave.weergaven, name="weergaven"),
    path("weergaven/nieuw/", weergave.weergave_nieuw, name="weergave_nieuw"),
    path("weergaven/<int:pk>/", weergave.weergave, name="weergave"),
    path("werk/", verdelen.werk_verdelen, name="werk_verdelen"),
    path("werk/toewijzen/", verdelen.samen_toewijzen, name="samen_toewijzen"),
    path("werk/<str:code>/<int:pk>/", verdelen.werk_overnemen, name="werk_overnemen"),
    path("werk/<str:code>/<int:pk>/taken/", verdelen.werk_taken, name="werk_taken"),
    path("werk/<str:code>/<int:pk>/andere-dossiers/", verdelen.werk_andere, name="werk_andere"),
    path("dossiers.xlsx", dossiers_xlsx, name="dossiers_xlsx"),
    path("dossiers/", dossiers, name="dossiers"),
    path("dossiers/aanmelden/", aanmelding.aanmelding_nieuw, name="aanmelding_nieuw"),
    path("dossiers/<str:nummer>/", dossier, name="dossier"),
    path("dossiers/<str:nummer>/geschiedenis/", dossier_geschiedenis, name="dossier_geschiedenis"),
    path("dossiers/<str:nummer>/aanmelding/", aanmelding.aanmelding, name="aanmelding"),
    path("dossiers/<str:nummer>/aanmelding/wijzigen/", aanmelding.aanmelding_wijzigen, name="aanmelding_wijzigen"),
    path("dossiers/<str:nummer>/aanmelding/doelgroep/", aanmelding.doelgroep_wijzigen, name="doelgroep_wijzigen"),
    path("dossiers/<str:nummer>/aanmelding/geen-hulp/", hulp.hulp_afwijzen, name="hulp_afwijzen"),
    path("dossiers/<str:nummer>/aanmelding/vergissing/", hulp.hulp_vergissing, name="hulp_vergissing"),
    path("dossiers/<str:nummer>/aanmelding/hervatten/", hulp.hulp_hervatten, name="hulp_hervatten"),
    path("dossiers/<str:nummer>/contact/", contact.contacten, name="contacten"),
    path("dossiers/<str:nummer>/contact/nieuw/", contact.contact_nieuw, name="contact_nieuw"),
    path("dossiers/<str:nummer>/afspraken/nieuw/", afspraak.afspraak_nieuw, name="afspraak_nieuw"),
    path("dossiers/<str:nummer>/afspraken/<int:pk>/", afspraak.afspraak, name="afspraak"),
    path("dossiers/<str:nummer>/afspraken/<int:pk>/afzeggen/", afspraak.afspraak_afzeggen, name="afspraak_afzeggen"),
    path("dossiers/<str:nummer>/afspraken/<int:pk>/gehouden/", afspraak.afspraak_gehouden, name="afspraak_gehouden"),
    path("dossiers/<str:nummer>/taken/nieuw/", taak.taak_nieuw, name="taak_nieuw"),
    path("dossiers/<str:nummer>/notities/", notitie.notities, name="notities"),
    path("dossiers/<str:nummer>/notities/nieuw/", notitie.notitie_nieuw, name="notitie_nieuw"),
    path("dossiers/<str:nummer>/notities/<int:pk>/", notitie.notitie, name="notitie"),
    path("dossiers/<str:nummer>/notities/<int:pk>/intrekken/", notitie.notitie_intrekken, name="notitie_intrekken"),
    path("dossiers/<str:nummer>/termijnbericht/", termijnbericht, name="termijnbericht"),
    *uitstelpaden,
    *aanvulpaden,
    path("taken/", taak.taken, name="taken"),
    path("taken/<int:pk>/", taak.taak, name="taak"),
    path("taken/<int:pk>/gedaan/", taak.taak_gedaan, name="taak_gedaan"),
    path("taken/<int:pk>/heropenen/", taak.taak_heropenen, name="taak_heropenen"),
    path("dossiers/<str:nummer>/verificatie/", contact.verificatie_nieuw, name="verificatie_nieuw"),
    path("dossiers/<str:nummer>/eerste-gesprek/", gesprek.eerste_gesprek, name="eerste_gesprek"),
    path("dossiers/<str:nummer>/eerste-gesprek/wijzigen/", eerste_gesprek_wijzigen, name="eerste_gesprek_wijzigen"),
    path("dossiers/<str:nummer>/gesprekken/", gesprekken, name="gesprekken"),
    path("dossiers/<str:nummer>/gesprekken/nieuw/", gesprek.gesprek_nieuw, name="gesprek_nieuw"),
    path("dossiers/<str:nummer>/gesprekken/<int:pk>/", gesprek.gesprek_wijzigen, name="gesprek_wijzigen"),
    path("dossiers/<str:nummer>/gesprekken/<int:pk>/intrekken/", gesprek.gesprek_intrekken, name="gesprek_intrekken"),
    path("dossiers/<str:nummer>/driegesprek/", driegesprek.driegesprek_nieuw, name="driegesprek_nieuw"),
    path("dossiers/<str:nummer>/driegesprek/<int:pk>/", driegesprek.driegesprek_wijzigen, name="driegesprek_wijzigen"),
    path("dossiers/<str:nummer>/hulpvragen/<int:pk>/", hulpvraag.hulpvraag_wijzigen, name="hulpvraag_wijzigen"),
    path(
        "dossiers/<str:nummer>/hulpvragen/<int:pk>/intrekken/",
        hulpvraag.hulpvraag_intrekken,
        name="hulpvraag_intrekken",
    ),
    path("dossiers/<str:nummer>/acuut/", acuut.acuut_melden, name="acuut_melden"),
    path("dossiers/<str:nummer>/acuut/opheffen/", acuut.acuut_opheffen, name="acuut_opheffen"),
    path("dossiers/<str:nummer>/voorrang/", voorrang.voorrang_geven, name="voorrang_geven"),
    path("dossiers/<str:nummer>/voorrang/intrekken/", voorrang.voorrang_intrekken, name="voorrang_intrekken"),
    path("dossiers/<str:nummer>/toewijzen/", toewijzing.toewijzen, name="toewijzen"),
    path("dossiers/<str:nummer>/controlepunten/<int:pk>/", controle.controlepunt, name="controlepunt"),
    path("dossiers/<str:nummer>/persoon/", persoon.persoon_wijzigen, name="persoon_wijzigen"),
    path("dossiers/<str:nummer>/bsn/", persoon.bsn_tonen, name="bsn_tonen"),
    *beleidspaden,
    *briefpaden,
    *mensenpaden,
    *uhtpaden,
    *documentpaden,
    *hardheidspaden,
    path("dossiers/<str:nummer>/contact/<int:pk>/", verbeteren.contact_wijzigen, name="contact_wijzigen"),
    path("dossiers/<str:nummer>/contact/<int:pk>/intrekken/", verbeteren.contact_intrekken, name="contact_intrekken"),
    path("dossiers/<str:nummer>/verificatie/<int:pk>/", verbeteren.verificatie_wijzigen, name="verificatie_wijzigen"),
    path(
        "dossiers/<str:nummer>/verificatie/<int:pk>/intrekken/",
        verbeteren.verificatie_intrekken,
        name="verificatie_intrekken",
    ),
    path(
        "dossiers/<str:nummer>/driegesprek/<int:pk>/intrekken/",
        verbeteren.driegesprek_intrekken,
        name="driegesprek_intrekken",
    ),
    path("dossiers/<str:nummer>/herstellen/", herstellen.herstellen, name="herstellen"),
    path("dossiers/<str:nummer>/herstellen/persoon/", herstellen.persoon_verbeteren, name="persoon_verbeteren"),
    path(
        "dossiers/<str:nummer>/herstellen/aanmelddatum/",
        herstellen.aanmelddatum_wijzigen,
        name="aanmelddatum_wijzigen",
    ),
    path(
        "dossiers/<str:nummer>/herstellen/overlijden/", herstellen.overlijden_vastleggen, name="overlijden_vastleggen"
    ),
    path(
        "dossiers/<str:nummer>/herstellen/overlijden/ongedaan-maken/",
        herstellen.overlijden_herstellen,
        name="overlijden_herstellen",
    ),
    path("dossiers/<str:nummer>/herstellen/intrekken/", intrekken.dossier_intrekken, name="dossier_intrekken"),
    path("dossiers/<str:nummer>/herstellen/terugzetten/", intrekken.dossier_herstellen, name="dossier_herstellen"),
    path("dossiers/<str:nummer>/herstellen/samenvoegen/", samenvoegen.samenvoegen, name="samenvoegen"),
    path(
        "dossiers/<str:nummer>/herstellen/samenvoegen/<str:ander>/", samenvoegen.samenvoegen_met, name="samenvoegen_met"
    ),
]
