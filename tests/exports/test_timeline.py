"""The timeline as data: all events in order, with bounds that anybody can compute again."""

import datetime
import json
import re

from edition.core.edtf import Edtf, read_edtf
from edition.exports.timeline import PATH, export_timeline
from tests.browser.noted import EDITION

RECORD = json.loads(export_timeline(EDITION)[PATH])
EVENTS = RECORD["events"]


def test_every_event_is_there_in_the_order_of_time() -> None:
    assert [event["id"] for event in EVENTS] == [event.id for event in EDITION.events]
    known = [event["earliest"] or event["latest"] for event in EVENTS]
    modern = [day for day in known if not day.startswith("-")]
    assert modern == sorted(modern)


def test_bounds_are_days_around_the_date() -> None:
    for event in EVENTS:
        date = read_edtf(event["date"])
        assert isinstance(date, Edtf)
        for bound in filter(None, (event["earliest"], event["latest"])):
            assert re.fullmatch(r"-?\d{4}-\d\d-\d\d", bound)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", event["date"]):
            assert event["earliest"] == event["latest"] == event["date"]
            assert datetime.date.fromisoformat(event["date"])


def test_what_the_text_dates_leads_to_its_unit() -> None:
    for event in EVENTS:
        assert (event["unit"] is None) == (event["quote"] is None) == (event["in_text"] is None)
        if event["unit"]:
            unit = EDITION.unit_by_id[event["unit"]]
            assert " ".join(event["quote"].split()) in unit.text
            assert event["in_text"].endswith(f"#{event['unit']}")


def test_sources_are_in_the_library_and_links_are_permanent() -> None:
    locked = {line.short: line.address for line in EDITION.lock}
    for event in EVENTS:
        assert set(event["sources"]) <= EDITION.reference_by_key.keys()
        assert locked[event["link"]] == event["address"] == f"timeline/#{event['id']}"
