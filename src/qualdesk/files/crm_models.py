"""The shape of a file that describes a CRM's table of leads."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Line = Annotated[str, StringConstraints(max_length=300)]
Words = Annotated[str, StringConstraints(max_length=4000)]


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class WrittenField(_Written):
    """One column."""

    heading: Line
    source: Line = ""
    value: Words = ""
    transform: Line = ""
    required: bool = False
    longest: int | None = None
    allowed: list[Line] = []


class WrittenProfile(_Written):
    """The whole table."""

    id: Line
    name: Line
    target: Line
    says: Words = ""
    dates: Line = "%Y-%m-%d"
    most_rows: int | None = None
    needs_one_of: list[Line] = []
    field: list[WrittenField]
