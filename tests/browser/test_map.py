"""What readers see of a map: names that can be read, and a list that can be walked."""

from collections.abc import Callable

from tests.browser.reader import Reader

_BOXES = """() => [...document.querySelectorAll(".map-sheet")].map((sheet) => {
  const edge = sheet.getBoundingClientRect();
  const names = [...sheet.querySelectorAll("text")]
    .filter((text) => text.getBoundingClientRect().width > 0);
  return {
    sheet: [edge.left, edge.top, edge.right, edge.bottom],
    names: names.map((text) => {
      const box = text.getBoundingClientRect();
      const size = parseFloat(getComputedStyle(text).fontSize);
      return [text.textContent, size, box.left, box.top, box.right, box.bottom];
    }),
  };
})"""
SMALLEST = 11
"""Pixels of the smallest letters on a map: its degrees."""
WIDTHS = (320, 360, 639, 640, 768, 1280, 1760)
AIR = 0.08
"""Of the size of type: how much of a box is above and below what letters have."""


def test_names_on_a_map_never_meet_and_never_leave_it(page: Callable[..., Reader]) -> None:
    """In the letters that the browser draws, at every width, from the least that there is."""
    shown = page(width=320).visit("map/")
    shown.evaluate("() => document.fonts.ready")
    found = []
    for width in WIDTHS:
        shown.set_viewport_size({"width": width, "height": 900})
        for number, drawn in enumerate(shown.evaluate(_BOXES)):
            left, top, right, bottom = drawn["sheet"]
            boxes = []
            for words, size, x1, y1, x2, y2 in drawn["names"]:
                if size < SMALLEST:
                    found.append(f"{words}: {size} px at {width}")
                air = size * AIR
                boxes.append((words, x1, y1 + air, x2, y2 - air))
                if x1 < left or x2 > right or y1 + air < top or y2 - air > bottom:
                    found.append(f"{words} leaves map {number} at {width}")
            for index, (words, x1, y1, x2, y2) in enumerate(boxes):
                for other, x3, y3, x4, y4 in boxes[:index]:
                    if x1 < x4 and x3 < x2 and y1 < y4 and y3 < y2:
                        found.append(f"{words} meets {other} on map {number} at {width}")
            if not boxes:
                found.append(f"map {number} has no names at {width}")
    assert found == []


def test_a_map_is_walked_by_its_list(page: Callable[..., Reader]) -> None:
    """Tab goes through the list below the picture, not through the picture; Enter follows."""
    reader = page()
    shown = reader.visit("map/")
    first = shown.locator(".map-key a").first
    shown.locator("h1").evaluate("(title) => { title.tabIndex = -1; title.focus(); }")
    shown.keyboard.press("Tab")
    assert first.evaluate("(link) => link === document.activeElement")
    shown.keyboard.press("Enter")
    shown.wait_for_url("**/places/#afghanistan")
    shown.locator("#afghanistan a", has_text="On the map").click()
    shown.wait_for_url("**/map/#afghanistan")
    assert shown.locator(":target").text_content() == "Afghanistan"
    assert reader.troubles() == []
