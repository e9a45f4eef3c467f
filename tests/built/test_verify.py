"""A built site is verified: its text, its numbers, its links, its ids, what was left over."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup

from edition.built.read_site import read_site
from edition.built.verify import verify
from edition.core.edition import Edition
from edition.core.pages import EditorsPage, WrittenLink
from edition.core.permalink import LockLine
from edition.core.problem import Place
from edition.html.unit import draw_unit
from tests.core.editions import EDITION, with_lock

PLAIN = "text/plain/"
Site = dict[str, str]
Alter = Callable[[Site], object]


def built() -> Site:
    """The pages of the small edition, drawn as the engine draws them."""
    pages = {page.address: page.units for page in EDITION.text_pages}
    pages[PLAIN] = tuple(unit.id for unit in EDITION.units)
    return {
        address: Markup("\n").join(draw_unit(EDITION.unit_by_id[unit], address) for unit in units)
        for address, units in pages.items()
    } | {"bibliography/": '<p id="quill2016">a</p><p id="teale2020">b</p>'}


def lines(root: Path, site: Mapping[str, str], edition: Edition = EDITION) -> list[str]:
    for address, body in site.items():
        file = root / address / "index.html" if not address.endswith(".html") else root / address
        file.parent.mkdir(parents=True, exist_ok=True)
        page = f"<!doctype html><html lang=en><title>A</title><body>{body}</body></html>"
        file.write_text(page, encoding="utf-8")
    return sorted(str(problem) for problem in verify(edition, root, read_site(root)))


def test_a_site_in_order_has_no_problem(tmp_path: Path) -> None:
    assert lines(tmp_path, built()) == []


def swap(site: Site, page: str, old: str, new: str) -> None:
    assert site[page].count(old) == 1
    site[page] = Markup(site[page].replace(old, new))


def paragraph(site: Site, page: str, unit: str) -> str:
    start = site[page].index(f'<p class="paragraph" id="{unit}"')
    return site[page][start : site[page].index("</p>", start) + 4]


def number(site: Site) -> str:
    """The element with the number of the first printed reference."""
    found = re.search(r"<span\b[^>]*>1\.</span>", site["text/references/"])
    assert found
    return found[0]


CHAPTER = "text/01-wall/"
ALTERED: dict[str, tuple[Alter, set[str]]] = {
    "a changed comma": (
        lambda s: swap(s, CHAPTER, ", and again", "; and again"),
        {"text/01-wall/index.html:1: proof-text"},
    ),
    "a changed comma in the plain view": (
        lambda s: swap(s, PLAIN, ", and again", "; and again"),
        {"text/plain/index.html:1: proof-text"},
    ),
    "a missing space": (
        lambda s: swap(s, CHAPTER, "Nobody read", "Nobodyread"),
        {"text/01-wall/index.html:1: proof-text"},
    ),
    "the edition's word unmarked": (
        lambda s: swap(s, CHAPTER, "Nobody read", "Nobody <sup>1</sup>read"),
        {"text/01-wall/index.html:1: proof-text"},
    ),
    "the article's word marked as the edition's": (
        lambda s: swap(s, CHAPTER, "Nobody", "<span data-edition>Nobody</span>"),
        {"text/01-wall/index.html:1: proof-text"},
    ),
    "a paragraph outside its unit": (
        lambda s: swap(s, CHAPTER, 'data-unit="p2"', "data-was-unit"),
        {"text/:1: proof-order"},
    ),
    "a dropped paragraph": (
        lambda s: swap(s, CHAPTER, paragraph(s, CHAPTER, "p1"), ""),
        {"text/:1: proof-order"},
    ),
    "a paragraph twice": (
        lambda s: swap(s, PLAIN, paragraph(s, PLAIN, "p1"),
                       paragraph(s, PLAIN, "p1") + paragraph(s, PLAIN, "p1").replace("id=", "x=")),
        {"text/:1: proof-order"},
    ),
    "swapped paragraphs": (
        lambda s: s.update({CHAPTER: paragraph(s, CHAPTER, "p2") + paragraph(s, CHAPTER, "p1")}),
        {"text/:1: proof-order"},
    ),
    "a page missing": (lambda s: s.pop(CHAPTER), {"text/:1: proof-order"}),
    "the plain view missing": (lambda s: s.pop(PLAIN), {"text/:1: proof-order"}),
    "a unit that does not exist": (
        lambda s: s.update({"about/": '<p data-unit="p9">a</p>'}),
        {"about/index.html:1: proof-unit"},
    ),
    "a quotation altered": (
        lambda s: s.update({"about/": '<p data-unit="title">The walls</p>'}),
        {"about/index.html:1: proof-text"},
    ),
    "another printed number": (
        lambda s: swap(s, "text/references/", ">1.<", ">2.<"),
        {"text/references/index.html:1: proof-number"},
    ),
    "no printed number": (
        lambda s: swap(s, "text/references/", number(s), ""),
        {"text/references/index.html:1: proof-number"},
    ),
    "no printed number in the plain view": (
        lambda s: swap(s, PLAIN, number(s), ""),
        {"text/plain/index.html:1: proof-number"},
    ),
    "an id twice": (
        lambda s: s.update({"about/": '<p id="a">b</p><p id="a">c</p>'}),
        {"about/index.html:1: id-repeated"},
    ),
    "a footnote mark left over": (
        lambda s: s.update({"about/": "<p>a [^b] c</p>"}),
        {"about/index.html:1: left-over"},
    ),
    "a citation left over": (
        lambda s: s.update({"about/": "<p>a [@b] c</p>"}),
        {"about/index.html:1: left-over"},
    ),
    "a call left over": (
        lambda s: s.update({"about/": "<p>a {{ b }} c</p>"}),
        {"about/index.html:1: left-over"},
    ),
    "a tag left over": (
        lambda s: s.update({"about/": "<p>a {% b %} c</p>"}),
        {"about/index.html:1: left-over"},
    ),
    "a slot left over": (
        lambda s: s.update({"about/": "<p>a \ufdd00\ufdd1 c</p>"}),
        {"about/index.html:1: left-over"},
    ),
    "a place of Markdown's left over": (
        lambda s: s.update({"about/": "<p>a wzxhzdk:3 c</p>"}),
        {"about/index.html:1: left-over"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("alter", "expected"), ALTERED.values(), ids=ALTERED)
def test_every_alteration_is_found_on_its_page(
    tmp_path: Path, alter: Alter, expected: set[str]
) -> None:
    site = built()
    alter(site)
    assert {line.partition(": ")[0] + ": " + line.split(": ")[1]
            for line in lines(tmp_path, site)} == expected  # fmt: skip


def test_a_page_that_is_no_folder_is_named_as_it_is(tmp_path: Path) -> None:
    site = {**built(), "404.html": '<p id="a">b</p><p id="a">c</p><a href="nowhere/">d</a>'}
    assert lines(tmp_path, site) == [
        "404.html:1: id-repeated: the id a stands 2 times",
        "404.html:1: link-broken: the link nowhere/ leads to nothing",
    ]


KEPT = {
    "a quotation": '<p data-unit="title">The wall</p>',
    "a quotation without its printed number": '<p data-unit="r1">Quill, B. (2016). Marks on a'
    " wall.</p>",
    "signs set as code": "<code>{{ a }}</code><pre>[^b] [@c]</pre>",
    "brackets": "<p>[sic] {a} 5 % of b, a@example.org</p>",
}


@pytest.mark.parametrize("body", KEPT.values(), ids=KEPT)
def test_what_is_true_is_no_problem(tmp_path: Path, body: str) -> None:
    assert lines(tmp_path, {**built(), "about/": body}) == []


LINKS_KEPT = [
    *("../text/01-wall/", "../text/01-wall/#p1", "../text/01-wall/index.html#p1", "..", "../",
      "./", ".", "#here", "", "#", "../bibliography/#quill2016", "../data/a.bib", "?p=1",
      "../text/plain/?p=1-2#p1", "../404.html", "https://example.org/nothing", "mailto:a@b.org",
      "//example.org/a", "../text/01%2Dwall/", "../?q=a#here-too", "../#1.eyJ0Ijoi_-",
      "#12.abcd", "../#r=quill", "#u=p1&q=a+b"),
]  # fmt: skip
LINKS_BROKEN = {
    "../text/02-b/": "nothing",
    "../text/01-wall/#p9": "place",
    "#nowhere": "place",
    "../data/b.bib": "nothing",
    "missing.png": "nothing",
    "../text": "nothing",
    "../../outside/": "nothing",
    "http://[bad": "nothing",
    "../text/01-wall/#P1": "place",
    "../Text/01-wall/": "nothing",
    "..#nowhere": "place",
    "../#1.a": "place",
    "../#1.ab+/": "place",
    "../text/02-b/#1.eyJ0": "nothing",
    "../text/02-b/#r=quill": "nothing",
    "../#=a": "place",
    "../#R=a": "place",
}


def linked(link: str) -> Site:
    home = '<p id="here-too">a</p>'
    return {**built(), "": home, "404.html": "a",
            "about/": f'<p id="here"><a href="{link}">a</a></p>'}  # fmt: skip


def with_file(root: Path) -> Path:
    (root / "data").mkdir()
    (root / "data" / "a.bib").touch()
    return root


@pytest.mark.parametrize("link", LINKS_KEPT)
def test_a_link_that_leads_somewhere_is_no_problem(tmp_path: Path, link: str) -> None:
    assert lines(with_file(tmp_path), linked(link)) == []


@pytest.mark.parametrize(("link", "leads"), LINKS_BROKEN.items(), ids=LINKS_BROKEN)
def test_a_link_that_leads_nowhere_is_reported(tmp_path: Path, link: str, leads: str) -> None:
    where = "nothing" if leads == "nothing" else "a place that is not on its page"
    assert lines(with_file(tmp_path), linked(link)) == [
        f"about/index.html:1: link-broken: the link {link} leads to {where}"
    ]


def test_a_broken_link_of_the_editors_is_reported_where_they_wrote_it(tmp_path: Path) -> None:
    written = (
        WrittenLink(("text/01-wall/#p9",), Place("docs/about.md", 7)),
        WrittenLink(("missing/", "about/missing.md"), Place("docs/about.md", 9)),
    )
    page = EditorsPage("about.md", "", (), written, Place("docs/about.md", 4))
    site = {
        **built(),
        "about/": '<a href="../text/01-wall/#p9">a</a><a href="missing.md">b</a>',
    }
    assert lines(tmp_path, site, replace(EDITION, editors_pages=(page,))) == [
        "docs/about.md:7: link-broken: the link ../text/01-wall/#p9 leads to a place that is not"
        " on its page",
        "docs/about.md:9: link-broken: the link missing.md leads to nothing",
    ]


def test_an_address_that_was_public_is_still_built(tmp_path: Path) -> None:
    edition = with_lock(
        ("p/1/", "text/01-wall/#p1"), ("p/2/", "text/01-wall/#p2"), ("p/3/", "text/01-wall/#p3")
    )
    site = {**built(), "p/1/": "a", "p/3/": "a"}
    assert lines(tmp_path, site, edition) == [
        "permalinks.lock:2: permalink-lost: p/2/ was not built",
        "permalinks.lock:3: permalink-lost: text/01-wall/ has no place p3, which was public",
    ]


def test_a_page_that_was_public_is_still_built(tmp_path: Path) -> None:
    lock = (LockLine("p/1/", "text/01-old/#p1", Place("permalinks.lock", 1)),)
    problems = lines(tmp_path, {**built(), "p/1/": "a"}, replace(EDITION, lock=lock))
    assert [line.partition(": ")[0] for line in problems] == ["permalinks.lock:1"]
