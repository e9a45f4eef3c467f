"""The forms of entries: what a field may hold, said once for readers, schemas and writers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.contributor import is_orcid
from edition.core.entry_form import EntryForm, FieldForm, Shape
from edition.core.entry_forms import CORRECTION, EVIDENCE, FORMS, NOTE
from edition.core.identifier import is_identifier
from edition.core.note import LEVELS, Kind
from edition.core.reference import ADDRESS, Status
from edition.core.signing import BY_ONE, SIGNED
from edition.core.term import KINDS, Realm
from edition.core.term_forms import NAME, TERM_FORMS

FIELDS = [(form, member) for form in FORMS for member in form.fields]
NAMES = [f"{form.name}: {member.name}" for form, member in FIELDS]


def field(form: EntryForm, name: str) -> FieldForm:
    (found,) = (member for member in form.fields if member.name == name)
    return found


TERM, PLACE = TERM_FORMS[Realm.GLOSSARY], TERM_FORMS[Realm.PLACES]
FITS: dict[str, tuple[FieldForm, list[str]]] = {
    "quote": (field(NOTE, "quote"), ["a", "“Keyword:” & <b>", "a" * 2000]),
    "unit": (field(NOTE, "unit"), ["p4", "h-abstract", "title", "r29"]),
    "prefix": (field(NOTE, "prefix"), ["a" * 300]),
    "author": (field(NOTE, "author"), ["editors", "ada-2"]),
    "author_name": (field(NOTE, "author_name"), ["Ada Ostrander", "吴", "a" * 100]),
    "orcid": (field(NOTE, "orcid"), ["0000-0002-1825-0097", "0000-0002-1694-233X"]),
    "tags": (field(NOTE, "tags"), ["trade", "belt and road", "9-11", "a" * 40]),
    "new_source": (field(NOTE, "new_source"), ["https://example.org/?a=b", "10.1/x", "a" * 500]),
    "sources": (field(EVIDENCE, "sources"), ["https://example.org/a?b=c#d", "http://example.org"]),
    "a value": (field(CORRECTION, "corrected_"), ["{Marks} on a wall"]),
    "forms": (field(TERM, "forms"), ["Xi'an", "“low”, high", "a" * 160]),
    "a name": (field(TERM, NAME), ["一带一路", "a" * 160]),
    "see": (field(TERM, "see"), ["soft-power", "a1"]),
    "coordinates": (
        field(PLACE, "coordinates"),
        ["43.24, 76.89", "-33.9,151", "0, 0", "-0.5, -179.999999", "200, 999"],
    ),
}
FAULTS: dict[str, tuple[FieldForm, list[str], str]] = {
    "quote": (field(NOTE, "quote"), ["a" * 2001], "at most 2000 characters in quote"),
    "unit": (
        field(NOTE, "unit"),
        ["P4", "¶ 4", "p 4", "p4-", "-p4", "p4\n", "p_4"],
        "small letters, digits and hyphens in unit",
    ),
    "prefix": (field(NOTE, "prefix"), ["a" * 301], "at most 300 characters in prefix"),
    "suffix": (field(NOTE, "suffix"), ["a" * 301], "at most 300 characters in suffix"),
    "author": (
        field(NOTE, "author"),
        ["Ada Ostrander", "../editors", "editors "],
        "small letters, digits and hyphens in author",
    ),
    "author_name": (
        field(NOTE, "author_name"), ["a" * 101], "at most 100 characters in author_name",
    ),
    "orcid": (
        field(NOTE, "orcid"),
        ["0000000218250097", "0000-0002-1825-009x", "https://orcid.org/0000-0002-1825-0097",
         "٠٠٠٠-٠٠٠٢-١٨٢٥-٠٠٩٧", "0000-0002-1825-0097 "],
        "an ORCID iD such as 0000-0002-1825-0097 in orcid",
    ),
    "tags": (
        field(NOTE, "tags"),
        ["Trade", "belt  and road", "a|b", "a, b", "trade\n", "-", "été"],
        "words of small letters in tags",
    ),
    "a long tag": (field(NOTE, "tags"), ["a" * 41], "at most 40 characters in tags"),
    "new_source": (
        field(NOTE, "new_source"), ["a" * 501], "at most 500 characters in new_source",
    ),
    "see": (
        field(TERM, "see"),
        ["Soft power", "soft power", "../sea", "sea-"],
        "small letters, digits and hyphens in see",
    ),
    "a long form": (field(TERM, "forms"), ["a" * 161], "at most 160 characters in forms"),
    "coordinates": (
        field(PLACE, "coordinates"),
        ["43.24", "43.24 76.89", "43,24, 76,89", "43.24° N, 76.89° E", "43.24, 76.89, 0",
         "N43, E76", "43., 76.", ".5, 7", "+43, 76", "1e2, 3", "4321, 1", "٤٣, ٧٦", "nan, inf",
         "43.24,  76.89"],
        "latitude and longitude in decimal degrees in coordinates",
    ),
    "sources": (
        field(EVIDENCE, "sources"),
        ["example.org", "javascript:alert(1)", "ftp://example.org/a", "https://", "https://a b",
         'https://example.org/"onclick="a', "https://example.org/<b>", "https://a\n"],
        "an http or https address in sources",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("member", "values"), FITS.values(), ids=FITS)
def test_what_fits_a_field_has_no_fault(member: FieldForm, values: list[str]) -> None:
    assert [member.fault(value) for value in values] == [""] * len(values)


@pytest.mark.parametrize(("member", "values", "expected"), FAULTS.values(), ids=FAULTS)
def test_what_does_not_fit_is_told_what_was_expected(
    member: FieldForm, values: list[str], expected: str
) -> None:
    assert [member.fault(value) for value in values] == [expected] * len(values)


@given(st.text(st.sampled_from("abz09- .\nAé"), max_size=8))
def test_an_identifier_is_the_same_in_a_field_and_in_the_name_of_a_file(text: str) -> None:
    assert (field(NOTE, "unit").fault(text) == "") == is_identifier(text)


@given(st.text(st.sampled_from('htps:/.ab "<>{}\\^`|#?\n'), max_size=16))
def test_an_address_is_the_same_in_a_list_of_sources_and_in_the_library(text: str) -> None:
    for address in (text, f"https://{text}"):
        fits = field(EVIDENCE, "sources").fault(address) == ""
        assert fits == (ADDRESS.fullmatch(address) is not None)


@given(st.from_regex(field(NOTE, "orcid").pattern, fullmatch=True))
def test_an_orcid_id_that_checks_has_the_form_of_one(orcid: str) -> None:
    """The form asks for less: a mistyped digit gets a message of its own."""
    if is_orcid(orcid):
        assert field(NOTE, "orcid").fault(orcid) == ""
    assert field(NOTE, "orcid").fault(orcid.replace("-", "")) != ""


def test_choices_are_all_that_the_program_knows() -> None:
    assert field(NOTE, "kind").choices == tuple(Kind)
    assert field(NOTE, "level").choices == tuple(str(level) for level in LEVELS)
    assert field(EVIDENCE, "status").choices == tuple(Status)
    for realm, form in TERM_FORMS.items():
        assert field(form, "kind").choices == KINDS[realm]


LANGUAGES = ["ru", "zh-Hans", "uz-Cyrl", "pt-BR", "es-419", "zh-Hant-TW", "yue", "kk"]
NO_LANGUAGES = [
    "", "r", "russian", "RU", "Zh", "zh-hans", "zh_Hans", "zh-HANS", "zh-Hans-", "-ru", "pt-br",
    "ру", "ru ", "ru\n", "x-private", "zh-Hans-CN-extra",
]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_in_a_language_says_which(language: str) -> None:
    assert field(TERM, NAME).name_fault(f"{NAME}{language}") == ""


@pytest.mark.parametrize("language", NO_LANGUAGES)
def test_a_name_in_no_language_is_told_what_was_expected(language: str) -> None:
    said = "a language of BCP 47 such as ru or zh-Hans after name_"
    assert field(TERM, NAME).name_fault(f"{NAME}{language}") == said


def test_a_family_without_a_pattern_may_end_in_anything() -> None:
    assert field(CORRECTION, "corrected_").name_fault("corrected_Any thing") == ""


@pytest.mark.parametrize("form", [NOTE, *TERM_FORMS.values()], ids=lambda form: form.name)
def test_whatever_contributors_write_is_signed_alike(form: EntryForm) -> None:
    assert set(SIGNED) <= set(form.fields)
    assert form.either == BY_ONE


def test_places_alone_have_coordinates() -> None:
    having = [form.name for form in FORMS for one in form.fields if one.name == "coordinates"]
    assert having == ["place"]


@pytest.mark.parametrize(("form", "member"), FIELDS, ids=NAMES)
def test_a_field_says_what_it_is_in_one_sentence(form: EntryForm, member: FieldForm) -> None:
    assert re.fullmatch(r"[A-Z][^\n]*\.", member.summary)
    assert bool(member.pattern) == bool(member.described)
    assert bool(member.choices) == (member.shape is Shape.CHOICE)
    assert bool(member.ending) == bool(member.ending_is)
    assert member.is_family or not member.ending


@pytest.mark.parametrize(("form", "member"), FIELDS, ids=NAMES)
def test_a_pattern_means_the_same_to_python_and_to_editors_programs(
    form: EntryForm, member: FieldForm
) -> None:
    r"""JSON Schema's are ECMA 262, mode `u`: `\d` means other digits there, `\"` nothing at all."""
    for pattern in (member.pattern, member.ending):
        assert set(re.findall(r"\\(.)", pattern)) <= {"s", "\\"}
        assert "(?" not in pattern


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_the_fields_of_a_form_can_be_told_apart(form: EntryForm) -> None:
    names = [member.name for member in form.fields]
    assert len(set(names)) == len(names)
    assert set(form.either) <= set(names)
    for family in form.families():
        assert [name for name in names if name.startswith(family.name)] == [family.name]


def test_families_are_the_fields_whose_names_go_on() -> None:
    assert [member.name for member in CORRECTION.families()] == ["corrected_", "evidence_"]
    assert [member.name for member in TERM.families()] == [NAME]
    assert list(NOTE.families()) == []


def test_forms_differ_in_name_and_folder() -> None:
    assert len({form.name for form in FORMS}) == len({form.folder for form in FORMS}) == len(FORMS)
