"""The syllabus builder without a network, without storage, without scripts, and from a disk."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from edition.html.syllabus import BUILDER, fragment
from tests.browser.building import kept, link, links, said, saved, state
from tests.browser.reader import Reader
from tests.browser.references import read_bibtex, read_ris
from tests.browser.server import Server
from tests.trees import read

COURSE = state("p/7/", "p/7-s2/", "text/04-summit/", "n/summit-verdict/", "map/", ["Hall", ""])


def test_all_of_it_works_without_a_network_once_the_page_has_been_there(
    page: Callable[..., Reader],
) -> None:
    """A list is made, and taken along in every form."""
    reader = page()
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    with reader.page.expect_response("**/data/notes.jsonld") as last:
        here = reader.visit(BUILDER)
    last.value.finished()
    reader.connect(False)
    field = here.locator("#syllabus-range")
    for text in ("7", "7.2", "7.2-8.1"):
        field.fill(text)
        field.press("Enter")
    here.locator("#syllabus-thing").select_option("n/summit-verdict/")
    here.locator("[data-do=thing]").click()
    for button in ("copy", "markdown", "link"):
        here.locator(f"[data-do={button}]").click()
        expect(here.locator(".syllabus-said")).to_contain_text("on the clipboard")
    for box in here.locator(".syllabus-boxes input").all():
        box.check()
    handout = read(saved(here, "handout")[1])
    assert len(handout.find("div", class_="passage")) == 3
    assert len(handout.find("div", class_="note")) == 1
    keys = ["laowattanabhongse2024", "note--summit-verdict"]
    assert list(read_bibtex(saved(here, "bib")[1].decode())) == keys
    assert list(read_ris(saved(here, "ris")[1].decode())) == keys
    assert saved(here, "cartridge")[1].startswith(b"PK")
    assert reader.troubles() == []


def test_at_the_root_of_a_site_it_is_the_same(
    site: Path, new_reader: Callable[..., Reader]
) -> None:
    """Everywhere else in these tests the site lies under a path."""
    with Server(site, prefix="/") as server:
        reader = new_reader(server)
        here = reader.visit(link(state("p/7/", "text/plain/?p=7&s=2-4")))
        here.locator("#syllabus-range").fill("8")
        here.locator("#syllabus-range").press("Enter")
        assert links(here)[2] == ["¶ 8", f"{server.origin}/p/8/"]
        assert kept(reader) == here.url.partition("#")[2]
        here.locator("#syllabus-with-text").check()
        assert len(read(saved(here, "handout")[1]).find("div", class_="passage")) == 3
        assert reader.troubles() == []


REFUSALS = {
    "full": """Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };""",
    "forbidden": """Object.defineProperty(window, "localStorage", {
      get() { throw new DOMException("no", "SecurityError"); },
    });""",
}


@pytest.mark.parametrize("how", REFUSALS)
def test_without_storage_the_address_has_the_list_and_says_so(
    how: str, page: Callable[..., Reader]
) -> None:
    reader = page()
    reader.context.add_init_script(REFUSALS[how])
    here = reader.visit(BUILDER)
    here.locator("#syllabus-range").fill("7")
    here.locator("#syllabus-range").press("Enter")
    assert "keeps nothing for this page" in said(here)
    here.locator("#syllabus-title").fill("A course")
    wanted = {"t": "A course", "s": [{"t": "", "d": "", "r": "", "i": ["p/7/"]}]}
    here.wait_for_function("hash => location.hash === hash", arg=f"#{fragment(wanted)}")
    here.reload()
    assert [title for title, _ in links(here)] == ["¶ 7"]
    expect(here.locator("#syllabus-title")).to_have_value("A course")
    assert reader.troubles() == []


def test_a_list_too_long_for_a_link_is_kept_and_can_be_saved(visit: Callable[..., Reader]) -> None:
    reader = visit(BUILDER)
    here = reader.page
    here.evaluate(
        """() => {
          const { builder } = editionSyllabus;
          builder.change("Many.", () => {
            for (let at = 0; at < 900; at += 1) builder.state.s[0].i.push([`Reading ${at}`, "https://example.org/"]);
          });
        }"""
    )
    assert "too long for a link; this browser keeps it" in said(here)
    assert here.url == reader.base + BUILDER
    here.locator("[data-do=link]").click()
    assert "too long for a link" in said(here)
    assert len(read(saved(here, "handout")[1]).find("li")) == 900
    assert (kept(reader) or "").startswith("1.")


def test_without_scripts_the_page_is_whole_and_has_no_form(visit: Callable[..., Reader]) -> None:
    assert_whole(visit(link(COURSE), javascript=False).page)


def assert_whole(page: Page) -> None:
    """What the page says stands there, with both examples; of the form there is nothing."""
    expect(page.locator(".form-without")).to_be_visible()
    expect(page.locator(".syllabus")).to_be_hidden()
    headings = page.get_by_role("heading", level=2).all_inner_texts()
    assert headings == ["By hand", "What becomes of the list"]
    assert page.locator(".syllabus-example a:visible").count() == 2
    assert page.locator(".syllabus-outline a:visible").count() > 10
    page.locator(".form-without a").click()
    expect(page.locator("#by-hand")).to_be_in_viewport()


@pytest.fixture
def on_disk(browser: Browser, site: Path) -> Page:
    """A page of the site opened from a disk; Chromium runs no script with integrity there."""
    context = browser.new_context()
    page = context.new_page()
    yield page  # type: ignore[misc]
    context.close()


def test_from_a_disk_where_no_script_runs_it_is_the_same(on_disk: Page, site: Path) -> None:
    on_disk.goto(f"{(site / BUILDER / 'index.html').as_uri()}#{fragment(COURSE)}")
    assert_whole(on_disk)


def test_from_a_disk_a_range_is_the_whole_article(on_disk: Page, site: Path) -> None:
    plain = (site / "text" / "plain" / "index.html").as_uri()
    on_disk.goto(f"{plain}?p=7&s=2-4#p7")
    assert on_disk.locator(".work [data-unit]:visible").count() > 50
    expect(on_disk.locator("#p7")).to_be_in_viewport()
    expect(on_disk.locator(".scriptless")).to_be_visible()


def test_from_a_disk_where_scripts_run_it_says_what_cannot_be_fetched(
    on_disk: Page, site: Path, tmp_path: Path
) -> None:
    """As where no integrity of files is checked: nothing is asked for, and all else works."""
    folder = Path(shutil.copytree(site, tmp_path / "site", ignore=shutil.ignore_patterns("search")))
    page = folder / BUILDER / "index.html"
    html = page.read_text(encoding="utf-8")
    html = re.sub(r' integrity="[^"]*"|<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    page.write_text(html, encoding="utf-8")
    asked: list[str] = []
    on_disk.on("request", lambda request: asked.append(request.url))
    on_disk.goto(f"{page.as_uri()}#{fragment(COURSE)}")
    expect(on_disk.locator(".readings li")).to_have_count(6)
    for box in on_disk.locator(".syllabus-boxes input").all():
        expect(box).to_be_disabled()
        expect(box).to_have_accessible_description(re.compile("opened from a disk"))
    expect(on_disk.locator("#syllabus-with--hint")).to_be_visible()
    handout = read(saved(on_disk, "handout")[1])
    assert len(handout.find("li")) == 6
    assert "lies on a disk" in said(on_disk)
    on_disk.locator("[data-do=bib]").click()
    assert "opened from a disk" in said(on_disk)
    assert [url for url in asked if "/data/" in url or "/plain/" in url] == []
