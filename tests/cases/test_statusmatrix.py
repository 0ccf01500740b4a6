"""Every action of cases in every status of a dossier: allowed or refused as the table says.

A refused action changes nothing and logs nothing. The table is written out, so that who changes a rule changes it here
too.
"""

import copy
import inspect
from datetime import date
from importlib import import_module
from pkgutil import iter_modules

import pytest
from django.db import transaction

import cases.actions
from cases.actions import (
    aanmelddatum,
    aanmelden,
    adres,
    betrokkenen,
    bsn,
    driegesprekken,
    eerste_gesprek,
    gesprekken,
    gezin,
    hulpvragen,
    intrekken,
    overlijden,
    persoon,
    rang,
    tegemoetkoming,
    uht,
    verbeteren,
    verdelen,
    verificatie,
)
from cases.actions import contact as contacten
from cases.actions import notitie as notities
from cases.actions import taak as taken
from cases.actions import toewijzen as toewijzing
from cases.actions.aanmelding import aanmelding_wijzigen as wijzig_aanmelding
from cases.actions.basis import ActieFout
from cases.keuzes import (
    BedreigendeSituatie,
    Contactuitkomst,
    Doelgroep,
    Kanaal,
    Leefgebied,
    PostAan,
    UhtStatus,
    VerificatieAntwoord,
    VerificatieKanaal,
)
from cases.models import (
    Betrokkene,
    Contact,
    Controlepunt,
    Dossier,
    DossierEvent,
    DossierIntrekking,
    Driegesprek,
    Gesprek,
    Gezinslid,
    Hulpvraag,
    Notitie,
    Persoon,
    Taak,
    UhtStatusWijziging,
    Verificatie,
)
from cases.status import Status
from tests.cases.afspraakstappen import (
    afspraak_afzeggen,
    afspraak_gehouden,
    afspraak_plannen,
    afspraak_wijzigen,
    gepland,
)
from tests.cases.beleidsstappen import beleid_kiezen
from tests.cases.briefstappen import brief_maken, gehoor_melden, overdracht_melden, uitnodigen
from tests.cases.documentstappen import (
    document_intrekken,
    document_toevoegen,
    document_vervangen,
    document_wijzigen,
    identiteit_intrekken,
    identiteit_vastleggen,
    identiteit_wijzigen,
)
from tests.cases.hardheidstappen import hardheid_intrekken, hardheid_vastleggen, maak_hardheid, maak_venster_dicht
from tests.cases.hulpstappen import hulp_afwijzen, hulp_bevestigen, hulp_hervatten, hulp_vergissing
from tests.cases.uhtstappen import uht_status_intrekken, uht_status_wijzigen
from tests.cases.uitstelstappen import VOORAF as VOORAF_UITSTEL
from tests.cases.uitstelstappen import VOORAF_AANVULLING, termijnbericht_maken, verdagen
from tests.factories import UserFactory, maak_dossier, moment
from tests.tabellen import alles, teruggedraaid

ON = date(2026, 3, 20)
DAG = date(2026, 3, 12)
NA = {"at": moment(ON), "on": ON}

S = Status
OPEN = {S.AANMELDING, S.EERSTE_GESPREK, S.PLAN_VAN_AANPAK, S.UITVOERING, S.NAZORG, S.ACCLIMATISATIE}
VOOR_HET_GESPREK = {S.AANMELDING, S.EERSTE_GESPREK}
NA_HET_GESPREK = OPEN - VOOR_HET_GESPREK
ALTIJD = set(Status)
TE_VERBETEREN = ALTIJD - {S.INGETROKKEN}
IN_TE_TREKKEN = {S.AANMELDING, S.EERSTE_GESPREK, S.PLAN_VAN_AANPAK, S.GEEN_RECHT, S.GEEN_HULP}


def toewijzen(dossier, by):
    return toewijzing.toewijzen(dossier=dossier, casusregisseur=by, by=by, at=moment(ON))


def samen_toewijzen(dossier, by):
    """Refuses a dossier by leaving it out; here it is the only one."""
    uitslag = verdelen.samen_toewijzen(dossiers=[dossier], casusregisseur=by, by=by, at=moment(ON))
    if uitslag.geweigerd:
        raise ActieFout(uitslag.geweigerd[dossier.nummer])


def werk_overnemen(dossier, by):
    van = UserFactory()
    Dossier.objects.filter(pk=dossier.pk).update(casusregisseur=van)
    uitslag = verdelen.werk_overnemen(
        gemeente=dossier.gemeente,
        van=van,
        verdeling={dossier: by},
        taken_naar=by,
        by=by,
        at=moment(ON),
        reden="weg",
    )
    if uitslag.geweigerd:
        Dossier.objects.filter(pk=dossier.pk).update(casusregisseur=None)
        van.delete()
        raise ActieFout(uitslag.geweigerd[dossier.nummer])


def contact_vastleggen(dossier, by):
    return contacten.contact_vastleggen(
        dossier=dossier,
        datum=DAG,
        kanaal=Kanaal.TELEFOON,
        uitkomst=Contactuitkomst.GESPROKEN,
        tekst="",
        by=by,
        **NA,
    )


def verificatie_vastleggen(dossier, by):
    return verificatie.verificatie_vastleggen(
        dossier=dossier,
        datum_gevraagd=DAG,
        kanaal=VerificatieKanaal.TELEFOON,
        antwoord=VerificatieAntwoord.BEVESTIGD,
        datum_antwoord=DAG,
        by=by,
        **NA,
    )


def eerste_gesprek_vastleggen(dossier, by):
    hulpvragen = {Leefgebied.WONEN: "De vloer is kapot."}
    return gesprekken.eerste_gesprek_vastleggen(
        dossier=dossier, datum=DAG, kanaal=Kanaal.KANTOOR, verslag="", hulpvragen=hulpvragen, by=by, **NA
    )


def driegesprek_vastleggen(dossier, by):
    return driegesprekken.driegesprek_vastleggen(
        dossier=dossier,
        datum=DAG,
        aanvrager="De inwoner",
        plaats="Online",
        derde=Driegesprek.Derde.UHT,
        deelnemers="N. Berkhout",
        onderwerpen="Uitleg",
        verslag="",
        by=by,
        **NA,
    )


def gesprek_vastleggen(dossier, by):
    wat = {"kanaal": Kanaal.KANTOOR, "aanwezig": "", "verslag": "", "hulpvragen": {}, "urgentie": {}}
    return gesprekken.gesprek_vastleggen(dossier=dossier, datum=DAG, **wat, by=by, **NA)


def maak_gesprek(dossier, by):
    return Gesprek.objects.create(dossier=dossier, datum=DAG, kanaal=Kanaal.KANTOOR, door=by)


def maak_eerste_gesprek(dossier, by):
    Gesprek.objects.create(dossier=dossier, datum=DAG, kanaal=Kanaal.KANTOOR, door=by, is_eerste_gesprek=True)


def maak_hulpvraag(dossier, by):
    gesprek = maak_gesprek(dossier, by)
    Hulpvraag.objects.create(dossier=dossier, gesprek=gesprek, leefgebied="wonen", tekst="Vloer")


def gesprek_wijzigen(dossier, by):
    gesprek = dossier.gesprekken.get()
    return gesprekken.gesprek_wijzigen(gesprek=gesprek, wijzigingen={"verslag": "Tekst."}, reden="Fout", by=by, **NA)


def gesprek_intrekken(dossier, by):
    return gesprekken.gesprek_intrekken(gesprek=dossier.gesprekken.get(), reden="Fout", by=by, **NA)


def hulpvraag_wijzigen(dossier, by):
    wijzigingen = {"tekst": "De vloer is kapot."}
    return hulpvragen.hulpvraag_wijzigen(
        hulpvraag=dossier.hulpvragen.get(), wijzigingen=wijzigingen, reden="Fout", by=by, at=moment(ON)
    )


def hulpvraag_intrekken(dossier, by):
    return hulpvragen.hulpvraag_intrekken(hulpvraag=dossier.hulpvragen.get(), by=by, at=moment(ON), **REDEN)


def driegesprek_wijzigen(dossier, by):
    driegesprek = dossier.driegesprekken.get()
    wijzigingen = {"verslag": "Tekst."}
    return driegesprekken.driegesprek_wijzigen(
        driegesprek=driegesprek, wijzigingen=wijzigingen, reden="Fout", by=by, **NA
    )


def eerste_gesprek_wijzigen(dossier, by):
    gesprek = dossier.gesprekken.get()
    return eerste_gesprek.eerste_gesprek_wijzigen(
        dossier=dossier, gesprek=gesprek, datum=date(2026, 3, 13), reden="Fout", by=by, **NA
    )


def eerste_gesprek_intrekken(dossier, by):
    return eerste_gesprek.eerste_gesprek_intrekken(gesprek=dossier.gesprekken.get(), by=by, **REDEN, **NA)


def acuut_melden(dossier, by):
    situatie = BedreigendeSituatie.ONTRUIMING
    return rang.acuut_melden(dossier=dossier, situatie=situatie, toelichting="", by=by, at=moment(ON))


def acuut_opheffen(dossier, by):
    return rang.acuut_opheffen(dossier=dossier, reden="Opgelost", by=by, at=moment(ON))


def maak_acuut(dossier, by):
    dossier.acuut, dossier.rang, dossier.acuut_op, dossier.acuut_door = "afsluiting", 2, moment(ON), by


def geef_voorrang(dossier, by):
    dossier.voorrang_reden, dossier.rang, dossier.voorrang_op, dossier.voorrang_door = "Reden", 1, moment(ON), by


def voorrang_geven(dossier, by):
    return rang.voorrang_geven(dossier=dossier, reden="Schrijnend", by=by, at=moment(ON))


def voorrang_intrekken(dossier, by):
    return rang.voorrang_intrekken(dossier=dossier, reden="Niet meer nodig", by=by, at=moment(ON))


def persoon_wijzigen(dossier, by):
    wijzigingen = {"telefoon": "06 5555 0000"}
    return aanmelden.persoon_wijzigen(dossier=dossier, wijzigingen=wijzigingen, reden="Belde", by=by, at=moment(ON))


def doelgroep_wijzigen(dossier, by):
    return aanmelden.doelgroep_wijzigen(
        dossier=dossier, doelgroep=Doelgroep.KIND, reden="levering", by=by, at=moment(ON)
    )


def aanmelding_wijzigen(dossier, by):
    return wijzig_aanmelding(
        dossier=dossier, wijzigingen={"toelichting": "Via zijn zus."}, reden="Belde", by=by, at=moment(ON)
    )


def uht_status_vastleggen(dossier, by):
    return aanmelden.uht_status_vastleggen(
        dossier=dossier, status=UhtStatus.ERKEND, datum_feit=DAG, datum_gemeld=DAG, bron="levering", by=by, **NA
    )


def controlepunt_afhandelen(dossier, by):
    punt = aanmelden.controlepunt_maken(dossier=dossier, soort=Controlepunt.Soort.PORTAAL, tekst="Kijk dit na.")
    return aanmelden.controlepunt_afhandelen(punt=punt, toelichting="Klopt.", by=by, at=moment(ON))


def adres_tonen(dossier, by):
    Persoon.objects.filter(pk=dossier.persoon_id).update(geheim_adres=True)
    dossier.persoon.refresh_from_db()
    return adres.adres_tonen(dossier=dossier, by=by, at=moment(ON))


def maak_betrokkene(dossier, by):
    adresregels = "Postbus 12\n4000 AA Rivierendam"
    return Betrokkene.objects.create(dossier=dossier, rol="bewindvoerder", naam="P. Jansen", adres=adresregels, door=by)


def maak_lid(dossier, by):
    return Gezinslid.objects.create(gezin=dossier.gezin, naam="Sem", relatie="kind", door=by)


def betrokkene_toevoegen(dossier, by):
    gegevens = {"rol": "school", "naam": "De Regenboog"}
    return betrokkenen.betrokkene_toevoegen(dossier=dossier, gegevens=gegevens, by=by, at=moment(ON))


def betrokkene_wijzigen(dossier, by):
    rij, anders = maak_betrokkene(dossier, by), {"naam": "P. Janssen"}
    return betrokkenen.betrokkene_wijzigen(betrokkene=rij, wijzigingen=anders, reden="Typefout", by=by, at=moment(ON))


def betrokkene_intrekken(dossier, by):
    rij = maak_betrokkene(dossier, by)
    return betrokkenen.betrokkene_intrekken(betrokkene=rij, reden="Gestopt", by=by, at=moment(ON))


def post_kiezen(dossier, by):
    naar = maak_betrokkene(dossier, by)
    return betrokkenen.post_kiezen(
        dossier=dossier, post_aan=PostAan.BEIDE, vertegenwoordiger=naar, reden="Wens", by=by, at=moment(ON)
    )


def gezinslid_toevoegen(dossier, by):
    gegevens = {"naam": "Sem", "relatie": "kind", "bij_aanvraag": True}
    return gezin.gezinslid_toevoegen(dossier=dossier, gegevens=gegevens, reden="", by=by, **NA)


def gezinslid_wijzigen(dossier, by):
    lid = maak_lid(dossier, by)
    return gezin.gezinslid_wijzigen(dossier=dossier, lid=lid, wijzigingen={"tot": DAG}, reden="Verhuisd", by=by, **NA)


def gezinslid_weghalen(dossier, by):
    lid = maak_lid(dossier, by)
    return gezin.gezinslid_weghalen(dossier=dossier, lid=lid, reden="Vergissing", by=by, at=moment(ON))


def gezin_vastleggen(dossier, by):
    return gezin.gezin_vastleggen(dossier=dossier, by=by, at=moment(ON))


def gezin_koppelen(dossier, by):
    ander = maak_dossier(dossier.gemeente, bsn="999990019")
    return gezin.gezin_koppelen(dossier=dossier, ander=ander, reden="Partners", by=by, at=moment(ON))


def gezin_ontkoppelen(dossier, by):
    ander = maak_dossier(dossier.gemeente, bsn="999990019")
    Dossier.objects.filter(pk=ander.pk).update(gezin=dossier.gezin_id)
    return gezin.gezin_ontkoppelen(dossier=dossier, reden="Gescheiden", by=by, at=moment(ON))


def verificatie_vragen(dossier, by):
    return verificatie.verificatie_vragen(
        dossier=dossier, datum_gevraagd=DAG, kanaal=VerificatieKanaal.VRAAGBESTAND, by=by, **NA
    )


def verificatie_beantwoorden(dossier, by):
    vraag = Verificatie.objects.create(
        dossier=dossier, datum_gevraagd=DAG, kanaal=VerificatieKanaal.VRAAGBESTAND, door=by
    )
    return verificatie.verificatie_beantwoorden(
        verificatie=vraag,
        antwoord=VerificatieAntwoord.BEVESTIGD,
        datum_antwoord=ON,
        antwoord_van="",
        by=by,
        **NA,
    )


def uht_status_melden(dossier, by):
    UhtStatusWijziging.objects.filter(dossier=dossier).update(datum_feit=DAG)
    return uht.uht_status_melden(
        dossier=dossier, status=UhtStatus.EERSTE_TOETS, datum_feit=DAG, datum_gemeld=DAG, bron="gebeld", by=by, **NA
    )


def bsn_tonen(dossier, by):
    return bsn.bsn_tonen(dossier=dossier, by=by, at=moment(ON))


REDEN = {"reden": "Vergissing"}


def _contact(dossier, by):
    return Contact.objects.create(dossier=dossier, datum=DAG, kanaal="telefoon", uitkomst="gesproken", door=by)


def _verificatie(dossier, by):
    return Verificatie.objects.create(dossier=dossier, datum_gevraagd=DAG, kanaal="telefoon", door=by)


def _driegesprek(dossier, by):
    velden = dict.fromkeys(("aanvrager", "plaats", "deelnemers", "onderwerpen"), "x")
    return Driegesprek.objects.create(dossier=dossier, datum=DAG, derde=Driegesprek.Derde.UHT, door=by, **velden)


@transaction.atomic
def contact_wijzigen(dossier, by):
    rij = _contact(dossier, by)
    return verbeteren.contact_wijzigen(contact=rij, wijzigingen={"tekst": "Gebeld."}, by=by, **REDEN, **NA)


@transaction.atomic
def contact_intrekken(dossier, by):
    return verbeteren.contact_intrekken(contact=_contact(dossier, by), by=by, **REDEN, **NA)


@transaction.atomic
def verificatie_wijzigen(dossier, by):
    rij = _verificatie(dossier, by)
    return verbeteren.verificatie_wijzigen(verificatie=rij, wijzigingen={"antwoord_van": "A."}, by=by, **REDEN, **NA)


@transaction.atomic
def verificatie_intrekken(dossier, by):
    return verbeteren.verificatie_intrekken(verificatie=_verificatie(dossier, by), by=by, **REDEN, **NA)


@transaction.atomic
def driegesprek_intrekken(dossier, by):
    return verbeteren.driegesprek_intrekken(driegesprek=_driegesprek(dossier, by), by=by, at=moment(ON), **REDEN)


def tegemoetkoming_vastleggen(dossier, by):
    dossier.doelgroep = "kind"
    dossier.save(update_fields=["doelgroep"])
    return tegemoetkoming.tegemoetkoming_vastleggen(dossier=dossier, datum=date(2026, 2, 16), reden="", by=by, **NA)


def aanmelddatum_wijzigen(dossier, by):
    return aanmelddatum.aanmelddatum_wijzigen(dossier=dossier, datum=date(2026, 2, 16), by=by, **REDEN, **NA)


def persoon_verbeteren(dossier, by):
    return persoon.persoon_verbeteren(dossier=dossier, wijzigingen={"bsn": ""}, by=by, at=moment(ON), **REDEN)


def overlijden_vastleggen(dossier, by):
    return overlijden.overlijden_vastleggen(dossier=dossier, datum=DAG, bron="zijn zus", by=by, **NA)


@transaction.atomic
def overlijden_herstellen(dossier, by):
    Persoon.objects.update(datum_overlijden=DAG)
    return overlijden.overlijden_herstellen(dossier=dossier, by=by, **REDEN, **NA)


def dossier_intrekken(dossier, by):
    return intrekken.dossier_intrekken(dossier=dossier, by=by, at=moment(ON), **REDEN)


@transaction.atomic
def dossier_herstellen(dossier, by):
    DossierIntrekking.objects.create(
        dossier=dossier, status_voor=S.GEEN_HULP, reden="Fout", ingetrokken_op=moment(ON), ingetrokken_door=by
    )
    return intrekken.dossier_herstellen(dossier=dossier, by=by, **REDEN, **NA)


def een_taak(dossier, by, **velden):
    return Taak.objects.create(
        gemeente=dossier.gemeente, dossier=dossier, voor=by, wat="Bellen", datum=ON, door=by, **velden
    )


def taak_maken(dossier, by):
    return taken.taak_maken(gemeente=dossier.gemeente, dossier=dossier, wat="x", datum=ON, voor=by, by=by, **NA)


def taak_gedaan(dossier, by):
    return taken.taak_gedaan(taak=een_taak(dossier, by), by=by, at=moment(ON))


def taak_heropenen(dossier, by):
    taak = een_taak(dossier, by, gedaan_op=moment(ON), gedaan_door=by)
    return taken.taak_heropenen(taak=taak, by=by, at=moment(ON))


def taak_wijzigen(dossier, by):
    return taken.taak_wijzigen(taak=een_taak(dossier, by), wijzigingen={"wat": "Mailen"}, by=by, **NA)


def notitie_maken(dossier, by):
    return notities.notitie_maken(dossier=dossier, tekst="x", is_beperkt=False, by=by, at=moment(ON))


def notitie_wijzigen(dossier, by):
    notitie = Notitie.objects.create(dossier=dossier, tekst="x", door=by)
    return notities.notitie_wijzigen(notitie=notitie, wijzigingen={"tekst": "y"}, reden="x", by=by, at=moment(ON))


def notitie_intrekken(dossier, by):
    notitie = Notitie.objects.create(dossier=dossier, tekst="x", door=by)
    return notities.notitie_intrekken(notitie=notitie, reden="x", by=by, at=moment(ON))


MATRIX = {
    **dict.fromkeys(VOORAF_UITSTEL, OPEN),
    **{actie: {S.PLAN_VAN_AANPAK} for actie in VOORAF_AANVULLING},
    verdagen: OPEN | {S.AFGESLOTEN},
    # Also a dossier that rests or is closed may still ask work, and then of somebody who is there.
    toewijzen: TE_VERBETEREN,
    samen_toewijzen: TE_VERBETEREN,
    werk_overnemen: TE_VERBETEREN,
    verificatie_vastleggen: OPEN,
    eerste_gesprek_vastleggen: VOOR_HET_GESPREK,
    driegesprek_vastleggen: OPEN,
    gesprek_vastleggen: OPEN,
    eerste_gesprek_wijzigen: NA_HET_GESPREK,
    # Later on something leans on it: a besluit, or the end of the support.
    eerste_gesprek_intrekken: {S.PLAN_VAN_AANPAK},
    acuut_melden: OPEN,
    voorrang_geven: OPEN,
    # What was written down is put right after the end too; a mark may be taken away from any dossier.
    gesprek_wijzigen: TE_VERBETEREN,
    gesprek_intrekken: TE_VERBETEREN,
    hulpvraag_wijzigen: TE_VERBETEREN,
    hulpvraag_intrekken: TE_VERBETEREN,
    driegesprek_wijzigen: TE_VERBETEREN,
    acuut_opheffen: ALTIJD,
    voorrang_intrekken: ALTIJD,
    hulp_afwijzen: VOOR_HET_GESPREK,
    hulp_hervatten: {S.GEEN_HULP},
    hulp_vergissing: {S.GEEN_HULP},
    hulp_bevestigen: VOOR_HET_GESPREK,
    # These rights do not end with the support: to be written down right, and to have one's papers kept.
    persoon_wijzigen: ALTIJD,
    doelgroep_wijzigen: ALTIJD,
    aanmelding_wijzigen: ALTIJD,
    uht_status_vastleggen: ALTIJD,
    controlepunt_afhandelen: ALTIJD,
    document_toevoegen: ALTIJD,
    document_vervangen: ALTIJD,
    document_wijzigen: TE_VERBETEREN,
    document_intrekken: TE_VERBETEREN,
    identiteit_vastleggen: TE_VERBETEREN,
    identiteit_wijzigen: TE_VERBETEREN,
    identiteit_intrekken: TE_VERBETEREN,
    bsn_tonen: ALTIJD,
    adres_tonen: ALTIJD,
    betrokkene_toevoegen: ALTIJD,
    betrokkene_wijzigen: ALTIJD,
    betrokkene_intrekken: ALTIJD,
    post_kiezen: ALTIJD,
    gezinslid_toevoegen: ALTIJD,
    gezinslid_wijzigen: ALTIJD,
    gezinslid_weghalen: ALTIJD,
    gezin_vastleggen: ALTIJD,
    gezin_koppelen: ALTIJD,
    gezin_ontkoppelen: ALTIJD,
    uht_status_melden: ALTIJD,
    verificatie_vragen: OPEN,
    verificatie_beantwoorden: OPEN,
    # A fact is noted and put right in every status; a withdrawn dossier is put back first.
    contact_vastleggen: TE_VERBETEREN,
    contact_wijzigen: TE_VERBETEREN,
    contact_intrekken: TE_VERBETEREN,
    verificatie_wijzigen: TE_VERBETEREN,
    verificatie_intrekken: TE_VERBETEREN,
    driegesprek_intrekken: TE_VERBETEREN,
    uht_status_wijzigen: TE_VERBETEREN,
    uht_status_intrekken: TE_VERBETEREN,
    aanmelddatum_wijzigen: TE_VERBETEREN,
    tegemoetkoming_vastleggen: OPEN - {S.ACCLIMATISATIE},
    persoon_verbeteren: TE_VERBETEREN,
    overlijden_vastleggen: TE_VERBETEREN,
    overlijden_herstellen: TE_VERBETEREN,
    dossier_intrekken: IN_TE_TREKKEN,
    dossier_herstellen: {S.INGETROKKEN},
    afspraak_plannen: OPEN,
    afspraak_wijzigen: OPEN,
    # What is still planned or to be done when a dossier closes must be put away, and notes stay in the file.
    afspraak_afzeggen: ALTIJD,
    afspraak_gehouden: ALTIJD,
    taak_maken: ALTIJD,
    taak_gedaan: ALTIJD,
    taak_heropenen: ALTIJD,
    taak_wijzigen: ALTIJD,
    notitie_maken: ALTIJD,
    notitie_wijzigen: ALTIJD,
    notitie_intrekken: ALTIJD,
    uitnodigen: OPEN,
    brief_maken: VOOR_HET_GESPREK,
    gehoor_melden: OPEN - {S.ACCLIMATISATIE},
    overdracht_melden: OPEN | {S.AFGESLOTEN},
    termijnbericht_maken: VOOR_HET_GESPREK | {S.PLAN_VAN_AANPAK},
    beleid_kiezen: OPEN,
    hardheid_vastleggen: {S.PLAN_VAN_AANPAK, S.UITVOERING, S.ACCLIMATISATIE},
    hardheid_intrekken: ALTIJD,
}
# What must be there before: a row to change, or a mark to take away.
VOORAF = {
    **VOORAF_UITSTEL,
    **VOORAF_AANVULLING,
    gesprek_wijzigen: maak_gesprek,
    gesprek_intrekken: maak_gesprek,
    hulpvraag_wijzigen: maak_hulpvraag,
    hulpvraag_intrekken: maak_hulpvraag,
    driegesprek_wijzigen: _driegesprek,
    eerste_gesprek_wijzigen: maak_eerste_gesprek,
    eerste_gesprek_intrekken: maak_eerste_gesprek,
    acuut_opheffen: maak_acuut,
    voorrang_intrekken: geef_voorrang,
    afspraak_wijzigen: gepland,
    hardheid_vastleggen: maak_venster_dicht,
    hardheid_intrekken: maak_hardheid,
}
# The status after an allowed action; where nothing is named it stays.
NIEUWE_STATUS = {
    (verificatie_vastleggen, S.AANMELDING): S.EERSTE_GESPREK,
    (eerste_gesprek_vastleggen, S.AANMELDING): S.PLAN_VAN_AANPAK,
    (eerste_gesprek_vastleggen, S.EERSTE_GESPREK): S.PLAN_VAN_AANPAK,
    (eerste_gesprek_intrekken, S.PLAN_VAN_AANPAK): S.AANMELDING,
    (hulp_afwijzen, S.AANMELDING): S.GEEN_HULP,
    (hulp_afwijzen, S.EERSTE_GESPREK): S.GEEN_HULP,
    (hulp_hervatten, S.GEEN_HULP): S.AANMELDING,
    (hulp_vergissing, S.GEEN_HULP): S.AANMELDING,
    (uht_status_vastleggen, S.GEEN_RECHT): S.AANMELDING,
    (uht_status_melden, S.GEEN_RECHT): S.AANMELDING,
    (verificatie_beantwoorden, S.AANMELDING): S.EERSTE_GESPREK,
    **{(dossier_intrekken, status): S.INGETROKKEN for status in IN_TE_TREKKEN},
    (dossier_herstellen, S.INGETROKKEN): S.GEEN_HULP,
}
# Has a matrix of its own, of two statuses (test_actions_samenvoegen).
TWEE_DOSSIERS = {"samenvoegen"}


@pytest.mark.parametrize("actie", MATRIX, ids=lambda actie: actie.__name__)
def test_action_is_allowed_or_refused_as_the_table_says(dossier, consulent, snelle_pdf, actie):
    VOORAF.get(actie, lambda dossier, by: None)(dossier, consulent)
    dossier.save()
    voor, events = alles(), DossierEvent.objects.filter(dossier=dossier).count()

    for status in Status:
        with teruggedraaid(f"Het dossier stond op '{status}'."):
            eigen, by = copy.deepcopy((dossier, consulent))
            eigen.status = status
            Dossier.objects.filter(pk=dossier.pk).update(status=status)

            if status in MATRIX[actie]:
                actie(eigen, by)

                eigen.refresh_from_db()
                assert eigen.status == NIEUWE_STATUS.get((actie, status), status)
                assert DossierEvent.objects.filter(dossier=dossier).count() == events + 1
            else:
                melding = rf"kan niet: dit dossier staat op '{status.label}'\.$"
                with pytest.raises(ActieFout, match=melding), transaction.atomic():
                    actie(eigen, by)

                Dossier.objects.filter(pk=dossier.pk).update(status=dossier.status)
                assert alles() == voor


def test_every_action_on_a_dossier_is_in_the_table():
    """An action is a public function with `by` and `at`: who did it and when."""
    gevonden = set()
    for module in iter_modules(cases.actions.__path__, "cases.actions."):
        for naam, functie in inspect.getmembers(import_module(module.name), inspect.isfunction):
            parameters = inspect.signature(functie).parameters
            eigen = functie.__module__ == module.name and not naam.startswith("_")
            if eigen and module.name != "cases.actions.basis" and {"by", "at"} <= set(parameters):
                gevonden.add(naam)

    # houd_afspraak, trek_in and sanering_gevraagd are parts of other actions, and those log it.
    los = {"aanmelden", "direct_aanmelden", "verificatiecode_ophalen", "houd_afspraak", "trek_in", "vind_op_bsn"}
    los |= {"sanering_gevraagd", "gezin_ligt_vast"}
    los |= {"feestdag_toevoegen", "feestdag_weghalen"}  # about the calendar: an event in each dossier that it moves
    los |= {"bewaar_brief", "maak_vrije_brief"}  # parts too
    los |= {"stel_statusvraag", "sluit_statusvraag", "sluit_wachtende"}  # parts of what moves a status
    los |= {"bsn_gevonden"}  # a search, in any status
    los |= {"concept_bewaren", "publiceren", "versie_terugzetten"}  # about the letters of a gemeente
    # Parts of a merge, and of what puts a status of UHT right.
    los |= {"voeg_gezin_samen", "hulp_mee", "volg_uht", "beantwoord_punten", "sluit_dubbel_punt"}
    extra = {"overdracht_melden", "gehoor_melden"}  # brief_maken of the other kinds
    los |= {"afronden", "afronding_terugnemen"}  # about the gemeente as a whole: its clocks hang on no dossier
    assert gevonden - los - TWEE_DOSSIERS == {actie.__name__ for actie in MATRIX} - extra


def test_refusal_inside_a_larger_action_undoes_all_of_it(dossier, consulent):
    voor = alles()

    with pytest.raises(ActieFout), transaction.atomic():
        [stap(dossier, consulent) for stap in (contact_vastleggen, eerste_gesprek_vastleggen, hulp_afwijzen)]

    assert alles() == voor
