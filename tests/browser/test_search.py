"""Search in the page: what readers look for they are given first, by keyboard and by ear."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.accessibility import WINDOWS, axe
from tests.browser.listener import heard
from tests.browser.reader import Reader
from tests.browser.search_queries import QUERIES
from tests.browser.searching import facets, open_search, put, results
from tests.browser.server import Server

CHAPTER = "text/04-summit/"
FOCUSED = "document.activeElement?.id || document.activeElement?.closest('[id]')?.id"


@pytest.fixture(scope="module")
def desk(browser: Browser, server: Server) -> Iterator[Reader]:
    """A reader who has opened search and goes on asking."""
    context = browser.new_context()
    reader = Reader(context, server.url)
    reader.visit(CHAPTER)
    open_search(reader.page)
    yield reader
    assert reader.troubles() == []
    context.close()


@pytest.mark.parametrize(("question", "address"), QUERIES, ids=[query for query, _ in QUERIES])
def test_what_readers_look_for_comes_first(desk: Reader, question: str, address: str) -> None:
    put(desk.page, question)
    assert [found.address for found in results(desk.page, desk.base)[:1]] == [address]


@pytest.mark.parametrize(
    ("question", "kind", "title", "lit"),
    [
        ("BREIP", "Term", "Belt and Road Economic Information Partnership · BREIP", "BREIP"),
        ("Joe Nye", "Person", "Joseph S. Nye", "Nye"),
        ("西安", "Place", "Xi'an · 西安", "西安"),
        ("p7", "Text", "¶ 7", ""),
        ("1990s, China initiated", "Note", "“in the 1990s, China initiated”", "initiated"),
        ("yau2021polishes", "Reference", "Yau, N. (2021", ""),
        ("licences", "Page", "Licences", "Licences"),
    ],
)
def test_a_result_says_what_it_is_and_shows_what_was_found(
    desk: Reader, question: str, kind: str, title: str, lit: str
) -> None:
    """Its kind, its name or the words it quotes, with the other name by which it was found."""
    put(desk.page, question)
    first = results(desk.page, desk.base)[0]
    assert first.kind == kind
    assert first.title.startswith(title)
    assert lit in first.lit or not lit


def test_a_long_text_shows_where_the_words_are(desk: Reader) -> None:
    """The passage with most of them, not the first line."""
    put(desk.page, '"sharing confidential information"')
    (paragraph,) = (found for found in results(desk.page, desk.base) if found.kind == "Text")
    assert "sharing confidential information" in paragraph.text
    assert paragraph.text.startswith("… ")
    assert paragraph.text.endswith(" …")
    assert set(paragraph.lit) == {"sharing", "confidential", "information"}


# ---- Kinds ----


def test_kinds_are_counted_and_one_can_be_chosen(desk: Reader) -> None:
    """The numbers add up; choosing shows that kind alone, and the numbers stay as they are."""
    put(desk.page, "soft power")
    offered = facets(desk.page)
    total = offered.pop("All")
    assert total == sum(offered.values())
    assert set(offered) >= {"Text", "Notes", "Terms", "People", "References"}
    names = {"Text": "Text", "Notes": "Note", "Terms": "Term", "References": "Reference"}
    for name, one in names.items():
        desk.page.locator("#search-kinds label", has_text=name).click()
        status = desk.page.locator("#search-status", has_text=f"{offered[name]} result")
        status.wait_for()
        found = results(desk.page, desk.base)
        assert {result.kind for result in found} == {one}
        assert len(found) == min(offered[name], 20)
        assert facets(desk.page) == {"All": total, **offered}
    desk.page.locator("#search-kinds label", has_text="All").click()
    desk.page.locator("#search-status", has_text=f"{total} results").wait_for()


def test_a_chosen_kind_stays_chosen_until_the_field_is_emptied(desk: Reader) -> None:
    put(desk.page, "soft power")
    desk.page.locator("#search-kinds label", has_text="People").click()
    desk.page.locator("#search-status", has_text="1 result.").wait_for()
    assert put(desk.page, "Zarafshan").startswith("Nothing under People; ")
    assert results(desk.page, desk.base) == []
    assert facets(desk.page)["People"] == 0
    put(desk.page, "")
    put(desk.page, "Zarafshan")
    assert results(desk.page, desk.base)[0].kind == "Place"
    assert "People" not in facets(desk.page)


def test_kinds_are_chosen_by_keyboard(visit: Callable[..., Reader]) -> None:
    """Tab leads to them, arrows choose, and focus stays where it is."""
    reader = visit(CHAPTER)
    page = reader.page
    open_search(page)
    page.keyboard.type("china")
    page.locator("#search-results a").first.wait_for()
    offered = facets(page)
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "kind":
            break
    for name in list(offered)[1:]:
        page.keyboard.press("ArrowRight")
        page.locator("#search-status", has_text=f"{offered[name]} result").wait_for()
        assert page.locator(":focus + span").inner_text().startswith(name)
        assert page.locator(":focus").is_checked()
    assert reader.troubles() == []


# ---- Keys ----


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_search_opens_and_closes_by_keys(key: str, visit: Callable[..., Reader]) -> None:
    """Escape closes it and gives the focus back."""
    page = visit(CHAPTER).page
    page.locator("#palette").focus()
    page.keyboard.press(key)
    assert page.evaluate("document.getElementById('search').open")
    assert page.evaluate(FOCUSED) == "search-field"
    assert page.locator("#search-field").input_value() == ""
    page.keyboard.press("Escape")
    page.locator("dialog#search").wait_for(state="hidden")
    assert page.evaluate(FOCUSED) == "palette"


def test_a_result_is_reached_by_arrows_and_followed_by_enter(visit: Callable[..., Reader]) -> None:
    reader = visit(CHAPTER)
    page = reader.page
    open_search(page)
    page.keyboard.type("silk road")
    page.locator("#search-results a").nth(2).wait_for()
    for index in (0, 1, 2):
        page.keyboard.press("ArrowDown")
        links = "[...document.querySelectorAll('#search-results a')]"
        assert page.evaluate(f"{links}.indexOf(document.activeElement)") == index
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    assert page.evaluate(FOCUSED) == "search-field"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/#silk-road")
    assert reader.troubles() == []


def test_enter_in_the_field_goes_to_the_first_result_of_what_was_typed(
    page: Callable[..., Reader],
) -> None:
    """Even if nothing has been loaded yet when it is pressed."""
    reader = page()
    reader.page.route(
        "**/search/index.json",
        lambda route: (reader.page.wait_for_timeout(500), route.continue_()),
    )
    page = reader.visit(CHAPTER)
    page.keyboard.press("/")
    page.keyboard.type("Xinhua")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/#xinhua")
    assert reader.troubles() == []


def test_the_slash_is_a_slash_where_one_types(visit: Callable[..., Reader]) -> None:
    page = visit(CHAPTER).page
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    assert page.locator("#search-field").input_value() == "a/b"


def test_the_slash_can_be_switched_off_with_all_single_keys(visit: Callable[..., Reader]) -> None:
    """Then only the key with a modifier opens search (WCAG 2.2, 2.1.4)."""
    reader = visit(CHAPTER)
    page = reader.page
    page.evaluate("localStorage.setItem('edition.keys', 'off')")
    reader.visit(CHAPTER)
    page.keyboard.press("/")
    assert not page.evaluate("document.getElementById('search').open")
    page.keyboard.press("Control+k")
    assert page.evaluate("document.getElementById('search').open")


def test_no_key_opens_search_upon_another_dialog(visit: Callable[..., Reader]) -> None:
    page = visit(CHAPTER).page
    page.keyboard.press("?")
    page.locator("dialog#keys").wait_for(state="visible")
    for key in ("/", "Control+k"):
        page.keyboard.press(key)
        assert not page.evaluate("document.getElementById('search').open")


def test_a_click_outside_closes_search_and_one_beside_the_results_does_not(
    visit: Callable[..., Reader],
) -> None:
    page = visit(CHAPTER, width=1440).page
    open_search(page)
    page.keyboard.type("BREIP")
    page.locator("#search-results a").first.wait_for()
    page.mouse.click(20, 60)
    assert page.evaluate("document.getElementById('search').open")
    page.mouse.click(720, 890)
    page.locator("dialog#search").wait_for(state="hidden")


# ---- Ears and eyes ----


def test_answers_are_announced(visit: Callable[..., Reader]) -> None:
    """In a live region that is there before, of which no ancestor is busy; each link names all."""
    page = visit(CHAPTER).page
    open_search(page)
    roles = [thing.role for thing in heard(page, "dialog#search")]
    assert roles.count("status") == 1
    said = [put(page, question) for question in ("BREIP", "soft power", "zzzzzz", "?!", "")]
    assert said[0] in ("1 result.", *(f"{count} results." for count in range(2, 21)))
    assert said[1].endswith(" results; the first 20 are shown.")
    assert said[2:4] == ["Nothing found.", "Type a letter or a figure."]
    assert page.locator("#search-status").evaluate("(e) => !e.closest('[aria-busy=true]')")
    put(page, "Xinhua")
    first = next(thing for thing in heard(page, "#search-results") if thing.role == "link")
    assert first.name.startswith("Term Xinhua News Agency ")


@WINDOWS
def test_axe_finds_nothing_in_the_dialog(
    width: int, colours: str, visit: Callable[..., Reader]
) -> None:
    """Empty, with results, with a kind chosen, with nothing found."""
    page = visit(CHAPTER, width=width, colour_scheme=colours).page
    open_search(page)
    assert axe(page) == []
    put(page, "soft power")
    assert axe(page, within="dialog#search") == []
    page.locator("#search-kinds label", has_text="Notes").click()
    page.locator("#search-kinds input[value=n]:checked").wait_for(state="attached")
    assert axe(page, within="dialog#search") == []
    put(page, "zzzzzz")
    assert axe(page, within="dialog#search") == []
    overflow = "e => e.scrollWidth - e.clientWidth"
    put(page, "gacc2023june")
    assert page.locator("dialog#search").evaluate(overflow) <= 0
