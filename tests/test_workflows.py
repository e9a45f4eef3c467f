"""The forge's workflows are valid, and can do no more than they have to."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.workflows import FOLDER, read_workflow

NAMES = sorted(file.stem for file in FOLDER.iterdir())
JOBS = [(name, job) for name in NAMES for job in read_workflow(name)["jobs"]]
WRITES = {
    ("pages", "deploy"): {"pages": "write", "id-token": "write"},
    ("links", "issue"): {"issues": "write"},
}
"""The jobs that may do more than read, and what."""
PINNED = re.compile(r"uses: (?P<action>[\w.-]+/[\w./-]+)@(?P<commit>\S+)(?P<version> # v[\d.]+)?")


def judge(program: str, *arguments: str) -> tuple[int, str]:
    """Run a linter that the requirements of the tests bring; it needs no network."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    found = shutil.which(program, path=path)
    assert found, f"{program} is not installed: make test-tools"
    done = subprocess.run(
        [found, *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return done.returncode, done.stdout + done.stderr


def actionlint(*files: Path) -> tuple[int, str]:
    """Judge workflows, without the linters of other languages that a machine may have or not."""
    return judge("actionlint", "-no-color", "-shellcheck=", "-pyflakes=", *map(str, files))


def zizmor(*files: Path) -> tuple[int, str]:
    return judge(
        "zizmor", "--offline", "--no-progress", "--no-config", "--persona=pedantic",
        *map(str, files),
    )  # fmt: skip


@pytest.mark.parametrize("linter", [actionlint, zizmor])
def test_a_linter_finds_nothing(linter: Any) -> None:
    status, said = linter(*(FOLDER / f"{name}.yml" for name in NAMES))
    assert status == 0, said


BAD = [
    (zizmor, "pull_request:", "pull_request_target:"),
    (zizmor, "persist-credentials: false", "clean: true"),
    (zizmor, "contents: read", "contents: write"),
    (zizmor, "run: .venv/bin/edition build", "run: echo ${{ github.event.pull_request.title }}"),
    (zizmor, "5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0", "v7"),
    (actionlint, "runs-on: ubuntu-24.04", "runs-on: ubuntu-24"),
    (actionlint, "timeout-minutes: 20", "timeout: 20"),
    (actionlint, "steps.preview.outputs", "steps.previews.outputs"),
    (actionlint, "contents: read", "content: read"),
    (actionlint, "!cancelled()", "!canceled()"),
    (actionlint, "github.event.pull_request.number", "github.events.pull_request.number"),
]  # fmt: skip


@pytest.mark.parametrize(("linter", "old", "new"), BAD, ids=[new for _, _, new in BAD])
def test_the_linters_find_what_they_are_here_for(
    tmp_path: Path, linter: Any, old: str, new: str
) -> None:
    text = (FOLDER / "check.yml").read_text(encoding="utf-8")
    assert old in text
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "check.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    status, _ = linter(folder / "check.yml")
    assert status != 0


@pytest.mark.parametrize("name", NAMES)
def test_actions_are_pinned_by_their_commits_with_the_version_beside(name: str) -> None:
    lines = (FOLDER / f"{name}.yml").read_text(encoding="utf-8").splitlines()
    uses = [PINNED.search(line) for line in lines if "uses:" in line]
    assert uses
    for found in uses:
        assert found
        assert found["action"].startswith("actions/")
        assert re.fullmatch(r"[0-9a-f]{40}", found["commit"])
        assert found["version"]


def test_an_action_is_of_the_same_commit_everywhere() -> None:
    text = "\n".join((FOLDER / f"{name}.yml").read_text(encoding="utf-8") for name in NAMES)
    pins = {(m["action"], m["commit"], m["version"]) for m in PINNED.finditer(text)}
    assert len(pins) == len({action for action, _, _ in pins})


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_a_job_may_do_no_more_than_it_has_to(name: str, job: str) -> None:
    workflow = read_workflow(name)
    assert "permissions" in workflow  # else a setting of the repository decides
    given = workflow["jobs"][job].get("permissions", workflow["permissions"])
    assert given == WRITES.get((name, job), {"contents": "read"})


@pytest.mark.parametrize(("name", "job"), sorted(set(WRITES) & set(JOBS)))
def test_what_may_write_runs_nothing_of_the_repository(name: str, job: str) -> None:
    steps = read_workflow(name)["jobs"][job]["steps"]
    assert not [step for step in steps if "actions/checkout" in step.get("uses", "")]


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_a_job_ends_by_itself_and_leaves_no_token_behind(name: str, job: str) -> None:
    found = read_workflow(name)["jobs"][job]
    assert 0 < found["timeout-minutes"] <= 90
    for step in found["steps"]:
        if "actions/checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_knows_no_secrets_and_is_started_by_no_stranger(name: str) -> None:
    """The token of the run itself is named by `github.token`, and only where something writes."""
    text = (FOLDER / f"{name}.yml").read_text(encoding="utf-8")
    events = read_workflow(name)[True]
    assert "secrets." not in text
    assert set(events) <= {"pull_request", "push", "schedule", "workflow_dispatch"}
    assert text.count("github.token") == (1 if name == "links" else 0)
    assert "concurrency" in read_workflow(name)


def scripts() -> Iterator[tuple[str, str]]:
    for name, job in JOBS:
        for step in read_workflow(name)["jobs"][job]["steps"]:
            if "run" in step:
                yield f"{name}: {step['name']}", step["run"]


@pytest.mark.parametrize(("where", "script"), list(scripts()))
def test_a_script_is_one_and_holds_no_expression(where: str, script: str) -> None:
    """What an expression gives would be run as if it had been written there."""
    assert "${{" not in script, where
    done = subprocess.run(["bash", "-n", "-c", script], capture_output=True, check=False)
    assert done.returncode == 0, where


def test_yaml_holds_no_key_twice() -> None:
    """The readers of YAML here take the last of two keys and say nothing."""

    class Strict(yaml.SafeLoader):
        pass

    def mapping(loader: Any, node: Any, deep: bool = False) -> Any:
        keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
        assert len(keys) == len(set(keys)), f"line {node.start_mark.line + 1}"
        return yaml.SafeLoader.construct_mapping(loader, node, deep)

    Strict.add_constructor("tag:yaml.org,2002:map", mapping)
    for file in sorted(FOLDER.parent.rglob("*.yml")):
        yaml.load(file.read_text(encoding="utf-8"), Strict)
