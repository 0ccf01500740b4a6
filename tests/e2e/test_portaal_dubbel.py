"""Who called without a BSN comes on a list: chosen in the preview as the same person, or merged afterwards."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.actions.aanmelden import persoon_wijzigen
from cases.models import Dossier
from tests.e2e.keuring import keur_nu
from tests.factories import maak_dossier
from tests.portal_import.bestanden import BSN, BSN_2, xlsx
from tests.portal_import.runs import rij

BURCK = {
    "bsn": "", "voorletters": "M.", "voorvoegsel": "du", "achternaam": "Burck", "geboortedatum": "1962-09-25",
    "straat": "Zeeruststraat", "huisnummer": "132", "postcode": "4001ZZ", "woonplaats": "Rivierendam",
}  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_person_who_called_is_found_on_the_list(bediening, gemeente, coordinator):
    wie, on = bediening, timezone.localdate()
    beller = maak_dossier(gemeente, datum=on - timedelta(days=30), **BURCK)
    geheim = maak_dossier(gemeente, datum=on - timedelta(days=20), **BURCK | {"achternaam": "Maas", "voorvoegsel": ""})
    persoon_wijzigen(
        dossier=geheim, wijzigingen={"geheim_adres": True}, reden="Ondergedoken", by=coordinator, at=timezone.now()
    )
    lijst = xlsx(rij(), rij(BSN=BSN_2, Voorvoegsel="", Achternaam="Maas", Straat="Zilverlaan"))

    # 1. The preview lays both beside each other; of a geheim adres it shows nothing.
    wie.log_in(coordinator)
    wie.ga("/portaal/nieuw/")
    wie.voeg_bestand_toe("bestand", {"name": "levering.xlsx", "mimeType": "application/octet-stream", "buffer": lijst})
    wie.druk("Bekijk wat er verandert")
    wie.ziet("2 nieuwe personen hebben misschien al een dossier.", "Misschien al bekend (2)", beller.nummer)
    assert "Zilverlaan" not in wie.page.content()
    assert keur_nu(wie.page, "misschien al bekend") == []

    # 2. The first is the same person; the second is left.
    wie.page.get_by_role("button", name=f"rij 2 en dossier {beller.nummer}").click()
    wie.ziet(f"Rij 2 wijzigt dossier {beller.nummer} en geeft het zijn BSN, zodra u de lijst inleest.")
    wie.druk("Lijst inlezen")
    wie.ziet("De lijst is ingelezen: 1 nieuw dossier, 1 dossier gewijzigd.")
    beller.refresh_from_db()
    assert beller.persoon.bsn == BSN

    # 3. In the new dossier stands the way to merge, on which no address can be read.
    nieuw = Dossier.objects.latest("pk")
    wie.ga(nieuw.get_absolute_url())
    wie.volg(f"Samenvoegen met {geheim.nummer}")
    wie.ziet("Dossiers samenvoegen", geheim.nummer, f"Het adres in dossier {geheim.nummer}")
    assert "Zilverlaan" not in wie.page.content()
    assert "Zeeruststraat" not in wie.page.content()
    assert keur_nu(wie.page, "samenvoegen") == []
    wie.vul(reden="Zelfde geboortedatum en BSN.")
    wie.druk("Samenvoegen")
    wie.ziet("De dossiers zijn samengevoegd.")
    assert Dossier.objects.exclude(status="ingetrokken").count() == 2
