"""A syllabus that has grown while the builder was away, told from one that somebody else made."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from edition.html.syllabus import BUILDER, fragment
from tests.browser.building import (
    CHAPTER,
    MORE,
    ONE,
    add,
    assert_shows,
    focused,
    go,
    kept,
    key_of,
    link,
    put,
    said,
    state,
    two_tabs,
)
from tests.browser.reader import Reader


@pytest.fixture
def two(visit: Callable[..., Reader]) -> tuple[Reader, Page]:
    """A reader who has changed a list in one tab, and has another page of the site in a second."""
    return two_tabs(visit)


def test_the_address_of_a_list_that_has_grown_shows_it_as_it_is(two: tuple[Reader, Page]) -> None:
    reader, other = two
    here = reader.page
    before = here.url
    here.goto(reader.base + CHAPTER)
    put(other, f"{key_of(reader)} grown", fragment(ONE))
    put(other, key_of(reader), fragment(MORE))
    here.goto(before)
    assert_shows(here, MORE)
    assert said(here) == "2 readings were added on other pages."
    expect(here.locator("[data-do=back]")).to_be_hidden()
    assert kept(reader, " grown") is None
    assert reader.troubles() == []


def test_the_way_back_to_the_builder_shows_what_a_page_has_added(
    two: tuple[Reader, Page],
) -> None:
    """By the tray, one reading after the other, then back, as one does; and to the page by menu."""
    reader, _ = two
    here = reader.page
    here.goto(reader.base + CHAPTER)
    here.locator(".tray [data-add]").click()
    expect(here.locator(".tray-said")).to_contain_text("Added")
    here.goto(f"{reader.base}timeline/")
    here.locator(".tray [data-add]").click()
    expect(here.locator(".tray-said")).to_contain_text("Added")
    assert kept(reader, " grown") == fragment(ONE)
    here.go_back()
    here.go_back()
    assert_shows(here, state("p/4/", CHAPTER, "timeline/"))
    assert said(here) == "2 readings were added on other pages."
    here.reload()
    assert_shows(here, state("p/4/", CHAPTER, "timeline/"))
    assert said(here) == ""


def test_a_page_that_the_browser_has_kept_looks_again(two: tuple[Reader, Page]) -> None:
    """Where a page is not loaded anew when one goes back, it hears of nothing but that."""
    reader, _ = two
    here = reader.page
    here.evaluate(
        """([key, before, text]) => {
          localStorage.setItem(`${key} grown`, before);
          localStorage.setItem(key, text);
          dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        }""",
        [key_of(reader), fragment(ONE), fragment(MORE)],
    )
    assert_shows(here, MORE)
    assert said(here) == "2 readings were added on other pages."


def test_without_a_list_in_the_address_the_grown_one_is_shown(two: tuple[Reader, Page]) -> None:
    reader, other = two
    put(other, f"{key_of(reader)} grown", fragment(ONE))
    reader.page.goto("about:blank")
    put(other, key_of(reader), fragment(MORE))
    reader.page.goto(reader.base + BUILDER)
    assert_shows(reader.page, MORE)
    assert said(reader.page) == "2 readings were added on other pages."


def test_an_addition_that_was_taken_back_is_not_told(two: tuple[Reader, Page]) -> None:
    reader, other = two
    put(other, f"{key_of(reader)} grown", fragment(ONE))
    reader.page.reload()
    assert_shows(reader.page, ONE)
    assert said(reader.page) == ""


def test_a_list_that_was_only_opened_is_added_to_and_gives_way_to_the_next(
    visit: Callable[..., Reader],
) -> None:
    """Whoever opens an example and goes on to add a chapter has the example with the chapter."""
    reader = visit(link(state("p/1/", title="First")))
    here = reader.page
    second = state("p/4/", title="Second")
    here.goto("about:blank")
    here.goto(reader.base + link(second))
    assert_shows(here, second)
    assert said(here) == ""
    expect(here.locator("[data-do=back]")).to_be_hidden()
    here.goto(reader.base + CHAPTER)
    here.locator(".tray [data-add]").click()
    expect(here.locator(".tray-said")).to_contain_text("has 2 readings now")
    here.go_back()
    more = state("p/4/", CHAPTER, title="Second")
    assert_shows(here, more)
    assert said(here) == "One reading was added on other pages."
    # From now on it is somebody's own.
    here.goto("about:blank")
    here.goto(reader.base + link(state("p/1/", title="First")))
    expect(here.locator("[data-do=back]")).to_be_visible()
    assert kept(reader) == fragment(more)


def test_a_list_of_a_later_version_is_not_written_over_by_a_link(
    two: tuple[Reader, Page],
) -> None:
    reader, other = two
    reader.page.goto("about:blank")
    put(other, key_of(reader), "2.tomorrow")
    reader.page.goto(reader.base + link(MORE))
    assert_shows(reader.page, MORE)
    assert kept(reader) == kept(reader, " before") == "2.tomorrow"


def test_a_link_of_somebody_else_is_no_list_that_has_grown(two: tuple[Reader, Page]) -> None:
    """It is shown, what is kept is not lost, and what a tab adds there is not lost either."""
    reader, other = two
    here = reader.page
    theirs = state("p/20/", title="Hers")
    here.goto("about:blank")
    put(other, f"{key_of(reader)} grown", fragment(state()))
    here.goto(reader.base + link(theirs))
    assert_shows(here, theirs)
    assert said(here).startswith("This is the list of the link that you followed.")
    assert kept(reader) == fragment(ONE)
    put(other, key_of(reader), fragment(MORE))
    expect(here.locator(".syllabus-said")).to_contain_text("was changed in another tab")
    assert_shows(here, theirs)
    add(here, "21")
    assert kept(reader) == fragment(state("p/20/", "p/21/", title="Hers"))
    assert kept(reader, " grown") is None
    go(here, "[data-do=back]")
    here.keyboard.press("Enter")
    assert_shows(here, MORE)
    assert focused(here) == "syllabus-title"
    assert kept(reader) == fragment(MORE)
