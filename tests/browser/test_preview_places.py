"""Where the slip of a preview lies: in the window, off its words, above a note that stays open."""

from collections.abc import Callable

import pytest

from tests.browser.accessibility import WINDOWS, axe
from tests.browser.noted import DENSEST, EDITION, NOTES, focused, open_note
from tests.browser.reader import Reader
from tests.browser.slips import KINDS, LAY, SLIP, closed, opened, plant

SIZES = {"phone": (360, 740), "small phone": (320, 568), "phone on its side": (844, 390),
         "tablet": (768, 1024), "desk": (1280, 900), "wide desk": (1760, 1000)}  # fmt: skip


TELLING = ("a term in the text", "a footnote's number", "a paragraph that names a term")
"""Kinds of links that lie in different places: shown at every size, the others at two."""
BESIDES = ("a citation of the article", "a name in a paragraph", "a note that cites")
IN_NOTES = ("a citation in a note", "a term in a note")
LAID = [
    (kind, size)
    for kind in (*TELLING, *BESIDES, *IN_NOTES)
    for size in SIZES
    if kind in TELLING or size == "desk" or (kind in BESIDES and size == "phone")
]
"""In a narrow window a note is a slip itself: see the test of slips above slips."""


@pytest.mark.parametrize(("kind", "size"), LAID)
def test_a_slip_lies_in_the_window_and_off_its_words(
    kind: str, size: str, page: Callable[..., Reader]
) -> None:
    """Wherever in the window its words stand; on a phone it is a sheet; a long one scrolls."""
    width, height = SIZES[size]
    reader = page(width=width, height=height, reduced_motion=True)
    wanted = KINDS[kind]
    visited = reader.visit(wanted.address)
    plant(visited, wanted)
    number, faults = visited.evaluate(LAY, [wanted.selector, 5])
    assert faults == []
    assert number
    assert reader.troubles() == []


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_last_links_of_a_page_are_not_hidden(
    size: tuple[int, int], page: Callable[..., Reader]
) -> None:
    """At the end of a page nothing can come up any further."""
    reader = page(width=size[0], height=size[1], reduced_motion=True)
    for address in ("places/", "bibliography/", DENSEST):
        visited = reader.visit(address)
        links = visited.locator("a:is(.xref, .cited, .citation)").locator("visible=true")
        links.last.evaluate("link => link.classList.add('the-last')")
        assert visited.evaluate(LAY, [".the-last", 1])[1] == []


@pytest.mark.parametrize("width", [360, 1280])
def test_a_long_preview_scrolls_in_itself(width: int, visit: Callable[..., Reader]) -> None:
    """The page behind stays where it is, and the foot in sight."""
    page = visit("places/", width=width).page
    longest = max(
        (unit for unit in EDITION.units if unit.id in EDITION.units_of_term["china"]),
        key=lambda unit: len(unit.text),
    )
    page.locator(f"#china .cited-in a[href$='#{longest.id}']").click()
    slip = opened(page)
    before, box = page.evaluate("scrollY"), slip.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 40, box["y"] + 40)
    page.mouse.wheel(0, 400)
    page.wait_for_function(f"() => document.querySelector('{SLIP}').scrollTop > 100")
    for _ in range(6):
        page.mouse.wheel(0, 3_000)
        page.wait_for_timeout(50)
    assert page.evaluate("scrollY") == before
    foot = slip.get_by_role("link", name="Go there").bounding_box()
    assert foot is not None
    assert foot["y"] + foot["height"] <= box["y"] + box["height"]


def test_a_slip_stays_at_its_words(visit: Callable[..., Reader]) -> None:
    """When the page is scrolled and when the window changes."""
    page = visit(DENSEST, width=1280).page
    gap = f"""() => {{
      const slip = document.querySelector('{SLIP}').getBoundingClientRect();
      const words = document.querySelector('#p7 a.term').getBoundingClientRect();
      return Math.round(slip.top - words.bottom);
    }}"""
    term = page.locator("#p7 a.term").first
    term.evaluate("term => term.scrollIntoView({ block: 'center' })")
    term.click()
    opened(page)
    before = page.evaluate(gap)
    page.evaluate("scrollBy(0, 120)")
    assert page.evaluate(gap) == before
    page.set_viewport_size({"width": 900, "height": 700})
    page.wait_for_timeout(100)
    assert abs(page.evaluate(gap)) < 40 or page.evaluate(gap) < -40  # below, or above
    page.set_viewport_size({"width": 360, "height": 700})
    page.wait_for_timeout(100)
    box = page.locator(SLIP).bounding_box()
    assert box is not None and (box["x"], box["width"]) == (0, 360)


# ---- Above an open note ----

LINES = "link => [...link.getClientRects()].map((line) => [line.top, line.bottom])"
CITING = """ids => ids.filter((id) =>
  document.querySelector(`#note-${CSS.escape(id)} .note-body :is(a.cited, a.xref)`))"""


def opened_note(page) -> str:
    return page.evaluate("document.querySelector('.note.open')?.id.slice(5) ?? ''")


@pytest.mark.parametrize("name", ["small phone", "tablet", "wide desk"])
def test_a_slip_above_a_note_leaves_the_note_as_it_is(
    name: str, page: Callable[..., Reader]
) -> None:
    """Every citation and term of some notes: shown without hiding its words, put away again."""
    size = SIZES[name]
    reader = page(width=size[0], height=size[1], reduced_motion=True)
    visited = reader.visit(f"{DENSEST}?level=3")
    ids = visited.evaluate(CITING, [note.id for note in NOTES[DENSEST]])
    assert len(ids) > 5
    place = """() => [scrollY, document.querySelector(".note.open").scrollTop, location.hash]"""
    for note in ids[::5]:
        visited.locator(f"#noteref-{note}").press("Enter")
        element = visited.locator(f"#note-{note}")
        for link in element.locator(".note-body :is(a.cited, a.xref)").all():
            link.scroll_into_view_if_needed()
            visited.wait_for_timeout(50)
            before = visited.evaluate(place)
            link.press("Enter")
            slip = opened(visited)
            assert opened_note(visited) == note
            box = slip.bounding_box()
            assert box is not None
            assert 0 <= box["x"] <= box["x"] + box["width"] <= size[0]
            assert 0 <= box["y"] <= box["y"] + box["height"] <= size[1]
            lines = link.evaluate(LINES)
            assert all(
                bottom <= box["y"] + 1 or top >= box["y"] + box["height"] - 1
                for top, bottom in lines
            ), (note, lines, box)
            visited.keyboard.press("Escape")
            closed(visited)
            assert opened_note(visited) == note
            assert link.evaluate("link => link === document.activeElement")
            assert visited.evaluate(place) == before
        visited.keyboard.press("Escape")
        visited.wait_for_function("() => !document.querySelector('.note.open')")
        visited.wait_for_function("id => document.activeElement?.id === id", arg=f"noteref-{note}")
    assert reader.troubles() == []


@pytest.mark.parametrize("width", [360, 768])
def test_what_closes_a_slip_above_a_note(width: int, visit: Callable[..., Reader]) -> None:
    """Its button and a click on the note close it alone; a click on the paper closes both."""
    page = visit(f"{DENSEST}?level=3", width=width).page
    (note, *_) = page.evaluate(CITING, [note.id for note in NOTES[DENSEST]])
    ways = {
        "the button": lambda: page.locator(f"{SLIP} button").click(),
        "the note": lambda: page.locator(f"#note-{note} .note-kind").click(),
    }
    for way, close in ways.items():
        open_note(page, note)
        link = page.locator(f"#note-{note} .note-body :is(a.cited, a.xref)").first
        link.click()
        opened(page)
        close()
        closed(page)
        assert opened_note(page) == note, way
        assert page.locator(f"#note-{note}").evaluate(
            "note => note.contains(document.activeElement)"
        ), way
        page.keyboard.press("Escape")
        page.wait_for_function("() => !document.querySelector('.note.open')")
    open_note(page, note)
    page.locator(f"#note-{note} .note-body :is(a.cited, a.xref)").first.click()
    opened(page)
    page.mouse.click(3, 120)
    closed(page)
    page.wait_for_function("() => !document.querySelector('.note.open')")
    page.wait_for_function("id => document.activeElement?.id === id", arg=f"noteref-{note}")


def test_the_next_note_takes_the_place_of_a_slip(visit: Callable[..., Reader]) -> None:
    """`j` goes on from where the reader is, and the slip goes."""
    for width in (360, 1280):
        page = visit(DENSEST, width=width).page
        page.locator("#p6 a.term").first.press("Enter")
        opened(page)
        page.keyboard.press("j")
        closed(page)
        assert opened_note(page)
        page.keyboard.press("Escape")
        page.wait_for_function("() => !document.querySelector('.note.open')")


def test_a_note_in_the_margin_stays_as_folded_as_it_was(visit: Callable[..., Reader]) -> None:
    """A preview of what it cites does not make the notes move."""
    page = visit(DENSEST, width=1280, reduced_motion=True).page
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(200)
    tops = "[...document.querySelectorAll('.note')].map((note) => note.getBoundingClientRect().top)"
    link = page.locator(".note:not(.open) a.cited").locator("visible=true").first
    link.scroll_into_view_if_needed()
    before = page.evaluate(tops)
    link.click()
    opened(page)
    page.wait_for_timeout(200)
    assert page.evaluate(tops) == before
    page.keyboard.press("Escape")
    closed(page)
    page.wait_for_timeout(200)
    assert page.locator(".note.open").count() == 0
    assert focused(page) == ""


# ---- For everybody ----


@WINDOWS
def test_axe_finds_nothing(width: int, colours: str, page: Callable[..., Reader]) -> None:
    """An open term, an open footnote, a passage, a note, and a source above an open note."""
    reader = page(width=width, colour_scheme=colours)
    found = []
    for kind in (
        *("a term in the text", "a footnote's number", "a citation in a note", "see also"),
        *("a paragraph that names a term", "a note that names a term"),
    ):
        wanted = KINDS[kind]
        visited = reader.visit(wanted.address)
        if kind == "a citation in a note":
            (note, *_) = visited.evaluate(CITING, [note.id for note in NOTES[DENSEST]])
            visited.locator(f"#noteref-{note}").press("Enter")
        links = visited.locator(wanted.selector).locator("visible=true").all()
        # Not the first of a page: the head is fading in there.
        links[
            len(links) // 2 if kind in ("a term in the text", "a footnote's number") else 0
        ].press("Enter")
        opened(visited)
        found += [
            f"{kind}: {violation}" for violation in axe(visited, within=f"{SLIP}, .note.open")
        ]
    assert found == []
    assert reader.troubles() == []
