"""Of the theme's files, all are listed but the hidden ones, and all are found."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from edition.visible import VisibleFiles

LISTED = ("404.html", "a/b/c.js", "both.html", "main.html")
HIDDEN = (".icons/book.svg", "a/.icons/b/book.svg")


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    """Two folders of a theme, the first of which has a file in place of one of the second's."""
    first = {"main.html": "1", "both.html": "1", "a/b/c.js": "1"}
    second = {"404.html": "2", "both.html": "2", **dict.fromkeys(HIDDEN, "2")}
    for name, files in {"first": first, "second": second}.items():
        for path, text in files.items():
            file = tmp_path / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    return [tmp_path / "first", tmp_path / "second"]


def test_hidden_folders_are_not_listed(folders: list[Path]) -> None:
    assert VisibleFiles(folders).list_templates() == list(LISTED)


def test_without_hidden_folders_the_list_is_jinja_s_own(folders: list[Path]) -> None:
    shown = [folders[0]]
    assert VisibleFiles(shown).list_templates() == FileSystemLoader(shown).list_templates()


@pytest.mark.parametrize("path", [*LISTED, *HIDDEN])
def test_every_file_is_found_the_first_of_its_name(folders: list[Path], path: str) -> None:
    environment = Environment(loader=VisibleFiles(folders), autoescape=True)
    text = environment.get_template(path).render()
    assert text == ("2" if path in ("404.html", *HIDDEN) else "1")
