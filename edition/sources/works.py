"""Formatting what is cited of the edition itself: one run of pandoc for each style."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from edition.core.citing import STYLES, last_change, places
from edition.core.edition import Edition
from edition.core.formatted import Formatted, Styled
from edition.core.note_record import (
    WHOLE,
    WORK,
    edition_record,
    note_key,
    to_record,
    work_record,
)
from edition.sources.formatter import CACHE, format_document, read_style, to_csl_json
from edition.sources.kept import kept
from edition.sources.pandoc import read_inlines
from edition.sources.pandoc_document import cite, document, entries

_AMONG_OTHERS = re.compile(
    r'\s+(?:disambiguate-[a-z-]+="[^"]*"|subsequent-author-substitute(?:-rule)?="[^"]*")'
)
"""What a style does to a reference because of others in the same list. These are never listed
together: each is cited by itself, so letters after years and dashes for names would be wrong."""


def format_works(root: Path, edition: Edition, csl: str, version: str) -> Formatted:
    """Return the article, the edition and each note, cited; the library is left empty.

    `csl` is the edition's own style, `version` that of pandoc's package. The runs are processes of
    their own, so they go side by side. Raise `FormatterError` where pandoc cannot read the records.
    """
    notes = edition.notes_in_order
    bibtex = "\n".join(
        (
            work_record(edition.settings.work),
            edition_record(edition.settings, last_change(edition)),
            *(
                to_record(edition.settings, note, edition.unit_by_id[edition.spans[note.id].unit])
                for note in notes
            ),
        )
    )
    keys = [WORK, WHOLE, *(note_key(note.id) for note in notes)]
    blocks = [
        {"t": "Plain", "c": [cite(key) for key in keys]},
        *({"t": "Para", "c": [cite(WORK, place)]} for place in places(edition)),
    ]
    asked = json.dumps(document(blocks), ensure_ascii=False)

    def formatted(style: str) -> Any:
        alone = _AMONG_OTHERS.sub("", style)
        inputs = version, bibtex, alone, asked
        return kept(root, CACHE, inputs, lambda: format_document(bibtex, alone, asked))

    styles = {label: read_style(root, name) for name, label in STYLES.items()}
    texts = tuple(dict.fromkeys((csl, *styles.values())))
    with ThreadPoolExecutor() as pool:
        records = pool.submit(
            lambda: kept(root, CACHE, (version, bibtex), lambda: to_csl_json(bibtex))
        )
        answers = dict(zip(texts, pool.map(formatted, texts), strict=True))
    read = {text: _styled(edition, answer) for text, answer in answers.items()}
    return Formatted(
        entries={},
        citations={},
        csl={},
        own=read[csl],
        styled={label: read[text] for label, text in styles.items()},
        items={item["id"]: item for item in records.result()},
    )


def _styled(edition: Edition, answer: Mapping[str, Any]) -> Styled:
    """Return the works as one run of pandoc wrote them."""
    listed = dict(entries(answer["blocks"]))
    paragraphs = [block["c"] for block in answer["blocks"] if block["t"] == "Para"]
    return Styled(
        work=listed.get(WORK, ()),
        edition=listed.get(WHOLE, ()),
        notes={note.id: listed.get(note_key(note.id), ()) for note in edition.notes_in_order},
        places={
            place: read_inlines(paragraph)
            for place, paragraph in zip(places(edition), paragraphs, strict=True)
        },
    )
