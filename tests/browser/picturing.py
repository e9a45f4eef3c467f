"""Makes the pictures of the guides: `EDITION_SITE=site python -m tests.browser.picturing [NAME…]`.

Each is a scene: steps that a contributor takes over the built site, and the part of the page that
is pictured at their end. All that a picture shows, what stands between the parts included, is kept
as an accessibility tree in `pictured/`, so that a test can tell, without looking, that a picture
shows another page than there is now.

All scenes follow one note of the edition, from the words to its place. No forge is asked: the form
is told of one, as a copy of the edition is that knows its own.
"""

import base64
import os
import struct
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from edition.core.picture import DENSITY
from edition.html.contribute import NOTE_FORM
from edition.sources.inventory import FOLDER, PICTURES, SUFFIX
from tests.browser import chromium
from tests.browser.conftest import ARGUMENTS
from tests.browser.contributing import fill, press
from tests.browser.selecting import select
from tests.browser.server import Server
from tests.browser.shown import words_of
from tests.command import REPOSITORY
from tests.proposed import SLIP, STORY, summary_of
from tests.summaries import MARKDOWN

WORDS = Path(__file__).with_name("pictured")
WIDTH, HEIGHT, EDGE = 440, 900, 14
"""A narrow window: what is pictured fits a phone, and is as large on a wide page as it is there."""
QUALITY = 44
DAY = "2026-11-30T12:00:00Z"
"""The day on which all is written that the pictures show."""
CHAPTER = "text/01-setting/"
FORGE = {"forge": "https://forge.example/somebody/edition", "forgeKind": "github"}
CONTACT = {"contact": "editors@edition.example"}

# A form reads where it can send to when its script runs; this is told before.
_TELL = """(told) => new MutationObserver((_, observer) => {
  const form = document.getElementById("note-form");
  if (!form) return;
  Object.assign(form.dataset, told);
  observer.disconnect();
}).observe(document, { childList: true, subtree: true })"""
_PUT = """(page, html) => {
  page.innerHTML = html;
  page.style.fontSize = "var(--size-small)";
  page.style.lineHeight = "var(--line-small)";
}"""
_BOX = """(parts) => {
  const boxes = parts.map((part) => part.getBoundingClientRect());
  const top = Math.min(...boxes.map((box) => box.top)) + scrollY;
  const bottom = Math.max(...boxes.map((box) => box.bottom)) + scrollY;
  return { top, bottom };
}"""


@dataclass(frozen=True)
class Scene:
    """What is done before a picture is taken, and what it is taken of."""

    play: Callable[[Page, str], list[Locator]]
    """Given a page and the site's address, plays it and returns the parts that are pictured."""
    height: int = HEIGHT
    """Of the window: what lies at its foot stands near what is above it."""


def _begin_at(page: Page, unit: str) -> None:
    """Scroll until a paragraph stands at the top, below the running head."""
    place = "(unit) => scrollBy(0, unit.getBoundingClientRect().top - 80)"
    page.locator(f"#{unit}").evaluate(place)


def _words_selected(page: Page, site: str) -> list[Locator]:
    page.goto(f"{site}{CHAPTER}?show=text")
    _begin_at(page, STORY.unit)
    select(page, (STORY.unit, STORY.quote), (STORY.unit, STORY.quote))
    page.locator("#passage-note").wait_for()
    return [page.locator(f"#{STORY.unit}"), page.locator("#passage")]


def _form(page: Page, site: str, values: Mapping[str, object]) -> None:
    page.goto(site)  # leaves whatever form was open before
    with page.expect_response("**/data/references.json"):
        page.goto(f"{site}{NOTE_FORM}#u={STORY.unit}&q={STORY.quote.replace(' ', '+')}")
    page.locator("#note-found", has_text="Found in").wait_for()
    fill(page, values)
    page.evaluate("document.activeElement.blur()")


def _form_quote(page: Page, site: str) -> list[Locator]:
    _form(page, site, {})
    return [page.locator("#note-form > fieldset").first]


def _form_fault(page: Page, site: str) -> list[Locator]:
    _form(page, site, {"quote": STORY.quote.capitalize()})
    page.locator("#note-quote--fault button").wait_for()
    return [page.locator("#note-form > fieldset").first]


def _form_preview(page: Page, site: str) -> list[Locator]:
    _form(page, site, {"body": STORY.body, "name": "Your Name"})
    page.locator(".form-note", has_text="Your Name").wait_for()
    return [page.locator(".form-preview")]


def _ways_to_send(page: Page, site: str) -> list[Locator]:
    _form(page, site, {"body": STORY.body, "name": "Your Name", "consent": True})
    press(page)
    page.locator(".form-ways li").first.wait_for()
    page.evaluate("document.activeElement.blur()")
    # Not the whole section: it ends with what this copy, unlike the pictured one, lacks.
    return [page.locator(part) for part in ("#send", ".form-name", "#file-text", ".form-ways")]


def _note_on_page(page: Page, site: str) -> list[Locator]:
    page.goto(f"{site}{CHAPTER}")
    _begin_at(page, STORY.unit)
    note = page.locator(f"#note-{STORY.id}")
    page.locator(f"#{STORY.unit} .note-marker a").first.click()
    note.locator(".note-body").wait_for()
    page.evaluate("document.activeElement.blur()")
    return [page.locator(f"#{STORY.unit}"), note]


def _check_found(page: Page, site: str) -> list[Locator]:
    return _summary(page, site, summary_of(SLIP))


def _summary(page: Page, site: str, summary: str) -> list[Locator]:
    """Show a summary up to its first problem, in the edition's type: no forge is imitated."""
    page.goto(f"{site}{NOTE_FORM}")
    page.locator("#page").evaluate(_PUT, MARKDOWN.render(summary))
    return [page.locator(f"#page > {part}").first for part in ("h2", "p", "div")]


SCENES: Mapping[str, Scene] = {
    "words-selected": Scene(_words_selected, height=530),
    "form-quote": Scene(_form_quote),
    "form-fault": Scene(_form_fault),
    "form-preview": Scene(_form_preview),
    "ways-to-send": Scene(_ways_to_send),
    "check-found": Scene(_check_found),
    "note-on-page": Scene(_note_on_page, height=524),
}
"""By the names of their pictures."""


@contextmanager
def open_page(
    browser: Browser, height: int = HEIGHT, colours: Literal["light", "dark"] = "light"
) -> Iterator[Page]:
    """Open a window in which it is always the same day, and whose forms know a forge."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": height},
        color_scheme=colours,
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id="UTC",
    )
    context.set_default_timeout(15_000)
    context.add_init_script(f"({_TELL})({ {**FORGE, **CONTACT} })")
    page = context.new_page()
    page.clock.set_fixed_time(DAY)
    yield page
    context.close()


def picture_of(page: Page, parts: list[Locator]) -> bytes:
    """Return a picture of parts of a page, over its whole width, as WebP."""
    page.evaluate("() => document.fonts.ready")
    handles = [part.element_handle() for part in parts]
    box = page.evaluate(_BOX, handles)
    foot = page.evaluate("scrollY + innerHeight")
    # What is fixed in the window would move to the page's foot, if more than the window were taken.
    is_beyond = box["bottom"] > foot + 1
    top = max(0, round(box["top"]) - EDGE)
    bottom = round(box["bottom"]) + EDGE if is_beyond else min(round(box["bottom"]) + EDGE, foot)
    clip = {"x": 0, "y": top, "width": WIDTH, "height": bottom - top, "scale": DENSITY}
    session = page.context.new_cdp_session(page)
    options = {
        **{"format": "webp", "quality": QUALITY, "clip": clip},
        "captureBeyondViewport": is_beyond,
    }
    return bare(base64.b64decode(session.send("Page.captureScreenshot", options)["data"]))


def bare(data: bytes) -> bytes:
    """Return a WebP file with its image data alone, without Chromium's profile of the colours.

    The profile is that of sRGB, which is meant where there is none.
    """
    at = 12
    while at < len(data):
        kind, size = struct.unpack_from("<4sI", data, at)
        chunk = data[at : at + 8 + size + size % 2]
        if kind in (b"VP8 ", b"VP8L"):
            return b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk
        at += len(chunk)
    raise ValueError("expected a WebP file with a picture in it, found none")


def make(browser: Browser, site: str, name: str) -> None:
    """Make a picture in both colours, and write down what it says."""
    folder = REPOSITORY / FOLDER / PICTURES
    for colours, end in (("light", ""), ("dark", "-dark")):
        with open_page(browser, SCENES[name].height, colours) as page:
            parts = SCENES[name].play(page, site)
            said = words_of(parts)
            (folder / f"{name}{end}{SUFFIX}").write_bytes(picture_of(page, parts))
    (WORDS / f"{name}.txt").write_text(said, encoding="utf-8")


def main(names: list[str]) -> int:
    """Make the pictures of these names, or all."""
    site = Path(os.environ.get("EDITION_SITE", REPOSITORY / "site"))
    with sync_playwright() as playwright, Server(site) as server:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=ARGUMENTS)
        for name in names or SCENES:
            make(browser, server.url, name)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
