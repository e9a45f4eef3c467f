"""Lists show what an entry is, what it is called, and where the text and the notes speak of it."""

from dataclasses import replace

import pytest

from edition.core.coordinates import Coordinates
from edition.core.term import Realm
from edition.html.link import Xref
from edition.html.signature import SignatureView
from edition.html.term import NameView, TermView, view_called, view_terms
from tests.core.editions import EDITION
from tests.core.noted import FORMATTED
from tests.core.termed import NOBODY, TERMED, term, with_terms
from tests.trees import fragment

PAGE = "glossary/"


def the(term_id: str, realm: str = "glossary") -> TermView:
    (view,) = view_terms(TERMED, FORMATTED, f"{realm}/", realm, term_id)
    return view


def test_an_entry_is_shown_with_all_that_its_file_says() -> None:
    view = the("writing")
    assert replace(view, body=view.body[:0], sources=()) == TermView(
        id="writing",
        name="writing & reading",
        letter="W",
        new_source="",
        kind="concept",
        body=view.body[:0],
        names=(
            NameView("fr", "French", "écriture"),
            NameView("fr", "French", "lecture"),
            NameView("zh-Hans", "Chinese", "读写"),
        ),
        also=("letters",),
        see=(Xref("places/#sea", "sea"),),
        units=(Xref("text/01-wall/#p2", "¶ 2"),),
        notes=(Xref("text/01-wall/#note-sea", "The sea wrote on it"),),  # “It is”
        sources=(),
        coordinates="",
        map="",
        short_link="g/writing/",
        signature=SignatureView(
            author="Rowan Teale",
            orcid="0000-0002-1825-0097",
            date="2026-11-23",
            date_words="23 November 2026",
            revised="2026-11-25",
            revised_words="25 November 2026",
        ),
        file="docs/glossary/writing.md",
    )


def test_a_body_cites_and_leads_to_entries_and_is_no_markup() -> None:
    assert fragment(the("writing").body) == fragment(
        '<p>What one leaves <a class="cited" href="../bibliography/#quill2016">(Quill, 2016, p. 12)'
        '</a>. It is &lt; the <em>sea</em>; see <a class="xref" href="../people/#nobody">Nobody</a>'
        " and tides.</p>"
    )


def test_what_it_is_taken_from_is_listed_the_source_of_its_point_too() -> None:
    assert [(source.key, source.address) for source in the("sea", "places").sources] == [
        ("quill2016", "../bibliography/#quill2016"),
        ("teale2020", "../bibliography/#teale2020"),
    ]
    assert [source.key for source in the("writing").sources] == ["quill2016"]
    assert the("nobody", "people").sources == ()


def test_it_is_said_where_the_text_and_the_notes_name_it() -> None:
    view = the("sea", "places")
    assert view.units == (Xref("text/01-wall/#p1", "¶ 1"),)
    assert view.notes == (Xref("text/01-wall/#note-sea", "The sea wrote on it"),)


def test_what_the_text_does_not_name_has_no_place_in_it() -> None:
    (view,) = view_terms(with_terms(term("a"), edition=EDITION), FORMATTED, PAGE, "glossary")
    assert (view.units, view.notes, view.names, view.also, view.see) == ((), (), (), (), ())


POINTS = {
    (56.5, -3.25): "56.50° N, 3.25° W",
    (-33.9, 151.205): "33.90° S, 151.21° E",
    (0.0, 0.0): "0.00° N, 0.00° E",
    (43.238949, 76.889709): "43.24° N, 76.89° E",
}


@pytest.mark.parametrize(("point", "shown"), POINTS.items())
def test_a_point_is_shown_by_the_quarters_of_the_earth(
    point: tuple[float, float], shown: str
) -> None:
    place = term("a", realm=Realm.PLACES, coordinates=Coordinates(*point))
    (view,) = view_terms(with_terms(place), FORMATTED, "places/", "places")
    assert view.coordinates == shown


@pytest.mark.parametrize(
    ("realm", "ids"),
    [("glossary", ["writing", "wrote-on"]), ("people", ["nobody"]), ("places", ["sea"])],
)
def test_each_list_has_its_own(realm: str, ids: list[str]) -> None:
    assert [view.id for view in view_terms(TERMED, FORMATTED, f"{realm}/", realm)] == ids


def test_a_list_is_in_the_order_of_the_alphabet_and_knows_its_letters() -> None:
    names = ["zebra", "“Almanac”", "Élan", "elbow", "harbour"]
    terms = [term(f"t{n}", name=name) for n, name in enumerate(names)]
    views = view_terms(with_terms(*terms), FORMATTED, PAGE, "glossary")
    assert [(view.letter, view.name) for view in views] == [
        ("A", "“Almanac”"),
        ("E", "Élan"),
        ("E", "elbow"),
        ("H", "harbour"),
        ("Z", "zebra"),
    ]


@pytest.mark.parametrize("words", ["sea", "Sea", "North Sea"])
def test_one_of_a_list_is_found_by_whatever_it_is_called(words: str) -> None:
    assert [view.id for view in view_terms(TERMED, FORMATTED, PAGE, "places", words)] == ["sea"]


@pytest.mark.parametrize("words", ["nobody", "lighthouse"])
def test_what_a_list_has_not_is_not_shown(words: str) -> None:
    assert view_terms(TERMED, FORMATTED, PAGE, "places", words) == ()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("nobody", Xref("people/#nobody", "Nobody")),
        ("Letters", Xref("glossary/#writing", "writing & reading")),
        ("lighthouse", None),
    ],
)
def test_the_editors_point_to_an_entry_by_whatever_it_is_called(
    words: str, found: Xref | None
) -> None:
    assert view_called(TERMED, words) == found


def test_somebody_new_signs_without_an_id() -> None:
    signed = the("nobody", "people").signature
    assert (signed.author, signed.orcid, signed.revised) == (NOBODY.author.name, "", "")
