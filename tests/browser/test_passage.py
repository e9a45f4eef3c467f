"""At a paragraph, and at words that were selected: a link to exactly these, or a quotation."""

from collections.abc import Callable
from urllib.parse import unquote

from playwright.sync_api import Page, expect

from tests.browser.accessibility import axe
from tests.browser.reader import Reader

CHAPTER = "text/04-summit/"

# Selects from some words to others, in the units of these ids; marks may cut the words.
_SELECT = """([[first, from], [last, to]]) => {
  const find = (id, words, atEnd) => {
    const walker = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest("[data-edition]")) continue;
      nodes.push([node, text.length]);
      text += node.data;
    }
    const at = text.indexOf(words) + (atEnd ? words.length : 0);
    const [node, start] = nodes.findLast(([, start]) => (atEnd ? start < at : start <= at));
    return [node, at - start];
  };
  const range = document.createRange();
  range.setStart(...find(first, from, false));
  range.setEnd(...find(last, to, true));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  document.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
}"""
_RELEASE = "() => document.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))"


def copied(shown: Page, button: str) -> str:
    """What a button copies. A test's browser has no clipboard, so the page shows it instead."""
    shown.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    shown.locator("#passage").get_by_role("button", name=button).click()
    expect(shown.locator("#passage-text")).to_be_visible()
    return shown.locator("#passage-text").input_value()


SELECTED: dict[str, tuple[tuple[str, str], tuple[str, str], str, str]] = {
    "in the first sentence": (
        ("p7", "President Xi"), ("p7", "stable Central Asia"),
        "p7-s1:~:text=President Xi Jinping, in his,of a stable Central Asia", "¶ 7"),
    "in a later sentence": (
        ("p7", "wealthy Central"), ("p7", "Asia, with improved"),
        "p7-s2:~:text=wealthy Central Asia, with improved", "¶ 7"),
    "across two paragraphs": (
        ("p9", "The upcoming summit"), ("p10", "institutional progress"),
        "p9-s2:~:text=The upcoming summit is set,to political and institutional progress",
        "¶ 9 to ¶ 10"),
}  # fmt: skip


def test_selected_words_are_linked_and_quoted_exactly(page: Callable[..., Reader]) -> None:
    reader = page()
    shown = reader.visit(CHAPTER)
    address = shown.url
    for start, end, link, where in SELECTED.values():
        shown.evaluate(_SELECT, [start, end])
        expect(shown.locator("#passage")).to_be_visible()
        assert unquote(copied(shown, "Copy link")) == f"{address}#{link}"
        quotation = copied(shown, "Copy quotation")
        opening, _, source = quotation.partition("” (")
        assert opening.startswith(f"“{start[1]}")
        assert opening.endswith(end[1])
        assert where in source
        assert "2024" in source
        shown.keyboard.press("Escape")
        expect(shown.locator("#passage")).to_be_hidden()
    assert axe(shown) == []
    assert reader.troubles() == []


def test_a_number_offers_the_paragraph_by_keyboard(page: Callable[..., Reader]) -> None:
    reader = page()
    shown = reader.visit(CHAPTER)
    shown.locator("#p8 > .number").focus()
    shown.keyboard.press("Enter")
    expect(shown.locator("#passage-link")).to_be_focused()
    assert axe(shown) == []
    assert copied(shown, "Copy link").endswith(f"{CHAPTER}#p8")
    assert copied(shown, "Copy quotation").startswith("“Central Asian leaders, in their addresses")
    shown.keyboard.press("Escape")
    expect(shown.locator("#passage")).to_be_hidden()
    assert reader.troubles() == []


NOTHING = {
    "white space": "() => getSelection().collapse(document.getElementById('p7'), 0)",
    "our title": "() => getSelection().selectAllChildren(document.querySelector('h1'))",
}


def test_what_is_no_passage_opens_nothing(page: Callable[..., Reader]) -> None:
    reader = page()
    shown = reader.visit(CHAPTER)
    for select in NOTHING.values():
        shown.evaluate(select)
        shown.evaluate(
            "() => document.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))"
        )
        shown.wait_for_timeout(150)
        expect(shown.locator("#passage")).to_be_hidden()


def test_a_linked_sentence_is_marked(page: Callable[..., Reader]) -> None:
    reader = page()
    shown = reader.visit(f"{CHAPTER}#p7-s2")
    marked = shown.evaluate("() => [...CSS.highlights.get('linked')].map(String)")
    assert [" ".join(words.split()) for words in marked] == [
        "He also stressed the importance of a wealthy Central Asia, with improved economic"
        " conditions and quality of life."
    ]
