"""Letters count the notes of a page: a to z, then aa, ab …; nothing ever cites them."""

from __future__ import annotations


def letter(number: int) -> str:
    """Return the letter of a note, counted from 1.

    >>> letter(1), letter(26), letter(27), letter(703)
    ('a', 'z', 'aa', 'aaa')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
