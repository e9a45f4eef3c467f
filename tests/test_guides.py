"""The guides for contributors agree with the program, and their old links keep working."""

import re
from pathlib import Path

import pytest

from edition.core.picture import DENSITY
from edition.proof import prove
from tests.command import REPOSITORY
from tests.proposed import lay_out
from tests.real_edition import EDITION
from tests.trees import Tree, document

DOCS = REPOSITORY / "docs"
GUIDES = ("from-the-page", "in-the-forge", "on-your-machine", "good-note", "afterwards")
PROMISE = "The article’s words stay as they are; yours appear beside them"
PLACES = (
    *("report-an-error", "the-articles-words-stay-as-they-are", "from-the-page", "write-a-note"),
    *("write-a-term-a-person-or-a-place", "write-an-event", "draw-a-figure", "correct-a-note"),
    *("correct-a-reference", "say-what-was-found", "before-it-is-sent"),
)
"""Places of the page on contributing that were public."""


def page(site: Path, address: str) -> Tree:
    (article,) = document(site / address / "index.html").find("article", id="page")
    return article


def test_the_page_on_contributing_keeps_its_places(real_site: Path) -> None:
    ids = [
        found.attributes["id"]
        for found in page(real_site, "contribute")
        if found.attributes.get("id")
    ]
    assert set(PLACES) <= set(ids)


@pytest.mark.parametrize("name", ["from-the-page", "in-the-forge", "on-your-machine", ""])
def test_the_first_words_of_a_way_in_say_that_the_article_stays(real_site: Path, name: str) -> None:
    first = page(real_site, f"contribute/{name}").find("p")[0]
    assert first.words.startswith(PROMISE)


def test_the_page_on_contributing_leads_to_every_guide_before_anything_else(
    real_site: Path,
) -> None:
    article = page(real_site, "contribute")
    opening = []
    for element in article.children:
        if isinstance(element, Tree) and element.name == "h2":
            break
        opening += element.find("a") if isinstance(element, Tree) else []
    led = {link.attributes["href"].strip("/") for link in opening}
    assert set(GUIDES) <= led


def test_the_slips_that_a_guide_names_are_the_messages_of_the_check(real_site: Path) -> None:
    """Word for word, and each behind the code under which the problem is explained."""
    explained: dict[str, str] = {}
    code = ""
    for element in page(real_site, "about/problems").children:
        if isinstance(element, Tree) and element.name == "h3":
            code = element.attributes["id"]
        elif isinstance(element, Tree):
            explained[code] = f"{explained.get(code, '')} {element.words}"
    rows = page(real_site, "contribute/good-note").find("tbody")[0].find("tr")
    for row in rows:
        said, cure = row.find("td")
        (link,) = cure.find("a")
        assert link.attributes["href"] == f"../../about/problems/#{link.words}"
        assert said.words in explained[link.words]
    assert len(rows) >= 8


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_ends_with_the_way_on_and_the_way_back(real_site: Path, name: str) -> None:
    led = [
        link.attributes["href"]
        for link in page(real_site, f"contribute/{name}").find("p")[-1].find("a")
    ]
    on, back = led
    assert back == "../"
    assert on.strip("./") in GUIDES
    assert on.strip("./") != name


# ---- Samples

# Of a sample whose file the page does not name; where there is one, the sample takes its place.
SAMPLES = {
    "quote": "docs/notes/rail-gauge-at-the-border.md",
    "term": "docs/places/united-states.md",
    "event": "docs/timeline/first-summit.md",
    "figure": "docs/figures/trade.md",
    "reference": "bibliography/corrections/yau2021polishes.md",
    "status": "bibliography/evidence/xi2023keynote.md",
}
"""Where the sample with this first field belongs."""
SAMPLE = re.compile(r"^```\n(---\n(\w+):.*?)^```$", re.MULTILINE | re.DOTALL)


def samples() -> dict[str, str]:
    text = (DOCS / "contribute.md").read_text(encoding="utf-8")
    return {first: sample for sample, first in SAMPLE.findall(text)}


def found_in(files: dict[str, str]) -> dict[str, set[str]]:
    """Return the codes of what the check says of files in this edition, by file."""
    codes: dict[str, set[str]] = {file: set() for file in files}
    problems = prove(REPOSITORY, {file: text.encode() for file, text in files.items()})
    for problem in problems:
        codes.setdefault(problem.place.path, set()).add(problem.code)
    return codes


def test_every_sample_is_a_file_that_the_check_accepts() -> None:
    """What it remarks is what awaits everybody who is new: who that is, and an unknown source."""
    assert set(samples()) == set(SAMPLES)
    found = found_in({SAMPLES[first]: sample for first, sample in samples().items()})
    assert {code for codes in found.values() for code in codes} <= {"author-new", "source-new"}


def test_a_sample_with_a_slip_is_found_out() -> None:
    slipped = samples()["reference"].replace("evidence_date", "evidence_title")
    assert found_in({SAMPLES["reference"]: slipped})[SAMPLES["reference"]]


# ---- Pictures


def test_every_picture_is_shown_and_says_what_it_shows() -> None:
    shown = set()
    for one in EDITION.editors_pages:
        names = [call.arguments[0] for call in one.calls if call.name == "picture"]
        assert len(names) == len(set(names)), f"{one.address} shows a picture twice"
        shown |= set(names)
    assert shown == {picture.name for picture in EDITION.pictures}
    for picture in EDITION.pictures:
        assert len(picture.alt.split()) > 10
        assert picture.alt.endswith(".")
        assert picture.dark, f"{picture.name} has no file in dark colours"


def test_a_picture_has_the_size_of_its_file_and_comes_when_it_is_seen(real_site: Path) -> None:
    """Every one is there twice, in light colours and in dark, of which styles show one."""
    by_file = {file: one for one in EDITION.pictures for file in (one.file, one.dark)}
    found = set()
    for file in sorted((real_site / "contribute").rglob("index.html")):
        paths = []
        for image in document(file).find("img"):
            path = image.attributes["src"].removeprefix("../../")
            picture = by_file[path]
            size = [image.attributes[side] for side in ("width", "height")]
            dots = (picture.width, picture.height)
            assert size == [str(round(side / DENSITY)) for side in dots]
            assert image.attributes["alt"] == picture.alt
            assert image.attributes["loading"] == "lazy"
            paths.append(path)
        lights = [path for path in paths if path == by_file[path].file]
        assert paths == [each for path in lights for each in (path, by_file[path].dark)]
        found |= set(paths)
    assert found == by_file.keys()
    published = {file.name for file in (real_site / "pictures").iterdir()}
    assert published == {Path(file).name for file in by_file}


# ---- Transcripts


@pytest.mark.parametrize("name", ["on-your-machine"])
def test_a_transcript_is_what_the_program_says(
    name: str, tmp_path: Path, update_golden: bool
) -> None:
    pytest.importorskip("pty", reason="there is no terminal to be had")
    from tests.transcripts import replay, rewritten

    file = DOCS / "contribute" / f"{name}.md"
    text = file.read_text(encoding="utf-8")
    root = lay_out(tmp_path / "edition")
    replayed: list[str] = []

    def make(transcript: str) -> str:
        replayed.append(replay(root, transcript))
        return replayed[-1]

    made = rewritten(text, make)
    if update_golden:
        file.write_text(made, encoding="utf-8")
    assert len(replayed) >= 3
    assert text == made or update_golden, (
        "the program says something else: pytest --update-golden writes its words into the page"
    )
