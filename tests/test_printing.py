"""Problems are printed for people, and as annotations where a forge's CI reads along."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from edition.core.problem import Place, Problem
from edition.printing import annotation, print_problems, report_build, report_check

PROBLEM = Problem(Place("docs/a.md", 7), "citation-unknown", "no entry a", "did you mean b?")


def test_lines_go_to_standard_error_alone(capsys: pytest.CaptureFixture[str]) -> None:
    print_problems([PROBLEM])
    captured = capsys.readouterr()
    assert captured.err == "docs/a.md:7: citation-unknown: no entry a (did you mean b?)\n"
    assert captured.out == ""


def test_on_github_they_are_annotations_as_well(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    warning = Problem(Place("docs/a.md", 9), "permalink-new", "new", is_error=False)
    print_problems([warning, PROBLEM, PROBLEM])
    captured = capsys.readouterr()
    assert captured.out == (
        "::error file=docs/a.md,line=7,title=citation-unknown::no entry a (did you mean b?)\n"
        "::warning file=docs/a.md,line=9,title=permalink-new::new\n"
    )
    assert len(captured.err.splitlines()) == 2


@pytest.mark.parametrize(
    ("path", "message", "expected"),
    [
        ("a.md", "50 % of\r\nb", "::error file=a.md,line=1,title=x::50 %25 of%0D%0Ab"),
        ("a,b:c.md", "d", "::error file=a%2Cb%3Ac.md,line=1,title=x::d"),
        ("a.md", "::set-output name=a::b", "::error file=a.md,line=1,title=x::::set-output"
                                           " name=a::b"),
        ("a.md", "\n::add-mask::b", "::error file=a.md,line=1,title=x::%0A::add-mask::b"),
    ],
    ids=["line ends", "a path", "a command", "a command on a line of its own"],
)  # fmt: skip
def test_no_words_of_a_problem_become_a_command(path: str, message: str, expected: str) -> None:
    line = annotation(Problem(Place(path), "x", message))
    assert line == expected
    assert len(line.splitlines()) == 1


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("docs/a.md", "found '##[add-mask]x'"),
        ("docs/a.md", "##[error]forged ##[set-env name=a]b"),
        ("::error::forged", "expected a name"),
        ("  ::warning::forged", "expected a name"),
        ("\u3000::stop-commands::x", "expected a name"),
        ("docs/##[group]a.md", "expected a name"),
    ],
)
def test_no_line_of_the_log_is_a_command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, path: str, message: str
) -> None:
    """The runner reads both streams; it takes `::` for a command at the start, `##[` anywhere."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    print_problems([Problem(Place(path), "x", message)])
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert not lines[0].lstrip().startswith("::")
    assert "##[" not in lines[0]


def test_elsewhere_the_lines_are_as_documented(capsys: pytest.CaptureFixture[str]) -> None:
    print_problems([Problem(Place("docs/a.md"), "x", "found '##[a]'")])
    assert capsys.readouterr().err == "docs/a.md:1: x: found '##[a]'\n"


WARNING = Problem(Place("docs/a.md", 9), "permalink-new", "new", is_error=False)


@pytest.mark.parametrize(
    ("report", "problems", "annotations", "explained"),
    [
        (report_check, [PROBLEM, WARNING], ["error", "warning"], 1),
        (report_check, [], [], 1),
        (report_build, [PROBLEM, WARNING], ["error"], 1),
        (report_build, [WARNING], [], 0),
        (report_build, [], [], 0),
    ],
)
def test_a_build_tells_a_forge_only_what_the_check_before_it_could_not(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    report: Callable[[Path, Sequence[Problem]], None],
    problems: list[Problem],
    annotations: list[str],
    explained: int,
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    report(tmp_path, problems)
    captured = capsys.readouterr()
    assert len(captured.err.splitlines()) == len(problems)
    assert [line.split(" ")[0].strip(":") for line in captured.out.splitlines()] == annotations
    assert len(list(tmp_path.iterdir())) == explained


def test_what_is_explained_is_added_to_what_is_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "summary"
    file.write_text("Before.\n\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    report_check(tmp_path, [])
    assert file.read_text(encoding="utf-8").startswith("Before.\n\n## What the check found\n")
