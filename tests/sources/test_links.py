"""Symbolic links: refused by name wherever an edition reads, and never followed."""

from pathlib import Path

import pytest

from edition.core.problem import Place
from edition.sources.links import check_links

PLACES = [
    *("docs/about/a.md", "docs/notes/a.md", "docs/about/all", "docs/text", "docs"),
    *("bibliography", "bibliography/a.bib", "bibliography/corrections", "bibliography/evidence/a"),
    *("macros", "macros/a.html.jinja", "source/article.txt", "source/more/a"),
    *("overrides/main.html", "overrides/assets/a.js", "edition.yml", "mkdocs.yml"),
    *("permalinks.lock", "redirects.yml", ".cache"),
]


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("target", ["a.md", ".", "nowhere"], ids=["a file", "a folder", "nothing"])
def test_a_link_is_refused_and_not_followed(tmp_path: Path, path: str, target: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").symlink_to(outside)
    link = tmp_path / "edition" / path
    link.parent.mkdir(parents=True)
    link.symlink_to(outside / target)
    problems = check_links(tmp_path / "edition")
    assert [(p.place, p.code) for p in problems] == [(Place(path), "file-place")]


def test_files_and_folders_are_no_links(tmp_path: Path) -> None:
    for path in PLACES:
        file = tmp_path / path
        if not file.suffix:
            file.mkdir(parents=True, exist_ok=True)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch()
    assert check_links(tmp_path) == ()


def test_the_folder_of_an_edition_may_be_reached_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "edition" / "docs").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "edition")
    assert check_links(tmp_path / "link") == ()
