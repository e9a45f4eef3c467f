"""Made-up editions of any size, for measuring how a build grows with its pages.

The words are invented, so that nothing of anybody's text is copied; the same size always gives
the same files, so that two runs, or two versions of the engine, build the same.

Half of the pages are chapters of the work, half are pages by the editors about it, in turn: both
are what an edition grows by, and the engine takes a different way with each. (It also keeps the
base text of 1,000 pages below the 2 MB that the engine reads from one file.)
"""

from __future__ import annotations

import hashlib
import random
import shutil
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.notes import write_notes

WORDS = 600
"""On each page, in four paragraphs: about two screens of reading, like a chapter of an article."""
REFERENCES = 500
CITATIONS = 8
"""On each page, two in each paragraph; every fourth has a page number of its own."""

_PARAGRAPHS = 4
_SEED = 20261123
_VOCABULARY = 4000
_ONSETS: tuple[str, ...] = (*"bcdfglmnprstv", "br", "cl", "cr", "gr", "pl", "pr", "qu", "st", "tr")
_VOWELS: tuple[str, ...] = (*"aeiou", "ae", "au")
_ENDINGS: tuple[str, ...] = (*"smtrxn", "nt") + ("",) * 6


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words, once as the work prints them and once with the calls that cite."""

    printed: str
    source: str


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the made-up library and its line in the printed list."""

    key: str
    name: str
    year: int
    bibtex: str
    printed: str


def write_edition(project: Path, root: Path, pages: int, notes: int = 0) -> None:
    """Write an edition of so many pages, and of so many notes on them, below `root`.

    Settings, macros and theme are the project's own, so that drawing costs what it costs there;
    the work, the library and all pages are made up.
    """
    author = _Author(pages)
    references = [author.reference(number) for number in range(1, REFERENCES + 1)]
    for folder in ("macros", "overrides"):
        shutil.copytree(project / folder, root / folder)
    chapters: list[list[Paragraph]] = []
    for number in range(1, pages + 1):
        paragraphs = [author.paragraph(references) for _ in range(_PARAGRAPHS)]
        body = "\n\n".join(paragraph.source for paragraph in paragraphs)
        title = author.title(3)
        if number % 2:
            chapters.append(paragraphs)
            _write(root, f"docs/text/{len(chapters):04}-{_slug(title)}.md", _page(title, body))
        else:
            path = f"docs/about/{number // 2:04}-{_slug(title)}.md"
            _write(root, path, _page(title, f"# {title}\n\n{body}"))
    _write_work(project, root, author.title(5), chapters, references)
    if notes:
        write_notes(root, [p.printed for chapter in chapters for p in chapter], notes)
    _write(root, "bibliography/article.bib", "\n".join(r.bibtex for r in references))
    _write(root, "docs/index.md", _page("Title page", "{{ title_page() }}\n\n{{ chapters() }}"))
    _write(root, "docs/bibliography.md", _page("Bibliography", "{{ bibliography() }}"))
    # All pages but two stay out of the navigation, in all stacks alike: a navigation of 1,000
    # entries is in the HTML of 1,000 pages, which would hide everything else.
    settings = {
        "INHERIT": str(project / "mkdocs.yml"),
        "docs_dir": "docs",
        "nav": ["index.md", "bibliography.md"],
    }
    _write(root, "mkdocs.yml", yaml.safe_dump(settings))


def _write_work(
    project: Path,
    root: Path,
    title: str,
    chapters: list[list[Paragraph]],
    references: list[Reference],
) -> None:
    """Write the base text, the settings that tell its units, and the two pages around it."""
    lines: list[str] = []
    groups: list[dict[str, dict[str, int]]] = []

    def add(role: str, unit: str, line: str) -> None:
        lines.extend((line, ""))
        if not groups or role not in groups[-1]:
            groups.append({role: {}})
        groups[-1][role][unit] = len(lines) - 1

    add("title", "title", f"# {title}")
    add("author", "author", "Nemo Fictus")
    printed = [paragraph.printed for chapter in chapters for paragraph in chapter]
    for number, words in enumerate(printed, 1):
        add("paragraph", f"p{number}", words)
    add("heading", "h-references", "## References")
    for number, reference in enumerate(references, 1):
        add("reference", f"r{number}", f"{number}. {reference.printed}")
    text = "\n".join(lines)
    _write(root, "source/article.txt", text)
    front = f"# {title}\n\nNemo Fictus"
    _write(root, "docs/text/front.md", _page("Title", front))
    listed = "\n\n".join(["## References", *(reference.printed for reference in references)])
    _write(root, "docs/text/references.md", _page("Printed references", listed))
    settings = yaml.safe_load((project / "edition.yml").read_text(encoding="utf-8"))
    settings.pop("atlas", None)  # no place is on a map
    settings["title"] = f"{title}: a made-up edition"
    settings["work"] |= {
        "title": title,
        "author": "Nemo Fictus",
        "container": "Acta ficta",
        "address": "https://example.org/ficta",
        "rights": "Nobody’s.",
    }
    settings["base"] = {
        "path": "source/article.txt",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "units": groups,
    }
    _write(root, "edition.yml", yaml.safe_dump(settings, allow_unicode=True, sort_keys=False))


class _Author:
    """Writes at random, but always the same for one size."""

    def __init__(self, pages: int) -> None:
        self.random = random.Random(_SEED + pages)
        words = {self._word() for _ in range(_VOCABULARY)}
        self.vocabulary = sorted(words, key=lambda word: (len(word), word))

    def _word(self) -> str:
        count = self.random.choice((1, 2, 2, 2, 3))
        syllables = [
            self.random.choice(_ONSETS) + self.random.choice(_VOWELS) for _ in range(count)
        ]
        return "".join(syllables) + self.random.choice(_ENDINGS)

    def _words(self, count: int) -> list[str]:
        """Return words of which few are frequent, and those short, as in any language."""
        size = len(self.vocabulary)
        return [self.vocabulary[int(size * self.random.random() ** 3)] for _ in range(count)]

    def title(self, count: int) -> str:
        return " ".join(self._words(count)).capitalize()

    def paragraph(self, references: list[Reference]) -> Paragraph:
        """Write one paragraph; the words that cite count among its words."""
        printed: list[str] = []
        source: list[str] = []
        size = WORDS // _PARAGRAPHS
        sentences = 10
        citing = set(self.random.sample(range(sentences), CITATIONS // _PARAGRAPHS))
        for index in range(sentences):
            words = " ".join(self._words(size // sentences - 2 * (index in citing))).capitalize()
            call = ""
            if index in citing:
                reference = self.random.choice(references)
                words += f" ({reference.name}, {reference.year})"
                place = f', "p. {self.random.randrange(1, 400)}"'
                call = f'{{{{ cite("{reference.key}"{place * (self.random.random() < 0.25)}) }}}}'
            printed.append(f"{words}.")
            source.append(f"{words}{call}.")
        return Paragraph(" ".join(printed), " ".join(source))

    def reference(self, number: int) -> Reference:
        """Write an article, a book or a page of the web, with one to three authors."""
        names = [self._words(1)[0].capitalize() for _ in range(self.random.choice((1, 1, 2, 3)))]
        initials = [self.random.choice("ABCDEFGHILMNOPQRSTV") for _ in names]
        year = self.random.randrange(1950, 2025)
        title = self.title(self.random.randrange(4, 12))
        journal, volume = self.title(2), self.random.randrange(1, 90)
        first = self.random.randrange(1, 900)
        key = f"{names[0].lower()}{year}x{number}"
        kind, fields, where = self.random.choice(
            (
                (
                    "article",
                    {
                        "journaltitle": journal,
                        "volume": str(volume),
                        "pages": f"{first}--{first + 12}",
                        "doi": f"10.5555/{key}",
                    },
                    f"*{journal}*, {volume}, {first}-{first + 12}.",
                ),
                ("book", {"publisher": journal}, f"{journal}."),
                (
                    "online",
                    {"url": f"https://example.org/{key}", "urldate": "2024-04-15"},
                    f"Retrieved 15 April 2024 from <https://example.org/{key}>",
                ),
            )
        )
        people = [f"{name}, {initial}." for name, initial in zip(names, initials, strict=True)]
        fields = {
            "printed_number": str(number),
            "author": " and ".join(people),
            "title": title,
            "date": str(year),
            **fields,
        }
        body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        printed = f"{', '.join(people)} ({year}). {title}. {where}"
        return Reference(key, names[0], year, f"@{kind}{{{key},\n{body}}}\n", printed)


def _page(title: str, body: str) -> str:
    return f"---\ntitle: {title}\n---\n\n{body}\n"


def _slug(title: str) -> str:
    return title.lower().replace(" ", "-")


def _write(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
