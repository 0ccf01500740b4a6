"""The menu marks where somebody is; pages of a dossier belong to Dossiers, whatever their address."""

import pytest

from accounts.context import schil


@pytest.mark.parametrize(
    ("pad", "gemarkeerd"),
    [
        ("/vandaag/", {"Vandaag": "page"}),
        ("/dossiers/", {"Dossiers": "page"}),
        ("/dossiers/9901-D-2026-00001/contact/", {"Dossiers": "true"}),
        ("/documenten/1/bekijken/", {"Dossiers": "true"}),
        ("/besluiten/9901-B-2026-00001/", {"Dossiers": "true"}),
        ("/taken/1/", {"Taken": "true"}),
        ("/agenda/", {"Agenda": "page"}),
        ("/account/agenda/", {}),
        ("/account/", {}),
    ],
)
def test_menu_marks_the_part_of_the_page(rf, consulent, pad, gemarkeerd):
    request = rf.get(pad)
    request.user = consulent

    menu = schil(request)["navigatie"]

    assert [punt.label for punt in menu] == ["Vandaag", "Agenda", "Taken", "Dossiers", "Bezwaren", "Brieven"]
    assert {punt.label: punt.actief for punt in menu if punt.actief} == gemarkeerd
