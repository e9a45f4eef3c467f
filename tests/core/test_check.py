"""What shows only with the whole edition in hand: unknown keys and units, wrong numbers."""

from dataclasses import replace

import pytest

from edition.core.addresses import current_links
from edition.core.check import check
from edition.core.edition import Edition
from edition.core.macro import Call, Signature
from edition.core.note import Note
from edition.core.problem import Place
from edition.core.quote import Quote
from edition.core.reference import Correction, Evidence, Status
from tests.core.editions import EDITION, P1, cite, page, reference, with_calls, with_lock
from tests.core.noted import NOTED, SEA, note, with_notes
from tests.core.termed import NOBODY, WRITING, WROTE_ON, with_terms
from tests.core.termed import SEA as SEA_TERM

LOCKED = with_lock(*sorted(current_links(EDITION).items())).lock


def lines(edition: Edition) -> list[str]:
    return sorted(str(problem) for problem in check(replace(edition, lock=LOCKED)))


def citing(key: str, offset: int) -> Edition:
    front, _, references = EDITION.text_pages
    _, p2 = EDITION.units[1:3]
    chapter = page("01-wall", (P1, (cite(key, "p1", offset),)), (p2, ()))
    return replace(EDITION, text_pages=(front, chapter, references))


def test_an_edition_in_order_has_no_problem() -> None:
    assert lines(EDITION) == []


def test_an_unknown_key_is_named_with_its_line_and_the_nearest_key() -> None:
    assert lines(citing("quil2016", P1.text.index("),") + 1)) == [
        "docs/text/01-wall.md:5: citation-unknown: the library has no entry quil2016"
        " (did you mean quill2016?)"
    ]


def test_a_key_like_no_other_gets_no_guess() -> None:
    assert lines(citing("xyz", P1.text.index("),") + 1)) == [
        "docs/text/01-wall.md:5: citation-unknown: the library has no entry xyz"
    ]


@pytest.mark.parametrize(
    ("offset", "words"),
    [(3, "The"), (len(P1.text), "and again (Quill, 2016)."), (0, "")],
    ids=["in the words", "after the full stop", "at the start"],
)
def test_a_citation_stands_directly_after_its_parenthesis(offset: int, words: str) -> None:
    problems = lines(citing("quill2016", offset))
    assert len(problems) == 1
    start = "docs/text/01-wall.md:5: citation-place: expected a printed citation in parentheses"
    found, _, hint = problems[0].partition(" (put ")
    assert found.startswith(f"{start}, found “…")
    assert found.endswith(f"{words}”")
    assert hint == "the call directly after the closing parenthesis)"


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (("cite", ("quill2016",)), []),
        (("cite", ("quill2016", "p. 5")), []),
        (("quote", ("p2",)), []),
        (
            ("cite", ("quil2016",)),
            ["docs/index.md:5: citation-unknown: the library has no entry quil2016"
             " (did you mean quill2016?)"],
        ),
        (
            ("quote", ("p3",)),
            ["docs/index.md:5: unit-unknown: the work has no unit p3"],
        ),
        (("quote", ()), ["docs/index.md:5: macro-arguments: expected quote(unit), found no unit"]),
        (
            ("qoute", ("p2",)),
            ["docs/index.md:5: macro-unknown: there is no macro qoute; known are cite, quote"
             " (did you mean quote?)"],
        ),
    ],
    ids=["cite", "cite a place", "quote", "an unknown key", "an unknown unit", "no argument",
         "an unknown macro"],
)  # fmt: skip
def test_an_editors_page_calls_what_exists_with_what_fits(
    call: tuple[str, tuple[str, ...]], expected: list[str]
) -> None:
    assert lines(with_calls(call)) == expected


def test_every_wrong_call_is_reported_not_the_first_alone() -> None:
    assert [line.split(":")[1] for line in lines(with_calls(("a", ()), ("quote", ("p9",))))] == [
        "5",
        "6",
    ]


@pytest.mark.parametrize(
    ("library", "expected"),
    [
        (
            [reference("teale2020")],
            ["bibliography/article.bib:1: reference-number: the printed reference 1 has no entry"
             " in the library"],
        ),
        (
            [reference("quill2016", "1"), reference("nye2004", "1")],
            ["bibliography/article.bib:10: reference-number: nye2004 and quill2016 both have the"
             " printed number 1"],
        ),
        (
            [reference("quill2016", "1"), reference("nye2004", "7")],
            ["bibliography/article.bib:70: reference-number: nye2004 has the printed number 7,"
             " which the list lacks"],
        ),
    ],
    ids=["missing", "twice", "not in the list"],
)  # fmt: skip
def test_printed_numbers_agree_with_the_printed_list(
    library: list[object], expected: list[str]
) -> None:
    found = lines(replace(EDITION, library=tuple(library)))  # type: ignore[arg-type]
    assert [line for line in found if ": reference-number: " in line] == expected


def test_a_reference_that_the_list_lacks_needs_no_number() -> None:
    assert [p for p in lines(EDITION) if "teale2020" in p] == []


def test_a_lost_link_is_found() -> None:
    edition = with_lock(*sorted(current_links(EDITION).items()), ("p/9/", "text/01-wall/#p9"))
    assert sorted(str(problem).partition(" (")[0] for problem in check(edition)) == [
        "permalinks.lock:8: permalink-lost: the address text/01-wall/#p9 of p/9/ no longer exists",
        "permalinks.lock:8: permalink-lost: the permanent link p/9/ no longer exists",
    ]


# ---- Notes ----


def noted_lines(*notes: Note, edition: Edition = EDITION) -> list[str]:
    """Place and code of every problem of an edition with some notes, all links recorded."""
    return codes(locked(with_notes(*notes, edition=edition)))


def locked(edition: Edition) -> Edition:
    """The same with all its links recorded."""
    return replace(edition, lock=with_lock(*sorted(current_links(edition).items())).lock)


LISTING = {
    "term": Signature("term", ("entry", "words"), 1),
    "glossary": Signature("glossary", ("term",), 0),
    "people": Signature("people", ("person",), 0),
    "places": Signature("places", ("place",), 0),
}


def codes(edition: Edition) -> list[str]:
    return sorted(f"{p.place.path}:{p.place.line}: {p.code}" for p in check(edition))


def test_notes_on_words_of_the_article_are_no_problem() -> None:
    assert noted_lines(*NOTED.notes) == []


NOWHERE: dict[str, tuple[Quote, str]] = {
    "words that are not there": (Quote("Nobody swam"), "a.md:2: quote-not-found"),
    "a slip set right": (Quote("The sea wrote upon it"), "a.md:2: quote-not-found"),
    "other quotation marks": (Quote("Quill, 2016›"), "a.md:2: quote-not-found"),
    "words that are there twice": (Quote("(Quill, 2016)"), "a.md:2: quote-ambiguous"),
    "words of two units": (Quote("it ("), "a.md:2: quote-ambiguous"),
    "words of another unit": (Quote("The sea", "p2"), "a.md:2: quote-not-found"),
    "words after others": (Quote("Nobody", prefix="and"), "a.md:2: quote-not-found"),
    "words across two units": (Quote("(Quill, 2016). Nobody read"), "a.md:2: quote-not-found"),
    "a unit that is not there": (Quote("The sea", "p7"), "a.md:3: unit-unknown"),
}


@pytest.mark.parametrize(("quote", "line"), NOWHERE.values(), ids=NOWHERE)
def test_a_quote_that_is_not_there_exactly_once_is_a_problem_at_its_line(
    quote: Quote, line: str
) -> None:
    places = {"unit": Place("docs/notes/a.md", 3)}
    assert noted_lines(replace(note("a", quote), places=places)) == [f"docs/notes/{line}"]


def test_a_note_without_a_quote_is_told_so_by_the_reader_of_its_file_alone() -> None:
    assert noted_lines(note("a", Quote(""))) == []


def test_every_lost_note_is_reported_and_the_others_stay() -> None:
    lost = [note(name, Quote(f"{name} is not there")) for name in ("b", "a")]
    assert noted_lines(SEA, *lost) == [
        "docs/notes/a.md:2: quote-not-found",
        "docs/notes/b.md:2: quote-not-found",
    ]


def test_what_a_note_cites_or_points_to_is_there() -> None:
    body = "See [@quill2016].\n\n- And [@quil2016, p. 3].\n- Or [[harbour]].\n"
    assert noted_lines(note("a", Quote("The sea"), body)) == [
        "docs/notes/a.md:12: citation-unknown",
        "docs/notes/a.md:13: term-unknown",
    ]


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("seas", "did you mean sea?"),
        ("Nobodi", "did you mean Nobody?"),
        ("writing and reading", "did you mean writing & reading?"),
        ("a lighthouse", "leave the brackets out"),
    ],
)
def test_what_a_note_points_to_in_vain_is_told_with_the_nearest_name(words: str, hint: str) -> None:
    pointing = with_notes(note("a", Quote("The sea"), f"See [[{words}]] and [[north SEA]]."))
    edition = with_terms(WRITING, WROTE_ON, NOBODY, SEA_TERM, edition=pointing)
    found = [p for p in check(locked(edition)) if p.place.path.startswith("docs/notes/")]
    assert [(p.place, p.code) for p in found] == [(Place("docs/notes/a.md", 10), "term-unknown")]
    message = f"the edition has no term, person or place {words}"
    assert [(p.message, p.hint) for p in found] == [(message, hint)]


def test_terms_are_checked_with_everything_else() -> None:
    """Of those here, one points to what is not there; one is changed to cite it, too."""
    wrong = replace(SEA_TERM, coordinates_source="teal2020")
    edition = with_terms(WRITING, WROTE_ON, NOBODY, wrong)
    assert codes(locked(edition)) == [
        "docs/glossary/writing.md:12: term-unknown",
        "docs/places/sea.md:8: citation-unknown",
    ]


def test_a_term_s_lost_link_is_found() -> None:
    edition = with_terms(NOBODY)
    edition = replace(edition, terms=(), lock=locked(edition).lock)
    lost = [p for p in check(edition) if p.code == "permalink-lost"]
    assert [p.message for p in lost] == [
        "the permanent link g/nobody/ no longer exists",
        "the address people/#nobody of g/nobody/ no longer exists",
    ]


ANY, OF_A_REALM = "the edition has no term, person or place", "the edition has no"
CALLS: dict[str, tuple[tuple[str, tuple[str, ...]], list[str]]] = {
    "an id": (("term", ("sea",)), []),
    "a name": (("term", ("North Sea", "words")), []),
    "a name in other capitals": (("term", ("NOBODY",)), []),
    "nothing of the name": (("term", ("seas",)), [f"{ANY} seas (did you mean sea?)"]),
    "like no other": (("term", ("lighthouse",)), [f"{ANY} lighthouse"]),
    "all of a list": (("places", ()), []),
    "one of a list": (("places", ("sea",)), []),
    "one of another list": (("places", ("nobody",)), [f"{OF_A_REALM} place nobody"]),
    "a term among people": (("people", ("writing",)), [f"{OF_A_REALM} person writing"]),
    "a person among terms": (("glossary", ("nobody",)), [f"{OF_A_REALM} term nobody"]),
    "none of a list": (
        ("glossary", ("writin",)), [f"{OF_A_REALM} term writin (did you mean writing?)"]),
}  # fmt: skip


@pytest.mark.parametrize(("call", "messages"), CALLS.values(), ids=CALLS)
def test_a_macro_is_asked_for_entries_that_its_list_has(
    call: tuple[str, tuple[str, ...]], messages: list[str]
) -> None:
    edition = with_terms(NOBODY, replace(WRITING, body=SEA_TERM.body), SEA_TERM,
                         edition=replace(with_calls(call), macros=LISTING))  # fmt: skip
    found = [p for p in check(edition) if p.code == "term-unknown"]
    assert [str(p) for p in found] == [f"docs/index.md:5: term-unknown: {m}" for m in messages]


@pytest.mark.parametrize("name", ["term", "glossary", "people", "places"])
def test_an_example_may_name_what_an_edition_has_none_of(name: str) -> None:
    signature = LISTING[name]
    sample = {"glossary": "TERM", "people": "PERSON", "places": "PLACE"}.get(name, "ENTRY")
    call = Call(name, (sample,), (), 0, Place(f"macros/{name}.html.jinja", 3))
    edition = replace(EDITION, macros={name: replace(signature, calls=(call,))}, lock=LOCKED)
    assert check(edition) == ()
    unknown = replace(call, arguments=("lighthouse",))
    edition = replace(EDITION, macros={name: replace(signature, calls=(unknown,))}, lock=LOCKED)
    assert [p.code for p in check(edition)] == ["term-unknown"]


def test_corrections_and_evidence_cite_what_is_there_too() -> None:
    place = Place("bibliography/corrections/a.md", 2)
    body = note("a", Quote("The sea"), "[@nobody1999]").body
    quill, teale = EDITION.library
    correction = Correction(
        "a", "quill2016", (("note", "a"),), (("note", "b"),), body, "editors", "2026-11-23", place
    )
    evidence = Evidence("quill2016", Status.FOUND, (), body, place)
    corrected = replace(quill, corrections=(correction,), evidence=evidence)
    edition = replace(EDITION, library=(corrected, teale))
    # Both bodies here were read as one note's, at its tenth line.
    assert noted_lines(edition=edition) == ["docs/notes/a.md:10: citation-unknown"] * 2


def test_a_note_s_lost_link_is_found() -> None:
    noted = with_notes(SEA)
    links = sorted(current_links(noted).items())
    edition = replace(noted, notes=(), lock=with_lock(*links).lock)
    assert codes(edition) == ["permalinks.lock:1: permalink-lost"] * 2
