"""Beside the text: where notes stand on wide paper, whatever is opened, unfolded, resized."""

import copy
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree, html

from tests.browser.noted import (
    DENSEST,
    NOTES,
    PIXEL,
    Margin,
    choose,
    margin,
    margins,
    open_note,
    settle,
    shown,
)
from tests.browser.reader import Reader
from tests.browser.slips import closed, opened

WIDTHS = (1220, 1280, 1440, 1760)
AS_FAR = 5
"""Lines that a note may be off its words where notes crowd but are not many."""


def test_notes_stand_apart_beside_their_words(page: Callable[..., Reader]) -> None:
    """At every width and level none lies upon another, the text, the footer; each is near."""
    reader = page(width=WIDTHS[0], reduced_motion=True)
    found = []
    for address in NOTES:
        visited = reader.visit(address)
        for width in WIDTHS:
            visited.set_viewport_size({"width": width, "height": 900})
            settle(visited)
            for level in (1, 2, 3):
                choose(visited, "level", str(level))
                placed = margin(visited)
                assert placed.width == width
                assert sorted(note.id for note in placed.notes) == sorted(shown(address, level))
                far = [
                    f"{note.id} is {note.off:+.0f} px off its words"
                    for note in placed.notes
                    if abs(note.off) > AS_FAR * placed.line + PIXEL
                ]
                faults = [*placed.faults(), *placed.strays(), *far]
                found += [f"{address} at {width} px, level {level}: {fault}" for fault in faults]
    assert found == []
    assert reader.troubles() == []


def open_badly(placed: Margin) -> list[str]:
    """Say what is wrong with where the one open note stands, and with the others around it."""
    (note,) = (note for note in placed.notes if note.open)
    found = placed.faults()
    if not note.whole:
        found.append(f"{note.id} is open and does not show everything")
    if note.off < -PIXEL:
        found.append(f"{note.id} is open {note.off:.0f} px above its words")
    if note.off > placed.line:
        above = [other for other in placed.notes if other.top < note.top]
        folded = sum(other.head - other.top + 12 for other in above)
        if note.top - placed.start > folded + PIXEL:
            found.append(
                f"{note.id} is open {note.off:.0f} px below its words; those above could fold"
            )
    return found


@pytest.mark.parametrize(("width", "addresses"), [(1760, list(NOTES)), (1220, [DENSEST])])
def test_the_open_note_comes_to_its_words(
    width: int, addresses: list[str], page: Callable[..., Reader]
) -> None:
    """Whichever is opened, it is at its line and whole, and the others make room."""
    reader = page(width=width, reduced_motion=True)
    found = []
    for address in addresses:
        visited = reader.visit(f"{address}?level=3")
        for placed in margins(visited, [note.id for note in NOTES[address]]):
            found += [f"{address}: {fault}" for fault in open_badly(placed)]
    assert found == []


def test_open_notes_as_long_as_the_chapter_show_all_their_words(
    site: Path, page: Callable[..., Reader]
) -> None:
    """A note of forty paragraphs unfolds whole; the page grows under it, and nothing overlaps."""
    reader = page(reduced_motion=True)
    root = html.parse(str(site / DENSEST / "index.html")).getroot()
    notes = [note.id for note in NOTES[DENSEST]]
    long = [notes[0], notes[len(notes) // 2], notes[-1]]
    for note in long:
        (body,) = root.xpath("//aside[@id=$id]/div[@class='note-body']", id=f"note-{note}")
        for number in range(40):
            etree.SubElement(body, "p").text = f"Paragraph {number} is here to be long. " * 10
    serve(reader, f"{DENSEST}?level=3", root)
    visited = reader.visit(f"{DENSEST}?level=3")
    assert margin(visited).faults() + margin(visited).strays() == []
    for placed in margins(visited, [*long, notes[1], notes[-2]]):
        assert open_badly(placed) == []
    visited.keyboard.press("Escape")
    assert margin(visited).faults() + margin(visited).strays() == []


def test_notes_stay_placed_whatever_moves(visit: Callable[..., Reader]) -> None:
    """After a resize, after unfolding sources, after opening an “About …”: placed as before."""
    visited = visit(f"{DENSEST}?level=3", reduced_motion=True).page

    def faults() -> list[str]:
        settle(visited)
        placed = margin(visited)
        return placed.faults() + placed.strays()

    for width in (1220, 1900, 1280):
        visited.set_viewport_size({"width": width, "height": 900})
        assert faults() == [], f"at {width} px"
    before = margin(visited)
    visited.evaluate(
        "document.querySelectorAll('.about-unit').forEach(about => { about.open = true; })"
    )
    assert faults() == []
    after = margin(visited)
    assert after.notes[-1].line > before.notes[-1].line + 100, "nothing has moved"
    visited.evaluate(
        "document.querySelectorAll('.note-more').forEach(more => { more.open = true; })"
    )
    assert faults() == []
    for note in NOTES[DENSEST][::6]:
        open_note(visited, note.id)
        assert faults() == []
        assert open_badly(margin(visited)) == []
    visited.keyboard.press("Escape")
    visited.evaluate("document.documentElement.style.fontSize = '125%'")
    visited.set_viewport_size({"width": 1700, "height": 900})
    assert faults() == []


WATCH = """() => {
  window.measured = 0;
  new MutationObserver((all) => { window.measured += all.length; }).observe(
    document.querySelector(".notes"), { subtree: true, attributeFilter: ["data-fold"] });
}"""
"""Counts how often a note is folded or unfolded, which is also how notes are measured."""


def test_a_slip_lies_upon_the_page_and_no_note_is_measured_for_it(
    visit: Callable[..., Reader],
) -> None:
    """That would lay out the whole chapter several times; a list that unfolds is worth it."""
    visited = visit(f"{DENSEST}?level=3", width=1440).page
    settle(visited)
    visited.evaluate(WATCH)
    visited.locator(".work a.term").first.press("Enter")
    opened(visited)
    settle(visited)
    assert visited.evaluate("measured") == 0
    visited.keyboard.press("Escape")
    closed(visited)
    settle(visited)
    assert visited.evaluate("measured") == 0
    visited.evaluate("document.querySelector('.notes details').open = true")
    settle(visited)
    assert visited.evaluate("measured") > 0


def test_a_font_that_comes_late_moves_nothing(page: Callable[..., Reader]) -> None:
    """Who began to read in the stand-in font reads on in it; the next page has the book's own."""
    reader = page(reduced_motion=True)
    held = []
    reader.page.route("**/*.woff2", lambda route: held.append(route))
    reader.page.goto(f"{reader.base}{DENSEST}?level=2", wait_until="domcontentloaded")
    reader.page.wait_for_selector(".notes[data-placed]")
    before = margin(reader.page)
    assert before.notes and before.faults() + before.strays() == []
    assert held, "no font was asked for"
    for route in held:
        route.continue_()
    reader.page.evaluate("() => document.fonts.ready")
    reader.page.wait_for_load_state()
    after = margin(reader.page)
    assert after.faults() + after.strays() == []
    assert [note.line for note in after.notes] == [note.line for note in before.notes]


def serve(reader: Reader, path: str, root: html.HtmlElement) -> None:
    """Let a reader find another page at an address than the one that was built."""
    reader.page.route(
        f"**/{path}",
        lambda route: route.fulfill(
            body=html.tostring(root, encoding="unicode", doctype="<!doctype html>"),
            content_type="text/html; charset=utf-8",
        ),
    )


def crowd(root: html.HtmlElement, count: int) -> None:
    """Clone the notes of a page until there are so many, each with its words and its letter."""
    notes = root.xpath("//aside[@class='note']")
    for number in range(count - len(notes)):
        original = notes[number % len(notes)]
        old, new = original.get("id").removeprefix("note-"), f"clone-{number}"
        clone = copy.deepcopy(original)
        clone.set("id", f"note-{new}")
        clone.set("data-words", f"noteref-{new}")
        original.getparent().append(clone)
        for mark in root.xpath(
            "//mark[contains(concat(' ', @data-notes, ' '), $id)]", id=f" {old} "
        ):
            mark.set("data-notes", f"{mark.get('data-notes')} {new}")
        (letter,) = root.xpath("//sup[a/@id=$id]", id=f"noteref-{old}")
        other = copy.deepcopy(letter)
        other[0].set("id", f"noteref-{new}")
        other[0].set("href", f"#note-{new}")
        tail, letter.tail = letter.tail, None
        letter.addnext(other)
        other.tail = tail


@pytest.mark.parametrize("width", [1220, 1760])
def test_a_hundred_and_twenty_notes_find_room(
    width: int, site: Path, page: Callable[..., Reader]
) -> None:
    """However many there are, none lies upon another, and the open one shows everything."""
    reader = page(width=width, reduced_motion=True)
    root = html.parse(str(site / DENSEST / "index.html")).getroot()
    crowd(root, 120)
    serve(reader, f"{DENSEST}?level=3", root)
    visited = reader.visit(f"{DENSEST}?level=3")
    placed = margin(visited)
    assert len(placed.notes) == 120
    assert placed.faults() == []
    for beside in margins(visited, ["clone-0", "clone-40", "clone-83", NOTES[DENSEST][-1].id]):
        assert open_badly(beside) == []
    assert reader.troubles() == []
