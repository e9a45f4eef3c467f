"""Every sentence of the site begins where its id is, and its permanent link leads there."""

import json
from pathlib import Path

import pytest

from tests.command import REPOSITORY
from tests.trees import Tree, document

RECORD = [
    line.split("\t")
    for line in (REPOSITORY / "source" / "sentences.txt").read_text(encoding="utf-8").splitlines()
    if "\t" in line
]


def sentences_of(page: Tree) -> list[tuple[str, str]]:
    """The ids of a page's sentences, each with the article's words up to the next."""
    found: list[list[str]] = []

    def walk(element: Tree) -> None:
        for child in element.children:
            if isinstance(child, str):
                if found:
                    found[-1][1] += child
            elif "-s" in child.attributes.get("id", "") and child.name == "span":
                found.append([child.attributes["id"], ""])
            elif "data-edition" not in child.attributes:
                walk(child)

    whole: list[tuple[str, str]] = []
    for paragraph in page.find("p", class_="paragraph"):
        found.clear()
        walk(paragraph)
        whole += [(name, " ".join(words.split())) for name, words in found]
    return whole


@pytest.mark.parametrize("where", ["chapters", "plain view"])
def test_words_between_ids_are_the_sentences_of_the_record(real_site: Path, where: str) -> None:
    folder = "plain" if where == "plain view" else "[0-9]*"
    pages = sorted(real_site.glob(f"text/{folder}/index.html"))
    found = [sentence for page in pages for sentence in sentences_of(document(page))]
    assert found == [(name, words) for name, words in RECORD]


def test_every_sentence_has_a_link_that_leads_to_it(real_site: Path) -> None:
    for name, _ in RECORD:
        unit, _, sentence = name.partition("-")
        page = document(real_site / "p" / f"{unit[1:]}-{sentence}" / "index.html")
        (link,) = page.find("a")
        path, _, anchor = link.attributes["href"].partition("#")
        assert anchor == name
        assert path.startswith("../../text/")
        (canonical,) = page.find("link", rel="canonical")
        assert canonical.attributes["href"].endswith(f"#{name}")


def test_the_data_says_where_each_sentence_is(real_site: Path) -> None:
    data = json.loads((real_site / "data" / "edition.json").read_text(encoding="utf-8"))
    found = [
        [sentence["id"], unit["text"][sentence["start"] : sentence["end"]]]
        for unit in data["units"]
        for sentence in unit.get("sentences", ())
    ]
    assert found == RECORD
