"""The syllabus builder: links that hold a list or say why not, a list by keyboard, a cartridge."""

import base64
import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Page

from edition.core.syllabus import Syllabus
from edition.exports.archive import pack
from edition.exports.cartridge import cartridge
from edition.html.syllabus import BUILDER, fragment
from tests.browser.noted import EDITION
from tests.browser.reader import Reader
from tests.exports.syllabuses import SYLLABUSES
from tests.trees import Tree, read
from tests.trees import fragment as fragment_of

State = dict[str, Any]


def state(*items: object, title: str = "A course", **session: str) -> State:
    return {"t": title, "s": [{"t": "Week 1", "d": "", "r": "", **session, "i": list(items)}]}


GOOD = {
    "nothing in it": state(),
    "things of the edition": state("p/7/", "text/plain/?p=7-12", "n/summit-verdict/"),
    "readings from elsewhere": state(["Hall, ch. 2", ""], ["A page", "https://example.org/?a=1&b"]),
    "what is there no more": state("p/999/", "n/never-was/"),
    "hostile words": state(["<script>alert(1)</script>", "javascript:alert(1)"], title="<b>&"),
    "other scripts": state(["العربية 🧭", ""], title="苏州", d="1–7 Oct", r="two\nlines"),
}
WHOLE = fragment(GOOD["other scripts"])
BAD = {
    "cut short": (WHOLE[:-9], "not whole"),
    "cut to nothing": ("1.", "not whole"),
    "made by hand": ("1.hello-there", "not whole"),
    "in signs of no alphabet": ("1.%%%", "not whole"),
    "bytes that are no words": ("1." + "_w" * 20, "not whole"),
    "of a later version": ("2" + WHOLE[1:], "later version"),
    "of no version": ("0" + WHOLE[1:], "no syllabus"),
    "a hundred thousand signs": ("1." + "A" * 100_000, "too long"),
    **{
        f"JSON of another form: {other!r}": (fragment(other), "no syllabus")
        for other in (
            None, 7, "x", [], {}, {"t": "x", "s": []}, {"t": 1, "s": state()["s"]},
            {"t": "x", "s": [None]}, {"t": "x", "s": [{"t": "x"}]}, state(7), state(""),
            state(["x"]), state(["x", 1]),
        )
    },
}  # fmt: skip
PLACES = ["", "by-hand", "1", "p.7", "1,x"]
"""Fragments that hold no list, and are left alone."""


def is_writable(syllabus: Syllabus) -> bool:
    """A browser always has a Unicode string at hand; one of ours may not be one."""
    return "\ud800" not in json.dumps(asdict(syllabus), ensure_ascii=False)


READ = """(fragments) => fragments.map((one) => {
  const answer = editionSyllabus.decode(one);
  return answer && (answer.fault || [answer.state, editionSyllabus.encode(answer.state)]);
})"""

PACKED = """async (text) => Promise.all(JSON.parse(text).map(async (syllabus) => {
  const archive = editionSyllabus.pack(editionSyllabus.cartridge(syllabus));
  const bytes = new Uint8Array(await archive.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}))"""

LINKS = """() => [...document.querySelectorAll(".syllabus-sheet li a")]
  .map((link) => [link.textContent, link.href])"""


def said(page: Page) -> str:
    return page.locator(".syllabus-said").inner_text()


def go(page: Page, selector: str, key: str = "Tab") -> None:
    """Press a key until what has the focus is what is wanted."""
    for _ in range(60):
        page.keyboard.press(key)
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"{key} does not lead to {selector}")


def test_a_list_is_made_by_keyboard_and_its_link_brings_it_back(
    visit: Callable[..., Reader], page: Callable[..., Reader]
) -> None:
    """The link is opened by somebody else, whose browser keeps nothing and says so."""
    reader = visit(f"{BUILDER}#your-list")
    here = reader.page
    typed = here.keyboard
    chapter = EDITION.chapters[3]
    go(here, "#syllabus-title")
    typed.type("A <b> & c")
    go(here, "#session-0")
    typed.type("Week 1")
    go(here, "#syllabus-range")
    typed.type("12-7\n")
    assert "backwards" in said(here)
    typed.press("Control+A")
    typed.type("7-12\n")
    assert said(here) == "Added to Week 1: ¶¶ 7–12, without notes."
    go(here, "#syllabus-thing")
    typed.type(f"{chapter.number}. {chapter.title[:5]}")
    go(here, "[data-do=thing]")
    typed.press("Enter")
    go(here, "#syllabus-free")
    typed.type("<script>x</script> 🧭\n")
    go(here, "[data-do='up 0 1']", "Shift+Tab")
    typed.press("Enter")
    assert here.evaluate("document.activeElement.dataset.do") == "down 0 0"
    go(here, "[data-do='remove 0 1']")
    typed.press("Enter")
    go(here, "[data-do=undo]")
    typed.press("Enter")
    items = (chapter.address, "text/plain/?p=7-12", ["<script>x</script> 🧭", ""])
    wanted = fragment(state(*items, title="A <b> & c"))
    assert here.url == f"{reader.base}{BUILDER}#{wanted}"
    links = [
        [f"{chapter.number}. {chapter.title}, with notes", f"{reader.base}{chapter.address}"],
        ["¶¶ 7–12, without notes", f"{reader.base}text/plain/?p=7-12"],
    ]
    assert here.evaluate(LINKS) == links
    assert here.locator("article script").count() == 0
    other = page()
    other.context.add_init_script("Storage.prototype.setItem = () => { throw new Error(); };")
    there = other.visit(f"{BUILDER}#{wanted}")
    assert there.evaluate(LINKS) == links
    there.get_by_role("button", name="Add this of the edition").click()
    assert "keeps nothing for this page" in said(there)
    assert reader.troubles() == other.troubles() == []


def test_every_link_gives_a_list_or_says_why_not_and_nothing_is_lost(
    visit: Callable[..., Reader],
) -> None:
    reader = visit(BUILDER)
    here = reader.page
    read = here.evaluate(READ, [fragment(good) for good in GOOD.values()])
    assert read == [[good, fragment(good)] for good in GOOD.values()]
    answers = here.evaluate(READ, [text for text, _ in BAD.values()])
    for (_, fault), answer in zip(BAD.values(), answers, strict=True):
        assert isinstance(answer, str)
        assert fault in answer
    assert here.evaluate(READ, PLACES) == [None] * len(PLACES)
    follow(here, fragment(GOOD["hostile words"]), "Not of the web: the address of 1 ")
    assert here.locator(".readings li span[dir]").inner_text() == "<script>alert(1)</script>"
    assert here.evaluate(LINKS) == []
    for taken in taken_along(here):
        assert taken.find("script") == taken.find("b") == []
        assert [line.words for line in taken.find("li")] == ["<script>alert(1)</script>"]
    follow(here, fragment(GOOD["what is there no more"]), "Not in this edition: 2 ")
    follow(here, BAD["cut short"][0], "This link is not whole")
    assert here.locator(".readings li").count() == 2
    assert reader.troubles() == []


def taken_along(page: Page) -> list[Tree]:
    """Return the list as it is pasted, as a handout, and as a program reads its Markdown."""
    html, handout, markdown = page.evaluate(
        """() => [editionSyllabus.html, editionSyllabus.handout, editionSyllabus.markdown]
          .map((made) => made(editionSyllabus.builder.sheet(), "en"))"""
    )
    return [fragment_of(html), read(handout.encode()), fragment_of(MarkdownIt().render(markdown))]


def follow(page: Page, link: str, words: str) -> None:
    """Follow a link to a list, and wait until something is said of it."""
    page.evaluate(
        """([hash]) => new Promise((done) => {
          addEventListener("hashchange", () => setTimeout(done), { once: true });
          location.hash = hash;
        })""",
        [link],
    )
    assert said(page).startswith(words)


def test_a_cartridge_of_the_browser_s_is_the_engine_s_byte_by_byte(
    visit: Callable[..., Reader],
) -> None:
    syllabuses = [one for one in SYLLABUSES.values() if is_writable(one)]
    page = visit(BUILDER).page
    packed = page.evaluate(PACKED, json.dumps([asdict(one) for one in syllabuses]))
    for one, text in zip(syllabuses, packed, strict=True):
        assert base64.b64decode(text) == pack(cartridge(one))
