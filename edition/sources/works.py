"""Formatting what is cited of the edition itself: one run of pandoc for each style."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from edition.core.citing import STYLES, last_change, places
from edition.core.edition import Edition
from edition.core.formatted import Formatted, Styled
from edition.core.inline import Run
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
    records = {
        WORK: work_record(edition.settings.work),
        WHOLE: edition_record(edition.settings, last_change(edition)),
        **{
            note_key(note.id): to_record(
                edition.settings, note, edition.unit_by_id[edition.spans[note.id].unit]
            )
            for note in edition.notes_in_order
        },
    }
    cited = places(edition)
    styles = {label: read_style(root, name) for name, label in STYLES.items()}
    texts = tuple(dict.fromkeys((csl, *styles.values())))
    with ThreadPoolExecutor() as pool:
        items = pool.submit(_items, root, records, version)
        answers = dict(
            zip(
                texts,
                pool.map(lambda text: _formatted(root, records, cited, text, version), texts),
                strict=True,
            )
        )
    read = {text: _styled(edition, *answer) for text, answer in answers.items()}
    return Formatted(
        entries={},
        citations={},
        csl={},
        own=read[csl],
        styled={label: read[text] for label, text in styles.items()},
        items=items.result(),
    )


_KNOWN: dict[tuple[str, str, str], tuple[Run, ...]] = {}
"""What each style made of each record, by version, style and record, while this process lives: no
record is formatted otherwise because of others."""
_KNOWN_PLACES: dict[tuple[str, str, str, tuple[str, ...]], tuple[tuple[Run, ...], ...]] = {}
_KNOWN_ITEMS: dict[tuple[str, str], Mapping[str, Any]] = {}
_MOST_KNOWN = 20_000
"""Records above which all is forgotten, so that a server that runs for days does not grow."""


def _formatted(
    root: Path, records: Mapping[str, str], cited: tuple[str, ...], style: str, version: str
) -> tuple[Mapping[str, tuple[Run, ...]], tuple[tuple[Run, ...], ...]]:
    """Return what a style makes of each record, and of each place in the work.

    Only what is new is formatted: all of it by the first build, which is kept on disk.
    """
    if len(_KNOWN) > _MOST_KNOWN:
        _KNOWN.clear()
    asked = {key: text for key, text in records.items() if (version, style, text) not in _KNOWN}
    where = (version, style, records[WORK], cited)
    if asked or where not in _KNOWN_PLACES:
        asked = {WORK: records[WORK], **asked}
        alone = _AMONG_OTHERS.sub("", style)
        bibtex = "\n".join(asked.values())
        blocks = [
            {"t": "Plain", "c": [cite(key) for key in asked]},
            *({"t": "Para", "c": [cite(WORK, place)]} for place in cited),
        ]
        text = json.dumps(document(blocks), ensure_ascii=False)
        inputs = version, bibtex, alone, text
        answer = kept(root, CACHE, inputs, lambda: format_document(bibtex, alone, text))
        for key, words in entries(answer["blocks"]):
            _KNOWN[version, style, asked[key]] = words
        _KNOWN_PLACES[where] = tuple(
            read_inlines(block["c"]) for block in answer["blocks"] if block["t"] == "Para"
        )
    listed = {key: _KNOWN.get((version, style, record), ()) for key, record in records.items()}
    return listed, _KNOWN_PLACES[where]


def _items(root: Path, records: Mapping[str, str], version: str) -> dict[str, Mapping[str, Any]]:
    """Return each record as an item of CSL-JSON; only what is new is read."""
    if len(_KNOWN_ITEMS) > _MOST_KNOWN:
        _KNOWN_ITEMS.clear()
    new = [text for text in records.values() if (version, text) not in _KNOWN_ITEMS]
    if new:
        bibtex = "\n".join(new)
        by_id = {
            item["id"]: item
            for item in kept(root, CACHE, (version, bibtex), lambda: to_csl_json(bibtex))
        }
        for key, text in records.items():
            if key in by_id:
                _KNOWN_ITEMS[version, text] = by_id[key]
    known = ((key, _KNOWN_ITEMS.get((version, text))) for key, text in records.items())
    return {key: item for key, item in known if item is not None}


def forget() -> None:
    """Forget what was formatted, so that the next build asks what is kept on disk, or pandoc."""
    for known in (_KNOWN, _KNOWN_PLACES, _KNOWN_ITEMS):
        known.clear()


def _styled(
    edition: Edition,
    listed: Mapping[str, tuple[Run, ...]],
    paragraphs: Sequence[tuple[Run, ...]],
) -> Styled:
    """Return the works as one style has them."""
    return Styled(
        work=listed.get(WORK, ()),
        edition=listed.get(WHOLE, ()),
        notes={note.id: listed.get(note_key(note.id), ()) for note in edition.notes_in_order},
        places=dict(zip(places(edition), paragraphs, strict=True)),
    )
