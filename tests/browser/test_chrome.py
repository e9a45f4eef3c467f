"""The book's few tools but search: contents, light and dark; all of them by keyboard."""

from collections.abc import Callable

import pytest

from tests.browser.accessibility import axe
from tests.browser.reader import Reader, arrive

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
    assert axe(reader.page, within=".head, nav.menu") == []
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
    arrive(page, "/text/09-outlook/")


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
    arrive(page, f"{CHAPTER}#p7")
