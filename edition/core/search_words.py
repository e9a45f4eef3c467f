"""The words by which things are found: without case, accents or apostrophes, whatever the script.

`overrides/assets/javascripts/search-words.js` says the same; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʻʼ`´"))
_POSSESSIVE = re.compile(r"['’]s(?![^\W_])")
_RUN = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff]+")
"""Scripts that put no space between words: Han, Hiragana, Katakana."""


def folded(text: str) -> str:
    """Return a text as it is compared: `Xi’an’s` is `xian`, and `Köroğlu` is `koroglu`."""
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in apart if unicodedata.category(c) != "Mn")
    return _POSSESSIVE.sub("", bare.lower()).translate(_APOSTROPHES)


def search_words(text: str) -> Iterator[str]:
    """Yield the words of a text, in order.

    A run of a script without spaces yields its characters and its pairs of neighbours, so that any
    part of a name in it can be found.

    >>> list(search_words("Xi’an’s “BREIP”, 西安"))
    ['xian', 'breip', '西', '西安', '安']
    """
    for run in _RUN.findall(folded(text)):
        at = 0
        for match in _UNSPACED.finditer(run):
            if match.start() > at:
                yield run[at : match.start()]
            at = match.end()
            characters = match[0]
            for index, character in enumerate(characters):
                yield character
                if index + 1 < len(characters):
                    yield characters[index : index + 2]
        if at < len(run):
            yield run[at:]
