"""Workflows as the forge reads them, and their steps run as its runner runs them.

What is played here is narrow: steps that run commands, in order, in one folder, under `bash -e`,
each with a summary of its own. A step of an action is skipped. A step runs unless one before it
failed; the only condition known is `!cancelled()`, which holds.
"""

import os
import re
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.command import REPOSITORY

FOLDER = REPOSITORY / ".github" / "workflows"
ALWAYS = "${{ !cancelled() }}"
_EXPRESSION = re.compile(r"\$\{\{ (?P<name>.+?) \}\}")
IDENTITY = ("-c", "user.name=A Reader", "-c", "user.email=reader@example.org")


def read_workflow(name: str) -> dict[Any, Any]:
    """Return a workflow; its `on` is the key True, as YAML 1.1 has it."""
    found = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


@dataclass(frozen=True)
class Ran:
    """What a step left behind."""

    name: str
    status: int
    log: str
    """Both streams, as the runner reads them."""
    summary: str


def clone(folder: Path) -> Path:
    """Lay out what git tracks of this repository, as it is now, as a repository of one commit.

    Its `.venv` is there as `make` would leave it, but with the packages of the Python that runs the
    tests; so nothing is installed again, and the commands are those of the clone.
    """
    listed = subprocess.run(
        ["git", "-C", str(REPOSITORY), "ls-files", "-zco", "--exclude-standard"],
        check=True,
        capture_output=True,
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        if name.startswith(("tests/", "bench/")) or not (REPOSITORY / name).is_file():
            continue
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes((REPOSITORY / name).read_bytes())
    git(folder, "init", "--quiet")
    commit(folder, "Begin")
    install(folder)
    return folder


def install(folder: Path) -> None:
    """Make the `.venv` of a folder: see `clone`."""
    venv = folder / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    engine = folder if (folder / "edition").is_dir() else REPOSITORY
    paths = f"{engine}\n{sysconfig.get_paths()['purelib']}\n"
    (venv / "lib" / version / "site-packages" / "clone.pth").write_text(paths, encoding="utf-8")
    command = venv / "bin" / "edition"
    python = venv / "bin" / "python"
    command.write_text(f'#!/bin/sh\nexec "{python}" -m edition "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    installed = venv / "installed"
    installed.mkdir()
    (installed / "in").write_text(f"{folder}\n", encoding="utf-8")
    for name in ("requirements.txt", "pyproject.toml"):
        if (folder / name).exists():
            (installed / name).write_bytes((folder / name).read_bytes())


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-C", str(folder), *IDENTITY, *arguments], check=True, capture_output=True
    )


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "--all", ".")
    git(folder, "commit", "--quiet", "--message", message)


def run_job(
    folder: Path, job: dict[str, Any], values: dict[str, str], **environment: str
) -> list[Ran]:
    """Run the commands of a job in a folder; `values` says what expressions stand for."""
    ran: list[Ran] = []
    failed = False
    for number, step in enumerate(job["steps"]):
        condition = step.get("if", "")
        assert condition in ("", ALWAYS), f"this test does not know the condition {condition}"
        if "run" not in step or (failed and condition != ALWAYS):
            continue
        assert not _EXPRESSION.search(step["run"]), "what an expression gives becomes a command"
        summary = folder.parent / f"{folder.name}-summary-{number}"
        summary.write_text("", encoding="utf-8")
        given = {name: _filled(str(value), values) for name, value in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "-e", "-c", step["run"]],
            cwd=folder,
            env={
                **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
                "CI": "true",
                "GITHUB_ACTIONS": "true",
                "GITHUB_STEP_SUMMARY": str(summary),
                "GITHUB_SERVER_URL": "https://github.com",
                "GITHUB_REPOSITORY": "example/edition",
                **environment,
                **given,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        ran.append(
            Ran(step["name"], done.returncode, done.stdout, summary.read_text(encoding="utf-8"))
        )
        failed = failed or done.returncode != 0
    return ran


def _filled(text: str, values: dict[str, str]) -> str:
    return _EXPRESSION.sub(lambda match: values[match["name"]], text)
