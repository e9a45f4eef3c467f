"""Problems are printed for people, and as annotations where a forge's CI reads along."""

import pytest

from edition.core.problem import Place, Problem
from edition.printing import annotation, print_problems

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
