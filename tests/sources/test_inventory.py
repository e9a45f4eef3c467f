"""What may lie in `docs/`: Markdown files in known folders, and no symbolic link anywhere."""

from pathlib import Path

import pytest

from edition.core.problem import Place
from edition.sources.inventory import check_inventory, is_page

PAGES = ["index.md", "bibliography.md", "text/front.md", "about/a.md", "about/b/c.md", "teach/a.md"]
ENTRIES = [
    "notes/a.md",
    "glossary/a.md",
    "timeline/a.md",
    "figures/a.md",
    "people/a.md",
    "places/a.md",
    "adr/1.md",
]
DATA = ["about/contributors.yml"]
REFUSED = [
    *("evil.html", "evil.js", "evil.svg", "CNAME", "robots.txt", "index.html", "a.md.html"),
    *("assets/javascripts/book.js", "assets/stylesheets/page.css", "data/edition.json"),
    *("p/1/index.md", "text/more/a.md", "notes/b/a.md", "notes/a.html", "other/a.md"),
    *(".htaccess", "about/a.svg", "text/front.html", "Index.MD"),
    *("contributors.yml", "teach/contributors.yml", "about/more/contributors.yml"),
    *("about/contributors.yaml", "about/other.yml", "notes/contributors.yml", "notes/a.yml"),
    *("notes/a.md.bak", "notes/.a.md.swp", "notes/a.MD", "notes/a.png", "notes/a"),
]


def write(root: Path, path: str) -> None:
    file = root / "docs" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("a", encoding="utf-8")


def test_what_belongs_there_is_no_problem(tmp_path: Path) -> None:
    for path in (*PAGES, *ENTRIES, *DATA):
        write(tmp_path, path)
    assert check_inventory(tmp_path) == ()


@pytest.mark.parametrize("path", REFUSED)
def test_anything_else_is_refused_by_name(tmp_path: Path, path: str) -> None:
    write(tmp_path, path)
    assert [(p.place, p.code) for p in check_inventory(tmp_path)] == [
        (Place(f"docs/{path}"), "file-place")
    ]


@pytest.mark.parametrize(
    "path", ["about/a.md", "notes/a.md", "about/contributors.yml", "about/all", "text", "notes"]
)
@pytest.mark.parametrize("target", ["a.md", "."], ids=["a file", "a folder"])
def test_a_symbolic_link_is_refused_and_not_followed(
    tmp_path: Path, path: str, target: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").write_text("a", encoding="utf-8")
    link = tmp_path / "docs" / path
    link.parent.mkdir(parents=True)
    link.symlink_to(outside / target)
    assert [(p.place, p.code) for p in check_inventory(tmp_path)] == [
        (Place(f"docs/{path}"), "file-place")
    ]


def test_a_link_that_leads_nowhere_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").symlink_to(tmp_path / "nowhere.md")
    assert [p.code for p in check_inventory(tmp_path)] == ["file-place"]


def test_the_folders_are_named_in_which_a_file_could_stand(tmp_path: Path) -> None:
    write(tmp_path, "notes/b/a.md")
    assert [p.hint for p in check_inventory(tmp_path)] == [
        "pages stand in docs, docs/about, docs/contribute, docs/teach, docs/text; entries directly"
        " in docs/adr, docs/figures, docs/glossary, docs/notes, docs/people, docs/places,"
        " docs/timeline"
    ]


def test_every_file_is_reported_not_the_first_alone(tmp_path: Path) -> None:
    for path in ("b.html", "a.html", "about/c.html"):
        write(tmp_path, path)
    assert sorted(p.place.path for p in check_inventory(tmp_path)) == [
        "docs/a.html",
        "docs/about/c.html",
        "docs/b.html",
    ]


@pytest.mark.parametrize("path", PAGES)
def test_files_in_the_folders_of_pages_become_pages(path: str) -> None:
    assert is_page(path)


@pytest.mark.parametrize("path", [*ENTRIES, *DATA, *REFUSED])
def test_contributors_entries_and_strays_become_none(path: str) -> None:
    """Their words are drawn by the engine, never by the host, which would let markup through."""
    assert not is_page(path)
