"""A small edition as a value, for tests of what only shows with the whole in hand."""

from dataclasses import replace

from edition.core.citation import Citation
from edition.core.edition import Edition
from edition.core.inline import Run
from edition.core.macro import Call, Signature
from edition.core.pages import Block, EditorsPage, TextPage
from edition.core.permalink import LockLine
from edition.core.problem import Place
from edition.core.reference import Reference
from edition.core.unit import PrintedNumber, Role, Unit
from edition.sources.settings import read_settings
from tests.tiny_edition import FOLDER

# A field that is new to `edition.yml` is one that the tiny edition has.
_TINY, _ = read_settings(FOLDER)
assert _TINY is not None
SETTINGS = replace(
    _TINY,
    title="The wall: an edition",
    work=replace(_TINY.work, title="The wall", container="Harbours"),
    url="",
    forge="",
)


def unit(unit_id: str, role: Role, text: str, *numbers: PrintedNumber) -> Unit:
    return Unit(unit_id, role, text, (Run(text),), (1,), printed_numbers=numbers)


def page(slug: str, *blocks: tuple[Unit, tuple[Citation, ...]]) -> TextPage:
    place = Place(f"docs/text/{slug}.md", 5)
    return TextPage(
        slug,
        "A title",
        tuple(Block(unit.text, citations, place) for unit, citations in blocks),
        tuple(unit.id for unit, _ in blocks),
        place,
    )


def reference(key: str, number: str = "", **fields: str) -> Reference:
    line = 10 * int(number or 9)
    return Reference(
        key,
        "book",
        {"author": "Quill, B.", "title": "Marks on a wall", "publisher": "Press", "date": "2016",
         **fields, **({"printed_number": number} if number else {})},
        Place("bibliography/article.bib" if number else "bibliography/supplied.bib", line),
        bool(number),
    )  # fmt: skip


TITLE = unit("title", Role.TITLE, "The wall")
P1 = unit("p1", Role.PARAGRAPH, "The sea wrote on it (Quill, 2016), and again (Quill, 2016).")
P2 = unit("p2", Role.PARAGRAPH, "Nobody read it (Teale & co, 2020; Quill, 2016).")
R1 = unit("r1", Role.REFERENCE, "Quill, B. (2016). Marks on a wall.", PrintedNumber(0, 1))


def cite(key: str, unit: str, offset: int, locator: str = "") -> Citation:
    return Citation(key, locator, unit, offset, Place("docs/text/01-wall.md", 5))


FIRST = cite("quill2016", "p1", P1.text.index("),") + 1)
SECOND = cite("quill2016", "p1", len(P1.text) - 1, "p. 12")
THIRD = cite("teale2020", "p2", len(P2.text) - 1)

SIGNATURES = {
    "cite": Signature("cite", ("key", "locator"), 1, draws_html=False),
    "quote": Signature("quote", ("unit",), 1),
}

EDITION = Edition(
    settings=SETTINGS,
    units=(TITLE, P1, P2, R1),
    text_pages=(
        page("front", (TITLE, ())),
        page("01-wall", (P1, (FIRST, SECOND)), (P2, (THIRD,))),
        page("references", (R1, ())),
    ),
    editors_pages=(),
    library=(reference("quill2016", "1"), reference("teale2020")),
    macros=SIGNATURES,
)


def with_calls(*calls: tuple[str, tuple[str | int, ...]]) -> Edition:
    """The edition with a page that makes calls, one a line from line 5."""
    made = tuple(
        Call(name, arguments, (), index, Place("docs/index.md", 5 + index))
        for index, (name, arguments) in enumerate(calls)
    )
    index = EditorsPage("index.md", "A title", made, (), Place("docs/index.md", 4))
    return replace(EDITION, editors_pages=(index,))


def with_lock(*pairs: tuple[str, str]) -> Edition:
    return replace(
        EDITION,
        lock=tuple(
            LockLine(short, address, Place("permalinks.lock", line))
            for line, (short, address) in enumerate(pairs, 1)
        ),
    )
