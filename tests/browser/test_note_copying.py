"""Copying a passage gives the article's words alone, wherever notes are drawn."""

from collections.abc import Callable

import pytest

from tests.browser.noted import DENSEST, EDITION, NOTES
from tests.browser.reader import Reader

STATES = ("?level=3", "?show=sources", "?show=text")


@pytest.mark.parametrize("query", STATES)
def test_copying_units_with_notes_gives_exactly_their_words(
    query: str, page: Callable[..., Reader]
) -> None:
    """Every unit on the clipboard is itself: no letter, number, button; in every state."""
    reader = page()
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for address in NOTES if query == STATES[0] else (DENSEST, next(iter(NOTES))):
        visited = reader.visit(address + query)
        units = [
            unit for unit in EDITION.unit_by_id.values()
            if EDITION.page_of_unit[unit.id].address == address
            and EDITION.notes_of_unit.get(unit.id)
        ]  # fmt: skip
        for unit in units:
            visited.evaluate(
                "id => getSelection().selectAllChildren("
                "document.querySelector(`[data-unit='${id}']`))",
                unit.id,
            )
            visited.keyboard.press("Control+c")
            copied = visited.evaluate("navigator.clipboard.readText()")
            assert " ".join(copied.split()) == unit.text, f"{address} {unit.id}"
    assert reader.troubles() == []


@pytest.mark.parametrize(("query", "width"), list(zip(STATES, (360, 1280, 1280), strict=True)))
def test_a_selection_over_two_paragraphs_has_just_their_words(
    query: str, width: int, visit: Callable[..., Reader]
) -> None:
    """Dragging from one into the next: what is between them, unfolded even, is not copied."""
    reader = visit(DENSEST + query, width=width)
    page = reader.page
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    first, second = (EDITION.unit_by_id[name] for name in ("p6", "p7"))
    page.locator("#about-p6 summary").press("Enter")
    page.evaluate(
        """() => {
          const selection = getSelection();
          selection.setBaseAndExtent(document.getElementById("p6"), 0,
            document.getElementById("p7"), document.getElementById("p7").childNodes.length);
        }"""
    )
    page.keyboard.press("Control+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert " ".join(copied.split()) == f"{first.text} {second.text}"
