"""The syllabus builder in each of its states: nothing for axe-core, nothing beyond the window."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from edition.html.syllabus import BUILDER
from tests.browser.accessibility import WINDOWS, axe
from tests.browser.building import link, saved, session
from tests.browser.reader import Reader

LONG = "A very long title of a reading that goes on, by several authors, in an edited volume " * 3
COURSE = {"t": "Soft power and its critics", "s": [
    session("p/4/", "p/7-s2/", "text/02-concept/", t="What it is", d="1–7 Oct", r="Bring\nit."),
    session(["القوة الناعمة: مدخل", "https://example.org/"], [LONG, ""], "timeline/", t="مدخل"),
    session("text/04-summit/", "n/summit-verdict/", "text/plain/?p=7-8&s=2-1", t=LONG),
    session("text/plain/?p=17-25", "n/never-was/", ["x" * 400, "https://example.org/"], t=""),
]}  # fmt: skip


def empty(page: Page) -> None:
    expect(page.locator(".syllabus-empty")).to_be_visible()


def wrong(page: Page) -> None:
    page.locator("#syllabus-range").fill("99")
    page.locator("[data-do=range]").click()
    expect(page.locator("[aria-invalid=true]")).to_be_focused()


def followed(page: Page) -> None:
    """Another list than the one that is kept."""
    page.evaluate("editionSyllabus.builder.keep()")
    page.goto(page.url.partition("#")[0] + "#by-hand")
    page.goto(page.url.partition("#")[0] + "#" + link({"t": "B", "s": [session()]}).split("#")[1])
    expect(page.locator("[data-do=back]")).to_be_visible()


def without(page: Page) -> None:
    """The text could not be had."""
    page.context.route("**/text/plain/", lambda route: route.abort())
    page.reload()
    page.locator("#syllabus-with-text").check()
    page.locator("[data-do=handout]").click()
    expect(page.locator("[data-do=bare]")).to_be_visible()


def taken(page: Page) -> None:
    saved(page, "cartridge")
    expect(page.locator(".syllabus-said")).to_contain_text("Saved")


def undone(page: Page) -> None:
    page.locator("[data-do='down 0 0']").click()
    expect(page.locator("[data-do=undo]")).to_be_visible()


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "empty": (BUILDER, empty),
    "a long list": (link(COURSE), undone),
    "a wrong number": (link(COURSE), wrong),
    "a link followed": (link(COURSE), followed),
    "no text to be had": (link(COURSE), without),
    "taken along": (link(COURSE), taken),
}


@WINDOWS
@pytest.mark.parametrize("name", STATES)
def test_axe_finds_nothing_in_any_state(
    name: str, width: int, colours: str, page: Callable[..., Reader]
) -> None:
    address, reach = STATES[name]
    shown = page(width=width, colour_scheme=colours).visit(address)
    reach(shown)
    # From its beginning: elsewhere the running head, or the line that says what was done, lies on
    # what scrolls by, and axe-core takes a button that is half beneath for half a button.
    shown.evaluate("scrollTo(0, 0)")
    assert axe(shown) == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1760])
def test_a_long_list_stays_within_the_window(width: int, page: Callable[..., Reader]) -> None:
    """Fields too: what is done with a reading stands beside it or beneath it, within the page."""
    shown = page(width=width).visit(link(COURSE))
    beyond = shown.evaluate(
        """() => {
          const { left, right } = document.querySelector(".syllabus").getBoundingClientRect();
          return [...document.querySelectorAll(".syllabus *")].filter((one) => {
            const box = one.getBoundingClientRect();
            return box.width && (box.right > right + 1 || box.left < left - 1);
          }).map((one) => one.outerHTML.slice(0, 80));
        }"""
    )
    assert beyond == []


def test_the_fields_of_a_form_stand_in_one_column(visit: Callable[..., Reader]) -> None:
    """Labels begin at one edge, fields at another, buttons at a third."""
    shown = visit(link(COURSE)).page
    edges = shown.evaluate(
        """(kinds) => kinds.map((kind) => {
          const found = [...document.querySelectorAll(`.syllabus-field > :is(${kind})`)];
          return new Set(found.map((one) => Math.round(one.getBoundingClientRect().left))).size;
        })""",
        ["label, .syllabus-way", "input, select, textarea, .syllabus-choices", ".tool"],
    )
    assert edges == [1, 1, 1]


def test_what_was_said_is_in_view_wherever_one_is_in_the_form(
    visit: Callable[..., Reader],
) -> None:
    shown = visit(link(COURSE), height=600).page
    shown.locator("[data-do='down 0 0']").press("Enter")
    status = shown.locator(".syllabus-status")
    expect(status).to_be_in_viewport()
    # And what has the focus is not beneath it.
    for _ in range(25):
        shown.keyboard.press("Tab")
        covered = shown.evaluate(
            """() => {
              const bar = document.querySelector(".syllabus-status").getBoundingClientRect();
              const box = document.activeElement.getBoundingClientRect();
              return box.bottom > bar.top && box.top < bar.bottom;
            }"""
        )
        assert not covered


def test_on_paper_there_is_the_list_alone_or_else_the_page(visit: Callable[..., Reader]) -> None:
    reader = visit(link(COURSE))
    shown = reader.page
    shown.emulate_media(media="print")
    expect(shown.locator(".syllabus-sheet")).to_be_visible()
    for selector in (".syllabus-desk", "#by-hand", ".syllabus-example"):
        expect(shown.locator(selector).first).to_be_hidden()
    shown.emulate_media(media="screen")
    shown.locator("[data-do=clear]").click()
    shown.emulate_media(media="print")
    expect(shown.locator("#by-hand")).to_be_visible()
    assert reader.troubles() == []
