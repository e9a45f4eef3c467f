"""The browser reads words as the index does, or what was written would not be found."""

import random
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from edition.core.search_words import search_words
from tests.browser.reader import Reader
from tests.browser.search_engines import lay_out
from tests.browser.server import Server
from tests.core.test_search_words import CASES

KNOWN = tuple(
    chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) not in ("Cn", "Cs")
)
"""All characters that this Python knows; a newer browser knows more."""
SCRIPTS = (
    *(range(0x20, 0x250), range(0x300, 0x370), range(0x370, 0x600), range(0x900, 0xF00)),
    *(range(0x1E00, 0x2100), range(0x3000, 0x3200), range(0x4E00, 0x4F00)),
    *(range(0xAC00, 0xAD00), range(0xF900, 0x10000), range(0x20000, 0x20010)),
)


@pytest.fixture
def words_of(new_reader: Callable[..., Reader], tmp_path: Path) -> Callable[..., list[list[str]]]:
    """What the browser takes for the words of some texts."""
    lay_out(tmp_path, ())

    def read(texts: Sequence[str]) -> list[list[str]]:
        with Server(tmp_path) as server:
            page = new_reader(server).visit()
            return page.evaluate("(texts) => texts.map(editionSearch.wordsOf)", list(texts))

    return read


def differing(texts: Sequence[str], answers: Sequence[list[str]]) -> list[str]:
    """Return the texts of which other words were read; a few, to be looked at."""
    pairs = zip(texts, answers, strict=True)
    return [text for text, answer in pairs if answer != search_words(text)][:5]


def test_the_browser_reads_the_words_of_the_table(words_of: Callable[..., list[list[str]]]) -> None:
    assert words_of([text for text, _ in CASES]) == [words for _, words in CASES]


def test_every_character_makes_the_same_words(words_of: Callable[..., list[list[str]]]) -> None:
    """Between letters and after a figure; a space parts each from the next."""
    texts = [
        " ".join(f"a{character}b 1{character}" for character in KNOWN[at : at + 100])
        for at in range(0, len(KNOWN), 100)
    ]
    assert differing(texts, words_of(texts)) == []


def test_random_strings_make_the_same_words(words_of: Callable[..., list[list[str]]]) -> None:
    """Characters next to each other, marks and apostrophes among them."""
    dice = random.Random(3)
    known = set(KNOWN)
    signs = [chr(code) for codes in SCRIPTS for code in codes if chr(code) in known]
    common = (*"aes  ''’’´-_.\n", "\u00ad", "\u200c", "\u0301")
    texts = [
        "".join(dice.choice(common if dice.random() < 0.5 else signs) for _ in range(30))
        for _ in range(5000)
    ]
    assert differing(texts, words_of(texts)) == []
