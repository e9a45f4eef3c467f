"""Questions for discussion, by text page and in its order, each with its words whole."""

from edition.core.note import Kind
from edition.core.quote import Quote
from edition.html.question import view_questions
from tests.core.editions import EDITION
from tests.core.noted import FORMATTED, NOTED, note, with_notes
from tests.trees import fragment

PAGE = "teach/questions/"
LONG = "Nobody read it (Teale & co, 2020; Quill, 2016)."
ON_P2 = note("who-read", Quote(LONG), "Who? See [@quill2016].", kind=Kind.QUESTION, level=3)
ON_P1 = note("which-sea", Quote("The sea"), "Which?", kind=Kind.QUESTION)


def test_questions_alone_are_listed_by_text_page_in_the_order_of_the_text() -> None:
    edition = with_notes(*NOTED.notes, ON_P2, ON_P1)
    pages = view_questions(edition, FORMATTED, PAGE)
    assert [(p.slug, p.number, p.address, [q.id for q in p.questions]) for p in pages] == [
        ("front", 0, "text/front/", ["whose-wall"]),
        ("01-wall", 1, "text/01-wall/", ["which-sea", "who-read"]),
    ]


def test_a_question_has_its_words_whole_its_paragraph_its_readers_and_its_link() -> None:
    (page,) = view_questions(with_notes(ON_P2), FORMATTED, PAGE)
    (question,) = page.questions
    assert question.quote == LONG
    assert (question.where, question.address) == ("¶ 2", "text/01-wall/#p2")
    assert (question.audience, question.short_link) == ("specialists", "n/who-read/")
    (link,) = fragment(question.body).find("a")
    assert link.attributes["href"] == "../../bibliography/#quill2016"


def test_the_questions_on_one_unit_can_be_listed_alone() -> None:
    edition = with_notes(ON_P1, ON_P2)
    (page,) = view_questions(edition, FORMATTED, PAGE, "p2")
    assert [question.id for question in page.questions] == ["who-read"]
    assert view_questions(edition, FORMATTED, PAGE, "title") == ()


def test_an_edition_without_questions_lists_nothing() -> None:
    assert view_questions(EDITION, FORMATTED, PAGE) == ()
