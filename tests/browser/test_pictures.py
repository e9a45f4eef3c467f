"""The pictures of the guides show what the pages say now."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from edition.core.picture import DENSITY
from edition.sources.webp import webp_size
from tests.browser.picturing import SCENES, WIDTH, WORDS, bare, open_page, picture_of
from tests.browser.reader import Reader
from tests.browser.server import Server
from tests.browser.shown import words_of
from tests.real_edition import EDITION

NAMES = [picture.name for picture in EDITION.pictures]


def test_every_picture_has_a_scene_and_a_record_of_its_words() -> None:
    assert sorted(NAMES) == sorted(SCENES)
    assert sorted(file.name for file in WORDS.iterdir()) == sorted(f"{name}.txt" for name in NAMES)


@pytest.mark.parametrize("name", SCENES)
def test_a_picture_shows_the_words_of_today(name: str, browser: Browser, server: Server) -> None:
    """Words, not dots: letters are drawn a little differently on every machine."""
    with open_page(browser, SCENES[name].height) as page:
        said = words_of(SCENES[name].play(page, server.url))
    recorded = (WORDS / f"{name}.txt").read_text(encoding="utf-8")
    assert said == recorded, (
        f"the picture {name} shows other words than its page has now. Make it anew, look at it, and"
        f" commit it with its words:\n  make site && .venv/bin/python -m tests.browser.picturing"
        f" {name}"
    )


def test_what_is_taken_is_a_picture_of_the_kind_that_the_list_wants(
    browser: Browser, server: Server
) -> None:
    with open_page(browser) as page:
        page.goto(server.url)
        size = webp_size(picture_of(page, [page.locator("h1")]))
    assert size is not None
    assert size[0] == WIDTH * DENSITY


@pytest.mark.parametrize("data", [b"", b"RIFF\4\0\0\0WEBP", b"RIFF\x10\0\0\0WEBPEXIF\4\0\0\0abcd"])
def test_a_file_without_a_picture_is_none(data: bytes) -> None:
    with pytest.raises(ValueError, match="found none"):
        bare(data)


def test_a_picture_whose_page_says_something_else_is_found_out(
    browser: Browser, server: Server
) -> None:
    name = "form-quote"
    with open_page(browser) as page:
        parts = SCENES[name].play(page, server.url)
        hint = page.locator("#note-quote--hint")
        hint.evaluate("(hint) => { hint.textContent = 'Other words.'; }")
        said = words_of(parts)
    assert said != (WORDS / f"{name}.txt").read_text(encoding="utf-8")


# In a window of 300 pixels: two parts, one of them fixed at the foot of the window.
LAID_OUT = """<style>body { margin: 0 } p, aside { margin: 0; height: 50px }
  aside { position: fixed; top: 250px; width: 100% }</style>
<p>Above.</p><main><p id="first">First.</p><p>Between.</p>
<div><p>Within.</p><p hidden>Hidden.</p></div><p style="visibility: hidden">Unseen.</p>
<div><p>Behind.</p><p>Below.</p></div></main><aside id="last">Last.</aside>"""


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (["#first"], ["First."]),
        (["#first", "#last"], ["First.", "Between.", "Within.", "Last."]),
    ],
    ids=["one part", "from one part to another"],
)
def test_all_that_a_picture_shows_is_recorded_and_nothing_else(
    parts: list[str], said: list[str], browser: Browser
) -> None:
    with open_page(browser, 300) as page:
        page.set_content(LAID_OUT)
        words = words_of([page.locator(part) for part in parts])
    assert re.findall(r"\w+\.", words) == said


GUIDE = "contribute/from-the-page/"
SEEN = """() => [...document.querySelectorAll(".picture img")]
  .filter((image) => image.checkVisibility())
  .map((image) => image.src.split("/").at(-1))"""
COLOURS = {
    "a light system": ("light", "", "screen", ""),
    "a dark system": ("dark", "", "screen", "-dark"),
    "light chosen on a dark system": ("dark", "default", "screen", ""),
    "dark chosen on a light system": ("light", "slate", "screen", "-dark"),
    "paper from a dark system": ("dark", "", "print", ""),
    "paper from dark chosen": ("light", "slate", "print", ""),
}


@pytest.mark.parametrize(("system", "chosen", "medium", "end"), COLOURS.values(), ids=COLOURS)
def test_of_every_picture_the_one_in_the_reader_s_colours_is_shown(
    system: str, chosen: str, medium: str, end: str, page: Callable[..., Reader]
) -> None:
    shown = page(colour_scheme=system).visit(GUIDE)
    if chosen:
        shown.evaluate("(it) => localStorage.setItem('edition.palette', it)", chosen)
        shown.reload()
    shown.emulate_media(media=medium)
    (called,) = (one for one in EDITION.editors_pages if one.address == GUIDE)
    names = [str(call.arguments[0]) for call in called.calls if call.name == "picture"]
    assert len(names) > 1
    assert shown.evaluate(SEEN) == [f"{name}{end}.webp" for name in names]


def test_without_scripts_the_system_s_colours_decide(page: Callable[..., Reader]) -> None:
    shown = page(colour_scheme="dark", javascript=False).visit(GUIDE)
    light, dark = (shown.locator(f".picture-{name}") for name in ("light", "dark"))
    assert all(one.is_visible() for one in dark.all())
    assert not any(one.is_visible() for one in light.all())


def test_a_picture_that_is_not_shown_is_not_asked_for(page: Callable[..., Reader]) -> None:
    reader = page(colour_scheme="light")
    asked: list[str] = []
    reader.context.on("request", lambda request: asked.append(request.url))
    shown = reader.visit(GUIDE)
    for image in shown.locator(".picture-light").all():
        image.scroll_into_view_if_needed()
    shown.wait_for_function("() => document.images[document.images.length - 2].complete")
    pictures = [url for url in asked if "/pictures/" in url]
    assert pictures
    assert [url for url in pictures if "-dark." in url] == []
