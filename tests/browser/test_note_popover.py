"""Where there is no margin: an open note on a slip at its words, on a phone on a sheet."""

from collections.abc import Callable

import pytest
from lxml import etree, html

from tests.browser.noted import DENSEST, NOTES, focused, open_note
from tests.browser.reader import Reader

SIZES = {
    "phone": (360, 740),
    "tablet": (768, 1024),
    "small phone": (320, 568),
    "phone on its side": (844, 390),
}
EVERYWHERE = ("phone", "tablet")
"""Where every page is looked at; elsewhere the densest is enough."""
LEVEL_1 = [note.id for note in NOTES[DENSEST] if note.level == 1]

# Every note is opened where a reader may meet its letter: at the top, middle, foot of the window.
LAY = """ids => ids.flatMap((id) => ["start", "center", "end"].flatMap((block) => {
  const note = document.getElementById(`note-${id}`);
  const letter = document.getElementById(`noteref-${id}`);
  letter.scrollIntoView({ block });
  letter.focus({ preventScroll: true });
  letter.click();
  const box = note.getBoundingClientRect();
  const marks = [...document.querySelectorAll(`mark[data-notes~="${id}"]`)];
  const words = marks.flatMap((mark) => [...mark.getClientRects()]);
  const bars = [...document.querySelectorAll(".head, .bar")]
    .filter((bar) => getComputedStyle(bar).position === "sticky")
    .map((bar) => bar.getClientRects()[0]?.bottom ?? 0);
  const first = words[0], last = words[words.length - 1];
  const faults = [];
  if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight)
    faults.push(`leaves the window: ${JSON.stringify(box)}`);
  if (box.width < 240 || box.height < Math.min(120, note.scrollHeight))
    faults.push(`is too small to read: ${box.width} by ${box.height}`);
  if (note.scrollWidth > note.clientWidth) faults.push("scrolls sideways");
  if (note.scrollHeight > note.clientHeight + 1 && getComputedStyle(note).overflowY !== "auto")
    faults.push("is cut off");
  const fits = last.bottom - first.top < innerHeight - box.height - 80;
  for (const line of fits ? words : [first]) {
    if (line.bottom > box.top + 1 && line.top < box.bottom - 1
      && line.right > box.left + 1 && line.left < box.right - 1)
      faults.push(`hides its words at ${line.top} to ${line.bottom}: ${box.top} to ${box.bottom}`);
  }
  if (note.contains(document.activeElement) === false) faults.push("has not got the focus");
  if (first.top < Math.max(0, ...bars) - 1 && fits && block !== "start")
    faults.push(`has its words under the running head: ${first.top} of ${bars}`);
  document.activeElement.closest(".note").querySelector(".note-close").click();
  if (document.activeElement !== letter) faults.push("does not give focus back");
  return faults.map((fault) => `${id} opened at the ${block} ${fault}`);
}))"""


@pytest.mark.parametrize("size", SIZES)
def test_open_notes_stay_in_the_window_and_off_their_words(
    size: str, page: Callable[..., Reader]
) -> None:
    """Whichever note it is, and wherever in the window its letter stands."""
    reader = page(width=SIZES[size][0], height=SIZES[size][1], reduced_motion=True)
    found = []
    for address, notes in NOTES.items() if size in EVERYWHERE else [(DENSEST, NOTES[DENSEST])]:
        visited = reader.visit(f"{address}?level=3")
        found += [
            f"{address}: {fault}" for fault in visited.evaluate(LAY, [note.id for note in notes])
        ]
    assert found == []
    assert reader.troubles() == []


@pytest.mark.parametrize("size", [SIZES["phone"], SIZES["phone on its side"]])
def test_a_long_note_scrolls_in_itself(
    size: tuple[int, int], site, page: Callable[..., Reader]
) -> None:
    """Forty paragraphs, a table of long words: the note scrolls, and the page behind does not."""
    reader = page(width=size[0], height=size[1], reduced_motion=True)
    root = html.parse(str(site / DENSEST / "index.html")).getroot()
    for note in LEVEL_1:
        (body,) = root.xpath("//aside[@id=$id]/div[@class='note-body']", id=f"note-{note}")
        for _ in range(40):
            etree.SubElement(body, "p").text = "Paragraph to be long. " * 10
        etree.SubElement(etree.SubElement(body, "pre"), "code").text = "w" * 400
    source = html.tostring(root, encoding="unicode", doctype="<!doctype html>")
    reader.page.route(
        f"**/{DENSEST}",
        lambda route: route.fulfill(body=source, content_type="text/html; charset=utf-8"),
    )
    visited = reader.visit(DENSEST)
    assert visited.evaluate(LAY, LEVEL_1) == []
    visited.locator(f"#noteref-{LEVEL_1[2]}").press("Enter")
    before = visited.evaluate("scrollY")
    note = visited.locator(f"#note-{LEVEL_1[2]}")
    box = note.bounding_box()
    assert box is not None
    visited.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    visited.mouse.wheel(0, 5_000)
    visited.wait_for_function("note => note.scrollTop > 1000", arg=note.element_handle())
    visited.mouse.wheel(0, 90_000)
    visited.wait_for_timeout(200)
    visited.mouse.wheel(0, 2_000)
    visited.wait_for_timeout(100)
    assert visited.evaluate("scrollY") == before
    for end in (".note-more", ".note-close"):
        inner = note.locator(end).bounding_box()
        assert inner is not None
        assert box["y"] <= inner["y"] <= inner["y"] + inner["height"] <= box["y"] + box["height"]


@pytest.mark.parametrize("width", [360, 768])
def test_the_page_does_not_jump(width: int, visit: Callable[..., Reader]) -> None:
    """Where nothing has to give way, opening and closing leave the page where it was."""
    page = visit(DENSEST, width=width).page
    for note in LEVEL_1:
        letter = page.locator(f"#noteref-{note}")
        letter.evaluate("letter => scrollTo(0, scrollY + letter.getBoundingClientRect().top - 160)")
        before = page.evaluate("scrollY")
        letter.press("Enter")
        assert page.evaluate("scrollY") == before, note
        page.keyboard.press("Escape")
        page.wait_for_function("() => !document.querySelector('.note.open')")
        assert page.evaluate("scrollY") == before, note


@pytest.mark.parametrize("width", [360, 768])
def test_tab_walks_through_the_note_and_on_in_the_text(
    width: int, visit: Callable[..., Reader]
) -> None:
    """From the letter into the note, through its links, to what follows the letter; and back."""
    page = visit(DENSEST, width=width).page
    note = LEVEL_1[0]
    letter = page.locator(f"#noteref-{note}")
    letter.focus()
    page.keyboard.press("Tab")
    following = focused(page)
    assert following
    letter.focus()
    page.keyboard.press("Enter")
    inside = page.locator(f"#note-{note}").locator("a[href], button, summary")
    expected = [control.inner_text() for control in inside.all() if control.is_visible()]
    assert len(expected) > 3
    walked = []
    for _ in expected:
        page.keyboard.press("Tab")
        walked.append(page.locator(":focus").inner_text())
        assert page.evaluate(
            "id => document.getElementById(id).contains(document.activeElement)", f"note-{note}"
        )
    assert walked == expected
    page.keyboard.press("Tab")
    assert focused(page) == following
    # What focus has left does not lie upon what has it now.
    assert page.locator(".note.open").count() == 0
    letter.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    assert focused(page) == f"noteref-{note}"


def test_an_open_note_keeps_open_when_the_window_grows(visit: Callable[..., Reader]) -> None:
    """From sheet to slip to margin and back, it is the same note that is open."""
    reader = visit(DENSEST, width=360, reduced_motion=True)
    page = reader.page
    open_note(page, LEVEL_1[1])
    for width in (768, 1280, 1000, 360):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(80)
        note = page.locator(".note.open")
        assert note.get_attribute("id") == f"note-{LEVEL_1[1]}"
        assert note.locator(".note-more").is_visible()
        box = note.bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= width
        assert note.evaluate("note => note.matches(':popover-open')") == (width < 1220)
    page.keyboard.press("Escape")
    page.wait_for_function("() => !document.querySelector('.note.open')")
    assert reader.troubles() == []
