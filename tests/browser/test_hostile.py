"""One site with every harmless case and every payload that is let in: words, which do nothing.

What a stranger writes into whichever field is refused by its file, or comes back exactly as it was
typed; no page has an element or attribute that an honest one has not; and whatever a reader does
there, nothing runs and nothing leaves the site.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page

from tests.browser.reader import Reader
from tests.browser.server import Server
from tests.harmless import assert_harmless, honest, pages_of
from tests.payload_edition import FIELDS, Tried, build
from tests.payloads import PAYLOADS
from tests.trees import document

PAGES = {
    **dict.fromkeys(("code", "author", "source", "tag"), ("text/01-ladder/", "text/02-book/")),
    "term": ("glossary/",),
    "event": ("timeline/",),
    **dict.fromkeys(("title", "writer", "remark", "address"), ("bibliography/",)),
}
"""On which pages a field is shown. A body is Markdown: of it, the page shows what that means."""
FORMATTED = ("title", "writer", "remark")
"""What a citation style sets: it may change marks and capitals, but no letter and no digit."""


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Tried:
    return build(tmp_path_factory.mktemp("payloads"))


def letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def words_of(site: Path, addresses: tuple[str, ...]) -> str:
    pages = (html.fromstring((site / path / "index.html").read_bytes()) for path in addresses)
    return " ".join(" ".join(page.text_content() for page in pages).split())


def test_there_are_enough_of_them_and_each_field_takes_some_and_refuses_some(
    tried: Tried,
) -> None:
    """Otherwise the tests below would look at nothing."""
    assert len(PAYLOADS) >= 300
    for field in FIELDS:
        assert [turn for name, turn in tried.let_in if name == field] != [], field
        assert [turn for name, turn in tried.refused if name == field] != [], field
    assert len(tried.let_in) + len(tried.refused) == len(FIELDS) * len(PAYLOADS)


@pytest.mark.parametrize("field", PAGES)
def test_what_is_let_in_comes_back_as_it_was_typed(tried: Tried, field: str) -> None:
    said = words_of(tried.site, PAGES[field])
    if field in FORMATTED:
        said = letters(said)
    for name, turn in sorted(tried.let_in):
        if name == field:
            words = " ".join(PAYLOADS[turn].split())
            assert (letters(words) if field in FORMATTED else words) in said


def test_no_page_has_anything_that_an_honest_one_has_not(tried: Tried, tiny_root: Path) -> None:
    allowed = honest(tiny_root / "site")
    for file in pages_of(tried.site):
        assert_harmless(document(file), allowed, str(file))


# ---- In a browser ----


@pytest.fixture(scope="module")
def hostile(tried: Tried) -> Iterator[Server]:
    with Server(tried.site) as server:
        yield server


PROD = """() => {
  for (const more of document.querySelectorAll("details")) more.open = true;
  for (const element of document.querySelectorAll("main article *"))
    for (const name of ["click", "mouseover", "focus", "load", "error", "toggle"])
      element.dispatchEvent(new Event(name, { cancelable: true })); // its own handlers, if any
}"""
"""What happens to each element by itself."""

QUERIES = ("script", "onerror", "evil", "fifteen", "<img", "popen", "harm")


@pytest.mark.long
def test_nothing_runs_and_nothing_leaves_the_site_whatever_a_reader_does(
    tried: Tried, hostile: Server, new_reader: Callable[..., Reader]
) -> None:
    """Every page: looked at, prodded, hovered over, clicked and searched."""
    reader = new_reader(hostile, reduced_motion=True)
    dialogs: list[str] = []
    reader.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))

    def untouched(page: Page, where: str) -> None:
        assert page.evaluate("[typeof window.RAN, typeof window.X]") == ["undefined"] * 2, where
        assert dialogs == [], where

    for file in pages_of(tried.site):
        address = file.relative_to(tried.site).as_posix().removesuffix("index.html")
        page = reader.visit(address)
        untouched(page, address)
        for across, down in ((500, 300), (640, 450), (700, 600), (1100, 400)):
            page.mouse.move(across, down)
        untouched(page, f"{address}, hovered over")
        page.evaluate(PROD)
        untouched(page, f"{address}, prodded")
    for address in ("text/01-ladder/?level=3", "text/02-book/?level=3"):
        page = reader.visit(address)
        markers = page.locator(".note-marker a")
        for index in range(0, markers.count(), 90):
            markers.nth(index).press("Enter")
            page.locator(".note.open .note-body").click(position={"x": 4, "y": 4})
            page.keyboard.press("Escape")
        untouched(page, f"{address}, notes opened")
    for query in QUERIES:
        page.keyboard.press("/")
        page.locator("#search-field").fill(query)
        page.wait_for_timeout(200)
        page.locator("#search-results").hover()
        untouched(page, f"searched for {query}")
        page.keyboard.press("Escape")
    assert reader.troubles() == []


def test_the_links_that_are_let_through_lead_where_they_say(
    tried: Tried, hostile: Server, new_reader: Callable[..., Reader]
) -> None:
    """Away from the site there is no way but a link with http, https or mailto."""
    page = new_reader(hostile).visit("text/01-ladder/?level=3")
    protocols = page.evaluate("[...new Set([...document.links].map((link) => link.protocol))]")
    assert set(protocols) <= {"http:", "https:", "mailto:"}
