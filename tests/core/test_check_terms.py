"""What is wrong with terms is told at the line where it can be mended."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from edition.core.check_terms import check_terms
from edition.core.edition import Edition
from edition.core.occurrence import Forms
from edition.core.term import Realm, Term
from edition.core.unit import Role
from tests.core.editions import EDITION, cite, page, unit
from tests.core.termed import NOBODY, SEA, TERMED, WROTE_ON, term, with_terms

PLACES = Realm.PLACES


def lines(*terms: Term, edition: Edition = EDITION) -> list[str]:
    return shown(with_terms(*terms, edition=edition))


def shown(edition: Edition) -> list[str]:
    return sorted(str(problem).removeprefix("docs/") for problem in check_terms(edition))


def codes(found: Iterable[str]) -> list[str]:
    return [line.split(": ")[1] for line in found]


def test_terms_in_order_have_no_problem() -> None:
    assert shown(TERMED) == []
    assert shown(EDITION) == []


# ---- Ids and forms ----


def test_an_id_is_of_one_entry_whatever_its_list() -> None:
    person = term("sea", "Nobody", realm=Realm.PEOPLE)
    assert lines(SEA, person) == [
        "places/sea.md:2: term-repeated: the id sea stands twice, first in docs/people/sea.md"
        " (terms, people and places share their ids: rename this file)"
    ]


def test_a_form_is_of_one_entry() -> None:
    assert lines(SEA, term("water", "sea")) == [
        "places/sea.md:4: term-repeated: the form “sea” stands in two entries, first in"
        " docs/glossary/water.md (leave it in one of them)"
    ]


def test_every_entry_that_repeats_a_form_is_named() -> None:
    found = lines(*(term(name, "sea", "Nobody") for name in ("a", "b", "c")))
    assert [line.split(":")[0] for line in found] == ["glossary/b.md"] * 2 + ["glossary/c.md"] * 2
    assert set(codes(found)) == {"term-repeated"}


def test_an_entry_may_have_the_name_of_another_or_no_form_at_all() -> None:
    assert lines(SEA, term("water", name="sea", also=("sea",))) == []


LONGER = "it stands only in a heading, a list or a citation, or in a longer word or form"
UNUSED: dict[str, tuple[str, str]] = {
    "nowhere": ("harbour", "forms are written as the text has them, letter for letter"),
    "in other capitals": ("Sea", "the text has “sea”"),
    "with an accent": ("séa", "the text has “sea”"),
    "with other marks": ("(Teale & co, 2020; Quill, 2016)", LONGER),
    "with another dash": ("Tea–le", "forms are written as the text has them, letter for letter"),
    "in other capitals, in a heading": ("Wall", "forms are written as the text has them, letter for"
                                        " letter"),
    "a part of a word": ("wro", LONGER),
    "in a citation": ("Quill", LONGER),
    "in a heading": ("wall", LONGER),
    "in the printed list": ("Marks on a wall", LONGER),
    "across a citation": ("it (Quill, 2016), and", LONGER),
    "across two units": ("again Nobody", "forms are written as the text has them, letter for"
                         " letter"),
    "an inflected form": ("seas", "forms are written as the text has them, letter for letter"),
}  # fmt: skip


@pytest.mark.parametrize(("form", "hint"), UNUSED.values(), ids=UNUSED)
def test_a_form_that_the_text_does_not_name_it_by_is_told_why(form: str, hint: str) -> None:
    message = f"glossary/a.md:4: form-unused: the form “{form}” does not occur in the text ({hint})"
    assert lines(term("a", form)) == [message]


def test_a_form_that_is_always_part_of_a_longer_one_is_unused() -> None:
    """What is drawn and what is checked agree: such a form would never be marked."""
    assert lines(term("wrote", "wrote", "read"), WROTE_ON) == [
        f"glossary/wrote.md:4: form-unused: the form “wrote” does not occur in the text ({LONGER})"
    ]


@pytest.mark.parametrize("form", ["sea", "The", "wrote on it", ", and again", "Nobody", "read"])
def test_a_form_that_is_used_is_one_that_is_found(form: str) -> None:
    edition = with_terms(term("a", form), edition=EDITION)
    assert shown(edition) == []
    assert [u for u in edition.units_of_term["a"] if form not in edition.unit_by_id[u].text] == []


def test_the_abstract_uses_forms_and_headings_do_not() -> None:
    role_of = {"abstract": Role.ABSTRACT, "h-a": Role.HEADING, "keyword": Role.KEYWORDS}
    units = tuple(unit(name, role, f"The tide in {name}.") for name, role in role_of.items())
    front = page("front", *((one, ()) for one in units))
    edition = replace(EDITION, units=units, text_pages=(front,))
    assert lines(term("tide", "tide"), edition=edition) == []
    assert with_terms(term("tide", "tide"), edition=edition).units_of_term == {
        "tide": ("abstract",)
    }


# ---- Names ----


OTHER_SCRIPTS = {
    "Cyrillic": "Северное море",
    "Chinese": "北海",
    "Greek in Latin": "North Sea (θάλασσα)",
    "Persian": "دریای شمال",
}
SAME_SCRIPT = {
    "another language of the same letters": "Vesterhavet",
    "an accent": "Mer du Nord, là",
    "a letter that modifies": "Oʻzbek dengizi",
    "no letter": "№ 7",
    "nothing but capitals": "NS",
}


@pytest.mark.parametrize("name", OTHER_SCRIPTS.values(), ids=OTHER_SCRIPTS)
def test_a_name_in_letters_that_the_text_has_not_needs_its_language(name: str) -> None:
    assert lines(term("a", "sea", also=("North Sea", name))) == [
        "glossary/a.md:5: field: expected names in the script of the text in also, found"
        f" “{name}” (a name in another language says which, as in name_ru or name_zh-Hans)"
    ]


@pytest.mark.parametrize("name", SAME_SCRIPT.values(), ids=SAME_SCRIPT)
def test_other_names_in_the_letters_of_the_text_need_none(name: str) -> None:
    assert lines(term("a", "sea", also=(name,))) == []


def test_what_letters_are_the_text_s_own_is_for_the_text_to_say() -> None:
    paragraph = unit("p1", Role.PARAGRAPH, "Прилив и отлив.")
    edition = replace(EDITION, units=(paragraph,), text_pages=(page("01-a", (paragraph, ())),))
    assert lines(term("a", "Прилив", also=("прибой",)), edition=edition) == []
    assert codes(lines(term("a", "Прилив", also=("tide",)), edition=edition)) == ["field"]


# ---- References to others ----


@pytest.mark.parametrize(
    ("see", "message"),
    [
        ("nobody-else", "nobody-else (did you mean nobody?)"),
        ("xyz", "xyz"),
        ("a", "a"),
        ("North Sea", "North Sea"),
    ],
    ids=["misspelt", "like no other", "itself", "a name"],
)
def test_what_is_to_be_seen_is_another_entry(see: str, message: str) -> None:
    assert lines(term("a", "sea", see=(see,)), NOBODY) == [
        f"glossary/a.md:6: term-unknown: expected the id of another entry in see, found {message}"
    ]


def test_entries_may_refer_to_each_other_over_all_lists() -> None:
    assert lines(term("a", "sea", see=("nobody",)), replace(NOBODY, see=("a",))) == []


# ---- The first sentence ----

LONG = " ".join(["word"] * 26)
OPENINGS: dict[str, tuple[str, list[str]]] = {
    "25 words": (" ".join(["word"] * 25) + ".", []),
    "25 words and a dash": (" ".join(["word"] * 24) + " – word.", []),
    "25 words and a citation": (" ".join(["word"] * 25) + " [@quill2016, p. 12].", []),
    "a long second sentence": (f"A word. A {LONG}.", []),
    "26 words": (f"{LONG}.", ["sentence-long: expected a first sentence of at most 25 words, found"
                              " 26 (say the plainest thing first, the rest in a second sentence)"]),
    "26 words without a stop": (f"{LONG}\n\nMore.", [
        "sentence-long: expected a first sentence of at most 25 words, found 26 (say the plainest"
        " thing first, the rest in a second sentence)"]),
    "a citation alone": ("[@quill2016]", [
        "body-empty: expected a body that opens with a plain sentence, found no words in it"]),
    "signs alone": ("…", [
        "body-empty: expected a body that opens with a plain sentence, found no words in it"]),
    "nothing, which its reader reported": ("", []),
}  # fmt: skip


@pytest.mark.parametrize(("body", "problems"), OPENINGS.values(), ids=OPENINGS)
def test_a_first_sentence_is_short_and_told_at_its_line(body: str, problems: list[str]) -> None:
    assert lines(term("a", "sea", body=body)) == [f"glossary/a.md:12: {p}" for p in problems]


# ---- Together ----


def test_everything_that_is_wrong_is_told() -> None:
    wrong = term(
        "a", "seas", "tide", also=("море",), see=("b", "c"), body=f"{LONG}.", realm=PLACES,
    )  # fmt: skip
    assert codes(lines(wrong)) == [
        "sentence-long", "form-unused", "form-unused", "field", "term-unknown", "term-unknown",
    ]  # fmt: skip


def test_a_form_is_found_as_it_is_checked() -> None:
    """Whatever the check lets pass is an occurrence, and it lets pass every one."""
    text = "The sea (sea, 2016) wrote on it, sea-green, the sea's own; (sea)."
    paragraph = unit("p1", Role.PARAGRAPH, text)
    cited = cite("quill2016", "p1", text.index(" wrote"))
    edition = replace(
        EDITION, units=(paragraph,), text_pages=(page("01-a", (paragraph, (cited,))),)
    )
    words = [
        "sea",
        "sea's",
        "sea's own",
        "sea-green",
        "wrote",
        "2016",
        "(sea)",
        "own",
        "green",
        "s",
    ]
    for form in words:
        found = with_terms(term("a", form), edition=edition)
        is_there = bool(found.occurrences_of_unit)
        assert codes(shown(found)) == ["form-unused"] * (not is_there), form
        assert not is_there or list(Forms([(form, "a")]).find("p1", text)) != []
