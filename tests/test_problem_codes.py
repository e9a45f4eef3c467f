"""Every code of a problem is documented, and has a case: three lists that must agree."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import REPOSITORY

PAGE = REPOSITORY / "docs" / "about" / "problems.md"
CASES = REPOSITORY / "tests" / "problems"
POSITIONS = {"Problem": 1, "Miss": 0, "Fields": 2}
"""Which argument of each is a code."""
NO_OVERLAY = {"limit"}
"""Codes that no files can show at once, since it takes as long as the limit: see test_limits."""
CODE = re.compile(r"[a-z]+(-[a-z]+)*")


def calls_in(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the code of every problem that a module makes.

    A code is the second argument of `Problem`, the first of `Miss`, which becomes one, the third of
    `Fields`, or that one's default. A code handed on (`self.code`) is found where it comes from.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            position = POSITIONS.get(node.func.id)
            if position is None:
                continue
            given = [*node.args[position : position + 1]]
            given += [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            for argument in given:
                yield from ((argument.lineno, code) for code in _constants(argument))
        elif isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args]
            defaults = dict(zip(names[::-1], node.args.defaults[::-1], strict=False))
            if "code" in defaults:
                yield from ((node.lineno, code) for code in _constants(defaults["code"]))


def _constants(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return [*_constants(node.body), *_constants(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def codes_of_the_engine() -> set[str]:
    return {
        code
        for file in sorted((REPOSITORY / "edition").rglob("*.py"))
        for _, code in calls_in(file.read_text(encoding="utf-8"))
    }


def codes_of_the_page() -> list[str]:
    return re.findall(r"^### (\S+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


def codes_of_the_cases() -> set[str]:
    return {path.parents[1].name for path in CASES.rglob("expected.txt")}


def test_every_code_is_documented() -> None:
    assert set(codes_of_the_page()) == codes_of_the_engine()


def test_every_code_has_a_case() -> None:
    assert codes_of_the_cases() == codes_of_the_engine() - NO_OVERLAY


def test_the_page_is_in_the_order_of_the_alphabet_and_names_each_once() -> None:
    found = codes_of_the_page()
    assert found == sorted(set(found))


@pytest.mark.parametrize("code", sorted(codes_of_the_engine()))
def test_a_code_is_small_letters_and_hyphens(code: str) -> None:
    assert CODE.fullmatch(code)


@pytest.mark.parametrize("folder", sorted(CASES.iterdir()), ids=lambda folder: folder.name)
def test_every_folder_of_cases_has_one(folder: Path) -> None:
    cases = [case for case in folder.iterdir() if (case / "expected.txt").is_file()]
    assert cases == list(folder.iterdir())


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ('Problem(place, "a-b", "message")', ["a-b"]),
        ('Problem(place, code="a-b", message="c")', ["a-b"]),
        ('Problem(place, "a" if b else "c", "message")', ["a", "c"]),
        ('Miss("a-b", "message")', ["a-b"]),
        ('Miss(code="a-b", message="c")', ["a-b"]),
        ("Problem(place, miss.code, miss.message)", []),
        ('Fields(node, path, "a")', ["a"]),
        ("Fields(node, path)", []),
        ('def __init__(self, node, path, code="a"): ...', ["a"]),
        ('Problem(place, self.code, "message")', []),
        ("Place('a', 2)", []),
    ],
)
def test_codes_are_found_wherever_a_problem_is_made(source: str, codes: list[str]) -> None:
    assert [code for _, code in calls_in(source)] == codes
