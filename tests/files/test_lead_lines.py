"""The whole account of a batch is what its published schema says, whatever the leads say (T2)."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from handoff_makers import SAM, a_brief, a_lead, a_package, an_item
from qualdesk.core.beside import Invitation
from qualdesk.core.leads import Company
from qualdesk.core.times import Promise
from qualdesk.files.lead_lines import lead_line, lead_lines, lead_schema
from qualdesk.resources import shipped

SCHEMA = json.loads(lead_schema())
DATES = Draft202012Validator.FORMAT_CHECKER
texts = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=60)


def test_the_published_schema_is_the_one_in_every_package() -> None:
    assert shipped("handoff", "lead.schema.json").read_bytes() == lead_schema() + b"\n"
    Draft202012Validator.check_schema(SCHEMA)


@given(texts)
def test_every_line_of_hostile_leads_is_as_the_schema_says(text: str) -> None:
    contact = replace(a_lead().contact, name=text, company=Company(name=text), city=text)
    item = an_item(
        lead=replace(a_lead(), contact=contact), brief=a_brief(name=text, note=text, said=(text,))
    )
    (line,) = lead_lines(a_package(item)).splitlines()
    Draft202012Validator(SCHEMA, format_checker=DATES).validate(json.loads(line))
    assert lead_line(line).item == item


def test_who_gets_a_lead_and_its_talks_stand_in_its_line() -> None:
    talk = Invitation(
        number=4,
        promise=Promise(wall=datetime(2026, 3, 29, 2, 30), zone="Europe/Berlin"),  # noqa: DTZ001 - a wall time
        minutes=30,
        title="Katrin Albers and Sam Osei",
        about="Elbkorn Foods",
        written_at=datetime(2026, 3, 17, 9, 24, tzinfo=UTC),
        salesperson="Sam Osei",
        person="Katrin Albers",
    )
    package = a_package(an_item(receiver=SAM, via="Shared in turn", talks=(talk,)))
    (line,) = lead_lines(package).splitlines()
    Draft202012Validator(SCHEMA, format_checker=DATES).validate(json.loads(line))
    read = lead_line(line).item
    assert (read.receiver, read.via, read.talks) == (SAM, "Shared in turn", (talk,))
    assert package.talks == (talk,)


def test_the_schema_refuses_what_is_no_lead() -> None:
    (line, _) = map(json.loads, lead_lines(a_package()).splitlines())
    del line["item"]["id"]
    with pytest.raises(ValidationError, match="'id' is a required property"):
        Draft202012Validator(SCHEMA).validate(line)
