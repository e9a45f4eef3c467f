"""The engine keeps the cases that hold it and the form in the browser to the same rules."""

from typing import Any

import pytest
from markupsafe import escape

from edition.core.anchor import Miss, locate
from edition.core.context import describe
from edition.core.contributor import is_orcid
from edition.core.entry_file import entry_text, proposed_id
from edition.core.entry_forms import NOTE
from edition.core.folding import fold
from edition.core.passages import Passages
from edition.core.quote import Quote
from edition.core.reference import is_balanced
from edition.core.signing import ORCID
from edition.core.span import Span
from edition.core.unseen import first_unseen
from edition.html.body import draw_body
from edition.sources.body import read_body
from tests.shared_cases import BODIES, FILES, LETTERS, QUOTES

PASSAGES = Passages(QUOTES["units"])


@pytest.mark.parametrize("case", QUOTES["found"].values(), ids=QUOTES["found"])
def test_a_quote_is_found_and_its_place_described(case: dict[str, Any]) -> None:
    span = Span(*case["at"])
    assert locate(PASSAGES, Quote(**case["quote"])) == span
    assert describe(PASSAGES, span) == Quote(**case["described"])


@pytest.mark.parametrize("case", QUOTES["missed"].values(), ids=QUOTES["missed"])
def test_a_quote_without_one_place_is_a_miss(case: dict[str, Any]) -> None:
    quote = Quote(**case["quote"])
    found = locate(PASSAGES, quote)
    assert isinstance(found, Miss)
    assert found.code == case["code"]
    if own := case.get("own"):
        assert fold(own) == fold(quote.exact)
        assert any(own in text for text in PASSAGES.texts.values())


@pytest.mark.parametrize("case", BODIES["drawn"].values(), ids=BODIES["drawn"])
def test_a_body_is_drawn(case: dict[str, str]) -> None:
    body, problems = read_body(case["source"], "body")
    drawn = draw_body(
        body,
        lambda cited: escape(f"({cited.key}; {cited.locator})"),
        lambda term: escape(f"‹{term.words}›"),
    )
    assert (str(drawn), problems) == (case["drawn"], ())


@pytest.mark.parametrize("case", BODIES["refused"].values(), ids=BODIES["refused"])
def test_what_a_body_may_not_hold_is_said(case: dict[str, Any]) -> None:
    """What nobody can see is refused when the file is read, before there is a body."""
    _, problems = read_body(case["source"], "body")
    said = [[problem.place.line, problem.code, problem.message] for problem in problems]
    assert said == case["faults"]


@pytest.mark.parametrize("case", LETTERS["unseen"].values(), ids=LETTERS["unseen"])
def test_what_nobody_can_see_is_found(case: dict[str, Any]) -> None:
    """What is hidden besides, and words of two alphabets, are the form's alone so far."""
    assert first_unseen(case["text"]) == (tuple(case["found"]) if case["found"] else None)


@pytest.mark.parametrize("case", FILES["notes"].values(), ids=FILES["notes"])
def test_a_file_is_written(case: dict[str, Any]) -> None:
    values = {name: str(value) for name, value in case["values"].items()}
    assert entry_text(NOTE, values, case["body"]) == case["text"]


@pytest.mark.parametrize("case", FILES["names"].values(), ids=FILES["names"])
def test_a_name_is_proposed(case: dict[str, Any]) -> None:
    assert proposed_id(case["words"], case.get("taken", ())) == case["name"]


def test_identifiers_of_people_and_braces_are_checked() -> None:
    for text, is_right in FILES["orcids"].items():
        assert (not ORCID.fault(text) and is_orcid(text)) == is_right
    for text, is_right in FILES["braces"].items():
        assert is_balanced(text) == is_right
