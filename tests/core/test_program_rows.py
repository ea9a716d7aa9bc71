"""Rows of programs: dicts read as the rows of a file are."""

from datetime import UTC, datetime

import pytest

from qualdesk.core.errors import Refused
from qualdesk.core.leads import PhoneKind
from qualdesk.core.program_rows import MappingReader, headings_of, said_of_keys
from qualdesk.core.sources import CallWindow, SourceType, Touchpoint, TouchpointKind

OPENS = datetime(2026, 3, 16, 8, tzinfo=UTC)
CLOSES = datetime(2026, 3, 20, 16, tzinfo=UTC)


def test_the_keys_are_fields_and_everything_else_is_kept() -> None:
    row = MappingReader(region="DE").read(
        3,
        {
            "external_id": 17,
            "name": "Anna Berg",
            "phone": "030 23125 417",
            "phone_kind": "direct",
            "zone": "Europe/Berlin",
            "source": SourceType.WEBINAR,
            "asked_for_call": True,
            "demo": False,
            "shoe size": 41,
            "email": None,
        },
    )
    assert (row.number, row.external_id, row.source) == (3, "17", SourceType.WEBINAR)
    assert row.contact.phones[0].kind is PhoneKind.DIRECT
    assert row.contact.zones == ("Europe/Berlin",)
    assert [done.says for done in row.touchpoints] == ["Asked for a phone call", "shoe size: 41"]


def test_several_numbers_and_addresses() -> None:
    row = MappingReader().read(
        1, {"name": "A", "phones": ["+493023125417", "+494066969214"], "emails": ["a@b.example"]}
    )
    assert [phone.e164 for phone in row.contact.phones] == ["+493023125417", "+494066969214"]
    assert row.contact.emails == ("a@b.example",)


def test_touchpoints_as_values_and_as_dicts() -> None:
    note = Touchpoint(kind=TouchpointKind.NOTE, says="Wants prices.")
    row = MappingReader().read(
        1, {"name": "A", "touchpoints": [note, {"kind": "demo", "value": "6"}, {"kind": "scan"}]}
    )
    assert row.touchpoints[0] is note
    assert row.touchpoints[1].kind is TouchpointKind.DEMO
    assert row.touchpoints[2].says == "scan"


@pytest.mark.parametrize("bad", [{"kind": "telepathy"}, {}, {"kind": "demo", "colour": "red"}, 7])
def test_a_touchpoint_that_is_none_is_refused_with_its_row(bad: object) -> None:
    with pytest.raises(Refused, match="Row 4: a touchpoint"):
        MappingReader().read(4, {"name": "A", "touchpoints": [bad]})


def test_a_lead_may_have_a_window_of_its_own() -> None:
    for window in ((OPENS, CLOSES), CallWindow(opens_at=OPENS, closes_at=CLOSES)):
        row = MappingReader().read(1, {"name": "A", "window": window})
        assert (row.opens_at, row.closes_at) == (OPENS, CLOSES)
    assert MappingReader().read(1, {"name": "A", "window": (None, CLOSES)}).opens_at is None


@pytest.mark.parametrize("bad", [(OPENS.replace(tzinfo=None), CLOSES), (OPENS,), 5])
def test_a_window_that_is_none_is_refused_with_its_row(bad: object) -> None:
    with pytest.raises(Refused, match="Row 2: a window"):
        MappingReader().read(2, {"name": "A", "window": bad})


def test_rows_with_different_keys_can_be_mixed() -> None:
    reader = MappingReader(region="DE")
    rows = [{"name": "A", "phone": "030 23125 417"}, {"note": "hello", "name": "B"}]
    read = [reader.read(number, row) for number, row in enumerate(rows, start=1)]
    assert [row.contact.name for row in read] == ["A", "B"]
    assert read[1].touchpoints[0].kind is TouchpointKind.NOTE
    assert headings_of(rows) == ("name", "phone", "note")


def test_times_of_programs_are_times() -> None:
    row = MappingReader(zone="Europe/Berlin").read(1, {"name": "A", "scanned_at": OPENS})
    assert row.touchpoints[0].at == OPENS


@pytest.mark.parametrize("key", ["state", "State", "Province", "subdivision"])
def test_a_key_that_surely_means_a_field_is_read_as_it(key: str) -> None:
    """Q6: who lives in the part of Florida on Chicago's clock is not called at eight there."""
    row = MappingReader().read(
        1, {"name": "A", "phone": "+13055550142", "country": "US", key: "FL"}
    )
    assert row.contact.subdivision == "FL"
    assert set(row.contact.zones) == {"America/Chicago", "America/New_York"}
    assert row.touchpoints == ()
    assert said_of_keys(["name", "phone", "country", key]) == ""


def test_a_field_called_by_its_name_counts_before_a_heading_that_means_it() -> None:
    keys = {"customer": "yes", "name": "Anna Berg", "Tel": "+493023125417"}
    row = MappingReader().read(1, {**keys, "phone": "+494066969214", "phone_kind": "direct"})
    assert row.contact.name == "Anna Berg"
    assert {phone.e164 for phone in row.contact.phones} == {"+493023125417", "+494066969214"}
    assert {phone.kind for phone in row.contact.phones} == {PhoneKind.DIRECT}
    assert said_of_keys(list(keys)) == (
        "No field is called “customer”: what stands there is kept with the lead, and not used."
    )


def test_keys_that_are_no_field_are_named() -> None:
    says = said_of_keys(["name", "phonne", "region", "phones", "window"])
    assert says.startswith("No field is called “phonne”, “region”: ")
