"""A reading guide: how much there is to read, of the text and of the notes for some readers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from edition.core.addresses import range_address
from edition.core.edition import Edition
from edition.core.note import LEVELS, Note
from edition.core.pages import TextPage
from edition.core.paragraphs import numbers_of, read_paragraphs
from edition.core.reading import (
    WORDS_PER_MINUTE,
    count_note_words,
    count_words,
    reading_minutes,
)
from edition.core.unit import RUNNING_TEXT, Unit, range_name
from edition.html.text_page import paragraph_span


@dataclass(frozen=True, slots=True)
class Amount:
    """How much there is to read."""

    words: int
    """Of the article."""
    notes: int
    """How many notes are shown with it."""
    note_words: int
    """Of those notes, without their citations."""

    @property
    def minutes(self) -> int:
        """Return the minutes that the text takes."""
        return reading_minutes(self.words)

    @property
    def note_minutes(self) -> int:
        """Return the minutes that the notes add to it: 0 where there are none."""
        return self.all_minutes - self.minutes if self.notes else 0

    @property
    def all_minutes(self) -> int:
        """Return the minutes for both, rounded up once, so that the parts add up to it."""
        return reading_minutes(self.words + self.note_words)


@dataclass(frozen=True, slots=True)
class Portion:
    """Some units of one text page, read with the notes for some readers."""

    title: str
    number: int
    range: str
    """Its paragraphs: `¶¶ 6–10`; empty where there are none."""
    address: str
    """Of its first unit, in the state that shows those notes; below the site's base."""
    amount: Amount


@dataclass(frozen=True, slots=True)
class Printed:
    """A range of paragraphs on the page without notes."""

    range: str
    address: str
    """Below the site's base."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Portions in the order of the text, and what they come to."""

    audience: str
    level: int
    portions: tuple[Portion, ...]
    printed: tuple[Printed, ...]
    """The same without notes, one for each range that was named; empty for the whole."""
    total: Amount
    rate: int
    """Words in a minute."""


def view_guide(edition: Edition, level: int) -> Reading:
    """Return all pages of running text with the notes that a reader at some level sees."""
    portions = [
        (page, [edition.unit_by_id[name] for name in page.units]) for page in edition.text_pages
    ]
    running = [
        (page, units)
        for page, units in portions
        if any(unit.role in RUNNING_TEXT for unit in units)
    ]
    return _reading(edition, running, (), level)


def view_way(edition: Edition, paragraphs: str, level: int) -> Reading:
    """Return what some ranges of paragraphs come to, such as `1-3, 22`, page by page."""
    ranges = read_paragraphs(paragraphs) or ()
    wanted = {f"p{number}" for number in numbers_of(ranges)}
    portions = []
    for page in edition.text_pages:
        units = [edition.unit_by_id[name] for name in page.units if name in wanted]
        if units:
            portions.append((page, units))
    return _reading(edition, portions, ranges, level)


def _reading(
    edition: Edition,
    portions: Sequence[tuple[TextPage, list[Unit]]],
    ranges: Iterable[range],
    level: int,
) -> Reading:
    drawn = []
    for page, units in portions:
        is_whole = len(units) == len(page.units)
        anchor = "" if is_whole else f"#{units[0].id}"
        address = f"{page.address}?level={level}{anchor}"
        amount = _amount(edition, units, level)
        drawn.append(Portion(page.title, page.number, paragraph_span(units), address, amount))
    everything = [unit for _, units in portions for unit in units]
    return Reading(
        audience=LEVELS[level],
        level=level,
        portions=tuple(drawn),
        printed=tuple(_printed(numbers) for numbers in ranges),
        total=_amount(edition, everything, level),
        rate=WORDS_PER_MINUTE,
    )


def _printed(numbers: range) -> Printed:
    first, last = numbers[0], numbers[-1]
    return Printed(range_name(first, last), f"{range_address(first, last)}&handout")


def _amount(edition: Edition, units: Sequence[Unit], level: int) -> Amount:
    notes = [
        note for unit in units for note in _shown(edition.notes_of_unit.get(unit.id, ()), level)
    ]
    return Amount(count_words(units), len(notes), count_note_words(notes))


def _shown(notes: Iterable[Note], level: int) -> Iterable[Note]:
    return (note for note in notes if note.level <= level)
