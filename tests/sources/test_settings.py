"""`edition.yml`: every field has its form, and every fault its line."""

from pathlib import Path

import pytest

from edition.core.coordinates import Region
from edition.core.problem import Place, Problem
from edition.core.settings import Settings
from edition.core.unit import Role
from edition.sources.settings import read_settings
from tests.command import REPOSITORY
from tests.tiny_edition import FOLDER as TINY

TEXT = (TINY / "edition.yml").read_text(encoding="utf-8")


def read(root: Path, text: str) -> tuple[Settings | None, tuple[Problem, ...]]:
    (root / "edition.yml").write_text(text, encoding="utf-8")
    return read_settings(root)


def line_of(words: str) -> int:
    return next(n for n, line in enumerate(TEXT.splitlines(), 1) if words in line)


@pytest.mark.parametrize("root", [REPOSITORY, TINY], ids=["this edition", "the tiny one"])
def test_settings_are_read(root: Path) -> None:
    settings, problems = read_settings(root)
    assert problems == ()
    assert settings is not None


def test_every_unit_has_its_role_its_lines_and_its_place(tmp_path: Path) -> None:
    settings, _ = read(tmp_path, TEXT)
    assert settings is not None
    units = {plan.id: plan for plan in settings.base.units}
    assert (units["p2"].role, units["p2"].lines) == (Role.PARAGRAPH, (15, 17))
    assert units["p2"].place == Place("edition.yml", line_of("p2: [15, 17]"))


WRONG = {
    "no title": ("title: \"The table of tides: a tiny edition\"\n", "", None,
                 "expected the field title, found none"),
    "a misspelt field": ("editors: The", "editor: The", "editors: The",
                         "there is no field editor; "),
    "an unknown field in the work": ("  language: en", "  language: en\n  volume: 4",
                                     "notes_licence", "there is no field volume; "),
    "a date in words": ("2021-03-04", "4 March 2021", "published:",
                        "expected a date such as 2026-11-23 in published, found '4 March 2021'"),
    "an address without its scheme": ("https://example.org/tides", "example.org/tides",
                                      "  address: https://example.org/tides",
                                      "expected an http or https address in address, found"
                                      " 'example.org/tides'"),
    "a script for an address": ('url: ""', "url: javascript:alert(1)", "url:",
                                "expected an http or https address in url, found"
                                " 'javascript:alert(1)'"),
    "a forge without its scheme": ('forge: ""', "forge: example.org/a", "forge:",
                                   "expected an http or https address in forge, found"
                                   " 'example.org/a'"),
    "a forge of no kind": ('forge: ""', 'forge: ""\nforge_kind: git', None,
                           "expected forge_kind to be one of github, gitlab, forgejo, found"
                           " 'git'"),
    "a contact that is no address": ('contact: ""', "contact: the harbour", "contact:",
                                     "expected an e-mail address in contact, found"
                                     " 'the harbour'"),
    "a contact that adds to its link": ('contact: ""', "contact: a@b.org?bcc=c@d.org", "contact:",
                                        "expected an e-mail address in contact, found"),
    "a hash in capitals": ("  sha256: ", "  sha256: A", "sha256:",
                           "expected 64 small hexadecimal digits in sha256"),
    "words for lines": ("p1: 13", "p1: thirteen", "p1: 13", "expected whole numbers in p1"),
    "an id in capitals": ("p1: 13", "P1: 13", "p1: 13", "'P1' is no id"),
    "no units": (TEXT[TEXT.index("  units:"):], "", None, "expected the field units, found none"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "at", "message"), WRONG.values(), ids=WRONG)
def test_a_field_of_another_form_is_reported_at_its_line(
    tmp_path: Path, old: str, new: str, at: str | None, message: str
) -> None:
    assert TEXT.count(old) >= 1
    settings, problems = read(tmp_path, TEXT.replace(old, new, 1))
    assert settings is None
    found = [p for p in problems if p.message.startswith(message)]
    assert [p.code for p in found] == ["settings"]
    if at == "notes_licence":
        assert found[0].place.line == line_of("  language: en") + 1
    elif at is not None:
        assert found[0].place.line == line_of(at)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    - paragraph:", "    - paragraf:", "there is no role paragraf"),
        ("    - heading: {h-references: 23}", "    - heading: {p1: 23}", "p1 stands twice"),
    ],
    ids=["an unknown role", "an id twice"],
)
def test_a_fault_among_the_units_is_one_problem(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    settings, problems = read(tmp_path, TEXT.replace(old, new))
    assert settings is None
    assert [(p.place.line, p.message) for p in problems] == [(line_of(old), message)]


ADDRESSES = {
    "the file": ({}, "https://example.org/file", "https://example.org/file/"),
    "the environment first": (
        {"EDITION_URL": "https://example.org/env/"},
        "https://example.org/file",
        "https://example.org/env/",
    ),
    "the forge's pages": (
        {"CI_PAGES_URL": "https://pages.example.org/a"},
        "",
        "https://pages.example.org/a/",
    ),
    "the file before the forge's pages": (
        {"CI_PAGES_URL": "https://pages.example.org/a"},
        "https://example.org/file",
        "https://example.org/file/",
    ),
    "nothing known": ({}, "", ""),
}


@pytest.mark.parametrize(("environment", "url", "expected"), ADDRESSES.values(), ids=ADDRESSES)
def test_the_site_s_address_ends_in_a_slash_or_is_empty(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    url: str,
    expected: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    settings, problems = read(tmp_path, TEXT.replace('url: ""', f'url: "{url}"'))
    assert problems == ()
    assert settings is not None
    assert settings.url == expected


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"EDITION_FORGE": "https://example.org/a/"}, "https://example.org/a"),
        (
            {"GITHUB_SERVER_URL": "https://example.org", "GITHUB_REPOSITORY": "b/c"},
            "https://example.org/b/c",
        ),
        ({"CI_PROJECT_URL": "https://example.org/d"}, "https://example.org/d"),
        ({"GITHUB_SERVER_URL": "https://example.org"}, ""),
    ],
    ids=["the environment", "GitHub", "GitLab", "half an address"],
)
def test_the_forge_s_address_has_no_slash_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    settings, _ = read(tmp_path, TEXT)
    assert settings is not None
    assert settings.forge == expected


@pytest.mark.parametrize(
    ("environment", "written", "expected"),
    [
        ({}, "", ""),
        ({}, "forgejo", "forgejo"),
        ({"EDITION_FORGE_KIND": "gitlab"}, "forgejo", "gitlab"),
        ({"CI_PROJECT_URL": "https://example.org/d"}, "", "gitlab"),
        ({"CI_PROJECT_URL": "https://example.org/d", "EDITION_FORGE": "https://e.org/a"}, "", ""),
    ],
    ids=["nothing known", "the file", "the environment first", "GitLab's CI", "another forge"],
)
def test_what_the_forge_runs_is_said_or_left_to_its_address(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    written: str,
    expected: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    text = TEXT.replace('forge: ""', f'forge: ""\nforge_kind: "{written}"')
    settings, problems = read(tmp_path, text)
    assert problems == ()
    assert settings is not None
    assert settings.forge_kind == expected


def test_a_wrong_address_in_the_environment_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITION_URL", "javascript:alert(1)")
    settings, problems = read(tmp_path, TEXT)
    assert settings is None
    assert [problem.code for problem in problems] == ["settings"]


def test_without_the_file_there_is_no_edition(tmp_path: Path) -> None:
    settings, problems = read_settings(tmp_path)
    assert settings is None
    assert [(p.place.path, p.code) for p in problems] == [("edition.yml", "file-missing")]


REGION = "region: [30, -30, 70, 40]"
REGIONS: dict[str, tuple[str, Region | None]] = {
    "four edges": (REGION, Region(30, -30, 70, 40)),
    "with fractions": ("region: [30.5, -30.25, 70, 40]", Region(30.5, -30.25, 70, 40)),
    "over the date line": ("region: [-50, 160, 0, -130]", Region(-50, 160, 0, -130)),
    "the whole earth": ("region: [-90, -180, 90, 180]", Region(-90, -180, 90, 180)),
    "none": ("", None),
    "an empty one": ("region: []", None),
}
NO_REGIONS = {
    "three edges": ("region: [30, -30, 70]", "30, -30, 70"),
    "five edges": ("region: [30, -30, 70, 40, 1]", "30, -30, 70, 40, 1"),
    "words": ("region: Europe", "Europe"),
    "a word among them": ("region: [30, -30, north, 40]", "30, -30, north, 40"),
    "the north south of the south": ("region: [70, -30, 30, 40]", "70, -30, 30, 40"),
    "no height": ("region: [30, -30, 30, 40]", "30, -30, 30, 40"),
    "swapped": ("region: [-30, 30, 40, 181]", "-30, 30, 40, 181"),
    "out of range": ("region: [30, -30, 91, 40]", "30, -30, 91, 40"),
    "degrees with signs": ("region: [30°, -30°, 70°, 40°]", "30°, -30°, 70°, 40°"),
    "an exponent": ("region: [3e1, -30, 70, 40]", "3e1, -30, 70, 40"),
}


@pytest.mark.parametrize(("written", "region"), REGIONS.values(), ids=REGIONS)
def test_a_region_for_the_places_may_be_given(
    tmp_path: Path, written: str, region: Region | None
) -> None:
    settings, problems = read(tmp_path, TEXT.replace(REGION, written))
    assert problems == ()
    assert settings is not None
    assert settings.region == region


@pytest.mark.parametrize(("written", "found"), NO_REGIONS.values(), ids=NO_REGIONS)
def test_a_region_that_is_none_is_reported(tmp_path: Path, written: str, found: str) -> None:
    assert TEXT.count(REGION) == 1
    settings, problems = read(tmp_path, TEXT.replace(REGION, written))
    assert settings is None
    assert [str(problem) for problem in problems] == [
        f"edition.yml:{line_of(REGION)}: settings: expected degrees in the order"
        f" [south, west, north, east] in region, found {found!r}"
    ]
