"""The work as data: every unit with its words, its hash and its place."""

from __future__ import annotations

import hashlib
import json

from edition.core.addresses import sentence_link, short_link, unit_address
from edition.core.edition import Edition


def export_units(edition: Edition) -> dict[str, bytes]:
    """Return `data/edition.json`: the work's record, its licence, and all units in order."""
    work = edition.settings.work
    record = {
        "title": work.title,
        "author": work.author,
        "published": work.published,
        "container": work.container,
        "address": work.address,
        "rights": work.rights,
        "licence": {"name": work.licence.name, "address": work.licence.address},
        "language": work.language,
        "base": {"path": edition.settings.base.path, "sha256": edition.settings.base.sha256},
        "units": [
            {
                "id": unit.id,
                "role": unit.role.value,
                "text": unit.text,
                "sha256": hashlib.sha256(unit.text.encode()).hexdigest(),
                "chapter": edition.page_of_unit[unit.id].slug,
                "address": unit_address(edition, unit.id),
                "link": short_link(edition, unit.id),
                **_sentences(edition, unit.id),
            }
            for unit in edition.units
        ],
    }
    text = json.dumps(record, ensure_ascii=False)
    return {"data/edition.json": f"{text}\n".encode()}


def _sentences(edition: Edition, unit_id: str) -> dict[str, list[dict[str, object]]]:
    """Return where the sentences of a unit are, in code points of its text."""
    found: list[dict[str, object]] = [
        {
            "id": sentence.id,
            "start": sentence.start,
            "end": sentence.end,
            "link": sentence_link(edition, sentence),
        }
        for sentence in edition.sentences_of_unit.get(unit_id, ())
    ]
    return {"sentences": found} if found else {}
