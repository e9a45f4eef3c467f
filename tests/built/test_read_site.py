"""A built page is read back: its ids, its links, its units, its prose."""

from pathlib import Path

import pytest

from edition.built.read_site import BuiltPage, read_built_text, read_site

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A</title>
<link rel="stylesheet" href="../a.css"><script src="../a.js"></script></head>
<body id="top">{}</body></html>"""


def read(root: Path, body: str, path: str = "text/01-a/index.html") -> BuiltPage:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(PAGE.format(body), encoding="utf-8")
    (page,) = read_site(root)
    return page


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", ""),
        ("text/01-a/index.html", "text/01-a/"),
        ("404.html", "404.html"),
        ("a/b.html", "a/b.html"),
    ],
)
def test_a_page_has_the_address_that_readers_see(tmp_path: Path, path: str, address: str) -> None:
    assert read(tmp_path, "", path).address == address


UNITS = {
    "its words": ("a b", "a b"),
    "white space is collapsed": (" a\n  b ", "a b"),
    "marks": ("a <em>b <strong>c</strong></em>", "a b c"),
    "signs": ("&lt;b&gt; &amp; &#34;c&#34;", '<b> & "c"'),
    "beyond ASCII": ("é 北京 😀", "é 北京 😀"),
    "a link around words": ('<a href="#b">(a)</a> b', "(a) b"),
    "what the edition adds": ("<a data-edition>7</a>a<sup data-edition>1</sup> b", "a b"),
    "what the edition adds in a link": ('<a href="#b">a<sup data-edition>1</sup></a>b', "ab"),
    "words of the article in what the edition adds": ("a<span data-edition>b</span>c", "ac"),
    "a comment": ("a<!-- b -->c", "ac"),
    "the edition's words unmarked": ("a<sup>1</sup>", "a1"),
}


@pytest.mark.parametrize(("inside", "text"), UNITS.values(), ids=UNITS)
def test_a_unit_is_its_words_without_what_the_edition_adds(
    tmp_path: Path, inside: str, text: str
) -> None:
    page = read(tmp_path, f'<p data-unit="p1">{inside}</p>after')
    assert [(unit.id, unit.text) for unit in page.units] == [("p1", text)]


def test_printed_numbers_are_read_apart(tmp_path: Path) -> None:
    page = read(
        tmp_path,
        '<ol><li data-unit="r2"><span class="printed-number" data-edition>2.</span> a'
        ' <span class="printed-number" data-edition>3.</span> b</li></ol>',
    )
    assert [(unit.text, unit.numbers) for unit in page.units] == [("a b", ("2.", "3."))]


def test_ids_and_links_are_all_read(tmp_path: Path) -> None:
    page = read(
        tmp_path,
        '<p id="a"><a href="b/">b</a><a>none</a><img src="c.png" alt=""><svg><g id="d"/></svg></p>',
    )
    assert sorted(page.ids) == ["a", "d", "top"]
    assert sorted(page.links) == ["../a.css", "../a.js", "b/", "c.png"]


@pytest.mark.parametrize(
    ("body", "prose"),
    [
        ("<p>a <b>c</b> d</p>", "a c d"),
        ("<p>a <code>{{ b }}</code> c</p>", "a  c"),
        ("<pre>[^b]</pre>a", "a"),
        ("<script>{{ b }}</script>a", "a"),
        ("<textarea>[^b]</textarea>a", "a"),
        ("<!-- {{ b }} -->a", "a"),
    ],
)
def test_prose_is_what_stands_outside_code(tmp_path: Path, body: str, prose: str) -> None:
    doubtful = body + "<code>[^</code>"  # prose is only gathered where a mark may be left
    assert read(tmp_path, doubtful).prose == prose


def test_pages_are_read_in_the_order_of_their_addresses(tmp_path: Path) -> None:
    for path in ("b/index.html", "a/index.html", "index.html"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(PAGE.format(""), encoding="utf-8")
    (tmp_path / "a" / "b.txt").write_text("no page", encoding="utf-8")
    assert [page.address for page in read_site(tmp_path)] == ["a/", "b/", ""]


@pytest.mark.parametrize("content", [b"", b" \n", b"<!-- a -->"])
def test_a_page_without_content_is_read(tmp_path: Path, content: bytes) -> None:
    """Files such as a search service's token are published as they are, and may be empty."""
    (tmp_path / "a.html").write_bytes(content)
    (page,) = read_site(tmp_path)
    assert (page.units, page.links) == ((), ())


def test_the_text_of_a_site_is_that_of_its_plain_view(tmp_path: Path) -> None:
    assert read_built_text(tmp_path) == ()
    read(tmp_path, '<p data-unit="p1">a</p><p data-unit="p2">b</p>', "text/plain/index.html")
    assert read_built_text(tmp_path) == ("a", "b")


def test_the_words_of_a_page_without_doubtful_marks_are_not_gathered(tmp_path: Path) -> None:
    """Nearly every page is such a page, and a build reads them all."""
    assert read(tmp_path, "<p>a <b>c</b></p>").prose == ""
