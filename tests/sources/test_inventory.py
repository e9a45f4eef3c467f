"""What may lie in `docs/`: Markdown files in known folders, each with an address of its own."""

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
DATA = ["about/contributors.yml", "pictures/pictures.yml", "pictures/a.webp"]
REFUSED = [
    *("evil.html", "evil.js", "evil.svg", "CNAME", "robots.txt", "index.html", "a.md.html"),
    *("assets/javascripts/book.js", "assets/stylesheets/page.css", "data/edition.json"),
    *("p/1/index.md", "text/more/a.md", "notes/b/a.md", "notes/a.html", "other/a.md"),
    *(".htaccess", "about/a.svg", "text/front.html", "Index.MD"),
    *("contributors.yml", "teach/contributors.yml", "about/more/contributors.yml"),
    *("about/contributors.yaml", "about/other.yml", "notes/contributors.yml", "notes/a.yml"),
    *("notes/a.webp", "a.webp", "pictures/b/a.webp", "pictures/a.png", "pictures/a.svg"),
    *("pictures/a.md", "pictures/a.WEBP", "pictures/a.webp.html", "pictures/index.html"),
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


NAMES = {
    "About.md": "About",
    "about/A.md": "A",
    "about/B/c.md": "B",
    "about/a b.md": "a b",
    "about/é.md": "é",
    "about/e\u0301.md": "e\u0301",
    "README.md": "README",
    "teach/zf<img src=x onerror=alert(1)>.md": "zf<img src=x onerror=alert(1)>",
    "{{ a }}.md": "{{ a }}",
    "a&b.md": "a&b",
    "about/-.md": "-",
    "about/..a.md": "..a",
    "con..md": "con.",
    "about/a\u202eb.md": "a\u202eb",
    "about/p\u0430y.md": "p\u0430y",
}


@pytest.mark.parametrize(("path", "wrong"), NAMES.items())
def test_a_name_that_is_no_address_is_refused(tmp_path: Path, path: str, wrong: str) -> None:
    """Also those that are one file on some machines: in capitals, or with accents of two kinds."""
    write(tmp_path, path)
    assert [(p.place, p.code) for p in check_inventory(tmp_path)] == [
        (Place(f"docs/{path}"), "file-name")
    ]
    assert check_inventory(tmp_path)[0].message.endswith(repr(wrong))


TAKEN = {
    "a page and a folder": (["about/a.md", "about/a/index.md"], "about/a/index.md"),
    "the plain view": (["text/plain.md"], "text/plain.md"),
    "the page for errors": (["404.md"], "404.md"),
    "a folder of short links": (["n.md"], "n.md"),
    "a folder of data": (["data.md"], "data.md"),
}


@pytest.mark.parametrize(("paths", "second"), TAKEN.values(), ids=TAKEN)
def test_no_two_files_become_one_address(tmp_path: Path, paths: list[str], second: str) -> None:
    for path in paths:
        write(tmp_path, path)
    assert [(p.place, p.code) for p in check_inventory(tmp_path)] == [
        (Place(f"docs/{second}"), "address-taken")
    ]


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
