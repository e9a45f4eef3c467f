"""Limits of time and memory: a command that meets one ends, says so, and leaves all as it was."""

import resource
import shutil
from pathlib import Path

import pytest

from edition.core.problem import Problem
from edition.limits import BYTES, SECONDS, within_limits
from tests.command import Outcome, files_of, run, run_apart

CALL = '{{ slow("a") }}'
MACROS = {
    "time": "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "memory": '{% set all = "a" * 999999999 %}{{ all | length }}',
}
"""What only the editors could write, in a macro; nothing that is known gets so far otherwise."""
SAYS = {
    "time": "within 3 s of processor time",
    "memory": "with 600 MB of memory",
}


@pytest.mark.parametrize("limit", MACROS)
def test_a_build_that_meets_a_limit_says_so_and_leaves_the_site(
    tiny_root: Path, tmp_path: Path, limit: str
) -> None:
    root = Path(shutil.copytree(tiny_root, tmp_path / "edition"))
    before = files_of(root / "site")
    beside = sorted(path.name for path in root.iterdir())
    macro = '{##\nTakes long.\nExample: {{ slow("a") }}\n##}\n{% macro slow(words) %}\n'
    (root / "macros" / "slow.html.jinja").write_text(f"{macro}{MACROS[limit]}\n{{% endmacro %}}\n")
    (root / "docs" / "about" / "edition.md").write_text(f"---\ntitle: A\n---\n\n{CALL}\n")
    (root / "docs" / "about" / "macros.md").write_text("---\ntitle: B\n---\n\nWords.\n")
    outcome = run_apart(root, "build", EDITION_LIMITS="3,600")
    assert outcome == Outcome(
        1,
        "",
        f"docs/about/edition.md:1: limit: expected to be done {SAYS[limit]}, and stopped"
        " (this file was at work; EDITION_LIMITS=off lifts the limits)\n",
    )
    assert files_of(root / "site") == before
    assert sorted(path.name for path in root.iterdir()) == beside


@pytest.mark.parametrize(("written", "soft"), [("", SECONDS), ("off", None), ("7,100", 7)])
def test_a_command_sees_the_limits_that_were_asked_for(
    monkeypatch: pytest.MonkeyPatch, written: str, soft: int | None
) -> None:
    monkeypatch.setenv("EDITION_LIMITS", written)
    before = resource.getrlimit(resource.RLIMIT_CPU), resource.getrlimit(resource.RLIMIT_DATA)
    used = resource.getrusage(resource.RUSAGE_SELF)
    seen: list[tuple[int, int]] = []

    def look() -> int:
        seen.append(resource.getrlimit(resource.RLIMIT_CPU))
        seen.append(resource.getrlimit(resource.RLIMIT_DATA))
        return 5

    assert within_limits(look, print) == 5
    time, memory = (limits[0] for limits in seen)
    if soft is None:
        assert (time, memory) == (before[0][0], before[1][0])
    else:
        spent = int(used.ru_utime + used.ru_stime)
        assert spent + soft <= time <= spent + soft + 1
        assert memory == (BYTES if soft == SECONDS else 100 << 20)
    after = resource.getrlimit(resource.RLIMIT_CPU), resource.getrlimit(resource.RLIMIT_DATA)
    assert after == before


def test_memory_that_there_is_not_is_a_problem_and_no_traceback() -> None:
    told: list[Problem] = []

    def hoard() -> int:
        raise MemoryError

    assert within_limits(hoard, told.extend) == 1
    assert [problem.code for problem in told] == ["limit"]


@pytest.mark.parametrize("command", ["check", "build"])
def test_an_honest_edition_is_far_from_the_limits(
    tiny_root: Path, tmp_path: Path, command: str
) -> None:
    """A tenth of the memory does, and hardly any time: so does it for one that is larger."""
    root = Path(shutil.copytree(tiny_root, tmp_path / "edition"))
    outcome = run_apart(root, command, EDITION_LIMITS=f"{SECONDS // 10},{BYTES // 10 >> 20}")
    assert (outcome.status, outcome.stderr) == (0, "")


def test_limits_do_not_last_longer_than_the_command(tiny_root: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_DATA)
    assert run(tiny_root, "check").status == 0
    assert resource.getrlimit(resource.RLIMIT_DATA) == before
