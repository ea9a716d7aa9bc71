"""Reading a campaign file: the source card, the window, the hours and the hand-off, as TOML.

Times in it are wall times, and the file says in which zone: that is how a supervisor agreed
them. Every problem is told at its key.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    field_validator,
)

from qualdesk.core.campaigns import CampaignPlan
from qualdesk.core.errors import DocumentRefused, Problem
from qualdesk.core.permission import Basis, Permission
from qualdesk.core.rules import Audience
from qualdesk.core.sources import (
    UNSAID,
    CallLimits,
    CallWindow,
    HandoffTerms,
    SourceCard,
    SourceType,
)
from qualdesk.core.times import instant_of, is_zone
from qualdesk.core.wording import tr
from qualdesk.files.campaign_faults import problems_in
from qualdesk.files.handoff_terms import HandoffTable, Line, terms_of

_LARGEST = 100_000
_HOUSE = CallLimits()


def read_campaign(path: Path, name: str | None = None) -> CampaignPlan:
    """The campaign a file describes; ``name`` beats the name in it.

    Raises:
        DocumentRefused: the file cannot be read or used; every problem is named at its key.
    """
    return campaign_of(path, _toml(path), name)


def campaign_of(path: Path, written: Mapping[str, Any], name: str | None = None) -> CampaignPlan:
    """The campaign that the values of the file at ``path`` describe.

    Raises:
        DocumentRefused: they cannot be used; every problem is named at its key.
    """
    try:
        shape = _Document.model_validate(written)
    except ValidationError as error:
        raise _refused(path, problems_in(written, error)) from error
    problems: list[Problem] = []
    window = _window(shape.window, problems)
    limits = _limits(shape.calling, problems)
    terms = terms_of(shape.handoff, problems)
    if problems:
        raise _refused(path, problems)
    return CampaignPlan(
        name=name or shape.campaign.name,
        kind=shape.campaign.kind,
        client=shape.campaign.client,
        region=shape.campaign.region.upper(),
        source=_card(shape.source),
        window=window,
        limits=limits,
        handoff=terms,
        audience=shape.campaign.audience,
    )


def read_terms(path: Path) -> HandoffTerms:
    """The hand-off terms in a file: its ``[handoff]`` part, whatever else stands there.

    Raises:
        DocumentRefused: it cannot be read, has no such part, or one that cannot be used.
    """
    written = {key: part for key, part in _toml(path).items() if key == "handoff"}
    if not written:
        says = tr("There is no [handoff] part in it. Write one as in the sample campaign.")
        raise _refused(path, [Problem(place="", says=says)])
    try:
        shape = _Terms.model_validate(written)
    except ValidationError as error:
        raise _refused(path, problems_in(written, error)) from error
    problems: list[Problem] = []
    terms = terms_of(shape.handoff, problems)
    if problems:
        raise _refused(path, problems)
    return terms


Text = Annotated[str, StringConstraints(max_length=2000, strip_whitespace=True)]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Campaign(_Shape):
    name: Annotated[str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True)]
    kind: Line = ""
    client: Line = ""
    region: Annotated[str, StringConstraints(pattern=r"^([A-Za-z]{2})?$")] = ""
    audience: Audience | None = None


class _Permission(_Shape):
    basis: Basis | None = None
    says: Text = ""
    given_on: date | None = None
    where: Line = ""
    evidence: Line = ""
    wording: Line = ""
    scope: tuple[Line, ...] = ()
    expires: date | None = None


class _Source(_Shape):
    type: SourceType
    what: Text = ""
    who: Text = ""
    responding_to: Text = ""
    channel: Line = ""
    place: Line = ""
    facts: tuple[Text, ...] = ()
    permission: _Permission | None = None
    owner: Line = ""
    on_behalf_of: Line = ""
    nurture: Line = ""
    cost: Annotated[float, Field(ge=0, strict=True, allow_inf_nan=False)] | None = None
    currency: Line = ""

    @field_validator("permission", mode="before")
    @classmethod
    def _sentence_alone(cls, written: object) -> object:
        """A file from before permissions had parts says it in a sentence."""
        return {"says": written} if isinstance(written, str) else written


class _Window(_Shape):
    zone: Line
    opens: datetime | date | None = None
    closes: datetime | date | None = None
    no_end: bool = False


class _Calling(_Shape):
    hours: str = ""
    days: tuple[str, ...] = ()
    tries: Annotated[int, Field(ge=1, le=99)] = _HOUSE.max_attempts
    per_day: Annotated[int, Field(ge=1, le=20)] = _HOUSE.max_per_day
    pause_minutes: Annotated[int, Field(ge=0, le=7 * 24 * 60)] = 15
    grace_minutes: Annotated[int, Field(ge=0, le=24 * 60)] = 20
    day_parts: tuple[str, ...] = ()


class _Terms(_Shape):
    handoff: HandoffTable


class _Document(_Shape):
    campaign: _Campaign
    source: _Source | None = None
    window: _Window | None = None
    calling: _Calling = _Calling()
    handoff: HandoffTable = HandoffTable()


def _toml(path: Path) -> dict[str, Any]:
    try:
        raw = path.read_bytes()[: _LARGEST + 1]
        if len(raw) > _LARGEST:
            raise _refused(path, [Problem(place="", says=tr("It is far too long for a campaign."))])
        return tomllib.loads(raw.decode("utf-8-sig"))
    except OSError as error:
        raise DocumentRefused(
            tr("“{file}” cannot be opened. Check that it is a file you may read.", file=path.name)
        ) from error
    except UnicodeDecodeError as error:
        says = tr("This is not UTF-8 text. Save the file as UTF-8 and try again.")
        raise _refused(path, [Problem(place="", says=says)]) from error
    except (ValueError, RecursionError) as error:
        found = re.search(r"\(at line (\d+)", str(error))
        place = tr("line {number}", number=found[1]) if found else ""
        says = re.sub(r"\s*\(at .*", "", str(error)) or tr("This is no TOML.")
        raise _refused(path, [Problem(place=place, says=f"{says}.")]) from error


def _refused(path: Path, problems: Iterable[Problem]) -> DocumentRefused:
    listed = list(problems)
    what = " ".join(str(problem) for problem in listed[:3])
    says = tr("“{file}” cannot be used as a campaign.", file=path.name)
    return DocumentRefused(f"{says} {what}", listed)


def _card(source: _Source | None) -> SourceCard | None:
    if source is None:
        return None
    parts = {name: getattr(source, name) for name in _Source.model_fields if name != "permission"}
    why = source.permission
    return SourceCard(**parts, permission=Permission(**why.model_dump()) if why else None)


def _window(window: _Window | None, problems: list[Problem]) -> CallWindow:
    if window is None:
        return UNSAID
    if not is_zone(window.zone):
        says = tr(
            "There is no time zone “{zone}”. Write one such as Europe/Berlin.", zone=window.zone
        )
        problems.append(Problem(place="window.zone", says=says))
        return UNSAID
    try:
        return CallWindow(
            opens_at=_instant(window.opens, time(), window.zone),
            # A window that closes on a day closes when that day ends.
            closes_at=_instant(window.closes, time(23, 59), window.zone),
            zone=window.zone,
            has_no_end=window.no_end,
        )
    except ValueError as error:
        problems.append(Problem(place="window", says=str(error)))
        return UNSAID


def _instant(wall: datetime | date | None, on_a_day: time, zone: str) -> datetime | None:
    if wall is None:
        return None
    if not isinstance(wall, datetime):
        wall = datetime.combine(wall, on_a_day)
    return wall if wall.tzinfo is not None else instant_of(wall, zone)


def _limits(calling: _Calling, problems: list[Problem]) -> CallLimits:
    hours, days = _HOUSE.hours, _HOUSE.days
    if calling.hours:
        found = _HOURS.fullmatch(calling.hours.strip())
        if found is None:
            says = tr("Write the hours like 09:00-17:30.")
            problems.append(Problem(place="calling.hours", says=says))
        else:
            start, start_minute, end, end_minute = map(int, found.groups())
            hours = (start * 60 + start_minute, end * 60 + end_minute)
    if calling.days:
        unknown = [day for day in calling.days if day.lower()[:3] not in _DAYS]
        if unknown:
            says = tr("“{day}” is no day. Write days like mon, tue, wed.", day=unknown[0])
            problems.append(Problem(place="calling.days", says=says))
        days = frozenset(_DAYS.index(d.lower()[:3]) for d in calling.days if d not in unknown)
    parts = _HOUSE.day_parts
    if calling.day_parts:
        try:
            meets = [time.fromisoformat(one) for one in calling.day_parts]
            parts = tuple(one.hour * 60 + one.minute for one in meets)
        except ValueError:
            says = tr('Write the times at which parts of the day meet like ["10:30", "13:00"].')
            problems.append(Problem(place="calling.day_parts", says=says))
    try:
        return CallLimits(
            hours=hours,
            days=days,
            max_attempts=calling.tries,
            max_per_day=calling.per_day,
            min_gap=timedelta(minutes=calling.pause_minutes),
            grace=timedelta(minutes=calling.grace_minutes),
            day_parts=parts,
        )
    except ValueError as error:
        if not problems:
            problems.append(Problem(place="calling.hours", says=str(error)))
        return _HOUSE


_HOURS = re.compile(r"(\d{1,2}):(\d\d)\s*(?:-|\u2013|to)\s*(\d{1,2}):(\d\d)")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
