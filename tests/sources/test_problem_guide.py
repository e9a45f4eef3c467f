"""The page that explains problems is the one source of what a forge says of them."""

from pathlib import Path

import pytest

from edition.core.body import plain_words
from edition.sources.problem_guide import PATH, read_problem_guide
from tests.command import REPOSITORY

GUIDE = read_problem_guide(REPOSITORY)

PAGE = """---
title: Problems
---

# Problems

## The codes

### one

It means
one thing.

`docs/a.md:1: one: expected`

*Cure.* Do `this`; see [there](../there.md#x).

Do that, too.

### two

It means two things.

*Cure.* Nothing.

## What else

*Cure.* None.
"""


def test_every_code_of_the_page_has_a_meaning_and_a_cure() -> None:
    assert len(GUIDE) > 60
    lacking = [code for code, said in GUIDE.items() if not (said.meaning and said.cure)]
    assert lacking == []


@pytest.mark.parametrize("code", sorted(GUIDE))
def test_what_is_said_of_a_code_is_plain_words_without_marks(code: str) -> None:
    said = f"{plain_words(GUIDE[code].meaning)}\n{plain_words(GUIDE[code].cure)}"
    assert not any(mark in said for mark in ("](", "<code", "**", "Cure."))


def test_the_example_is_no_meaning_and_the_label_no_cure(tmp_path: Path) -> None:
    (tmp_path / PATH).parent.mkdir(parents=True)
    (tmp_path / PATH).write_text(PAGE, encoding="utf-8")
    found = {
        code: (plain_words(said.meaning), plain_words(said.cure))
        for code, said in read_problem_guide(tmp_path).items()
    }
    assert found == {
        "one": ("It means one thing.", "Do this; see there.\nDo that, too."),
        "two": ("It means two things.", "Nothing."),
    }


def test_an_edition_without_the_page_has_no_explanations(tmp_path: Path) -> None:
    assert read_problem_guide(tmp_path) == {}
