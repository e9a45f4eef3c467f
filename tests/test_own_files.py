"""Of the theme's files only the edition's own are published, and no hidden ones; all are found."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from edition.own_files import OwnFiles
from tests.command import REPOSITORY, files_of

OWN = {"main.html": "1", "both.html": "1", "a/b/c.js": "1", "a/.icons/own.svg": "1"}
OTHERS = {"404.html": "2", "both.html": "2", "a/b/d.js": "2", ".icons/book.svg": "2"}


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    """The edition's folder of a theme, and that of the theme in whose place it stands."""
    for name, files in {"own": OWN, "others": OTHERS}.items():
        for path, text in files.items():
            file = tmp_path / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    return [tmp_path / "own", tmp_path / "others"]


def test_only_own_files_are_listed_and_no_hidden_ones(folders: list[Path]) -> None:
    assert OwnFiles(folders).list_templates() == ["a/b/c.js", "both.html", "main.html"]


def test_the_list_is_jinja_s_own_where_nothing_is_hidden(folders: list[Path]) -> None:
    (folders[0] / "a" / ".icons" / "own.svg").unlink()
    jinjas = FileSystemLoader(folders[:1])
    assert OwnFiles(folders).list_templates() == jinjas.list_templates()


@pytest.mark.parametrize(("path", "text"), ({**OTHERS, **OWN}).items())
def test_every_file_is_found_the_first_of_its_name(
    folders: list[Path], path: str, text: str
) -> None:
    environment = Environment(loader=OwnFiles(folders), autoescape=True)
    assert environment.get_template(path).render() == text


def test_a_site_holds_nothing_of_material(tiny_root: Path) -> None:
    own = files_of(REPOSITORY / "overrides" / "assets")
    published = files_of(tiny_root / "site" / "assets")
    assert published.keys() <= own.keys()
    scripts = {path for path in own if path.endswith(".js")}
    assert {path: published[path] for path in scripts} == {path: own[path] for path in scripts}
