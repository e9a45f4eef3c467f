"""Without scripts the notes are a list at the end of the page; letters lead there and back."""

from collections.abc import Callable

import pytest

from tests.browser.noted import DENSEST, NOTES
from tests.browser.reader import Reader

WIDTHS = pytest.mark.parametrize("width", [360, 1280])


@WIDTHS
def test_everything_is_there_to_be_read(width: int, page: Callable[..., Reader]) -> None:
    """Every note of every level, after the text and not beside it; no switch that does nothing."""
    reader = page(width=width, javascript=False)
    for address, notes in NOTES.items():
        visited = reader.visit(address)
        boxes = visited.evaluate(
            """() => ({
              notes: [...document.querySelectorAll(".notes > .note")].map((note) => ({
                id: note.id, visible: note.checkVisibility({ visibilityProperty: true }),
                whole: note.scrollHeight <= note.clientHeight + 1,
                ...note.getBoundingClientRect().toJSON() })),
              work: document.querySelector(".work").getBoundingClientRect().toJSON(),
              page: document.querySelector("#page").getBoundingClientRect().toJSON(),
              switches: [...document.querySelectorAll(".switch, .note-close")]
                .filter((one) => one.checkVisibility()).length,
              width: document.documentElement.clientWidth,
            })"""
        )
        assert [box["id"] for box in boxes["notes"]] == [f"note-{note.id}" for note in notes]
        previous = boxes["work"]
        for box in boxes["notes"]:
            assert box["visible"] and box["whole"]
            assert box["top"] >= previous["bottom"] - 1, f"{address} {box['id']}"
            assert box["left"] >= boxes["work"]["left"] - 1
            assert box["right"] <= boxes["work"]["right"] + 1
            previous = box
        assert boxes["switches"] == 0
        # The text stands in the middle: no margin is kept for notes that are not there.
        page_box, work = boxes["page"], boxes["work"]
        assert abs(work["left"] + work["right"] - boxes["width"]) < 20, address
        assert abs(page_box["right"] - work["right"]) < 2
    assert reader.troubles() == []


@WIDTHS
def test_letters_lead_to_the_list_and_back(width: int, visit: Callable[..., Reader]) -> None:
    """By keyboard: Enter on a letter, Enter on the letter in the list."""
    reader = visit(DENSEST, width=width, javascript=False)
    page = reader.page
    for note in NOTES[DENSEST][::5]:
        page.locator(f"#noteref-{note.id}").press("Enter")
        target = page.locator(":target")
        assert target.get_attribute("id") == f"note-{note.id}"
        box = target.bounding_box()
        assert box is not None and 0 <= box["y"] < 900
        target.locator(".note-letter").press("Enter")
        assert page.locator(":target").get_attribute("id") == f"noteref-{note.id}"
        box = page.locator(":target").bounding_box()
        assert box is not None and 0 <= box["y"] < 900
    assert reader.troubles() == []


def test_what_belongs_to_a_paragraph_unfolds_without_scripts(
    visit: Callable[..., Reader],
) -> None:
    """The button after a paragraph and the sources of a note are the browser's own."""
    page = visit(DENSEST, javascript=False).page
    about = page.locator(".about-unit").first
    about.locator("summary").press("Enter")
    assert about.locator("li a").first.is_visible()
    more = page.locator(".note-more").first
    more.locator("summary").click()
    assert more.locator("a").first.is_visible()


def test_a_script_that_does_not_arrive_leaves_the_list(page: Callable[..., Reader]) -> None:
    """Beside scripts that are lost on the way no note is lost."""
    reader = page()
    for lost in ("margin", "notes"):
        reader.page.route(f"**/{lost}.js", lambda route: route.abort())
        visited = reader.visit(DENSEST)
        for note in NOTES[DENSEST]:
            assert visited.locator(f"#note-{note.id}").is_visible(), lost
        reader.page.unroute(f"**/{lost}.js")
