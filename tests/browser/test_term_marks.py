"""Terms in the text: links that are hardly to be seen, and without scripts a list at the end."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.listener import heard
from tests.browser.noted import DENSEST, EDITION
from tests.browser.reader import Reader, arrive
from tests.browser.slips import SLIP, TERMS, opened, plain

TERM = ".work a.term"


def contrast(page: Page, colour: str) -> float:
    """How much a colour stands out from the paper, 1 for not at all (WCAG's formula)."""

    def luminance(colour: str) -> float:
        parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    light, dark = sorted((luminance(colour), luminance(paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


LINE = """element => ["Line", "Style", "Color"]
  .map((name) => getComputedStyle(element)[`textDecoration${name}`])"""


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_term_is_marked_more_quietly_than_a_note(
    colours: str, visit: Callable[..., Reader]
) -> None:
    """A dotted line for both, that of a note in the edition's colour; neither is lost on paper."""
    page = visit(DENSEST, colour_scheme=colours).page
    line, style, colour = page.locator(TERM).first.evaluate(LINE)
    note_line, note_style, note_colour = page.locator("mark:not(.quiet)").first.evaluate(LINE)
    assert (line, style) == (note_line, note_style) == ("underline", "dotted")
    assert 1.2 < contrast(page, colour) < contrast(page, note_colour)
    ink = page.locator(".work p").first.evaluate("p => getComputedStyle(p).color")
    assert page.locator(TERM).first.evaluate("a => getComputedStyle(a).color") == ink


@pytest.mark.parametrize("address", TERMS)
def test_the_first_mention_in_every_paragraph_is_a_link(
    address: str, visit: Callable[..., Reader]
) -> None:
    """With notes beside the text and with sources alone, in the order of the text."""
    for state in ("notes", "sources"):
        page = visit(f"{address}?show={state}").page
        marked = page.locator("[data-unit] a.term[href]")
        assert [plain(link.inner_text()) for link in marked.all()] == [
            plain(EDITION.unit_by_id[found.span.unit].text[found.span.start : found.span.end])
            for found in TERMS[address]
        ]
        assert [link.get_attribute("href") for link in marked.all()] == [
            f"#term-{found.term}" for found in TERMS[address]
        ]


@pytest.mark.parametrize("width", [360, 1280])
def test_where_the_text_stands_alone_a_term_is_a_word(
    width: int, visit: Callable[..., Reader]
) -> None:
    """No link for anybody, no line, no colour under the pointer; a click opens nothing."""
    reader = visit(f"{DENSEST}?show=text", width=width)
    page = reader.page
    assert [thing for thing in heard(page, ".work") if thing.role == "link"] == []
    for term in page.locator(TERM).all()[:4]:
        assert term.evaluate(LINE)[0] == "none"
        term.hover()
        assert term.evaluate("a => getComputedStyle(a).backgroundColor") == "rgba(0, 0, 0, 0)"
        term.click()
        assert page.locator(SLIP).count() == 0
    page.locator("[name=show][value=sources]").check(force=True)
    page.locator(TERM).first.click()
    opened(page)
    assert reader.troubles() == []


def test_the_plain_view_marks_no_term(visit: Callable[..., Reader]) -> None:
    assert visit("text/plain/").page.locator("a.term").count() == 0


def test_hover_and_focus_light_a_term(visit: Callable[..., Reader]) -> None:
    page = visit(DENSEST).page
    term = page.locator(TERM).nth(2)
    background = "a => getComputedStyle(a).backgroundColor"
    dark = term.evaluate(background)
    term.hover()
    lit = term.evaluate(background)
    page.locator("header.head").hover()
    assert term.evaluate(background) == dark != lit
    page.locator(TERM).nth(1).focus()
    while not term.evaluate("term => term === document.activeElement"):
        page.keyboard.press("Tab")
    assert term.evaluate(background) == lit


# ---- Without scripts, and on paper ----


@pytest.mark.parametrize("address", [address for address in TERMS if TERMS[address]])
def test_without_scripts_the_words_lead_to_a_list_at_the_end(
    address: str, visit: Callable[..., Reader]
) -> None:
    """It has each thing once, in the order of the text, its sentence, and the way to the entry."""
    reader = visit(address, javascript=False)
    page = reader.page
    named = list(dict.fromkeys(found.term for found in TERMS[address]))
    entries = page.locator("section.terms .term-entry")
    assert entries.evaluate_all("all => all.map((entry) => entry.id)") == [
        f"term-{term}" for term in named
    ]
    heading = page.get_by_role("heading", name="Names and terms", exact=True).bounding_box()
    last = page.locator("[data-unit]").last.bounding_box()
    assert heading and last and heading["y"] > last["y"] + last["height"]
    for link in (page.locator(TERM).first, page.locator(TERM).last):
        link.click()
        entry = page.locator(":target")
        assert f"#{entry.get_attribute('id')}" == link.get_attribute("href")
        box = entry.bounding_box()
        assert box is not None and 0 <= box["y"] < 900
    term = EDITION.term_by_id[named[0]]
    entries.first.get_by_role("link", name="More").click()
    arrive(page, f"/{term.realm.value}/#{term.id}")
    assert page.locator(":target").get_attribute("id") == term.id
    assert reader.troubles() == []


def test_with_scripts_the_list_is_not_there_unless_asked_for(visit: Callable[..., Reader]) -> None:
    """A term comes to its words; whoever arrives at an entry of the list finds it in view."""
    page = visit(DENSEST).page
    section = page.locator("section.terms")
    assert not section.is_visible()
    named = TERMS[DENSEST][-1].term
    page = visit(f"{DENSEST}#term-{named}").page
    entry = page.locator(f"#term-{named}")
    page.wait_for_function("() => scrollY > 0")
    box = entry.bounding_box()
    assert box is not None and 0 <= box["y"] < 900


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_on_paper_nothing_is_marked_and_nothing_listed(
    scripts: bool, visit: Callable[..., Reader]
) -> None:
    """An open slip does not lie upon the first sheet either."""
    page = visit(DENSEST, javascript=scripts).page
    if scripts:
        page.locator(TERM).first.click()
        opened(page)
    page.emulate_media(media="print")
    assert page.locator(TERM).first.evaluate(LINE)[0] == "none"
    assert not page.locator("section.terms").is_visible()
    assert page.locator(".slip").locator("visible=true").count() == 0
