"""The opening of an entry is the plain sentence with which its body begins; the rest explains."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from edition.core.body import Body, plain_words

MOST_WORDS = 25
"""Of an opening: English may be the reader's third language."""
_STOPS = (".", "?", "!")
_AROUND = "\"'“”‘’«»()[]"
"""What may stand between a word and its stop, or the space, and does not belong to it."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
"""`S.`, `U.S.`, `e.g.`: a capital letter after them need not begin a sentence."""
_ABBREVIATIONS = {
    "approx.", "ca.", "cf.", "Dr.", "ed.", "eds.", "est.", "Jr.", "Mr.", "Mrs.", "Ms.", "Mt.",
    "No.", "nos.", "pp.", "Prof.", "Sr.", "St.", "vs.",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opening:
    """A body as plain words, parted after its first sentence."""

    sentence: str
    rest: str
    """Paragraphs on lines of their own; empty when the sentence is all."""

    @property
    def words(self) -> int:
        """Return how many words the sentence has; a dash that stands alone is none."""
        return sum(any(map(str.isalnum, word)) for word in self.sentence.split())


def opening(body: Body) -> Opening:
    """Part a body after its first sentence, or after its first line if none ends before.

    A stop ends a sentence if no small letter follows and if it belongs to no abbreviation.
    """
    first, _, others = plain_words(body).partition("\n")
    words = first.split()
    ends = (at for at, pair in enumerate(pairwise(words), 1) if _parts_sentences(*pair))
    end = next(ends, len(words))
    rest = (" ".join(words[end:]), others)
    return Opening(" ".join(words[:end]), "\n".join(filter(None, rest)))


def _parts_sentences(word: str, following: str) -> bool:
    bare = word.strip(_AROUND)
    return (
        bare.endswith(_STOPS)
        and bare not in _ABBREVIATIONS
        and not _INITIALS.fullmatch(bare)
        and not following.lstrip(_AROUND)[:1].islower()
    )
