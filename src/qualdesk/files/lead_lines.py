"""The full account of a batch's leads as JSON Lines, and the schema that describes a line."""

import json
from functools import cache
from typing import Any

from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff import HandoffItem, Package
from qualdesk.core.wording import english, tr

SCHEMA_NAME = "leads.schema.json"


@frozen
class LeadLine:
    """One line: a lead as it left, with its answers, calls and touchpoints, and its batch.

    Instants are ISO 8601 in UTC; numbers are E.164.
    """

    format: int = 1
    batch_id: int
    batch: str
    item: HandoffItem


@english()
def lead_lines(package: Package) -> bytes:
    """The batch's leads, one JSON object per line, UTF-8, in the order of the batch."""
    lines = []
    for item in package.items:
        line = LeadLine(batch_id=package.batch_id, batch=package.title, item=item)
        lines.append(_adapter().dump_json(line) + b"\n")
    return b"".join(lines)


def lead_line(text: str | bytes) -> LeadLine:
    """A line read back.

    Raises:
        Refused: it is not a line of ours.
    """
    from pydantic import ValidationError

    try:
        line: LeadLine = _adapter().validate_json(text)
    except ValidationError as error:
        raise Refused(
            tr("This is not a line of leads.jsonl. Use the file of the batch.")
        ) from error
    return line


@cache
def lead_schema() -> bytes:
    """The JSON Schema (draft 2020-12) of a line."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A lead handed to sales",
        **_adapter().json_schema(mode="serialization"),
    }
    return json.dumps(schema, indent=1, ensure_ascii=False).encode()


@cache
def _adapter() -> Any:
    # Built once and only when a batch is written: pydantic takes a moment to come up.
    from pydantic import TypeAdapter

    return TypeAdapter(LeadLine)
