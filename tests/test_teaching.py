"""The pages for instructors, in the built site: made of the notes, and complete.

The notes are read here from their files by a few lines, not by the engine.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.command import REPOSITORY
from tests.real_edition import EDITION
from tests.trees import Tree, document

PAGES = ("index", "questions", "guide", "against-the-source", "in-class")


@dataclass(frozen=True)
class NoteFile:
    """What a note's file says."""

    quote: str
    kind: str
    level: int
    body: str


def read_note(file: Path) -> NoteFile:
    _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
    fields = yaml.safe_load(front)
    return NoteFile(
        " ".join(str(fields["quote"]).split()), fields["kind"], fields.get("level", 1), body
    )


NOTES = {
    file.stem: read_note(file) for file in sorted((REPOSITORY / "docs" / "notes").glob("*.md"))
}
AUDIENCES = {1: "everybody", 2: "students", 3: "specialists"}


@pytest.fixture(scope="module")
def drawn(real_site: Path) -> dict[str, Tree]:
    """The teaching pages, without head and foot."""
    folder = real_site / "teach"
    return {
        name: document(folder / ("" if name == "index" else name) / "index.html").find(
            "article", id="page"
        )[0]
        for name in PAGES
    }


def the(element: Tree, name: str = "", **attributes: str) -> Tree:
    (found,) = element.find(name, **attributes)
    return found


def links(element: Tree) -> list[str]:
    return [link.attributes["href"] for link in element.find("a")]


def short_link_of(element: Tree) -> str:
    """The id of the note to which the last permanent link in an element leads."""
    *_, last = [href for href in links(element) if href.startswith("../../n/")]
    return last.removeprefix("../../n/").rstrip("/")


# ---- Questions ----


def test_every_question_is_there_once_in_the_order_of_the_text(drawn: dict[str, Tree]) -> None:
    found = [short_link_of(one) for one in drawn["questions"].find("li", class_="question")]
    asked = [note.id for note in EDITION.notes_in_order if NOTES[note.id].kind == "question"]
    assert found == asked


def test_a_question_has_its_words_its_paragraph_its_readers(drawn: dict[str, Tree]) -> None:
    for question in drawn["questions"].find("li", class_="question"):
        name = short_link_of(question)
        assert the(question, "q").words == NOTES[name].quote
        unit = EDITION.spans[name].unit
        assert links(question)[0] == f"../../{EDITION.page_of_unit[unit].address}#{unit}"
        foot = the(question, class_="question-foot").words
        assert foot == f"For {AUDIENCES[NOTES[name].level]} · n/{name}/"
        assert the(question, class_="note-body").words
        assert "data-set" in question.find("a")[-1].attributes


def test_questions_stand_under_the_title_of_their_chapter(drawn: dict[str, Tree]) -> None:
    for section in drawn["questions"].find("section", class_="questions"):
        heading = the(section, "h2")
        (page,) = [p for p in EDITION.text_pages if links(heading) == [f"../../{p.address}"]]
        assert heading.words == (f"{page.number}. {page.title}" if page.number else page.title)
        for question in section.find("li", class_="question"):
            assert EDITION.spans[short_link_of(question)].unit in page.units


def test_the_handout_of_questions_holds_nothing_to_choose(drawn: dict[str, Tree]) -> None:
    for name in ("form", "input", "select", "button", "details"):
        assert drawn["questions"].find(name) == []


# ---- Exercises ----


def test_exercises_are_made_of_notes_on_sources_and_corrections(drawn: dict[str, Tree]) -> None:
    exercises = drawn["against-the-source"].find("article", class_="exercise")
    found = [short_link_of(exercise) for exercise in exercises]
    assert len(found) == len(set(found)) >= 12
    assert {NOTES[name].kind for name in found} <= {"source", "correction"}
    assert [one.attributes["id"] for one in exercises] == [f"exercise-{name}" for name in found]


def test_an_exercise_sets_the_passage_beside_what_is_cited(drawn: dict[str, Tree]) -> None:
    for exercise in drawn["against-the-source"].find("article", class_="exercise"):
        name = short_link_of(exercise)
        heading = the(exercise, "h3")
        assert the(heading, "q").words == NOTES[name].quote
        unit = EDITION.spans[name].unit
        assert links(heading) == [f"../../{EDITION.page_of_unit[unit].address}#{unit}"]
        assert "?" in the(exercise, class_="exercise-task").words
        entries = {
            link.attributes["href"].removeprefix("../../bibliography/#")
            for link in the(exercise, "dl").find("a", class_="entry")
        }
        cited = set(re.findall(r"@([\w-]+)", NOTES[name].body))
        assert cited <= entries
        printed = {citation.key for citation in EDITION.citations_of_unit.get(unit, ())}
        assert len(entries - cited) <= 1
        assert entries - cited <= printed


def test_an_answer_is_folded_up_and_leads_to_the_note(drawn: dict[str, Tree]) -> None:
    for exercise in drawn["against-the-source"].find("article", class_="exercise"):
        answer = the(exercise, "details", class_="exercise-answer")
        assert "open" not in answer.attributes
        assert short_link_of(answer) == short_link_of(exercise)
        outside = " ".join(
            child.words for child in exercise.children
            if isinstance(child, Tree) and child is not answer
        )  # fmt: skip
        assert the(answer, class_="note-body").words not in outside


# ---- The guide ----


def rows(table: Tree) -> list[list[str]]:
    return [
        [cell.words for cell in row.children if isinstance(cell, Tree)]
        for part in ("tbody", "tfoot")
        for row in the(table, part).find("tr")
    ]


def test_the_guide_has_a_table_for_each_level_then_three_ways(drawn: dict[str, Tree]) -> None:
    tables = drawn["guide"].find("table", class_="amounts")
    assert len(tables) == len(AUDIENCES) + 3
    for level, table in enumerate(tables[:3], 1):
        assert all(f"?level={level}" in href for href in links(table))
        assert len(rows(table)) == len(EDITION.chapters) + 2  # title and abstract; the sum


def test_the_lines_of_a_table_come_to_its_sum(drawn: dict[str, Tree]) -> None:
    for table in drawn["guide"].find("table", class_="amounts"):
        numbers = [[int(cell.replace(",", "")) for cell in cells] for _, *cells in rows(table)]
        *lines, total = numbers
        for column in (0, 2):  # words and notes; minutes are rounded in each line
            assert sum(line[column] for line in lines) == total[column]
        assert total[1] + total[3] <= sum(line[1] + line[3] for line in lines)


def test_the_sum_counts_every_note_on_running_text(drawn: dict[str, Tree]) -> None:
    pages = [page for page in EDITION.text_pages if page.slug != "references"]
    units = {unit for page in pages for unit in page.units}
    for level, table in enumerate(drawn["guide"].find("table", class_="amounts")[:3], 1):
        notes = [
            name for name, note in NOTES.items()
            if note.level <= level and EDITION.spans[name].unit in units
        ]  # fmt: skip
        assert int(rows(table)[-1][3]) == len(notes)


def test_the_way_for_an_hour_takes_less_than_one(drawn: dict[str, Tree]) -> None:
    table = drawn["guide"].find("table", class_="amounts")[3]
    _, _, text, _, more = rows(table)[-1]
    assert int(text) + int(more) <= 30


# ---- All of them ----


def test_the_first_page_leads_to_all_others(drawn: dict[str, Tree]) -> None:
    contents = drawn["index"].find("ul")[0]
    others = [f"{name}/" for name in ("syllabus", "platforms", *PAGES[1:])]
    assert links(contents)[: len(others)] == others


PLATFORMS = ("moodle", "canvas", "blackboard", "brightspace")
ORDER = ["Paste the list", "One link", "The cartridge", "A handout", "What may go wrong"]


def test_each_platform_has_a_page_in_the_same_order(real_site: Path) -> None:
    teach = real_site / "teach"
    led = links(the(document(teach / "platforms" / "index.html"), "main").find("ul")[0])
    assert led == [f"../{name}/" for name in PLATFORMS]
    for name in PLATFORMS:
        page = the(document(teach / name / "index.html"), "main")
        assert [heading.words for heading in page.find("h2")] == ORDER
        assert "../platforms/" in links(page)


def test_the_pages_of_platforms_do_not_lengthen_the_foot_of_every_page(real_site: Path) -> None:
    foot = the(document(real_site / "teach" / "index.html"), "nav", class_="about")
    assert "platforms/" in links(foot)
    assert [name for name in PLATFORMS if f"{name}/" in links(foot)] == []


def test_the_plain_page_offers_every_paragraph_kind_and_level(real_site: Path) -> None:
    setting = the(document(real_site / "text" / "plain" / "index.html"), "details", id="setting")
    assert "hidden" in setting.attributes
    for end in ("from", "to"):
        field = the(setting, "select", id=f"setting-{end}")
        assert [one.words for one in field.find("option")] == [
            str(unit.number) for unit in EDITION.paragraphs
        ]
        assert [one.attributes["label"] for one in field.find("optgroup")] == [
            f"{chapter.number}. {chapter.title}" for chapter in EDITION.chapters
        ]
    kinds = {one.attributes["value"] for one in the(setting, id="setting-notes").find("option")}
    assert kinds == {"none", *(note.kind for note in NOTES.values())}
    levels = the(setting, id="setting-level").find("option")
    assert {int(one.attributes["value"]): one.words for one in levels} == AUDIENCES
