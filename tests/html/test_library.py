"""The library as readers see it: each entry as printed, as corrected, and where it is cited."""

from dataclasses import replace

from edition.core.body import Body
from edition.core.contributor import Contributor
from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.core.inline import Run
from edition.core.problem import Place
from edition.core.quote import Quote
from edition.core.reference import Correction, Evidence, Status
from edition.core.unit import Role
from edition.html.library import Mention, NoteMention, ReferenceView, Source, view_library
from edition.html.link import Xref
from edition.sources.body import read_body
from tests.core.editions import EDITION, R1, cite, page, unit
from tests.core.figured import FIGURED
from tests.core.noted import NOTED, note, with_notes
from tests.core.termed import TERMED
from tests.trees import Tree, fragment

FORMATTED = Formatted(
    {"quill2016": (Run("Quill <& co>. "), Run("Marks", emphasis=True)), "teale2020": (Run("T"),)},
    {("teale2020", "p. 3"): (Run("(Teale & co, 2020, p. 3)"),)},
    {},
)
PLACE = Place("bibliography/corrections/a.md")


def body(source: str) -> Body:
    """A body as its reader would return it."""
    found, problems = read_body(source, PLACE.path)
    assert problems == ()
    return found


CORRECTION = Correction(
    "a",
    "quill2016",
    (("title", "{Marks} on a pier"), ("note", "")),
    (("title", "https://www.example.org/title-page/"), ("note", "seen <b>")),
    body("The *title page* has it, says [@teale2020, p. 3]. `<script>alert(1)</script>`"),
    "editors",
    "2026-11-23",
    PLACE,
)


def corrected() -> Edition:
    quill, teale = EDITION.library
    return replace(
        EDITION,
        library=(
            teale,
            replace(
                quill,
                corrections=(CORRECTION,),
                evidence=Evidence(
                    "quill2016",
                    Status.PARTLY,
                    ("https://example.org/a",),
                    body("Seen in [@teale2020, p. 3]."),
                    PLACE,
                ),
            ),
        ),
    )


def view() -> ReferenceView:
    return view_library(corrected(), FORMATTED)[0]


def test_listed_references_come_first_in_the_order_of_the_list() -> None:
    assert [(entry.key, entry.listed) for entry in view_library(corrected(), FORMATTED)] == [
        ("quill2016", True),
        ("teale2020", False),
    ]


def test_an_entry_shows_both_sides_word_for_word() -> None:
    entry = view()
    assert fragment(entry.formatted) == fragment("Quill &lt;&amp; co&gt;. <em>Marks</em>")
    assert fragment(entry.printed).words == R1.text
    assert entry.printed_address == "text/references/#r1"


def test_a_change_shows_what_was_printed_what_is_right_and_what_shows_it() -> None:
    title, note = view().changes
    assert (title.printed, title.corrected) == ("Marks on a wall", "Marks on a pier")
    assert title.source == Source("https://www.example.org/title-page/", "example.org/title-page")
    assert (note.printed, note.corrected, note.evidence) == ("", "", "seen <b>")
    assert note.source is None


def test_a_correction_is_signed_each_once() -> None:
    again = replace(CORRECTION, id="b")
    later = replace(CORRECTION, id="c", author="Wren Halloran", date="2026-11-30")
    edition = corrected()
    known = Contributor("editors", "The editors", is_group=True)
    teale, quill = edition.library
    quill = replace(quill, corrections=(CORRECTION, again, later))
    edition = replace(edition, library=(teale, quill), contributors={"editors": known})
    entry = view_library(edition, FORMATTED)[0]
    assert [(one.author, one.date_words) for one in entry.correctors] == [
        ("The editors", "23 November 2026"),
        ("Wren Halloran", "30 November 2026"),
    ]


def test_a_remark_is_a_body_like_any_other() -> None:
    (remark,) = view().remarks
    assert fragment(remark) == fragment(
        '<p>The <em>title page</em> has it, says <a class="cited" href="#teale2020">'
        "(Teale &amp; co, 2020, p. 3)</a>. <code>&lt;script&gt;alert(1)&lt;/script&gt;</code></p>"
    )


def test_a_correction_without_words_leaves_no_remark() -> None:
    quill = EDITION.library[0]
    silent = replace(CORRECTION, body=Body())
    edition = replace(EDITION, library=(replace(quill, corrections=(silent,)),))
    (entry,) = view_library(edition, FORMATTED)
    assert len(entry.changes) == 2
    assert entry.remarks == ()


def test_evidence_says_in_words_what_came_of_the_search() -> None:
    evidence = view().evidence
    assert evidence is not None
    assert evidence.status == "partly found"
    assert [source.address for source in evidence.sources] == ["https://example.org/a"]
    assert fragment(evidence.body).words == "Seen in (Teale & co, 2020, p. 3)."


def test_citations_lead_on_from_the_page_that_shows_the_entry() -> None:
    entry = view_library(corrected(), FORMATTED, "about/macros/")[0]
    assert entry.evidence is not None
    drawn = [fragment(entry.evidence.body), *(fragment(remark) for remark in entry.remarks)]
    assert [links(tree) for tree in drawn] == [["../../bibliography/#teale2020"]] * 2


def links(tree: Tree) -> list[str]:
    return [link.attributes["href"] for link in tree.find("a")]


def test_every_status_has_words() -> None:
    quill = EDITION.library[0]
    for status in Status:
        evidence = Evidence("quill2016", status, (), Body(), PLACE)
        edition = replace(EDITION, library=(replace(quill, evidence=evidence),))
        shown = view_library(edition, FORMATTED)[0].evidence
        assert shown is not None
        assert shown.status


def test_an_entry_lists_each_paragraph_that_cites_it_once_with_how_often() -> None:
    assert view().mentions == (Mention("text/01-wall/#p1", "¶ 1", 2),)


def test_a_unit_that_is_no_paragraph_is_called_by_its_name() -> None:
    abstract = unit("abstract", Role.ABSTRACT, "A wall (Quill, 2016).")
    cited = page("front", (abstract, (cite("quill2016", "abstract", 20),)))
    edition = replace(EDITION, units=(abstract,), text_pages=(cited,))
    assert view_library(edition, FORMATTED)[0].mentions == (
        Mention("text/front/#abstract", "the abstract", 1),
    )


def test_an_entry_that_the_list_lacks_shows_nothing_printed() -> None:
    teale = view_library(corrected(), FORMATTED)[1]
    assert (teale.printed, teale.printed_address, teale.printed_number) == ("", "", 0)


def test_an_entry_lists_each_note_that_cites_it_once_in_the_order_of_the_text() -> None:
    quill, teale = view_library(NOTED, FORMATTED)
    sea = NoteMention("text/01-wall/#note-sea", "¶ 1", "The sea wrote on it")
    second = NoteMention("text/01-wall/#note-second-mention", "¶ 1", "(Quill, 2016)")
    assert quill.notes == (sea, second)
    assert teale.notes == (sea,)


def test_a_long_quote_is_shortened_where_its_note_is_listed() -> None:
    quote = Quote("The sea wrote on it (Quill, 2016), and again")
    edition = with_notes(note("a", quote, "[@quill2016] and [@quill2016, p. 3]"))
    assert view_library(edition, FORMATTED)[0].notes == (
        NoteMention("text/01-wall/#note-a", "¶ 1", "The sea wrote on it (Quill, 2016), and …"),
    )


def test_an_entry_that_no_note_cites_lists_none() -> None:
    assert [entry.notes for entry in view_library(EDITION, FORMATTED)] == [(), ()]


def test_an_entry_lists_the_terms_people_and_places_that_cite_it() -> None:
    """One that has its point alone from it, too."""
    quill, teale = view_library(TERMED, FORMATTED)
    sea = Xref("places/#sea", "sea")
    assert quill.terms == (sea, Xref("glossary/#writing", "writing & reading"))
    assert teale.terms == (sea,)
    assert [entry.terms for entry in view_library(EDITION, FORMATTED)] == [(), ()]


def test_an_entry_lists_the_figures_that_cite_it() -> None:
    """For a number, or in what is said of it; each once."""
    quill, teale = view_library(FIGURED, FORMATTED)
    tides = Xref("figures/#tides", "Tides & < their> heights")
    assert quill.figures == (Xref("figures/#lines", "Lines"), tides)
    assert teale.figures == (tides,)
    assert [entry.figures for entry in view_library(EDITION, FORMATTED)] == [(), ()]


def test_remarks_and_evidence_lead_to_terms() -> None:
    quill, teale = TERMED.library
    said = body("Of the [[North Sea]].")
    evidence = Evidence("quill2016", Status.FOUND, (), said, PLACE)
    corrected = replace(quill, corrections=(replace(CORRECTION, body=said),), evidence=evidence)
    entry = view_library(replace(TERMED, library=(corrected, teale)), FORMATTED)[0]
    assert entry.evidence is not None
    for drawn in (entry.evidence.body, *entry.remarks):
        assert links(fragment(drawn)) == ["../places/#sea"]
