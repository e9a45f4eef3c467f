"""A note as readers see it: whose it is, what it says, what it cites, how it is cited."""

from dataclasses import replace

import pytest

from edition.core.body import Body, Cited, Link, Paragraph, Text
from edition.core.quote import Quote
from edition.html.note import NoteView, view_note, view_notes
from tests.core.noted import FORMATTED, MARKS, NOTED, SEA, WROTE, note, with_notes
from tests.trees import fragment

PAGE = "text/01-wall/"


def view(note_id: str, page: str = PAGE) -> NoteView:
    """One note of the small edition, laid out for a page."""
    (found,) = (found for found in NOTED.notes if found.id == note_id)
    return view_note(NOTED, FORMATTED, page, found)


def test_notes_are_lettered_through_all_units_of_a_page_where_their_words_end() -> None:
    """A note within the words of another is met first."""
    views = view_notes(NOTED, FORMATTED, PAGE, ["title", "p1", "p2", "r1"])
    assert [(found.letter, found.id) for found in views] == [
        ("a", "whose-wall"),
        ("b", "sea"),
        ("c", "wrote"),
        ("d", "second-mention"),
        ("e", "second-mention-too"),
        ("f", "again"),
        ("g", "marks"),
    ]


def test_letters_begin_anew_on_every_page() -> None:
    (found,) = view_notes(NOTED, FORMATTED, "text/references/", ["r1"])
    assert (found.letter, found.id) == ("a", "marks")
    assert view_notes(NOTED, FORMATTED, PAGE, ["p2"]) == ()


def test_a_note_says_what_it_is_about_and_where() -> None:
    found = view("whose-wall", "notes/")
    assert (found.quote, found.unit, found.where) == ("wall", "title", "the title")
    assert (found.anchor, found.marker) == ("note-whose-wall", "noteref-whose-wall")
    assert (found.address, found.short_link) == ("text/front/#note-whose-wall", "n/whose-wall/")
    assert found.file == "docs/notes/whose-wall.md"


def test_a_note_says_its_kind_and_whom_it_is_for_in_words() -> None:
    found = view("whose-wall")
    assert (found.kind, found.label) == ("question", "For discussion")
    assert (found.level, found.audience) == (2, "students")


def test_a_long_quote_is_shortened() -> None:
    quote = Quote("The sea wrote on it (Quill, 2016), and again")
    (found,) = view_notes(with_notes(note("a", quote)), FORMATTED, PAGE, ["p1"])
    assert found.quote == "The sea wrote on it (Quill, 2016), and …"


def test_a_note_is_signed_and_dated() -> None:
    found = view("wrote").signature
    assert (found.author, found.orcid) == ("Rowan Teale", "0000-0002-1825-0097")
    assert (found.date, found.date_words) == ("2026-11-20", "20 November 2026")
    assert (found.revised, found.revised_words) == ("2026-11-24", "24 November 2026")


def test_a_note_that_was_never_changed_has_one_date() -> None:
    found = view("sea").signature
    assert (found.date_words, found.revised, found.revised_words) == ("23 November 2026", "", "")


def test_the_editors_and_somebody_new_have_no_orcid_id() -> None:
    for name, author in (("sea", "The editors"), ("marks", "Ada Ostrander")):
        signed = view(name).signature
        assert (signed.author, signed.orcid) == (author, "")


@pytest.mark.parametrize(
    ("page", "up"), [(PAGE, "../../"), ("notes/", "../"), ("", ""), ("bibliography/", None)]
)
def test_a_body_is_drawn_for_the_page_on_which_it_stands(page: str, up: str | None) -> None:
    to = "" if up is None else f"{up}bibliography/"
    assert fragment(view("sea", page).body) == fragment(
        f'<p>The sea is the North Sea; see <a class="cited" href="{to}#quill2016">(Quill, 2016,'
        f' p. 12)</a> and <a class="cited" href="{to}#teale2020">(Teale &amp; co, 2020)</a>.</p>\n'
        '<ul><li>It is &lt; 100 m deep &amp; cold.</li><li>In Danish it is <span lang="da">'
        "Vesterhavet</span>.</li></ul>"
    )


def test_its_sources_are_the_works_that_it_cites_each_once_in_order() -> None:
    body = "[@teale2020], [@quill2016, p. 12], [@quill2016], *[@teale2020]*"
    edition = with_notes(note("a", Quote("The sea"), body))
    (found,) = view_notes(edition, FORMATTED, PAGE, ["p1"])
    assert [
        (source.key, fragment(source.text).words, source.address) for source in found.sources
    ] == [
        ("teale2020", "Teale & co. (2020).", "../../bibliography/#teale2020"),
        ("quill2016", "Quill, B. (2016). Marks on a wall", "../../bibliography/#quill2016"),
    ]
    assert view("wrote").sources == ()


def test_a_source_that_the_library_lacks_is_named_in_its_finder_s_words() -> None:
    assert view("marks").new_source == MARKS.new_source
    assert view("sea").new_source == ""


def test_a_note_says_how_it_is_cited_itself() -> None:
    assert fragment(view("wrote").citation).words == "Rowan Teale. Note wrote."
    unformatted = replace(FORMATTED, own=replace(FORMATTED.own, notes={}))
    assert view_note(NOTED, unformatted, PAGE, WROTE).citation == ""


def test_a_citation_in_a_link_is_not_a_link_in_a_link() -> None:
    """A reader of bodies refuses it; should one come through, no link holds another."""
    cited = Cited("quill2016", "", SEA.place)
    link = Link("https://example.org/", (Text("see "), cited, Text(" there")))
    lost = replace(SEA, body=Body((Paragraph((link,)),)))
    (found,) = view_notes(with_notes(lost), FORMATTED, PAGE, ["p1"])
    body = fragment(found.body)
    assert body.words == "see (Quill, 2016) there"
    for anchor in body.find("a"):
        assert anchor.find("a") == [anchor]


def test_tags_are_those_of_the_file() -> None:
    assert view("sea").tags == SEA.tags
