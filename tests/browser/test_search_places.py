"""Results lead to the very element, from any page, under any path; and it is in view."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page

from tests.browser.noted import EDITION
from tests.browser.reader import Reader, arrive
from tests.browser.searching import open_search, put, results
from tests.browser.server import Server

CHAPTER = "text/04-summit/"
HIDDEN = next(
    note for note in EDITION.notes_in_order
    if note.level == 3 and EDITION.page_of_unit[EDITION.spans[note.id].unit].address == CHAPTER
)  # fmt: skip
"""A note of the chapter that a reader who has chosen nothing does not see."""
IN_VIEW = """id => {
  const { top, bottom } = document.getElementById(id).getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}"""


def follow(page: Page, question: str) -> None:
    """Search and press Enter."""
    open_search(page)
    put(page, question)
    page.keyboard.press("Enter")


def in_view(page: Page, anchor: str) -> None:
    """Wait until an element is in view."""
    page.wait_for_function(IN_VIEW, arg=anchor)
    page.locator("dialog#search").wait_for(state="hidden")


ELSEWHERE = {
    "a paragraph": ("p25", "text/09-outlook/#p25"),
    "another unit": ("abstract", "text/front/#abstract"),
    "a term": ("soft power", "glossary/#soft-power"),
    "a person": ("Mirziyoev", "people/#shavkat-mirziyoyev"),
    "a place": ("kazakstan", "places/#kazakhstan"),
    "a reference": ("nye2004softpower", "bibliography/#nye2004softpower"),
}


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize(("question", "address"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_result_on_another_page_leads_to_its_element(
    width: int, question: str, address: str, visit: Callable[..., Reader]
) -> None:
    reader = visit(CHAPTER, width=width)
    follow(reader.page, question)
    reader.page.wait_for_url(urljoin(reader.base, address))
    anchor = address.partition("#")[2]
    in_view(reader.page, anchor)
    assert reader.page.locator(":target").get_attribute("id") == anchor
    assert reader.troubles() == []


@pytest.mark.parametrize("width", [360, 800, 1440])
@pytest.mark.parametrize("start", [CHAPTER, "about/colophon/"])
def test_a_note_opens_with_its_words_in_view(
    start: str, width: int, visit: Callable[..., Reader]
) -> None:
    """On this page or another; one too that the reader’s level puts away."""
    reader = visit(start, width=width)
    page = reader.page
    follow(page, HIDDEN.quote.exact)
    arrive(page, f"/{CHAPTER}#note-{HIDDEN.id}")
    note = page.locator(f"#note-{HIDDEN.id}")
    note.and_(page.locator(".open")).wait_for()
    in_view(page, f"note-{HIDDEN.id}")
    words = page.locator(f'mark[data-notes~="{HIDDEN.id}"]').first
    assert words.bounding_box()["y"] >= 0
    assert note.is_visible()
    assert reader.troubles() == []


def test_a_page_is_led_to(visit: Callable[..., Reader]) -> None:
    page = visit(CHAPTER).page
    follow(page, "colophon")
    arrive(page, "/about/colophon/")


def test_within_the_page_the_dialog_closes_and_reading_goes_on_there(
    visit: Callable[..., Reader],
) -> None:
    """The next Tab is at the paragraph, not in the head of the page; again, too."""
    reader = visit(CHAPTER)
    page = reader.page
    for _ in range(2):
        page.locator("#search-open").click()
        page.locator("#search-status", has_text=".").wait_for()
        put(page, "p9")
        page.keyboard.press("Enter")
        in_view(page, "p9")
        arrive(page, f"{CHAPTER}#p9")
        page.keyboard.press("Tab")
        following = """() => !!document.activeElement.closest(".work") &&
          !!(document.getElementById("p9").compareDocumentPosition(document.activeElement)
          & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY))"""
        assert page.evaluate(following)
        page.evaluate("scrollTo(0, 0)")
    assert reader.troubles() == []


def test_another_tab_leaves_the_search_open(visit: Callable[..., Reader]) -> None:
    reader = visit(CHAPTER)
    page = reader.page
    open_search(page)
    put(page, "Xinhua")
    with reader.context.expect_page() as opened:
        page.locator("#search-results a").first.click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_url("**/glossary/#xinhua")
    assert page.evaluate("document.getElementById('search').open")


@pytest.mark.parametrize("prefix", ["/", "/a/b%20c/", "/~somebody/x/y/z/"])
@pytest.mark.parametrize("start", ["", CHAPTER, "about/licence/"])
def test_search_works_under_any_path(
    start: str, prefix: str, site: Path, new_reader: Callable[..., Reader]
) -> None:
    """From pages of any depth the index is found, and results lead below the same path."""
    with Server(site, prefix=prefix.replace("%20", " ")) as server:
        reader = new_reader(server)
        reader.page.goto(f"{server.origin}{prefix}{start}")
        open_search(reader.page)
        put(reader.page, "unesco1442")
        base = f"{server.origin}{prefix.replace('%20', ' ')}"
        assert [r.address for r in results(reader.page, base)] == ["bibliography/#unesco1442"]
        assert reader.troubles() == []
