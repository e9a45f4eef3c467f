"""The syllabus builder by keyboard; its names and numbers, and its cartridge, are the engine's."""

import base64
import json
from collections.abc import Callable
from dataclasses import asdict

import pytest
from playwright.sync_api import expect

from edition.core.reading import reading_minutes
from edition.core.syllabus import Syllabus
from edition.exports.archive import pack
from edition.exports.cartridge import cartridge
from edition.html.syllabus import BUILDER, fragment
from tests.browser.building import (
    ASSIGNMENTS,
    focused,
    go,
    link,
    links,
    said,
    session,
    state,
    title_of,
)
from tests.browser.noted import EDITION
from tests.browser.reader import Reader
from tests.exports.syllabuses import SYLLABUSES


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
    assert focused(here) == "down 0 0"
    go(here, "[data-do='remove 0 1']")
    typed.press("Enter")
    go(here, "[data-do=undo]")
    typed.press("Enter")
    assert focused(here) == "undo"
    go(here, "#syllabus-range", "Shift+Tab")
    typed.type("7.2-8.1\n")
    items = (
        *(chapter.address, "text/plain/?p=7-12"),
        *(["<script>x</script> 🧭", ""], "text/plain/?p=7-8&s=2-1"),
    )
    wanted = fragment(state(*items, title="A <b> & c"))
    assert here.url == f"{reader.base}{BUILDER}#{wanted}"
    expected = [[title_of(item), f"{reader.base}{item}"] for item in items if isinstance(item, str)]
    assert links(here) == expected
    assert here.locator("article script").count() == 0
    other = page()
    other.context.add_init_script("Storage.prototype.setItem = () => { throw new Error(); };")
    there = other.visit(f"{BUILDER}#{wanted}")
    assert links(there) == expected
    there.get_by_role("button", name="Add this of the edition").click()
    assert "keeps nothing for this page" in said(there)
    assert reader.troubles() == other.troubles() == []


OUTPUTS = {
    "copy": "on the clipboard", "markdown": "as Markdown", "link": "The link is on the clipboard",
    "handout": "Saved as syllabus.html", "bib": "Saved as syllabus.bib",
    "ris": "Saved as syllabus.ris", "cartridge": "Saved as syllabus.imscc",
}  # fmt: skip


def test_a_list_is_taken_along_by_keyboard(visit: Callable[..., Reader]) -> None:
    """In the order in which the buttons stand; the focus stays, and each says what it did."""
    reader = visit(link(state("p/4/")))
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    here = reader.page
    here.locator("#syllabus-address").focus()
    for name, words in OUTPUTS.items():
        go(here, f"[data-do={name}]")
        here.keyboard.press("Enter")
        expect(here.locator(".syllabus-said")).to_contain_text(words)
        assert focused(here) == name
        if name == "handout":
            for box in ("text", "notes"):
                go(here, f"#syllabus-with-{box}")
                here.keyboard.press("Space")
                expect(here.locator(f"#syllabus-with-{box}")).to_be_checked()
    assert reader.troubles() == []


ACTIONS = [
    ("down 0 0", "down 0 1"),
    ("down 0 1", "down 1 0"),
    ("down 1 0", "up 1 1"),
    ("up 1 1", "up 1 0"),
    ("remove 1 0", "remove 1 0"),
    ("remove 1 0", "earlier 1"),
    ("earlier 1", "later 0"),
    ("later 0", "earlier 1"),
    ("remove 0 0", "later 0"),
    ("session", "session"),
    ("drop 1", "session-1"),
    ("drop 1", "session-0"),
    ("thing", "thing"),
    ("clear", "clear"),
]
"""Buttons used one after the other, and what has the focus then; the list has ¶ 4, ¶ 5 and ¶ 6."""


def test_after_each_action_the_focus_is_where_one_goes_on(visit: Callable[..., Reader]) -> None:
    two = {"t": "", "s": [session("p/4/", "p/5/"), session("p/6/")]}
    here = visit(link(two)).page
    for name, then in ACTIONS:
        here.locator(f"[data-do='{name}']").focus()
        here.keyboard.press("Enter")
        assert focused(here) == then, name
        assert said(here), name
    undone = here.locator("[data-do=undo]")
    undone.focus()
    for left in range(len(ACTIONS), 0, -1):
        assert undone.is_visible(), left
        here.keyboard.press("Enter")
        assert said(here) == "Undone."
    assert focused(here) == "syllabus-title"
    assert here.url.endswith(link(two))


LONGEST = {unit.number: len(EDITION.sentences_of_unit[unit.id]) for unit in EDITION.paragraphs}
LAST = EDITION.paragraphs[-1].number
TYPED = {
    "7": "p/7/", " ¶ 7 ": "p/7/", "p.7": "p/7/", "7-7": "p/7/", "7-12": "text/plain/?p=7-12",
    "¶¶ 7 – 12": "text/plain/?p=7-12", f"1-{LAST}": f"text/plain/?p=1-{LAST}",
    "7.2": "p/7-s2/", "7.2-7.2": "p/7-s2/", "¶ 7.2": "p/7-s2/",
    "7.2-7.4": "text/plain/?p=7&s=2-4", "7.2-8.1": "text/plain/?p=7-8&s=2-1",
    "¶ 7.2 — ¶ 8.1": "text/plain/?p=7-8&s=2-1", "7.2-9.2": "text/plain/?p=7-9&s=2-2",
}  # fmt: skip
REFUSED = {
    "": "Write the number", "seven": "Write the number", "7-": "Write the number",
    "7.2.1": "Write the number", "7,2": "Write the number", "-7": "Write the number",
    "12-7": "backwards", "7.4-7.2": "backwards", "8.1-7.2": "backwards",
    "0": f"paragraphs 1 to {LAST}", f"{LAST + 1}": f"paragraphs 1 to {LAST}",
    f"3-{LAST + 1}": f"paragraphs 1 to {LAST}", "999999": f"paragraphs 1 to {LAST}",
    "7.0": "counted from 1", "7.0-8.1": "counted from 1",
    "7.2-8": "both ends", "7-8.1": "both ends", "7-7.2": "both ends", "7.2-7": "both ends",
    f"7.{LONGEST[7] + 1}": f"¶ 7 has sentences 1 to {LONGEST[7]}.",
    f"7.2-8.{LONGEST[8] + 1}": f"¶ 8 has sentences 1 to {LONGEST[8]}.",
}  # fmt: skip


def test_paragraphs_and_sentences_are_typed_as_they_are_called(
    visit: Callable[..., Reader],
) -> None:
    here = visit(BUILDER).page
    answers = here.evaluate(
        "(all) => all.map((text) => editionSyllabus.builder.typed(text))", [*TYPED, *REFUSED]
    )
    assert answers[: len(TYPED)] == [{"item": item} for item in TYPED.values()]
    for words, answer in zip(REFUSED.values(), answers[len(TYPED) :], strict=True):
        assert words in answer["fault"]
    field = here.locator("#syllabus-range")
    field.press_sequentially("7.99\n")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    assert here.locator(".readings li").count() == 0


def there() -> list[str]:
    """Whatever a link may name: all that there is by itself, and ranges of all kinds."""
    lengths = EDITION.sentence_lengths
    ranges = [f"text/plain/?p={first}-{last}" for first, last in ((1, 2), (7, 12), (1, LAST))]
    first = [f"text/plain/?p={number}&s=1" for number in lengths]
    inside = [f"text/plain/?p={number}&s=1-{len(all_)}" for number, all_ in lengths.items()]
    across = [f"text/plain/?p={n}-{n + 1}&s={len(lengths[n])}-1" for n in range(1, LAST)]
    return [*ASSIGNMENTS.addresses, *ranges, *first, *inside, *across]


ABSENT = [
    *("p/0/", f"p/{LAST + 1}/", "p/07/", "p/7", "p/7-s0/", f"p/7-s{LONGEST[7] + 1}/", "p/7-s02/"),
    *("p/7-s2", "text/plain/?p=0", "text/plain/?p=7-7", "text/plain/?p=12-7", "text/plain/?p=07"),
    *(f"text/plain/?p=7-{LAST + 1}", "text/plain/?p=7&s=0", "text/plain/?p=7&s=2-2"),
    *("text/plain/?p=7&s=4-2", "text/plain/?p=7-8&s=2", "text/plain/?p=7&s=3-0"),
    *(f"text/plain/?p=7&s=1-{LONGEST[7] + 1}", "text/plain/?p=7&s=", "text/plain/?s=2"),
    *("n/never-was/", "u/p7/", "glossary", "https://example.org/", "javascript:alert(1)", "x"),
]


def test_titles_and_words_are_the_engine_s(visit: Callable[..., Reader]) -> None:
    here = visit(BUILDER).page
    asked = [*there(), *ABSENT]
    found = here.evaluate(
        """(all) => all.map((item) => {
          const { title, words, lost, units } = editionSyllabus.builder.resolved(item);
          return lost ? null : [title, words, units];
        })""",
        asked,
    )
    expected = []
    for address in asked:
        thing = ASSIGNMENTS.at(address)
        ends = [thing.units[0], thing.units[-1]] if thing and thing.units else []
        expected.append(thing and [thing.title, thing.words, ends])
    assert found == expected
    assert None not in expected[: -len(ABSENT)]
    assert expected[-len(ABSENT) :] == [None] * len(ABSENT)


def test_a_session_says_how_long_its_sentences_take(visit: Callable[..., Reader]) -> None:
    items = ("p/7-s2/", "text/plain/?p=7-8&s=2-1")
    here = visit(link(state(*items))).page
    words = sum(thing.words for item in items if (thing := ASSIGNMENTS.at(item)))
    expected = f"{words:,} words of the edition, about {reading_minutes(words)} min"
    expect(here.locator(".session-foot .length")).to_have_text(expected)


def is_writable(syllabus: Syllabus) -> bool:
    """A browser always has a Unicode string at hand; one of ours may not be one."""
    return "\ud800" not in json.dumps(asdict(syllabus), ensure_ascii=False)


PACKED = """async (text) => Promise.all(JSON.parse(text).map(async (syllabus) => {
  const archive = editionSyllabus.pack(editionSyllabus.cartridge(syllabus));
  const bytes = new Uint8Array(await archive.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}))"""


def test_a_cartridge_of_the_browser_s_is_the_engine_s_byte_by_byte(
    visit: Callable[..., Reader],
) -> None:
    syllabuses = [one for one in SYLLABUSES.values() if is_writable(one)]
    page = visit(BUILDER).page
    packed = page.evaluate(PACKED, json.dumps([asdict(one) for one in syllabuses]))
    for one, text in zip(syllabuses, packed, strict=True):
        assert base64.b64decode(text) == pack(cartridge(one))


EXAMPLES = 2
"""That the editors ship; the builder's page has them at its head."""


@pytest.mark.parametrize("number", range(EXAMPLES))
def test_an_example_opens_whole(number: int, visit: Callable[..., Reader]) -> None:
    here = visit(BUILDER).page
    examples = here.locator(".syllabus-example a")
    assert examples.count() == EXAMPLES
    outlined = here.locator(".syllabus-outline").nth(number).locator("a")
    expected = [link.inner_text() for link in outlined.all()]
    examples.nth(number).click()
    expect(here.locator(".readings li")).to_have_count(len(expected))
    assert [title for title, _ in links(here)] == expected
    assert here.locator(".readings").get_by_text("not in this edition").count() == 0
    assert said(here) == ""
