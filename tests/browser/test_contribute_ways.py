"""Ways to send a contribution: what each address holds, and what is done with a long text."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from edition.html.contribute import NOTE_FORM
from tests.browser.contributing import CONTACT, FORGE, GOOD, file_of, fill, press
from tests.browser.reader import Reader
from tests.browser.server import Server

PATH = "docs/notes/mark.md"
TEXT = "---\nquote: a mark\n---\nIt fades & “more”: 100 % + 1.\n"
FIELDS = {"unit": "p1", "quote": "a mark", "prefix": "", "kind": "context", "body": "It fades."}
LETTER = (
    f"Note on ¶ 1, for: Tides\n\n--- 8< --- {PATH}\n{TEXT}--- >8 ---\n\n"
    "I wrote this myself and publish it under CC BY 4.0.\n"
)

WAYS = """([text, told, fields]) => editionContribute.ways(
  { path: "docs/notes/mark.md", text, title: "Note on ¶ 1", fields },
  { licence: "CC BY 4.0", edition: "Tides", ...told })"""


@pytest.fixture
def ask(visit: Callable[..., Reader]) -> Callable[..., list[dict[str, Any]]]:
    """Ask the form's script for the ways of a text, of a forge and an address."""
    page = visit(NOTE_FORM).page

    def ask(
        text: str = TEXT, forge: str = "", kind: str = "github", contact: str = "", body: str = ""
    ) -> list[dict[str, Any]]:
        told = {"forge": forge, "kind": kind, "contact": contact}
        fields = {**FIELDS, **({"body": body} if body else {})}
        ways: list[dict[str, Any]] = page.evaluate(WAYS, [text, told, fields])
        return ways

    return ask


def asked(way: dict[str, Any]) -> tuple[str, dict[str, str]]:
    """An address without its query, and what the query says."""
    parts = urlsplit(way["href"])
    query = {name: value for name, (value,) in parse_qs(parts.query).items()}
    return parts._replace(query="").geturl(), query


def test_each_forge_is_given_the_file_in_its_own_way(ask: Callable[..., Any]) -> None:
    new, issue = ask(forge="https://github.com/a/b")
    assert asked(new) == ("https://github.com/a/b/new/main", {"filename": PATH, "value": TEXT})
    assert asked(issue) == (
        "https://github.com/a/b/issues/new",
        {
            **{"template": "note.yml", "title": "Note on ¶ 1"},
            **{"unit": "p1", "quote": "a mark", "kind": "context", "words": "It fades."},
        },
    )
    (new,) = ask(forge="https://codeberg.org/a/b", kind="forgejo")
    assert asked(new) == ("https://codeberg.org/a/b/_new/main/", {"filename": PATH, "value": TEXT})
    (issue,) = ask(forge="https://gitlab.com/a/b/c", kind="gitlab")
    assert asked(issue) == (
        "https://gitlab.com/a/b/c/-/issues/new",
        {"issue[title]": "Note on ¶ 1", "issue[description]": f"~~~~ text\n{LETTER}~~~~\n"},
    )
    assert ask() == []


def test_a_letter_holds_the_file_between_two_lines(ask: Callable[..., Any]) -> None:
    (way,) = ask(contact=CONTACT)
    address, query = asked(way)
    assert address == f"mailto:{CONTACT}"
    assert query == {"subject": "Note on ¶ 1", "body": LETTER.replace("\n", "\r\n")}
    assert "+" not in urlsplit(way["href"]).query  # a plus is no space in a letter


@pytest.mark.parametrize(("letters", "is_whole"), [(7_000, True), (8_100, False), (50_000, False)])
def test_what_is_too_long_for_a_link_is_copied_instead(
    letters: int, is_whole: bool, ask: Callable[..., Any]
) -> None:
    text = "x" * letters
    for way in (
        *ask(text, forge="https://github.com/a/b", body=text),
        *ask(text, forge="https://codeberg.org/a/b", kind="forgejo"),
        *ask(text, forge="https://gitlab.com/a/b", kind="gitlab"),
    ):
        assert len(way["href"]) <= 8000
        assert (text in unquote(way["href"])) == is_whole
        assert (text in way["copies"]) == (not is_whole)
        assert way["hint"].startswith("This is too long for a link") == (not is_whole)
    (letter,) = ask("x" * 2_000, contact=CONTACT)
    assert len(letter["href"]) <= 2000
    assert "x" * 2_000 in letter["copies"]


def open_form(new_reader: Callable[..., Reader], server: Server, body: str) -> tuple[Reader, Page]:
    reader = new_reader(server)
    with reader.page.expect_response("**/data/references.json"):
        reader.visit(NOTE_FORM)
    fill(reader.page, {**GOOD, "body": body})
    press(reader.page)
    return reader, reader.page


def test_the_form_offers_all_ways_of_its_edition(
    new_reader: Callable[..., Reader], harbour_server: Server
) -> None:
    reader, page = open_form(new_reader, harbour_server, "It fades.")
    links = page.locator(".form-ways a")
    first = page.locator(".form-ways a").first
    expect(first).to_be_focused()
    addresses = links.evaluate_all("(all) => all.map((one) => one.href)")
    expected = [f"{FORGE}/new/main?", f"{FORGE}/issues/new?", f"mailto:{CONTACT}?"]
    assert [address.partition("?")[0] + "?" for address in addresses] == expected
    assert [link.get_attribute("rel") for link in links.all()] == ["noopener", "noopener", None]
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the file").click()
    assert download.value.suggested_filename == "mark.md"
    assert download.value.path().read_text(encoding="utf-8") == file_of("a mark", "p1")
    assert reader.troubles() == []


def test_a_long_note_is_copied_or_can_be_marked(
    new_reader: Callable[..., Reader], harbour_server: Server
) -> None:
    body = "潮 " * 1500
    reader, page = open_form(new_reader, harbour_server, body.strip())
    page.evaluate(
        "() => { navigator.clipboard.writeText ="
        " (text) => { window.taken = text; return Promise.resolve(); }; }"
    )
    page.get_by_role("button", name="Copy the text").first.click()
    expect(page.locator(".form-sent")).to_have_text("The text is copied: paste it there.")
    assert page.evaluate("window.taken") == file_of("a mark", "p1", body.strip())
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.get_by_role("button", name="Copy the text").last.click()
    expect(page.locator(".form-sent")).to_contain_text("does not let this page copy")
    marked = page.evaluate(
        "() => { const text = document.getElementById('file-text');"
        " return text.value.slice(text.selectionStart, text.selectionEnd); }"
    )
    assert marked == file_of("a mark", "p1", body.strip())
    assert reader.troubles() == []


def test_without_a_forge_or_an_address_the_file_is_saved_or_copied(
    visit: Callable[..., Reader],
) -> None:
    """As this edition is, which does not know its repository yet."""
    reader = visit(f"{NOTE_FORM}#u=p7&q=stable+Central+Asia")
    page = reader.page
    expect(page.locator("#note-found")).to_contain_text("Found in ¶ 7")
    fill(page, {"body": "It fades.", "name": "Ada Quill", "consent": True})
    press(page)
    ways = page.locator(".form-ways li")
    expect(ways).to_have_text(["Save the file", "Copy the text"])
    expect(page.locator(".form-send")).to_contain_text("knows neither its repository nor")
    assert reader.troubles() == []
