"""Notes by keyboard: single keys, which can be switched off, and a walk through a whole chapter."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.noted import DENSEST, NOTES, focused, follow, shown
from tests.browser.reader import Reader

LEVEL_1 = shown(DENSEST, 1)
WIDTHS = pytest.mark.parametrize("width", [360, 1280])


def opened(page: Page) -> str | None:
    """Return the id of the open note, if one is."""
    found = page.evaluate("document.querySelector('.note.open')?.id ?? ''")
    return found.removeprefix("note-") or None


def closed(page: Page) -> None:
    """Wait until no note is open any more."""
    page.wait_for_function("() => !document.querySelector('.note.open, .note:popover-open')")


@WIDTHS
def test_j_and_k_go_from_note_to_note(width: int, visit: Callable[..., Reader]) -> None:
    """`j` to the next, `k` to the one before; the first and the last are ends; Escape closes."""
    reader = visit(DENSEST, width=width)
    page = reader.page
    for note in LEVEL_1:
        page.keyboard.press("j")
        assert opened(page) == note
        assert page.locator(f"#note-{note} .note-more").is_visible()
        in_view = page.evaluate(
            """id => { const { top, bottom } = document.querySelector(`mark[data-notes~="${id}"]`)
              .getClientRects()[0]; return top >= 0 && bottom <= innerHeight; }""",
            note,
        )
        assert in_view, f"the words of {note} are out of view"
    page.keyboard.press("j")
    assert opened(page) == LEVEL_1[-1]
    for note in LEVEL_1[-2::-1]:
        page.keyboard.press("k")
        assert opened(page) == note
    page.keyboard.press("k")
    assert opened(page) == LEVEL_1[0]
    page.keyboard.press("Escape")
    closed(page)
    assert focused(page) == f"noteref-{LEVEL_1[0]}"
    page.keyboard.press("j")
    assert opened(page) == LEVEL_1[1], "j goes on from the letter that has focus"
    assert reader.troubles() == []


def test_j_begins_where_the_reader_is(visit: Callable[..., Reader]) -> None:
    """In the middle of a chapter it opens the next note from there, `k` the one before."""
    page = visit(DENSEST).page
    middle = LEVEL_1[len(LEVEL_1) // 2]
    for key, expected in (("j", middle), ("k", LEVEL_1[LEVEL_1.index(middle) - 1])):
        page.evaluate("id => document.getElementById(id).scrollIntoView()", f"noteref-{middle}")
        page.keyboard.press(key)
        assert opened(page) == expected
        page.keyboard.press("Escape")
        page.evaluate("document.activeElement.blur()")


def test_hidden_notes_are_stepped_over(visit: Callable[..., Reader]) -> None:
    """In the text alone there is nothing to step to; with a level, only what it shows."""
    page = visit(f"{DENSEST}?show=text").page
    for key in "jk":
        page.keyboard.press(key)
        assert opened(page) is None
    page = visit(f"{DENSEST}?level=2").page
    for note in shown(DENSEST, 2)[:6]:
        page.keyboard.press("j")
        assert opened(page) == note


@WIDTHS
def test_the_question_mark_shows_the_keys(width: int, visit: Callable[..., Reader]) -> None:
    """A dialog with a name; Escape and its button close it; an open note stays open behind it."""
    reader = visit(DENSEST, width=width)
    page = reader.page
    dialog = page.get_by_role("dialog", name="Keys")
    for close in ("Escape", "Enter"):
        page.keyboard.press("?")
        assert dialog.is_visible()
        page.keyboard.press("j")
        assert opened(page) is None
        if close == "Enter":
            page.locator("#keys-close").focus()
        page.keyboard.press(close)
        assert not dialog.is_visible()
    page.locator(".switch-which summary").press("Enter")
    page.locator("#keys-open").press("Enter")
    assert dialog.is_visible()
    page.keyboard.press("Escape")
    assert focused(page) == "keys-open"
    assert reader.troubles() == []


def test_escape_in_a_dialog_or_a_menu_closes_that_alone(visit: Callable[..., Reader]) -> None:
    """The open note beside the text waits for its own."""
    page = visit(DENSEST).page
    page.keyboard.press("j")
    page.keyboard.press("?")
    page.keyboard.press("Escape")
    assert not page.locator("#keys").is_visible()
    assert opened(page) == LEVEL_1[0]
    page.locator(".tools [popovertarget]").press("Enter")
    page.locator("nav.menu").wait_for(state="visible")
    page.keyboard.press("Escape")
    page.locator("nav.menu").wait_for(state="hidden")
    assert opened(page) == LEVEL_1[0]
    page.keyboard.press("Escape")
    assert opened(page) is None


def test_keys_are_characters_where_one_types(visit: Callable[..., Reader]) -> None:
    """In the search field, in any field, in editable text; and with a modifier they are others'."""
    page = visit(DENSEST).page
    page.keyboard.press("/")
    field = page.locator("#search-field")
    field.wait_for(state="visible")
    page.keyboard.type("jk?")
    assert field.input_value() == "jk?"
    page.keyboard.press("Escape")
    for markup in ("<input>", "<textarea></textarea>", "<select><option>a<option>j</select>",
                   "<div contenteditable><p>a</p></div>", "<input type=search>"):  # fmt: skip
        page.evaluate(
            """markup => {
              document.querySelector("#page").insertAdjacentHTML("afterbegin", markup);
              document.querySelector("#page").firstElementChild.focus();
            }""",
            markup,
        )
        for key in "jk?":
            page.keyboard.press(key)
            assert opened(page) is None, markup
            assert not page.locator("#keys").is_visible(), markup
        page.evaluate("document.querySelector('#page').firstElementChild.remove()")
    for key in ("Control+j", "Alt+k", "Meta+j"):
        page.keyboard.press(key)
        assert opened(page) is None


def test_single_keys_can_be_switched_off_and_stay_off(visit: Callable[..., Reader]) -> None:
    """All of them, the search's too, here and on the next page; letters and Escape still work."""
    reader = visit(DENSEST)
    page = reader.page
    page.keyboard.press("?")
    page.get_by_label("Single keys work").press("Space")
    page.keyboard.press("Escape")
    for address in (DENSEST, "text/front/"):
        reader.visit(address)
        for key in ("j", "k", "?", "/"):
            page.keyboard.press(key)
            assert opened(page) is None
            assert page.locator("dialog[open]").count() == 0
    letter = page.locator(".note-marker a:visible").first
    letter.press("Enter")
    assert opened(page)
    page.keyboard.press("Escape")
    assert opened(page) is None
    page.locator(".switch-which summary").press("Enter")
    page.locator("#keys-open").press("Enter")
    assert not page.get_by_label("Single keys work").is_checked()
    page.get_by_label("Single keys work").press("Space")
    page.keyboard.press("Escape")
    reader.visit(DENSEST)
    page.keyboard.press("j")
    assert opened(page) == LEVEL_1[0]
    assert reader.troubles() == []


@WIDTHS
def test_the_densest_chapter_is_walked_by_keyboard(
    width: int, visit: Callable[..., Reader]
) -> None:
    """Tab reaches every letter; Enter opens its note, Escape gives focus back, and nothing is lost.

    Whatever has focus on the way is in view and not under the running head.
    """
    reader = visit(f"{DENSEST}?level=3", width=width, reduced_motion=True)
    page = reader.page
    page.locator(".switch-which summary").focus()
    reached = []
    for _ in range(6 * len(NOTES[DENSEST])):
        page.keyboard.press("Tab")
        place = page.evaluate(
            """() => {
              const here = document.activeElement;
              const { top, bottom } = here.getClientRects()[0];
              const marker = here.closest(".note-marker");
              return {
                work: here.closest(".work") !== null,
                note: marker ? here.hash.slice("#note-".length) : "",
                seen: bottom > 0 && top < innerHeight,
                name: here.outerHTML.slice(0, 80),
              };
            }"""
        )
        if not place["work"]:
            break
        assert place["seen"], f"{place['name']} has focus out of view"
        if note := place["note"]:
            reached.append(note)
            page.keyboard.press("Enter")
            assert opened(page) == note
            assert focused(page) == f"note-{note}"
            page.keyboard.press("Escape")
            closed(page)
            assert focused(page) == f"noteref-{note}"
    assert reached == [note.id for note in NOTES[DENSEST]]
    assert reader.troubles() == []


def test_links_of_folded_notes_unfold_them_for_the_keyboard(
    visit: Callable[..., Reader],
) -> None:
    """Beside the text: whatever Tab comes to in a note is drawn; a click folds nothing out."""
    page = visit(f"{DENSEST}?level=3", reduced_motion=True).page
    page.locator(f"#note-{NOTES[DENSEST][0].id} .note-letter").focus()
    walked = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        fault = page.evaluate(
            """() => {
              const here = document.activeElement, note = here.closest(".note");
              if (!note) return "";
              const a = here.getClientRects()[0], b = note.getBoundingClientRect();
              const x = a.left + a.width / 2, y = a.top + a.height / 2;
              const top = document.elementFromPoint(x, y);
              const drawn = a.bottom <= b.bottom + 1
                && (here.contains(top) || top?.contains(here));
              return drawn ? "" : `${note.id}: ${here.outerHTML.slice(0, 90)} is not drawn`;
            }"""
        )
        assert fault == ""
        walked += 1
    assert walked
    folded = page.locator(".note[data-fold] a.cited").first
    assert folded.count() == 1, "no note is folded: the test has nothing to look at"


def test_a_click_on_a_link_of_a_folded_note_follows_it(visit: Callable[..., Reader]) -> None:
    """It does not unfold the note under the pointer."""
    page = visit(f"{DENSEST}?level=3").page
    found = page.evaluate(
        """() => [...document.querySelectorAll(".note[data-fold] a.cited")].some((link) => {
          const line = link.getClientRects()[0], body = link.closest(".note-body");
          if (line.bottom > body.getBoundingClientRect().bottom) return false;
          link.id = "the-link";
          return true;
        })"""
    )
    assert found, "no folded note shows a link: the test has nothing to look at"
    follow(page, "#the-link")
