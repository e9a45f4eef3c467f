"""A figure as readers see it: every number in the table, with its date and its source."""

from dataclasses import replace

from edition.core.macro import Call
from edition.core.problem import Place
from edition.html.drawing import Drawing
from edition.html.figure import view_figure, view_figure_called, view_figures
from edition.html.note import view_note
from edition.sources.macros import read_macros
from tests.command import REPOSITORY
from tests.core.figured import FIGURED, LINES, TIDES
from tests.core.noted import FORMATTED
from tests.trees import Tree, fragment

PAGE = "figures/"
MACROS, _ = read_macros(REPOSITORY)


def drawn(name: str, *arguments: str) -> Tree:
    """What a call of a macro draws on the page of the figures."""
    edition = replace(FIGURED, macros=MACROS)
    call = Call(name, arguments, (), 0, Place("docs/figures.md", 5))
    return fragment(str(Drawing(REPOSITORY, edition, FORMATTED).call(call, PAGE, str)))


def cells(table: Tree) -> list[list[str]]:
    return [
        [cell.words for cell in row.children if isinstance(cell, Tree)] for row in table.find("tr")
    ]


def test_all_figures_are_laid_out_by_their_ids() -> None:
    assert [found.id for found in view_figures(FIGURED, FORMATTED, PAGE)] == ["lines", "tides"]
    assert view_figure_called(FIGURED, FORMATTED, PAGE, "FIGURE") is None


def test_the_table_has_every_number_with_its_unit_and_its_source() -> None:
    (table,) = drawn("figure", "tides").find("table")
    assert cells(table) == [
        ["Period", "Fathoms & hands", "Source"],
        ["2019", "1.5", "(Quill, 2016, p. 12)"],
        ["2020", "over 2", "(Teale & co, 2020) (Quill, 2016)"],
        ["2021", "3.25", "(Teale & co, 2020)"],
    ]
    links = [link.attributes for link in table.find("a")]
    assert [link["href"].partition("#")[2] for link in links] == [
        "quill2016", "teale2020", "quill2016", "teale2020",
    ]  # fmt: skip
    assert {link["class"] for link in links} == {"cited"}
    heads = {head.attributes["scope"] for row in table.find("thead") for head in row.find("th")}
    assert heads == {"col"}
    (body,) = table.find("tbody")
    assert {head.attributes["scope"] for head in body.find("th")} == {"row"}


def test_a_total_says_what_its_dates_are() -> None:
    (table,) = drawn("figure", "lines").find("table")
    assert [row[:2] for row in cells(table)] == [
        ["Date", "Lines"], ["1998", "over 70"], ["reported 1 March 2016", "290.5"],
        ["about 2020", "about 1,300"],
    ]  # fmt: skip


def test_signs_are_explained_where_they_stand() -> None:
    broken = "A broken end: the source gives no exact number."
    hollow = "A hollow point: the day of the number is not known exactly."
    assert view_figure(FIGURED, FORMATTED, PAGE, TIDES).remarks == (broken,)
    assert view_figure(FIGURED, FORMATTED, PAGE, LINES).remarks == (broken, hollow)
    exact = replace(TIDES, points=TIDES.points[:1])
    assert view_figure(FIGURED, FORMATTED, PAGE, exact).remarks == ()


def test_the_picture_is_for_the_eye_alone_and_its_words_are_no_markup() -> None:
    for name, bars in (("tides", 4), ("lines", 5)):
        tree = drawn("figure", name)
        (svg,) = tree.find(class_="plot")
        assert svg.attributes["aria-hidden"] == "true"
        assert len(svg.find(class_="plot-mark")) == bars
        assert len(svg.find(class_="plot-zero")) == 1
        assert [one for one in tree if "style" in one.attributes] == []
        assert [one for one in tree if one.name in ("script", "style")] == []
    (caption,) = drawn("figure", "tides").find("figcaption")
    assert caption.words == "Tides & < their> heights, fathoms & hands"


def test_an_entry_has_what_is_said_of_it_and_what_shows_it() -> None:
    first, second = drawn("figures").find("article")
    assert [first.attributes["id"], second.attributes["id"]] == ["lines", "tides"]
    (alone,) = drawn("figures", "tides").find("article")
    assert alone == second
    (said,) = alone.find(class_="note-body")
    assert said.words.strip() == "Who measured is not known (Quill, 2016); see Nobody."
    (shown,) = alone.find(class_="cited-in")
    assert shown.words == "Shown with the notes on “The sea wrote on it”."
    assert [link.attributes["href"] for link in shown.find("a")] == ["../text/01-wall/#note-sea"]
    assert len(alone.find(class_="note-sources")[0].find("li")) == 2


def test_no_figure_is_drawn_for_an_example_that_no_edition_has() -> None:
    assert drawn("figure", "FIGURE").words.strip() == ""


def test_a_note_has_its_figure_and_most_have_none() -> None:
    views = {
        note.id: view_note(FIGURED, FORMATTED, "text/01-wall/", note) for note in FIGURED.notes
    }
    shown = {name: view.figure.id for name, view in views.items() if view.figure}
    assert shown == {"sea": "tides", "lines": "lines"}
