"""The library as readers see it: each entry as printed, as corrected, and where it is cited."""

from dataclasses import replace

from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.core.inline import Run
from edition.core.problem import Place
from edition.core.reference import Correction, Evidence, Status
from edition.html.library import ReferenceView, Source, view_library
from tests.core.editions import EDITION, R1
from tests.trees import fragment

FORMATTED = Formatted(
    {"quill2016": (Run("Quill <& co>. "), Run("Marks", emphasis=True)), "teale2020": (Run("T"),)},
    {},
    {},
)
PLACE = Place("bibliography/corrections/a.md")
CORRECTION = Correction(
    "a",
    "quill2016",
    (("title", "{Marks} on a pier"), ("note", "")),
    (("title", "https://www.example.org/title-page/"), ("note", "seen <b>")),
    "The *title page* has it. <script>alert(1)</script>",
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
                    "quill2016", Status.PARTLY, ("https://example.org/a",), "", PLACE
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


def test_a_remark_is_a_body_like_any_other() -> None:
    (remark,) = view().remarks
    assert fragment(remark).find("script") == []
    assert [mark.words for mark in fragment(remark).find("em")] == ["title page"]


def test_evidence_says_in_words_what_came_of_the_search() -> None:
    evidence = view().evidence
    assert evidence is not None
    assert evidence.status == "partly found"
    assert [source.address for source in evidence.sources] == ["https://example.org/a"]


def test_every_status_has_words() -> None:
    quill = EDITION.library[0]
    for status in Status:
        evidence = Evidence("quill2016", status, (), "", PLACE)
        edition = replace(EDITION, library=(replace(quill, evidence=evidence),))
        shown = view_library(edition, FORMATTED)[0].evidence
        assert shown is not None
        assert shown.status


def test_an_entry_lists_each_paragraph_that_cites_it_once_with_how_often() -> None:
    assert [(m.address, m.paragraph, m.count) for m in view().mentions] == [
        ("text/01-wall/#p1", "¶1", 2)
    ]


def test_an_entry_that_the_list_lacks_shows_nothing_printed() -> None:
    teale = view_library(corrected(), FORMATTED)[1]
    assert (teale.printed, teale.printed_address, teale.printed_number) == ("", "", 0)
