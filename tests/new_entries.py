"""One entry of each sort: what is said of it in options, what is answered, what is then written."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Made:
    """The same entry, made in two ways."""

    options: tuple[str, ...]
    answers: tuple[str, ...]
    """Those to every question, but for the last, whether it shall be written."""
    path: str
    text: str
    """With the date 2027-01-31, where entries are dated."""


MADE = {
    "note": Made(
        (*("--quote", "the worst winter", "--kind", "update", "--level", "2"),
         *("--author-name", "Wren Halloran", "--licence", "CC BY 4.0"),
         *("--source", "a book", "--body", "Of 1998.")),
        ("the worst winter", "3", "2", "Wren Halloran", "y", "a book", "", "Of 1998.", ""),
        "docs/notes/worst-winter.md",
        "---\nquote: the worst winter\nunit: p1\nkind: update\nlevel: 2\n"
        "author_name: Wren Halloran\ndate: 2027-01-31\nlicence: CC BY 4.0\n"
        "new_source: a book\n---\nOf 1998.\n",
    ),
    "term": Made(
        (*("--term", "ladder", "--kind", "concept", "--form", "ladder", "--name", "ru=лестница"),
         *("--name", "zh-Hans=梯", "--author", "editors", "--body", "A row of steps.")),
        ("ladder", "concept", "ladder", "", "ru лестница", "zh-Hans 梯", "", "editors", "", "",
         "A row of steps.", ""),
        "docs/glossary/ladder.md",
        "---\nterm: ladder\nkind: concept\nforms: [ladder]\nname_ru: [лестница]\n"
        "name_zh-Hans: [梯]\nauthor: editors\ndate: 2027-01-31\n---\nA row of steps.\n",
    ),
    "event": Made(
        (*("--event", "A winter: the worst", "--when", "1998-01", "--kind", "society"),
         *("--quote", "the worst winter", "--author-name", "Wren", "--licence", "CC BY 4.0"),
         *("--body", "It was cold.")),
        ("A winter: the worst", "1998-01", "society", "the worst winter", "Wren", "y", "", "",
         "It was cold.", ""),
        "docs/timeline/winter-worst.md",
        "---\nevent: 'A winter: the worst'\nwhen: '1998-01'\nkind: society\n"
        "quote: the worst winter\nunit: p1\nauthor_name: Wren\ndate: 2027-01-31\n"
        "licence: CC BY 4.0\n---\nIt was cold.\n",
    ),
    "person": Made(
        (*("--term", "Quill, B.", "--author-name", "Wren", "--licence", "CC BY 4.0"),
         *("--body", "Who wrote on marks.")),
        ("Quill, B.", "", "", "Wren", "y", "", "", "Who wrote on marks.", ""),
        "docs/people/quill-b.md",
        "---\nterm: 'Quill, B.'\nkind: person\nauthor_name: Wren\ndate: 2027-01-31\n"
        "licence: CC BY 4.0\n---\nWho wrote on marks.\n",
    ),
    "place": Made(
        (*("--term", "the next town", "--kind", "city", "--form", "the next town"),
         *("--coordinates", "54.2, 8.1", "--author-name", "Wren", "--licence", "CC BY 4.0"),
         *("--body", "It prints.")),
        ("the next town", "city", "the next town", "", "", "54.2, 8.1", "Wren", "y", "", "",
         "It prints.", ""),
        "docs/places/next-town.md",
        "---\nterm: the next town\nkind: city\nforms: [the next town]\n"
        "coordinates: '54.2, 8.1'\nauthor_name: Wren\ndate: 2027-01-31\n"
        "licence: CC BY 4.0\n---\nIt prints.\n",
    ),
    "reference": Made(
        (*("--type", "online", "--title", "100 % of {Winter} & more", "--author", "Doe, Ann"),
         *("--author", "Office of Tides and Winds", "--date", "1998-02", "--organization", "News"),
         *("--url", "https://example.org/a_b?c#d")),
        ("online", "Doe, Ann", "Office of Tides and Winds", "", "100 % of {Winter} & more", "",
         "1998-02", "News", "", "", "https://example.org/a_b?c#d", ""),
        "bibliography/notes.bib",
        "@online{doe1998winter,\n"
        "  author       = {Doe, Ann and {Office of Tides and Winds}},\n"
        "  title        = {100 \\% of {Winter} \\& more},\n"
        "  date         = {1998-02},\n"
        "  organization = {{News}},\n"
        "  url          = {https://example.org/a_b?c#d},\n"
        "}\n",
    ),
}  # fmt: skip
