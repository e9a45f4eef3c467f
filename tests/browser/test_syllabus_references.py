"""What is on a syllabus, for reference managers: each work once, as the edition has it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from edition.core.note import Kind
from tests.browser.building import link, said, saved, session, state
from tests.browser.noted import EDITION
from tests.browser.reader import Reader
from tests.browser.references import read_bibtex, read_ris

NOTE, OTHER = EDITION.notes_in_order[3], EDITION.notes_in_order[9]
QUESTION = next(note for note in EDITION.notes_in_order if note.kind is Kind.QUESTION)
FIGURE = f"figures/#{EDITION.figures[0].id}"
WORK = EDITION.settings.work
ARTICLE, WHOLE = "laowattanabhongse2024", "laowattanabhongse2024-edition"
Case = tuple[tuple[object, ...], list[str]]
CASES: dict[str, Case] = {
    "a paragraph": (("p/7/",), [ARTICLE]),
    "all that is text": (
        ("p/7/", "p/7-s2/", "text/plain/?p=7-12", "text/plain/?p=7&s=2-4", "u/abstract/",
         EDITION.chapters[0].address, "text/front/", "text/references/", "text/plain/"),
        [ARTICLE]),
    "a note": ((f"n/{NOTE.id}/",), [f"note--{NOTE.id}"]),
    "notes, one of them twice": (
        (f"n/{NOTE.id}/", f"n/{OTHER.id}/", f"n/{NOTE.id}/"),
        [f"note--{NOTE.id}", f"note--{OTHER.id}"]),
    "a question": ((f"n/{QUESTION.id}/",), [f"note--{QUESTION.id}"]),
    "other pages of the edition": (("timeline/", "map/", FIGURE, "glossary/"), [WHOLE]),
    "readings from elsewhere": (
        (["Hall", ""], ["Hall", "https://example.org/"], ["Hall", ""], ["", "https://example.net/"]),
        ["reading-1", "reading-2", "reading-3"]),
    "some of all": (
        ("timeline/", ["Hall", ""], "p/7/", f"n/{NOTE.id}/", "text/plain/", "map/"),
        [WHOLE, "reading-1", ARTICLE, f"note--{NOTE.id}"]),
    "what is there no more, too": (("p/999/", "p/7/", "n/never-was/"), [ARTICLE]),
}  # fmt: skip


@pytest.mark.parametrize(("items", "keys"), CASES.values(), ids=CASES)
def test_each_work_is_there_once_in_the_order_of_the_list(
    items: tuple[object, ...], keys: list[str], visit: Callable[..., Reader]
) -> None:
    reader = visit(link(state(*items)))
    name, bib = saved(reader.page, "bib")
    assert name == "syllabus.bib"
    assert list(read_bibtex(bib.decode())) == keys
    works = "one work" if len(keys) == 1 else f"{len(keys)} works"
    assert said(reader.page).startswith(f"Saved as syllabus.bib. It has {works}.")
    name, ris = saved(reader.page, "ris")
    assert name == "syllabus.ris"
    assert list(read_ris(ris.decode())) == keys
    lost = sum(one in ("p/999/", "n/never-was/") for one in items)
    assert (f"{lost} of the readings" in said(reader.page)) is bool(lost)
    assert reader.troubles() == []


def test_works_have_what_their_records_say(visit: Callable[..., Reader]) -> None:
    items = ("p/7/", f"n/{NOTE.id}/", "map/", ["Hall & Sons", "https://example.org/?a=1&b=%20#x"])
    page = visit(link(state(*items))).page
    records = read_ris(saved(page, "ris")[1].decode())
    article, note, whole, other = records.values()
    assert (article["TY"], article["UR"], article["PY"]) == ("JOUR", WORK.address, WORK.year)
    assert (article["AU"], article["T2"]) == ("Laowattanabhongse, Apisada", WORK.container)
    assert (note["TY"], note["AU"], whole["TY"]) == ("CHAP", NOTE.author.name, "BOOK")
    assert note["T2"] == whole["TI"]
    assert other == {
        "TY": "GEN", "ID": "reading-1", "TI": "Hall & Sons",
        "UR": "https://example.org/?a=1&b=%20#x", "ER": "",
    }  # fmt: skip
    entries = read_bibtex(saved(page, "bib")[1].decode())
    assert entries[ARTICLE]["url"] == WORK.address
    assert entries[ARTICLE]["title"] == WORK.title
    assert entries[f"note--{NOTE.id}"]["author"] == "{" + NOTE.author.name + "}"
    assert entries["reading-1"] == {
        "title": "Hall & Sons", "url": "https://example.org/?a=1&b=%20#x",
    }  # fmt: skip


@pytest.mark.parametrize("ending", ["bib", "ris"])
def test_the_edition_s_own_records_are_taken_over_as_they_are(
    ending: str, site: object, visit: Callable[..., Reader]
) -> None:
    every = [f"n/{note.id}/" for note in EDITION.notes_in_order]
    reader = visit(link({"t": "", "s": [session("p/7/", "map/", *every)]}))
    made = saved(reader.page, ending)[1].decode()
    files = [
        (site / "data" / "cite" / f"{name}.{ending}").read_text(encoding="utf-8")  # type: ignore[operator]
        for name in ("article", "edition", "notes")
    ]
    assert made.split() == "\n".join(files).split()


def press(page: Page, button: str, words: str) -> None:
    page.locator(f"[data-do={button}]").click()
    expect(page.locator(".syllabus-said")).to_contain_text(words)


def test_where_there_is_nothing_to_cite_nothing_is_saved(visit: Callable[..., Reader]) -> None:
    page = visit(link(state("p/999/", title="Gone"))).page
    press(page, "bib", "Nothing was saved: no reading on the list has a reference.")
    assert page.locator(".readings li").count() == 1


def test_references_that_cannot_be_had_are_said_and_had_later(page: Callable[..., Reader]) -> None:
    reader = page()
    reader.context.route("**/data/cite/*", lambda route: route.fulfill(body="<h1>Welcome</h1>"))
    shown = reader.visit(link(state("p/7/")))
    for button in ("bib", "ris"):
        press(shown, button, "could not be had from the edition")
    assert shown.locator(".readings li").count() == 1
    reader.context.unroute("**/data/cite/*")
    assert list(read_ris(saved(shown, "ris")[1].decode())) == [ARTICLE]
