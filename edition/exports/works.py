"""The article, the edition and its notes for reference managers: biblatex, RIS, CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from unicodedata import normalize

from edition.core.addresses import WORKS
from edition.core.cited_passage import cited_passages
from edition.core.citing import last_change
from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.core.note_record import (
    WHOLE,
    WORK,
    edition_record,
    note_key,
    to_record,
    work_record,
)
from edition.exports.bibliography import in_formats, in_three

PASSAGE = "data/passage.json"


def export_cited_passages(formatted: Formatted) -> dict[str, bytes]:
    """Return `data/passage.json`: how words that a reader chose are cited, style by style.

    A list of objects: `style`, as readers call it; `work`, the article in a list of references, as
    pairs of words and whether they are set in italics; `bare`, `single` and `several`, how it is
    cited in running text for a part without a number, for the paragraph `{first}`, and for the
    paragraphs `{first}` to `{last}`.
    """
    passages = [
        {**asdict(cited), "work": [[run.text, run.emphasis] for run in cited.work]}
        for cited in cited_passages(formatted)
    ]
    text = json.dumps(passages, ensure_ascii=False, indent=1)
    return {PASSAGE: f"{text}\n".encode()}


def export_works(edition: Edition, formatted: Formatted) -> dict[str, bytes]:
    """Return `data/cite/article`, `edition` and `notes`, each `.bib`, `.ris` and `.json`.

    The keys of the first two say whose they are; a note’s is its id, behind two hyphens.
    """
    settings, items = edition.settings, formatted.items
    article = _key(items[WORK], settings.work.year)
    whole = f"{article}-edition"
    notes = [
        in_three(
            to_record(settings, note, edition.unit_by_id[edition.spans[note.id].unit]),
            items[note_key(note.id)],
        )
        for note in edition.notes_in_order
    ]
    of_article = in_three(work_record(settings.work, article), {**items[WORK], "id": article})
    of_edition = in_three(
        edition_record(settings, last_change(edition), whole), {**items[WHOLE], "id": whole}
    )
    return {
        **in_formats(f"{WORKS}article", [of_article]),
        **in_formats(f"{WORKS}edition", [of_edition]),
        **in_formats(f"{WORKS}notes", notes),
    }


def _key(item: Mapping[str, Any], year: str) -> str:
    """Return a key as people choose them, family name and year: it goes into their libraries."""
    first: Mapping[str, str] = next(iter(item.get("author", ())), {})
    name = normalize("NFD", first.get("family") or first.get("literal") or "").casefold()
    letters = "".join(letter for letter in name if letter.isascii() and letter.isalpha())
    return f"{letters or 'article'}{year}"
