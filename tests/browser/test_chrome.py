"""The book's few tools: contents, search, light and dark; all of them by keyboard."""

from collections.abc import Callable

import pytest

from tests.browser.accessibility import axe
from tests.browser.reader import Reader

CHAPTER = "text/04-summit/"
WIDTHS = pytest.mark.parametrize("width", [360, 1280])


def tab_to(page, selector: str) -> None:
    """Press Tab until an element has the focus; fail when it cannot be reached."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement?.matches(s)", selector):
            return
    pytest.fail(f"{selector} cannot be reached with Tab")


@WIDTHS
def test_the_contents_open_and_close_by_keyboard(width: int, visit: Callable[..., Reader]) -> None:
    """Enter opens the contents, Escape closes them and gives the focus back."""
    reader = visit(CHAPTER, width=width)
    button = ".tools > button[popovertarget]"
    tab_to(reader.page, button)
    reader.page.keyboard.press("Enter")
    menu = reader.page.locator("nav.menu")
    menu.wait_for(state="visible")
    assert axe(reader.page) == []
    reader.page.keyboard.press("Escape")
    menu.wait_for(state="hidden")
    assert reader.page.evaluate("s => document.activeElement?.matches(s)", button)
    assert reader.troubles() == []


@WIDTHS
def test_the_contents_open_without_scripts(width: int, visit: Callable[..., Reader]) -> None:
    """The contents need no script; they list every chapter."""
    page = visit(CHAPTER, width=width, javascript=False).page
    page.locator(".tools > button[popovertarget]").click()
    page.locator("nav.menu").wait_for(state="visible")
    page.locator("nav.menu a", has_text="Outlook").click()
    assert page.url.endswith("text/09-outlook/")


@WIDTHS
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_search_answers_by_keyboard(width: int, colours: str, visit: Callable[..., Reader]) -> None:
    """`/` opens search, typing finds, Enter goes there; the results are announced."""
    reader = visit(CHAPTER, width=width, colour_scheme=colours)
    page = reader.page
    page.keyboard.press("/")
    page.locator("dialog#search").wait_for(state="visible")
    page.keyboard.type("BREIP")
    result = page.locator("#search-results a").first
    result.wait_for(state="visible")
    assert page.locator("[role=status]#search-status").inner_text().strip()
    assert axe(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/text/05-media/**")
    assert reader.troubles() == []


def test_nothing_of_search_is_fetched_before_it_is_opened(page: Callable[..., Reader]) -> None:
    """A reader who does not search pays nothing for index and worker."""
    reader = page()
    asked = []
    reader.context.on("request", lambda request: asked.append(request.url))
    reader.visit(CHAPTER)
    reader.page.wait_for_timeout(300)
    assert asked
    assert [url for url in asked if "search_index" in url or "workers/" in url] == []


@pytest.mark.parametrize(
    "words", ["", "   ", '"', "<script>alert(1)</script>", "!?;:-", "x" * 10_000, "習近平", "\\"]
)
def test_search_survives_any_words(words: str, visit: Callable[..., Reader]) -> None:
    """Odd queries give an answer or none, and never an error."""
    reader = visit(CHAPTER)
    reader.page.keyboard.press("/")
    field = reader.page.locator("#search-field")
    field.wait_for(state="visible")
    field.fill(words)
    reader.page.wait_for_timeout(300)
    assert reader.page.locator("#search-status").inner_text().strip()
    assert reader.troubles() == []


def test_the_slash_is_a_slash_where_one_types(visit: Callable[..., Reader]) -> None:
    """In a field, `/` is only a character."""
    page = visit(CHAPTER).page
    page.keyboard.press("/")
    page.locator("#search-field").wait_for(state="visible")
    page.keyboard.type("a/b")
    assert page.locator("#search-field").input_value() == "a/b"


@pytest.mark.parametrize("system", ["light", "dark"])
def test_light_and_dark_follow_the_system_until_the_reader_chooses(
    system: str, visit: Callable[..., Reader]
) -> None:
    """The switch changes the colours by keyboard, and the next page remembers."""
    reader = visit(CHAPTER, colour_scheme=system)
    page = reader.page
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    before = page.evaluate(paper)
    tab_to(page, "#palette")
    page.keyboard.press("Enter")
    after = page.evaluate(paper)
    assert after != before
    reader.visit("text/05-media/")
    assert page.evaluate(paper) == after
    assert reader.troubles() == []


def test_the_first_tab_skips_to_the_text(visit: Callable[..., Reader]) -> None:
    """The skip link comes first, shows itself, and leads past the head."""
    page = visit(CHAPTER).page
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.bounding_box() is not None
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('header.head')")


def test_the_paragraph_number_is_a_link_to_the_paragraph(visit: Callable[..., Reader]) -> None:
    """The marginal number gives the paragraph's own address."""
    page = visit(CHAPTER).page
    page.locator("#p7 a.number").click()
    assert page.url.endswith(f"{CHAPTER}#p7")
