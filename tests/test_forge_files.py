"""The forms, the template and the owners are of the form that GitHub reads, and say what holds."""

import copy
import re
from typing import Any

import pytest
import yaml

from edition.core.entry_forms import FORMS
from edition.core.issue_answers import ASKED
from edition.core.note import LEVELS, Kind
from edition.sources.settings import read_settings
from tests.command import REPOSITORY
from tests.issue_form_rules import faults
from tests.workflows import read_workflow

GITHUB = REPOSITORY / ".github"
NAMES = ["broken-link", "correction", "note", "teaching"]


def form(name: str) -> Any:
    file = GITHUB / "ISSUE_TEMPLATE" / f"{name}.yml"
    return yaml.safe_load(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_a_form_is_one_that_github_accepts(name: str) -> None:
    assert list(faults(form(name))) == []


def test_there_are_no_other_forms_and_no_two_have_one_name() -> None:
    files = sorted(file.stem for file in (GITHUB / "ISSUE_TEMPLATE").iterdir())
    assert files == sorted([*NAMES, "config"])
    assert len({form(name)["name"] for name in NAMES}) == len(NAMES)


BROKEN = [
    ("no name", lambda f: f.pop("name")),
    ("no description", lambda f: f.update(description="")),
    ("an unknown key", lambda f: f.update(assignee="x")),
    ("no body", lambda f: f.update(body=[])),
    ("only markdown", lambda f: f.update(body=f["body"][:1])),
    ("an unknown type", lambda f: f["body"][1].update(type="text")),
    ("an id with a space", lambda f: f["body"][1].update(id="the quote")),
    ("an id twice", lambda f: f["body"][1].update(id="unit")),
    ("an id of markdown", lambda f: f["body"][0].update(id="intro")),
    ("no label", lambda f: f["body"][1]["attributes"].pop("label")),
    ("a label twice", lambda f: f["body"][2]["attributes"].update(label="The article’s words")),
    ("a label that is a number", lambda f: f["body"][1]["attributes"].update(label=1)),
    ("an unknown attribute", lambda f: f["body"][1]["attributes"].update(hint="x")),
    ("required as a word", lambda f: f["body"][1].update(validations={"required": "yes"})),
    ("required in the attributes", lambda f: f["body"][1]["attributes"].update(required=True)),
    ("an unknown validation", lambda f: f["body"][1].update(validations={"pattern": "x"})),
    ("validations of checkboxes", lambda f: f["body"][-1].update(validations={"required": True})),
    ("no options", lambda f: f["body"][-1]["attributes"].update(options=[])),
    ("options without labels", lambda f: f["body"][-1]["attributes"].update(options=["x"])),
    ("a dropdown of no words", lambda f: dropdown(f, [True, "x"])),
    ("a dropdown with None", lambda f: dropdown(f, ["None", "x"])),
    ("a dropdown that repeats itself", lambda f: dropdown(f, ["x", "x"])),
]


def dropdown(broken: Any, options: list[Any]) -> None:
    broken["body"][5] = {
        "type": "dropdown",
        "id": "kind",
        "attributes": {"label": "Kind", "options": options},
    }


@pytest.mark.parametrize(("what", "breaks"), BROKEN, ids=[what for what, _ in BROKEN])
def test_a_form_with_something_wrong_is_refused(what: str, breaks: Any) -> None:
    broken = copy.deepcopy(form("note"))
    breaks(broken)
    assert list(faults(broken)) != []


def test_a_dropdown_of_words_is_accepted() -> None:
    changed = copy.deepcopy(form("note"))
    dropdown(changed, ["x", "y"])
    assert list(faults(changed)) == []


def test_the_form_of_a_note_has_the_fields_that_the_site_fills_in() -> None:
    """By their ids, and of a type that can be filled in from a link: others cannot."""
    fields = {element["id"]: element["type"] for element in form("note")["body"] if "id" in element}
    consent = fields.pop("consent")
    assert consent == "checkboxes"
    assert set(fields) == {
        *("unit", "quote", "prefix", "suffix", "kind", "level"),
        *("words", "source", "name", "orcid"),
    }
    assert set(fields.values()) <= {"input", "textarea"}


def test_a_note_of_the_text_itself_can_be_sent_without_a_source() -> None:
    """As the guide says; what the note is about, what it says and who says it are needed."""
    required = [
        element["id"]
        for element in form("note")["body"]
        if element.get("validations", {}).get("required")
    ]
    assert required == ["quote", "words", "name"]


def test_intake_knows_the_labels_of_the_form_in_their_order() -> None:
    labels = [element["attributes"]["label"] for element in form("note")["body"] if "id" in element]
    assert list(ASKED) == labels


def described(field: str) -> str:
    found = next(e for e in form("note")["body"] if e.get("id") == field)
    return str(found["attributes"]["description"])


def test_the_form_of_a_note_names_all_kinds_and_levels() -> None:
    said = re.sub(r"\(.*?\)", "", described("kind").split(":")[1])
    assert re.findall(r"[a-z]+", said) == [kind.value for kind in Kind]
    levels = re.findall(r"(\d) for (\w+)", described("level"))
    assert levels == [(str(level), words) for level, words in LEVELS.items()]


def test_nobody_can_send_a_note_without_consent_to_the_licence_of_notes() -> None:
    settings, _ = read_settings(REPOSITORY)
    assert settings is not None
    option = form("note")["body"][-1]["attributes"]["options"][0]
    licence = settings.notes_licence
    assert option["required"] is True
    assert f"[{licence.name}]({licence.address})" in option["label"]


@pytest.mark.parametrize("folder", sorted({entry.folder for entry in FORMS}))
def test_the_template_of_a_pull_request_says_the_licence_of_every_folder_of_entries(
    folder: str,
) -> None:
    text = (GITHUB / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")
    assert any(name in re.findall(r"[\w/]+", text) for name in (folder, folder.split("/")[0]))


def owned() -> list[str]:
    """Return the paths of the owners' file: those behind `#   `, since no owner is known."""
    text = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8")
    return re.findall(r"^#   (\S+)$", text, re.MULTILINE)


def test_no_owner_is_invented() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == []


@pytest.mark.parametrize("path", owned())
def test_a_path_that_waits_for_an_owner_is_there(path: str) -> None:
    if path == "/redirects.yml":  # made when the first thing moves
        return
    assert path == "*" or list(REPOSITORY.glob(path.strip("/")))


CONTRIBUTING = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    [
        read_workflow("check")["jobs"]["check"]["name"],
        read_workflow("links")["jobs"]["issue"]["steps"][-1]["env"]["TITLE"],
        *(f"`{branch}`" for branch in read_workflow("pages")[True]["push"]["branches"]),
        "What the check found",
        "As it will look",
    ],
)
def test_what_is_said_of_a_pull_request_uses_the_names_that_stand_there(name: str) -> None:
    assert name in " ".join(CONTRIBUTING.split())
