"""The words of a text are the same however it is spelt: capitals, accents, apostrophes, scripts."""

from string import ascii_uppercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.search_words import folded, search_words

# Compared in a browser, too: see tests/browser/test_search_words.py.
CASES: tuple[tuple[str, list[str]], ...] = (
    ("", []),
    ("  \n\t", []),
    ("?! — …", []),
    ("soft power", ["soft", "power"]),
    ("Soft-Power", ["soft", "power"]),
    ("snake_case", ["snake", "case"]),
    ("p7-s12", ["p7", "s12"]),
    ("nye2004softpower", ["nye2004softpower"]),
    ("65,000 (1990)", ["65", "000", "1990"]),
    # An apostrophe is no end of a word, and the possessive is no part of it.
    ("Xi'an", ["xian"]),
    ("Xi’an", ["xian"]),
    ("Xi’an’s", ["xian"]),
    ("Xi´an", ["xian"]),
    ("Xi`an", ["xian"]),
    ("Chang'an-Tianshan", ["changan", "tianshan"]),
    ("People’s", ["people"]),
    ("peoples'", ["peoples"]),
    ("it’s so", ["it", "so"]),
    ("d'Istanbul", ["distanbul"]),
    ("'same", ["same"]),
    ("Taʿif, Qurʾān", ["taif", "quran"]),
    ("Tatʹiana", ["tatiana"]),
    # Accents and other forms of a letter.
    ("Köroğlu", ["koroglu"]),
    ("Ko\u0308rog\u0306lu", ["koroglu"]),
    ("İstanbul", ["istanbul"]),
    ("Émigré", ["emigre"]),
    ("ﬁn", ["fin"]),
    ("Ⅻ", ["xii"]),
    ("ＢＲＥＩＰ", ["breip"]),
    ("Straße", ["straße"]),
    ("so\u00adft", ["soft"]),
    # Scripts with spaces.
    ("Сиань", ["сиань"]),
    ("Токаев й", ["токаев", "и"]),
    ("ΟΔΟΣ οδός", ["οδοσ", "οδοσ"]),
    ("אוֹר", ["אור"]),
    ("می\u200cشود", ["میشود"]),
    ("हिन्दी", ["हनद"]),
    # Scripts without.
    ("西", ["西"]),
    ("西安", ["西", "西安", "安"]),
    ("一带一路", ["一", "一带", "带", "带一", "一", "一路", "路"]),
    ("2023年", ["2023", "年"]),
    ("A西安B", ["a", "西", "西安", "安", "b"]),
    ("西安 北京", ["西", "西安", "安", "北", "北京", "京"]),
    ("人々", ["人", "人々", "々"]),
    ("𠀀𠀁", ["𠀀", "𠀀𠀁", "𠀁"]),
    ("ไทย", ["ไ", "ไท", "ท", "ทย", "ย"]),
)


@pytest.mark.parametrize(("text", "words"), CASES, ids=[repr(text) for text, _ in CASES])
def test_the_words_of_a_text(text: str, words: list[str]) -> None:
    assert search_words(text) == words


@given(st.text())
def test_words_are_made_of_letters_and_figures(text: str) -> None:
    assert [word for word in search_words(text) if not word.isalnum()] == []


@given(st.text())
def test_words_hold_no_capital_of_the_alphabet(text: str) -> None:
    """The list of words in the index uses those for something else."""
    assert [word for word in search_words(text) if set(word) & set(ascii_uppercase)] == []


@given(st.text())
def test_the_words_of_words_are_themselves(text: str) -> None:
    """A word that search shows as found can be typed and is found again."""
    for word in search_words(text):
        assert word in search_words(word)


@given(st.text(), st.text())
def test_a_space_parts_words(one: str, other: str) -> None:
    assert search_words(f"{one} {other}") == search_words(one) + search_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Xi'an", "XIAN"), ("Köroğlu’s", "koroglu"), ("İ", "i"), ("ﬃ", "FFI"), ("²", "2")],
)
def test_what_is_compared_is_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Xian", "Xi an"), ("Kabar", "Kaba r"), ("pos", "po's t"), ("softpower", "soft power")],
)
def test_what_is_compared_is_not_the_same(one: str, other: str) -> None:
    assert folded(one) != folded(other)
