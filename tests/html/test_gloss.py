"""A page of the text tells of each term that is marked on it, once, in one plain sentence."""

from dataclasses import replace

import pytest

from edition.core.opening import opening
from edition.html.gloss import Gloss, view_glosses
from tests.core.editions import EDITION
from tests.core.termed import TERMED, term, with_terms


def test_a_gloss_is_a_name_a_kind_and_a_sentence_that_leads_to_the_entry() -> None:
    assert view_glosses(TERMED, ["p2"]) == {
        "nobody": Gloss("term-nobody", "Nobody", "person", "Nobody is nobody.", "people/#nobody"),
        "writing": Gloss(
            "term-writing",
            "writing & reading",
            "concept",
            "What one leaves.",
            "glossary/#writing",
        ),
    }


@pytest.mark.parametrize(
    ("units", "terms"),
    [
        (["p1"], ["sea", "wrote-on"]),
        (["p1", "p2"], ["sea", "wrote-on", "nobody", "writing"]),
        (["p2", "p1"], ["nobody", "writing", "sea", "wrote-on"]),
        (["title", "r1"], []),
        ([], []),
    ],
)
def test_glosses_stand_in_the_order_of_mention(units: list[str], terms: list[str]) -> None:
    assert list(view_glosses(TERMED, units)) == terms


def test_what_two_paragraphs_name_has_one_gloss() -> None:
    edition = with_terms(term("a", "it", "and again"), edition=EDITION)
    assert list(view_glosses(edition, ["p1", "p2"])) == ["a"]


def test_a_sentence_has_no_citation_and_no_mark() -> None:
    body = term("a", body="A *low* [[tide]] [@quill2016, p. 12]. More.").body
    edition = with_terms(replace(term("a", "sea"), body=body), edition=EDITION)
    assert view_glosses(edition, ["p1"])["a"].sentence == "A low tide."
    assert opening(body).rest == "More."
