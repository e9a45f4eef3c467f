"""The tray: any page adds what it shows to the syllabus that this browser keeps."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from edition.html.syllabus import BUILDER, fragment
from tests.browser.accessibility import axe
from tests.browser.reader import Reader
from tests.browser.selecting import select

CHAPTER = "text/04-summit/"
_KEPT = "() => Object.entries(localStorage).find(([key]) => /^syllabus [^ ]+$/.test(key))?.[1]"


def kept(shown: Page) -> Any:
    """What this browser keeps, as the builder's address would hold it."""
    return shown.evaluate(_KEPT)


def keep(reader: Reader, text: str) -> None:
    """Put a list where the builder keeps it."""
    key = f"syllabus {urlsplit(reader.base).path}"
    reader.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])


def one(*items: str, title: str = "") -> str:
    return fragment({"t": "", "s": [{"t": title, "d": "", "r": "", "i": list(items)}]})


def press(shown: Page, button: str) -> Locator:
    """Use a button that adds; what is said of it."""
    place = shown.locator(button)
    place.focus()
    shown.keyboard.press("Enter")
    return place


PAGES: Mapping[str, tuple[str, str]] = {
    "a chapter": (CHAPTER, CHAPTER),
    "the timeline": ("timeline/", "timeline/"),
    "the map": ("map/", "map/"),
    "the whole article": ("text/plain/", "text/plain/"),
    "a range": ("text/plain/?p=7-12", "text/plain/?p=7-12"),
    "a paragraph as a reading, with notes": ("text/plain/?p=7&notes=question", "text/plain/?p=7"),
    "a range that the article has not": ("text/plain/?p=7-99", "text/plain/"),
}


@pytest.mark.parametrize(("address", "item"), PAGES.values(), ids=PAGES)
def test_a_page_is_added_by_keyboard_and_taken_off_again(
    address: str, item: str, page: Callable[..., Reader]
) -> None:
    reader = page()
    shown = reader.visit(address)
    button = press(shown, ".tray [data-add]")
    said = shown.locator(".tray-said")
    expect(said).to_contain_text("Added to session 1 of the syllabus, which has 1 reading now.")
    assert kept(shown) == one(item)
    assert axe(shown) == []
    said.get_by_role("button", name="Undo").press("Enter")
    expect(said).to_have_text("Taken off again.")
    expect(button).to_be_focused()
    assert kept(shown) == ""
    assert reader.troubles() == []


@pytest.mark.parametrize("address", [BUILDER, "about/edition/", "contribute/"])
def test_what_cannot_be_set_is_not_offered(address: str, visit: Callable[..., Reader]) -> None:
    assert visit(address).page.locator(".tray [data-add]:visible").count() == 0


THINGS: Mapping[str, tuple[str, str, str]] = {
    "a note": ("notes/", ".listed-note button[data-add]", "n/"),
    "a question": ("teach/questions/", ".question button[data-add]", "n/"),
    "a paragraph, from its panel": (CHAPTER, "#about-p7 button[data-add]", "p/7/"),
}


@pytest.mark.parametrize(("address", "button", "item"), THINGS.values(), ids=THINGS)
def test_what_is_added_lands_on_the_builder_s_list(
    address: str, button: str, item: str, page: Callable[..., Reader]
) -> None:
    reader = page()
    shown = reader.visit(address)
    shown.locator("details").evaluate_all("all => all.forEach((one) => (one.open = true))")
    first = shown.locator(button).first
    added = first.get_attribute("data-add") or ""
    assert added.startswith(item)
    first.click()
    said = first.locator("xpath=..").get_by_role("status")
    expect(said).to_contain_text("Added")
    said.get_by_role("link").click()
    reading = shown.locator(".readings li")
    expect(reading).to_have_count(1)
    expect(reading.get_by_role("link")).to_have_attribute("href", f"{reader.base}{added}")
    assert "not in this edition" not in reading.inner_text()
    assert reader.troubles() == []


SELECTED: Mapping[str, tuple[tuple[str, str], tuple[str, str], str]] = {
    "words of one sentence": (("p7", "wealthy Central"), ("p7", "with improved"), "p/7-s2/"),
    "two sentences": (("p7", "sovereignty"), ("p7", "quality of life."), "text/plain/?p=7&s=1-2"),
    "across paragraphs": (
        ("p9", "The upcoming summit"), ("p10", "institutional progress"),
        "text/plain/?p=9-10&s=2-1",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("start", "end", "item"), SELECTED.values(), ids=SELECTED)
def test_the_sentences_of_selected_words_are_added(
    start: tuple[str, str], end: tuple[str, str], item: str, page: Callable[..., Reader]
) -> None:
    reader = page()
    shown = reader.visit(CHAPTER)
    select(shown, start, end)
    shown.locator("#passage-add").click()
    expect(shown.locator("#passage-said")).to_contain_text("Added")
    assert kept(shown) == one(item)


def test_a_second_reading_goes_into_the_last_session_and_none_is_there_twice(
    page: Callable[..., Reader],
) -> None:
    reader = page()
    shown = reader.visit(CHAPTER)
    keep(reader, one("p/1/", title="Week 1"))
    said = shown.locator(".tray-said")
    press(shown, ".tray [data-add]")
    expect(said).to_contain_text("Added to Week 1 of the syllabus, which has 2 readings now.")
    press(shown, ".tray [data-add]")
    expect(said).to_contain_text("It is on the syllabus already, in Week 1.")
    assert kept(shown) == one("p/1/", CHAPTER, title="Week 1")


FORBIDDEN = {
    "full": "Storage.prototype.setItem = () => { throw new Error('full'); };",
    "forbidden": "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } });",
}


@pytest.mark.parametrize("how", FORBIDDEN)
def test_where_nothing_can_be_kept_a_link_holds_the_list(
    how: str, page: Callable[..., Reader]
) -> None:
    reader = page()
    reader.page.add_init_script(FORBIDDEN[how])
    shown = reader.visit(CHAPTER)
    press(shown, ".tray [data-add]")
    link = shown.locator(".tray-said a")
    expect(shown.locator(".tray-said")).to_contain_text("This browser keeps nothing for this site")
    link.click()
    expect(shown).to_have_url(f"{reader.base}{BUILDER}#{one(CHAPTER)}")
    expect(shown.locator(".readings li")).to_have_count(1)


def test_a_list_that_cannot_be_read_is_left_as_it_is(page: Callable[..., Reader]) -> None:
    reader = page()
    later = "2.something-of-tomorrow"
    shown = reader.visit(CHAPTER)
    keep(reader, later)
    press(shown, ".tray [data-add]")
    expect(shown.locator(".tray-said")).to_contain_text("could not be read, and is left as it is")
    assert kept(shown) == later


def test_without_scripts_nothing_is_offered_that_does_not_work(page: Callable[..., Reader]) -> None:
    shown = page(javascript=False).visit(CHAPTER)
    assert shown.locator("[data-add]:visible, .adding:visible, .tray:visible").count() == 0


def test_a_list_that_came_by_a_link_is_added_to_where_there_was_none(
    page: Callable[..., Reader],
) -> None:
    reader = page()
    shown = reader.visit(f"{BUILDER}#{one('p/1/', title='Week 1')}")
    expect(shown.locator(".readings li")).to_have_count(1)
    shown = reader.visit(CHAPTER)
    press(shown, ".tray [data-add]")
    expect(shown.locator(".tray-said")).to_contain_text("Added to Week 1 of the syllabus")
    assert kept(shown) == one("p/1/", CHAPTER, title="Week 1")
    shown.go_back()
    expect(shown.locator(".readings li")).to_have_count(2)
