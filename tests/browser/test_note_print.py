"""On paper the notes stand at the end, as many as the reader had in view, each with its link."""

import io
import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.noted import DENSEST, NOTES, choose, open_note, shown
from tests.browser.reader import Reader

PLAIN = "text/plain/"


def printed(page: Page) -> tuple[str, int]:
    """Return all text of a page's PDF without white space, and how many sheets it takes."""
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    text = "".join(sheet.extract_text() for sheet in pdf.pages)
    return "".join(text.split()), len(pdf.pages)


def links(text: str) -> list[str]:
    """Return the ids of all notes of the edition whose link is in a text, in its order."""
    ids = [note.id for notes in NOTES.values() for note in notes]
    found = [(text.find(f"n/{note}/", start), note) for note in ids for start in starts(text, note)]
    return [note for _, note in sorted(found)]


def starts(text: str, note: str) -> list[int]:
    link, found, start = f"n/{note}/", [], text.find(f"n/{note}/")
    while start >= 0:
        found.append(start)
        start = text.find(link, start + 1)
    return found


@pytest.mark.parametrize("level", [1, 3])
def test_a_chapter_prints_its_notes_in_order(level: int, visit: Callable[..., Reader]) -> None:
    """Those of the level, each once, each with its permanent link, its words and its body."""
    page = visit(f"{DENSEST}?level={level}").page
    text, _ = printed(page)
    assert links(text) == shown(DENSEST, level)
    for note in shown(DENSEST, level):
        for part in (".note-quote q", ".note-body > :first-child"):
            words = page.locator(f"#note-{note} {part}").text_content() or ""
            # Of characters for which the machine has no font, a PDF does not tell which they are.
            opening = re.split(r"[^\x00-\u2e7f]", "".join(words.split())[:40])[0]
            assert opening in text, f"{note}: {words}"
    assert "choose" not in text and "Suggestacorrection" not in text


def test_what_is_chosen_is_what_is_printed(visit: Callable[..., Reader]) -> None:
    """Kinds count as levels do; the text alone, or with its sources, prints without a note."""
    page = visit(f"{DENSEST}?level=3&kind=correction").page
    assert links(printed(page)[0]) == shown(DENSEST, 3, ("correction",))
    for show in ("text", "sources"):
        choose(page, "show", show)
        text, _ = printed(page)
        assert links(text) == []
        assert "Bytheeditorsandcontributors" not in text


@pytest.mark.parametrize("width", [360, 1280])
def test_an_open_note_prints_like_the_others(width: int, visit: Callable[..., Reader]) -> None:
    """What is open, unfolded, pushed aside on the screen leaves no trace on paper."""
    page = visit(DENSEST, width=width).page
    text, sheets = printed(page)
    open_note(page, shown(DENSEST, 1)[1])
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.wait_for_timeout(60)
    assert printed(page) == (text, sheets)
    assert links(text) == shown(DENSEST, 1)


def test_without_scripts_all_notes_are_printed(visit: Callable[..., Reader]) -> None:
    """Nobody could choose, so nothing is left out."""
    text, _ = printed(visit(DENSEST, javascript=False).page)
    assert links(text) == shown(DENSEST, 3)


def test_the_plain_view_prints_no_note(page: Callable[..., Reader]) -> None:
    """Whatever was chosen elsewhere; what the text alone hides there is printed here."""
    reader = page()
    choose(reader.visit(DENSEST), "show", "text")
    plain = reader.visit(PLAIN)
    text, _ = printed(plain)
    assert links(text) == []
    assert "Bytheeditorsandcontributors" not in text
    for marker in (plain.locator(".marker").first, plain.locator(".marker").last):
        assert marker.is_visible()


def test_print_styles_put_the_tools_away(visit: Callable[..., Reader]) -> None:
    """No switch, no buttons, nothing placed or folded; dark paper is white."""
    page = visit(f"{DENSEST}?level=3", colour_scheme="dark").page
    page.emulate_media(media="print")
    for tool in (".switch", ".about-unit", ".note-close", ".note-more summary", "#keys"):
        assert page.locator(f"{tool} >> visible=true").count() == 0, tool
    notes = page.evaluate(
        """[...document.querySelectorAll(".notes > .note")].map((note) => {
          const { position, transform, overflow } = getComputedStyle(note);
          return [position, transform, overflow, note.querySelector(".note-body").scrollHeight
            <= note.querySelector(".note-body").clientHeight + 1].join(" ");
        })"""
    )
    assert set(notes) == {"relative none visible true"}
    tops = page.evaluate(
        "[...document.querySelectorAll('.notes > .note')].map(n => n.getBoundingClientRect())"
    )
    assert all(a["bottom"] <= b["top"] + 1 for a, b in pairwise(tops))
