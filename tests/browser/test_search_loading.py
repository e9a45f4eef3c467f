"""Search costs nothing until it is opened, little then, and says what it cannot have."""

import gzip
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from edition.exports.search_documents import SearchDocument, Sort, search_documents
from edition.exports.search_index import sharded, whole
from edition.sources.citeproc import format_library
from tests.browser.noted import EDITION
from tests.browser.reader import Reader
from tests.browser.searching import close_search, open_search, put, results
from tests.browser.server import Server
from tests.command import REPOSITORY

CHAPTER = "text/04-summit/"
BUDGET = 80 * 1024
MISSING = "The index could not be loaded. Try again when you are connected"
PART_MISSING = "This part of the index could not be loaded. Try again when you are connected"
PLANTED = "<img src=x onerror=alert(1)><script>alert(2)</script>"


def documents() -> tuple[SearchDocument, ...]:
    """What can be found in this edition."""
    return search_documents(EDITION, format_library(REPOSITORY, EDITION)[0])


def with_index(site: Path, folder: Path, files: dict[str, bytes]) -> Path:
    """Copy what of the site a reader of a chapter needs, and give it another index."""
    for name in ("assets", CHAPTER, "glossary"):
        shutil.copytree(site / name, folder / name)
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@pytest.fixture
def large(site: Path, tmp_path: Path) -> Iterator[Server]:
    """The site with its index in shards, as a large edition has it."""
    with Server(with_index(site, tmp_path / "large", sharded(documents()))) as server:
        yield server


def asked_of_search(reader: Reader) -> list[str]:
    """Collect the addresses of search's own that are asked for from now on."""
    asked: list[str] = []

    def keep(url: str) -> None:
        path = unquote(urlsplit(url).path)
        if "/search/" in path or "/search-" in path or path.endswith("/search.js"):
            asked.append(path)

    reader.context.on("request", lambda request: keep(request.url))
    return asked


def test_nothing_of_search_is_fetched_before_it_is_opened(page: Callable[..., Reader]) -> None:
    reader = page()
    asked = asked_of_search(reader)
    reader.visit(CHAPTER)
    reader.page.mouse.move(300, 300)
    reader.page.keyboard.press("Tab")
    reader.page.wait_for_timeout(300)
    assert asked == []
    open_search(reader.page)
    assert sorted(path.rsplit("/", 1)[1] for path in asked) == [
        "index.json",
        "search-engine.js",
        "search-index.js",
        "search-results.js",
        "search-words.js",
        "search.js",
    ]


def test_the_dialog_is_there_before_anything_has_come(page: Callable[..., Reader]) -> None:
    """Opening waits for nothing; what is typed meanwhile is answered in the end."""
    reader = page()
    held = []
    reader.page.route("**/search/index.json", lambda route: held.append(route))
    page = reader.visit(CHAPTER)
    page.keyboard.press("/")
    assert page.evaluate("document.getElementById('search').open")
    assert page.locator("#search-status").inner_text() == "Loading …"
    page.keyboard.type("Xinhua")
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    page.locator("#search-results a").first.wait_for()
    assert "glossary/#xinhua" in page.locator("#search-results a").first.get_attribute("href")


def test_until_the_first_result_search_costs_at_most_80_kib(
    site: Path, page: Callable[..., Reader]
) -> None:
    """Its scripts and the index, gzipped as a server does it."""
    reader = page()
    reader.visit(CHAPTER)
    asked = asked_of_search(reader)
    open_search(reader.page)
    put(reader.page, "soft power")
    assert results(reader.page, reader.base) != []
    files = [site / path.removeprefix("/sub/path/") for path in set(asked)]
    assert 0 < sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) <= BUDGET


# ---- Without a network ----


def test_once_loaded_search_needs_no_network(visit: Callable[..., Reader]) -> None:
    reader = visit(CHAPTER)
    page = reader.page
    open_search(page)
    reader.connect(False)
    put(page, "Tokaev")
    assert results(page, reader.base)[0].address == "people/#kassym-jomart-tokayev"
    close_search(page)
    open_search(page)
    put(page, "p8")
    assert reader.troubles() == []
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{CHAPTER}#p8")


def test_without_a_network_search_says_so_and_works_when_there_is_one_again(
    visit: Callable[..., Reader],
) -> None:
    reader = visit(CHAPTER)
    page = reader.page
    reader.connect(False)
    page.keyboard.press("/")
    page.locator("#search-status", has_text=MISSING).wait_for()
    assert put(page, "BREIP").startswith(MISSING)
    reader.connect(True)
    put(page, "BREIP")
    assert results(page, reader.base)[0].kind == "Term"
    assert reader.record.errors == []


@pytest.mark.parametrize(
    "missing",
    ["search/index.json", "search.js", *(f"search-{n}.js" for n in ("words", "index", "results"))],
)
def test_what_does_not_come_is_said_and_harms_nothing_else(
    missing: str, page: Callable[..., Reader]
) -> None:
    """The page keeps its scripts, nothing fails loudly, and a second try can do better."""
    reader, lost = page(), [missing]
    reader.page.route(f"**/{missing}", lambda route: route.abort() if lost else route.continue_())
    page = reader.visit(CHAPTER)
    page.keyboard.press("/")
    page.locator("#search-status", has_text=MISSING).wait_for()
    assert page.evaluate("document.documentElement.classList.contains('js')")
    assert page.locator("#search-results > li").count() == 0
    lost.clear()
    close_search(page)
    open_search(page)
    put(page, "BREIP")
    assert results(page, reader.base)[0].kind == "Term"
    assert reader.record.errors == []


def test_an_index_that_is_none_is_said_to_be_missing(page: Callable[..., Reader]) -> None:
    reader = page()
    reader.page.route("**/search/index.json", lambda route: route.fulfill(body="<!doctype html>"))
    reader.visit(CHAPTER)
    reader.page.keyboard.press("/")
    reader.page.locator("#search-status", has_text=MISSING).wait_for()
    assert reader.record.errors == []


def test_of_a_large_edition_a_part_may_be_missing(
    large: Server, new_reader: Callable[..., Reader]
) -> None:
    """What was asked before is still answered; the rest is said to be missing, and can come."""
    reader = new_reader(large)
    page = reader.visit(CHAPTER)
    open_search(page)
    put(page, "BREIP")
    first = results(page, reader.base)
    assert first[0].kind == "Term"
    reader.connect(False)
    assert put(page, "Zarafshan").startswith(PART_MISSING)
    assert results(page, reader.base) == []
    put(page, "BREIP")
    assert results(page, reader.base) == first
    reader.connect(True)
    put(page, "Zarafshan")
    assert results(page, reader.base)[0].kind == "Place"
    assert reader.record.errors == []


def test_an_answer_that_comes_late_is_not_shown(
    large: Server, new_reader: Callable[..., Reader]
) -> None:
    """What is shown is the answer to what stands in the field."""
    reader, held, holds = new_reader(large), [], []
    reader.page.route(
        "**/words/*.json", lambda route: held.append(route) if holds else route.continue_()
    )
    page = reader.visit(CHAPTER)
    open_search(page)
    put(page, "Xinhua")
    holds.append(True)
    page.locator("#search-field").fill("Astana")
    page.wait_for_timeout(100)
    put(page, "Xinhua")
    for route in held:
        route.continue_()
    page.wait_for_timeout(300)
    assert held != []
    assert results(page, reader.base)[0].address == "glossary/#xinhua"
    assert reader.troubles() == []


# ---- Odd questions, odd documents ----


@pytest.mark.parametrize(
    "question",
    ["", "   ", '"', '""', "!?;:-", "\\", "<script>alert(1)</script>", "&lt;b&gt;", "x" * 10_000,
     "the " * 2_500, "?" * 10_000, "習近平", "%00", "\u202e", "constructor", "__proto__", ".*"],
)  # fmt: skip
def test_any_question_has_an_answer(question: str, visit: Callable[..., Reader]) -> None:
    """Results or words, never an error, and nothing of the question becomes part of the page."""
    reader = visit(CHAPTER)
    page = reader.page
    open_search(page)
    scripts = page.locator("script").count()
    assert put(page, question).strip()
    assert page.locator("script").count() == scripts
    assert page.locator("dialog#search :is(b, img, script)").count() == 0
    assert reader.troubles() == []


@pytest.mark.parametrize("form", [whole, sharded], ids=["one file", "shards"])
def test_what_documents_hold_is_shown_as_words(
    form: Callable[..., dict[str, bytes]],
    site: Path,
    tmp_path: Path,
    new_reader: Callable[..., Reader],
) -> None:
    """Whatever a contributor writes: no element, no script, no request."""
    planted = SearchDocument(Sort.TERM, PLANTED, "glossary/#a", (PLANTED,), f"alert {PLANTED}")
    kinds = [replace(planted, sort=sort) for sort in Sort]
    with Server(with_index(site, tmp_path / "planted", form(kinds))) as server:
        reader = new_reader(server)
        page = reader.visit(CHAPTER)
        open_search(page)
        put(page, "alert")
        found = results(page, reader.base)
        assert len(found) == len(Sort)
        assert {result.title.strip("“”") for result in found} == {PLANTED}
        assert page.locator("#search-results :is(img, script)").count() == 0
        assert reader.troubles() == []


def test_the_site_s_index_is_of_this_edition(site: Path) -> None:
    """Every address in it is one that the site has (read from the file, whichever its form)."""
    index = json.loads((site / "search" / "index.json").read_bytes())
    if "documents" in index:
        addresses = [row[2] for row in index["documents"]]
    else:
        shards = sorted((site / "search" / index["folder"] / "documents").glob("*.json"))
        addresses = [row[1] for shard in shards for row in json.loads(shard.read_bytes())]
    assert len(addresses) == len(documents())
    for address in addresses:
        path, _, anchor = address.partition("#")
        page = (site / path / "index.html").read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in page, address
