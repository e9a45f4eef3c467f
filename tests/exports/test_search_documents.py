"""Search finds things, each at its exact place, by all its names and by its words."""

from dataclasses import replace

import pytest

from edition.core.body import Body
from edition.core.edition import Edition
from edition.core.edtf import Edtf, read_edtf
from edition.core.event import Event
from edition.core.pages import EditorsPage
from edition.core.problem import Place
from edition.core.site import Site
from edition.core.term import Realm, Term
from edition.core.unit import Role
from edition.exports.search_documents import SearchDocument, Sort, search_documents
from edition.sources.body import read_body
from tests.core.editions import EDITION, P1, P2, page, reference, unit
from tests.core.figured import FIGURED
from tests.core.noted import EDITORS, FORMATTED, IN_ORDER, NOTED

PLACE = Place("docs/glossary/a.md", 2)


def term(name: str, realm: Realm = Realm.GLOSSARY, **fields: object) -> Term:
    values = {
        "id": "a-name",
        "kind": "concept",
        "forms": (),
        "names": (),
        "also": (),
        "see": (),
        "site": Site(),
        "coordinates_source": "",
        "body": Body(),
        "author": EDITORS,
        "date": "2026-11-24",
        "revised": "",
        "place": PLACE,
        "body_place": PLACE,
    }
    return Term(name=name, realm=realm, **{**values, **fields})  # type: ignore[arg-type]


def found(edition: Edition, sort: Sort) -> list[SearchDocument]:
    return [d for d in search_documents(edition, FORMATTED) if d.sort is sort]


def test_every_unit_that_says_something_is_found_at_its_place_with_its_words() -> None:
    """A heading is the name of a page, and a printed reference has its entry in the library."""
    heading = unit("h-sea", Role.HEADING, "The sea")
    edition = replace(
        EDITION,
        units=(*EDITION.units, heading),
        text_pages=(*EDITION.text_pages, page("09-sea", (heading, ()))),
    )
    assert {d.address: d.text for d in found(edition, Sort.PARAGRAPH)} == {
        "text/front/#title": "The wall",
        "text/01-wall/#p1": P1.text,
        "text/01-wall/#p2": P2.text,
    }


@pytest.mark.parametrize(
    ("role", "unit_id", "title", "also"),
    [
        (Role.TITLE, "title", "Title", ()),
        (Role.AUTHOR, "author", "Author’s name", ()),
        (Role.DATE, "received", "Date “Sea & <b>salt</b>”", ()),
        (Role.RIGHTS, "copyright", "Copyright notice", ()),
        (Role.ABSTRACT, "abstract", "Abstract", ()),
        (Role.KEYWORDS, "keyword", "Keywords", ()),
        (Role.PARAGRAPH, "p12", "¶ 12", ("paragraph 12", "p12")),
    ],
)
def test_a_unit_is_called_what_a_reader_calls_it(
    role: Role, unit_id: str, title: str, also: tuple[str, ...]
) -> None:
    one = unit(unit_id, role, "Sea & <b>salt</b>")
    edition = replace(EDITION, units=(one,), text_pages=(page("front", (one, ())),))
    address = f"text/front/#{unit_id}"
    assert found(edition, Sort.PARAGRAPH) == [
        SearchDocument(Sort.PARAGRAPH, title, address, also, "Sea & <b>salt</b>")
    ]


def test_a_unit_that_stands_on_no_page_is_not_found() -> None:
    edition = replace(EDITION, text_pages=EDITION.text_pages[:1])
    assert [d.title for d in found(edition, Sort.PARAGRAPH)] == ["Title"]


def test_a_note_is_called_by_its_quote_and_found_by_what_is_said_of_it() -> None:
    sea = found(NOTED, Sort.NOTE)[1]
    assert sea == SearchDocument(
        Sort.NOTE,
        "The sea wrote on it",
        "text/01-wall/#note-sea",
        ("Context", "north sea", "tides", "The editors"),
        "The sea is the North Sea; see and.\n"
        "It is < 100 m deep & cold.\nIn Danish it is Vesterhavet.",
    )


def test_an_event_is_found_by_what_happened_and_by_its_date() -> None:
    date = read_edtf("2021-02-01~")
    assert isinstance(date, Edtf)
    body, _ = read_body("A [[wall]].", "docs/timeline/flood.md", 5)
    event = Event(
        id="flood",
        label="The wall gives way",
        when=date,
        kind="society",
        quote=None,
        see=(),
        body=body,
        author=EDITORS,
        date="2026-11-25",
        revised="",
        place=PLACE,
    )
    assert found(replace(EDITION, events=(event,)), Sort.EVENT) == [
        SearchDocument(
            Sort.EVENT, event.label, "timeline/#flood", (date.words, "society"), "A wall."
        )
    ]


def test_a_figure_is_found_by_what_it_shows_and_what_it_counts() -> None:
    title = "Tides & < their> heights"
    assert found(FIGURED, Sort.FIGURE)[1] == SearchDocument(
        Sort.FIGURE, title, "figures/#tides", ("fathoms & hands",),
        "Who measured is not known; see Nobody.",
    )  # fmt: skip


def test_notes_come_in_the_order_of_the_text() -> None:
    titles = [d.title for d in found(NOTED, Sort.NOTE)]
    assert titles == [note.quote.exact for note in IN_ORDER]


@pytest.mark.parametrize(
    ("realm", "sort"),
    [
        (Realm.GLOSSARY, Sort.TERM),
        (Realm.PEOPLE, Sort.PERSON),
        (Realm.PLACES, Sort.PLACE),
    ],
)
def test_a_term_a_person_a_place_is_found_by_all_its_names(realm: Realm, sort: Sort) -> None:
    """Each name once, and not the one that it is shown with."""
    body, _ = read_body("A city [@quill2016].", "docs/places/a.md", 5)
    city = term(
        "Xi'an",
        realm,
        forms=("Xi'an", "Xian"),
        also=("Chang'an", "Xian"),
        names=(("zh-Hans", "西安"), ("ru", "Сиань")),
        body=body,
    )
    also = ("Xian", "Chang'an", "西安", "Сиань")
    address = f"{realm.value}/#a-name"
    edition = replace(EDITION, terms=(city,))
    assert found(edition, sort) == [SearchDocument(sort, "Xi'an", address, also, "A city.")]


def test_a_reference_is_found_by_key_author_and_year_and_printed_number() -> None:
    assert [(d.title, d.address, d.also) for d in found(NOTED, Sort.REFERENCE)] == [
        (
            "Quill, B. (2016). Marks on a wall",
            "bibliography/#quill2016",
            ("quill2016", "Quill 2016", "reference 1"),
        ),
        ("Teale & co. (2020).", "bibliography/#teale2020", ("teale2020", "Quill 2016")),
    ]


@pytest.mark.parametrize(
    ("author", "date", "called"),
    [
        ("Quill, B. and Teale, R.", "2016-05-01", ("k", "Quill 2016")),
        ("Bernard Quill and Rowan Teale", "2016", ("k", "Bernard Quill 2016")),
        ("{Sea and Land Office}", "2016", ("k", "Sea and Land Office 2016")),
        ("{Sea Office} and Quill, B.", "2016", ("k", "Sea Office 2016")),
        ("de la {Cruz}, B.", "2016", ("k", "de la Cruz 2016")),
        ("Quill, B.", "", ("k", "Quill")),
        ("", "2016", ("k",)),
    ],
)
def test_author_and_year_are_the_first_author_s_and_the_year(
    author: str, date: str, called: tuple[str, ...]
) -> None:
    edition = replace(EDITION, library=(reference("k", author=author, date=date),))
    assert found(edition, Sort.REFERENCE)[0].also == called


def test_of_a_printed_reference_only_what_differs_is_kept_and_no_address() -> None:
    printed = "Quill, Bernard (2016). Marks on a wall. Retrieved from https://example.org/a_b"
    one = unit("r1", Role.REFERENCE, printed)
    edition = replace(EDITION, units=(one,), text_pages=(page("references", (one, ())),))
    assert found(edition, Sort.REFERENCE)[0].text == "Bernard Retrieved from"


def test_pages_are_found_by_title_and_those_of_the_editors_by_how_they_open() -> None:
    written = EditorsPage("about/a.md", "About", (), (), PLACE, "Word " * 1000)
    empty = EditorsPage("index.md", "Home", (), (), PLACE)
    edition = replace(EDITION, editors_pages=(written, empty))
    pages = found(edition, Sort.PAGE)
    assert [(d.title, d.address) for d in pages] == [
        ("A title", "text/front/"),
        ("A title", "text/01-wall/"),
        ("A title", "text/references/"),
        ("About", "about/a/"),
        ("Home", ""),
    ]
    assert [len(d.text) for d in pages] == [0, 0, 0, 300, 0]


def test_things_with_a_name_come_before_what_speaks_of_them() -> None:
    """Equals are shown in this order."""
    edition = replace(NOTED, terms=(term("wall"),))
    sorts = [d.sort for d in search_documents(edition, FORMATTED)]
    assert list(dict.fromkeys(sorts)) == [
        Sort.TERM,
        Sort.PARAGRAPH,
        Sort.NOTE,
        Sort.REFERENCE,
        Sort.PAGE,
    ]
