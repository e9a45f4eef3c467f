"""Words that look like others: letters of two alphabets in one word, or a host of look-alikes.

In the spirit of Unicode Technical Standard 39: Latin, Cyrillic and Greek share many shapes, so a
word that mixes them is hardly ever honest. A word of one alphabet is nobody's concern, but for the
name of a host, where a whole word can be made to look Latin.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
_ALPHABETS = {"LATIN": "Latin", "CYRILLIC": "Cyrillic", "GREEK": "Greek", "FULLWIDTH": "Latin"}
_LATIN_SHAPES = frozenset("асԁеһіјӏорԛѕԝхуъьҽпгѵѡαικνορυωѐӓӕӧӱ")
"""Small letters of Cyrillic and Greek that look Latin, most of them as browsers list them."""
_COMMON = frozenset("-0123456789")
_PREFIX = "xn--"


def fault_of_words(text: str) -> str:
    """Return what is wrong with the letters of a text, or nothing.

    >>> fault_of_words("Қазақстан — Qazaqstan, the α-helix")
    ''
    >>> fault_of_words("pаypal")
    'the word ‘pаypal’, which mixes Latin with Cyrillic (U+0430)'
    """
    if text.isascii():
        return ""
    for word in _WORD.findall(text):
        if fault := _mixed(word):
            return f"the word ‘{word}’, which {fault}"
    return ""


def fault_of_address(address: str) -> str:
    """Return what is wrong with the letters of an address's host, or nothing.

    The host is named as the network knows it, so that a reader of the message sees which it is.

    >>> fault_of_address("https://қазақстан.қаз/"), fault_of_address("not an address")
    ('', '')
    >>> fault_of_address("https://xn--pypal-4ve.com/login")
    'the host xn--pypal-4ve.com, in which ‘pаypal’ mixes Latin with Cyrillic (U+0430)'
    """
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    labels = host.split(".")
    known = ".".join(map(_encoded, labels))
    for label in map(_decoded, labels):
        for word in _WORD.findall(label):
            if fault := _mixed(word):
                return f"the host {known}, in which ‘{word}’ {fault}"
        if label.isascii() or not _decoded(labels[-1]).isascii():
            continue  # below a domain of its own alphabet, a name is what it looks like
        if set(label) - _COMMON <= _LATIN_SHAPES:
            return f"the host {known}, in which ‘{label}’ is made of letters that look Latin"
    return ""


def _mixed(word: str) -> str:
    """Return of which alphabets a word is, if it is of two."""
    if word.isascii():
        return ""
    found: dict[str, str] = {}
    for letter in word:
        alphabet = _ALPHABETS.get(unicodedata.name(letter, "").partition(" ")[0], "")
        if alphabet:
            found.setdefault(alphabet, letter)
    if len(found) < 2:
        return ""
    foreign = next(letter for name, letter in found.items() if name != "Latin")
    first, second = sorted(found, key=lambda name: name != "Latin")[:2]
    return f"mixes {first} with {second} (U+{ord(foreign):04X})"


def _decoded(label: str) -> str:
    """Return a label of a host as it is shown."""
    try:
        return (
            label[len(_PREFIX) :].encode("ascii").decode("punycode") if _is_coded(label) else label
        )
    except (UnicodeError, ValueError):
        return label


def _encoded(label: str) -> str:
    """Return a label of a host as it is asked for."""
    if label.isascii():
        return label
    return _PREFIX + label.encode("punycode").decode("ascii")


def _is_coded(label: str) -> bool:
    return label.lower().startswith(_PREFIX)
