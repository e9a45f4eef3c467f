"""All notes on one page: filtered by one thing or several, in the address, and counted aloud."""

from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from playwright.sync_api import Page

from edition.core.note import Note
from tests.browser.noted import EDITION, NOTES, focused
from tests.browser.reader import Reader

LIST = "notes/"
ALL = [note for notes in NOTES.values() for note in notes]
TAG = max(
    {tag for note in ALL for tag in note.tags},
    key=lambda tag: sum(tag in note.tags for note in ALL),
)


def chapter(note: Note) -> str:
    return EDITION.page_of_unit[EDITION.spans[note.id].unit].slug


FITS: dict[str, Callable[[Note, str], bool]] = {
    "kind": lambda note, value: note.kind == value,
    "level": lambda note, value: str(note.level) == value,
    "chapter": lambda note, value: chapter(note) == value,
    "tag": lambda note, value: value in note.tags,
    "author": lambda note, value: note.author.name == value,
}


def fitting(chosen: dict[str, str]) -> list[str]:
    """Return the ids of the notes that fit everything chosen, in the order of the text."""
    return [
        note.id for note in ALL if all(FITS[name](note, value) for name, value in chosen.items())
    ]


def listed(page: Page) -> list[str]:
    """Return the ids of the notes that are to be seen, from the links of their headings."""
    return page.evaluate(
        """() => [...document.querySelectorAll(".listed-note")]
          .filter((note) => note.checkVisibility())
          .map((note) => note.querySelector(".note-quote a").hash.slice("#note-".length))"""
    )


SINGLE = [
    {"kind": "correction"},
    {"level": "3"},
    {"chapter": chapter(ALL[-1])},
    {"tag": TAG},
    {"author": ALL[0].author.name},
]
COMBINED = [
    {"kind": "source", "level": "2"},
    {"chapter": "04-summit", "kind": "context", "level": "1"},
    {"tag": TAG, "level": "3", "kind": "correction"},
]


def test_filters_show_what_fits_alone_and_combined(page: Callable[..., Reader]) -> None:
    """By choosing, and by arriving at the address that choosing gave."""
    reader = page()
    visited = reader.visit(LIST)
    assert listed(visited) == [note.id for note in ALL]
    for chosen in [*SINGLE, *COMBINED]:
        for name, value in chosen.items():
            visited.locator(f"#filter-{name}").select_option(value)
        assert listed(visited) == fitting(chosen), chosen
        shown = len(fitting(chosen))
        count = visited.locator(".page").get_by_role("status").inner_text()
        assert count.startswith(f"{shown} of {len(ALL)}") if shown else "nothing" in count.lower()
        assert dict(parse_qsl(urlsplit(visited.url).query)) == chosen
        # A part of the text without a note that fits is not announced either.
        parts = {chapter(note) for note in ALL if note.id in fitting(chosen)}
        headings = visited.locator(".notes-of-page >> visible=true").all()
        assert {part.get_attribute("data-chapter") for part in headings} == parts
        visited.get_by_role("button", name="Show all").click()
        visited.wait_for_function("() => location.search === ''")
        assert listed(visited) == [note.id for note in ALL]
    for chosen in COMBINED:
        visited = reader.visit(f"{LIST}?{urlencode(chosen)}")
        assert listed(visited) == fitting(chosen)
        for name, value in chosen.items():
            assert visited.locator(f"#filter-{name}").input_value() == value
    assert reader.troubles() == []


def test_the_count_is_announced(visit: Callable[..., Reader]) -> None:
    """It stands in a status from the beginning, so that its change is heard."""
    page = visit(LIST).page
    status = page.locator(".page").get_by_role("status")
    before = status.inner_text()
    assert before.startswith(f"{len(ALL)} of {len(ALL)}")
    page.locator("#filter-kind").focus()
    page.keyboard.type("Correction")
    page.wait_for_function(
        "before => document.querySelector('output').innerText !== before", arg=before
    )
    assert focused(page) == "filter-kind"


@pytest.mark.parametrize(
    "query",
    [
        "?kind=<script>alert(1)</script>",
        "?kind=nothing&level=9",
        "?tag=%00",
        "?chapter=../..&author=",
    ],
)
def test_a_filter_that_nobody_knows_hides_nothing(query: str, visit: Callable[..., Reader]) -> None:
    """Whatever the address says, there is a list."""
    reader = visit(LIST + query)
    assert listed(reader.page) == [note.id for note in ALL]
    assert reader.troubles() == []


def test_going_back_from_a_note_finds_the_filter_again(visit: Callable[..., Reader]) -> None:
    """Heading and permanent link lead to the note beside its text."""
    page = visit(LIST).page
    page.locator("#filter-kind").select_option("correction")
    first = fitting({"kind": "correction"})[0]
    page.locator(".listed-note >> visible=true").first.locator(".note-quote a").click()
    page.wait_for_url(f"**/text/**#note-{first}")
    page.locator(f"#note-{first}.open").wait_for()
    page.go_back()
    page.wait_for_url("**/notes/?kind=correction")
    assert listed(page) == fitting({"kind": "correction"})
    assert page.locator("#filter-kind").input_value() == "correction"


def test_without_scripts_all_is_there(visit: Callable[..., Reader]) -> None:
    """And no filter that would do nothing."""
    page = visit(f"{LIST}?kind=correction", javascript=False).page
    assert page.locator(".listed-note").count() == len(ALL)
    for note in page.locator(".listed-note").all()[::20]:
        assert note.is_visible()
    assert not page.locator("form.note-filter").is_visible()
