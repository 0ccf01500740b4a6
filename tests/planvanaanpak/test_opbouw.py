"""What the letter of a besluit says is copied from the plan, and only what belongs in that letter."""

from datetime import date

from planvanaanpak.actions import besluit as besluitacties
from planvanaanpak.actions import plan as planacties
from planvanaanpak.brief import uit_json
from tests.factories import moment
from tests.wegen import BUDGETCOACH, stel_vast

BESLUIT, AANVULLING = date(2026, 4, 20), date(2026, 6, 1)


def test_letter_of_the_plan_says_when_the_resident_agreed(dossier, consulent, snelle_pdf):
    besluit = stel_vast(dossier, consulent, gesprek=date(2026, 3, 12), besluit=BESLUIT)

    brief = uit_json(besluit.snapshot)

    assert (brief.akkoord_datum, brief.akkoord_hoe) == (BESLUIT, "E-mail")
    assert [regel.leefgebied for regel in brief.leefgebieden] == ["Wonen", "Financiën", "Gezin", "Werk", "Zorg"]


def test_addendum_does_not_claim_an_akkoord_that_came_before_it(dossier, consulent, snelle_pdf):
    stel_vast(dossier, consulent, gesprek=date(2026, 3, 12), besluit=BESLUIT)
    extra = {**BUDGETCOACH, "omschrijving": "Rijlessen"}
    planacties.voorziening_bewaren(plan=dossier.plan, gegevens=extra, by=consulent, at=moment(AANVULLING))

    addendum = besluitacties.addendum_vaststellen(
        plan=dossier.plan,
        datum=AANVULLING,
        toelichting="Nieuwe kans.",
        by=consulent,
        at=moment(AANVULLING),
        on=AANVULLING,
    )

    brief = uit_json(addendum.snapshot)
    assert (brief.akkoord_datum, brief.leefgebieden, len(brief.voorzieningen)) == (None, (), 1)
