"""Languages are known by their codes, which are not those of states."""

import pytest

from edition.core.language import LANGUAGES, is_language, language_name

STATES = ["cn", "kz", "kp", "jp", "ua", "dk", "cz", "tj", "gr", "in", "ir"]
"""Codes of states that are no language's; those of Kyrgyzstan, Turkey … are that of another one."""


def test_all_codes_of_two_letters_are_known() -> None:
    assert len(LANGUAGES) == 184
    assert {code for code in LANGUAGES if len(code) != 2 or not code.islower()} == set()
    assert len(set(LANGUAGES.values())) == len(LANGUAGES)


@pytest.mark.parametrize("tag", ["ru", "zh-Hans", "uz-Cyrl", "pt-BR", "yue", "yue-Hant-HK"])
def test_a_language_may_be_written(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize("tag", [*STATES, "cn-Hans", "xx", "qq"])
def test_a_state_is_no_language(tag: str) -> None:
    assert not is_language(tag)


@pytest.mark.parametrize(
    ("tag", "name"),
    [("kk", "Kazakh"), ("zh-Hans", "Chinese"), ("pt-BR", "Portuguese"), ("yue-Hant", "yue")],
)
def test_a_language_is_called_as_in_english(tag: str, name: str) -> None:
    assert language_name(tag) == name
