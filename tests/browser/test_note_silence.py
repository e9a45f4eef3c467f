"""The text alone: no control interrupts it, and one button after each paragraph tells the rest."""

from collections.abc import Callable

import pytest

from tests.browser.listener import heard
from tests.browser.noted import DENSEST, NOTES, choose, focused
from tests.browser.reader import Reader

OTHER = next(address for address in NOTES if address != DENSEST)
TOTAL = len(NOTES[DENSEST])
DRAWN = """selector => [...document.querySelectorAll(selector)]
  .filter((element) => element.getClientRects().length)
  .map((element) => element.id.replace(/^note(ref)?-/, ""))"""


def test_in_the_text_alone_nothing_interrupts_a_listener(page: Callable[..., Reader]) -> None:
    """Within the work there is no control but the “About …” after what it is about."""
    reader = page()
    for address in NOTES:
        visited = reader.visit(f"{address}?show=text")
        things = heard(visited, ".work")
        controls = [thing for thing in things if thing.focusable]
        names = [about.inner_text() for about in visited.locator(".about-unit summary").all()]
        assert [control.name for control in controls] == names, address
        assert names, address
        roles = {thing.role for thing in things}
        assert not roles & {"link", "button", "mark", "doc-noteref", "DocNoteRef", "superscript"}
        assert (
            visited.locator(".work [data-unit] a[href], .work [data-unit] [tabindex]").count() == 0
        )
        for number in visited.locator(".work .number").all():
            assert number.get_attribute("href") is None
        # The words themselves are all there.
        texts = " ".join(visited.locator(".work [data-unit]").all_inner_texts())
        assert len(texts) > 500
    assert reader.troubles() == []


def test_with_notes_a_listener_hears_letters_and_links(visit: Callable[..., Reader]) -> None:
    """The test above can fail: the same page with its notes has all of them."""
    page = visit(f"{DENSEST}?level=3").page
    links = [thing.name for thing in heard(page, ".work") if thing.focusable]
    assert sum(name.startswith("Note ") for name in links) == TOTAL
    choose(page, "show", "text")
    choose(page, "show", "notes")
    assert [thing.name for thing in heard(page, ".work") if thing.focusable] == links


def test_one_button_after_each_paragraph_reaches_all_its_notes(
    page: Callable[..., Reader],
) -> None:
    """In the text alone: all levels and kinds, by letter, kind and words; each opens there."""
    reader = page()
    for address in (DENSEST, OTHER):
        visited = reader.visit(f"{address}?show=text")
        listed = []
        for about in visited.locator(".about-unit").all():
            about.locator("summary").press("Enter")
            links = about.locator("li[data-kind] a")
            hrefs = [link.get_attribute("href") for link in links.all() if link.is_visible()]
            listed += [href.removeprefix("#note-") for href in hrefs]
            names = links.all_inner_texts()
            assert len(set(names)) == len(names)
            about.locator("summary").press("Enter")
        assert sorted(listed) == sorted(note.id for note in NOTES[address])


@pytest.mark.parametrize("width", [360, 1280])
def test_a_note_read_from_the_text_alone_leaves_it_alone(
    width: int, visit: Callable[..., Reader]
) -> None:
    """It opens upon the page; Escape returns to the list; nothing else has come back."""
    reader = visit(f"{DENSEST}?show=text", width=width)
    page = reader.page
    about = page.locator(".about-unit").first
    about.locator("summary").press("Enter")
    link = about.locator("li[data-level='3'] a").first
    note = (link.get_attribute("href") or "").removeprefix("#note-")
    link.press("Enter")
    opened = page.locator(f"#note-{note}")
    assert opened.is_visible() and focused(page) == f"note-{note}"
    assert page.evaluate(DRAWN, ".note, .note-marker a, .marker a") == [note]
    assert page.locator(".switch-count").inner_text() == f"0 notes, {TOTAL} hidden"
    page.keyboard.press("Escape")
    page.wait_for_function("href => document.activeElement?.getAttribute('href') === href",
                           arg=f"#note-{note}")  # fmt: skip
    assert not opened.is_visible()
    assert page.evaluate("document.documentElement.dataset.show") == "text"
    assert page.locator(".work [data-unit] a[href]").count() == 0
    assert page.evaluate("[...document.querySelectorAll('mark:not(.quiet), .lit')].length") == 0
    assert reader.troubles() == []
