"""Previews: what a link across the edition leads to comes to its words, and goes again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from tests.browser.noted import DENSEST, EDITION, focused, plain_spot
from tests.browser.reader import Reader
from tests.browser.slips import KINDS, SLIP, closed, link_of, opened, plain

WIDTHS = pytest.mark.parametrize("width", [360, 768, 1280, 1760])
TERM = ".work a.term"


# ---- Opening and closing ----


@WIDTHS
def test_enter_click_and_tap_open_the_term(width: int, visit: Callable[..., Reader]) -> None:
    """On it: the name, the kind, the plain sentence, and the way to the whole entry."""
    reader = visit(DENSEST, width=width, touch=width < 1000)
    page = reader.page
    ways = [lambda term: term.press("Enter"), lambda term: term.click()]
    if width < 1000:
        ways.append(lambda term: term.tap())
    for number, way in enumerate(ways):
        term = page.locator(TERM).nth(number * 3)
        found = EDITION.term_by_id[(term.get_attribute("href") or "").removeprefix("#term-")]
        way(term)
        slip = opened(page)
        name, explained = slip.locator(".term-entry > *").all()
        assert name.inner_text() == found.name
        assert explained.locator(".term-kind").evaluate("kind => kind.textContent") == found.kind
        kind, _, sentence = plain(explained.evaluate("dd => dd.textContent")).partition(" ")
        assert (kind, sentence) == (found.kind, plain(explained_by(page, found.id)))
        assert sentence.endswith(".") and len(sentence.split()) <= 30
        go = slip.get_by_role("link", name="Go there")
        assert (go.get_attribute("href") or "").endswith(f"/{found.realm.value}/#{found.id}")
        page.keyboard.press("Escape")
        closed(page)
        assert term.evaluate("term => term === document.activeElement")
    assert reader.troubles() == []


def explained_by(page: Page, term: str) -> str:
    """Return the sentence in the list of names and terms."""
    return page.locator(f"#term-{term} dd").evaluate(
        "dd => [...dd.childNodes].slice(1, -1).map((node) => node.textContent).join('')"
    )


@WIDTHS
def test_escape_the_button_and_a_click_elsewhere_close(
    width: int, visit: Callable[..., Reader]
) -> None:
    """Focus is on the link again; the page has not moved, the address is what it was."""
    reader = visit(DENSEST, width=width)
    page = reader.page
    ways = {
        "Escape": lambda: page.keyboard.press("Escape"),
        "the button": lambda: page.locator(f"{SLIP} button").click(),
        "the paper": lambda: page.mouse.click(3, 300),
        "the text": lambda: page.mouse.click(*plain_spot(page, "#p6")),
        "the running head": lambda: page.mouse.click(8, 20),
    }
    term = page.locator("#p7 a.term").nth(1)
    for way, close in ways.items():
        term.evaluate("term => scrollTo(0, scrollY + term.getBoundingClientRect().top - 200)")
        for link in (term, page.locator("#p7 .marker a").first):
            link.press("Enter")
            opened(page)
            address, before = page.url, page.evaluate("scrollY")
            if way == "the text":
                before = None  # which has to be brought into view first
            close()
            closed(page)
            assert link.evaluate("link => link === document.activeElement"), way
            assert page.url == address
            assert before in (None, page.evaluate("scrollY")), way
    # What a click elsewhere is for happens at once: here another preview.
    term.press("Enter")
    opened(page)
    page.locator("#p6 .marker a").first.click()
    assert "(" in opened(page).inner_text()
    page.keyboard.press("Escape")
    closed(page)
    assert page.locator("#p6 .marker a").first.evaluate("a => a === document.activeElement")
    # And what can have focus keeps it.
    term.press("Enter")
    opened(page)
    page.locator("#palette").click()
    closed(page)
    assert focused(page) == "palette"
    assert reader.troubles() == []


@pytest.mark.parametrize("way", ["Control", "Meta", "middle"])
def test_with_a_key_held_or_the_middle_button_the_link_is_followed(
    way: str, visit: Callable[..., Reader]
) -> None:
    """In a tab of its own, where the entry of the term stands in view; here nothing opens."""
    page = visit(DENSEST).page
    term = page.locator(TERM).nth(3)
    if way == "Meta":  # no new tab where this is not the key for one, and no preview
        term.click(modifiers=["Meta"])
        assert page.locator(SLIP).count() == 0
        return
    with page.context.expect_page() as other:
        if way == "middle":
            term.click(button="middle")
        else:
            term.click(modifiers=["Control"])
    tab = other.value
    tab.wait_for_load_state()
    assert tab.url.endswith(term.get_attribute("href") or "?")
    tab.wait_for_function("() => scrollY > 0")
    box = tab.locator(":target").bounding_box()
    assert box is not None and 0 <= box["y"] < 900
    assert page.locator(SLIP).count() == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_tab_walks_through_the_slip_and_on_in_the_text(
    width: int, visit: Callable[..., Reader]
) -> None:
    """From the link through what is on the slip to what follows the link; the slip closes then."""
    page = visit(DENSEST, width=width).page
    term = page.locator(TERM).nth(2)
    here = "document.activeElement.outerHTML"
    term.focus()
    page.keyboard.press("Tab")
    following = page.evaluate(here)
    term.press("Enter")
    slip = opened(page)
    controls = slip.locator("a[href], button").all()
    for control in controls:
        page.keyboard.press("Tab")
        assert control.evaluate("control => control === document.activeElement")
    page.keyboard.press("Tab")
    assert page.evaluate(here) == following
    closed(page)
    assert page.evaluate(here) == following
    term.press("Enter")
    opened(page)
    page.keyboard.press("Shift+Tab")
    closed(page)
    assert term.evaluate("term => term === document.activeElement")


def test_a_slip_says_what_it_is(visit: Callable[..., Reader]) -> None:
    """A dialogue with a name, which is announced when focus comes to it."""
    page = visit(DENSEST).page
    page.locator("#p7 .marker a").first.press("Enter")
    slip = opened(page)
    name = f"Preview: Footnote {page.locator('#p7 .marker a').first.inner_text()}"
    assert page.get_by_role("dialog", name=name, exact=True).count() == 1
    assert slip.evaluate("slip => slip === document.activeElement")


# ---- What cannot be had ----


def refuse(page: Page, answer: Callable[[Route], None]) -> None:
    """Answer what previews ask for, and let the reader go to the same pages."""
    page.route(
        "**/*",
        lambda route: answer(route) if route.request.resource_type == "fetch" else route.fallback(),
    )


MISSING: dict[str, Callable[[Route], None]] = {
    "no such page": lambda route: route.fulfill(status=404, body="<p id='p7'>Not found"),
    "offline": lambda route: route.abort("internetdisconnected"),
    "no such place": lambda route: route.fulfill(body="<p>Others", content_type="text/html"),
    "a place without words": lambda route: route.fulfill(
        body="".join(f"<p id=p{n}> <img></p>" for n in range(26)), content_type="text/html"
    ),
    "no answer": lambda route: None,
}


@pytest.mark.parametrize("answer", MISSING.values(), ids=MISSING)
def test_what_cannot_be_had_is_followed(
    answer: Callable[[Route], None], page: Callable[..., Reader]
) -> None:
    reader = page()
    refuse(reader.page, answer)
    page = reader.visit("places/")
    (link, *_) = link_of(page, KINDS["a paragraph that names a term"])
    href = link.evaluate("link => link.href")
    link.click()
    page.wait_for_url(href)
    assert page.locator(":target").count() == 1


def test_from_a_disk_links_are_followed(site: Path, page: Callable[..., Reader]) -> None:
    """Of a `file:` no other page can be asked for; what stands on the same page is shown."""
    reader = page()
    visited = reader.page
    visited.goto((site / "places" / "index.html").as_uri())
    (link, *_) = link_of(visited, KINDS["a paragraph that names a term"])
    href = link.evaluate("link => link.href")
    link.click()
    visited.wait_for_url(href)
    # What a browser says of the folder that it then shows is its own affair.
    assert [line for line in reader.record.console if "error" in line and "/text/" in line] == []


def test_a_page_is_asked_for_once(visit: Callable[..., Reader]) -> None:
    page = visit("places/").page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(100)
    asked.clear()
    assert asked == []
    for link in page.locator("#china .cited-in a[href*='04-summit/#p']").all()[:3]:
        link.click()
        opened(page)
        page.keyboard.press("Escape")
        closed(page)
    assert len(asked) == 1


def test_a_preview_that_comes_too_late_is_not_shown(page: Callable[..., Reader]) -> None:
    """Whoever has asked for another thing meanwhile sees that; nobody is taken anywhere."""
    reader = page()
    held: list[Route] = []
    reader.page.route("**/text/04-summit/", lambda route: held.append(route))
    page = reader.visit("places/")
    address = page.url
    page.locator("#china .cited-in a[href$='04-summit/#p7']").click()
    while not held:
        page.wait_for_timeout(20)
    page.locator("#china .note-signed a.xref").first.click()
    shown = opened(page).inner_text()
    held[0].fulfill(status=404)
    page.wait_for_timeout(200)
    assert (opened(page).inner_text(), page.url) == (shown, address)


# ---- Links on it ----


def test_links_on_a_slip_are_followed(visit: Callable[..., Reader]) -> None:
    """Go there, on this page and to another; a citation in what is shown; all end in view."""
    reader = visit(f"{DENSEST}?level=3")
    page = reader.page
    term = page.locator(TERM).nth(4)
    found = EDITION.term_by_id[(term.get_attribute("href") or "").removeprefix("#term-")]
    term.click()
    opened(page).get_by_role("link", name="Go there").click()
    page.wait_for_url(f"**/{found.realm.value}/#{found.id}")
    assert page.locator(":target").is_visible()
    page.go_back()
    page.wait_for_selector(TERM)
    assert page.locator(SLIP).count() == 0

    page.locator("#p7 .marker a").first.click()
    opened(page).get_by_role("link", name="Go there").click()
    closed(page)
    assert page.locator(".footnote:target").is_visible()

    (link, *_) = link_of(page, KINDS["a term in a note"])
    link.click()
    inner = opened(page).locator(".slip-words a").first
    href = inner.evaluate("link => link.href")
    inner.click()
    page.wait_for_url(href)
    assert page.locator(":target").count() == 1
    assert reader.troubles() == []
