"""`data/edition.json`: the work as data."""

import hashlib
import json

from edition.exports.units import export_units
from tests.core.editions import EDITION


def test_the_work_and_all_its_units_are_there_in_order() -> None:
    files = export_units(EDITION)
    assert list(files) == ["data/edition.json"]
    data = json.loads(files["data/edition.json"])
    assert (data["title"], data["author"], data["published"]) == (
        "The wall",
        "Wren Halloran",
        "2021-03-04",
    )
    assert data["licence"]["address"] == EDITION.settings.work.licence.address
    assert [(unit["id"], unit["text"]) for unit in data["units"]] == [
        (unit.id, unit.text) for unit in EDITION.units
    ]


def test_every_unit_says_where_it_is_and_proves_its_words() -> None:
    data = json.loads(export_units(EDITION)["data/edition.json"])
    paragraph = data["units"][1]
    assert paragraph["sha256"] == hashlib.sha256(paragraph["text"].encode()).hexdigest()
    assert {name: paragraph[name] for name in ("role", "chapter", "address", "link")} == {
        "role": "paragraph",
        "chapter": "01-wall",
        "address": "text/01-wall/#p1",
        "link": "p/1/",
    }
