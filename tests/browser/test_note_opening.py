"""Opening and closing notes: by letter, by words, by the address; and what never opens one."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.noted import DENSEST, NOTES, focused, follow, settle, spot
from tests.browser.reader import Reader, arrive

WIDTHS = pytest.mark.parametrize("width", [360, 768, 1280])
TWO_WIDTHS = pytest.mark.parametrize("width", [360, 1280])
FIRST, SECOND = [note for note in NOTES[DENSEST] if note.level == 1][1:3]
HIDDEN = next(note for note in NOTES[DENSEST] if note.level == 3)
DOUBLE = 350
"""Milliseconds after which a click cannot become a double one any more."""


def opened(page: Page) -> list[str]:
    """Return the ids of the notes that are open and to be seen in full."""
    return [
        note.get_attribute("id").removeprefix("note-")
        for note in page.locator(".note.open").all()
        if note.locator(".note-more").is_visible()
    ]


def words(note: str) -> str:
    return f"mark[data-notes='{note}']"


def click_words(page: Page, note: str, count: int = 1) -> None:
    """Click into the first of a note's words; what they open comes after a moment."""
    page.mouse.click(*spot(page, words(note)), click_count=count)
    page.wait_for_timeout(DOUBLE)


@WIDTHS
def test_letters_and_words_open_and_escape_closes(width: int, visit: Callable[..., Reader]) -> None:
    """Enter on a letter, a click on it, on the words; Escape gives focus back to what had it."""
    reader = visit(DENSEST, width=width)
    page = reader.page
    letter = page.locator(f"#noteref-{FIRST.id}")
    for way in (lambda: letter.press("Enter"), letter.click, lambda: click_words(page, FIRST.id)):
        way()
        assert opened(page) == [FIRST.id]
        assert focused(page) == f"note-{FIRST.id}"
        arrive(page, f"#note-{FIRST.id}")
        page.keyboard.press("Escape")
        assert opened(page) == []
        page.wait_for_function("id => document.activeElement?.id === id", arg=f"noteref-{FIRST.id}")
        # A slip's own closing is told to the page a moment after focus is back.
        page.wait_for_function("() => !location.hash")
    # What had focus need not be a letter.
    page.locator("[name=show][value=notes]").focus()
    page.keyboard.press("j")
    (stepped,) = opened(page)
    page.keyboard.press("Escape")
    page.wait_for_function("() => document.activeElement?.value === 'notes'")
    assert stepped
    assert reader.troubles() == []


@pytest.mark.parametrize("width", [360, 768])
def test_a_tap_on_words_opens_at_once(width: int, visit: Callable[..., Reader]) -> None:
    """No finger waits; a tap elsewhere closes; a tap on other words opens their note instead."""
    page = visit(DENSEST, width=width, touch=True).page
    page.touchscreen.tap(*spot(page, words(FIRST.id)))
    assert opened(page) == [FIRST.id]
    page.touchscreen.tap(3, 100)
    page.wait_for_function("() => !document.querySelector('.note.open')")
    for note in (FIRST.id, SECOND.id):
        page.touchscreen.tap(*spot(page, words(note)))
        assert opened(page) == [note]
        page.locator(f"#note-{note} .note-close").tap()
        assert opened(page) == []
        assert focused(page) == f"noteref-{note}"


@TWO_WIDTHS
def test_a_click_elsewhere_closes(width: int, visit: Callable[..., Reader]) -> None:
    """On the paper, on other words; a click in the note itself does not."""
    page = visit(DENSEST, width=width).page
    page.locator(f"#noteref-{FIRST.id}").click()
    page.locator(f"#note-{FIRST.id} .note-signed").click(position={"x": 4, "y": 4})
    page.locator(f"#note-{FIRST.id} summary").click()
    assert opened(page) == [FIRST.id]
    page.mouse.click(3, 200)
    page.wait_for_function("() => !document.querySelector('.note.open')")
    page.locator(f"#noteref-{FIRST.id}").click()
    page.locator(f"#noteref-{SECOND.id}").press("Enter")
    assert opened(page) == [SECOND.id]


@pytest.mark.parametrize("width", [768, 1280])
def test_selecting_text_opens_nothing(width: int, visit: Callable[..., Reader]) -> None:
    """Dragging within words, over them, from them; a double and a triple click."""
    page = visit(DENSEST, width=width).page
    x, y = spot(page, words(FIRST.id))
    for start, end in (
        ((x - 20, y), (x + 60, y)),
        ((x, y), (x + 5, y + 90)),
        ((x, y + 60), (x, y)),
    ):
        page.mouse.move(*start)
        page.mouse.down()
        page.mouse.move(*end, steps=4)
        page.mouse.up()
        page.wait_for_timeout(DOUBLE)
        assert page.evaluate("getSelection().toString().length") > 3
        assert page.locator(".note.open").count() == 0
        page.evaluate("getSelection().removeAllRanges()")
    for count in (2, 3):
        click_words(page, FIRST.id, count)
        assert page.evaluate("getSelection().toString().length") > 3
        assert page.locator(".note.open").count() == 0
        page.evaluate("getSelection().removeAllRanges()")


@TWO_WIDTHS
def test_links_are_links_within_a_note_and_within_words(
    width: int, visit: Callable[..., Reader]
) -> None:
    """A citation in a note leads to its entry, and so does one whose words a note is about."""
    reader = visit(f"{DENSEST}?level=3", width=width, reduced_motion=True)
    page = reader.page
    follow(page, "a.citation:has(mark[data-notes])")
    page.go_back()
    page.wait_for_selector("mark[data-notes]")
    note = next(
        note.id for note in NOTES[DENSEST] if page.locator(f"#note-{note.id} a.cited").count()
    )
    page.locator(f"#noteref-{note}").click()
    follow(page, f"#note-{note} a.cited")
    page.go_back()
    page.wait_for_selector("mark[data-notes]")
    page.locator(f"#noteref-{note}").click()
    page.locator(f"#note-{note} summary").click()
    page.locator(f"#note-{note} .note-links a").first.click()
    arrive(page, f"/{DENSEST}#note-{note}")
    page.wait_for_selector(".note.open")
    assert opened(page) == [note]
    assert reader.troubles() == []


ARRIVALS = {
    "its level": "",
    "its level, though that is asked for": "?level=1",
    "its kind": "?level=3&kind=update",
    "the text alone": "?show=text",
    "sources alone": "?show=sources",
}


@WIDTHS
def test_an_address_opens_its_note_whatever_hides_it(
    width: int, page: Callable[..., Reader]
) -> None:
    """The note and the words it is about are in view, and neither hides the other."""
    reader = page(width=width, reduced_motion=True)
    for hidden_by, query in ARRIVALS.items():
        visited = reader.visit(f"{DENSEST}{query}#note-{HIDDEN.id}")
        visited.evaluate("() => document.fonts.ready")
        settle(visited)
        assert opened(visited) == [HIDDEN.id], hidden_by
        assert focused(visited) == f"note-{HIDDEN.id}"
        note = visited.locator(f"#note-{HIDDEN.id}").bounding_box()
        first = visited.locator(f"mark[data-notes~='{HIDDEN.id}']").first.bounding_box()
        assert note and first
        bar = visited.evaluate(
            "Math.max(...[...document.querySelectorAll('.head, .bar')]"
            ".map((part) => part.getClientRects()[0]?.bottom ?? 0))"
        )
        assert bar <= first["y"] <= first["y"] + first["height"] <= 900, hidden_by
        assert bar <= note["y"] <= note["y"] + note["height"] <= 900, hidden_by
        beside = note["x"] >= first["x"] + first["width"]
        below = note["y"] >= first["y"] + first["height"]
        above = note["y"] + note["height"] <= first["y"]
        assert beside or below or above, hidden_by
        lit = visited.locator("mark.lit")
        assert lit.count() == visited.locator(f"mark[data-notes~='{HIDDEN.id}']").count()
        visited.keyboard.press("Escape")
        assert opened(visited) == []
        visited.wait_for_function("() => document.activeElement !== document.body")
    assert reader.troubles() == []


def test_an_address_of_no_note_opens_nothing(page: Callable[..., Reader]) -> None:
    """Whatever stands there, the page is as without it: on arrival, and when it changes."""
    reader = page()
    for fragment in ("#note-%", '#note-"><img src=x>'):
        assert reader.visit(DENSEST + fragment).locator(".note.open").count() == 0
        for other in ("#note-", "#note-no-such", "#note-%E0%A4%A", "#"):
            reader.page.evaluate("fragment => { location.hash = fragment; }", other)
            assert reader.page.locator(".note.open").count() == 0
        reader.visit()
    assert reader.troubles() == []


@TWO_WIDTHS
def test_going_back_leaves_the_page_at_once(width: int, visit: Callable[..., Reader]) -> None:
    """Opening notes adds nothing to the history; back and forward find the note of the address."""
    reader = visit("notes/", width=width)
    page = reader.page
    before = page.evaluate("history.length")
    page.locator(f"a[href$='#note-{FIRST.id}']").first.click()
    arrive(page, f"/{DENSEST}#note-{FIRST.id}")
    page.wait_for_selector(".note.open")
    page.locator(f"#noteref-{SECOND.id}").press("Enter")
    assert opened(page) == [SECOND.id]
    assert page.evaluate("history.length") == before + 1
    page.go_back()
    arrive(page, "/notes/")
    page.go_forward()
    arrive(page, f"/{DENSEST}#note-{SECOND.id}")
    page.wait_for_selector(".note.open")
    assert opened(page) == [SECOND.id]
    # Within a page: from a note to a paragraph and back again.
    page.evaluate("location.hash = 'p7'")
    page.evaluate("id => { location.hash = `note-${id}`; }", FIRST.id)
    page.wait_for_selector(f"#note-{FIRST.id}.open")
    assert reader.troubles() == []
