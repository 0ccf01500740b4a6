"""The letters of a day in one file: what waits, the list without names, that they were printed, and who may."""

import io
from datetime import date

import pikepdf
import pytest
import time_machine
from django.core.files.base import ContentFile
from django.urls import reverse

from accounts.rollen import Rol
from cases.actions.basis import ActieFout
from cases.actions.briefdruk import bewaar_brief
from cases.briefadres import ontvanger
from cases.models import Document, DossierEvent, UitgaandeBrief
from cases.pdf import render_pdf
from planvanaanpak.actions import drukronde as acties
from planvanaanpak.actions.besluit import verzenden
from planvanaanpak.drukbrief import OP_DE_BRIEF
from planvanaanpak.drukwerklijst import te_drukken
from planvanaanpak.models import Drukregel, Drukronde
from planvanaanpak.printbestand import SJABLOON, Voorblad, Voorbladregel
from tests.factories import GemeenteFactory, maak_dossier, maak_user, moment
from tests.haltes import halte
from tests.planvanaanpak import brieven
from tests.planvanaanpak.pdf_controle import controleer
from tests.planvanaanpak.test_pdf import bladen, lees
from tests.wereldbrieven import klein_pdf

pytestmark = pytest.mark.django_db
DAG = date(2026, 4, 20)


def leg_neer(dossier, by, dag=DAG):
    naar = ontvanger(dossier.persoon)
    return bewaar_brief(dossier, klein_pdf(), "Overdracht", "overdracht", naar=naar, by=by, at=moment(dag), on=dag)


@halte
def brief(dossier, consulent):
    """Give a letter about the warme overdracht, of the day of the besluit."""
    return leg_neer(dossier, consulent)


def wacht(gemeente, user, dag=DAG):
    return [(rij.nummer, rij.soort) for rij in te_drukken(gemeente, user, dag=dag)]


def zet_klaar(gemeente, by):
    return acties.drukronde_maken(gemeente=gemeente, dag=DAG, by=by, at=moment(DAG))


def test_besluit_waits_from_its_day_until_it_was_sent(gemeente, consulent, besluit):
    assert wacht(gemeente, consulent, date(2026, 4, 19)) == []
    assert wacht(gemeente, consulent) == [(besluit.nummer, "Besluit: toekenning")]
    assert wacht(gemeente, consulent, date(2026, 4, 21)) == [(besluit.nummer, "Besluit: toekenning")]

    verzenden(besluit=besluit, datum=date(2026, 4, 21), by=consulent, at=moment(DAG), on=date(2026, 4, 21))

    assert wacht(gemeente, consulent) == [(besluit.nummer, "Bijsluiter")]


def test_letters_wait_from_their_own_day_and_uploads_never(gemeente, consulent, besluit, brief):
    los = Document(
        dossier=besluit.dossier, soort="brief", onderwerp="Van buiten", datum=DAG, bestandstype="application/pdf",
        extensie="pdf", grootte=1, sha256="0" * 64, toegevoegd_op=moment(DAG), toegevoegd_door=consulent,
    )  # fmt: skip
    los.bestand.save("x", ContentFile(b"x"))

    assert wacht(gemeente, consulent) == [
        (besluit.nummer, "Besluit: toekenning"),
        (besluit.dossier.nummer, "Overdracht aan andere hulp"),
    ]
    assert wacht(gemeente, consulent, date(2026, 4, 19)) == []


def test_nothing_goes_to_who_died_nor_shows_in_another_gemeente(gemeente, consulent, besluit, brief):
    vreemd = maak_user(Rol.CONSULENT, GemeenteFactory(code="9902"))
    assert wacht(gemeente, vreemd) == []

    besluit.dossier.persoon.datum_overlijden = DAG
    besluit.dossier.persoon.save()

    assert wacht(gemeente, consulent) == []


def test_letter_is_in_one_drukronde_only(gemeente, consulent, besluit, brief):
    ronde = zet_klaar(gemeente, consulent)

    assert [(r.volgorde, r.besluit, r.document) for r in ronde.regels.all()] == [(1, besluit, None), (2, None, brief)]
    with pytest.raises(ActieFout, match=r"^Er zijn geen brieven om af te drukken\."):
        zet_klaar(gemeente, consulent)


def test_printed_is_marked_by_whom_in_every_dossier_and_once(gemeente, consulent, besluit, brief):
    ronde = zet_klaar(gemeente, consulent)

    for _ in range(2):
        ronde = acties.afgedrukt_melden(ronde=ronde, by=consulent, at=moment(DAG))

    assert (ronde.afgedrukt_op, ronde.afgedrukt_door) == (moment(DAG), consulent)
    events = DossierEvent.objects.filter(soort="brief_afgedrukt").order_by("pk")
    assert [(e.tekst, e.by) for e in events] == [
        ("Afgedrukt: besluit: toekenning.", consulent),
        ("Afgedrukt: overdracht aan andere hulp.", consulent),
    ]
    besluit.refresh_from_db()
    assert besluit.verzonden_op is None
    with pytest.raises(ActieFout, match=r"^Deze brieven zijn al afgedrukt op 20 april 2026\.$"):
        acties.drukronde_weghalen(ronde=ronde, by=consulent)


def test_letters_put_back_wait_again(gemeente, consulent, besluit):
    ronde = zet_klaar(gemeente, consulent)

    acties.drukronde_weghalen(ronde=ronde, by=consulent)

    assert not Drukregel.objects.exists()
    assert wacht(gemeente, consulent) == [(besluit.nummer, "Besluit: toekenning")]
    with pytest.raises(ActieFout, match=r"^Een collega heeft deze brieven intussen teruggezet\.$"):
        acties.afgedrukt_melden(ronde=ronde, by=consulent, at=moment(DAG))


def test_file_has_the_list_without_names_and_then_the_letters(pagina, gemeente, consulent, dossier, brief):
    UitgaandeBrief.objects.update(envelop={"adres_geheim": True})
    ronde = zet_klaar(gemeente, consulent)

    antwoord = pagina.get(reverse("drukronde_pdf", args=[ronde.pk]))

    assert antwoord["Content-Disposition"] == f'attachment; filename="brieven-20260420-{ronde.pk}.pdf"'
    tekst = lees(antwoord.content)
    assert f"1 {dossier.nummer} Overdracht aan andere hulp 1 schrijf het geheime adres erop" in tekst
    assert "Enveloppen 1, samen 1 bladzijden" in tekst
    assert dossier.persoon.achternaam not in tekst
    with pikepdf.open(io.BytesIO(antwoord.content)) as pdf:
        assert len(pdf.pages) == 4


def test_list_passes_the_gate_and_repeats_its_heads_on_every_page():
    regels = tuple(
        Voorbladregel(volgorde=n, soort="Afwijzing", nummer=f"9901-B-2026-{n:05d}", bladen=2, envelop=OP_DE_BRIEF)
        for n in range(1, 101)
    )
    voorblad = Voorblad(
        kenmerk="drukronde 1",
        datum=DAG,
        afzender=brieven.AFZENDER,
        ontvanger=brieven.ONTVANGER,
        gemaakt_door="Jolanda Prins",
        regels=regels,
    )

    pdf = render_pdf(SJABLOON, voorblad)

    paginas = bladen(pdf)
    assert controleer(pdf) == []
    assert len(paginas) > 2
    assert all("Nummer" in pagina and "Envelop" in pagina for pagina in paginas)
    assert "100, samen 200 bladzijden" in lees(pdf)


@pytest.mark.parametrize("fout", ["anders", "weg"])
def test_damaged_letter_is_not_printed(pagina, gemeente, consulent, brief, fout):
    ronde = zet_klaar(gemeente, consulent)
    if fout == "weg":
        brief.bestand.storage.delete(brief.bestand.name)
    else:
        Document.objects.filter(pk=brief.pk).update(sha256="0" * 64)

    antwoord = pagina.get(reverse("drukronde_pdf", args=[ronde.pk]), follow=True)

    assert "Een van de brieven is beschadigd of ontbreekt." in antwoord.content.decode()


def test_road_of_the_page(pagina, gemeente, consulent, besluit):
    lijst = reverse("brieven_vandaag")

    antwoord = pagina.post(f"{lijst}", {"gemeente": gemeente.code, "dag_van": "20-04-2026"})
    ronde = Drukronde.objects.get()
    assert antwoord["Location"] == reverse("drukronde", args=[ronde.pk])
    brief = f'<a class="nl-link" href="{besluit.get_absolute_url()}">{besluit.nummer}<'
    assert brief in pagina.get(antwoord["Location"]).content.decode()

    pagina.post(antwoord["Location"])

    ronde.refresh_from_db()
    assert ronde.afgedrukt_door == consulent
    assert "afgedrukt" in pagina.get(lijst).content.decode()
    assert pagina.get(reverse("drukronde_weghalen", args=[ronde.pk]))["Location"] == ronde.get_absolute_url()


def test_page_puts_letters_back(pagina, gemeente, consulent, besluit):
    ronde = zet_klaar(gemeente, consulent)

    assert "terugzetten?" in pagina.get(reverse("drukronde_weghalen", args=[ronde.pk])).content.decode()
    antwoord = pagina.post(reverse("drukronde_weghalen", args=[ronde.pk]), follow=True)

    assert "De brieven wachten weer om te worden afgedrukt." in antwoord.content.decode()
    assert besluit.nummer in antwoord.content.decode()


def test_page_shows_what_was_left_and_puts_it_with_the_rest_or_not(pagina, gemeente, consulent, dossier, brief):
    lijst = f"{reverse('brieven_vandaag')}?dag_van=21-04-2026"
    leg_neer(dossier, consulent, date(2026, 4, 21))

    tekst = pagina.get(reverse("brieven_vandaag")).content.decode()
    assert "eerdere dagen" not in tekst
    with time_machine.travel(moment(date(2026, 4, 21)), tick=False):
        pagina.force_login(consulent)
        tekst = pagina.get(lijst).content.decode()
        assert "Nog niet afgedrukt van eerdere dagen: 1" in tekst
        assert 'href="/brieven/?dag_van=20-04-2026"' in tekst
        wat = {"gemeente": gemeente.code, "dag_van": "21-04-2026"}
        pagina.post(lijst, wat)
        assert [regel.document.datum for regel in Drukregel.objects.all()] == [date(2026, 4, 21)]
        pagina.post(lijst, wat | {"met_eerder": "on"})

    assert Drukregel.objects.filter(document=brief).exists()
    assert Drukronde.objects.count() == 2


@pytest.mark.parametrize(("meest", "eerst", "rest"), [(1, 1, 2), (2, 2, 1), (3, 3, 0)])
def test_full_file_says_that_the_rest_waits(
    pagina, gemeente, consulent, dossier, brief, monkeypatch, meest, eerst, rest
):
    monkeypatch.setattr(acties, "MEEST", meest)
    for _ in range(2):
        leg_neer(dossier, consulent)

    antwoord = pagina.post(
        reverse("brieven_vandaag"), {"gemeente": gemeente.code, "dag_van": "20-04-2026"}, follow=True
    )

    melding = (
        f"Er passen hoogstens {meest} brieven in één bestand. Er wachten er nog {rest}. Druk eerst dit bestand af"
        " en zet daarna de rest klaar."
    )
    assert Drukregel.objects.count() == eerst
    assert (melding in antwoord.content.decode()) == bool(rest)
    assert len(te_drukken(gemeente, consulent, dag=DAG)) == rest


def test_full_file_does_not_tear_a_dossier_apart(gemeente, consulent, dossier, brief):
    ander = maak_dossier(gemeente, bsn="999993653")
    for _ in range(2):
        leg_neer(ander, consulent)

    ronde = acties.drukronde_maken(gemeente=gemeente, dag=DAG, meest=2, by=consulent, at=moment(DAG))

    assert [regel.document.dossier for regel in ronde.regels.all()] == [dossier]


def test_letter_that_went_another_way_is_left_out_with_a_reason(pagina, gemeente, consulent, besluit, brief):
    ronde = zet_klaar(gemeente, consulent)
    regel = ronde.regels.get(document=brief)
    weg = reverse("drukregel_weglaten", args=[ronde.pk, regel.pk])
    assert weg in pagina.get(ronde.get_absolute_url()).content.decode()

    pagina.post(weg, {"reden": ""})
    assert not ronde.regels.get(pk=regel.pk).is_ingetrokken
    antwoord = pagina.post(weg, {"reden": "Al meegegeven in het gesprek"}, follow=True)

    tekst = antwoord.content.decode()
    assert "Deze brief wordt niet afgedrukt. Hij wacht ook niet meer." in tekst
    assert "overdracht aan andere hulp: vastgelegd dat deze brief niet wordt afgedrukt." in tekst
    event = DossierEvent.objects.latest("pk")
    assert (event.soort, event.tekst) == ("brief_niet_afgedrukt", "Niet afgedrukt: overdracht aan andere hulp.")
    assert wacht(gemeente, consulent) == []
    assert pagina.get(weg)["Location"] == ronde.get_absolute_url()
    acties.afgedrukt_melden(ronde=ronde, by=consulent, at=moment(DAG))
    assert DossierEvent.objects.filter(soort="brief_afgedrukt").count() == 1


@pytest.mark.parametrize(("afgedrukt", "reden", "melding"), [(True, "x", "al afgedrukt op"), (False, " ", "waarom")])
def test_letter_is_left_out_before_printing_and_with_a_reason_only(
    gemeente, consulent, dossier, brief, afgedrukt, reden, melding
):
    ronde = zet_klaar(gemeente, consulent)
    if afgedrukt:
        acties.afgedrukt_melden(ronde=ronde, by=consulent, at=moment(DAG))

    with pytest.raises(ActieFout, match=melding):
        acties.brief_weglaten(regel=ronde.regels.get(), reden=reden, by=consulent, at=moment(DAG))

    assert not Drukregel.objects.get().is_ingetrokken


def test_what_still_has_to_be_printed_is_on_top(pagina, gemeente, consulent, dossier, brief):
    oud = zet_klaar(gemeente, consulent)
    leg_neer(dossier, consulent)
    nieuw = zet_klaar(gemeente, consulent)
    acties.afgedrukt_melden(ronde=nieuw, by=consulent, at=moment(DAG))

    assert list(pagina.get(reverse("brieven_vandaag")).context["ronden"]) == [oud, nieuw]


def test_list_asks_the_same_number_of_questions_for_one_letter_and_three(
    pagina, gemeente, consulent, dossier, brief, django_assert_num_queries
):
    with django_assert_num_queries(7):
        pagina.get(reverse("brieven_vandaag") + "?dag_van=20-04-2026")
    for _ in range(2):
        leg_neer(dossier, consulent)
    with django_assert_num_queries(7):
        antwoord = pagina.get(reverse("brieven_vandaag") + "?dag_van=20-04-2026")

    assert antwoord.content.decode().count("Overdracht aan andere hulp") == 3
