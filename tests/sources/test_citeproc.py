"""References as the citation style writes them; one run of pandoc for all, kept by content."""

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from edition.core.citation import Citation
from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.core.inline import Run
from edition.core.macro import Call
from edition.core.pages import EditorsPage
from edition.core.problem import Place
from edition.core.quote import Quote
from edition.core.reference import Correction, Evidence, Reference, Status
from edition.sources.body import read_body
from edition.sources.citeproc import forget, format_library
from tests.core.editions import EDITION
from tests.core.noted import EDITORS, TEALE, note, with_notes

Entry = tuple[str, Mapping[str, str]]
SEA = Quote("The sea wrote on it")

LIBRARY: dict[str, Entry] = {
    "one-author": ("article", {
        "author": "Nye, Joseph S.", "title": "Soft power: the evolution of a concept",
        "journaltitle": "Journal of Political Power", "date": "2021", "volume": "14",
        "number": "1", "pages": "196--208", "doi": "10.1080/2158379X.2021.1879572"}),
    "no-author": ("online", {
        "title": "{China}-{Central Asia} Cooperation in Numbers", "date": "2023-05-17",
        "url": "https://example.org/numbers"}),
    "corporate": ("online", {
        "author": "{{Ministry of Foreign Affairs, the People's Republic of China}}",
        "title": "Factsheet on the summit", "date": "2023", "url": "https://example.org/fact"}),
    "no-date": ("inreference", {
        "title": "power", "booktitle": "{Cambridge Dictionary}",
        "url": "https://example.org/power", "urldate": "2024-01-06"}),
    "twins-b": ("online", {
        "author": "{{Ministry}}", "title": "Beta remarks", "date": "2023",
        "url": "https://example.org/b"}),
    "twins-a": ("online", {
        "author": "{{Ministry}}", "title": "Alpha remarks", "date": "2023",
        "url": "https://example.org/a"}),
    "thesis": ("thesis", {
        "author": "Derryberry, Sam J.", "title": "{Chinese} Soft Power Ends, Ways, and Means",
        "type": "Doctoral thesis", "institution": "{Marine Corps University}", "date": "2019"}),
}  # fmt: skip

FORMATTED = {
    "one-author": "Nye, J. S. (2021). Soft power: The evolution of a concept. Journal of"
    " Political Power, 14(1), 196–208. https://doi.org/10.1080/2158379X.2021.1879572",
    "no-author": "China-Central Asia cooperation in numbers. (2023, May 17)."
    " https://example.org/numbers",
    "corporate": "Ministry of Foreign Affairs, the People’s Republic of China. (2023)."
    " Factsheet on the summit. https://example.org/fact",
    "no-date": "Power. (n.d.). In Cambridge Dictionary. Retrieved January 6, 2024, from"
    " https://example.org/power",
    "twins-a": "Ministry. (2023a). Alpha remarks. https://example.org/a",
    "twins-b": "Ministry. (2023b). Beta remarks. https://example.org/b",
    "thesis": "Derryberry, S. J. (2019). Chinese soft power ends, ways, and means [Doctoral"
    " thesis]. Marine Corps University.",
}


def edition_of(*cited: tuple[str, str], style: str = "apa") -> Edition:
    """An edition with the library above, whose page cites some places."""
    library = tuple(
        Reference(key, type_, fields, Place("bibliography/article.bib"), False)
        for key, (type_, fields) in LIBRARY.items()
    )
    calls = tuple(
        Call("cite", (key, locator), (), 0, Place("docs/index.md")) for key, locator in cited
    )
    page = EditorsPage("index.md", "", calls, (), Place("docs/index.md"))
    return replace(
        EDITION,
        settings=replace(EDITION.settings, style=style),
        text_pages=(),
        editors_pages=(page,),
        library=library,
    )


@pytest.fixture(autouse=True)
def _new_process() -> None:
    """Each test begins as a process does that knows nothing yet."""
    forget()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that keeps how the edition is formatted, without a note and with one."""
    root = tmp_path_factory.mktemp("citeproc")
    for edition in (edition_of(), with_notes(note("a", SEA), edition=edition_of())):
        _, problems = format_library(root, edition)
        assert problems == ()
    return root


@pytest.fixture
def root(kept: Path, tmp_path: Path) -> Path:
    """The same folder, to be changed: what a test is not about is not formatted for it."""
    return Path(shutil.copytree(kept, tmp_path / "edition"))


@pytest.fixture(scope="module")
def formatted(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Formatted:
    root = Path(shutil.copytree(kept, tmp_path_factory.mktemp("formatted") / "edition"))
    pairs = [("twins-b", "p. 5"), ("one-author", "pp. 3-4"), ("no-date", "para. 2")]
    result, problems = format_library(root, edition_of(*pairs))
    assert problems == ()
    return result


def test_every_case_is_expected_here() -> None:
    assert FORMATTED.keys() == LIBRARY.keys()


@pytest.mark.parametrize(("key", "text"), FORMATTED.items(), ids=FORMATTED)
def test_a_reference_is_written_as_the_style_asks(
    formatted: Formatted, key: str, text: str
) -> None:
    assert formatted.text(key) == text


def test_the_style_s_marks_and_links_are_kept(formatted: Formatted) -> None:
    assert formatted.entries["one-author"][1:] == (
        Run("Journal of Political Power", emphasis=True),
        Run(", "),
        Run("14", emphasis=True),
        Run("(1), 196–208. "),
        Run(
            "https://doi.org/10.1080/2158379X.2021.1879572",
            address="https://doi.org/10.1080/2158379X.2021.1879572",
        ),
    )


@pytest.mark.parametrize(
    ("pair", "text"),
    [
        (("one-author", "pp. 3-4"), "(Nye, 2021, pp. 3–4)"),
        (("twins-b", "p. 5"), "(Ministry, 2023b, p. 5)"),
        (("no-date", "para. 2"), "(“Power,” n.d., para. 2)"),
    ],
)
def test_a_cited_place_is_written_as_the_style_asks(
    formatted: Formatted, pair: tuple[str, str], text: str
) -> None:
    assert "".join(run.text for run in formatted.citations[pair]) == text


@pytest.mark.parametrize("first", ["twins-a", "twins-b"])
def test_the_letters_of_a_year_do_not_depend_on_what_is_cited_first(root: Path, first: str) -> None:
    result, _ = format_library(root, edition_of((first, "p. 9")))
    letter = first[-1]
    assert "".join(run.text for run in result.citations[(first, "p. 9")]) == (
        f"(Ministry, 2023{letter}, p. 9)"
    )
    assert result.text("twins-a") == FORMATTED["twins-a"]
    assert result.text("twins-b") == FORMATTED["twins-b"]


def test_every_entry_is_also_an_item_of_csl_json(formatted: Formatted) -> None:
    assert formatted.csl.keys() == LIBRARY.keys()
    item = formatted.csl["one-author"]
    assert (item["type"], item["DOI"]) == ("article-journal", "10.1080/2158379X.2021.1879572")
    assert item["author"] == [{"family": "Nye", "given": "Joseph S."}]


@pytest.fixture
def no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a process was started")

    for name in ("run", "Popen", "call", "check_output"):
        monkeypatch.setattr(subprocess, name, refuse)


def test_what_was_formatted_once_is_not_formatted_again(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    edition = edition_of(("one-author", "p. 1"))
    first = format_library(tmp_path, edition)
    kept = list((tmp_path / ".cache" / "citeproc").iterdir())
    assert len(kept) == 5  # the library; what is cited of the edition: in three styles, as data
    request.getfixturevalue("no_process")
    assert format_library(tmp_path, edition) == first
    forget()
    assert format_library(tmp_path, edition) == first


CHANGED = {
    "another place is cited": edition_of(("one-author", "p. 2")),
    "an entry is gone": replace(edition_of(("one-author", "p. 1")),
                                library=edition_of().library[:1]),
    "another style": edition_of(("one-author", "p. 1"), style="modern-language-association"),
}  # fmt: skip


@pytest.mark.parametrize("changed", CHANGED.values(), ids=CHANGED)
def test_anything_that_changes_is_formatted_anew(
    root: Path, changed: Edition, request: pytest.FixtureRequest
) -> None:
    format_library(root, edition_of(("one-author", "p. 1")))
    request.getfixturevalue("no_process")
    with pytest.raises(AssertionError, match="a process was started"):
        format_library(root, changed)


def test_another_version_of_pandoc_formats_anew(
    root: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    format_library(root, edition_of())
    monkeypatch.setattr("edition.sources.citeproc.version", lambda _: "0")
    request.getfixturevalue("no_process")
    with pytest.raises(AssertionError, match="a process was started"):
        format_library(root, edition_of())


@pytest.mark.parametrize("spoilt", ["", "{", "not JSON"], ids=["empty", "cut off", "other"])
def test_a_spoilt_cache_is_made_anew(root: Path, spoilt: str) -> None:
    edition = edition_of()
    first, _ = format_library(root, edition)
    for file in (root / ".cache" / "citeproc").iterdir():
        file.write_text(spoilt, encoding="utf-8")
    assert format_library(root, edition) == (first, ())


def test_an_edition_may_bring_its_own_style(tmp_path: Path) -> None:
    (tmp_path / "bibliography").mkdir()
    (tmp_path / "bibliography" / "plain.csl").write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        "<info><title>Plain</title><id>plain</id><updated>2024-01-01T00:00:00Z</updated></info>"
        '<citation><layout><text variable="title"/></layout></citation>'
        '<bibliography><layout><text variable="title" suffix="!"/></layout></bibliography>'
        "</style>",
        encoding="utf-8",
    )
    result, problems = format_library(tmp_path, edition_of(style="plain"))
    assert problems == ()
    assert result.text("twins-a") == "Alpha remarks!"


def test_a_style_that_is_nowhere_is_a_problem_of_the_settings(tmp_path: Path) -> None:
    result, problems = format_library(tmp_path, edition_of(style="no-such-style"))
    assert result.entries == {}
    assert [problem.place.path for problem in problems] == ["edition.yml"]


def test_what_pandoc_cannot_read_is_a_problem_and_nothing_is_kept(tmp_path: Path) -> None:
    edition = edition_of()
    broken = replace(edition.library[0], fields={"title": "a } b"})
    result, problems = format_library(tmp_path, replace(edition, library=(broken,)))
    assert (result.entries, result.csl) == ({}, {})
    assert [(p.place.path, p.code) for p in problems] == [("bibliography", "formatting")]
    assert not list(tmp_path.rglob("*.json"))


def test_a_message_names_no_temporary_file(tmp_path: Path) -> None:
    """Nobody could look there, and two runs would print two messages."""
    broken = replace(edition_of().library[0], fields={"title": "a } b"})
    edition = replace(edition_of(), library=(broken,))
    first, second = (format_library(tmp_path, edition)[1] for _ in range(2))
    assert first == second


def test_a_citation_of_the_article_is_formatted_like_one_on_a_page(root: Path) -> None:
    edition = edition_of()
    place = Place("docs/text/01-a.md")
    front, chapter, references = EDITION.text_pages
    block = replace(chapter.blocks[0], citations=(Citation("thesis", "p. 7", "p1", 5, place),))
    text_pages = (front, replace(chapter, blocks=(block, chapter.blocks[1])), references)
    block_two = replace(chapter.blocks[1], citations=())
    text_pages = (front, replace(chapter, blocks=(block, block_two)), references)
    result, _ = format_library(root, replace(edition, text_pages=text_pages))
    assert "".join(run.text for run in result.citations[("thesis", "p. 7")]) == (
        "(Derryberry, 2019, p. 7)"
    )


# ---- What contributors cite ----


def words_of(formatted: Formatted, *pair: str) -> str:
    key, locator = pair
    return "".join(run.text for run in formatted.citations[(key, locator)])


def test_what_a_note_cites_is_formatted_with_and_without_a_place(root: Path) -> None:
    noted = note("a", SEA, "See [@twins-b], [@twins-a, p. 5] and [@twins-b].")
    result, problems = format_library(root, with_notes(noted, edition=edition_of()))
    assert problems == ()
    assert words_of(result, "twins-b", "") == "(Ministry, 2023b)"
    assert words_of(result, "twins-a", "p. 5") == "(Ministry, 2023a, p. 5)"
    assert result.text("twins-a") == FORMATTED["twins-a"]


def test_what_a_correction_and_its_evidence_cite_is_formatted(root: Path) -> None:
    edition, place = edition_of(), Place("bibliography/corrections/a.md")
    first, *others = edition.library
    bodies = [read_body(f"See [@thesis, {where}].", place.path)[0] for where in ("p. 1", "p. 2")]
    corrected = replace(
        first,
        corrections=(
            Correction("a", first.key, (), (), bodies[0], "editors", "2026-11-23", place),
        ),
        evidence=Evidence(first.key, Status.FOUND, (), bodies[1], place),
    )
    result, _ = format_library(root, replace(edition, library=(corrected, *others)))
    assert words_of(result, "thesis", "p. 1") == "(Derryberry, 2019, p. 1)"
    assert words_of(result, "thesis", "p. 2") == "(Derryberry, 2019, p. 2)"


PLACES = {
    "a range": ("p. 5-6", "(Nye, 2021, pp. 5–6)"),
    "a number alone": ("5", "(Nye, 2021, p. 5)"),
    "a chapter": ("chap. 3", "(Nye, 2021, Chapter 3)"),
    "words": ("the last note", "(Nye, 2021, the last note)"),
    "an element": ("<b>5</b>", "(Nye, 2021, p. <b>5</b>)"),
    "signs of TeX": ("a } $b$ \\c %d", "(Nye, 2021, a } $b$ \\c %d)"),
    "marks of Markdown": ("*5* `6`", "(Nye, 2021, *5* `6`)"),
    "another script": ("第五页", "(Nye, 2021, 第五页)"),
}


@pytest.mark.parametrize(("place", "text"), PLACES.values(), ids=PLACES)
def test_a_place_is_a_contributor_s_words_and_nothing_more(
    root: Path, place: str, text: str
) -> None:
    noted = note("a", SEA, f"See [@one-author, {place}].")
    result, problems = format_library(root, with_notes(noted, edition=edition_of()))
    assert problems == ()
    assert words_of(result, "one-author", place) == text


# ---- Notes as works that can be cited ----


def cited_as(formatted: Formatted, note_id: str) -> str:
    return "".join(run.text for run in formatted.own.notes[note_id])


def test_a_note_is_cited_as_a_part_of_the_edition(root: Path) -> None:
    notes = (
        note("a", SEA),
        note("b", SEA, author=TEALE, revised="2027-01-02"),
        note("c", Quote("Nobody read it"), author=replace(TEALE, name="Juan de la Cruz")),
    )
    result, problems = format_library(root, with_notes(*notes, edition=edition_of()))
    assert problems == ()
    assert {name: cited_as(result, name) for name in result.own.notes} == {
        "a": "The editors. (2026). Note on ¶ 1, “The sea wrote on it”. In The wall: an edition.",
        "b": "Teale, R. (2027). Note on ¶ 1, “The sea wrote on it”. In The wall: an edition.",
        "c": "Cruz, J. de la. (2026). Note on ¶ 2, “Nobody read it”. In The wall: an edition.",
    }


def test_where_the_site_is_known_so_is_the_permanent_link(root: Path) -> None:
    edition = with_notes(note("a", SEA), edition=edition_of())
    settings = replace(edition.settings, url="https://example.org/wall/")
    result, _ = format_library(root, replace(edition, settings=settings))
    assert cited_as(result, "a").endswith(" In The wall: an edition. https://example.org/wall/n/a/")


def test_notes_of_one_author_and_year_get_no_letters_and_give_none(root: Path) -> None:
    """A letter would change with every note that is added, and would be cited all the same."""
    ministry = replace(EDITORS, name="Ministry")
    notes = [note(name, SEA, author=ministry, date="2023-01-01") for name in ("a", "b", "c")]
    result, _ = format_library(root, with_notes(*notes, edition=edition_of()))
    assert {cited_as(result, name) for name in "abc"} == {
        "Ministry. (2023). Note on ¶ 1, “The sea wrote on it”. In The wall: an edition."
    }
    assert result.text("twins-a") == FORMATTED["twins-a"]


NAMES = [
    *(
        "and",
        "others",
        "A and others",
        ",",
        "a=b",
        "{",
        "}",
        "\\",
        "%",
        "~",
        "#",
        '"',
        "@a{b,",
        "$x$",
    ),
    *("A, B, C, D", "<b>A</b>", "李明", "محمد", "O’Hara, Seán", "X Æ A-12", "''", "--", "*a*", "`"),
]


def test_no_name_of_an_author_stops_the_formatting(root: Path) -> None:
    """It is a stranger's, and one note must not keep all others from being built."""
    notes = [
        note(f"n{number}", SEA, author=replace(TEALE, id="", name=name))
        for number, name in enumerate(NAMES)
    ]
    result, problems = format_library(root, with_notes(*notes, edition=edition_of()))
    assert problems == ()
    assert len(result.own.notes) == len(NAMES)
    assert all("Note on ¶ 1" in cited_as(result, name) for name in result.own.notes)


def test_a_note_that_has_no_place_is_not_cited(root: Path) -> None:
    edition = with_notes(note("a", Quote("nowhere")), edition=edition_of())
    result, problems = format_library(root, edition)
    assert (result.own.notes, problems) == ({}, ())


def test_a_style_without_a_bibliography_leaves_references_and_notes_without_words(
    tmp_path: Path,
) -> None:
    (tmp_path / "bibliography").mkdir()
    (tmp_path / "bibliography" / "short.csl").write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        "<info><title>Short</title><id>short</id><updated>2024-01-01T00:00:00Z</updated></info>"
        '<citation><layout><text variable="title"/></layout></citation></style>',
        encoding="utf-8",
    )
    edition = with_notes(note("a", SEA, "See [@thesis]."), edition=edition_of(style="short"))
    result, problems = format_library(tmp_path, edition)
    assert (result.entries, result.own.notes, problems) == ({}, {"a": ()}, ())
    assert words_of(result, "thesis", "") == "Chinese soft power ends, ways, and means"


def test_a_new_note_formats_the_library_no_second_time(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library of hundreds takes seconds; whoever writes a note waits for the note alone."""
    format_library(root, with_notes(note("a", SEA), edition=edition_of()))
    started: list[object] = []
    run = subprocess.run

    def count(*arguments: object, **keywords: object) -> object:
        started.append(arguments)
        return run(*arguments, **keywords)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "run", count)
    notes = (note("a", SEA), note("b", SEA))
    result, _ = format_library(root, with_notes(*notes, edition=edition_of()))
    # What is cited of the edition, in three styles and as data.
    assert (len(started), sorted(result.own.notes)) == (4, ["a", "b"])
