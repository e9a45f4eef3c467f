"""Every macro is documented with an example that draws, and the macros page shows each."""

from pathlib import Path

import pytest

from edition.core.macro import Signature
from tests.command import REPOSITORY
from tests.real_edition import EDITION, PROBLEMS
from tests.trees import Tree, document

SIGNATURES = EDITION.macros
FILES = sorted(file for file in (REPOSITORY / "macros").iterdir() if not file.name.startswith("_"))
SHOWN = sorted(name for name in SIGNATURES if name != "macro_reference")


@pytest.fixture(scope="module")
def sections(real_site: Path) -> dict[str, list[Tree]]:
    """What stands under each second heading of the macros page."""
    page = document(real_site / "about" / "macros" / "index.html").find("article", id="page")[0]
    found: dict[str, list[Tree]] = {}
    current: list[Tree] = []
    for child in page.children:
        if isinstance(child, Tree) and child.name == "h2":
            current = found.setdefault(child.words, [])
        elif isinstance(child, Tree):
            current.append(child)
    return found


def test_every_file_is_a_macro_without_a_problem() -> None:
    assert PROBLEMS == ()
    assert {file.name.split(".")[0] for file in FILES} == set(SIGNATURES)


@pytest.mark.parametrize("signature", SIGNATURES.values(), ids=SIGNATURES)
def test_a_macro_says_in_a_sentence_what_it_does(signature: Signature) -> None:
    assert signature.summary.endswith(".")
    assert signature.summary[0].isupper()
    assert len(signature.summary.split()) >= 4


@pytest.mark.parametrize("signature", SIGNATURES.values(), ids=SIGNATURES)
def test_the_example_of_a_macro_calls_it_once(signature: Signature) -> None:
    assert [call.name for call in signature.calls] == [signature.name]


def test_the_page_shows_every_macro(sections: dict[str, list[Tree]]) -> None:
    assert [name for name in sections if name in SIGNATURES] == SHOWN


@pytest.mark.parametrize("name", SHOWN)
def test_a_macro_is_shown_with_its_call_its_example_and_what_it_draws(
    sections: dict[str, list[Tree]], name: str
) -> None:
    shown = sections[name]
    codes = [element.words for element in shown if element.name == "pre"]
    assert codes[:2] == [str(SIGNATURES[name]), SIGNATURES[name].example]
    assert shown[0].words == SIGNATURES[name].summary
    second = [index for index, element in enumerate(shown) if element.name == "pre"][1]
    drawn = [element for element in shown[second + 1 :] if not element.find(class_="footnote")]
    assert "".join(element.words for element in drawn).strip()


def test_nothing_is_left_of_a_call_outside_code(sections: dict[str, list[Tree]]) -> None:
    for shown in sections.values():
        for element in shown:
            if not element.find("code"):
                assert "{{" not in element.words


# ---- Names and terms ----

LISTS = {"glossary": "TERM", "people": "PERSON", "places": "PLACE", "term": "ENTRY"}


@pytest.mark.parametrize(("name", "sample"), LISTS.items())
def test_an_example_names_an_entry_that_there_is(name: str, sample: str) -> None:
    (call,) = SIGNATURES[name].calls
    assert sample not in call.arguments
    assert EDITION is not None
    found = EDITION.term_named(str(call.arguments[0]))
    assert found is not None
    assert name in ("term", found.realm.value)


@pytest.mark.parametrize("name", ["glossary", "people", "places"])
def test_the_example_of_a_list_shows_one_entry_of_it(
    sections: dict[str, list[Tree]], name: str
) -> None:
    (call,) = SIGNATURES[name].calls
    entries = [
        one for shown in sections[name] for one in shown.find("article", class_="term-article")
    ]
    assert [entry.attributes["id"] for entry in entries] == [call.arguments[0]]


def test_the_example_of_a_term_leads_to_its_entry_in_other_words(
    sections: dict[str, list[Tree]],
) -> None:
    (call,) = SIGNATURES["term"].calls
    assert EDITION is not None
    term = EDITION.term_by_id[str(call.arguments[0])]
    links = [one for shown in sections["term"] for one in shown.find("a", class_="xref")]
    assert [(link.words, link.attributes["href"]) for link in links] == [
        (call.arguments[1], f"../../{term.realm.value}/#{term.id}")
    ]
