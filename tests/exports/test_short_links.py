"""Permanent links are tiny pages that lead on, with or without scripts."""

from dataclasses import replace
from urllib.parse import urljoin

import html5lib
import pytest

from edition.core.addresses import current_links
from edition.core.edition import Edition
from edition.core.permalink import Redirect
from edition.core.problem import Place
from edition.exports.short_links import MOVED_SCRIPT, export_short_links
from tests.core.editions import EDITION, with_lock
from tests.core.noted import FORMATTED, IN_ORDER, NOTED, SEA, with_notes
from tests.trees import Tree, read

BASE = "https://example.org/a/"
INTEGRITY = "sha256-AAAA"
LINKS = current_links(EDITION)


def pages(edition: Edition) -> dict[str, Tree]:
    files = export_short_links(edition, FORMATTED, {MOVED_SCRIPT: INTEGRITY})
    assert all(path.endswith("index.html") for path in files)
    return {path.removesuffix("index.html"): read(data) for path, data in files.items()}


def redirected(**moves: str) -> Edition:
    locked = with_lock(
        *LINKS.items(),
        ("p/9/", "text/01-old/#p9"),
        ("p/1/", "text/01-old/#p1"),
        ("p/1/", "text/01-old/#p1"),
    )
    redirects = tuple(Redirect(old, new, Place("redirects.yml")) for old, new in moves.items())
    return replace(locked, redirects=redirects)


def test_every_link_has_a_page() -> None:
    assert pages(EDITION).keys() == LINKS.keys()


@pytest.mark.parametrize("short", LINKS)
def test_a_page_leads_to_the_place_by_itself_and_by_a_link(short: str) -> None:
    page = pages(EDITION)[short]
    refresh = page.find("meta", http_equiv="refresh")[0].attributes["content"]
    links = [link.attributes["href"] for link in page.find("a")]
    assert urljoin(BASE + short, refresh.partition("url=")[2]) == BASE + LINKS[short]
    assert [urljoin(BASE + short, link) for link in links] == [BASE + LINKS[short]]
    canonical = page.find("link", rel="canonical")[0].attributes["href"]
    assert urljoin(BASE + short, canonical) == BASE + LINKS[short]


def test_a_known_address_makes_the_canonical_link_absolute() -> None:
    settings = replace(EDITION.settings, url="https://edition.example.org/")
    page = pages(replace(EDITION, settings=settings))["p/1/"]
    assert page.find("link", rel="canonical")[0].attributes["href"] == (
        "https://edition.example.org/text/01-wall/#p1"
    )


def test_a_page_runs_no_script_is_not_indexed_and_names_its_language() -> None:
    page = pages(EDITION)["p/1/"]
    assert page.find("script") == []
    robots = [m for m in page.find("meta") if m.attributes.get("name") == "robots"]
    assert [meta.attributes["content"] for meta in robots] == ["noindex"]
    assert page.find("html")[0].attributes["lang"] == "en"


def test_the_title_of_the_edition_stays_words() -> None:
    settings = replace(EDITION.settings, title="</title><script>alert(1)</script> & co")
    page = pages(replace(EDITION, settings=settings))["p/1/"]
    assert page.find("script") == []
    assert page.find("h1")[0].words == settings.title


def test_a_short_link_that_went_elsewhere_leads_there() -> None:
    page = pages(redirected(**{"p/9/": "p/2/"}))["p/9/"]
    assert [urljoin(f"{BASE}p/9/", link.attributes["href"]) for link in page.find("a")] == [
        f"{BASE}text/01-wall/#p2"
    ]


def test_a_page_that_moved_keeps_its_places_once_each() -> None:
    """Without scripts a link to a place opens at its line; with them it leads on."""
    old = "text/01-old/"
    page = pages(redirected(**{old: "text/01-wall/"}))[old]
    script = page.find("script")[0].attributes
    assert script["integrity"] == INTEGRITY
    assert urljoin(BASE + old, script["data-to"]) == f"{BASE}text/01-wall/"
    assert urljoin(BASE + old, script["src"]) == BASE + MOVED_SCRIPT
    places = {
        line.attributes["id"]: urljoin(BASE + old, line.find("a")[0].attributes["href"])
        for line in page.find("p")
        if "id" in line.attributes
    }
    assert places == {"p1": f"{BASE}text/01-wall/#p1"}
    assert page.find("meta", http_equiv="refresh") == []


def test_a_place_of_a_page_that_moved_may_have_gone_elsewhere() -> None:
    old = "text/01-old/"
    page = pages(redirected(**{old: "text/01-wall/", f"{old}#p1": "p/2/"}))[old]
    (line,) = page.find("p", id="p1")
    assert urljoin(BASE + old, line.find("a")[0].attributes["href"]) == f"{BASE}text/01-wall/#p2"


def test_a_place_that_moved_on_a_page_that_stays_makes_no_page() -> None:
    """It would take the place of the page itself."""
    edition = redirected(**{"text/01-wall/#p9": "text/01-wall/#p1"})
    assert pages(edition).keys() == LINKS.keys()


def test_a_link_of_today_is_never_replaced_by_a_redirect() -> None:
    edition = redirected(**{"p/1/": "p/2/"})
    page = pages(edition)["p/1/"]
    assert [urljoin(f"{BASE}p/1/", link.attributes["href"]) for link in page.find("a")] == [
        f"{BASE}text/01-wall/#p1"
    ]


def test_pages_are_written_without_errors_that_browsers_mend() -> None:
    moved = redirected(**{"text/01-old/": "text/01-wall/"})
    files = export_short_links(moved, FORMATTED, {MOVED_SCRIPT: INTEGRITY})
    for data in files.values():
        html5lib.HTMLParser(strict=True).parse(data.decode())


# ---- What a reference manager finds ----


def tags(page: Tree) -> dict[str, str]:
    return {
        tag.attributes["name"]: tag.attributes["content"]
        for tag in page.find("meta")
        if tag.attributes.get("name", "").startswith(("citation_", "DC."))
    }


def test_the_permanent_link_of_a_note_says_that_it_is_a_part_of_the_edition() -> None:
    found = pages(NOTED)
    for note in IN_ORDER:
        said = tags(found[f"n/{note.id}/"])
        assert said["citation_inbook_title"] == NOTED.settings.title
        assert said["citation_author"] == note.author.name
        assert "citation_journal_title" not in said


def test_no_other_permanent_link_says_what_work_it_is() -> None:
    assert {short for short, page in pages(NOTED).items() if tags(page)} == {
        f"n/{note.id}/" for note in IN_ORDER
    }


def test_a_stranger_s_words_stay_words_in_the_tags() -> None:
    """The quote of a note is the article's, its author's name a stranger's."""
    hostile = '"><script>alert(1)</script>'
    noted = with_notes(replace(SEA, author=replace(SEA.author, name=hostile)))
    page = pages(noted)["n/sea/"]
    assert tags(page)["citation_author"] == hostile
    assert page.find("script") == []
