"""What a hostile contribution brings into `docs/` is refused, or is not published."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command import files_of, run
from tests.trees import document

MARK = "planted-by-a-stranger"
HOSTILE = f"<script>{MARK}</script>\n<p id='__config' onclick='{MARK}'>a</p>\n"


def plant(root: Path, path: str, text: str) -> None:
    file = root / "docs" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def entry(folder: str) -> Callable[[Path], None]:
    """Plant a page where the entries of contributors will lie."""
    return lambda root: plant(root, f"{folder}/a.md", f"---\ntitle: A\n---\n\n{HOSTILE}")


def link(root: Path, path: str, target: str) -> None:
    """Plant a symbolic link that leads out of the edition."""
    outside = root.parent / "outside"
    outside.mkdir()
    (outside / "a.txt").write_text(MARK, encoding="utf-8")
    file = root / "docs" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.symlink_to(outside / target)


PLANTED: dict[str, Callable[[Path], None]] = {
    **{
        f"a page in {folder}": entry(folder)
        for folder in ("notes", "glossary", "timeline", "people", "places", "text/more")
    },
    "front matter that replaces the page": lambda root: plant(
        root, "notes/a.md", f"---\ntitle: A\ntemplate: 404.html\n---\n\n{HOSTILE}"
    ),
    "a page of HTML": lambda root: plant(root, "evil.html", HOSTILE),
    "a script": lambda root: plant(root, "evil.js", MARK),
    "a picture with a script": lambda root: plant(
        root, "evil.svg", f"<svg xmlns='http://www.w3.org/2000/svg' onload='{MARK}'/>"
    ),
    "a script in the place of the theme's": lambda root: plant(
        root, "assets/javascripts/book.js", MARK
    ),
    "a style in the place of the theme's": lambda root: plant(
        root, "assets/stylesheets/page.css", f"/* {MARK} */"
    ),
    "another domain": lambda root: plant(root, "CNAME", MARK),
    "a page in the place of the plain view": lambda root: plant(
        root, "text/plain.md", f"---\ntitle: A\n---\n\n{MARK}\n"
    ),
    "a page in the place of a short link": lambda root: plant(
        root, "p/1/index.md", f"---\ntitle: A\n---\n\n{MARK}\n"
    ),
    "data in the place of the edition's": lambda root: plant(root, "data/edition.json", MARK),
    "a link to a file outside": lambda root: link(root, "about/link.txt", "a.txt"),
    "a page that is a link to a file outside": lambda root: link(root, "notes/a.md", "a.txt"),
    "a folder that is a link to one outside": lambda root: link(root, "about/all", ""),
}


@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED)
def test_what_a_stranger_plants_is_refused_or_not_published(
    tiny_root: Path, tmp_path: Path, planted: Callable[[Path], None]
) -> None:
    root = tmp_path / "edition"
    shutil.copytree(tiny_root, root)
    planted(root)
    outcome = run(root, "build")
    if outcome.status == 0:
        published = [
            path
            for path, content in files_of(root / "site").items()
            if MARK.encode() in content and not path.startswith("search/")
        ]
        assert published == []


@pytest.mark.parametrize(
    "name", ["zf<img src=x onerror=alert(1)>.md", 'a"b.md', "a'b.md", "{{ a }}.md", "a&b.md"]
)
def test_the_name_of_a_file_brings_no_element_into_any_page(
    tiny_root: Path, tmp_path: Path, name: str
) -> None:
    root = tmp_path / "edition"
    shutil.copytree(tiny_root, root)
    plant(root, name, "---\ntitle: A\n---\n\nWords.\n")
    outcome = run(root, "build")
    if outcome.status == 0:
        for file in sorted((root / "site").rglob("*.html")):
            for element in document(file):
                assert "onerror" not in element.attributes
