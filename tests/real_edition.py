"""The edition in this repository, as the engine reads it: once, for all tests that look into it."""

from edition.core.edition import Edition
from edition.core.problem import Problem
from edition.sources.load import load
from tests.command import REPOSITORY


def _read() -> tuple[Edition, tuple[Problem, ...]]:
    edition, problems = load(REPOSITORY)
    assert edition is not None
    return edition, problems


EDITION, PROBLEMS = _read()
