"""The form of the outcome catalogue's file; imported late, because pydantic costs the start."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from qualdesk.core.events import Attendance, Phase
from qualdesk.core.leads import Bucket
from qualdesk.core.outcomes import After

_MINUTES_IN_A_YEAR = 366 * 24 * 60


class WrittenOutcome(BaseModel):
    """One outcome as the file holds it."""

    model_config = ConfigDict(extra="forbid", strict=False, frozen=True)

    code: Annotated[str, Field(pattern=r"^[a-z][a-z_]{1,39}$")]
    label: Annotated[str, Field(min_length=1, max_length=40)]
    aapor: Annotated[str, Field(max_length=12)] = ""
    contacted: bool | None = None
    eligible: bool | None = None
    after: After
    bucket: Bucket
    delay_minutes: Annotated[int, Field(ge=0, le=_MINUTES_IN_A_YEAR)] = 0
    key: Annotated[int, Field(ge=0, le=9)] = 0
    in_vain: bool = False
    is_refusal: bool = False
    needs_reason: bool = False
    needs_note: bool = False
    needs_number: bool = False
    reasons: tuple[Annotated[str, Field(min_length=1, max_length=60)], ...] = ()
    without_call: bool = False
    by_program: bool = False
    phase: Phase | None = None
    attendance: Attendance = Attendance.UNSAID
    no_message: Annotated[str, Field(max_length=40)] = ""


class WrittenOutcomes(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    outcome: tuple[WrittenOutcome, ...]
