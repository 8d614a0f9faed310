"""A real browser before a real dashboard."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

import pytest

from tests.page import newsroom
from tests.page.dashboard import Dashboard

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WAIT_MS = 60_000
"""For what must come; a busy machine takes its time."""
FIRST_TIME = """
if (!sessionStorage.getItem("visited")) {
  sessionStorage.setItem("visited", "1");
  localStorage.clear();
  localStorage.setItem("rasid.language", "LANGUAGE");
}
"""
"""A tab begins without what earlier ones kept in the browser; loaded anew it keeps its own."""
SETTLED = "() => !document.querySelector('[aria-busy=true], .state.loading')"


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """Run a dashboard over the newsroom's records."""
    running = Dashboard(tmp_path_factory.mktemp("dashboard"))
    for topic, values in newsroom.values(datetime.now(UTC)).items():
        running.tell(topic, values)
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Start the machine's Chromium; not for the whole session, since its driver's loop is in the way of asyncio.run."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright, of the development dependencies")
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.skip("needs a Chromium: apt-get install chromium")
    with playwright.sync_playwright() as driver:
        # As root, as in a container, Chromium starts only without its sandbox.
        running = driver.chromium.launch(executable_path=path, args=["--no-sandbox"] if os.getuid() == 0 else [])
        context = running.new_context(locale="en-GB")
        context.set_default_timeout(WAIT_MS)
        yield context
        running.close()


@pytest.fixture
def visit(browser: Any, dashboard: Dashboard) -> Iterator[Callable[..., Any]]:
    """Return what opens a view in a tab of its own and waits until it stands; no script may meet an error."""
    tabs: list[Any] = []
    problems: list[str] = []

    def opened(
        address: str = "", *, language: str = "ar", width: int = 1280, theme: str = "light", expected: str = "-"
    ):
        def note(message: Any) -> None:
            if message.type == "error" and expected not in message.text:
                problems.append(message.text)

        tab = browser.new_page()
        tabs.append(tab)
        tab.set_viewport_size({"width": width, "height": 900})
        tab.emulate_media(color_scheme=theme)
        tab.add_init_script(FIRST_TIME.replace("LANGUAGE", language))
        tab.on("pageerror", lambda error: problems.append(str(error)))
        tab.on("console", note)
        tab.on("dialog", lambda dialog: (problems.append(dialog.message), dialog.dismiss()))
        tab.goto(urljoin(dashboard.address, address), wait_until="load")
        tab.wait_for_function(SETTLED)
        return tab

    yield opened
    for tab in tabs:
        tab.close()
    assert problems == []


TURN = """
(to) => new Promise((done) => {
  addEventListener("hashchange", () => setTimeout(done), { once: true });
  location.hash = to;
})
"""


@pytest.fixture
def turn() -> Callable[[Any, str], None]:
    """Return what turns a tab to another view, as a link would, and waits until it stands."""

    def turned(tab: Any, address: str) -> None:
        tab.evaluate(TURN, address)
        tab.wait_for_function(SETTLED)

    return turned
