"""In the browser: a toekenning, bezwaar against it, a hoorzitting, a verdaging, and the besluit op bezwaar."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cases.actions.dossier import toewijzen
from cases.models import Dossier, Termijn
from planvanaanpak.actions.besluit import verzenden
from planvanaanpak.actions.bezwaar import bezwaar_vastleggen
from planvanaanpak.models import Besluit, Bezwaar
from tests.cases.bestandsvoorbeelden import pdf
from tests.e2e.keuring import keur_paden
from tests.factories import maak_dossier, moment
from tests.wegen import stel_vast

pytestmark = pytest.mark.django_db(transaction=True)
VAN_BEZWAAR = (
    "bezwaar", "bezwaar_wijzigen", "bezwaar_weghalen", "bezwaar_bevestiging", "bezwaar_advies", "bezwaar_intrekking",
    "hoorzitting_plannen", "horen_afzien", "bezwaar_besluit", "beroep_nieuw", "bezwaar_verschoonbaar",
)  # fmt: skip


@pytest.fixture
def toegekend(gemeente, consulent, coordinator, snelle_pdf, settings, tmp_path):
    """Give a toekenning that left forty days ago: bezwaar is still possible."""
    settings.MEDIA_ROOT = tmp_path
    verstuurd = timezone.localdate() - timedelta(days=40)
    begin = verstuurd - timedelta(days=14)
    dossier = maak_dossier(gemeente, datum=begin)
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(begin))
    besluit = stel_vast(dossier, consulent, gesprek=begin, besluit=verstuurd)
    return verzenden(besluit=besluit, datum=verstuurd, by=consulent, at=moment(verstuurd), on=verstuurd)


def test_bezwaar_from_receipt_to_besluit(bediening, toegekend, consulent, coordinator):
    on, wie = timezone.localdate(), bediening
    dossier = Dossier.objects.get(pk=toegekend.dossier_id)
    wie.log_in(consulent)
    wie.ga(toegekend.get_absolute_url())
    wie.volg("Bezwaar vastleggen")
    wie.kies(kanaal="e-mail", indiener="rechthebbende")
    wie.vul(ontvangen_op=on, gronden="U heeft ook een bed nodig.")
    wie.voeg_bestand_toe("bestand", {"name": "bezwaar.pdf", "mimeType": "application/pdf", "buffer": pdf()})
    wie.druk("Bewaren")
    wie.ziet("Het bezwaar is vastgelegd.", "op tijd", "Nog doen: Bevestig de ontvangst")
    bezwaar = Bezwaar.objects.get()
    tot = bezwaar.termijn.uiterste_datum

    wie.volg("Bevestig de ontvangst")
    wie.ziet("Wij hebben uw bezwaar ontvangen", "Wij beslissen uiterlijk op")
    wie.druk("Brief maken")
    wie.volg("Hoorzitting plannen")
    wie.vul(
        datum=on,
        tijd="10:30",
        plaats="stadhuis, kamer 2.12",
        door_wie="mevrouw A. de Wit",
        instemming="Vandaag, per telefoon.",
    )
    wie.druk("Bewaren")
    wie.ziet("Uitnodiging voor een hoorzitting over uw bezwaar")
    wie.druk("Brief maken")
    wie.ga(reverse("vandaag"))
    wie.ziet("Hoorzitting over bezwaar, 10.30 uur")
    wie.ga(dossier.get_absolute_url())
    wie.ziet("Bezwaar: houd de hoorzitting")
    wie.volg("Hoorzitting vastleggen")
    wie.vul(aanwezig="De inwoner", verslag="De inwoner legde uit waarom een bed nodig is.")
    wie.druk("Bewaren")
    wie.ziet("De hoorzitting is vastgelegd.", "Een ander beslist op het bezwaar")

    wie.volg("Verdagen")
    wie.vul(toelichting="Wij wachten op een brief van de huisarts.")
    wie.druk("Verder")
    wie.ziet("Wij hebben meer tijd nodig voor uw bezwaar", "6 weken erbij")
    wie.druk("Verdagen")
    wie.ziet("De uiterste datum is nu")
    assert Termijn.objects.get(pk=bezwaar.termijn_id).uiterste_datum > tot

    wie.log_in(coordinator)
    wie.ga(reverse("bezwaren"))
    wie.ziet("klaar om te beslissen")
    wie.volg(dossier.persoon.naam)
    wie.volg("Beslissen op het bezwaar")
    wie.kies(dictum="gegrond", vervolg="nieuw_besluit")
    wie.vul(motivering="U heeft een bed nodig.", gevolg="U krijgt een bed.")
    wie.page.locator("[name='gelezen']").check()
    wie.druk("Vaststellen")
    wie.ziet("is vastgesteld. Verstuur de brief", "in beroep gaan tot en met")
    wie.volg("Verzending bevestigen")
    wie.druk("Verzending bevestigen")
    wie.ga(bezwaar.get_absolute_url())
    wie.ziet("gegrond, nieuw besluit volgt", "volgt nog", "in beroep tot en met")
    besluit = Besluit.objects.get(soort="besluit_op_bezwaar")
    assert Termijn.objects.get(pk=bezwaar.termijn_id).datum_gehaald == on

    nummer = dossier.nummer
    paden = [
        bezwaar.get_absolute_url(),
        besluit.get_absolute_url(),
        reverse("dossier_bezwaren", args=[nummer]),
        reverse("bezwaar_vervolg", args=[nummer, bezwaar.pk]),
        reverse("bezwaren"),
        dossier.get_absolute_url(),
    ]
    assert keur_paden(bediening, paden) == []


def test_pages_pass_axe_and_fit(bediening, toegekend, consulent, coordinator):
    """A late bezwaar with a commissie has every page; the list is empty before it."""
    bediening.log_in(coordinator)
    nummer, on = toegekend.dossier.nummer, timezone.localdate()
    leeg = [reverse("bezwaren"), reverse("dossier_bezwaren", args=[nummer]), reverse("bezwaar_nieuw", args=[nummer])]
    assert keur_paden(bediening, leeg) == []

    Termijn.objects.filter(regel="bezwaar").update(uiterste_datum=on - timedelta(days=3))
    velden = {"ontvangen_op": on, "kanaal": "e-mail", "indiener": "rechthebbende", "commissie": True, "gronden": "Nee."}
    wie = {"by": consulent, "at": moment(on), "on": on}
    bezwaar = bezwaar_vastleggen(besluit=toegekend, gegevens=velden, document=None, bestand=pdf(), **wie)
    assert keur_paden(bediening, [reverse(naam, args=[nummer, bezwaar.pk]) for naam in VAN_BEZWAAR]) == []

    bediening.ga(reverse("hoorzitting_plannen", args=[nummer, bezwaar.pk]))
    bediening.vul(datum=on + timedelta(days=20), tijd="10:30", plaats="stadhuis", door_wie="de commissie")
    bediening.druk("Bewaren")
    namen = ("hoorzitting_uitnodiging", "hoorzitting_gehouden", "hoorzitting_afzeggen", "bezwaar")
    assert keur_paden(bediening, [reverse(naam, args=[nummer, bezwaar.pk]) for naam in namen]) == []
