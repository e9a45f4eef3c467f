"""Pages of the text that have notes, and what a reader sees of those: read from the page itself."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

from edition.core.note import Note
from tests.real_edition import EDITION

NOTES: dict[str, tuple[Note, ...]] = {
    page.address: notes
    for page in EDITION.text_pages
    if (notes := tuple(note for unit in page.units for note in EDITION.notes_of_unit.get(unit, ())))
}
"""The notes of every text page that has any, by its address, in the order of its text."""
DENSEST = max(NOTES, key=lambda address: len(NOTES[address]))
"""The text page with the most notes."""
LIGHTEST = min(
    (page for page, notes in NOTES.items() if sum(note.level == 1 for note in notes) >= 3),
    key=lambda address: len(NOTES[address]),
)
"""The one with the fewest of those that show several notes to everybody."""

# One line of text may lie between rounded numbers; pixels of two layouts differ by less than this.
PIXEL = 2

_MEASURE = """() => {
  const text = document.querySelector(".text-page");
  const work = document.querySelector(".work");
  const notes = [...document.querySelectorAll(".notes > .note")];
  return {
    width: document.documentElement.clientWidth,
    column: work.getBoundingClientRect().right,
    start: text.getBoundingClientRect().top,
    end: text.getBoundingClientRect().bottom,
    foot: document.querySelector(".foot").getBoundingClientRect().top,
    line: parseFloat(getComputedStyle(work).lineHeight),
    notes: notes.filter((note) => note.getClientRects().length).map((note) => {
      const box = note.getBoundingClientRect();
      const id = note.id.slice("note-".length);
      const words = document.querySelector(`mark[data-notes~="${id}"]`).getClientRects()[0];
      const body = note.querySelector(".note-body");
      return {
        id, line: words.top, top: box.top, bottom: box.bottom, left: box.left, right: box.right,
        open: note.classList.contains("open"),
        head: note.querySelector(".note-head").getBoundingClientRect().bottom,
        whole: note.scrollHeight <= note.clientHeight + 1
          && body.scrollHeight <= body.clientHeight + 1
          && note.querySelector(".note-more").getClientRects().length > 0,
      };
    }),
  };
}"""


@dataclass(frozen=True)
class Placed:
    """One note in the margin; all numbers are pixels of the viewport."""

    id: str
    line: float
    """Top of the first line of the words it is about."""
    top: float
    bottom: float
    left: float
    right: float
    open: bool
    head: float
    """Where its first line, letter and kind, ends."""
    whole: bool
    """Whether everything that it says is drawn."""

    @property
    def off(self) -> float:
        """How far it stands below its words; negative above."""
        return self.top - self.line


@dataclass(frozen=True)
class Margin:
    """All notes that stand beside a text, from top to bottom."""

    width: float
    column: float
    """Where the text ends on the right."""
    start: float
    """Top of the page of text."""
    end: float
    """Bottom of the page of text."""
    foot: float
    """Top of what follows it."""
    line: float
    """Height of a line of the text."""
    notes: tuple[Placed, ...]

    def faults(self) -> list[str]:
        """Say which notes lie upon others, on the text, beyond the page; none for a good margin."""
        found = []
        for note in self.notes:
            if note.bottom > self.end + PIXEL or note.bottom > self.foot + PIXEL:
                found.append(f"{note.id} reaches {note.bottom - self.end:.0f} px below the text")
            if note.top < self.start - PIXEL:
                found.append(f"{note.id} begins {self.start - note.top:.0f} px above the text")
            if note.left < self.column or note.right > self.width:
                found.append(f"{note.id} is not between the text and the edge of the window")
        for above, below in self.neighbours:
            if above.bottom > below.top + PIXEL / 2:
                found.append(f"{above.id} covers {above.bottom - below.top:.0f} px of {below.id}")
        return found

    @property
    def neighbours(self) -> list[tuple[Placed, Placed]]:
        """The notes in pairs, one above the other."""
        return list(pairwise(self.notes))

    def strays(self) -> list[str]:
        """Say which notes are off their line although nothing is in the way there."""

        def touch(above: float, below: float) -> bool:
            return below - above < 10 + 2 * PIXEL

        found = []
        for index, note in enumerate(self.notes):
            above = self.notes[index - 1].bottom if index else self.start
            below = self.notes[index + 1].top if index + 1 < len(self.notes) else self.end
            is_held = touch(above, note.top) if note.off > 0 else touch(note.bottom, below)
            if abs(note.off) > PIXEL and not is_held and not note.open:
                found.append(f"{note.id} is {note.off:+.0f} px off its words, and nothing holds it")
        return found


def margin(page: Page) -> Margin:
    """Return what stands beside the text of a page now."""
    return _read(page.evaluate(_MEASURE))


def margins(page: Page, notes: list[str]) -> list[Margin]:
    """Return what stands beside the text while each of some notes is open, one after another."""
    return [
        _read(found)
        for found in page.evaluate(
            f"""ids => ids.map(id => {{
              document.getElementById(`noteref-${{id}}`).click();
              return ({_MEASURE})();
            }})""",
            notes,
        )
    ]


def _read(found: dict[str, Any]) -> Margin:
    notes = sorted((Placed(**note) for note in found.pop("notes")), key=lambda note: note.top)
    return Margin(**found, notes=tuple(notes))


def settle(page: Page) -> None:
    """Wait until observers have reported and what they changed is drawn."""
    page.evaluate(
        """() => new Promise(done => requestAnimationFrame(() =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))))"""
    )


def shown(address: str, level: int, kinds: tuple[str, ...] | None = None) -> list[str]:
    """Return the ids of the notes that a reader of a page is to see at a level, by the files."""
    return [
        note.id
        for note in NOTES[address]
        if note.level <= level and (kinds is None or note.kind in kinds)
    ]


def choose(page: Page, name: str, value: str) -> None:
    """Choose in the switch as a click on the word does."""
    page.evaluate(
        """([name, value]) => [...document.querySelector("form.switch").elements]
          .find((field) => field.name === name && field.value === value).click()""",
        [name, value],
    )


def open_note(page: Page, note: str) -> None:
    """Open a note by its letter, as Enter and a click do."""
    page.evaluate("id => document.getElementById(`noteref-${id}`).click()", note)


def focused(page: Page) -> str:
    """Return the id of the element that has focus; empty for one without."""
    return page.evaluate("document.activeElement?.id ?? ''")


def spot(page: Page, selector: str) -> tuple[float, float]:
    """Bring the first line of an element into view, and return a point in it."""
    box = page.evaluate(
        """selector => {
          const element = document.querySelector(selector);
          const { top, bottom } = element.getClientRects()[0];
          if (top < 80 || bottom > innerHeight) element.scrollIntoView({ block: "center" });
          return element.getClientRects()[0];
        }""",
        selector,
    )
    # Not at its beginning: a letter before it is larger to fingers than to eyes.
    return box["left"] + min(40, box["width"] / 2), box["top"] + box["height"] / 2


def plain_spot(page: Page, selector: str) -> tuple[float, float]:
    """Bring words of an element into view that nothing is marked on, and return a point in them."""
    box = page.evaluate(
        """selector => {
          const walker = document.createTreeWalker(
            document.querySelector(selector), NodeFilter.SHOW_TEXT,
            (text) => text.data.trim().length > 40 && !text.parentElement.closest("mark, a, sup")
              ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
          const range = document.createRange();
          range.selectNodeContents(walker.nextNode());
          range.startContainer.parentElement.scrollIntoView({ block: "nearest" });
          return range.getClientRects()[0];
        }""",
        selector,
    )
    # Not at its beginning: a letter before it is larger to fingers than to eyes.
    return box["left"] + box["width"] / 2, box["top"] + box["height"] / 2


def follow(page: Page, selector: str) -> None:
    """Click on a link and arrive where it leads: at once, or by way of what is shown of it."""
    href = page.evaluate("selector => document.querySelector(selector).href", selector)
    page.mouse.click(*spot(page, selector))
    page.wait_for_function(
        "href => location.href === href || document.querySelector('.slip:popover-open')", arg=href
    )
    if page.url != href:
        page.locator(".slip-foot a").click()
    page.wait_for_url(href)
