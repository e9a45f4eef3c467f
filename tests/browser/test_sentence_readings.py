"""Sentences as a reading: their paragraphs stay whole, they are marked, and their words counted."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from edition.core.excerpt import count_excerpt_words, read_excerpt
from edition.core.reading import reading_minutes
from tests.browser.accessibility import WINDOWS, axe
from tests.browser.building import marked, sentences, shown_units
from tests.browser.noted import EDITION
from tests.browser.reader import Reader

LAST = EDITION.paragraphs[-1].number
COUNT = len(EDITION.sentences_of_unit["p7"])
ASKED = {
    "p=7&s=2": ("p=7&s=2", "¶ 7, sentence 2, marked in its paragraph"),
    "p=7&s=2-2": ("p=7&s=2", "¶ 7, sentence 2, marked in its paragraph"),
    "p=7&s=1-2": ("p=7&s=1-2", "¶ 7, sentences 1–2, marked in their paragraph"),
    f"p=7&s=1-{COUNT}": (
        f"p=7&s=1-{COUNT}", f"¶ 7, sentences 1–{COUNT}, marked in their paragraph"),
    "p=7-8&s=2-1": (
        "p=7-8&s=2-1", "¶ 7, sentence 2, to ¶ 8, sentence 1, marked in their paragraphs"),
    "p=7-9&s=2": ("p=7-9&s=2-2", "¶ 7, sentence 2, to ¶ 9, sentence 2, marked in their paragraphs"),
    " p=7 & s= 2 – 4 ": ("p=7&s=2-4", "¶ 7, sentences 2–4, marked in their paragraph"),
    "s=3-4&p=12&handout": ("p=12&s=3-4", "¶ 12, sentences 3–4, marked in their paragraph"),
}  # fmt: skip
"""What an address asks for, the one address of it, and what it is called."""


@pytest.mark.parametrize(("asked", "expected"), ASKED.items(), ids=lambda one: str(one)[:16])
def test_sentences_are_marked_in_whole_paragraphs(
    asked: str, expected: tuple[str, str], visit: Callable[..., Reader]
) -> None:
    address, name = expected
    reader = visit(f"text/plain/?{asked.replace(' ', '')}")
    page = reader.page
    excerpt = read_excerpt(f"text/plain/?{address}")
    assert excerpt is not None
    assert shown_units(page) == [f"p{n}" for n in range(excerpt.first, excerpt.last + 1)]
    assert marked(page) == sentences(excerpt)
    words = count_excerpt_words(EDITION, excerpt)
    opens = page.locator("#reading-opens").inner_text()
    assert opens.startswith(f"A reading: {name} ({words:,} words, {reading_minutes(words)} min).")
    assert excerpt.name in page.title()
    expect(page.get_by_role("heading", level=1)).to_contain_text(excerpt.name)
    expect(page.locator("#reading-ends")).to_be_visible()
    link = page.locator("#setting-link").get_attribute("href") or ""
    assert link.partition("?")[2].removesuffix("&handout") == address
    assert reader.troubles() == []


BAD = {
    "no number": "p=7&s=x", "nothing": "p=7&s=", "open": "p=7&s=2-", "three": "p=7&s=1-2-3",
    "a million": f"p=7&s={'9' * 5000}", "markup": "p=7&s=<script>alert(1)</script>",
    "backwards": "p=7&s=4-2", "from zero": "p=7&s=0-2", "beyond": f"p=7&s={COUNT + 1}",
    "beyond the last": f"p=7-8&s=2-{COUNT + 90}", "no paragraph": "s=2",
    "a paragraph that is not there": f"p={LAST + 1}&s=1",
}  # fmt: skip
SAID = {
    "no number": "s=2-4 or s=2 would be", "backwards": "sentences 4–2 of ¶ 7, which run backwards",
    "beyond": f"sentence {COUNT + 1} of ¶ 7, which has sentences 1–{COUNT}",
    "from zero": f"sentence 0 of ¶ 7, which has sentences 1–{COUNT}",
    "no paragraph": "without their paragraph", "a paragraph that is not there": f"¶¶ 1–{LAST}",
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_sentences_that_are_none_give_a_message_and_the_whole(
    name: str, visit: Callable[..., Reader]
) -> None:
    reader = visit(f"text/plain/?{quote(BAD[name], safe='=&-')}")
    page = reader.page
    opens = page.locator("#reading-opens").inner_text()
    assert SAID.get(name, "This address asks for") in opens
    assert opens.endswith("The whole article follows.")
    assert len(shown_units(page)) == len(EDITION.units)
    assert marked(page) == ""
    assert reader.troubles() == []


def test_the_mark_outlives_a_walk_to_a_footnote(visit: Callable[..., Reader]) -> None:
    """A sentence to which a link leads takes its place, and gives it back."""
    page = visit("text/plain/?p=7&s=2-4").page
    excerpt, one = read_excerpt("text/plain/?p=7&s=2-4"), read_excerpt("text/plain/?p=7&s=9")
    assert excerpt is not None and one is not None
    page.evaluate("location.hash = document.querySelector('#p7 [role=doc-noteref]').hash")
    page.wait_for_function("document.querySelector('.footnote:target')")
    assert marked(page) == sentences(excerpt)
    page.evaluate("location.hash = '#p7-s9'")
    page.wait_for_function("document.querySelector('#p7-s9:target')")
    assert sentences(one) in marked(page)
    page.go_back()
    page.wait_for_function("!document.querySelector('#p7-s9:target')")
    assert marked(page) == sentences(excerpt)


def test_the_words_are_copied_as_they_stand(visit: Callable[..., Reader]) -> None:
    """The signs that show the mark on paper are no words."""
    reader = visit("text/plain/?p=7&s=2-4")
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = reader.page
    page.evaluate("getSelection().selectAllChildren(document.getElementById('p7'))")
    page.keyboard.press("Control+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert " ".join(copied.split()) == EDITION.unit_by_id["p7"].text


_EDGES = """([first, last]) => [[".set-from", first], [".set-to", last]].map(([name, sentence]) => {
  const sign = document.querySelector(name), style = getComputedStyle(sign);
  const next = document.getElementById(`p7-s${sentence}`);
  return [parseFloat(style.borderTopWidth) + parseFloat(style.borderBottomWidth) > 0,
    next.compareDocumentPosition(sign) & 4 ? "after" : "before"];
})"""


@pytest.mark.parametrize("how", ["paper", "forced colours", "no highlights", "screen"])
def test_the_mark_shows_where_there_is_no_colour(how: str, page: Callable[..., Reader]) -> None:
    """A corner stands behind the second sentence's anchor, and one before the fifth's."""
    reader = page(forced_colours=how == "forced colours")
    if how == "no highlights":
        reader.page.add_init_script("delete globalThis.Highlight;")
    shown = reader.visit("text/plain/?p=7&s=2-4")
    if how == "paper":
        shown.emulate_media(media="print")
    is_drawn = how != "screen"
    assert shown.evaluate(_EDGES, [2, 5]) == [[is_drawn, "after"], [is_drawn, "before"]]
    names = [shown.get_by_role("img", name=name) for name in ("Marked from here", "Marked up to")]
    assert [one.count() for one in names] == [1, 1]
    assert reader.troubles() == []


@WINDOWS
def test_axe_finds_nothing_in_it(width: int, colours: str, page: Callable[..., Reader]) -> None:
    reader = page(width=width, colour_scheme=colours)
    assert axe(reader.visit("text/plain/?p=7-8&s=2-1&handout")) == []
    assert axe(reader.visit("text/plain/?p=7&s=99")) == []


def test_without_scripts_it_is_the_whole_article(visit: Callable[..., Reader]) -> None:
    page = visit("text/plain/?p=7&s=2-4#p7", javascript=False).page
    assert len(shown_units(page)) == len(EDITION.units)
    expect(page.locator("#p7")).to_be_in_viewport()
