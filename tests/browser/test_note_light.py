"""Words and notes light each other, whichever is hovered or has focus, and nothing else is lit."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.noted import DENSEST, EDITION, NOTES, spot
from tests.browser.reader import Reader

LIT = """() => ({
  words: [...document.querySelectorAll("mark.lit")].map((mark) => mark.dataset.notes),
  notes: [...document.querySelectorAll(".note.lit")].map((note) => note.id.slice(5)),
  letters: [...document.querySelectorAll(".note-marker.lit a")].map((a) => a.id.slice(8)),
})"""

SEGMENTS = """id => [...document.querySelectorAll("mark[data-notes]")]
  .map((mark) => mark.dataset.notes).filter((notes) => notes.split(" ").includes(id))"""


def overlapping(address: str) -> list[tuple[str, str]]:
    """Return the pairs of notes on a page whose words overlap."""
    spans = [EDITION.spans[note.id] for note in NOTES[address]]
    ids = [note.id for note in NOTES[address]]
    return [
        (ids[i], ids[j])
        for i in range(len(ids))
        for j in range(i)
        if spans[i].unit == spans[j].unit
        and spans[i].start < spans[j].end
        and spans[j].start < spans[i].end
    ]


OVERLAPS = {address: pairs for address in NOTES if (pairs := overlapping(address))}


def lit_only(page: Page, note: str) -> dict[str, list[str]]:
    """Return what is lit when one note is: it, its letter, and every segment of its words."""
    return {"words": page.evaluate(SEGMENTS, note), "notes": [note], "letters": [note]}


DARK: dict[str, list[str]] = {"words": [], "notes": [], "letters": []}


def test_a_letter_in_focus_lights_its_note_and_all_its_words(visit: Callable[..., Reader]) -> None:
    """For every note of a dense chapter; losing focus, it goes dark."""
    page = visit(f"{DENSEST}?level=3").page
    for note in NOTES[DENSEST]:
        page.locator(f"#noteref-{note.id}").focus()
        assert page.evaluate(LIT) == lit_only(page, note.id)
    page.evaluate("document.activeElement.blur()")
    assert page.evaluate(LIT) == DARK


def test_a_note_that_focus_enters_lights_its_words(visit: Callable[..., Reader]) -> None:
    """Its own links count as it."""
    page = visit(f"{DENSEST}?level=1").page
    for note in [note for note in NOTES[DENSEST] if note.level == 1][:4]:
        page.locator(f"#note-{note.id} .note-letter").focus()
        assert page.evaluate(LIT) == lit_only(page, note.id)


def test_hovering_words_letter_or_note_lights_the_same(visit: Callable[..., Reader]) -> None:
    """The three are one thing; leaving them, it goes dark."""
    page = visit(f"{DENSEST}?level=1", reduced_motion=True).page
    for note in [note for note in NOTES[DENSEST] if note.level == 1][1:4]:
        for place in (
            f"mark[data-notes='{note.id}']",
            f"#noteref-{note.id}",
            f"#note-{note.id} .note-kind",
        ):
            page.mouse.move(*spot(page, place))
            assert page.evaluate(LIT) == lit_only(page, note.id), place
            page.locator("header.head").hover()
            assert page.evaluate(LIT) == DARK, place


@pytest.mark.parametrize("address", OVERLAPS)
def test_overlapping_notes_are_told_apart(address: str, visit: Callable[..., Reader]) -> None:
    """Each lights its own segments alone, from its note, from its letter, and while one is open."""
    page = visit(f"{address}?level=3", reduced_motion=True).page
    for pair in OVERLAPS[address]:
        for note in pair:
            page.locator("header.head").hover()
            page.locator(f"#noteref-{note}").focus()
            assert page.evaluate(LIT) == lit_only(page, note)
            page.locator(f"#note-{note} .note-kind").hover()
            page.evaluate("document.activeElement.blur()")
            assert page.evaluate(LIT) == lit_only(page, note)
        # Of the words that both are about, those of the open one stay lit when the other goes dark.
        opened, other = pair
        page.locator(f"#noteref-{opened}").press("Enter")
        page.locator(f"#note-{other} .note-kind").hover()
        assert set(page.evaluate(LIT)["notes"]) == {opened, other}
        page.locator("header.head").hover()
        assert page.evaluate(LIT) == lit_only(page, opened)
        page.keyboard.press("Escape")
        page.evaluate("document.activeElement.blur()")
        assert page.evaluate(LIT) == DARK


def test_words_of_hidden_notes_stay_dark(visit: Callable[..., Reader]) -> None:
    """At level 1 the words of a note for specialists are words like any other."""
    page = visit(f"{DENSEST}?level=1").page
    hidden = next(note for note in NOTES[DENSEST] if note.level == 3)
    place = spot(page, f"mark[data-notes='{hidden.id}']")
    page.mouse.move(*place)
    assert page.evaluate(LIT) == DARK
    page.mouse.click(*place)
    page.wait_for_timeout(350)
    assert page.locator(".note.open").count() == 0
