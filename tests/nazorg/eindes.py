"""The steps at the end of the road, for tests that begin there."""

from datetime import date

from cases.keuzes import Kanaal
from cases.models import Termijn
from nazorg.actions import eindgrond as eindgronden
from nazorg.actions import nazorg as nazorgacties
from nazorg.actions import stoppen
from nazorg.actions.acclimatisatie import niet_erkend_vastleggen
from nazorg.actions.beeindigen import beeindigen
from nazorg.actions.hervatten import plan_hervatten
from nazorg.hervatgrond import Hervatgrond
from nazorg.models import Eindgrond, Overdracht
from tests.factories import moment
from tests.wegen import behaal_doelen

GESPREK, BESLUIT = date(2026, 3, 12), date(2026, 4, 20)
DOELEN, EINDE = date(2027, 1, 10), date(2027, 1, 15)
CONTACTDAGEN = [date(2027, 7, 15), date(2028, 1, 15), date(2028, 7, 15), date(2029, 1, 15)]
TOELICHTING = "Uw doelen zijn behaald."


def stop(dossier, by, *, grond="doelen_behaald", nazorg=True, toelichting=TOELICHTING, datum=EINDE, on=None,
         zienswijze="U vindt het goed."):  # fmt: skip
    on = on or datum
    return beeindigen(
        dossier=dossier,
        grond=grond,
        datum=datum,
        toelichting=toelichting,
        nazorg_gewenst=nazorg,
        zienswijze=zienswijze,
        by=by,
        at=moment(on),
        on=on,
    )


def volg_vng(dossier):
    """Let a dossier follow the beleid of the VNG, which knows a term only after niet erkend."""
    dossier.beleid.profiel = "vng_2025"
    dossier.beleid.save()


def naar_nazorg(dossier, by):
    """End the support of a dossier in uitvoering, with nazorg from EINDE."""
    behaal_doelen(dossier, by, DOELEN)
    stop(dossier, by)
    dossier.refresh_from_db()
    return dossier


def meld_niet_erkend(dossier, by, datum, *, feit=None, bron="Gegevensportaal", on=None):
    on = on or datum
    return niet_erkend_vastleggen(
        dossier=dossier, datum_feit=feit or datum, datum_gemeld=datum, bron=bron, by=by, at=moment(on), on=on
    )


def houd_contact(contact, by, datum, *, verslag="Het gaat goed.", terugval=False, on=None):
    on = on or datum
    return nazorgacties.nazorgcontact_vastleggen(
        contact=contact,
        datum=datum,
        kanaal=Kanaal.TELEFOON,
        verslag=verslag,
        terugval=terugval,
        by=by,
        at=moment(on),
        on=on,
    )


def sluit_nazorg(dossier, by, datum, *, reden="Mevrouw redt het zelf."):
    return nazorgacties.nazorg_afsluiten(dossier=dossier, reden=reden, by=by, at=moment(datum))


def hervat_plan(dossier, by, datum, *, grond=Hervatgrond.TERUGVAL, toelichting="Er zijn weer schulden."):
    return plan_hervatten(dossier=dossier, grond=grond, toelichting=toelichting, by=by, at=moment(datum))


def leg_grond_vast(dossier, by, datum, *, grond="verhuizing", bron="De inwoner", toelichting="", on=None):
    on = on or datum
    wat = {"grond": grond, "datum": datum, "bron": bron, "toelichting": toelichting}
    return eindgronden.eindgrond_vastleggen(dossier=dossier, **wat, by=by, at=moment(on), on=on)


def een_eindgrond(dossier, by, datum=EINDE):
    """Give a ground, whatever the status of the dossier is."""
    wat = {"grond": "verhuizing", "grond_tekst": "Verhuizing naar een andere gemeente", "bron": "x"}
    return Eindgrond.objects.create(dossier=dossier, datum=datum, door=by, **wat)


def voer_eindgesprek(rij, by, datum, *, uitgenodigd=None, gehouden=None, verslag="", on=None):
    on = on or datum
    wat = {"uitgenodigd_op": uitgenodigd or datum, "eindgesprek_op": gehouden, "verslag": verslag}
    return eindgronden.eindgesprek_vastleggen(eindgrond=rij, **wat, by=by, at=moment(on), on=on)


def trek_grond_in(rij, by, on, reden="Vergissing."):
    return eindgronden.eindgrond_intrekken(eindgrond=rij, reden=reden, by=by, at=moment(on))


def stop_nazorg(dossier, by, datum, *, overdracht=Overdracht.GEDAAN, aan="Sociaal team", toelichting="", on=None):
    on = on or datum
    wat = {"overdracht": overdracht, "overdracht_aan": aan, "toelichting": toelichting}
    return stoppen.nazorg_stoppen(dossier=dossier, datum=datum, **wat, by=by, at=moment(on), on=on)


def standen(dossier, *regels):
    """Give the states of clocks: rule (and the number of a contact) -> status."""
    termijnen = Termijn.objects.filter(dossier=dossier, regel__in=regels).order_by("regel", "uiterste_datum", "pk")
    gevonden = {}
    for termijn in termijnen:
        nummer = termijn.aanleiding.split(":")[-1] if termijn.regel == "nazorg_contact" else ""
        gevonden.setdefault(f"{termijn.regel}{nummer and ' '}{nummer}", []).append(termijn.status)
    return {regel: rij[0] if len(rij) == 1 else rij for regel, rij in gevonden.items()}
