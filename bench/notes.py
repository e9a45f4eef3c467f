"""Made-up notes for a made-up edition: each quotes words of a paragraph, as a note has to.

Their words come from a larger vocabulary than those of the pages, as rare there as in a language
(the frequency falls with the rank): what a list of words costs depends on the rare ones.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

WORDS = 50
"""In the body of a note, on average."""
VOCABULARY = 54_000
"""Of which ten thousand notes use some forty thousand: as many as English ones would."""

_QUOTED = (4, 12)
_KINDS = ("context", "correction", "update", "source", "query", "question")
_SEED = 20261125
_ONSETS = (*"bcdfghjklmnprstvwz", "br", "ch", "dr", "fl", "gr", "kh", "pl", "sh", "st", "tr")
_VOWELS = (*"aeiou", "ai", "ea", "io", "ou")
_ENDINGS = (*"dlmnrst", "ng", "nt", "ed", "es", "ing", "") + ("",) * 4


class Annotator:
    """Writes notes at random, but always the same for one number of them."""

    def __init__(self, count: int) -> None:
        self.random = random.Random(_SEED + count)
        words: set[str] = set()
        while len(words) < VOCABULARY:
            words.add(self._word())
        self.vocabulary = sorted(words, key=lambda word: (len(word), word))
        self.chances = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))

    def _word(self) -> str:
        choose = self.random.choice
        return "".join(
            choose(_ONSETS) + choose(_VOWELS) for _ in range(choose((1, 2, 2, 3, 3, 4)))
        ) + choose(_ENDINGS)

    def words(self, count: int) -> list[str]:
        """Return words of the larger vocabulary."""
        return self.random.choices(self.vocabulary, cum_weights=self.chances, k=count)

    def note(self, unit: str, text: str) -> str:
        """Write the file of a note on a paragraph, from words that stand in it once."""
        words = text.split(" ")
        while True:
            length = self.random.randint(*_QUOTED)
            start = self.random.randrange(len(words) - length)
            quote = " ".join(words[start : start + length])
            if text.count(quote) == 1:
                break
        length = self.random.randrange(WORDS // 2, WORDS * 3 // 2)
        body = " ".join(self.words(length)).capitalize()
        kind, level = self.random.choice(_KINDS), self.random.choice((1, 1, 2, 3))
        return (
            f"---\nquote: {_quoted(quote)}\nunit: {unit}\nkind: {kind}\nlevel: {level}\n"
            f"author: editors\ndate: 2026-11-25\n---\n{body}.\n"
        )


def write_notes(root: Path, paragraphs: Sequence[str], count: int) -> None:
    """Write so many notes on the paragraphs, in turn."""
    annotator = Annotator(count)
    folder = root / "docs" / "notes"
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        index = number % len(paragraphs)
        note = annotator.note(f"p{index + 1}", paragraphs[index])
        (folder / f"note-{number + 1:05}.md").write_text(note, encoding="utf-8")
    write_contributors(root)


def write_contributors(root: Path) -> None:
    """Write who signs what is made up."""
    contributors = "editors:\n  name: The editors\n  kind: group\n"
    (root / "docs" / "about" / "contributors.yml").write_text(contributors, encoding="utf-8")


def _quoted(words: str) -> str:
    """Return words as YAML takes them, whatever is in them."""
    return "'" + words.replace("'", "''") + "'"
