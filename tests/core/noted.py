"""The small edition with notes, for tests of what is drawn, packed or checked of them.

There is one note of every kind and for every level; they overlap, lie in one another, stand on the
same words, in a title and in a printed reference, at both ends of a unit; one is by somebody new.
"""

from dataclasses import replace

from edition.core.contributor import Contributor
from edition.core.edition import Edition
from edition.core.formatted import Formatted, Styled
from edition.core.inline import Run
from edition.core.note import Kind, Note
from edition.core.problem import Place
from edition.core.quote import Quote
from edition.sources.body import read_body
from tests.core.editions import EDITION

LICENCE = EDITION.settings.notes_licence.name
EDITORS = Contributor("editors", "The editors", licence=LICENCE, is_group=True)
TEALE = Contributor("teale", "Rowan Teale", "0000-0002-1825-0097", LICENCE)
NEW = Contributor("", "Ada Ostrander")
"""Not among the contributors yet, and without an ORCID iD."""


def note(
    note_id: str,
    quote: Quote,
    body: str = "Words.",
    *,
    kind: Kind = Kind.CONTEXT,
    level: int = 1,
    author: Contributor = EDITORS,
    date: str = "2026-11-23",
    revised: str = "",
    tags: tuple[str, ...] = (),
    new_source: str = "",
    figure: str = "",
) -> Note:
    """A note as its file would say it; the body is read as the reader does."""
    path = f"docs/notes/{note_id}.md"
    content, problems = read_body(body, path, 10)
    assert problems == ()
    place = Place(path, 2)
    return Note(
        id=note_id,
        quote=quote,
        kind=kind,
        level=level,
        body=content,
        author=author,
        date=date,
        revised=revised,
        licence=LICENCE,
        tags=tags,
        new_source=new_source,
        figure=figure,
        place=place,
    )


def with_notes(*notes: Note, edition: Edition = EDITION) -> Edition:
    """The edition with these notes, in the order in which files are read."""
    contributors = {author.id: author for author in (EDITORS, TEALE)}
    in_order = tuple(sorted(notes, key=lambda found: found.id))
    return replace(edition, notes=in_order, contributors=contributors)


TITLE_NOTE = note(
    "whose-wall",
    Quote("wall", "title"),
    "Whose wall is *the* wall?",
    kind=Kind.QUESTION,
    level=2,
)
SEA = note(
    "sea",
    Quote("The sea wrote on it"),
    "The sea is the North Sea; see [@quill2016, p. 12] and [@teale2020].\n\n"
    "- It is < 100 m deep & cold.\n- In Danish it is [Vesterhavet]{lang=da}.",
    tags=("north sea", "tides"),
)
"""Begins its unit; cites, once with a place; holds what HTML has to escape."""
WROTE = note(
    "wrote",
    Quote("wrote on it (Quill, 2016), and again"),
    "Later pieces say **carved**.\n\n> carved, not written\n\n[Seen](https://example.org/a?b=1&c=2)"
    " in 2026.",
    kind=Kind.UPDATE,
    level=3,
    author=TEALE,
    date="2026-11-20",
    revised="2026-11-24",
)
"""Overlaps the one before and the one after; revised, by somebody with an ORCID iD."""
AGAIN = note(
    "again",
    Quote("again (Quill, 2016)."),
    "Twice in one sentence.",
    kind=Kind.CORRECTION,
)
"""Ends its unit."""
SECOND_MENTION = note(
    "second-mention",
    Quote("(Quill, 2016)", "p1", prefix="again"),
    "The place is on page 12 [@quill2016, p. 12].",
    kind=Kind.SOURCE,
)
"""Lies in the one before; its words stand twice in their unit, so it has a prefix."""
SAME_WORDS = note(
    "second-mention-too",
    Quote("(Quill, 2016)", "p1", suffix="."),
    "Nobody has found the page.",
    kind=Kind.QUERY,
    level=3,
)
"""On the same words as the one before, told by what follows them."""
MARKS = note(
    "marks",
    Quote("Marks on a wall"),
    "There is a second edition.",
    kind=Kind.SOURCE,
    author=NEW,
    new_source="A. Ostrander, <em>Walls & marks</em> (2019)",
)
"""In a printed reference, by somebody new, with a source that the library lacks."""

IN_ORDER = (TITLE_NOTE, SEA, WROTE, AGAIN, SECOND_MENTION, SAME_WORDS, MARKS)
"""The notes in the order of the text; none is on the second paragraph."""

NOTED = with_notes(*IN_ORDER)

FORMATTED = Formatted(
    entries={
        "quill2016": (Run("Quill, B. (2016). "), Run("Marks on a wall", emphasis=True)),
        "teale2020": (Run("Teale & co. (2020)."),),
    },
    citations={
        ("quill2016", ""): (Run("(Quill, 2016)"),),
        ("quill2016", "p. 12"): (Run("(Quill, 2016, p. 12)"),),
        ("teale2020", ""): (Run("(Teale & co, 2020)"),),
    },
    csl={},
    own=Styled(
        work=(Run("Halloran, M. (2021). "), Run("The wall", emphasis=True)),
        edition=(),
        notes={found.id: (Run(f"{found.author.name}. Note {found.id}."),) for found in IN_ORDER},
        places={},
    ),
)
"""The library and the notes, as a style would write them."""
