"""Stylesheets are published in bundles: whole, in order, and nothing twice."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from edition.stylesheets import FOLDER, bundle
from tests.command import REPOSITORY, files_of
from tests.trees import document

THEME = REPOSITORY / "overrides" / FOLDER
SHEETS = sorted(file.name for file in THEME.glob("*.css"))
IMPORT = re.compile(r'@import "([^"]+)"')

BUNDLED: dict[str, tuple[Mapping[str, str], Mapping[str, str]]] = {
    "a sheet alone": ({"a.css": "a {}\n"}, {"a.css": "a {}\n"}),
    "two that import nothing": (
        {"a.css": "a {}\n", "b.css": "b {}\n"},
        {"a.css": "a {}\n", "b.css": "b {}\n"},
    ),
    "imports in their order": (
        {"all.css": '/* All. */\n@import "b.css";\n@import "a.css";\n', "a.css": "a {}\n",
         "b.css": "b {}\n"},
        {"all.css": "/* All. */\nb {}\na {}\n"},
    ),
    "rules after the imports": (
        {"all.css": '@import "a.css";\nb {}\n', "a.css": "a {}\n"},
        {"all.css": "a {}\nb {}\n"},
    ),
    "an import for paper": (
        {"all.css": '@import "a.css" print;\n', "a.css": "a {}\n"},
        {"all.css": "@media print {\na {}\n}\n"},
    ),
    "an import that imports, and is published by itself, too": (
        {"all.css": '@import "a.css";\n', "a.css": '@import "b.css";\na {}\n', "b.css": "b {}\n"},
        {"all.css": "b {}\na {}\n", "a.css": "b {}\na {}\n"},
    ),
    "one sheet in two": (
        {"a.css": '@import "c.css";\n', "b.css": '@import "c.css";\n', "c.css": "c {}\n"},
        {"a.css": "c {}\n", "b.css": "c {}\n"},
    ),
    "a sheet from another place is left to the browser": (
        {"all.css": '@import "../other/a.css";\n'},
        {"all.css": '@import "../other/a.css";\n'},
    ),
    "what is no line of its own is no import": (
        {"all.css": '/* as in @import "a.css";\n*/\n', "a.css": "a {}\n"},
        {"a.css": "a {}\n", "all.css": '/* as in @import "a.css";\n*/\n'},
    ),
    "no sheet": ({}, {}),
}  # fmt: skip


@pytest.mark.parametrize(("sheets", "published"), BUNDLED.values(), ids=BUNDLED)
def test_a_sheet_is_published_with_what_it_imports_in_place(
    tmp_path: Path, sheets: Mapping[str, str], published: Mapping[str, str]
) -> None:
    for name, text in sheets.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "a.txt").write_text("no sheet", encoding="utf-8")
    assert bundle(tmp_path) == {name: text.encode() for name, text in published.items()}


def test_the_theme_s_sheets_are_published_each_once_in_any_bundle() -> None:
    """Its opening comment is what tells a sheet in a bundle."""
    openings = {
        name: re.match(r"/\*.*?\*/", (THEME / name).read_text(encoding="utf-8"), re.DOTALL)
        for name in SHEETS
    }
    assert [name for name, opening in openings.items() if opening is None] == []
    bundles = [content.decode() for content in bundle(THEME).values()]
    for opening in filter(None, openings.values()):
        assert {text.count(opening[0]) for text in bundles} == {0, 1}


def test_pages_with_figures_load_what_the_others_load_and_the_figures() -> None:
    bundles = {name: content.decode() for name, content in bundle(THEME).items()}
    plots = bundles["figures.css"].partition("*/\n")[2]
    assert bundles["text-figures.css"].endswith(f"{bundles['text.css']}{plots}")
    for name in ("book.css", "text.css", "note-list.css", "timeline.css"):
        assert "plot" not in bundles[name]


@pytest.mark.parametrize("name", bundle(THEME))
def test_nothing_is_left_to_import_and_every_block_is_closed(name: str) -> None:
    text = bundle(THEME)[name].decode()
    assert IMPORT.findall(text) == []
    bare = re.sub(r'/\*.*?\*/|"[^"]*"', "", text, flags=re.DOTALL)
    depth = 0
    for brace in re.findall(r"[{}]", bare):
        depth += 1 if brace == "{" else -1
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize("name", SHEETS)
def test_every_import_of_the_theme_names_a_sheet(name: str) -> None:
    text = (THEME / name).read_text(encoding="utf-8")
    assert set(IMPORT.findall(text)) <= set(SHEETS)


def test_the_site_has_the_bundles_and_its_pages_ask_for_nothing_else(real_site: Path) -> None:
    assert files_of(real_site / FOLDER) == bundle(THEME)
    asked = {
        Path(link.attributes["href"]).name
        for file in real_site.rglob("*.html")
        for link in document(file).find("link", rel="stylesheet")
    }
    assert asked == set(bundle(THEME))
