"""The switch: three states, kept and in the address; what is hidden is counted and truly gone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from edition.core.note import LEVELS, Kind
from tests.browser.noted import DENSEST, EDITION, NOTES, choose, shown
from tests.browser.reader import Reader, arrive
from tests.browser.shifts import LITTLE
from tests.command import REPOSITORY

OTHER = next(address for address in NOTES if address != DENSEST)
FRONT = EDITION.text_pages[0].address
TOTAL = len(NOTES[DENSEST])
KINDS = [kind.value for kind in Kind]

STATE = "({ ...document.documentElement.dataset })"
VISIBLE = """selector => [...document.querySelectorAll(selector)]
  .filter((element) => element.checkVisibility({ visibilityProperty: true })
    && element.getClientRects().length)
  .map((element) => element.id.replace(/^note(ref)?-/, ""))"""


def count(page: Page) -> str:
    return page.locator(".switch-count").inner_text()


def counted(notes: int, of: int) -> str:
    words = f"{notes} {'note' if notes == 1 else 'notes'}"
    return f"{words}, {of - notes} hidden" if of > notes else words


def boxes(page: Page) -> dict[str, bool]:
    """Return which kinds are ticked."""
    return {
        box.get_attribute("value"): box.is_checked() for box in page.locator("[name=kind]").all()
    }


def test_scripts_and_styles_know_every_kind_and_level() -> None:
    """The lists in `early.js` and `switch.css` are the engine's, with `none` for no kind at all."""
    assets = REPOSITORY / "overrides" / "assets"
    script = (assets / "javascripts" / "early.js").read_text(encoding="utf-8")
    assert f"const KINDS = {[*KINDS, 'none']};".replace("'", '"') in script
    assert f"const LEVELS = {[str(level) for level in LEVELS]};".replace("'", '"') in script
    styles = (assets / "stylesheets" / "switch.css").read_text(encoding="utf-8")
    for kind in KINDS:
        assert f'[data-kinds~="{kind}"]) [data-kind="{kind}"]' in styles, kind


def test_each_state_shows_what_it_says(visit: Callable[..., Reader]) -> None:
    """Letters, notes and lit words are those of the level and the kinds; the rest is counted."""
    reader = visit(DENSEST, reduced_motion=True)
    page = reader.page

    def state(kinds: tuple[str, ...] | None, level: int) -> None:
        expected = shown(DENSEST, level, kinds)
        assert sorted(page.evaluate(VISIBLE, ".note-marker a")) == sorted(expected)
        assert sorted(page.evaluate(VISIBLE, ".note")) == sorted(expected)
        assert count(page) == counted(len(expected), TOTAL)
        loud = page.evaluate(
            "[...document.querySelectorAll('mark[data-notes]:not(.quiet)')]"
            ".map((mark) => mark.dataset.notes)"
        )
        assert {note for notes in loud for note in notes.split()} >= set(expected)
        assert all(set(notes.split()) & set(expected) for notes in loud)

    state(None, 1)
    for level in (2, 3):
        choose(page, "level", str(level))
        state(None, level)
    ticked = list(boxes(page))
    for kind in tuple(ticked):
        choose(page, "kind", kind)
        ticked.remove(kind)
        state(tuple(ticked), 3)
    assert page.evaluate(STATE)["kinds"] == "none"
    choose(page, "kind", "correction")
    state(("correction",), 3)
    choose(page, "show", "sources")
    assert page.evaluate(VISIBLE, ".note-marker a, .note") == []
    assert len(page.evaluate(VISIBLE, ".marker a")) > 5
    assert count(page) == counted(0, TOTAL)
    choose(page, "show", "text")
    assert page.evaluate(VISIBLE, ".note-marker a, .note, .marker a") == []
    assert count(page) == counted(0, TOTAL)
    choose(page, "show", "notes")
    state(("correction",), 3)
    assert reader.troubles() == []


def test_the_choices_say_how_many_notes_they_show(visit: Callable[..., Reader]) -> None:
    """Every number in the filter is that of the files."""
    page = visit(DENSEST).page
    page.locator(".switch-which summary").click()
    for level in LEVELS:
        label = page.locator(f"label:has([name=level][value='{level}'])")
        assert label.inner_text().endswith(f"({len(shown(DENSEST, level))})")
    for kind in boxes(page):
        label = page.locator(f"label:has([name=kind][value='{kind}'])")
        assert label.inner_text().endswith(f"({len(shown(DENSEST, 3, (kind,)))})")


def test_the_state_is_in_the_address_and_on_the_next_page(visit: Callable[..., Reader]) -> None:
    """The address says it and nothing else changes in it; the next page has it without one."""
    reader = visit(f"{DENSEST}?p=1#p7")
    page = reader.page
    choose(page, "level", "2")
    arrive(page, f"{DENSEST}?p=1&level=2#p7")
    for kind in set(boxes(page)) - {"correction"}:
        choose(page, "kind", kind)
    arrive(page, f"{DENSEST}?p=1&level=2&kind=correction#p7")
    reader.visit(OTHER)
    assert page.evaluate(STATE)["kinds"] == "correction"
    assert page.evaluate(STATE)["level"] == "2"
    assert sorted(page.evaluate(VISIBLE, ".note")) == sorted(shown(OTHER, 2, ("correction",)))
    choose(page, "level", "1")
    assert page.evaluate(STATE)["kinds"] == "correction", "another choice forgot this one"
    choose(page, "show", "text")
    page.locator("a[rel=next]").first.click()
    page.wait_for_url("**/text/**")
    assert page.evaluate(STATE)["show"] == "text"
    assert page.locator("[name=show][value=text]").is_checked()
    choose(page, "show", "notes")
    for kind, ticked in boxes(page).items():
        if not ticked:
            choose(page, "kind", kind)
    choose(page, "level", "1")
    assert "?" not in page.url
    reader.visit(DENSEST)
    assert count(page) == counted(len(shown(DENSEST, 1)), TOTAL)
    assert reader.troubles() == []


def test_the_address_wins_and_lasts_for_the_visit(visit: Callable[..., Reader]) -> None:
    """A link that somebody sent is followed, whatever was kept; what was kept is not lost by it."""
    reader = visit(DENSEST)
    page = reader.page
    choose(page, "show", "text")
    for query, show, notes in (
        ("?level=3", "notes", TOTAL),
        ("?show=notes", "notes", len(shown(DENSEST, 1))),
        ("?show=sources", "sources", 0),
        (
            "?kind=correction,source&level=3",
            "notes",
            len(shown(DENSEST, 3, ("correction", "source"))),
        ),
    ):
        reader.visit(DENSEST + query)
        assert page.evaluate(STATE)["show"] == show
        assert count(page) == counted(notes, TOTAL)
        assert page.locator("[name=show]:checked").get_attribute("value") == show
    reader.visit(OTHER)
    assert page.evaluate(STATE)["kinds"] == "correction source"
    later = reader.context.new_page()  # another visit: a window of its own
    later.goto(reader.base + DENSEST)
    assert later.evaluate(STATE)["show"] == "text"


ODD_ADDRESSES = (
    "?level=9&kind=<script>&show=x",
    "?level=&kind=&show=",
    "?level=-1&level=2x&kind=__proto__,constructor&show=TEXT",
    "?kind=" + "correction" * 500,
    "?show=%00&level=%E0%A4&kind=%22%5D%7B%7D*%7Bcolor:red",
)
ODD_STORES = ("level=9&show=x&kind=<b>", "\x00", "x" * 100_000, "level=2", "kind=none&kind=x,y")


def test_what_an_address_must_not_say_is_ignored(page: Callable[..., Reader]) -> None:
    """The page is as if it had not been asked, also where a choice was kept; nothing complains."""
    reader = page()
    for query in ODD_ADDRESSES:
        visited = reader.visit(DENSEST + query)
        assert count(visited) == counted(len(shown(DENSEST, 1)), TOTAL), query
        assert all(boxes(visited).values()), query
    choose(visited, "level", "2")
    for query in ODD_ADDRESSES[:2]:
        reader.visit(DENSEST + query)
        assert count(visited) == counted(len(shown(DENSEST, 2)), TOTAL), query
        assert visited.locator("[name=level][value='2']").is_checked(), query
    assert reader.troubles() == []


def test_what_storage_must_not_say_is_ignored(visit: Callable[..., Reader]) -> None:
    """Whatever another page of the origin left there."""
    reader = visit(DENSEST)
    for kept in ODD_STORES:
        reader.page.evaluate("kept => localStorage.setItem('edition.reading', kept)", kept)
        state = reader.visit(DENSEST).evaluate(STATE)
        assert state["show"] == "notes", kept
        assert state["level"] == ("2" if kept == "level=2" else "1"), kept
        assert state.get("kinds") == ("none" if "none" in kept else None), kept
    assert reader.troubles() == []


@pytest.mark.parametrize("how", ["get() { throw new Error('blocked'); }", "value: null"])
def test_without_storage_everything_works_on_its_page(
    how: str, page: Callable[..., Reader]
) -> None:
    """The state is in the address alone then; notes open and keys work."""
    reader = page()
    for name in ("localStorage", "sessionStorage"):
        reader.page.add_init_script(f"Object.defineProperty(window, '{name}', {{ {how} }})")
    visited = reader.visit(f"{DENSEST}?level=2")
    choose(visited, "level", "3")
    assert count(visited) == counted(TOTAL, TOTAL)
    arrive(visited, "?level=3")
    visited.keyboard.press("j")
    assert visited.locator(".note.open").count() == 1
    visited.keyboard.press("?")
    visited.locator("#keys-single").click()
    visited.locator("#keys-close").click()
    visited.keyboard.press("j")
    assert visited.locator(".note.open").get_attribute("id") == f"note-{NOTES[DENSEST][0].id}"
    reader.visit(OTHER)
    assert count(visited) == counted(len(shown(OTHER, 1)), len(NOTES[OTHER]))
    assert reader.troubles() == []


SHIFTS = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    window.shifts.push(...list.getEntries().map((entry) => entry.value));
  }).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("width", [360, 768, 1280, 1760])
def test_nothing_shifts_on_arrival(width: int, page: Callable[..., Reader]) -> None:
    """Before the page has settled, all in all: at most 0.02, whatever was kept or is asked for."""
    reader = page(width=width)
    reader.page.add_init_script(SHIFTS)
    last = NOTES[DENSEST][-1].id
    shifts = {}
    reader.visit(OTHER)
    for address, query, kept in (
        (DENSEST, "", ""),
        (DENSEST, "", "level=3"),
        (DENSEST, "", "show=text"),
        (DENSEST, "", "show=sources"),
        (DENSEST, "?level=3&kind=correction", "show=text"),
        (DENSEST, f"#note-{last}", ""),
        (FRONT, "", ""),
        (FRONT, "", "level=2"),
    ):
        reader.page.evaluate(
            """kept => {
              sessionStorage.clear();
              localStorage.setItem("edition.reading", kept);
            }""",
            kept,
        )
        visited = reader.visit(address + query)
        visited.evaluate("() => document.fonts.ready")
        visited.wait_for_timeout(80)
        shifts[address + query, kept] = sum(visited.evaluate("window.shifts"))
    assert {(place, kept): shift for (place, kept), shift in shifts.items() if shift > LITTLE} == {}
