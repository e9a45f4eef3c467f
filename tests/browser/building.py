"""The syllabus builder as its tests use it: lists as links, keys, what is said, what is saved."""

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from edition.core.addresses import PLAIN
from edition.core.assignment import Assignments
from edition.core.excerpt import Excerpt, read_excerpt
from edition.html.syllabus import BUILDER, fragment
from tests.browser.noted import EDITION
from tests.browser.reader import Reader

State = dict[str, Any]
ASSIGNMENTS = Assignments(EDITION)


def session(*items: object, t: str = "Week 1", d: str = "", r: str = "") -> State:
    """A session with its title, its dates, its remarks, and what is read in it."""
    return {"t": t, "d": d, "r": r, "i": list(items)}


def state(*items: object, title: str = "A course", **words: str) -> State:
    """A list of one session."""
    return {"t": title, "s": [session(*items, **words)]}


def link(items: State) -> str:
    """The builder's address with a list, below the site's base."""
    return f"{BUILDER}#{fragment(items)}"


def title_of(item: str) -> str:
    """What the engine calls a reading."""
    found = ASSIGNMENTS.at(item)
    assert found is not None, item
    return found.title


# ---- What the page shows

_LINKS = """() => [...document.querySelectorAll(".syllabus-sheet li a")]
  .map((link) => [link.textContent, link.href])"""


def links(page: Page) -> list[list[str]]:
    """Words and address of every reading on the sheet that has one."""
    found: list[list[str]] = page.evaluate(_LINKS)
    return found


def said(page: Page) -> str:
    """What the builder says of the last action."""
    return page.locator(".syllabus-said").inner_text()


def focused(page: Page) -> str:
    """What has the focus: what a button does, or a field's id."""
    answer: str = page.evaluate("document.activeElement.dataset.do || document.activeElement.id")
    return answer


def go(page: Page, selector: str, key: str = "Tab") -> None:
    """Press a key until what has the focus is what is wanted."""
    for _ in range(90):
        page.keyboard.press(key)
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"{key} does not lead to {selector}")


def follow(page: Page, text: str, words: str) -> None:
    """Follow a link to a list, and wait until something is said of it."""
    page.evaluate(
        """([hash]) => new Promise((done) => {
          addEventListener("hashchange", () => setTimeout(done), { once: true });
          location.hash = hash;
        })""",
        [text],
    )
    assert said(page).startswith(words)


def saved(page: Page, button: str) -> tuple[str, bytes]:
    """Use a button that saves a file; its name and what is in it."""
    with page.expect_download() as download:
        page.locator(f"[data-do={button}]").click()
    return download.value.suggested_filename, download.value.path().read_bytes()


# ---- Storage


def key_of(reader: Reader) -> str:
    """Under what the builder keeps its list."""
    return f"syllabus {urlsplit(reader.base).path}"


def kept(reader: Reader, more: str = "") -> str | None:
    """What is kept in the reader's browser."""
    text: str | None = reader.page.evaluate(
        "(key) => localStorage.getItem(key)", f"{key_of(reader)}{more}"
    )
    return text


# ---- Where a reading's link leads

_WORDS = """(unit) => {
  const copy = unit.cloneNode(true);
  copy.querySelectorAll("[data-edition]").forEach((added) => added.remove());
  return copy.textContent.split(/\\s+/).join(" ").trim();
}"""
_MARKED = """() => {
  let text = "", last = null;
  for (const range of CSS.highlights.get("linked") || []) {
    const unit = range.startContainer.parentElement.closest("[data-unit]");
    const copy = range.cloneContents();
    copy.querySelectorAll("[data-edition]").forEach((added) => added.remove());
    text += (unit === last ? "" : " ") + copy.textContent;
    last = unit;
  }
  return text.split(/\\s+/).join(" ").trim();
}"""


def marked(page: Page) -> str:
    """The words that are shown as those that a link asked for."""
    words: str = page.evaluate(_MARKED)
    return words


def shown_units(page: Page) -> list[str]:
    """The ids of the units of the work that can be seen."""
    units = page.locator(".work [data-unit]:visible")
    found: list[str] = units.evaluate_all("all => all.map((unit) => unit.dataset.unit)")
    return found


def sentences(excerpt: Excerpt) -> str:
    """The words of an excerpt's sentences, read from the engine's record of them."""
    found = []
    for number in range(excerpt.first, excerpt.last + 1):
        text, all_ = EDITION.unit_by_id[f"p{number}"].text, EDITION.sentences_of_unit[f"p{number}"]
        first = excerpt.opens if number == excerpt.first else 1
        last = excerpt.closes if number == excerpt.last else len(all_)
        found.append(text[all_[first - 1].start : all_[last - 1].end])
    return " ".join(found)


def assert_lands(page: Page, address: str, item: str) -> None:
    """A reading's link ends at the words, the note or the page that it names."""
    page.goto(address)
    folder = item.split("/")[0]
    if folder in ("p", "u", "n"):  # a permanent link leads on
        page.wait_for_url(lambda url: f"/{item}" not in url)
    target = page.locator(":target")
    thing = ASSIGNMENTS.at(item)
    assert thing is not None
    if sentence := re.fullmatch(r"p/(\d+)-s(\d+)/", item):
        number, count = int(sentence[1]), int(sentence[2])
        assert target.get_attribute("id") == f"p{number}-s{count}"
        assert sentences(Excerpt(number, number, count, count)) in marked(page)
    elif folder in ("p", "u"):
        assert target.evaluate(_WORDS) == EDITION.unit_by_id[thing.units[0]].text
        expect(target).to_be_in_viewport()
    elif folder == "n":
        assert target.get_attribute("id") == f"note-{item.split('/')[1]}"
        expect(target).to_be_visible()
    elif item.startswith(PLAIN) or thing.units:
        assert shown_units(page) == list(thing.units)
        for unit in thing.units:
            words = page.locator(f"[data-unit={unit}]").evaluate(_WORDS)
            assert words == EDITION.unit_by_id[unit].text
        excerpt = read_excerpt(item)
        if excerpt is not None and excerpt.opens:
            assert marked(page) == sentences(excerpt)
    elif "#" in item:
        assert target.get_attribute("id") == item.partition("#")[2]
    else:
        expect(page.get_by_role("heading", level=1)).to_have_text(thing.title)
