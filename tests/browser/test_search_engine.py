"""The search engine alone answers alike from an index in one file and from one in shards."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from edition.core.search_words import search_words
from edition.exports.search_documents import SearchDocument, Sort, search_documents
from edition.sources.citeproc import format_library
from tests.browser.reader import Reader
from tests.browser.search_engines import ask, lay_out, open_index
from tests.browser.search_queries import QUERIES
from tests.browser.server import Server
from tests.command import REPOSITORY
from tests.real_edition import EDITION


def real() -> tuple[SearchDocument, ...]:
    formatted, _ = format_library(REPOSITORY, EDITION)
    return search_documents(EDITION, formatted)


def made_up() -> tuple[SearchDocument, ...]:
    """Documents of all sorts in several scripts, of words that are often near each other."""
    dice = random.Random(11)
    vocabulary = [
        *("".join(dice.choices("abcde", k=dice.randint(1, 6))) for _ in range(400)),
        *("".join(dice.choices("дежзи", k=dice.randint(2, 5))) for _ in range(100)),
        *("".join(dice.choices("西安一带路", k=dice.randint(1, 4))) for _ in range(100)),
        *(str(dice.randint(1950, 2030)) for _ in range(40)),
        *("Xi’an’s", "O'Neill", "𠀀𠀁", "naïve", "e\u0301a", "ﬁd", "<b>", "“", "–"),
    ]

    def words(least: int, most: int) -> str:
        return " ".join(dice.choices(vocabulary, k=dice.randint(least, most)))

    return tuple(
        SearchDocument(
            dice.choice(list(Sort)),
            words(1, 8),
            f"a/#{number}",
            tuple(words(1, 3) for _ in range(dice.randint(0, 3))),
            words(0, 80),
        )
        for number in range(500)
    )


@dataclass(frozen=True)
class Open:
    """Documents, and a reader on a page with the index of them in both forms."""

    documents: tuple[SearchDocument, ...]
    reader: Reader

    def ask(self, form: str, *questions: str, **how: object) -> list[dict]:
        return ask(self.reader.page, form, questions, **how)


@pytest.fixture(scope="module", params=[real, made_up], ids=["this edition", "made up"])
def engines(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Open]:
    documents = request.param()
    folder = tmp_path_factory.mktemp("engines")
    lay_out(folder, documents)
    with Server(folder) as server:
        context = browser.new_context()
        reader = Reader(context, server.url)
        reader.visit()
        for form in ("whole", "shards"):
            open_index(reader.page, form)
        yield Open(documents, reader)
        context.close()


def questions(documents: tuple[SearchDocument, ...]) -> list[str]:
    """Words, their beginnings, words with one edit, runs of words, in quotation marks or not."""
    dice = random.Random(5)
    asked: list[str] = []
    for document in dice.sample(documents, 60):
        words = search_words(f"{document.title} {' '.join(document.also)} {document.text}")
        if not words:
            continue
        word = dice.choice(words)
        at = dice.randrange(len(word))
        asked += [word, word[:2], word[:3], word[:at] + word[at + 1 :], f"{word[:at]}q{word[at:]}"]
        start = dice.randrange(len(words))
        run = " ".join(words[start : start + dice.randint(1, 5)])
        asked += [run, f'"{run}"', f'"{run}" {dice.choice(words)}', f"“{run[:-1]}”", document.title]
        asked.append(" ".join(dice.sample(words, min(4, len(words)))))
    return asked


def test_both_forms_answer_alike(engines: Open) -> None:
    """Results, in their order, with their words and what was found of them; counts, totals."""
    asked = [*(query for query, _ in QUERIES), *questions(engines.documents)]
    answers = engines.ask("whole", *asked)
    assert engines.ask("shards", *asked) == answers
    found = [answer for answer in answers if answer["results"]]
    assert len(found) > len(asked) / 2
    assert engines.reader.troubles() == []


@pytest.mark.parametrize("kind", ["p", "n", "t", "h", "l", "r", "g"])
def test_both_forms_answer_alike_for_one_kind(engines: Open, kind: str) -> None:
    asked = ["a", "the", "ab", "soft power", "西", '"soft power"', "dabe", "1990"]
    answers = engines.ask("whole", *asked, kind=kind, most=5)
    assert engines.ask("shards", *asked, kind=kind, most=5) == answers
    for answer in answers:
        assert {result["kind"] for result in answer["results"]} <= {kind}
        assert answer["total"] == answer["counts"].get(kind, 0)


def test_a_phrase_is_found_wherever_it_stands_and_nowhere_else(engines: Open) -> None:
    """Compared with a look through all documents, field by field."""
    dice = random.Random(13)
    phrases = []
    for document in dice.sample(engines.documents, 40):
        words = search_words(document.text)
        if len(words) > 3:
            start = dice.randrange(len(words) - 3)
            phrases.append(words[start : start + dice.randint(2, 3)])
    answers = engines.ask("shards", *(f'"{" ".join(phrase)}"' for phrase in phrases), most=1000)
    for phrase, answer in zip(phrases, answers, strict=True):
        sought = f" {' '.join(phrase)} "
        holding = {
            document.address
            for document in engines.documents
            for field in (
                document.title,
                document.text,
                *(document.also if document.sort is not Sort.NOTE else ()),
            )
            if sought in f" {' '.join(search_words(field))} "
        }
        # What quotation marks hold is read as words: those of a script without spaces, apart.
        if "".join(phrase).isascii():
            assert {result["address"] for result in answer["results"]} == holding, phrase


def test_every_result_holds_the_words_that_it_says(engines: Open) -> None:
    for answer in engines.ask("shards", *questions(engines.documents)[:60]):
        for result in answer["results"]:
            (document,) = (d for d in engines.documents if d.address == result["address"])
            fields = (document.title, *document.also, document.text)
            words = {word for field in fields for word in search_words(field)}
            assert result["words"] != []
            assert set(result["words"]) <= words


@pytest.mark.parametrize("question", ["", " ", '""', "“”", '"', "?!", "‘’", "\ud800", "\u0000"])
def test_a_question_without_words_has_no_results(engines: Open, question: str) -> None:
    for form in ("whole", "shards"):
        assert engines.ask(form, question) == [{"results": [], "counts": {}, "total": 0}]


@pytest.mark.parametrize("question", ["x" * 10_000, "the " * 2_500, '"' + "the " * 2_500 + '"'])
def test_a_question_may_have_any_length(engines: Open, question: str) -> None:
    whole, shards = engines.ask("whole", question)[0], engines.ask("shards", question)[0]
    assert whole == shards


def test_a_large_edition_s_reader_fetches_little(
    new_reader: Callable[..., Reader], tmp_path: Path
) -> None:
    """A rare word costs the list of words, one shard, and the documents that hold it."""
    lay_out(tmp_path, real())
    with Server(tmp_path) as server:
        reader = new_reader(server)
        reader.visit()
        server.requests.clear()
        open_index(reader.page, "shards")
        for _ in range(2):
            answer = ask(reader.page, "shards", ["BREIP"])[0]
        parts = [request.path.split("/")[-2:] for request in server.requests]
        folders = [folder for folder, _ in parts]
        assert folders.count("words") <= 2  # some keys begin so, too
        assert 0 < folders.count("documents") <= answer["total"]
        assert folders.count("places") == 0
        assert len({request.path for request in server.requests}) == len(server.requests)


def test_an_index_of_nothing_finds_nothing(
    new_reader: Callable[..., Reader], tmp_path: Path
) -> None:
    lay_out(tmp_path, ())
    with Server(tmp_path) as server:
        reader = new_reader(server)
        reader.visit()
        for form in ("whole", "shards"):
            open_index(reader.page, form)
            assert ask(reader.page, form, ["a"])[0]["total"] == 0
        assert reader.troubles() == []
