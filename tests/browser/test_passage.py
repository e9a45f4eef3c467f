"""At a paragraph, and at words that were selected: a link to exactly these, or a quotation."""

from collections.abc import Callable, Mapping
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from edition.core.formatted import plain
from edition.sources.citeproc import format_library
from tests.browser.accessibility import axe
from tests.browser.reader import Reader
from tests.browser.selecting import select
from tests.command import REPOSITORY
from tests.real_edition import EDITION

CHAPTER = "text/04-summit/"
FORMATTED, _ = format_library(REPOSITORY, EDITION)


def copied(shown: Page, button: str) -> str:
    """What a button copies. A test's browser has no clipboard, so the page shows it instead."""
    shown.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    shown.locator("#passage").get_by_role("button", name=button).click()
    expect(shown.locator("#passage-text")).to_be_visible()
    return shown.locator("#passage-text").input_value()


SELECTED: dict[str, tuple[tuple[str, str], tuple[str, str], str, str]] = {
    "in the first sentence": (
        ("p7", "President Xi"), ("p7", "stable Central Asia"),
        "p7-s1:~:text=President Xi Jinping, in his,of a stable Central Asia",
        "(Laowattanabhongse, 2024, para. 7)"),
    "in a later sentence": (
        ("p7", "wealthy Central"), ("p7", "Asia, with improved"),
        "p7-s2:~:text=wealthy Central Asia, with improved", "(Laowattanabhongse, 2024, para. 7)"),
    "across two paragraphs": (
        ("p9", "The upcoming summit"), ("p10", "institutional progress"),
        "p9-s2:~:text=The upcoming summit is set,to political and institutional progress",
        "(Laowattanabhongse, 2024, paras. 9–10)"),
}  # fmt: skip


def test_selected_words_are_linked_and_quoted_exactly(page: Callable[..., Reader]) -> None:
    reader = page()
    shown = reader.visit(CHAPTER)
    address = shown.url
    for start, end, link, where in SELECTED.values():
        select(shown, start, end)
        expect(shown.locator("#passage")).to_be_visible()
        assert unquote(copied(shown, "Copy link")) == f"{address}#{link}"
        quotation = copied(shown, "Copy quotation")
        words, work, source = quotation.split("\n")
        assert words.startswith(f"“{start[1]}")
        assert words.endswith(f"{end[1]}” {where}")
        assert work == plain(FORMATTED.own.work)
        assert unquote(source) == f"{address}#{link}"
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
    for selects in NOTHING.values():
        shown.evaluate(selects)
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


def test_of_a_selection_that_goes_on_into_notes_the_article_s_words_are_taken(
    page: Callable[..., Reader],
) -> None:
    reader = page()
    shown = reader.visit(CHAPTER)
    note = EDITION.notes_of_unit["p10"][0]
    select(shown, ("p10", "institutional progress"), (f"note-{note.id}", note.quote.exact))
    words, _, link = copied(shown, "Copy quotation").split("\n")
    assert words.startswith("“institutional progress")
    assert words.endswith(
        f"{EDITION.unit_by_id['p10'].text[-40:]}” (Laowattanabhongse, 2024, para. 10)"
    )
    assert link.partition("#")[2].startswith("p10-s")
    shown.locator("#passage-add").click()
    expect(shown.locator("#passage-said")).to_contain_text("Added")
    assert reader.troubles() == []


CITED: Mapping[str, tuple[str, tuple[str, str], tuple[str, str], tuple[str, ...]]] = {
    "a paragraph": (
        CHAPTER, ("p7", "wealthy"), ("p7", "improved economic"),
        ("(Laowattanabhongse, 2024, para. 7)", "(Laowattanabhongse, par. 7)",
         "(Laowattanabhongse 2024, para. 7)"),
    ),
    "several paragraphs": (
        CHAPTER, ("p9", "The upcoming summit"), ("p10", "institutional progress"),
        ("(Laowattanabhongse, 2024, paras. 9–10)", "(Laowattanabhongse, pars. 9–10)",
         "(Laowattanabhongse 2024, paras. 9–10)"),
    ),
    "a part without a number": (
        "text/front/", ("abstract", "China-Central Asia ties"), ("abstract", "fascinating"),
        ("(Laowattanabhongse, 2024)", "(Laowattanabhongse)", "(Laowattanabhongse 2024)"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CITED)
def test_what_is_selected_is_cited_in_each_style_as_the_processor_writes_it(
    case: str, page: Callable[..., Reader]
) -> None:
    address, start, end, cited = CITED[case]
    reader = page()
    shown = reader.visit(address)
    select(shown, start, end)
    opener = shown.locator("#passage").get_by_role("button", name="Cite", exact=True)
    opener.click()
    expect(opener).to_have_attribute("aria-expanded", "true")
    slip = shown.locator("#passage-citations")
    works = [plain(style.work) for style in FORMATTED.styled.values()]
    assert slip.locator("dd:not(.passage-work)").all_inner_texts() == list(cited)
    assert [
        " ".join(text.split()) for text in slip.locator(".passage-work").all_inner_texts()
    ] == works
    assert axe(shown) == []
    for style, in_text, work in zip(FORMATTED.styled, cited, works, strict=True):
        assert copied(shown, f"Copy: {style}") == f"{in_text}\n{work}"
    assert reader.troubles() == []


def test_on_a_translated_page_the_link_leads_to_the_paragraph(page: Callable[..., Reader]) -> None:
    """The words that were selected are not the article's: a text fragment would find nothing."""
    reader = page()
    shown = reader.visit(CHAPTER)
    shown.evaluate("() => document.documentElement.classList.add('translated-ltr')")
    shown.evaluate(
        "() => { window.taken = ''; navigator.clipboard.writeText ="
        " (text) => { window.taken = text; return Promise.resolve(); }; }"
    )
    select(shown, ("p7", "wealthy"), ("p7", "improved economic"))
    shown.locator("#passage-link").click()
    expect(shown.locator("#passage-said")).to_contain_text("the link leads to the paragraph")
    assert shown.evaluate("window.taken") == f"{shown.url}#p7"
