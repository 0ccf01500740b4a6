"""That the identity was seen is put right: corrected, or withdrawn with a reason; the right one is on top again."""

from datetime import date

import pytest
from django.urls import reverse

from cases.actions import identiteit as acties
from cases.actions.basis import ActieFout
from cases.actions.documentbeheer import document_intrekken
from cases.actions.documenten import document_toevoegen
from cases.documentlijst import geldende_controle, identiteitscontroles
from cases.forms.vrijetekst import BSN_IN_TEKST
from cases.keuzes import Identiteitsbewijs
from cases.models import Identiteitscontrole
from cases.registratie import documentgebruik
from tests.cases import bestandsvoorbeelden
from tests.factories import moment

ON, DAG, TYPFOUT = date(2026, 3, 20), date(2026, 2, 12), date(2026, 3, 12)
NA = {"at": moment(ON), "on": ON}


def zie(dossier, by, datum=DAG, **anders):
    wat = {"hoe": Identiteitsbewijs.PASPOORT, **anders}
    return acties.identiteit_vastleggen(dossier=dossier, datum=datum, **wat, by=by, **NA)


def verbeter(controle, by, **wijzigingen):
    return acties.identiteit_wijzigen(controle=controle, wijzigingen=wijzigingen, reden="Typefout", by=by, **NA)


def trek_in(controle, by, reden="Andere persoon"):
    return acties.identiteit_intrekken(controle=controle, reden=reden, by=by, at=moment(ON))


def bovenaan(dossier):
    return geldende_controle(identiteitscontroles(dossier))


def test_typing_error_with_a_later_day_hides_nothing_after_it_is_corrected(dossier, consulent):
    fout, goed = zie(dossier, consulent, TYPFOUT), zie(dossier, consulent, DAG, hoe=Identiteitsbewijs.RIJBEWIJS)
    assert bovenaan(dossier) == fout

    verbeter(fout, consulent, datum=date(2026, 1, 12))

    assert bovenaan(dossier) == goed
    event = dossier.events.first()
    assert (event.tekst, event.reden) == ("Identiteit van 12 januari 2026 verbeterd: datum.", "Typefout")


def test_withdrawn_it_counts_no_more_and_the_same_can_be_noted_anew(dossier, consulent):
    goed, fout = zie(dossier, consulent), zie(dossier, consulent, TYPFOUT)

    trek_in(fout, consulent)

    assert bovenaan(dossier) == goed
    fout.refresh_from_db()
    assert (fout.ingetrokken_reden, fout.ingetrokken_door) == ("Andere persoon", consulent)
    assert dossier.events.first().tekst == "Identiteit van 12 maart 2026 ingetrokken."
    opnieuw = zie(dossier, consulent, TYPFOUT)
    assert (opnieuw != fout, bovenaan(dossier)) == (True, opnieuw)


def test_nothing_is_left_when_the_only_one_is_withdrawn(dossier, consulent):
    trek_in(zie(dossier, consulent), consulent)

    assert bovenaan(dossier) is None


@pytest.mark.parametrize(
    ("wijzigingen", "melding"),
    [
        ({"datum": date(2026, 3, 21)}, "kan niet in de toekomst gezien zijn"),
        ({"hoe": Identiteitsbewijs.PASPOORT}, None),
    ],
)
def test_correction_that_can_not_be_or_says_the_same(dossier, consulent, wijzigingen, melding):
    controle = zie(dossier, consulent)
    events = dossier.events.count()

    if melding:
        with pytest.raises(ActieFout, match=melding):
            verbeter(controle, consulent, **wijzigingen)
    else:
        verbeter(controle, consulent, **wijzigingen)

    assert (dossier.events.count(), Identiteitscontrole.objects.get().datum) == (events, DAG)


def test_withdrawn_one_is_not_changed_and_withdrawing_needs_a_reason(dossier, consulent):
    controle = zie(dossier, consulent)
    with pytest.raises(ActieFout, match="Schrijf op waarom u dit intrekt"):
        trek_in(controle, consulent, reden=" ")
    trek_in(controle, consulent)

    with pytest.raises(ActieFout, match="dit is al ingetrokken"):
        verbeter(controle, consulent, datum=TYPFOUT)
    with pytest.raises(ActieFout, match="dit is al ingetrokken"):
        trek_in(controle, consulent)


@pytest.fixture
def document(dossier, consulent):
    wat = {"soort": "identiteit", "onderwerp": "Verklaring", "datum": DAG, "inhoud": bestandsvoorbeelden.pdf()}
    return document_toevoegen(dossier=dossier, **wat, by=consulent, **NA)


def test_document_leans_on_it_until_it_is_withdrawn(dossier, consulent, document):
    controle = zie(dossier, consulent, document=document)
    assert documentgebruik(document) == ["de identiteitscontrole van 12 februari 2026"]

    trek_in(controle, consulent)

    assert documentgebruik(document) == []


def test_document_that_was_withdrawn_can_stay_but_not_be_chosen(pagina, dossier, consulent, document):
    met, zonder = zie(dossier, consulent, document=document), zie(dossier, consulent, TYPFOUT)
    document_intrekken(document=document, reden="Verkeerd", by=consulent, at=moment(ON), ondanks_gebruik=True)
    url = reverse("identiteit_wijzigen", args=[dossier.nummer, met.pk])
    versie = pagina.get(url).context["form"]["versie"].value()

    invoer = {"datum": "13-02-2026", "hoe": "paspoort", "toelichting": "", "document": document.pk}
    antwoord = pagina.post(url, {**invoer, "reden": "Typefout", "versie": versie})

    assert antwoord["Location"] == reverse("documenten", args=[dossier.nummer])
    met.refresh_from_db()
    assert (met.datum, met.document) == (date(2026, 2, 13), document)
    with pytest.raises(ActieFout, match="Dit document is ingetrokken of vervangen"):
        verbeter(zonder, consulent, document=document)


def test_day_is_corrected_where_an_old_text_holds_a_bsn(pagina, dossier, consulent):
    """Who does not touch the text is not refused for what somebody wrote in it before that was refused."""
    controle = zie(dossier, consulent)
    Identiteitscontrole.objects.update(toelichting="Paspoort van 999990019 gezien")
    url = reverse("identiteit_wijzigen", args=[dossier.nummer, controle.pk])
    form = pagina.get(url).context["form"]
    invoer = {veld.html_name: veld.value() or "" for veld in form if veld.name != "datum"}
    invoer |= {"datum": "10-02-2026", "reden": "Typefout"}

    assert pagina.post(url, {**invoer, "toelichting": "Nog een: 999990019"}).context["form"].errors == {
        "toelichting": [BSN_IN_TEKST]
    }
    assert pagina.post(url, invoer).status_code == 302
    assert Identiteitscontrole.objects.get().datum == date(2026, 2, 10)


def test_both_pages_say_by_whom(pagina, dossier, consulent):
    zie(dossier, consulent)

    for naam in ("mensen", "documenten"):
        tekst = pagina.get(reverse(naam, args=[dossier.nummer])).text.lower()
        assert "gezien op 12 februari 2026 met paspoort, door jolanda prins" in tekst


def test_documenten_has_the_earlier_and_the_withdrawn_ones_with_their_reason(pagina, dossier, consulent):
    eerder, nu, weg = (zie(dossier, consulent, dag) for dag in (DAG, TYPFOUT, date(2026, 3, 18)))
    trek_in(weg, consulent)

    tekst = pagina.get(reverse("documenten", args=[dossier.nummer])).text

    for naam in ("identiteit_wijzigen", "identiteit_intrekken"):
        links = [f'href="{reverse(naam, args=[dossier.nummer, rij.pk])}"' in tekst for rij in (eerder, nu, weg)]
        assert links == [True, True, False]
    assert "<s>Gezien op 18 maart 2026 met paspoort, door Jolanda Prins</s>" in tekst
    assert "door Jolanda Prins: Andere persoon" in tekst


def test_page_withdraws_it_with_a_reason(pagina, dossier, consulent):
    controle = zie(dossier, consulent)
    url = reverse("identiteit_intrekken", args=[dossier.nummer, controle.pk])
    assert url in pagina.get(reverse("identiteit_wijzigen", args=[dossier.nummer, controle.pk])).text

    antwoord = pagina.post(url, {"reden": "Andere persoon"})

    assert antwoord["Location"] == reverse("documenten", args=[dossier.nummer])
    assert bovenaan(dossier) is None
