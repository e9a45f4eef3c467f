"""The pictures of the guides show what the pages say now."""

import pytest
from playwright.sync_api import Browser

from edition.core.picture import DENSITY
from edition.sources.webp import webp_size
from tests.browser.picturing import SCENES, WIDTH, WORDS, bare, open_page, picture_of, words_of
from tests.browser.server import Server
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
