import pytest
from django.conf import settings
from django.core.management import call_command

from cases.kalender import kalender
from cases.management.commando import Fout
from cases.regeldocument import UITWERKINGEN, bereken, document
from cases.register import alle_regels, regel
from tests.cases.termijn_voorbeelden import VOORBEELDEN

PAGINA = settings.BASE_DIR / "docs/rules/termijnen.md"


def test_page_is_what_the_rules_say():
    assert PAGINA.read_text(encoding="utf-8") == document(alle_regels(), kalender()), "draai manage.py termijnen_docs"


@pytest.mark.parametrize("uitwerking", UITWERKINGEN, ids=str)
def test_worked_example_is_a_row_of_the_example_table(uitwerking):
    rijen = [
        voorbeeld.eind
        for voorbeeld in VOORBEELDEN
        if (voorbeeld.regel, voorbeeld.start) == (uitwerking.regel, uitwerking.start)
        and voorbeeld.opschorting == tuple((o.van, o.tot) for o in uitwerking.opschortingen)
        and (voorbeeld.commissie, voorbeeld.verdaging) == (uitwerking.commissie, uitwerking.verdaging)
        and (voorbeeld.keer, voorbeeld.extra) == (uitwerking.keer, ())
    ]

    assert [bereken(uitwerking, regel(uitwerking.regel), kalender()).einddatum] == rijen


def test_every_rule_has_a_worked_example():
    assert {uitwerking.regel for uitwerking in UITWERKINGEN} == {r.code for r in alle_regels()}


def test_command_writes_a_page_that_its_own_check_accepts(tmp_path, capsys):
    pagina = tmp_path / "rules" / "termijnen.md"

    call_command("termijnen_docs", "--uit", str(pagina))
    call_command("termijnen_docs", "--uit", str(pagina), "--controle")

    assert pagina.read_text(encoding="utf-8") == PAGINA.read_text(encoding="utf-8")
    assert capsys.readouterr().out.splitlines() == [f"{pagina} is geschreven.", f"{pagina} is bij."]


@pytest.mark.parametrize("inhoud", [None, "oud"])
def test_check_refuses_a_stale_page_and_leaves_it(tmp_path, inhoud):
    pagina = tmp_path / "termijnen.md"
    if inhoud is not None:
        pagina.write_text(inhoud)

    with pytest.raises(Fout, match=r"is verouderd\. Draai manage.py termijnen_docs"):
        call_command("termijnen_docs", "--uit", str(pagina), "--controle")

    assert (pagina.read_text() if pagina.exists() else None) == inhoud
