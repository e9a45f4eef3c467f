"""Figures in the built site: every number with its source, and nothing of them where none is.

The entries are read here from their files, by a few lines that are not the engine's.
"""

import gzip
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml

from tests.command import REPOSITORY, run
from tests.tiny_edition import lay_out
from tests.trees import Tree, document

WEIGHT = 80 * 1024
POINT = re.compile(r"(?P<head>[^\[]+?) ?(?P<cited>\[.*)")
KEY = re.compile(r"\[@([a-z0-9-]+)")


@dataclass(frozen=True)
class FigureFile:
    """What a figure's file says in its front matter."""

    id: str
    title: str
    form: str
    measure: str
    points: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Of each: what qualifies its number, the number, the keys that it cites."""


def read_figure(file: Path) -> FigureFile:
    front = yaml.safe_load(file.read_text(encoding="utf-8").split("---\n")[1])
    points = []
    for line in front["points"]:
        match = POINT.fullmatch(str(line))
        assert match
        *words, number = match["head"].split()[1:]
        qualifier = " ".join(word for word in words if word != "reported")
        points.append((qualifier, number, tuple(KEY.findall(match["cited"]))))
    return FigureFile(
        file.stem, front["figure"], front["form"], front["measure"], tuple(points)
    )  # fmt: skip


FIGURES = [
    read_figure(file) for file in sorted((REPOSITORY / "docs" / "figures").glob("*.md"))
]  # fmt: skip
SHOWN = {
    file.stem: found[1]
    for file in sorted((REPOSITORY / "docs" / "notes").glob("*.md"))
    if (found := re.search(r"^figure: (\S+)$", file.read_text(encoding="utf-8"), re.MULTILINE))
}
"""Notes with the figures that they show."""


def pages(site: Path) -> dict[str, Tree]:
    """Every page of a site by its address."""
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): document(file)
        for file in site.rglob("*.html")
    }


@pytest.fixture(scope="module")
def drawn(real_site: Path) -> dict[str, Tree]:
    return pages(real_site)


def numbers(figure: Tree, address: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """What a figure's table says of each point, in the form in which its file has it."""
    (table,) = figure.find("table")
    (body,) = table.find("tbody")
    rows = []
    for row in body.find("tr"):
        (cell,) = row.find(class_="figure-number")
        *qualifier, number = cell.words.split()
        links = [urljoin(f"/{address}", link.attributes["href"]) for link in row.find("a")]
        assert all(link.startswith("/bibliography/#") for link in links)
        keys = tuple(link.partition("#")[2] for link in links)
        rows.append((" ".join(qualifier), number.replace(",", ""), keys))
    return rows


def bars(figure: Tree) -> list[tuple[float, float]]:
    """Where each mark of a figure begins and up to where it is full, from the top."""
    return [
        tuple(float(line.attributes[end].removesuffix("em")) for end in ("y1", "y2"))
        for line in figure.find(class_="plot-mark")
        if "plot-broken" not in line.attributes["class"]
    ]  # type: ignore[misc]


@pytest.mark.parametrize("file", FIGURES, ids=lambda file: file.id)
def test_a_figure_has_every_number_of_its_file_with_its_unit_and_its_sources(
    drawn: dict[str, Tree], file: FigureFile
) -> None:
    (entry,) = drawn["figures/"].find("article", id=file.id)
    (figure,) = entry.find("figure")
    assert numbers(figure, "figures/") == list(file.points)
    (head,) = figure.find("thead")
    (counted,) = head.find(class_="figure-number")
    assert counted.words.casefold() == file.measure.casefold()
    (heading,) = entry.find("h2")
    assert heading.words == file.title
    known = {found.attributes["id"] for found in drawn["bibliography/"] if "id" in found.attributes}
    assert {key for _, _, keys in file.points for key in keys} <= known


@pytest.mark.parametrize("file", FIGURES, ids=lambda file: file.id)
def test_marks_stand_on_one_zero_and_are_as_high_as_their_numbers(
    drawn: dict[str, Tree], file: FigureFile
) -> None:
    (figure,) = drawn["figures/"].find("article", id=file.id)[0].find("figure")
    (zero,) = figure.find(class_="plot-zero")
    base = float(zero.attributes["y1"].removesuffix("em"))
    assert {start for start, _ in bars(figure)} == {base}
    exact = [
        (float(number), start - end)
        for (qualifier, number, _), (start, end) in zip(file.points, bars(figure), strict=True)
        if not qualifier
    ]
    assert exact
    scale = {round(height / number, 5) for number, height in exact}
    assert max(scale) - min(scale) < 1e-4 * max(scale) + 1e-5
    labels = [text.words for text in figure.find(class_="plot-label")]
    for _, number, _ in file.points:
        assert f"{float(number):,.10g}" in labels


def test_a_note_shows_the_figure_that_it_names_and_no_other_does(drawn: dict[str, Tree]) -> None:
    assert SHOWN
    found = {}
    for address, page in drawn.items():
        for note in page.find("aside", class_="note"):
            for figure in note.find("figure", class_="figure"):
                (link,) = figure.find(class_="figure-title")
                to = urljoin(f"/{address}", link.attributes["href"])
                name = to.removeprefix("/figures/#")
                found[note.attributes["id"].removeprefix("note-")] = name
                (file,) = (one for one in FIGURES if one.id == name)
                assert numbers(figure, address) == list(file.points)
                (details,) = figure.find("details")
                assert figure.find("table") == details.find("table")
    assert found == SHOWN


def test_only_pages_with_figures_load_what_draws_them(drawn: dict[str, Tree]) -> None:
    """And as many sheets as without: the text's own is another one there."""
    with_figures, counts = set(), {}
    for address, page in drawn.items():
        sheets = [
            Path(link.attributes["href"]).name for link in page.find("link", rel="stylesheet")
        ]
        if page.find("figure", class_="figure"):
            with_figures.add(address)
            assert {"figures.css", "text-figures.css"} & set(sheets), address
        else:
            assert not {"figures.css", "text-figures.css"} & set(sheets), address
        if address.startswith("text/"):
            counts[address] = len(sheets)
    assert {"figures/", "text/07-trade/", "about/macros/"} <= with_figures
    assert len(set(counts.values())) == 1


def test_a_page_with_figures_is_light(real_site: Path, drawn: dict[str, Tree]) -> None:
    """All that it asks for, fonts aside: gzipped at most 80 KiB."""
    for address in ("figures/", "text/07-trade/"):
        page = drawn[address]
        asked = [link.attributes["href"] for link in page.find("link", rel="stylesheet")]
        asked += [s.attributes["src"] for s in page.find("script") if "src" in s.attributes]
        files = {urljoin(f"/{address}", one).lstrip("/") for one in (*asked, "index.html")}
        sizes = [len(gzip.compress((real_site / file).read_bytes(), 9)) for file in files]
        assert 0 < sum(sizes) <= WEIGHT


def test_the_bibliography_names_the_figures_that_cite_a_work(drawn: dict[str, Tree]) -> None:
    for file in FIGURES:
        for key in {key for _, _, keys in file.points for key in keys}:
            (entry,) = drawn["bibliography/"].find("article", id=key)
            links = [link.attributes.get("href") for link in entry.find("a", class_="xref")]
            assert f"../figures/#{file.id}" in links


CASES = {
    "one bar": ("bars", ["2020 5"]),
    "a year of months": ("bars", [f"2020-{month:02} {month * 10.5}" for month in range(1, 13)]),
    "a century": ("bars", [f"{1900 + year} {year}" for year in range(100)]),
    "nothing but zero": ("bars", ["2019 0", "2020 0"]),
    "one total": ("total", ["2020-05-01 about 5"]),
    "very unlike": ("total", ["-0199 1", "2020 nearly 999999999999"]),
    "two days": ("total", ["2020-05-01 5", "2020-05-02 under 6"]),
}


@pytest.mark.parametrize(("form", "points"), CASES.values(), ids=CASES)
def test_a_figure_is_drawn_whatever_is_in_it(form: str, points: list[str], tmp_path: Path) -> None:
    root = lay_out(tmp_path / "edition")
    file = root / "docs" / "figures" / "lines-in-the-book.md"
    lines = "".join(f"  - {point} [@quill2016marks]\n" for point in points)
    file.write_text(
        f"---\nfigure: F\nform: {form}\nmeasure: lines\npoints:\n{lines}author: editors\n"
        "date: 2026-11-25\n---\nWords.\n",
        encoding="utf-8",
    )
    built = run(root, "build")
    assert (built.status, built.stderr) == (0, "")
    (figure,) = document(root / "site" / "figures" / "index.html").find("figure")
    assert len(numbers(figure, "figures/")) == len(bars(figure)) == len(points)
    assert figure.find(class_="plot-label")
