"""What an edition answers about itself."""

from tests.core.editions import EDITION, FIRST, SECOND, THIRD, with_calls


def test_citations_are_known_by_unit_and_in_order() -> None:
    assert EDITION.citations_of_unit == {"p1": (FIRST, SECOND), "p2": (THIRD,)}
    assert EDITION.citations == (FIRST, SECOND, THIRD)


def test_each_place_that_is_cited_is_named_once_wherever_it_is_cited() -> None:
    edition = with_calls(("cite", ("quill2016", "p. 12")), ("cite", ("quill2016", "p. 99")))
    assert edition.cited_places == (
        ("quill2016", ""),
        ("quill2016", "p. 12"),
        ("quill2016", "p. 99"),
        ("teale2020", ""),
    )


def test_chapters_are_the_pages_with_paragraphs() -> None:
    assert [page.slug for page in EDITION.chapters] == ["01-wall"]
    assert [unit.id for unit in EDITION.paragraphs] == ["p1", "p2"]
