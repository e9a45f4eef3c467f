"""Look-alikes: words of two alphabets, and hosts whose letters only look Latin."""

import pytest

from edition.core.lookalike import fault_of_address, fault_of_words

HONEST = [
    *("", "soft power", "Қазақстан", "Ο Ἕλληνας", "Qazaqstan Қазақстан", "β-blocker", "α and ω"),
    *("中国 China", "naïve façade", "Ōsaka", "5 µm", "IT-компания", "2×2", "ﬁne", "Wren O’Neill"),
    *("Đặng Thai Mai", "İstanbul", "e\u0301te\u0301", "Москва2023"),
]
MIXED = {
    "pаypal": "U+0430",
    "Моscow": "U+041C",
    "the Kаzakh steppe": "U+0430",
    "αlpha": "U+03B1",
    "Ｐаypal": "U+0430",
    "е\u0301te": "U+0435",
    "Κremlin": "U+039A",
}


@pytest.mark.parametrize("words", HONEST)
def test_words_of_one_alphabet_each_are_let_pass(words: str) -> None:
    assert fault_of_words(words) == ""


@pytest.mark.parametrize(("words", "letter"), MIXED.items())
def test_a_word_of_two_alphabets_is_named_with_its_letter(words: str, letter: str) -> None:
    assert letter in fault_of_words(words)


HONEST_HOSTS = [
    *("https://example.org/pаth", "https://қазақстан.қаз/", "https://xn--80ao21a.xn--80ao21a/"),
    *("https://россия.рф", "https://сосо.рф", "https://例え.jp", "mailto:a@example.org"),
    *("https://münchen.de", "http://[bad", "words", "10.1000/182", "https://[::1]/"),
    "https://xn--99999999.com",
]
HOSTS = {
    "https://pаypal.com/": "xn--pypal-4ve.com",
    "https://xn--pypal-4ve.com/": "xn--pypal-4ve.com",
    "https://XN--PYPAL-4VE.COM/": "xn--pypal-4ve.com",
    "https://a@pаypal.com/": "xn--pypal-4ve.com",
    "https://www.аррӏе.com": "www.xn--80ak6aa92e.com",
    "https://сосо.com": "xn--n1aahb.com",
}


@pytest.mark.parametrize("address", HONEST_HOSTS)
def test_an_honest_host_is_let_pass(address: str) -> None:
    """Only the host is judged: what follows it cannot make it another."""
    assert fault_of_address(address) == ""


@pytest.mark.parametrize(("address", "host"), HOSTS.items())
def test_a_host_that_looks_like_another_is_named_as_the_network_knows_it(
    address: str, host: str
) -> None:
    assert f"the host {host}," in fault_of_address(address)
