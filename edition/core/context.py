"""The context of a passage is the fewest words around it that tell it from the same elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from edition.core.passages import Passages
from edition.core.quote import Quote
from edition.core.span import Span
from edition.core.word import words

_NEAR = 64
"""Characters on each side in which a context is first looked for: nearly always enough."""
_FAR = 2048
"""Characters on each side up to which the context is the shortest. Where a unit repeats itself for
longer, all of the reach that tells the places apart is given."""


def describe(passages: Passages, span: Span) -> Quote:
    """Return the quote that is found at a span: its words and unit, and context if need be.

    Prefix and suffix are whole words, together as short as can be. Spaces at the ends of the span
    are left out, since no quote has any. A span that is not in the text or holds no words is a
    bug of the caller: `ValueError`.
    """
    found = describe_within(passages, span, None)
    if found is None:  # the whole of a unit tells any two places in it apart, so that:
        raise ValueError(f"the white space of {span.unit} is not collapsed")
    return found


def describe_within(passages: Passages, span: Span, farthest: int | None) -> Quote | None:
    """Return what `describe` does, or None if that takes more characters on a side than given."""
    text = passages.texts.get(span.unit, "")
    if not 0 <= span.start < span.end <= len(text):
        raise ValueError(f"{span} is not in the text")
    exact = text[span.start : span.end]
    start = span.start + len(exact) - len(exact.lstrip())
    end = start + len(exact.strip())
    if start == end:
        raise ValueError(f"{span} holds no words")
    search = _Search(passages, Span(span.unit, start, end))
    if search.tells((start, end)):
        return search.quote((start, end))
    reach = _NEAR
    while not search.tells(search.all_within(reach)):
        if reach >= (len(text) if farthest is None else farthest):
            return None
        reach *= 2
    if reach > _FAR:
        return search.quote(search.all_within(reach))
    best = search.shortest(reach)
    if search.length(best) > reach:  # one side alone may do with less than both together
        best = search.shortest(search.length(best))
    return search.quote(best)


_Reach = tuple[int, int]
"""Where the prefix begins and where the suffix ends; at the words themselves if there is none."""


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for the context of one span."""

    passages: Passages
    span: Span

    @property
    def text(self) -> str:
        return self.passages.texts[self.span.unit]

    def quote(self, reach: _Reach) -> Quote:
        start, end = self.span.start, self.span.end
        before, after = self.text[reach[0] : start], self.text[end : reach[1]]
        return Quote(self.text[start:end], self.span.unit, before, after)

    def tells(self, reach: _Reach) -> bool:
        """Say whether the span is the one place where the quote stands."""
        return list(islice(self.passages.places(self.quote(reach)), 2)) == [self.span]

    def length(self, reach: _Reach) -> int:
        quote = self.quote(reach)
        return len(quote.prefix) + len(quote.suffix)

    def lefts(self, reach: int) -> Sequence[int]:
        """Return where a prefix can begin, the nearest first; a word half in reach is left out."""
        low = max(0, self.span.start - reach - 1)
        starts = [start for start, _ in words(self.text, low, self.span.start)]
        if low and starts and starts[0] == low:
            del starts[0]
        return [self.span.start, *reversed(starts)]

    def rights(self, reach: int) -> Sequence[int]:
        """Return where a suffix can end, the nearest first."""
        high = min(len(self.text), self.span.end + reach + 1)
        ends = [end for _, end in words(self.text, self.span.end, high)]
        if high < len(self.text) and ends and ends[-1] == high:
            del ends[-1]
        return [self.span.end, *ends]

    def all_within(self, reach: int) -> _Reach:
        return self.lefts(reach)[-1], self.rights(reach)[-1]

    def shortest(self, reach: int) -> _Reach:
        """Return the shortest context within a reach that is known to hold one.

        The less stands before, the more has to stand after: so both ends are walked once.
        """
        lefts, rights = self.lefts(reach), self.rights(reach)
        best: list[_Reach] = []
        at = 0
        for left in reversed(lefts):
            while at < len(rights) and not self.tells((left, rights[at])):
                at += 1
            if at == len(rights):
                break
            best.append((left, rights[at]))
        # Of two that are equally long, the one with a single field is easier to write.
        return min(best, key=lambda pair: (self.length(pair), self.fields(pair)))

    def fields(self, reach: _Reach) -> int:
        return (reach[0] < self.span.start) + (reach[1] > self.span.end)
