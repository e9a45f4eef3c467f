"""The schemas of entries agree with the reader: what one accepts, the other does.

A schema sees what an editor's YAML has read, the reader sees text. The validator is not ours.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from edition.core.anchor import Miss, Quote, Span, locate
from edition.core.contributor import Contributor
from edition.core.entry_form import EntryForm
from edition.core.entry_forms import CORRECTION, EVIDENCE, FORMS, NOTE
from edition.core.event_form import EVENT
from edition.core.figure_form import FIGURE
from edition.core.problem import errors
from edition.core.term import Realm
from edition.core.term_forms import TERM_FORMS
from edition.exports.schemas import export_schemas
from edition.sources.corrections import read_corrections
from edition.sources.entries import read_entries
from edition.sources.notes import read_notes
from edition.sources.terms import read_terms
from tests.command import REPOSITORY
from tests.core.editions import EDITION
from tests.exports.editors_yaml import as_editors_read

TERM, PERSON, PLACE = (TERM_FORMS[realm] for realm in Realm)
SCHEMAS = {
    form.name: json.loads(export_schemas()[f"data/schemas/{form.name}.json"]) for form in FORMS
}


def fits(form: EntryForm, front_matter: str) -> bool:
    validator = Draft202012Validator(SCHEMAS[form.name])
    return bool(validator.is_valid(as_editors_read(front_matter)))


def is_read(root: Path, form: EntryForm, front_matter: str, name: str = "a") -> bool:
    """Say whether the reader has nothing against a front matter.

    It leaves `author` and `unit` of whatever form to the check, which can say whom or what was
    meant; nobody and nothing has such a name, so that no file with one is accepted in the end.
    """
    write(root, form, front_matter, name)
    entries, problems = read_entries(root, form)
    names = [member for member in form.fields if member.name in ("author", "unit")]
    return problems == () and not any(
        value and member.fault(value)
        for entry in entries
        for member in names
        for value in [entry.value(member.name)]
    )


def write(root: Path, form: EntryForm, front_matter: str, name: str = "a") -> None:
    file = root / form.folder / f"{name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{front_matter}\n---\nWords.\n", encoding="utf-8")


def lines(**fields: str) -> str:
    return "\n".join(f"{name}: {value}" for name, value in fields.items())


def note(**fields: str) -> str:
    """A note, sound but for what is given."""
    sound = {"quote": "the sea", "kind": "context", "author": "editors", "date": "2026-11-23"}
    return lines(**{**sound, **fields})


def correction(**fields: str) -> str:
    sound = {"reference": "quill2016", "author": "editors", "date": "2026-11-23"}
    return lines(**{**sound, **fields})


def term(kind: str = "concept", **fields: str) -> str:
    """A term, a person or a place, sound but for what is given."""
    sound = {"term": "Sea", "kind": kind, "author": "editors", "date": "2026-11-23"}
    return lines(**{**sound, **fields})


def without(front_matter: str, *names: str) -> str:
    """The same without some fields, and without the indented lines that belong to them."""
    pattern = rf"^(?:{'|'.join(names)}):.*\n?(?:[ ].*\n?)*"
    return re.sub(pattern, "", front_matter, flags=re.MULTILINE).rstrip("\n")


def event(**fields: str) -> str:
    """An event, sound but for what is given."""
    sound = {"event": "Flood", "when": "198X", "kind": "society"}
    return lines(**{**sound, "author": "editors", "date": "2026-11-25", **fields})


def figure(**fields: str) -> str:
    """A figure, sound but for what is given."""
    sound = {"figure": "Tides", "form": "bars", "measure": "fathoms", "points": "'2019 1 [@a1]'"}
    return lines(**{**sound, "author": "editors", "date": "2026-11-25", **fields})


SOUND = {
    "a first figure": (FIGURE, figure()),
    "a figure of two points": (
        FIGURE, figure(form="total", points="\n  - 2019 1 [@a1]\n  - 2020 2 [@a1] [@b2, p. 5]")),
    "a line left empty": (FIGURE, figure(points="['2019 1 [@a1]', '', ~]")),
    "the same point twice": (FIGURE, figure(points="\n  - 2019 1 [@a1]\n  - 2019 1 [@a1]")),
    "a point that the check refuses": (FIGURE, figure(points="2019")),
    "a note with a figure": (NOTE, note(figure="tides-2")),
    "a first event": (EVENT, event()),
    "an event of the text": (EVENT, event(quote="the sea", unit="p1", see="[sea, tide]")),
    "an event in a year": (EVENT, event(when="1877")),
    "an event on a day": (EVENT, event(when="'2023-05-19'")),
    "a first note": (NOTE, note()),
    "everything": (
        NOTE,
        note(
            unit="p1", prefix='"all: of"', suffix="it", level="3", revised="2026-11-24",
            tags="[soft power, belt-and-road]", new_source="https://example.org/?a=b",
        ),
    ),
    "by somebody new": (
        NOTE,
        without(note(author_name="Zoë Ostrander", orcid="0000-0002-1825-0097"), "author"),
    ),
    "a level as a number": (NOTE, note(level="2")),
    "a level in quotation marks": (NOTE, note(level='"2"')),
    "a date in quotation marks": (NOTE, note(date="'2026-11-23'")),
    "a quote that is a number": (NOTE, note(quote="1990")),
    "a quote that is a fraction": (NOTE, note(quote="-1.5")),
    "a quote that is a truth": (NOTE, note(quote="true")),
    "a quote on several lines": (NOTE, note(quote=">\n  the sea\n  wrote on it")),
    "a tag alone": (NOTE, note(tags="tides")),
    "a tag that is a number": (NOTE, note(tags="1990")),
    "tags that are numbers": (NOTE, note(tags="[1990, tides]")),
    "tags on lines of their own": (NOTE, note(tags="\n  - tides\n  - soft power")),
    "a tag twice": (NOTE, note(tags="[tides, tides]")),
    "no tags": (NOTE, note(tags="[]")),
    "an empty tag": (NOTE, note(tags='[tides, "", ~]')),
    "fields left empty": (NOTE, note(unit="", prefix="~", level="", tags="", revised='""')),
    "an empty author beside a name": (NOTE, note(author="", author_name="Ada")),
    "a blank author beside a name": (NOTE, note(author='"  "', author_name="Ada")),
    "as long as can be": (NOTE, note(quote="a" * 2_000)),
    "𝒜 is one character": (NOTE, note(prefix="𝒜" * 300)),
    "a correction of nothing": (CORRECTION, correction()),
    "a correction": (
        CORRECTION,
        correction(corrected_date='"2019-12-19"', evidence_date="https://example.org"),
    ),
    "a year": (CORRECTION, correction(corrected_date="2019", evidence_date="seen")),
    "a field dropped": (CORRECTION, correction(corrected_publisher='""', evidence_publisher="a")),
    "a first term": (TERM, term()),
    "everything of a term": (
        TERM,
        term(
            "event", forms='[sea, "Xi\'an", 1990]', also="North Sea", see="[a, b-2]",
            revised="2026-11-24", **{"name_ru": "Море", "name_zh-Hans": "[海, 大海]"},
        ),
    ),
    "a term by somebody new": (
        TERM, without(term(author_name="Ada", orcid="0000-0002-1825-0097"), "author")),
    "a form that is a truth": (TERM, term(forms="[true, sea]")),
    "a form that is a fraction": (TERM, term(forms="1.5")),
    "a name that is a number": (TERM, term(term="1990", name_ru="1990")),
    "lists left empty": (TERM, term(forms="", also="[]", see="~", name_ru='""')),
    "names in languages with regions": (TERM, term(**{"name_pt-BR": "Mar", "name_es-419": "a"})),
    "a language by three letters": (TERM, term(**{"name_yue-Hant": "海"})),
    "as long a form as can be": (TERM, term(forms="𝒜" * 160)),
    "a person": (PERSON, term("person", term="Ada", forms="[Ada, Quill]")),
    "a place": (PLACE, term("sea")),
    "a place with its point": (
        PLACE, term("city", coordinates="54.18, 7.89", coordinates_source="quill2016")),
    "a point in the south-west": (PLACE, term("city", coordinates="'-33.9,-151'")),
    "a point left empty": (PLACE, term("city", coordinates="")),
    "a point off the earth, which the check refuses": (PLACE, term("city", coordinates="99, 999")),
    "evidence of nothing": (EVIDENCE, "status: not-found"),
    "evidence with one address": (EVIDENCE, "status: found\nsources: https://example.org/a"),
    "evidence with two": (
        EVIDENCE,
        "status: partly\nsources: [https://example.org/a, 'http://example.org/?b=c#d']",
    ),
}  # fmt: skip

BROKEN = {
    "a figure without a title": (FIGURE, without(figure(), "figure")),
    "a figure of no form": (FIGURE, without(figure(), "form")),
    "a figure of an unknown form": (FIGURE, figure(form="line")),
    "a figure of nothing": (FIGURE, without(figure(), "measure")),
    "a figure without points": (FIGURE, without(figure(), "points")),
    "points left empty": (FIGURE, figure(points="")),
    "no point in a list": (FIGURE, figure(points="[]")),
    "points in a mapping": (FIGURE, figure(points="{2019: 1}")),
    "a list of lists of points": (FIGURE, figure(points="[[2019 1]]")),
    "a note with a figure of another name": (NOTE, note(figure="The Tides")),
    "an event without a date": (EVENT, without(event(), "when")),
    "an event without a label": (EVENT, event(event='""')),
    "an event of no kind": (EVENT, without(event(), "kind")),
    "an event of an unknown kind": (EVENT, event(kind="war")),
    "an event that sees words": (EVENT, event(see="[The Sea]")),
    "no quote": (NOTE, without(note(), "quote")),
    "an empty quote": (NOTE, note(quote="")),
    "a blank quote": (NOTE, note(quote='"  "')),
    "a quote that is a list": (NOTE, note(quote="[the sea]")),
    "a quote that is a mapping": (NOTE, note(quote="{the: sea}")),
    "a quote too long": (NOTE, note(quote="a" * 2_001)),
    "a prefix too long": (NOTE, note(prefix="𝒜" * 301)),
    "no kind": (NOTE, without(note(), "kind")),
    "an unknown kind": (NOTE, note(kind="remark")),
    "a kind by its label": (NOTE, note(kind="Open point")),
    "a kind in capitals": (NOTE, note(kind="Context")),
    "an unknown level": (NOTE, note(level="4")),
    "a level in words": (NOTE, note(level="one")),
    "half a level": (NOTE, note(level="1.5")),
    "two levels": (NOTE, note(level="[1, 2]")),
    "no date": (NOTE, without(note(), "date")),
    "a year alone": (NOTE, note(date="2026")),
    "a month alone": (NOTE, note(date="2026-11")),
    "a date with its time": (NOTE, note(date="2026-11-23T00:00:00Z")),
    "a date in words": (NOTE, note(date="23 November 2026")),
    "a date in other digits": (NOTE, note(date="２０２６-11-23")),
    "a revision in words": (NOTE, note(revised="yesterday")),
    "nobody": (NOTE, without(note(), "author")),
    "an author left empty": (NOTE, note(author="")),
    "a blank author": (NOTE, note(author='"  "')),
    "two empty authors": (NOTE, note(author="~", author_name='""')),
    "an author twice": (NOTE, note(author_name="Ada")),
    "an author with a capital": (NOTE, note(author="Editors")),
    "an author with a space": (NOTE, note(author="the editors")),
    "an author that is a list": (NOTE, note(author="[editors]")),
    "a list beside a name": (NOTE, note(author="[editors]", author_name="Ada")),
    "a hyphen at the end": (NOTE, note(unit="p1-")),
    "an ORCID iD as an address": (NOTE, note(orcid="https://orcid.org/0000-0002-1825-0097")),
    "an ORCID iD without hyphens": (NOTE, note(orcid="0000000218250097")),
    "an ORCID iD in other digits": (NOTE, note(orcid="٠٠٠٠-٠٠٠٢-١٨٢٥-٠٠٩٧")),
    "a tag with a capital": (NOTE, note(tags="[Tides]")),
    "a tag with a comma": (NOTE, note(tags="tides, walls")),
    "a negative tag": (NOTE, note(tags="-1990")),
    "a fraction as a tag": (NOTE, note(tags="[1.5]")),
    "a tag too long": (NOTE, note(tags="a" * 41)),
    "a tag that is a list": (NOTE, note(tags="[[tides]]")),
    "a tag that is a mapping": (NOTE, note(tags="[tides: 1]")),
    "a field of another form": (NOTE, note(status="found")),
    "a field in capitals": (NOTE, note(Tags="tides")),
    "a field of the host": (NOTE, note(template="404.html")),
    "a correction of no reference": (CORRECTION, without(correction(), "reference")),
    "an unknown field of a correction": (CORRECTION, correction(correct_date="2019")),
    "a family's name elsewhere": (CORRECTION, correction(my_corrected_date="2019")),
    "a corrected list": (CORRECTION, correction(corrected_author="[a, b]")),
    "a term without a name": (TERM, without(term(), "term")),
    "a term with an empty name": (TERM, term(term='""')),
    "a term that is a list": (TERM, term(term="[Sea]")),
    "a term's name too long": (TERM, term(term="a" * 161)),
    "a kind of another list": (TERM, term("person")),
    "a person of another kind": (PERSON, term("concept")),
    "a place of another kind": (PLACE, term("lake")),
    "a term without a day": (TERM, without(term(), "date")),
    "a term by two": (TERM, term(author_name="Ada")),
    "a term by nobody": (TERM, without(term(), "author")),
    "a form too long": (TERM, term(forms="a" * 161)),
    "a form that is a list": (TERM, term(forms="[[sea]]")),
    "an id with a capital": (TERM, term(see="Sea")),
    "an id with a space": (TERM, term(see="[the sea]")),
    "a name without a language": (TERM, term(name_="Море")),
    "a name without even a line of it": (TERM, term(name="Море")),
    "a language in capitals": (TERM, term(name_RU="Море")),
    "a language by its name": (TERM, term(name_russian="Море")),
    "a script in small letters": (TERM, term(**{"name_zh-hans": "海"})),
    "a language before other letters": (TERM, term(name_ru_="Море")),
    "a name in a language too long": (TERM, term(name_ru="a" * 161)),
    "a term with a point": (TERM, term(coordinates="54.18, 7.89")),
    "a person with a point": (PERSON, term("person", coordinates="54.18, 7.89")),
    "a person with a level": (PERSON, term("person", level="1")),
    "half a point": (PLACE, term("sea", coordinates="54.18")),
    "a point in degrees": (PLACE, term("sea", coordinates="54° N, 7° E")),
    "a point that is a list": (PLACE, term("sea", coordinates="[54.18, 7.89]")),
    "a point in other digits": (PLACE, term("sea", coordinates="٥٤, ٧")),
    "a point with a third number": (PLACE, term("sea", coordinates="54.18, 7.89, 0")),
    "no status": (EVIDENCE, "sources: https://example.org/a"),
    "an unknown status": (EVIDENCE, "status: lost"),
    "an address of a file": (EVIDENCE, "status: found\nsources: file:///etc/passwd"),
    "an address that runs": (EVIDENCE, "status: found\nsources: ['javascript:alert(1)']"),
    "an address with a space": (EVIDENCE, "status: found\nsources: [https://example.org/a b]"),
    "an address with a quotation mark": (
        EVIDENCE,
        "status: found\nsources: ['https://example.org/\"']",
    ),
}


@pytest.mark.parametrize(("form", "front_matter"), SOUND.values(), ids=SOUND)
def test_both_accept_what_is_sound(tmp_path: Path, form: EntryForm, front_matter: str) -> None:
    assert (is_read(tmp_path, form, front_matter), fits(form, front_matter)) == (True, True)


@pytest.mark.parametrize(("form", "front_matter"), BROKEN.values(), ids=BROKEN)
def test_both_refuse_what_is_broken(tmp_path: Path, form: EntryForm, front_matter: str) -> None:
    assert (is_read(tmp_path, form, front_matter), fits(form, front_matter)) == (False, False)


# ---- any front matter ---------------------------------------------------------------------------

WORDS = st.sampled_from(
    ["the sea", "context", "found", "p1", "soft power", "a-b", "a--b", "A", "1990", "-3", "é", "𝒜",
     "2026-11-23", "2026-1-2", "0000-0002-1825-0097", "https://example.org/a", "ftp://example.org",
     "54.18, 7.89", "1,2", "sea", "concept", "person", "city",
     "a: b", "#", "“”", "<b>", "\\", "{", "", " ", "a" * 40, "a" * 41, "b" * 101, "c" * 301,
     "d" * 501, "e" * 2_001]
)  # fmt: skip
"""Values that fit some field, or almost; spaces at their ends are among the differences below."""
SCALARS = st.one_of(
    WORDS.map(lambda words: json.dumps(words, ensure_ascii=False)),
    st.text("abz19é -:/", max_size=8)
    .filter(lambda words: words == " ".join(words.split()))
    .map(json.dumps),
    st.sampled_from(["1", "2", "7", "1990", "-3", "1.5", "true", "false", "null", "~", ""]),
)
LISTS = st.lists(SCALARS.filter(bool), max_size=3).map(lambda items: f"[{', '.join(items)}]")
NESTED = st.sampled_from(["[[a]]", "{a: b}", "[{a: b}]"])
VALUES = st.one_of(SCALARS, SCALARS, SCALARS, LISTS, NESTED)


@st.composite
def front_matters(draw: Callable[..., Any], form: EntryForm) -> str:
    """A sound file in which up to three fields were changed, added or taken away."""
    sound = draw(st.sampled_from([text for of, text in SOUND.values() if of is form]))
    names = [member.name for member in form.fields if not member.is_family]
    families = [f"{member.name}{end}" for member in form.families() for end in ("date", "", "ru")]
    for name in draw(st.lists(st.sampled_from([*names, *families, "title"]), max_size=3)):
        sound = without(sound, name)
        if draw(st.booleans()):
            sound += f"\n{name}: {draw(VALUES)}"
    return sound


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_both_agree_on_any_front_matter(
    form: EntryForm, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("agree")
    seen = {True: 0, False: 0}

    @settings(max_examples=250, suppress_health_check=list(HealthCheck))
    @given(front_matters(form))
    @example("")
    @example("{}")
    def agree(front_matter: str) -> None:
        accepted = is_read(root, form, front_matter)
        assert fits(form, front_matter or "{}") is accepted
        seen[accepted] += 1

    agree()
    assert min(seen.values()) > 20  # or the test would say little


# ---- what a schema cannot say -------------------------------------------------------------------

STRICTER = {
    "space around words in quotation marks": (NOTE, note(kind='" context "')),
    "the word Null": (NOTE, note(quote="Null")),
}
"""What the reader takes and the schema does not: an editor's YAML shows other values."""

UNSEEN = {
    "a date that is none": (NOTE, note(date="2026-02-30")),
    "a truth that is no small letter": (NOTE, note(unit="True")),
    "a number with a sign": (NOTE, note(tags="[+5]")),
    "a whole number as a fraction": (NOTE, note(tags="[5.0]")),
    "a field twice": (NOTE, note() + "\nquote: the wall"),
    "an anchor": (NOTE, note(quote="&a the sea")),
    "a tag of YAML": (NOTE, note(quote="!!str the sea")),
}
"""What the reader of any entry refuses and a schema cannot: it is of the YAML, or of a calendar."""


@pytest.mark.parametrize(("form", "front_matter"), STRICTER.values(), ids=STRICTER)
def test_known_differences_where_the_schema_is_stricter(
    tmp_path: Path, form: EntryForm, front_matter: str
) -> None:
    assert (is_read(tmp_path, form, front_matter), fits(form, front_matter)) == (True, False)


@pytest.mark.parametrize(("form", "front_matter"), UNSEEN.values(), ids=UNSEEN)
def test_known_differences_where_the_reader_is_stricter(
    tmp_path: Path, form: EntryForm, front_matter: str
) -> None:
    assert (is_read(tmp_path, form, front_matter), fits(form, front_matter)) == (False, True)


def note_is_refused(root: Path) -> bool:
    _, problems = read_notes(root, {"editors": Contributor("editors", "The editors")})
    return bool(errors(problems))


def term_is_refused(root: Path) -> bool:
    _, problems = read_terms(root, {"editors": Contributor("editors", "The editors")})
    return bool(errors(problems))


def correction_is_refused(root: Path) -> bool:
    return bool(errors(read_corrections(root)[1]))


@pytest.mark.parametrize(
    ("form", "front_matter", "is_refused"),
    [
        (
            NOTE,
            without(note(author_name="Ada", orcid="0000-0002-1825-0098"), "author"),
            note_is_refused,
        ),
        (NOTE, note(author="nobody"), note_is_refused),
        (NOTE, note(revised="2026-11-22"), note_is_refused),
        (TERM, term(name_xx="a"), term_is_refused),
        (TERM, term(name_ru="<b>"), term_is_refused),
        (TERM, term(revised="2026-11-22"), term_is_refused),
        (TERM, term(author="nobody"), term_is_refused),
        (PLACE, term("sea", coordinates_source="quill2016"), term_is_refused),
        (CORRECTION, correction(corrected_date="2019"), correction_is_refused),
        (CORRECTION, correction(evidence_date="2019"), correction_is_refused),
        (CORRECTION, correction(corrected_1="a", evidence_1="b"), correction_is_refused),
    ],
    ids=[
        "check digit",
        "no contributor",
        "dates",
        "no language",
        "no plain words",
        "dates of a term",
        "no contributor of a term",
        "no point",
        "no evidence",
        "evidence of nothing",
        "no name",
    ],
)
def test_what_an_entry_says_is_judged_by_the_check_and_not_by_the_schema(
    tmp_path: Path, form: EntryForm, front_matter: str, is_refused: Callable[[Path], bool]
) -> None:
    assert is_read(tmp_path, form, front_matter)
    assert fits(form, front_matter)
    assert is_refused(tmp_path)


def test_an_author_or_a_unit_of_the_wrong_form_is_refused_in_the_end(tmp_path: Path) -> None:
    write(tmp_path, NOTE, note(author="Editors"))
    assert note_is_refused(tmp_path)
    assert isinstance(locate(EDITION.passages, Quote("The sea", "p1")), Span)
    assert isinstance(locate(EDITION.passages, Quote("The sea", "P1")), Miss)


# ---- the schemas themselves ---------------------------------------------------------------------


def front_matter_of(file: Path) -> str:
    return file.read_text(encoding="utf-8").split("\n---", 1)[0].removeprefix("---\n")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_entry_of_this_edition_fits(form: EntryForm) -> None:
    files = sorted((REPOSITORY / form.folder).glob("*.md"))
    assert files != []
    assert [file.name for file in files if not fits(form, front_matter_of(file))] == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_schema_is_a_schema(form: EntryForm) -> None:
    schema = SCHEMAS[form.name]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_field_is_explained_in_the_words_of_its_form(form: EntryForm) -> None:
    schema = SCHEMAS[form.name]
    named = {**schema["properties"], **schema.get("patternProperties", {})}
    assert [said["description"].startswith(member.summary) for said, member in zip(
        named.values(), sorted(form.fields, key=lambda one: one.is_family), strict=True
    )] == [True] * len(form.fields)  # fmt: skip
    assert schema["description"] == form.summary


def test_every_form_has_a_schema_and_no_other_is_there() -> None:
    assert set(export_schemas()) == {f"data/schemas/{form.name}.json" for form in FORMS}


def patterns(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["pattern"]] if isinstance(value.get("pattern"), str) else []
        own += list(value.get("patternProperties", ()))
        return own + [one for inner in value.values() for one in patterns(inner)]
    return [one for inner in value for one in patterns(inner)] if isinstance(value, list) else []


@pytest.mark.parametrize("pattern", sorted({one for s in SCHEMAS.values() for one in patterns(s)}))
def test_a_pattern_means_the_same_in_every_editor(pattern: str) -> None:
    r"""JSON Schema asks for ECMA 262 with the flag `u`, which refuses needless escapes.

    `\d`, `\w` and `\b` are of Unicode in Python and of ASCII there; `(?P` is Python's alone.
    """
    assert re.compile(pattern)
    assert set(re.findall(r"\\(.)", pattern)) <= set("sS^$\\.*+?()[]{}|/")
    assert set(re.findall(r"\(\?(.)", pattern)) <= {":"}


def test_a_whole_value_has_to_match() -> None:
    r"""All but one pattern are anchored: `\S` asks for one character that can be seen."""
    found = {one for schema in SCHEMAS.values() for one in patterns(schema)}
    loose = {one for one in found if not (one.startswith("^") and one.endswith(("$", "_")))}
    assert loose == {r"\S"}
