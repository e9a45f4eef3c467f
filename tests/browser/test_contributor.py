"""Contributors, played from the selected words to the page that shows what they sent."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from edition.html.contribute import NOTE_FORM, REFERENCE_FORM
from tests.browser.accessibility import WINDOWS, axe
from tests.browser.contributing import FORGE, copy_of, go
from tests.browser.reader import Reader
from tests.browser.selecting import select
from tests.browser.server import Server
from tests.command import Outcome, run

CHAPTER = "text/01-ladder/"


@pytest.fixture
def visitor(new_reader: Callable[..., Reader], harbour_server: Server) -> Reader:
    """Somebody for whom the forge is there, though no request reaches it."""
    reader = new_reader(harbour_server)

    def answer(route: Route) -> None:
        route.fulfill(status=200, content_type="text/html", body="<title>A new file</title>")

    reader.context.route(f"{FORGE}/**", answer)
    return reader


def follow_by_keyboard(reader: Reader) -> tuple[str, str]:
    """Go on to the forge; return name and content of the file that its page is given."""
    page = reader.page
    expect(page.locator(".form-ways a").first).to_be_focused()
    assert reader.troubles() == []
    with reader.context.expect_page() as opened:
        page.keyboard.press("Enter")
    address = opened.value.url
    # The one request that leaves the site is the visitor's own.
    assert reader.record.foreign == [f"GET {address}"]
    assert address.startswith(f"{FORGE}/new/main?")
    query = parse_qs(urlsplit(address).query)
    (name,), (content,) = query["filename"], query["value"]
    return name, content


def merge(root: Path, folder: Path, name: str, content: str) -> tuple[Path, Outcome]:
    """Put a file into a copy of the edition, as a merge does; check and build it."""
    copy = copy_of(root, folder)
    assert not (copy / name).exists()
    (copy / name).write_text(content, encoding="utf-8", newline="")
    checked = run(copy, "check")
    assert checked.status == 0, checked.stderr
    assert run(copy, "sentences", "--update").status == 0
    assert run(copy, "permalinks", "--update").status == 0
    built = run(copy, "build")
    assert built.status == 0, built.stderr
    return copy / "site", checked


def text_of(page: Page, selector: str) -> str:
    return " ".join(page.locator(selector).inner_text().split())


def test_a_person_selects_words_and_their_note_stands_beside_them(
    tmp_path: Path, visitor: Reader, harbour: Path, new_reader: Callable[..., Reader]
) -> None:
    """By keyboard alone from the slip on; the source is one that the edition does not know."""
    page = visitor.visit(CHAPTER)
    select(page, ("p2", "It promises"), ("p2", "two high waters"))
    link = page.locator("#passage-note")
    expect(link).to_be_visible()  # the slip’s script comes when words are selected
    expect(link).to_have_text("Suggest a note")
    link.focus()
    with page.expect_response("**/data/references.json"):
        page.keyboard.press("Enter")
    assert unquote(urlsplit(page.url).fragment).startswith("u=p2&q=It+promises+two+high+waters")
    expect(page.locator("#note-found")).to_contain_text("Found in ¶ 2")
    typed = page.keyboard
    go(page, "#note-kind")
    typed.type("Open")
    go(page, "#note-level")
    typed.press("ArrowDown")
    go(page, "#note-body")
    typed.type(
        "Two a day is *usual*, not always so. See [[tide table]].\n\n> One a day, elsewhere."
    )
    go(page, "#note-find")
    typed.type("marks")
    go(page, ".form-choice")
    typed.press("Enter")
    typed.type("12")
    go(page, "#note-source")
    typed.type("https://example.org/one-tide: a page")
    go(page, "#your-name")
    typed.type("Ada O’Quill")
    go(page, "#your-orcid")
    typed.type("https://orcid.org/0000-0002-1825-0097")
    go(page, "#consent")
    typed.press("Space")
    go(page, "[data-do=ready]")
    typed.press("Enter")
    name, content = follow_by_keyboard(visitor)
    assert name == "docs/notes/promises-two-high-waters.md"
    site, checked = merge(harbour, tmp_path / "edition", name, content)
    codes = {line.split(": ")[1] for line in checked.stderr.splitlines()}
    assert codes == {"author-new", "permalink-new", "source-new"}
    with Server(site) as server:
        shown = new_reader(server).visit(f"{CHAPTER}#note-promises-two-high-waters")
        note = "#note-promises-two-high-waters"
        assert text_of(shown, f"{note} .note-quote") == "¶ 2 It promises two high waters"
        assert text_of(shown, f"{note} .note-kind").lower() == "open point"
        body = text_of(shown, f"{note} .note-body")
        assert body.startswith("Two a day is usual, not always so. See tide table.")
        assert body.endswith("Source being catalogued: https://example.org/one-tide: a page")
        signed = text_of(shown, f"{note} .note-signed")
        assert signed.startswith("Ada O’Quill ORCID, ")
        assert "students" in signed
        quoted = "One a day, elsewhere. (Quill, 2016, p. 12)"
        assert text_of(shown, f"{note} blockquote") == quoted


def test_a_person_with_nothing_selected_writes_about_words_that_stand_twice(
    tmp_path: Path, visitor: Reader, harbour: Path, new_reader: Callable[..., Reader]
) -> None:
    page = visitor.page
    with page.expect_response("**/data/references.json"):
        visitor.visit(NOTE_FORM)
    typed = page.keyboard
    go(page, "#note-unit")
    while page.locator("#note-unit").input_value() != "p1":
        typed.press("ArrowDown")
    go(page, "#note-quote")
    typed.type("ladder")
    expect(page.locator("#note-places p")).to_have_count(2)
    go(page, "#note-places input")
    typed.press("ArrowDown")
    typed.press("Space")
    expect(page.locator("#note-places input").nth(1)).to_be_checked()
    go(page, "#note-body")
    typed.type("This one has a mark.")
    go(page, "#your-name")
    typed.type("李雷")
    go(page, "#consent")
    typed.press("Space")
    go(page, "[data-do=ready]")
    typed.press("Enter")
    name, content = follow_by_keyboard(visitor)
    site, _ = merge(harbour, tmp_path / "edition", name, content)
    with Server(site) as server:
        shown = new_reader(server).visit(CHAPTER)
        words = shown.locator(f"mark[data-notes~='{Path(name).stem}']")
        expect(words).to_have_text("ladder")
        before = words.evaluate(
            "(mark) => { const range = document.createRange();"
            " range.setStart(mark.closest('[data-unit]'), 0); range.setEndBefore(mark);"
            " return range.toString().trim().split(/\\s+/).pop(); }"
        )
        assert before == "every"


def test_a_reference_is_corrected_beside_what_is_printed(
    tmp_path: Path, visitor: Reader, harbour: Path, new_reader: Callable[..., Reader]
) -> None:
    page = visitor.visit("bibliography/")
    with page.expect_response("**/data/references.json"):
        page.locator("#quill2016marks").get_by_role("link", name="Suggest a correction").click()
    typed = page.keyboard
    expect(page.locator("#reference-key")).to_have_value("quill2016marks")
    printed = page.locator("#printed-title")
    expect(printed).to_have_value("Marks on a wall")
    assert not printed.is_editable()
    page.locator("#corrected-volume").focus()
    typed.press("Control+A")
    typed.type("5")
    go(page, "#evidence-volume")
    typed.type("The issue: it says 5 on its title page.")
    go(page, "#reference-add")
    typed.type("doi")
    go(page, "[data-do=add]")
    typed.press("Enter")
    expect(page.locator("#corrected-doi")).to_be_focused()
    typed.type("10.1000/182")
    go(page, "#evidence-doi")
    typed.type("https://example.org/marks_on_a_wall")
    go(page, "#reference-body")
    typed.type("The list has the volume before.")
    go(page, "#your-name")
    typed.type("Ada Quill")
    go(page, "#consent")
    typed.press("Space")
    go(page, "[data-do=ready]")
    typed.press("Enter")
    name, content = follow_by_keyboard(visitor)
    assert name == "bibliography/corrections/quill2016marks.md"
    library = (harbour / "bibliography" / "article.bib").read_bytes()
    site, checked = merge(harbour, tmp_path / "edition", name, content)
    assert [line.split(": ")[1] for line in checked.stderr.splitlines()] == ["author-new"]
    assert (tmp_path / "edition" / "bibliography" / "article.bib").read_bytes() == library
    with Server(site) as server:
        shown = new_reader(server).visit("bibliography/#quill2016marks")
        entry = "#quill2016marks"
        assert "Small Harbours, 5(2)" in text_of(shown, f"{entry} > .reference")
        assert "Small Harbours, 4(2)" in text_of(shown, f"{entry} .printed p")
        changes = text_of(shown, f"{entry} .changes")
        assert "volume 4 5 The issue: it says 5 on its title page." in changes
        assert "doi 10.1000/182" in changes
        assert "The list has the volume before." in text_of(shown, f"{entry} .corrected")
        assert text_of(shown, f"{entry} .signed").startswith("Ada Quill, ")


REFUSED = {
    "no reference": ("", {}, "reference-key", "Choose the reference that you correct."),
    "nothing changed": ("lowwater", {}, "reference-fields", "Nothing is changed yet."),
    "no evidence": (
        "almanac1998", {"corrected-date": "1999"}, "evidence-date",
        "Write how you know: the address of a page, or the reason."),
    "an address that is none": (
        "lowwater", {"corrected-url": "example.org", "evidence-url": "seen"}, "corrected-url",
        "Expected an http or https address, found 'example.org'."),
    "braces that do not match": (
        "almanac1998", {"corrected-title": "{The almanac", "evidence-title": "seen"},
        "corrected-title", "Expected braces that match, found '{The almanac'."),
    "a field that has to be there": (
        "almanac1998", {"corrected-publisher": "", "evidence-publisher": "seen"},
        "reference-fields",
        "Expected publisher, which a reference of this type must have."),
    "HTML in the remark": (
        "almanac1998",
        {"corrected-date": "1999", "evidence-date": "seen", "reference-body": "<b>no</b>"},
        "reference-body",
        "Line 1: expected words without HTML, found '<b>no</b>' (set it as code, `…`, to show it)"),
}  # fmt: skip


@WINDOWS
def test_what_is_wrong_with_a_correction_is_said_at_its_field(
    width: int, colours: str, new_reader: Callable[..., Reader], harbour_server: Server
) -> None:
    for case, (key, values, name, message) in REFUSED.items():
        reader = new_reader(harbour_server, width=width, colour_scheme=colours)
        page = reader.page
        with page.expect_response("**/data/references.json"):
            reader.visit(f"{REFERENCE_FORM}#r={key}")
        page.locator("#your-name").fill("Ada Quill")
        page.locator("#consent").check()
        for field, value in values.items():
            page.locator(f"#{field}").fill(value)
        page.locator("[data-do=ready]").click()
        assert text_of(page, f"#{name}--fault").rstrip(".") == message.rstrip("."), case
        expect(page.locator(".form-fault:visible")).to_have_count(1)
        expect(page.locator(".form-send")).to_be_hidden()
        assert axe(page) == []
        assert reader.troubles() == []


def test_a_second_correction_counts_after_the_first(
    new_reader: Callable[..., Reader], harbour_server: Server
) -> None:
    """Files are read by name; the later one counts, and `-2` would come before the bare key."""
    page = new_reader(harbour_server).page
    with page.expect_response("**/data/references.json"):
        page.goto(f"{harbour_server.url}{REFERENCE_FORM}#r=lowwater")
    page.locator("#corrected-title").fill("Low water mark")
    page.locator("#evidence-title").fill("Seen in print.")
    page.locator("#your-name").fill("Ada Quill")
    page.locator("#consent").check()
    page.locator("[data-do=ready]").click()
    name = page.locator("#file-name").inner_text()
    assert name == "bibliography/corrections/lowwater2.md"
    assert sorted(["lowwater.md", Path(name).name]) == ["lowwater.md", Path(name).name]
