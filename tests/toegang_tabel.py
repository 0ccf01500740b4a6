"""Who may open which page: one row per URL name, one column per kind of user.

`in` sends to the log-in page, `->` to another page; 403 is for who may not, 404 for a row that is not theirs: a
gemeente sees nothing of another. `vreemd` has every role but externe hulpverlener, in another gemeente.
"""

KOLOMMEN = (
    "anoniem",
    "consulent",
    "collega",
    "coordinator",
    "commissielid",
    "financieel",
    "beheerder",
    "auditor",
    "externe_hulpverlener",
    "vreemd",
)

# Pages that anybody may see, logged in or not, and that need no permission.
OPENBAAR = frozenset(
    {
        "gezond",
        "inloggen",
        "uitloggen",
        "wachtwoord_vergeten",
        "wachtwoord_vergeten_klaar",
        "wachtwoord_kiezen",
        "wachtwoord_gekozen",
        "agenda_feed",
    }
)

# Pages that only take a POST; the rest of the table is about a GET.
ALLEEN_POST = frozenset(
    {
        "uitloggen",
        "afwezigheid_einde",
        "agendaadres_maken",
        "agendaadres_intrekken",
        "gebruiker_actief",
        "gebruiker_wachtwoordlink",
        "bsn_tonen",
        "zoeken_direct",
        "import_bevestigen",
        "import_verwerpen",
        "import_kiezen",
        "adres_tonen",
        "gezin_vastleggen",
        "verificatiecode_opgehaald",
        "spuk_terugnemen",
        "portaalbestand_opgehaald",
        "taak_gedaan",
        "taak_heropenen",
        "klad",
        "klad_weg",
    }
)

TEKST = """
                           anoniem cons. coll. coörd comm. fin.  beh.  aud.  ext.  vreemd
start                      in      ->    ->    ->    ->    ->    ->    ->    200   ->
gezond                     200     200   200   200   200   200   200   200   200   200
inloggen                   200     200   200   200   200   200   200   200   200   200
uitloggen                  ->      ->    ->    ->    ->    ->    ->    ->    ->    ->
wachtwoord_vergeten        200     200   200   200   200   200   200   200   200   200
wachtwoord_vergeten_klaar  200     200   200   200   200   200   200   200   200   200
wachtwoord_kiezen          ->      ->    ->    ->    ->    ->    ->    ->    ->    ->
wachtwoord_gekozen         200     200   200   200   200   200   200   200   200   200
account                    in      200   200   200   200   200   200   200   200   200
wachtwoord_wijzigen        in      200   200   200   200   200   200   200   200   200
klad                       in      400   400   400   400   400   400   400   400   400
klad_weg                   in      400   400   400   400   400   400   400   400   400

gebruikers                 in      403   403   403   403   403   200   403   403   200
gebruiker_nieuw            in      403   403   403   403   403   200   403   403   200
gebruiker                  in      403   403   403   403   403   200   403   403   404
gebruiker_actief           in      403   403   403   403   403   ->    403   403   404
gebruiker_wachtwoordlink   in      403   403   403   403   403   ->    403   403   404
gemeente                   in      403   403   403   403   403   ->    403   403   ->
gemeente_wijzigen          in      403   403   403   403   403   200   403   403   404
beeldmerk                  in      200   200   200   200   200   200   200   200   404

vandaag                    in      200   200   200   403   403   403   403   403   200
agenda                     in      200   200   200   403   200   403   403   403   200
agenda_feed                200     200   200   200   200   200   200   200   200   200
agendaadres                in      200   200   200   403   200   403   403   403   200
agendaadres_maken          in      200   200   200   403   200   403   403   403   200
agendaadres_intrekken      in      ->    ->    ->    403   ->    403   403   403   ->
termijn_waarom             in      200   200   200   403   403   403   200   403   404
afwezigheid                in      200   200   200   403   403   403   403   403   200
afwezigheid_einde          in      ->    404   ->    403   403   403   403   403   404
werk_afwezig               in      403   403   200   403   403   403   403   403   404
weergaven                  in      200   200   200   403   403   403   200   403   200
weergave_nieuw             in      200   200   200   403   403   403   200   403   200
weergave                   in      200   404   404   403   403   403   404   403   404
werk_verdelen              in      403   403   200   403   403   403   403   403   200
samen_toewijzen            in      403   403   ->    403   403   403   403   403   ->
werk_overnemen             in      403   403   200   403   403   403   403   403   404
werk_taken                 in      403   403   200   403   403   403   403   403   404
werk_andere                in      403   403   200   403   403   403   403   403   404
bewaking                   in      403   403   200   403   403   200   200   403   200
bewaking_vooruit           in      403   403   200   403   403   200   200   403   200
zoeken                     in      200   200   200   403   403   403   200   403   200
zoeken_direct              in      200   200   200   403   403   403   200   403   200
dossiers_xlsx              in      403   403   200   403   403   403   403   403   200
dossiers                   in      200   200   200   403   403   403   200   403   200
aanmelding_nieuw           in      200   200   200   403   403   403   403   403   200
dossier                    in      200   200   200   403   403   403   200   403   404
dossier_geschiedenis       in      200   200   200   403   403   403   200   403   404
aanmelding                 in      200   200   200   403   403   403   200   403   404
aanmelding_wijzigen        in      200   200   200   403   403   403   403   403   404
doelgroep_wijzigen         in      200   200   200   403   403   403   403   403   404
hulp_afwijzen              in      200   200   200   403   403   403   403   403   404
hulp_hervatten             in      200   200   200   403   403   403   403   403   404
hulp_vergissing            in      200   200   200   403   403   403   403   403   404
contacten                  in      200   200   200   403   403   403   200   403   404
contact_nieuw              in      200   200   200   403   403   403   403   403   404
verificatie_nieuw          in      200   200   200   403   403   403   403   403   404
eerste_gesprek             in      200   200   200   403   403   403   403   403   404
driegesprek_nieuw          in      200   200   200   403   403   403   403   403   404
driegesprek_wijzigen       in      200   200   200   403   403   403   403   403   404
gesprekken                 in      200   200   200   403   403   403   200   403   404
gesprek_nieuw              in      200   200   200   403   403   403   403   403   404
gesprek_wijzigen           in      200   200   200   403   403   403   403   403   404
gesprek_intrekken          in      200   200   200   403   403   403   403   403   404
eerste_gesprek_wijzigen    in      200   200   200   403   403   403   403   403   404
hulpvraag_intrekken        in      200   200   200   403   403   403   403   403   404
hulpvraag_wijzigen         in      200   200   200   403   403   403   403   403   404
acuut_melden               in      200   200   200   403   403   403   403   403   404
acuut_opheffen             in      200   200   200   403   403   403   403   403   404
voorrang_geven             in      403   403   200   403   403   403   403   403   404
voorrang_intrekken         in      403   403   200   403   403   403   403   403   404
afspraak_nieuw             in      200   200   200   403   403   403   403   403   404
afspraak                   in      200   200   200   403   403   403   403   403   404
afspraak_afzeggen          in      200   200   200   403   403   403   403   403   404
afspraak_uitnodiging       in      200   200   200   403   403   403   403   403   404
brief_maken                in      200   200   200   403   403   403   403   403   404
afspraak_gehouden          in      200   200   200   403   403   403   403   403   404
notities                   in      200   200   200   403   403   403   200   403   404
notitie_nieuw              in      200   200   200   403   403   403   403   403   404
notitie                    in      200   ->    ->    403   403   403   403   403   404
notitie_intrekken          in      200   200   200   403   403   403   403   403   404
termijnbericht             in      200   200   200   403   403   403   403   403   404
opschorten                 in      200   200   200   403   403   403   403   403   404
verdagen                   in      200   200   200   403   403   403   403   403   404
opschorting_beeindigen     in      200   200   200   403   403   403   403   403   404
uitstel_intrekken          in      200   200   200   403   403   403   403   403   404
ingebrekestelling          in      200   200   200   403   403   403   403   403   404
ingebrekestelling_intrekken in     200   200   200   403   403   403   403   403   404
aanvulling_vragen          in      200   200   200   403   403   403   403   403   404
aanvulling_ontvangen       in      200   200   200   403   403   403   403   403   404
aanvulling_verder          in      200   200   200   403   403   403   403   403   404
aanvulling_intrekken       in      200   200   200   403   403   403   403   403   404
taken                      in      200   200   200   403   403   403   403   403   200
taak_nieuw                 in      200   200   200   403   403   403   403   403   404
taak                       in      200   200   200   403   403   403   403   403   404
taak_gedaan                in      ->    ->    ->    403   403   403   403   403   404
taak_heropenen             in      ->    ->    ->    403   403   403   403   403   404
toewijzen                  in      403   403   200   403   403   403   403   403   404
controlepunt               in      200   200   200   403   403   403   403   403   404
persoon_wijzigen           in      200   200   200   403   403   403   403   403   404
bsn_tonen                  in      200   200   200   403   403   403   403   403   404
contact_wijzigen           in      200   200   200   403   403   403   403   403   404
contact_intrekken          in      200   200   200   403   403   403   403   403   404
verificatie_wijzigen       in      200   200   200   403   403   403   403   403   404
verificatie_intrekken      in      200   200   200   403   403   403   403   403   404
driegesprek_wijzigen       in      200   200   200   403   403   403   403   403   404
driegesprek_intrekken      in      200   200   200   403   403   403   403   403   404
herstellen                 in      200   200   200   403   403   403   403   403   404
persoon_verbeteren         in      200   200   200   403   403   403   403   403   404
aanmelddatum_wijzigen      in      200   200   200   403   403   403   403   403   404
overlijden_vastleggen      in      200   200   200   403   403   403   403   403   404
overlijden_herstellen      in      200   200   200   403   403   403   403   403   404
samenvoegen                in      403   403   200   403   403   403   403   403   404
samenvoegen_met            in      403   403   200   403   403   403   403   403   404
dossier_intrekken          in      403   403   200   403   403   403   403   403   404
dossier_herstellen         in      403   403   200   403   403   403   403   403   404
document_nieuw             in      200   200   200   403   403   403   403   403   404
document                   in      200   200   200   403   403   403   200   403   404
documenten                 in      200   200   200   403   403   403   200   403   404
document_detail            in      200   200   200   403   403   403   200   403   404
document_vervangen         in      200   200   200   403   403   403   403   403   404
document_wijzigen          in      200   200   200   403   403   403   403   403   404
document_intrekken         in      200   200   200   403   403   403   403   403   404
identiteit_intrekken       in      200   200   200   403   403   403   403   403   404
identiteit_vastleggen      in      200   200   200   403   403   403   403   403   404
identiteit_wijzigen        in      200   200   200   403   403   403   403   403   404

gemeentebrieven            in      403   403   ->    403   403   ->    403   403   ->
brieftekst_lijst           in      403   403   200   403   403   200   403   403   404
brieftekst                 in      403   403   200   403   403   200   403   403   404
brieftekst_versie          in      403   403   200   403   403   200   403   403   404
brieftekst_voorbeeld       in      403   403   200   403   403   200   403   403   404
beleid                     in      403   403   403   403   403   200   403   403   404
beleid_nieuw               in      403   403   403   403   403   200   403   403   404
beleid_wijzigen            in      403   403   403   403   403   200   403   403   404
beleid_weghalen            in      403   403   403   403   403   200   403   403   404
dossier_beleid             in      403   403   200   403   403   403   403   403   404
feestdagen                 in      403   403   403   403   403   200   403   403   200
feestdag_nieuw             in      403   403   403   403   403   200   403   403   200
feestdag_weghalen          in      403   403   403   403   403   200   403   403   200
hardheid                   in      200   200   200   403   403   403   200   403   404
hardheid_nieuw             in      403   403   200   403   403   403   403   403   404
hardheid_intrekken         in      403   403   200   403   403   403   403   403   404
hardheidsbesluiten         in      200   200   200   403   403   403   200   403   200

mensen                     in      200   200   200   403   403   403   200   403   404
adres_tonen                in      ->    ->    ->    403   403   403   403   403   404
post_kiezen                in      200   200   200   403   403   403   403   403   404
betrokkene_nieuw           in      200   200   200   403   403   403   403   403   404
betrokkene                 in      200   200   200   403   403   403   403   403   404
betrokkene_intrekken       in      200   200   200   403   403   403   403   403   404
gezinslid_nieuw            in      200   200   200   403   403   403   403   403   404
gezinslid                  in      200   200   200   403   403   403   403   403   404
gezinslid_weghalen         in      200   200   200   403   403   403   403   403   404
gezin_vastleggen           in      ->    ->    ->    403   403   403   403   403   404
gezin_koppelen             in      200   200   200   403   403   403   403   403   404
gezin_ontkoppelen          in      200   200   200   403   403   403   403   403   404

uht                        in      200   200   200   403   403   403   200   403   404
verificatie_vraag          in      200   200   200   403   403   403   403   403   404
verificatie_antwoord       in      200   200   200   403   403   403   403   403   404
uht_status_nieuw           in      200   200   200   403   403   403   403   403   404
uht_status_wijzigen        in      200   200   200   403   403   403   403   403   404
uht_status_intrekken       in      200   200   200   403   403   403   403   403   404
tegemoetkoming             in      200   200   200   403   403   403   403   403   404
verificatiecodes           in      403   403   200   403   403   403   403   403   200
verificatiecode_waarom     in      403   403   200   403   403   403   403   403   404
verificatiecode_opgehaald  in      403   403   ->    403   403   403   403   403   404

plan                       in      200   200   200   403   403   403   200   403   404
plan_voorbeeld             in      200   200   200   403   403   403   403   403   404
voorziening_nieuw          in      200   200   200   403   403   403   403   403   404
voorziening                in      200   200   200   403   403   403   403   403   404
voorziening_weghalen       in      200   200   200   403   403   403   403   403   404
voorziening_prijs          in      200   200   200   403   403   403   403   403   404
prijs_weghalen             in      200   200   200   403   403   403   403   403   404
saneringskrediet           in      200   200   200   403   403   403   200   403   404
sanering_weghalen          in      200   200   200   403   403   403   403   403   404
verstrekking               in      200   200   200   403   403   403   403   403   404
verstrekking_weghalen      in      200   200   200   403   403   403   403   403   404
toegekend                  in      200   200   200   403   403   403   200   403   404
voorziening_bekijken       in      200   200   200   403   403   403   200   403   404
situatie_bijwerken         in      200   200   200   403   403   403   403   403   404
prijslijst                 in      403   403   403   403   403   200   403   403   404
prijslijst_inlezen         in      403   403   403   403   403   200   403   403   404
nibudprijs_weghalen        in      403   403   403   403   403   200   403   403   404
dienst_nieuw               in      403   403   403   403   403   200   403   403   404
dienst                     in      403   403   403   403   403   200   403   403   404
akkoord                    in      200   200   200   403   403   403   403   403   404
plan_vaststellen           in      200   200   200   403   403   403   403   403   404
addendum                   in      200   200   200   403   403   403   403   403   404
doel                       in      200   200   200   403   403   403   403   403   404
plan_gezin                 in      200   200   200   403   403   403   200   403   404
plan_versies               in      200   200   200   403   403   403   200   403   404
plan_versie                in      200   200   200   403   403   403   200   403   404
plan_afschrift             in      200   200   200   403   403   403   200   403   404
plan_versie_nieuw          in      200   200   200   403   403   403   403   403   404
doel_nieuw                 in      200   200   200   403   403   403   403   403   404
doel_wijzigen              in      200   200   200   403   403   403   403   403   404
doel_weghalen              in      200   200   200   403   403   403   403   403   404
doelstap_nieuw             in      200   200   200   403   403   403   403   403   404
doelstap                   in      200   200   200   403   403   403   403   403   404
doelstap_weghalen          in      200   200   200   403   403   403   403   403   404
leefgebied_bijwerken       in      200   200   200   403   403   403   403   403   404
doelstelling_wijzigen      in      200   200   200   403   403   403   403   403   404
fase_plannen               in      200   200   200   403   403   403   403   403   404
fase_evalueren             in      200   200   200   403   403   403   403   403   404
besluit                    in      200   200   200   403   403   403   200   403   404
besluit_pdf                in      200   200   200   403   403   403   200   403   404
besluit_verzenden          in      200   200   200   403   403   403   403   403   404
bijsluiter_pdf             in      200   200   200   403   403   403   200   403   404
oude_bijsluiter_pdf        in      200   200   200   403   403   403   200   403   404
verzenddatum_verbeteren    in      200   200   200   403   403   403   403   403   404
brief_terug                in      200   200   200   403   403   403   403   403   404
brief_opnieuw              in      200   200   200   403   403   403   403   403   404
brief_terug_weghalen       in      200   200   200   403   403   403   403   403   404
besluit_intrekken          in      200   200   200   403   403   403   403   403   404
besluit_herzien            in      200   200   200   403   403   403   403   403   404
aanvraag_afwijzen          in      200   200   200   403   403   403   403   403   404
buiten_behandeling         in      200   200   200   403   403   403   403   403   404
toestemmingen              in      200   200   200   403   403   403   200   403   404
toestemming_nieuw          in      200   200   200   403   403   403   403   403   404
toestemming_intrekken      in      200   200   200   403   403   403   403   403   404

akkoord_wijziging          in      200   200   200   403   403   403   403   403   404
zonder_akkoord             in      200   200   200   403   403   403   403   403   404
commissie_dossier          in      200   200   200   403   403   403   403   403   404
agendapunt_weghalen        in      200   200   200   403   403   403   403   403   404
advies_afwijken            in      200   200   200   403   403   403   403   403   404
commissie                  in      403   403   200   200   403   403   403   403   200
vergadering_nieuw          in      403   403   200   200   403   403   403   403   404
vergadering                in      403   403   200   200   403   403   403   403   404
vergadering_wijzigen       in      403   403   200   200   403   403   403   403   404
vergadering_aanwezigen     in      403   403   200   200   403   403   403   403   404
vergadering_afzeggen       in      403   403   200   200   403   403   403   403   404
agendapunt                 in      403   403   200   200   403   403   403   403   404
advies                     in      403   403   403   200   403   403   403   403   404
goedkeuring                in      200   200   200   403   403   403   403   403   404
goedkeuring_brief          in      200   200   200   403   403   403   403   403   404
goedkeuringen              in      200   200   200   403   403   403   403   403   200
goedkeuring_intrekken      in      200   200   200   403   403   403   403   403   404
mandaten                   in      403   403   403   403   403   200   403   403   404
mandaat_nieuw              in      403   403   403   403   403   200   403   403   404
mandaat                    in      403   403   403   403   403   200   403   403   404
mandaat_weghalen           in      403   403   403   403   403   200   403   403   404

brieven_vandaag            in      200   200   200   403   403   403   403   403   200
drukronde                  in      200   200   200   403   403   403   403   403   404
drukronde_pdf              in      200   200   200   403   403   403   403   403   404
drukregel_weglaten         in      200   200   200   403   403   403   403   403   404
drukronde_weghalen         in      200   200   200   403   403   403   403   403   404
bezwaren                   in      200   200   200   403   403   403   200   403   200
dossier_bezwaren           in      200   200   200   403   403   403   200   403   404
bezwaar                    in      200   200   200   403   403   403   200   403   404
bezwaar_nieuw              in      200   200   200   403   403   403   403   403   404
bezwaar_wijzigen           in      200   200   200   403   403   403   403   403   404
bezwaar_weghalen           in      200   200   200   403   403   403   403   403   404
bezwaar_bevestiging        in      200   200   200   403   403   403   403   403   404
bezwaar_verschoonbaar      in      200   200   200   403   403   403   403   403   404
bezwaar_advies             in      200   200   200   403   403   403   403   403   404
bezwaar_intrekking         in      200   200   200   403   403   403   403   403   404
hoorzitting_plannen        in      200   200   200   403   403   403   403   403   404
hoorzitting_uitnodiging    in      200   200   200   403   403   403   403   403   404
hoorzitting_gehouden       in      200   200   200   403   403   403   403   403   404
hoorzitting_afzeggen       in      200   200   200   403   403   403   403   403   404
horen_afzien               in      200   200   200   403   403   403   403   403   404
bezwaar_besluit            in      200   200   200   403   403   403   403   403   404
bezwaar_voorbeeld          in      ->    ->    ->    403   403   403   403   403   404
bezwaar_vervolg            in      200   200   200   403   403   403   403   403   404
bezwaar_indiener           in      200   200   200   403   403   403   403   403   404
bezwaar_rechtstreeks       in      200   200   200   403   403   403   403   403   404
dossier_beroep_nieuw       in      200   200   200   403   403   403   403   403   404
dossier_beroep             in      200   200   200   403   403   403   403   403   404
dossier_beroep_weghalen    in      200   200   200   403   403   403   403   403   404
beroep_nieuw               in      200   200   200   403   403   403   403   403   404
beroep                     in      200   200   200   403   403   403   403   403   404
beroep_weghalen            in      200   200   200   403   403   403   403   403   404

beeindigen                 in      200   200   200   403   403   403   403   403   404
acclimatisatie             in      200   200   200   403   403   403   403   403   404
hervatten                  in      200   200   200   403   403   403   403   403   404
eindgrond_nieuw            in      200   200   200   403   403   403   403   403   404
eindgesprek                in      200   200   200   403   403   403   403   403   404
eindgrond_intrekken        in      200   200   200   403   403   403   403   403   404
nazorg_stoppen             in      200   200   200   403   403   403   403   403   404
nazorg                     in      200   200   200   403   403   403   200   403   404
nazorg_uitnodiging         in      200   200   200   403   403   403   403   403   404
nazorg_contact             in      200   200   200   403   403   403   403   403   404
plan_hervatten             in      200   200   200   403   403   403   403   403   404
nazorg_afsluiten           in      200   200   200   403   403   403   403   403   404
nazorgcontact_wijzigen     in      200   200   200   403   403   403   403   403   404
nazorgcontact_intrekken    in      200   200   200   403   403   403   403   403   404
nazorg_heropenen           in      200   200   200   403   403   403   403   403   404

spuk                       in      403   403   ->    403   ->    403   ->    403   ->
spuk_jaar                  in      403   403   200   403   200   403   200   403   404
spuk_onderdeel             in      403   403   200   403   200   403   200   403   404
spuk_xlsx                  in      403   403   200   403   200   403   200   403   404
spuk_waarom                in      403   403   200   403   200   403   200   403   404
spuk_gedaan                in      403   403   403   403   200   403   403   403   404
spuk_terugnemen            in      403   403   403   403   ->    403   403   403   404
spuk_instellingen          in      403   403   200   403   200   403   200   403   404
telling_weghalen           in      403   403   403   403   200   403   403   403   404
normbedrag_weghalen        in      403   403   403   403   200   403   403   403   404
kosten                     in      403   403   200   403   200   403   200   403   404
kosten_zoeken              in      403   403   403   403   200   403   403   403   404
kosten_algemeen            in      403   403   403   403   200   403   403   403   404
kosten_nieuw               in      403   403   403   403   200   403   403   403   404
kostenregel                in      403   403   200   403   200   403   200   403   404
kostenregel_factuur        in      403   403   200   403   200   403   200   403   404

imports                    in      403   403   200   403   403   403   403   403   200
import_nieuw               in      403   403   200   403   403   403   403   403   200
portaalbestand_nieuw       in      403   403   200   403   403   403   403   403   200
portaalbestand_opgehaald   in      403   403   ->    403   403   403   403   403   404
portaalbestand_waarom      in      403   403   200   403   403   403   403   403   404
import_run                 in      403   403   200   403   403   403   403   403   404
import_bevestigen          in      403   403   ->    403   403   403   403   403   404
import_verwerpen           in      403   403   ->    403   403   403   403   403   404
import_kiezen              in      403   403   ->    403   403   403   403   403   404
"""


def _lees_tabel() -> dict[str, dict[str, str]]:
    """Give the table as URL name -> kind of user -> what they get."""
    regels = [regel.split() for regel in TEKST.splitlines()[2:] if regel]
    return {naam: dict(zip(KOLOMMEN, verwacht, strict=True)) for naam, *verwacht in regels}


TABEL = _lees_tabel()
