"""`contributors.yml` says who may sign with an id; what is wrong in it is told at its line."""

from pathlib import Path

import pytest

from edition.core.contributor import Contributor
from edition.core.contributor_role import ContributorRole
from edition.sources.contributors import FILE, read_contributors

GOOD = """\
# Who wrote what.
editors:
  name: The editors
  kind: group
carberry:
  name: Josiah Carberry
  orcid: 0000-0002-1825-0097
  licence: CC BY 4.0
  roles: [writing-review-editing, software, software]
x:
  name: "O’Hara, Seán"
  orcid: 0000-0002-1694-233X
  kind: person
"""


CARBERRY = Contributor(
    "carberry",
    "Josiah Carberry",
    "0000-0002-1825-0097",
    "CC BY 4.0",
    (ContributorRole.SOFTWARE, ContributorRole.REVIEWING),
)


def write(root: Path, text: str) -> None:
    (root / FILE).parent.mkdir(parents=True, exist_ok=True)
    (root / FILE).write_text(text, encoding="utf-8")


def test_an_edition_need_have_none(tmp_path: Path) -> None:
    assert read_contributors(tmp_path) == ({}, ())


@pytest.mark.parametrize("text", ["", "# nobody yet\n"], ids=["empty", "a comment"])
def test_a_file_may_name_nobody(tmp_path: Path, text: str) -> None:
    write(tmp_path, text)
    assert read_contributors(tmp_path) == ({}, ())


def test_contributors_are_read_in_the_order_of_the_file(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    found, problems = read_contributors(tmp_path)
    assert problems == ()
    assert list(found.items()) == [
        ("editors", Contributor("editors", "The editors", is_group=True)),
        ("carberry", CARBERRY),
        ("x", Contributor("x", "O’Hara, Seán", "0000-0002-1694-233X")),
    ]


WRONG = {
    "no name": ("  name: Josiah Carberry\n", "", 5, "field", "expected the field name, found none"),
    "an empty name": ("Josiah Carberry", "''", 6, "field", "expected words in name, found nothing"),
    "an element in a name": (
        "Josiah", "<b>Josiah</b>", 6, "front-matter",
        "expected plain words in name, found '<b>Josiah</b> Carberry'"),
    "a macro in a name": (
        "Josiah Carberry", "'{{ a }}'", 6, "front-matter",
        "expected plain words in name, found '{{ a }}'"),
    "an unknown kind": (
        "kind: group", "kind: team", 4, "field",
        "expected kind to be one of person, group, found 'team'"),
    "a misspelt field": (
        "kind: group", "kinds: group", 4, "field",
        "there is no field kinds; known are kind, licence, name, orcid, roles"),
    "a role that is none": (
        "[writing-review-editing, software, software]", "[software, editor]", 9, "field",
        "expected roles of CRediT, such as software or writing-review-editing, in roles, found"
        " 'editor'"),
    "a role in a sentence": (
        "[writing-review-editing, software, software]", "wrote the software", 9, "field",
        "expected roles of CRediT, such as software or writing-review-editing, in roles, found"
        " 'wrote the software'"),
    "a digit that is wrong": (
        "0097", "0098", 7, "field",
        "expected an ORCID iD whose last digit is right in orcid, found '0000-0002-1825-0098'"),
    "no hyphens": (
        "0000-0002-1825-0097", "'0000000218250097'", 7, "field",
        "expected an ORCID iD such as 0000-0002-1825-0097 in orcid, found '0000000218250097'"),
    "an address": (
        "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097", 7, "field",
        "expected an ORCID iD such as 0000-0002-1825-0097 in orcid, found"
        " 'https://orcid.org/0000-0002-1825-0097'"),
    "an id in capitals": (
        "carberry:", "Carberry:", 5, "field",
        "expected an id of small letters, digits and hyphens, found 'Carberry'"),
    "a word alone": (
        "x:\n  name: \"O’Hara, Seán\"\n  orcid: 0000-0002-1694-233X\n  kind: person\n",
        "x: O’Hara\n", 10, "field", "expected lines of the form `key: value`"),
    "an id twice": ("x:", "editors:", 10, "yaml", "the key editors stands twice, first on line 2"),
    "an anchor": ("The editors", "&a The editors", 3, "yaml",
                  "anchors and aliases are not used here"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "code", "message"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_reported_at_its_line(
    tmp_path: Path, old: str, new: str, line: int, code: str, message: str
) -> None:
    assert GOOD.count(old) == 1
    write(tmp_path, GOOD.replace(old, new))
    _, problems = read_contributors(tmp_path)
    assert [(p.place.path, p.place.line, p.code, p.message) for p in problems] == [
        (FILE, line, code, message)
    ]


@pytest.mark.parametrize("text", ["- a\n", "a\n"], ids=["a list", "a word"])
def test_a_file_of_another_form_is_refused(tmp_path: Path, text: str) -> None:
    write(tmp_path, text)
    found, problems = read_contributors(tmp_path)
    assert (found, [p.code for p in problems]) == ({}, ["yaml"])


def test_an_encoding_other_than_utf_8_is_refused(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    (tmp_path / FILE).write_bytes(GOOD.replace("’", "'").encode("latin-1"))
    found, problems = read_contributors(tmp_path)
    assert (found, [(p.code, p.place.line) for p in problems]) == ({}, [("file-encoding", 11)])
