"""The index holds where every word stands, in files that a reader fetches as few of as can be."""

import gzip
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from edition.core.search_words import search_words
from edition.exports.search_documents import SearchDocument, Sort
from edition.exports.search_index import WHOLE, export_search, sharded, whole

WALL = SearchDocument(Sort.TERM, "wall", "glossary/#wall", ("walls", "стена"), "The sea’s wall.")
P1 = SearchDocument(Sort.PARAGRAPH, "¶ 1", "text/01/#p1", (), "The sea wrote on the wall.")
SEA = SearchDocument(
    Sort.NOTE, "sea wrote", "text/01/#note-sea", ("Context", "sea walls"), "On it."
)
PAGE = SearchDocument(Sort.PAGE, "The wall", "text/01/", (), "")
SMALL = (WALL, P1, SEA, PAGE)


def many(count: int, words: int = 60) -> tuple[SearchDocument, ...]:
    """Notes of a made-up vocabulary, the same each time."""
    dice = random.Random(7)
    vocabulary = ["".join(dice.choices("abcdefghiklmnoprstuw", k=6)) for _ in range(3000)]
    return tuple(
        SearchDocument(
            Sort.NOTE,
            " ".join(dice.choices(vocabulary, k=3)),
            f"text/01/#note-{number}",
            ("Context",),
            " ".join(dice.choices(vocabulary, k=words)),
        )
        for number in range(count)
    )


class Index:
    """A large edition's index, read as the browser reads it."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        index = json.loads(files["search/index.json"])
        self.folder, self.starts = index["folder"], index["starts"]
        self.kinds, self.names, self.size = index["kinds"], index["names"], index["size"]
        self.words: list[str] = []
        for part in re.findall("[A-Z][^A-Z]*", index["words"]):
            shared = ord(part[0]) - ord("A")
            self.words.append((self.words[-1][:shared] if shared else "") + part[1:])

    def shard(self, name: str) -> Any:
        return json.loads(self.files[f"search/{self.folder}/{name}.json"])

    def _list(self, kind: str, word: str) -> list[int]:
        number = self.words.index(word)
        shard = max(i for i, start in enumerate(self.starts) if start <= number)
        found: list[int] = self.shard(f"{kind}/{shard}")[number - self.starts[shard]]
        return found

    def weights(self, word: str) -> dict[int, int]:
        """Return what a word counts for in each document."""
        weights, document, weight = {}, 0, 1
        for number in self._list("words", word):
            if number < 0:
                weight = -number
            else:
                document += number
                weights[document], weight = weight, 1
        return weights

    def places(self, word: str) -> list[list[int]]:
        """Return where a word stands in each of its documents."""
        places: list[list[int]] = []
        for number in self._list("places", word):
            if number < 0:
                places.append([-number])
            else:
                places[-1].append(places[-1][-1] + number)
        return places

    def documents(self) -> Iterator[Sequence[str]]:
        for number in range((len(self.kinds) + self.size - 1) // self.size):
            yield from self.shard(f"documents/{number}")


def test_a_small_edition_is_one_file_of_documents() -> None:
    files = export_search(SMALL)
    assert {path: json.loads(content) for path, content in files.items()} == {
        "search/index.json": {
            "documents": [
                ["t", "wall", "glossary/#wall", "walls\nстена", "The sea’s wall."],
                ["p", "¶ 1", "text/01/#p1", "", "The sea wrote on the wall."],
                ["n", "sea wrote", "text/01/#note-sea", "Context\nsea walls", "On it."],
                ["g", "The wall", "text/01/", "", ""],
            ]
        }
    }


def test_an_edition_without_anything_has_an_index() -> None:
    assert json.loads(export_search(())["search/index.json"]) == {"documents": []}
    assert Index(sharded(())).words == []


@pytest.mark.parametrize("count", [10, 300, 320, 340, 360, 1000])
def test_one_file_is_never_larger_than_what_a_reader_should_fetch(count: int) -> None:
    """Whatever lies beyond the limit comes in shards."""
    documents = many(count)
    files = export_search(documents)
    size = len(gzip.compress(whole(documents)["search/index.json"]))
    assert files == (whole if size <= WHOLE else sharded)(documents)
    assert len(gzip.compress(files["search/index.json"])) <= WHOLE


def test_the_limit_lies_between_the_sizes_tried() -> None:
    assert [len(export_search(many(count))) == 1 for count in (10, 1000)] == [True, False]


def test_what_a_word_counts_for_depends_on_where_it_stands() -> None:
    """A title’s one word counts 8, one of two too; of another name 7, of a note’s subjects 3."""
    index = Index(sharded(SMALL))
    assert index.weights("wall") == {0: 8 + 1, 1: 1, 3: 8}
    assert index.weights("walls") == {0: 7, 2: 3}
    assert index.weights("sea") == {0: 1, 1: 1, 2: 8 + 3}
    assert index.weights("the") == {0: 1, 1: 2, 3: 8}
    assert index.weights("context") == {2: 3}


@pytest.mark.parametrize(("length", "weight"), [(1, 8), (3, 8), (4, 6), (8, 3), (12, 2), (50, 2)])
def test_a_word_of_a_long_title_counts_for_less(length: int, weight: int) -> None:
    title = " ".join(["wall", *(f"w{number}" for number in range(length - 1))])
    assert Index(sharded([replace(WALL, title=title, also=(), text="")])).weights("wall") == {
        0: weight
    }


def test_a_word_counts_for_no_more_than_thirty_in_a_document() -> None:
    index = Index(sharded([replace(P1, text="wall " * 100)]))
    assert index.weights("wall") == {0: 30}


def test_words_that_follow_each_other_stand_next_to_each_other_and_no_others() -> None:
    """A phrase ends where a name or a title ends; a note’s subjects are none at all."""
    index = Index(sharded(SMALL))
    assert index.places("wall") == [[1, 9], [8], [2]]
    assert index.places("walls") == [[3], [9]]
    assert index.places("sea") == [[8], [4], [1, 7]]
    assert index.places("wrote") == [[5], [2]]


def test_every_word_of_every_document_is_found_there_and_nowhere_else() -> None:
    documents = many(400)
    index = Index(sharded(documents))
    assert len(index.starts) > 10
    expected: dict[str, list[int]] = {}
    for number, d in enumerate(documents):
        words = {w for field in (d.title, *d.also, d.text) for w in search_words(field)}
        for word in words:
            expected.setdefault(word, []).append(number)
    assert {word: list(index.weights(word)) for word in index.words} == expected
    assert all(len(index.places(word)) == len(expected[word]) for word in index.words)


def test_the_list_of_words_is_in_the_order_of_javascript() -> None:
    """It compares units of 16 bits: what lies beyond comes before the end of what does not."""
    index = Index(sharded([replace(P1, text="b 𠀀 ꭰ ﹘ ꯀ a ab aa abc abcd zebra")]))
    assert index.words == sorted(index.words, key=lambda word: word.encode("utf-16-be"))
    assert {"a", "aa", "ab", "abc", "abcd", "b", "zebra", "𠀀", "ꯀ"} <= set(index.words)


def test_words_that_share_more_than_an_alphabet_of_letters_are_kept() -> None:
    long = "a" * 40
    words = [long, f"{long}b", f"{long}bc"]
    assert Index(sharded([replace(P1, title="", text=" ".join(words))])).words == words


def test_words_beyond_sixteen_bits_are_kept() -> None:
    index = Index(sharded([replace(P1, title="", text="𠀀𠀁𠀂")]))
    assert index.words == ["𠀀", "𠀀𠀁", "𠀁", "𠀁𠀂", "𠀂"]


def test_documents_and_names_are_kept_as_they_are() -> None:
    index = Index(sharded(SMALL * 5))
    assert index.kinds == "tpng" * 5
    assert index.names == ["wall\nwalls\nстена", "The wall"] * 5
    assert list(index.documents()) == [[d.title, d.address, d.text] for d in SMALL * 5]


def test_shards_are_small_unless_one_word_alone_is_large() -> None:
    """So a word costs little, and a rare one never brings a frequent one along."""
    documents = [replace(d, text=f"the of {d.text}") for d in many(1500)]
    index = Index(sharded(documents))
    sizes = {}
    for shard in range(len(index.starts)):
        lists = index.shard(f"words/{shard}")
        sizes[shard] = (len(lists), len(json.dumps(lists, separators=(",", ":"))))
    assert {count for count, size in sizes.values() if size > 10_000} <= {1}
    assert len(sizes) > 20


def test_the_folder_of_the_shards_tells_what_is_in_them() -> None:
    """A list of words that a browser has kept never meets shards of another day."""
    folders = {
        Index(sharded(documents)).folder
        for documents in (
            SMALL,
            SMALL[:3],
            (replace(WALL, text="Other words."), *SMALL[1:]),
            (*SMALL[:3], replace(PAGE, address="text/02/")),
        )
    }
    assert len(folders) == 4


def test_the_same_documents_give_the_same_bytes() -> None:
    assert sharded(many(50)) == sharded(many(50))
