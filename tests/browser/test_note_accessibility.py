"""axe-core has nothing to say of the notes, in whatever state they are."""

from collections.abc import Callable

import pytest

from tests.browser.accessibility import axe
from tests.browser.noted import LIGHTEST, choose, open_note, shown
from tests.browser.reader import Reader


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(
    width: int, colours: str, page: Callable[..., Reader]
) -> None:
    """A note open, the filter open, sources, the text alone, a list unfolded, keys, all notes."""
    reader = page(width=width, colour_scheme=colours, reduced_motion=True)
    found: list[str] = []

    def judge(state: str, within: str = "#page") -> None:
        found.extend(f"{state}: {violation}" for violation in axe(reader.page, within=within))

    visited = reader.visit(f"{LIGHTEST}?level=2")
    note = shown(LIGHTEST, 2)[2]
    open_note(visited, note)
    visited.locator(f"#note-{note} summary").click()
    visited.wait_for_timeout(60)
    judge("a note open")
    visited.keyboard.press("Escape")
    visited.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    visited.locator(".switch-which summary").click()
    judge("the filter open", ".switch")
    visited.keyboard.press("?")
    judge("the keys", "#keys")
    visited.keyboard.press("Escape")
    choose(visited, "show", "sources")
    judge("sources")
    choose(visited, "show", "text")
    for about in visited.locator(".about-unit summary").all()[:2]:
        about.click()
    judge("the text alone")
    visited.locator(".about-unit li[data-kind] a").first.click()
    judge("a note open upon the text alone")
    visited = reader.visit("notes/?kind=correction")
    judge("all notes", ".note-filter")
    assert found == []
    assert reader.troubles() == []
