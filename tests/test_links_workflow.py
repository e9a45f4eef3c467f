"""The weekly report opens one issue and then writes that one anew; nothing fails for a dead link.

A stand-in for `gh` keeps issues in a file and answers as much as the workflow asks; its filter is
applied by `jq`, which `gh` has built in, where the machine has one.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.workflows import read_workflow, run_job

WORKFLOW = read_workflow("links")
TITLE = "Links that lead outside"
TOLD = "2 addresses were asked for: 1 are well.\n\n## Dead: 1\n"
WELL = "2 addresses were asked for: 2 are well.\n"
GH = """#!/usr/bin/env python3
import json, os, pathlib, subprocess, sys
file = pathlib.Path(os.environ["ISSUES"])
issues = json.loads(file.read_text())
words = sys.argv[1:]
assert os.environ["GH_TOKEN"] == "the-token" and os.environ["GH_REPO"] == "example/edition"
option = {name: value for name, value in zip(words, words[1:]) if name.startswith("--")}
if words[:2] == ["issue", "list"]:
    assert option["--state"] == "open"
    found = [issue for issue in issues if issue["state"] == "open"]
    wanted = option["--json"].split(",")
    found = [{name: issue[name] for name in wanted} for issue in found]
    listed = json.dumps(found).encode()
    subprocess.run(["jq", "-r", option["--jq"]], input=listed, check=True)
elif words[:2] == ["issue", "create"]:
    body = pathlib.Path(option["--body-file"]).read_text()
    issues.append({"number": len(issues) + 1, "title": option["--title"], "state": "open",
                   "author": {"is_bot": True}, "body": body})
elif words[:2] == ["issue", "edit"]:
    (issue,) = [issue for issue in issues if str(issue["number"]) == words[2]]
    issue["body"] = pathlib.Path(option["--body-file"]).read_text()
else:
    sys.exit(f"gh: {words}")
file.write_text(json.dumps(issues))
"""


class Forge:
    """Issues of a repository, and the job that reports into them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "work"
        self.folder.mkdir()
        self.file = folder / "issues.json"
        self.file.write_text("[]", encoding="utf-8")
        self.bin = folder / "bin"
        self.bin.mkdir()
        (self.bin / "gh").write_text(GH, encoding="utf-8")
        (self.bin / "gh").chmod(0o755)

    @property
    def issues(self) -> list[dict[str, Any]]:
        found = json.loads(self.file.read_text(encoding="utf-8"))
        assert isinstance(found, list)
        return found

    def add(self, **issue: Any) -> None:
        plain = {"number": len(self.issues) + 1, "title": TITLE, "state": "open", "body": "old"}
        issues = [*self.issues, {**plain, "author": {"is_bot": True}, **issue}]
        self.file.write_text(json.dumps(issues), encoding="utf-8")

    def report(self, text: str) -> None:
        (self.folder / "links.md").write_text(text, encoding="utf-8")
        values = {"github.token": "the-token", "github.repository": "example/edition"}
        path = f"{self.bin}:{Path(shutil.which('jq') or '/').parent}:/usr/bin:/bin"
        job = WORKFLOW["jobs"]["issue"]
        (ran,) = run_job(self.folder, job, values, PATH=path, ISSUES=str(self.file))
        assert ran.status == 0, ran.log


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    if not shutil.which("jq"):
        pytest.skip("there is no jq here")
    return Forge(tmp_path)


def test_the_first_report_opens_an_issue_and_the_next_writes_it_anew(forge: Forge) -> None:
    forge.report(TOLD)
    assert [(issue["title"], issue["body"]) for issue in forge.issues] == [(TITLE, TOLD)]
    forge.report(WELL)
    assert [(issue["title"], issue["body"]) for issue in forge.issues] == [(TITLE, WELL)]


def test_without_anything_to_tell_no_issue_is_opened(forge: Forge) -> None:
    forge.report(WELL)
    assert forge.issues == []


@pytest.mark.parametrize(
    "other",
    [{"state": "closed"}, {"author": {"is_bot": False}}, {"title": "Link: a page"}],
    ids=["closed", "a person's", "of another title"],
)
def test_other_issues_are_left_alone(forge: Forge, other: dict[str, Any]) -> None:
    forge.add(**other)
    forge.report(TOLD)
    assert [issue["body"] for issue in forge.issues] == ["old", TOLD]


def test_of_two_issues_one_is_written(forge: Forge) -> None:
    forge.add()
    forge.add()
    forge.report(TOLD)
    assert [issue["body"] for issue in forge.issues] == [TOLD, "old"]


def test_neither_job_makes_the_run_fail() -> None:
    assert [job["continue-on-error"] for job in WORKFLOW["jobs"].values()] == [True, True]


def test_it_is_asked_for_once_a_week() -> None:
    ((schedule,),) = [WORKFLOW[True]["schedule"]]
    minute, hour, day, month, weekday = schedule["cron"].split()
    assert (day, month) == ("*", "*")
    assert minute.isdecimal()
    assert hour.isdecimal()
    assert weekday.isdecimal()
