"""What a user does with a page, in a few words."""

from datetime import date
from pathlib import Path

from django.conf import settings
from django.test import Client
from playwright.sync_api import Locator, Page, expect

from accounts.models import User


class Bediening:
    """Log in, go, fill in and press: by the names and labels that a user sees."""

    def __init__(self, page: Page, adres: str, wachtwoord: str) -> None:
        self.page = page
        self.adres = adres
        self.wachtwoord = wachtwoord

    def log_in(self, user: User) -> None:
        """Log in as somebody else, by a session made here: the form would cost two pages each time."""
        client = Client()
        client.force_login(user)
        sessie = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.clear_cookies()
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": sessie, "url": self.adres}])

    def log_in_met_wachtwoord(self, user: User) -> None:
        """Log in at the form, where the browser is; the password is set for the occasion."""
        user.set_password(self.wachtwoord)
        user.save()
        self.page.get_by_label("E-mailadres").fill(user.email)
        self.page.get_by_label("Wachtwoord", exact=True).fill(self.wachtwoord)
        self.druk("Inloggen")
        expect(self.page.get_by_text(user.naam).first).to_be_visible()

    def ga(self, pad: str) -> None:
        self.page.goto(f"{self.adres}{pad}")

    def volg(self, tekst: str) -> None:
        """Follow a link by its words."""
        self.page.get_by_role("link", name=tekst).first.click()

    def tab_naar(self, doel: Locator, hoogstens: int = 150) -> None:
        """Go with the Tab key to something, and see that the browser shows where one is."""
        expect(doel).to_be_visible()
        for _ in range(hoogstens):
            self.page.keyboard.press("Tab")
            if doel.evaluate("element => element === document.activeElement"):
                assert doel.evaluate("element => element.matches(':focus-visible')")
                return
        raise AssertionError(f"{doel} is met de Tab-toets niet te bereiken.")

    def toets(self, doel: Locator) -> None:
        """Go to something with the Tab key and press Enter on it."""
        self.tab_naar(doel)
        self.page.keyboard.press("Enter")

    def druk(self, tekst: str) -> None:
        self.page.get_by_role("button", name=tekst).first.click()

    def vul(self, **velden: str | date) -> None:
        for naam, waarde in velden.items():
            tekst = waarde.isoformat() if isinstance(waarde, date) else waarde
            self.page.locator(f"[name='{naam}']").fill(tekst)

    def kies(self, **velden: str) -> None:
        """Choose an option of a list or a radio group by its value, once the page with the question is there."""
        for naam, waarde in velden.items():
            keuze = self.page.locator(f"input[name='{naam}'][value='{waarde}']")
            lijst = self.page.locator(f"select[name='{naam}']")
            keuze.or_(lijst).first.wait_for(state="attached")
            if keuze.count():
                keuze.check()
            else:
                lijst.select_option(waarde)

    def voeg_bestand_toe(self, naam: str, bestand: Path | dict[str, object]) -> None:
        self.page.locator(f"input[type=file][name='{naam}']").set_input_files(bestand)  # type: ignore[arg-type]

    def ziet(self, *teksten: str) -> None:
        """Expect words on the page."""
        for tekst in teksten:
            expect(self.page.locator("body")).to_contain_text(tekst)

    def download(self, tekst: str) -> bytes:
        with self.page.expect_download() as wacht:
            self.volg(tekst)
        return Path(wacht.value.path()).read_bytes()
