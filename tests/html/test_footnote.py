"""A footnote leads back to every mention, and no two of its ways back sound alike."""

from dataclasses import replace

import pytest

from edition.core.citation import Citation
from edition.core.edition import Edition
from edition.core.footnotes import number_footnotes
from edition.core.unit import Role
from edition.html.footnote import BackLink, FootnoteView, marker_ids, view_footnote
from tests.core.editions import EDITION, FIRST, SECOND, THIRD, cite, unit
from tests.core.noted import FORMATTED
from tests.trees import fragment


def view(*citations: Citation, edition: Edition = EDITION) -> FootnoteView:
    """The footnote that serves all of some citations."""
    (footnote,) = number_footnotes(citations)
    return view_footnote(edition, FORMATTED, footnote, marker_ids([footnote]))


def test_every_marker_has_an_id_of_its_own() -> None:
    again = replace(FIRST, unit="p2")
    ids = marker_ids(number_footnotes([FIRST, SECOND, again, THIRD]))
    assert ids == {
        FIRST: "fnref-quill2016-1",
        again: "fnref-quill2016-2",
        SECOND: "fnref-quill2016--p-12-1",
        THIRD: "fnref-teale2020-1",
    }


def test_a_footnote_says_what_is_cited_and_where_in_it() -> None:
    shown = view(SECOND)
    assert (shown.id, shown.key) == ("fn-quill2016--p-12", "quill2016")
    assert fragment(shown.reference) == fragment("Quill, B. (2016). <em>Marks on a wall</em>")
    assert fragment(shown.place).words == "(Quill, 2016, p. 12)"


def test_one_mention_needs_no_letter() -> None:
    assert view(FIRST).back_links == (
        BackLink("fnref-quill2016-1", "¶ 1", "", "Back to paragraph 1"),
    )


def test_several_mentions_are_lettered_and_counted() -> None:
    assert view(FIRST, replace(FIRST, unit="p2")).back_links == (
        BackLink("fnref-quill2016-1", "¶ 1", "a", "Back to paragraph 1, mention 1 of 2"),
        BackLink("fnref-quill2016-2", "¶ 2", "b", "Back to paragraph 2, mention 2 of 2"),
    )


def test_no_two_mentions_share_a_letter_however_many_there_are() -> None:
    shown = view(*(replace(FIRST, offset=offset) for offset in range(60)))
    assert [link.letter for link in shown.back_links][25:28] == ["z", "aa", "ab"]
    for name in ("letter", "label", "target"):
        assert len({getattr(link, name) for link in shown.back_links}) == 60


@pytest.mark.parametrize(
    ("role", "unit_id", "where", "label"),
    [
        (Role.ABSTRACT, "abstract", "the abstract", "Back to the abstract"),
        (Role.REFERENCE, "r12", "reference 12", "Back to reference 12"),
        (Role.PARAGRAPH, "p12", "¶ 12", "Back to paragraph 12"),
    ],
)
def test_a_mention_outside_the_paragraphs_is_called_by_its_unit(
    role: Role, unit_id: str, where: str, label: str
) -> None:
    edition = replace(EDITION, units=(unit(unit_id, role, "It is said (Quill, 2016)."),))
    (link,) = view(cite("quill2016", unit_id, 24), edition=edition).back_links
    assert (link.where, link.label) == (where, label)
