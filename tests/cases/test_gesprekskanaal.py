"""A letter or a mail is no gesprek, so that it starts no legal clock; an older row that says so keeps working."""

from datetime import date

import pytest
from django.urls import reverse

from cases.actions import gesprekken
from cases.actions.basis import ActieFout
from cases.actions.eerste_gesprek import eerste_gesprek_wijzigen
from cases.keuzes import Leefgebied
from cases.models import Afspraak, Gesprek, Termijn
from tests.factories import moment
from tests.wegen import voer_eerste_gesprek

ON, DAG = date(2026, 3, 20), date(2026, 3, 12)
MELDING = r"Een brief of e-mail is geen gesprek\. Leg het vast als contact\."
WAAR = ["telefoon", "huisbezoek", "kantoor", "online"]


@pytest.mark.parametrize("kanaal", ["brief", "e-mail"])
def test_eerste_gesprek_starts_no_clock_by_letter(dossier, consulent, kanaal):
    wat = {"hulpvragen": {Leefgebied.WONEN: "Vloer"}, "verslag": "", "by": consulent, "at": moment(ON), "on": ON}

    with pytest.raises(ActieFout, match=MELDING):
        gesprekken.eerste_gesprek_vastleggen(dossier=dossier, datum=DAG, kanaal=kanaal, **wat)

    assert (Gesprek.objects.count(), Termijn.objects.filter(regel="plan_van_aanpak").count()) == (0, 0)


def test_further_gesprek_is_no_letter_either_nor_becomes_one(dossier, consulent):
    voer_eerste_gesprek(dossier, consulent, DAG)
    gesprek = Gesprek.objects.get()
    velden = {"aanwezig": "", "verslag": "", "hulpvragen": {}, "urgentie": {}}
    wie = {"by": consulent, "at": moment(ON), "on": ON}

    with pytest.raises(ActieFout, match=MELDING):
        gesprekken.gesprek_vastleggen(dossier=dossier, datum=DAG, kanaal="brief", **velden, **wie)
    with pytest.raises(ActieFout, match=MELDING):
        gesprekken.gesprek_wijzigen(gesprek=gesprek, wijzigingen={"kanaal": "brief"}, reden="Fout", **wie)


def test_letter_of_before_can_not_become_the_eerste_gesprek(dossier, consulent):
    voer_eerste_gesprek(dossier, consulent, DAG)
    oud = Gesprek.objects.create(dossier=dossier, datum=date(2026, 3, 10), kanaal="brief", door=consulent)

    with pytest.raises(ActieFout, match=MELDING):
        eerste_gesprek_wijzigen(
            dossier=dossier, gesprek=oud, datum=oud.datum, reden="Fout", by=consulent, at=moment(ON), on=ON
        )


def test_eerste_gesprek_by_letter_of_before_can_still_get_its_right_day(dossier, consulent):
    voer_eerste_gesprek(dossier, consulent, DAG)
    oud = Gesprek.objects.get()
    Gesprek.objects.update(kanaal="brief")

    eerste_gesprek_wijzigen(
        dossier=dossier, gesprek=oud, datum=date(2026, 3, 13), reden="Fout", by=consulent, at=moment(ON), on=ON
    )

    assert Gesprek.objects.get().datum == date(2026, 3, 13)


def test_forms_offer_the_same_ways(pagina, dossier, consulent):
    voer_eerste_gesprek(dossier, consulent, DAG)
    for naam in ("gesprek_nieuw", "afspraak_nieuw"):
        form = pagina.get(reverse(naam, args=[dossier.nummer])).context["form"]
        assert [waarde for waarde, _ in form.fields["kanaal"].choices if waarde] == WAAR


def test_older_row_keeps_its_way_when_it_is_corrected(pagina, dossier, consulent):
    voer_eerste_gesprek(dossier, consulent, DAG)
    gesprek = Gesprek.objects.get()
    Gesprek.objects.update(kanaal="brief")
    afspraak = Afspraak.objects.create(
        dossier=dossier, soort="gesprek", datum=date(2099, 1, 5), kanaal="e-mail", door=consulent
    )
    url = reverse("gesprek_wijzigen", args=[dossier.nummer, gesprek.pk])
    form = pagina.get(url).context["form"]
    assert [waarde for waarde, _ in form.fields["kanaal"].choices] == ["telefoon", "brief", *WAAR[1:]]

    invoer = {"kanaal": "brief", "aanwezig": "", "verslag": "Brief van mevrouw.", "versie": form["versie"].value()}
    assert pagina.post(url, {**invoer, "reden": "Aangevuld"}).status_code == 302

    gesprek.refresh_from_db()
    assert (gesprek.kanaal, gesprek.verslag) == ("brief", "Brief van mevrouw.")
    keuzes = pagina.get(reverse("afspraak", args=[dossier.nummer, afspraak.pk])).context["form"].fields["kanaal"]
    assert [waarde for waarde, _ in keuzes.choices] == ["telefoon", "e-mail", *WAAR[1:]]
