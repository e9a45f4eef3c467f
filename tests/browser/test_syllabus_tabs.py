"""A syllabus that other tabs and other pages add to: nothing that anybody wrote is lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from edition.html.syllabus import BUILDER, fragment
from tests.browser.building import (
    State,
    focused,
    go,
    kept,
    key_of,
    link,
    said,
    session,
    state,
    title_of,
)
from tests.browser.reader import Reader

CHAPTER = "text/04-summit/"
ONE, MORE = state("p/4/"), state("p/4/", "p/7-s2/", "n/summit-verdict/")


def put(page: Page, key: str, text: str) -> None:
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])


def hear(page: Page, key: str, text: str) -> None:
    """Have a page hear of another tab just now, between two letters that are typed."""
    page.evaluate(
        """([key, newValue]) => {
          localStorage.setItem(key, newValue);
          dispatchEvent(new StorageEvent("storage", { key, newValue, storageArea: localStorage }));
        }""",
        [key, text],
    )


@pytest.fixture
def two(visit: Callable[..., Reader]) -> tuple[Reader, Page]:
    """A reader who has changed a list in one tab, and has another page of the site in a second."""
    reader = visit(link(state()))
    add(reader.page, "4")
    assert kept(reader) == fragment(ONE)
    other = reader.context.new_page()
    other.goto(reader.base + CHAPTER)
    return reader, other


def add(page: Page, paragraph: str) -> None:
    field = page.locator("#syllabus-range")
    field.fill(paragraph)
    field.press("Enter")


def titles(page: Page) -> list[str]:
    return page.locator(".readings .reading-title").all_inner_texts()


def assert_shows(page: Page, wanted: State) -> None:
    """The list is in the form, on the sheet and in the address."""
    items = [item for one in wanted["s"] for item in one["i"]]
    expect(page.locator(".readings .reading-title")).to_have_text([title_of(i) for i in items])
    expect(page.locator(".syllabus-sheet li")).to_have_count(len(items))
    page.wait_for_function("hash => location.hash === hash", arg=f"#{fragment(wanted)}")


def test_what_another_tab_adds_is_there_at_once_and_can_be_undone(
    two: tuple[Reader, Page],
) -> None:
    reader, other = two
    here = reader.page
    button = here.locator("[data-do=thing]")
    button.focus()
    put(other, key_of(reader), fragment(MORE))
    expect(here.locator(".syllabus-said")).to_have_text(
        "2 readings were added in another tab. Undo brings back the list as it was here."
    )
    assert_shows(here, MORE)
    expect(button).to_be_focused()
    assert kept(reader) == fragment(MORE)
    here.locator("[data-do=undo]").click()
    assert_shows(here, ONE)
    assert kept(reader) == fragment(ONE)
    assert reader.troubles() == []


def test_what_the_tray_of_a_page_adds_is_there_at_once(two: tuple[Reader, Page]) -> None:
    reader, other = two
    other.locator(".tray [data-add]").click()
    assert_shows(reader.page, state("p/4/", CHAPTER))
    assert said(reader.page).startswith("One reading was added in another tab.")
    assert kept(reader, " grown") is None
    assert reader.troubles() == []


def test_two_builders_show_the_same(two: tuple[Reader, Page]) -> None:
    reader, other = two
    other.goto(reader.base + BUILDER)
    assert_shows(reader.page, ONE)
    add(other, "7")
    assert_shows(reader.page, state("p/4/", "p/7/"))
    reader.page.locator("[data-do='remove 0 0']").click()
    assert_shows(other, state("p/7/"))
    assert said(other).startswith("The list was changed in another tab.")
    other.locator("[data-do=clear]").click()
    expect(reader.page.locator(".readings li")).to_have_count(0)
    reader.page.locator("[data-do=undo]").click()
    assert_shows(other, state("p/7/"))


FIELDS: dict[str, Callable[[str], State]] = {
    "#syllabus-title": lambda words: {**MORE, "t": words},
    "#session-0": lambda words: {**MORE, "s": [{**MORE["s"][0], "t": words}]},
    "#remarks-0": lambda words: {**MORE, "s": [{**MORE["s"][0], "r": words}]},
}
"""Fields, and the list that comes of words typed into them."""


@pytest.mark.parametrize("field", FIELDS)
def test_words_that_are_being_typed_stay_where_they_are(
    field: str, two: tuple[Reader, Page]
) -> None:
    """The list grows around them; caret and focus do not move, and both tabs end with both."""
    reader, other = two
    here = reader.page
    place = here.locator(field)
    place.fill("")
    here.keyboard.type("Power of gravity")
    for _ in "gravity":
        here.keyboard.press("ArrowLeft")
    # The other tab comes before there was a pause in which the words could be kept.
    hear(here, key_of(reader), fragment(MORE))
    here.keyboard.type("soft ")
    words = "Power of soft gravity"
    expect(here.locator(field)).to_have_value(words)
    expect(here.locator(field)).to_be_focused()
    wanted = FIELDS[field](words)
    assert_shows(here, wanted)
    assert kept(reader) == fragment(wanted)
    other.goto(reader.base + BUILDER)
    assert_shows(other, wanted)


def test_letters_that_are_being_put_together_are_waited_for(two: tuple[Reader, Page]) -> None:
    """An input method holds letters that are not in the field yet; a new field would drop them."""
    reader, other = two
    here = reader.page
    field = here.locator("#session-0")
    field.fill("")
    expect(here.locator(".syllabus-sheet h3")).to_have_text("Session 1")
    method = reader.context.new_cdp_session(here)
    field.focus()
    letters = {"text": "su", "selectionStart": 2, "selectionEnd": 2}
    method.send("Input.imeSetComposition", letters)
    put(other, key_of(reader), fragment(MORE))
    # The letters show on the sheet after a pause: by then the page has heard of the other tab.
    expect(here.locator(".syllabus-sheet h3")).to_have_text("su")
    expect(here.locator(".readings li")).to_have_count(1)
    assert kept(reader) == fragment(MORE)
    method.send("Input.insertText", {"text": "苏州"})
    assert_shows(here, {"t": "A course", "s": [{**MORE["s"][0], "t": "苏州"}]})
    expect(here.locator("#session-0")).to_have_value("苏州")
    expect(here.locator("#session-0")).to_be_focused()


def test_a_session_that_another_tab_removes_does_not_take_typed_words_with_it(
    two: tuple[Reader, Page],
) -> None:
    reader, _ = two
    here = reader.page
    here.locator("[data-do=session]").click()
    here.locator("#remarks-1").press_sequentially("Bring maps.")
    hear(here, key_of(reader), fragment(MORE))
    expect(here.locator("#remarks-1")).to_have_value("Bring maps.")
    assert_shows(here, {"t": "A course", "s": [*MORE["s"], session(t="", r="Bring maps.")]})


def test_a_list_of_a_later_version_in_another_tab_is_left_alone(two: tuple[Reader, Page]) -> None:
    reader, other = two
    for text in ("2.tomorrow", "nonsense"):
        put(other, key_of(reader), text)
    other.evaluate("(key) => localStorage.removeItem(key)", key_of(reader))
    add(reader.page, "5")
    assert_shows(reader.page, state("p/4/", "p/5/"))


# ---- A list that has grown while the builder was away


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
