"""The words by which things are found: without case, accents or apostrophes, whatever the script.

`overrides/assets/javascripts/search-words.js` says the same; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = "'’‘`′ʹʺʻʼʽʾʿ"
"""Those that a letter of its own language may be: in names from Arabic, Hebrew, Russian, too."""
_POSSESSIVE = re.compile(r"['’]s(?![^\W_])")
_RUN = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U000323af]+"
)
"""Scripts that put no space between words: Thai, Lao, Burmese, Khmer, Kana, Han."""


class _Table(dict[int, str | None]):
    """What `str.translate` needs to fold letter by letter; letters are entered as they come."""

    def __missing__(self, code: int) -> str | None:
        kind = unicodedata.category(chr(code))
        # Format characters, such as a hyphen that may be put there, part no words.
        is_nothing = kind.startswith("M") or kind == "Cf" or chr(code) in _APOSTROPHES
        self[code] = None if is_nothing else chr(code)
        return self[code]


_BARE = _Table({ord("ς"): "σ"})


def folded(text: str) -> str:
    """Return a text as it is compared: `Xi’an’s` is `xian`, and `Köroğlu` is `koroglu`."""
    if text.isascii():  # as most texts are: nothing in them can be taken apart
        return _POSSESSIVE.sub("", text.lower()).replace("'", "").replace("`", "")
    # Compatibility makes this one a space with an accent.
    lower = unicodedata.normalize("NFKD", text.replace("´", "'")).lower()
    return _POSSESSIVE.sub("", lower).translate(_BARE)


def search_words(text: str) -> list[str]:
    """Return the words of a text, in order.

    A run of a script without spaces gives its characters and its pairs of neighbours, so that any
    part of a name in it can be found.

    >>> search_words("Xi’an’s “BREIP”, 西安")
    ['xian', 'breip', '西', '西安', '安']
    """
    runs = _RUN.findall(folded(text))
    if text.isascii():
        return runs
    return [word for run in runs for word in _parts(run)]


def _parts(run: str) -> list[str]:
    parts: list[str] = []
    at = 0
    for match in _UNSPACED.finditer(run):
        if match.start() > at:
            parts.append(run[at : match.start()])
        at = match.end()
        for index in range(match.start(), at):
            parts.append(run[index])
            if index + 1 < at:
                parts.append(run[index : index + 2])
    if at < len(run):
        parts.append(run[at:])
    return parts
