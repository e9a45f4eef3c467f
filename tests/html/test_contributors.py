"""Whoever signs something is named once, with how much there is."""

from dataclasses import replace

from edition.core.quote import Quote
from edition.html.contributors import ContributorView, view_contributors
from tests.core.editions import EDITION
from tests.core.figured import TIDES, with_figures
from tests.core.noted import NOTED, SEA, note, with_notes
from tests.core.termed import NOBODY, TERMED, with_terms


def test_without_anything_nobody_is_named() -> None:
    assert view_contributors(EDITION) == ()


def test_everybody_is_named_with_their_notes() -> None:
    assert view_contributors(NOTED) == (
        ContributorView("Ada Ostrander", 1, 0),
        ContributorView("Rowan Teale", 1, 0),
        ContributorView("The editors", 5, 0),
    )


def test_everybody_is_named_with_their_terms_people_and_places() -> None:
    assert view_contributors(TERMED) == (
        ContributorView("Ada Ostrander", 1, 1),
        ContributorView("Rowan Teale", 1, 1),
        ContributorView("The editors", 5, 2),
    )


def test_a_term_alone_is_enough_to_be_named() -> None:
    assert view_contributors(with_terms(NOBODY, edition=EDITION)) == (
        ContributorView("Ada Ostrander", 0, 1),
    )


def test_a_figure_alone_is_enough_to_be_named() -> None:
    assert view_contributors(with_figures(TIDES, edition=EDITION)) == (
        ContributorView("The editors", 0, 1),
    )


def test_a_note_that_stands_nowhere_names_nobody() -> None:
    lost = replace(note("lost", Quote("nowhere")), author=replace(SEA.author, name="Nobody"))
    assert view_contributors(with_notes(lost)) == ()
