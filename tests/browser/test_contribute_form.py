"""The form for a note: what is wrong is said at its field, nothing is lost, anybody can use it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from edition.html.contribute import NOTE_FORM, REFERENCE_FORM
from tests.browser.accessibility import WINDOWS, axe
from tests.browser.contributing import GOOD, IDS, file_of, fill, press
from tests.browser.reader import Reader
from tests.browser.server import Server

WORDS = "expected words without HTML, found '<b>x</b>' (set it as code, `…`, to show it)"

FAULTS: dict[str, tuple[dict[str, object], str, str]] = {
    "no words": ({"quote": " "}, "quote", "Give the words of the article that the note is about."),
    "words that are not there": (
        {"quote": "the moon pulls"}, "quote",
        "These words are not in the article. Copy them from it, letter for letter."),
    "words of another unit": (
        {"quote": "a mark", "unit": "p3"}, "quote",
        "These words do not stand in ¶ 3, but in ¶ 1. Take ¶ 1"),
    "straight marks": (
        {"quote": "“low water,”"}, "quote",
        'The article has these words with other marks, dashes, accents or capitals: “"low water,"”.'
        " Take the article’s own words"),
    "words across paragraphs": (
        {"quote": "a new one. The table on"}, "quote",
        "These words run on from ¶ 1 into ¶ 2: quote words of one of them only."),
    "words in several places": (
        {"quote": "ladder", "unit": "p1"}, "quote",
        "These words stand in 2 places: choose one of them below."),
    "a letter": (
        {"quote": "e"}, "quote", "These words stand in more than 20 places: quote more words."),
    "far too many words": (
        {"quote": "tide " * 500}, "quote",
        "A note quotes at most 2000 characters: quote fewer words."),
    "an empty body": (
        {"body": " \n "}, "body", "Write what the note says: one sentence is enough."),
    "a body too long": (
        {"body": "tide " * 1300}, "body",
        "Line 1: expected at most 6000 characters in a body, found 6499"
        " (say the rest in a second entry)."),
    "HTML": ({"body": "One.\n\n<b>x</b>"}, "body", f"Line 3: {WORDS}."),
    "a script for an address": (
        {"body": "[a](javascript:alert(1))"}, "body",
        "Line 1: expected an http, https or mailto address, found 'javascript:alert(1)' (write it"
        " in full, with https://; [@key] cites and [[term]] points to an entry)."),
    "an unknown reference": (
        {"body": "It fades [@quill2017]."}, "body",
        "Line 1: the library has no entry quill2017 (choose it below, or write it as a source that"
        " the edition lacks)."),
    "a reference that every object of a script has": (
        {"body": "It fades [@constructor]."}, "body",
        "Line 1: the library has no entry constructor (choose it below, or write it as a source"
        " that the edition lacks)."),
    "a page left out": (
        {"body": "It fades [@quill2016marks, p. ]."}, "body",
        "Line 1: no page stands after “p.” (write the page, or leave the comma and what follows"
        " out)."),
    "an unknown term": (
        {"body": "It is a [[whirlpool]]."}, "body",
        "Line 1: the edition has no entry whirlpool (leave the brackets out)."),
    "a template for a source": (
        {"source": "{{ 7 * 7 }}"}, "source", "Expected plain words, found '{{ 7 * 7 }}'."),
    "no name": ({"name": ""}, "name", "Write your name, as it shall stand beside what you wrote."),
    "digits for a name": (
        {"name": "42"}, "name", "Expected the plain words of a name, found '42'."),
    "an ORCID of another form": (
        {"orcid": "1234"}, "orcid",
        "Expected an ORCID iD such as 0000-0002-1825-0097, found '1234'."),
    "an ORCID mistyped": (
        {"orcid": "https://orcid.org/0000-0002-1825-0098"}, "orcid",
        "Expected an ORCID iD whose last digit is right, found '0000-0002-1825-0098'."),
    "no consent": ({"consent": False}, "consent", "It can be published only if you agree to this."),
}  # fmt: skip


@pytest.fixture
def form(new_reader: Callable[..., Reader], harbour_server: Server) -> Callable[..., Reader]:
    """A reader of the form, once the article's text is there."""

    def make(fragment: str = "", **options: object) -> Reader:
        reader = new_reader(harbour_server, **options)
        with reader.page.expect_response("**/data/references.json"):
            reader.visit(f"{NOTE_FORM}{fragment}")
        return reader

    return make


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    form: Callable[..., Reader],
) -> None:
    reader = form()
    page = reader.page
    for case, (changes, name, message) in FAULTS.items():
        values = {**GOOD, **changes}
        fill(page, values)
        press(page)
        field, fault = page.locator(f"#{IDS[name]}"), page.locator(f"#{IDS[name]}--fault")
        assert " ".join(fault.inner_text().split()) == message, case
        expect(field).to_be_focused()
        expect(field).to_have_attribute("aria-invalid", "true")
        assert f"{IDS[name]}--fault" in str(field.get_attribute("aria-describedby"))
        expect(page.locator(".form-fault:visible")).to_have_count(1)
        expect(page.locator(".form-send")).to_be_hidden()
        for other, value in values.items():
            kept = page.locator(f"#{IDS[other]}")
            assert (kept.is_checked() if other == "consent" else kept.input_value()) == value
    fill(page, GOOD)
    press(page)
    expect(page.locator(".form-send")).to_be_visible()
    expect(page.locator(".form-fault:visible")).to_have_count(0)
    assert reader.troubles() == []


def test_a_field_at_fault_stands_on_a_thicker_line(form: Callable[..., Reader]) -> None:
    page = form().page
    fill(page, {**GOOD, "name": ""})
    press(page)
    for name, width in (("name", "2px"), ("body", "1px")):
        expect(page.locator(f"#{IDS[name]}")).to_have_css("border-bottom-width", width)


def test_a_cure_is_one_press_away(form: Callable[..., Reader]) -> None:
    page = form().page
    fill(page, {**GOOD, "quote": "“low water,”"})
    page.get_by_role("button", name="Take the article’s own words").click()
    expect(page.locator("#note-quote")).to_have_value('"low water,"')
    expect(page.locator("#note-found")).to_contain_text("Found in ¶ 2")
    fill(page, {"unit": "p3"})
    page.get_by_role("button", name="Take ¶ 2").click()
    expect(page.locator("#note-unit")).to_have_value("p2")
    expect(page.locator(".form-fault:visible")).to_have_count(0)


def test_one_of_several_places_is_chosen_and_told_apart(form: Callable[..., Reader]) -> None:
    page = form().page
    fill(page, {**GOOD, "quote": "ladder"})
    places = page.locator("#note-places p")
    expect(places).to_have_count(4)
    places.nth(2).get_by_role("radio").check()
    press(page)
    text = page.locator("#file-text").input_value()
    assert "quote: ladder\nunit: p1\nprefix: every\n" in text
    fill(page, {"quote": "the ladder"})
    expect(page.locator("#note-places")).to_be_hidden()
    expect(page.locator("#file-text")).to_have_value(file_of("the ladder", "p3"))


def test_words_that_were_selected_come_with_their_place(form: Callable[..., Reader]) -> None:
    """The second of two equal words, which nothing but its place tells from the first."""
    page = form("#u=p1&q=ladder&at=47").page
    expect(page.locator("#note-unit")).to_have_value("p1")
    expect(page.locator("#note-quote")).to_have_value("ladder")
    expect(page.locator("#note-places input").nth(1)).to_be_checked()
    expect(page.locator("#note-quote--fault")).to_be_hidden()


ADDRESSES = {
    "a unit alone": ("#u=p2", "p2", ""),
    "a unit that is none": ("#u=p99&q=a+mark", "", "a mark"),
    "signs of no alphabet": ("#u=%&q=%E0%A4%A&at=x", "", ""),
    "HTML": ("#u=<b>&q=<img src=x onerror=alert(1)>", "", "<img src=x onerror=alert(1)>"),
    "a hundred thousand letters": ("#q=" + "a" * 100_000, "", "a" * 4000),
}


def test_whatever_the_address_holds_the_form_opens(form: Callable[..., Reader]) -> None:
    for case, (fragment, unit, words) in ADDRESSES.items():
        reader = form(fragment)
        page = reader.page
        assert page.locator("#note-unit").input_value() == unit, case
        found = page.locator("#note-quote").input_value()
        assert found == words or (case == "signs of no alphabet" and "\ufffd" in found), case
        assert reader.troubles() == []


def test_a_draft_comes_back_to_its_words_and_a_name_to_every_form(
    form: Callable[..., Reader],
) -> None:
    reader = form("#u=p1&q=a+mark&at=62")
    page = reader.page
    values = {"body": "It *fades*.", "name": "Ada Quill", "source": "a letter"}
    fill(page, values)
    page.wait_for_timeout(400)
    page.reload()
    for name, value in values.items():
        assert page.locator(f"#{IDS[name]}").input_value() == value
    page.goto("about:blank")
    reader.visit(f"{NOTE_FORM}#u=p2&q=two+high+waters")
    assert page.locator("#note-quote").input_value() == "two high waters"
    assert page.locator("#note-body").input_value() == ""
    assert page.locator("#your-name").input_value() == "Ada Quill"


def test_nothing_is_lost_where_a_browser_keeps_nothing(form: Callable[..., Reader]) -> None:
    reader = form()
    page = reader.page
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error(); }; }")
    fill(page, GOOD)
    press(page)
    expect(page.locator(".form-send")).to_be_visible()
    assert reader.troubles() == []


def test_a_source_is_found_by_typing_and_goes_where_one_wrote(form: Callable[..., Reader]) -> None:
    page = form().page
    fill(page, {**GOOD, "body": "It fades. More."})
    page.locator("#note-body").focus()
    page.evaluate("() => document.activeElement.setSelectionRange(8, 8)")
    page.locator("#note-find").fill("quill WALL 2016")
    expect(page.locator("#note-find--said")).to_have_text("1 source found.")
    page.get_by_role("button", name="Marks on a wall").click()
    page.keyboard.type("12")
    expect(page.locator("#note-body")).to_have_value("It fades [@quill2016marks, p. 12]. More.")
    expect(page.locator(".form-note")).to_contain_text("It fades (Quill, 2016, p. 12). More.")
    page.locator("#note-find").fill("nobody")
    expect(page.locator("#note-find--said")).to_have_text("No sources found.")


HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1)) ![b](https://example.org/b.png)",
    "`</code><script>alert(1)</script>`",
    "&lt;svg onload=alert(1)&gt;",
    "[x]{lang=fr onclick=alert(1)}",
    "<javascript:alert(1)>",
)


def test_a_name_is_a_name_whatever_scripts_make_of_it(form: Callable[..., Reader]) -> None:
    page = form().page
    for name, written in {"constructor": "constructor", "__proto__": "'__proto__'"}.items():
        fill(page, {**GOOD, "name": name})
        press(page)
        wanted = file_of("a mark", "p1").replace("Ada Quill", written)
        expect(page.locator("#file-text")).to_have_value(wanted)


def test_somebody_who_is_known_signs_with_an_id(form: Callable[..., Reader]) -> None:
    page = form().page
    fill(page, {**GOOD, "name": " Josiah  Carberry "})
    press(page)
    wanted = file_of("a mark", "p1").replace("author_name: Ada Quill", "author: carberry")
    expect(page.locator("#file-text")).to_have_value(wanted)


def test_a_form_that_was_emptied_can_be_put_back(form: Callable[..., Reader]) -> None:
    page = form("#u=p1&q=a+mark").page
    fill(page, GOOD)
    page.locator("[data-do=clear]").click()
    expect(page.locator("#note-body")).to_have_value("")
    expect(page.locator("#consent")).not_to_be_checked()
    page.get_by_role("button", name="Put it back").press("Enter")
    expect(page.locator("#note-unit")).to_be_focused()
    press(page)
    expect(page.locator("#file-text")).to_have_value(file_of("a mark", "p1"))
    page.reload()
    expect(page.locator("#note-body")).to_have_value("It fades.")


def test_what_was_written_of_a_reference_can_be_put_back(
    new_reader: Callable[..., Reader], harbour_server: Server
) -> None:
    reader = new_reader(harbour_server)
    with reader.page.expect_response("**/data/references.json"):
        reader.visit(f"{REFERENCE_FORM}#r=lowwater")
    page = reader.page
    page.locator("#reference-add").select_option("doi")
    page.locator("[data-do=add]").click()
    page.locator("#corrected-doi").fill("10.1000/182")
    page.locator("[data-do=clear]").click()
    expect(page.locator("#corrected-doi")).to_have_count(0)
    page.get_by_role("button", name="Put it back").click()
    expect(page.locator("#corrected-doi")).to_have_value("10.1000/182")
    assert reader.troubles() == []


def test_what_is_shown_of_a_note_is_words(form: Callable[..., Reader]) -> None:
    reader = form()
    page = reader.page
    for words in HOSTILE:
        values = dict.fromkeys(("quote", "body", "source", "name"), words)
        fill(page, values)
        press(page)
        expect(page.locator(".form-note")).to_contain_text("alert(1)")
        assert page.locator(".form-note :is(script, img, svg, [onclick], [onerror])").count() == 0
        links = page.locator(".form-note a").evaluate_all("(all) => all.map((one) => one.href)")
        assert links == []
    assert reader.troubles() == []


@WINDOWS
def test_axe_finds_nothing_in_any_state(
    width: int, colours: str, form: Callable[..., Reader]
) -> None:
    reader = form(width=width, colour_scheme=colours)
    page = reader.page
    assert axe(page) == []
    fill(
        page, {**GOOD, "quote": "ladder", "body": "<b>", "name": "", "orcid": "1", "consent": False}
    )
    page.locator("#note-find").fill("quill")
    press(page)
    assert axe(page) == []
    fill(page, GOOD)
    press(page)
    expect(page.locator(".form-send")).to_be_visible()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert reader.troubles() == []


def test_without_scripts_the_page_says_how_to_do_it_by_hand(visit: Callable[..., Reader]) -> None:
    for address in (NOTE_FORM, REFERENCE_FORM):
        page = visit(address, javascript=False).page
        expect(page.locator(".form")).to_be_hidden()
        expect(page.locator(".form-without")).to_be_visible()
        opening = page.locator("article h1 + p").inner_text()
        assert opening.startswith("The article’s words stay as they are")
        page.get_by_role("link", name="How to do it by hand.").click()
        expect(page.get_by_role("link", name="what it holds")).to_be_visible()


def test_where_the_text_cannot_be_fetched_the_form_says_so(
    new_reader: Callable[..., Reader], harbour_server: Server
) -> None:
    page = new_reader(harbour_server).page
    page.route("**/data/edition.json", lambda route: route.abort())
    page.goto(f"{harbour_server.url}{NOTE_FORM}")
    fill(page, GOOD)
    press(page)
    expect(page.locator(".form-said")).to_contain_text("could not be fetched")
    expect(page.locator(".form-send")).to_be_hidden()
    expect(page.locator("#note-body")).to_have_value(str(GOOD["body"]))
