"""The form's rules are the engine's: the cases that both keep, in Chromium."""

import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markupsafe import escape
from playwright.sync_api import Page

from edition.core.context import describe
from edition.core.span import Span
from edition.html.body import draw_body
from edition.html.contribute import NOTE_FORM
from edition.sources.body import read_body
from edition.sources.corrections import read_corrections
from tests.browser.reader import Reader
from tests.command import REPOSITORY
from tests.real_edition import EDITION
from tests.shared_cases import BODIES, FILES, LETTERS, QUOTES
from tests.trees import Tree, fragment

LOCATED = """([units, quotes]) => quotes.map((quote) => {
  const { locate, describe, size } = editionContribute;
  const found = locate(units, quote);
  if (found.code) return [found.code, found.units, found.own || ""];
  const text = units.find(({ id }) => id === found.unit).text;
  const at = [found.unit, size(text.slice(0, found.start)), size(text.slice(0, found.end))];
  return [at, describe(units, found)];
})"""

DESCRIBED = """([units, spans]) => spans.map(([unit, from, to]) => {
  const letters = [...units.find(({ id }) => id === unit).text];
  const start = letters.slice(0, from).join("").length;
  const end = start + letters.slice(from, to).join("").length;
  return editionContribute.describe(units, { unit, start, end });
})"""

READ = """(sources) => sources.map((source) => {
  const { blocks, faults } = editionContribute.readBody(source);
  const how = { cited: ({ key, locator }) => `(${key}; ${locator})`, term: (t) => `‹${t.words}›` };
  const drawn = editionContribute.draw(blocks, how).map((block) => block.outerHTML).join("\\n");
  return [drawn, faults.map(({ line, code, message }) => [line, code, message])];
})"""

WRITTEN = """({ notes, names, orcids, braces }) => [
  notes.map(({ values, body }) => editionContribute.noteText(values, body)),
  names.map(({ words, taken = [] }) => editionContribute.proposedId(words, new Set(taken))),
  orcids.map((orcid) => !editionContribute.orcidFault(orcid)),
  braces.map((value) => !editionContribute.fieldFault("title", value)),
]"""


@pytest.fixture
def form(visit: Callable[..., Reader]) -> Page:
    return visit(NOTE_FORM).page


def units_of(texts: dict[str, str]) -> list[dict[str, str]]:
    return [{"id": unit, "text": text} for unit, text in texts.items()]


def full(quote: dict[str, str]) -> dict[str, str]:
    return {"unit": "", "prefix": "", "suffix": "", **quote}


def test_quotes_are_found_described_and_missed_alike(form: Page) -> None:
    units = units_of(QUOTES["units"])
    found = list(QUOTES["found"].values())
    told = form.evaluate(LOCATED, [units, [case["quote"] for case in found]])
    assert told == [[case["at"], full(case["described"])] for case in found]
    missed = list(QUOTES["missed"].values())
    told = form.evaluate(LOCATED, [units, [case["quote"] for case in missed]])
    assert told == [[case["code"], case["units"], case.get("own", "")] for case in missed]


def test_places_of_the_article_are_described_alike(form: Page) -> None:
    """Short stretches, which mostly need a context; the same ones each time."""
    chance = random.Random(7)
    passages = EDITION.passages
    spans: list[tuple[str, int, int]] = []
    while len(spans) < 400:
        unit, text = chance.choice(list(passages.texts.items()))
        start = chance.randrange(len(text))
        end = min(len(text), start + chance.choice((1, 2, 3, 5, 9, 30)))
        if text[start:end].strip():
            spans.append((unit, start, end))
    wanted = []
    for span in spans:
        quote = describe(passages, Span(*span))
        parts = ("exact", "unit", "prefix", "suffix")
        wanted.append({part: getattr(quote, part) for part in parts})
    assert form.evaluate(DESCRIBED, [units_of(passages.texts), spans]) == wanted


def test_bodies_are_read_and_drawn_alike(form: Page) -> None:
    drawn = list(BODIES["drawn"].values())
    for case, (html, faults) in zip(
        drawn, form.evaluate(READ, [case["source"] for case in drawn]), strict=True
    ):
        assert (fragment(html), faults) == (fragment(case["drawn"]), []), case["source"]
    refused = list(BODIES["refused"].values())
    told = form.evaluate(READ, [case["source"] for case in refused])
    assert [faults for _, faults in told] == [case["faults"] for case in refused]
    for html, _ in told:
        links = [link.attributes["href"] for link in fragment(html).find("a")]
        assert set(links) <= {"https://e.org", "https://example.org"}


SEEN = """(texts) => texts.map((text) => {
  const { firstUnseen, mixedWord, size } = editionContribute;
  const found = firstUnseen(text);
  return [found && [size(text.slice(0, found[0])), found[1]], mixedWord(text)];
})"""


def test_letters_are_looked_at_alike(form: Page) -> None:
    unseen = [*LETTERS["unseen"].values(), *LETTERS["hidden"].values()]
    told = form.evaluate(SEEN, [case["text"] for case in unseen])
    assert [found for found, _ in told] == [case["found"] for case in unseen]
    mixed = list(LETTERS["mixed"].values())
    told = form.evaluate(SEEN, [case["text"] for case in mixed])
    assert [word for _, word in told] == [case["found"] for case in mixed]


def straight(html: str) -> Tree:
    """A drawn body with straight quotation marks: the engine makes curly ones of them."""
    return fragment(re.sub("[‘’]", "'", re.sub("[“”]", '"', html)).replace("&quot;", '"'))


def test_every_entry_of_the_edition_is_drawn_alike(form: Page) -> None:
    folders = [REPOSITORY / "docs" / name for name in ("notes", "glossary", "people", "places")]
    files = [file for folder in folders for file in sorted(folder.glob("*.md"))]
    bodies = [file.read_text(encoding="utf-8").split("\n---\n", 1)[1] for file in files]
    for file, body, (html, faults) in zip(files, bodies, form.evaluate(READ, bodies), strict=True):
        drawn = draw_body(
            read_body(body, file.name)[0],
            lambda cited: escape(f"({cited.key}; {cited.locator})"),
            lambda term: escape(f"‹{term.words}›"),
        )
        assert (straight(html), faults) == (straight(str(drawn)), []), file.name


CORRECTED = (
    *(
        "",
        "a: b # c",
        "2021-03-23",
        "'",
        '"',
        "{China} & {India}",
        "null",
        "# x",
        "- a",
        "{{A Body}}",
    ),
    *("11--19", "https://example.org/a_b?c=d&e", "软实力", "a \\& b", "yes"),
)


def test_a_correction_that_the_form_writes_is_read_as_it_was_meant(
    form: Page, tmp_path: Path
) -> None:
    changes = [
        {"field": f"x{chr(97 + index)}", "corrected": value, "evidence": f"seen: {value}"}
        for index, value in enumerate(CORRECTED)
    ]
    said = {
        "reference": "a1",
        "author": "Ada O’Quill: she",
        "date": "2026-11-29",
        "licence": "CC BY 4.0",
    }
    text = form.evaluate(
        "([said, body]) => editionContribute.correctionText(said, body)",
        [{**said, "changes": changes}, "\nA remark.\n\n"],
    )
    file = tmp_path / "bibliography" / "corrections" / "a1.md"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8", newline="")
    (correction,), problems = read_corrections(tmp_path)
    assert problems == ()
    assert (correction.reference, correction.author) == ("a1", "Ada O’Quill: she")
    assert correction.licence == "CC BY 4.0"
    assert correction.values == tuple((one["field"], one["corrected"]) for one in changes)
    assert [evidence for _, evidence in correction.evidence] == [
        " ".join(one["evidence"].split()) for one in changes
    ]


def test_files_names_and_fields_are_written_alike(form: Page) -> None:
    cases: dict[str, Any] = json.loads(json.dumps(FILES, default=str))
    asked = {
        "notes": list(cases["notes"].values()),
        "names": list(cases["names"].values()),
        "orcids": list(cases["orcids"]),
        "braces": list(cases["braces"]),
    }
    assert form.evaluate(WRITTEN, asked) == [
        [case["text"] for case in asked["notes"]],
        [case["name"] for case in asked["names"]],
        list(cases["orcids"].values()),
        list(cases["braces"].values()),
    ]
