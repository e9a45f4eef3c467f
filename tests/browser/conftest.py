"""The built site, a server for it, Chromium, and readers who visit it."""

import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import chromium
from tests.browser.contributing import with_forms
from tests.browser.reader import Reader
from tests.browser.server import Server
from tests.command import run
from tests.once import made_once

ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",  # Chromium refuses to start as root with it, and containers have only root
    "--disable-gpu",
    # Every window, and so every reader, comes with two hidden pages for the address bar, which cost
    # more than the page under test. This replaces what Playwright turns off, so that is repeated.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,HttpsUpgrades,LensOverlay,"
    "MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,PaintHolding",
    # Nothing that Chromium does on its own account may look like something a page does.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A request to another origin is recorded, and fails before it leaves the machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need Chromium, so that `-m 'not browser'` leaves them out."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember that a test has failed, for those who can tell more about it."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Path:
    """The built site's folder: `EDITION_SITE`, or else built now, once for all tests."""
    if built := os.environ.get("EDITION_SITE"):
        return Path(built).resolve(strict=True)
    return request.getfixturevalue("real_site")


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[Server]:
    """The site under a sub-path, as on a forge. Its `requests` are those of all tests so far."""
    with Server(site) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; each reader has a context of its own in it."""
    executable = chromium.find()
    if not executable:
        pytest.fail(f"{chromium.NONE_FOUND}\n  python -m tests.browser.chromium", pytrace=False)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def new_reader(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., Reader]]:
    """Make readers of any server: `new_reader(server, width=360)`.

    What became of them is printed if the test fails.
    """
    readers: list[Reader] = []

    def make(
        server: Server,
        *,
        width: int = 1280,
        height: int = 900,
        colour_scheme: Literal["light", "dark"] = "light",
        javascript: bool = True,
        reduced_motion: bool = False,
        forced_colours: bool = False,
        touch: bool = False,
    ) -> Reader:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=colour_scheme,
            java_script_enabled=javascript,
            reduced_motion="reduce" if reduced_motion else "no-preference",
            forced_colors="active" if forced_colours else "none",
            has_touch=touch,
            locale="en-GB",
            timezone_id="UTC",
        )
        # Far more than a local page takes, and a hung test still ends.
        context.set_default_timeout(15_000)
        readers.append(Reader(context, server.url))
        return readers[-1]

    yield make
    for reader in readers:
        if request.node.stash.get(FAILED, False):
            print(reader.account())
        reader.context.close()


@pytest.fixture
def page(new_reader: Callable[..., Reader], server: Server) -> Callable[..., Reader]:
    """Make readers of the site: `page(width=360, javascript=False).visit("text/plain/")`."""

    def make(**options: object) -> Reader:
        return new_reader(server, **options)

    return make


@pytest.fixture
def visit(page: Callable[..., Reader]) -> Callable[..., Reader]:
    """Make a reader who has gone to a path: `visit("text/plain/", width=360)`."""

    def make(path: str = "", **options: object) -> Reader:
        reader = page(**options)
        reader.visit(path)
        return reader

    return make


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the tiny edition with the forms, built. Tests copy it and leave it alone."""

    def make(folder: Path) -> None:
        built = run(with_forms(folder / "edition"), "build")
        assert (built.status, built.stderr) == (0, "")

    return made_once(tmp_path_factory, "harbour", make) / "edition"


@pytest.fixture(scope="session")
def harbour_server(harbour: Path) -> Iterator[Server]:
    """Its site under a sub-path."""
    with Server(harbour / "site") as running:
        yield running
