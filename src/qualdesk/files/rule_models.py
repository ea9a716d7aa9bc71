"""The form of a file of calling rules; imported late, because pydantic costs the start."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from qualdesk.core.rules import Audience, Enforcement, Ground

Days = Literal["daily", "mon-fri", "mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Hours = Annotated[
    str, StringConstraints(pattern=r"^([01]\d|2[0-4]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$")
]
Words = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
Count = Annotated[int, Field(ge=1, le=36_600)]


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class WrittenLimit(_Written):
    """At most so many calls within so many hours."""

    calls: Count
    within_hours: Count


class WrittenRegister(_Written):
    """A public list to look into before a call."""

    name: Words
    max_age_days: Count
    audience: tuple[Audience, ...] = tuple(Audience)


class WrittenSource(_Written):
    """Where a fact was read."""

    cite: Words
    url: Annotated[str, StringConstraints(pattern=r"^https://", max_length=500)]
    seen_on: date
    quality: Literal["statute", "official", "secondary", "unverified"]


class WrittenRuleSet(_Written):
    """One rule set as the file holds it."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}[a-z0-9-]{0,38}$")]
    name: Words
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    subdivision: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{1,3}$")] | None = None
    audience: Annotated[tuple[Audience, ...], Field(min_length=1)]
    reviewed_on: date
    review_due: date
    valid_from: date | None = None
    valid_to: date | None = None
    enforcement: Enforcement
    hours: dict[Days, tuple[Hours, ...]] = {}
    on_holidays: Literal["closed"] | None = None
    eve_of_holidays: tuple[Hours, ...] | None = None
    limits: tuple[WrittenLimit, ...] = ()
    after_refusal_days: Count | None = None
    requires: tuple[Ground, ...] = ()
    exempt_if: tuple[Ground, ...] = ()
    script_must: tuple[Words, ...] = ()
    registers: tuple[WrittenRegister, ...] = ()
    honour_no_within_days: Annotated[int, Field(ge=0, le=36_600)] | None = None
    keep_no_for_days: Count | None = None
    keep_consent_for_days: Count | None = None
    is_incomplete: bool = False
    notes: Annotated[str, StringConstraints(max_length=2000)] = ""
    sources: Annotated[tuple[WrittenSource, ...], Field(min_length=1)]


class WrittenRules(_Written):
    """The whole file."""

    schema_: Annotated[Literal[1], Field(alias="schema")]
    rule_set: Annotated[tuple[WrittenRuleSet, ...], Field(min_length=1)]
