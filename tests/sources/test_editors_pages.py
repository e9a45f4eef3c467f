"""The editors' pages: front matter, calls, and links with their lines."""

from pathlib import Path

import pytest

from edition.core.pages import EditorsPage
from edition.core.problem import Place, Problem
from edition.sources.editors_pages import read_editors_pages

FRONT = "---\ntitle: A\n---\n"


def read(root: Path, **pages: str) -> tuple[tuple[EditorsPage, ...], tuple[Problem, ...]]:
    for name, text in pages.items():
        file = root / "docs" / f"{name.replace('__', '/')}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return read_editors_pages(root)


def test_pages_are_those_outside_the_folders_of_entries(tmp_path: Path) -> None:
    pages, problems = read(
        tmp_path,
        index=FRONT,
        about__a=FRONT,
        about__b__c=FRONT,
        text__front=FRONT,
        notes__a="no front matter",
        adr__0001="no front matter",
    )
    assert problems == ()
    assert [page.path for page in pages] == ["about/a.md", "about/b/c.md", "index.md"]


def test_a_page_knows_its_calls_and_where_they_stand(tmp_path: Path) -> None:
    (page,), problems = read(tmp_path, index=f'{FRONT}\n{{{{ quote("p1") }}}}\n')
    assert problems == ()
    assert [(call.name, call.place) for call in page.calls] == [
        ("quote", Place("docs/index.md", 5))
    ]
    assert (page.title, page.address) == ("A", "")


LINKS = {
    "a file": ("[a](b.md)", [("about/b/", 5)]),
    "a file above": ("[a](../text/front.md)", [("text/front/", 5)]),
    "a place in a file": ("[a](b.md#c)", [("about/b/#c", 5)]),
    "a place on the page itself": ("[a](#c)", [("about/a/#c", 5)]),
    "an image": ("![a](b.png)", [("about/b.png", 5)]),
    "after a line end": ("one\ntwo [a](b.md)", [("about/b/", 6)]),
    "in a list": ("- one\n- [a](b.md)\n- [c](d.md)", [("about/b/", 6), ("about/d/", 7)]),
    "in a quotation": ("> [a](b.md)", [("about/b/", 5)]),
    "in a heading": ("one\n\n## [a](b.md)", [("about/b/", 7)]),
    "in a table": ("| a |\n|---|\n| [a](b.md) |", [("about/b/", 7)]),
    "by reference": ("[a][b]\n\n[b]: c.md", [("about/c/", 5)]),
    "with marks": ("**[*a*](b.md)**", [("about/b/", 5)]),
    "a folder's page": ("[a](../teach/index.md)", [("teach/", 5)]),
    "in code": ("`[a](b.md)`", []),
    "in a block of code": ("    [a](b.md)", []),
    "to another site": ("[a](https://example.org/b.md) <https://example.org>", []),
    "to an address of mail": ("[a](mailto:a@example.org)", []),
    "to the server's root": ("[a](/b/)", []),
    "none": ("[a] (b.md)", []),
}


@pytest.mark.parametrize(("body", "expected"), LINKS.values(), ids=LINKS)
def test_a_link_inside_the_site_knows_its_line(
    tmp_path: Path, body: str, expected: list[tuple[str, int]]
) -> None:
    (page,), problems = read(tmp_path, about__a=f"{FRONT}\n{body}\n")
    assert problems == ()
    found = [(link.targets[0], link.place) for link in page.links]
    assert found == [(target, Place("docs/about/a.md", line)) for target, line in expected]


FRONTS = {
    "a title": ("title: A", None),
    "a title and a description": ("title: A\ndescription: B & C", None),
    "none": ("description: B", (2, "field")),
    "an empty one": ("title:", (2, "field")),
    "an element in the title": ("title: <b>A</b>", (2, "front-matter")),
    "a script in the title": ('title: "x</title><script>alert(1)</script>"', (2, "front-matter")),
    "a call in the title": ('title: "{{ title_page() }}"', (2, "front-matter")),
    "a tag in the title": ('title: "{% raw %}"', (2, "front-matter")),
    "an element in the description": (
        "title: A\ndescription: '\"><script>alert(1)</script>'",
        (3, "front-matter"),
    ),
    "a template": ("title: A\ntemplate: redirect.html", (3, "field")),
    "an icon": ("title: A\nicon: nonsense", (3, "field")),
    "tags": ("title: A\ntags: ['<img src=x onerror=alert(1)>']", (3, "field")),
    "macros switched on": ("title: A\nrender_macros: true", (3, "field")),
    "an author": ("title: A\nauthor: '\"><script>'", (3, "field")),
    "a robots rule": ("title: A\nsearch: {exclude: true}", (3, "field")),
}


@pytest.mark.parametrize(("front", "expected"), FRONTS.values(), ids=FRONTS)
def test_a_page_has_a_title_and_a_description_in_plain_words(
    tmp_path: Path, front: str, expected: tuple[int, str] | None
) -> None:
    """MkDocs hands any other key to its templates, which escape nothing."""
    _, problems = read(tmp_path, index=f"---\n{front}\n---\n\nWords.\n")
    found = [(p.place.line, p.code) for p in problems]
    assert found == ([expected] if expected else [])


def test_a_page_that_cannot_be_read_does_not_hide_the_others(tmp_path: Path) -> None:
    pages, problems = read(tmp_path, a="no front matter", b=FRONT)
    assert [page.path for page in pages] == ["b.md"]
    assert [(p.place.path, p.code) for p in problems] == [("docs/a.md", "front-matter")]
