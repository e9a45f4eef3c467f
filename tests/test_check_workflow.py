"""The commands of the check of a pull request, run in a clone: what a contributor then sees."""

from pathlib import Path

import pytest

from tests.summaries import elements, lines_of
from tests.workflows import Ran, clone, commit, git, read_workflow, run_job

JOB = read_workflow("check")["jobs"]["check"]
PREVIEW = "https://github.com/example/edition/actions/runs/1/artifacts/2"
PATH = "docs/notes/a-first-note.md"
NOTE = """---
quote: the railway building project
kind: context
author_name: Ada Quill
date: 2026-11-24
new_source: https://example.org/rails
---
Rails of the two countries are not equally far apart: # no heading, <b>no HTML</b>.
"""
GOOD = NOTE.replace("<b>no HTML</b>", "and that costs time")
WRONG = NOTE.replace("building", "bulding")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return clone(tmp_path_factory.mktemp("clone") / "edition")


def checked(repository: Path, text: str) -> list[Ran]:
    """Propose a file in a commit of its own, as the merge of a pull request; take it back after."""
    (repository / PATH).write_text(text, encoding="utf-8")
    commit(repository, "Propose a note")
    try:
        return run_job(repository, JOB, {"steps.preview.outputs.artifact-url": PREVIEW})
    finally:
        git(repository, "reset", "--quiet", "--hard", "HEAD^")


def named(ran: list[Ran], words: str) -> Ran:
    return next(step for step in ran if words in step.name)


def test_a_planted_mistake_is_annotated_explained_and_stops_the_build(repository: Path) -> None:
    ran = checked(repository, WRONG)
    assert {step.name: step.status for step in ran} == {
        "Install what the build needs, in recorded versions with their hashes": 0,
        "Check the files": 1,
        "Show the entries as they will look": 0,
    }
    check = named(ran, "Check the files")
    commands = [line for line in check.log.splitlines() if line.startswith("::")]
    begins = [command.split("::")[1].split(",title=")[0] for command in commands]
    assert f"error file={PATH},line=2" in begins  # the quote
    assert f"error file={PATH},line=8" in begins  # the body
    assert f"warning file={PATH},line=4" in begins  # the name, for an editor
    lines = lines_of(check.summary)
    assert lines[:2] == [
        "What the check found",
        "2 things have to be mended before this can be published. Change the file and save it: the"
        " check runs again by itself. 3 remarks stop nothing: the editors will see to it.",
    ]
    assert lines.count("What to do") == 2
    assert "The code of this message is quote-not-found." in lines
    tags = [element.tag for step in ran for element in elements(step.summary)]
    assert [tags.count(tag) for tag in ("h1", "h2", "b")] == [0, 2, 0]


def test_a_good_note_is_shown_as_it_will_look_and_the_site_kept(repository: Path) -> None:
    ran = checked(repository, GOOD)
    assert [step.status for step in ran] == [0] * 5
    assert lines_of(named(ran, "Check the files").summary)[1].startswith("Nothing is wrong.")
    shown = lines_of(named(ran, "as they will look").summary)
    assert shown[1:3] == [f"In {PATH}:", "Context, for everybody"]
    assert "the railway building project" in shown[4]
    assert (
        "Rails of the two countries are not equally far apart: # no heading, and that" in shown[5]
    )
    assert shown[-1] == "Ada Quill, 24 November 2026"
    build = named(ran, "Build the site")
    assert (build.summary, build.log.count("::")) == ("", 0)
    assert (repository / "site" / "n" / "a-first-note" / "index.html").is_file()
    preview = named(ran, "Say where the preview is").summary
    links = [element.attrib.get("href") for element in elements(preview) if element.tag == "a"]
    assert links == [PREVIEW]
