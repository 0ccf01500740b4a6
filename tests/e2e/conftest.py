"""A real browser on the real application: Chromium against a live server, with its own database and media folder."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
import time_machine
from axe_playwright_python.base import AXE_SCRIPT
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from cases.models import Dossier
from tests.e2e.bediening import Bediening
from tests.e2e.fasen import maak_dossiers
from tests.e2e.keuring import AXE
from tests.e2e.wereldserver import Wereldserver
from tests.wereld import ON, Wereld

ARGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--lang=nl", "--in-process-gpu",
    # Each page runs the same scripts, and axe, for a moment: keep them as they were compiled, and make them no faster.
    "--js-flags=--no-flush-bytecode --no-opt --no-maglev",
]  # fmt: skip
# A page that is only looked at is drawn without a thread for it; with that, a click would wait for ever.
ALLEEN_KIJKEN = "--disable-threaded-compositing"
# At the end of an address that is asked for to see its error page.
GEVRAAGD = "?fout=gevraagd"
WACHTWOORD = "vier rustige ganzen"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Callable[..., Browser]]:
    """Start Chromium, with its options."""
    pad = shutil.which("chromium-headless-shell")
    assert pad, "Chromium ontbreekt. Draai 'make test', of installeer het pakket chromium-headless-shell."
    with sync_playwright() as playwright:
        yield lambda *args: playwright.chromium.launch(executable_path=pad, args=[*ARGS, *args])


@pytest.fixture(scope="session")
def browser(chromium: Callable[..., Browser]) -> Iterator[Browser]:
    browser = chromium()
    yield browser
    browser.close()


def is_fout(bericht: ConsoleMessage) -> bool:
    """Tell a real error from the browser's note that a page asked for on purpose is an error page.

    A slow machine sees the check mark in the style sheet of the NL Design System, a data address that the CSP rightly
    blocks, in the moment before formulier.css puts a file in its place.
    """
    if "data:image/svg+xml" in bericht.text and "Content Security Policy" in bericht.text:
        return False
    return bericht.type == "error" and not bericht.location["url"].endswith(("/bestaat-niet/", GEVRAAGD))


@pytest.fixture(scope="session")
def context(browser: Browser, django_db_setup: None, live_server: LiveServer) -> Iterator[BrowserContext]:
    """A browser that keeps its styles and scripts between tests, as a user's does; each test wipes its cookies.

    It closes before the server does, and the server before the database, which can only go when nobody uses it.
    """
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    yield context
    context.close()


@pytest.fixture(autouse=True, scope="session")
def _static_files_kept() -> Iterator[None]:
    """Let the browser keep styles and scripts, as in production: some thirty files, else asked for at every page.

    For long: the browser counts from the day that the server names, which stands still in the world of the tests.
    """

    def serve(self: StaticFilesHandler, request: HttpRequest) -> HttpResponseBase:
        is_axe = request.path == AXE
        response = HttpResponse(AXE_SCRIPT, "text/javascript") if is_axe else gewoon(self, request)
        response["Cache-Control"] = "max-age=315360000"
        return response

    gewoon = StaticFilesHandler.serve
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StaticFilesHandler, "serve", serve)
        yield


@contextmanager
def nieuwe_pagina(context: BrowserContext) -> Iterator[Page]:
    """Give a page that fails the test on any error in the console: a blocked script or style, or a missing file."""
    page = context.new_page()
    page.set_default_timeout(60_000)
    fouten: list[str] = []
    page.on("console", lambda bericht: fouten.append(f"{page.url}: {bericht.text}") if is_fout(bericht) else None)
    page.on("pageerror", lambda fout: fouten.append(str(fout)))
    yield page
    page.close()
    context.clear_cookies()
    assert fouten == []


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    with nieuwe_pagina(context) as page:
        yield page


@pytest.fixture
def bediening(page: Page, live_server) -> Bediening:
    """Somebody at the keyboard of the live server."""
    return Bediening(page, live_server.url, WACHTWOORD)


@pytest.fixture
def dossiers(gemeente, consulent, collega, financieel, coordinator, snelle_pdf) -> dict[str, Dossier]:
    """Give one dossier in each phase, the last one with costs, and a levering that waits."""
    return maak_dossiers(gemeente, consulent, collega, financieel, coordinator)


@pytest.fixture(scope="module")
def wereldserver(wereld: Wereld) -> Iterator[Wereldserver]:
    """Serve the world of the module, on its day; who looks at pages only needs no database of their own."""
    server = Wereldserver()
    with time_machine.travel(datetime(ON.year, ON.month, ON.day, 9, 30, tzinfo=UTC)):
        server.start()
        yield server
        server.stop()


@contextmanager
def voor_de_wereld(browser: Browser, wereldserver: Wereldserver) -> Iterator[Bediening]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    with nieuwe_pagina(context) as page:
        yield Bediening(page, wereldserver.url, WACHTWOORD)
    context.close()


@pytest.fixture
def kijker(browser: Browser, wereldserver: Wereldserver, db: None) -> Iterator[Bediening]:
    """Somebody who looks at the pages of the world."""
    with voor_de_wereld(browser, wereldserver) as kijker:
        yield kijker


@pytest.fixture(scope="module")
def kijkbrowser(chromium: Callable[..., Browser]) -> Iterator[Browser]:
    browser = chromium(ALLEEN_KIJKEN)
    yield browser
    browser.close()


@pytest.fixture
def lezer(kijkbrowser: Browser, wereldserver: Wereldserver, db: None) -> Iterator[Bediening]:
    """Somebody who looks at the pages of the world and clicks on nothing."""
    with voor_de_wereld(kijkbrowser, wereldserver) as lezer:
        yield lezer
