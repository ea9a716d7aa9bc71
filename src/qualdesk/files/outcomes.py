"""Reading the outcome catalogue, a TOML file: every outcome a call can end with, as data."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from qualdesk.core.errors import DocumentRefused, Problem
from qualdesk.core.events import SAID_BEFORE, Attendance, Phase
from qualdesk.core.leads import Bucket
from qualdesk.core.outcomes import After, Catalogue, Outcome
from qualdesk.core.wording import either, tr, tr_n
from qualdesk.resources import shipped

if TYPE_CHECKING:
    from qualdesk.files.outcome_models import WrittenOutcome


def read_outcomes(path: Path) -> Catalogue:
    """The catalogue written in the file, in its order.

    Raises:
        DocumentRefused: the file is no such catalogue; every problem is named with its place.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path.name, error) from error
    return outcomes_in(text, path.name)


def outcomes_in(text: str, name: str = "outcomes.toml") -> Catalogue:
    """The catalogue written in the text of a file called ``name``.

    Raises:
        DocumentRefused: the text is no such catalogue; every problem is named with its place.
    """
    from pydantic import ValidationError

    from qualdesk.files.outcome_models import WrittenOutcomes

    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(name, error) from error
    try:
        document = WrittenOutcomes.model_validate(written)
    except ValidationError as error:
        problems = [_problem(found["loc"], found["msg"], written) for found in error.errors()]
        raise _refused(name, problems) from error
    problems = [*_clashes(document.outcome), *_against_the_queue(document.outcome)]
    if problems:
        raise _refused(name, problems)
    return Catalogue(_outcome(written) for written in document.outcome)


def shipped_text() -> str:
    """The outcomes that come with the program, as they are written: to be copied and changed."""
    return shipped("outcomes.toml").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def shipped_outcomes() -> Catalogue:
    """The outcomes that come with the program."""
    # Read without pydantic: its import would cost every start a tenth of a second.
    written = tomllib.loads(shipped_text())
    return Catalogue(_trusted(each) for each in written["outcome"])


def _trusted(written: dict[str, Any]) -> Outcome:
    """An outcome of the shipped file, whose form the tests hold to the strict reader."""
    # TOML has no word for “not known”: the key is left out.
    fields = {"contacted": None, "eligible": None, **written}
    fields["delay"] = timedelta(minutes=fields.pop("delay_minutes", 0))
    fields["after"] = After(fields["after"])
    fields["bucket"] = Bucket(fields["bucket"])
    fields["reasons"] = tuple(fields.get("reasons", ()))
    if "phase" in fields:
        fields["phase"] = Phase(fields["phase"])
        fields["attendance"] = Attendance(fields.get("attendance", ""))
    return Outcome(**fields)


def _outcome(written: "WrittenOutcome") -> Outcome:
    fields = written.model_dump(exclude={"delay_minutes"})
    return Outcome(**fields, delay=timedelta(minutes=written.delay_minutes))


def _clashes(outcomes: "tuple[WrittenOutcome, ...]") -> Iterator[Problem]:
    """What is right in each outcome but wrong between them."""
    if not outcomes:
        yield Problem(place="outcome", says=tr("Write at least one outcome."))
    codes: set[str] = set()
    keys: dict[tuple[int, Phase | None], str] = {}
    for outcome in outcomes:
        place = _place(outcome.code)
        if outcome.code in codes:
            yield Problem(
                place=place, says=tr("This code is used twice. Give each outcome its own.")
            )
        codes.add(outcome.code)
        # On one side of the event a key may be another outcome's than on both.
        key = (outcome.key, outcome.phase)
        if outcome.key and key in keys:
            says = tr(
                "Alt+{key} belongs to “{outcome}” already. Choose another.",
                key=outcome.key,
                outcome=keys[key],
            )
            yield Problem(place=f"{place}, key", says=says)
        keys.setdefault(key, outcome.code)
        if outcome.needs_reason and not outcome.reasons:
            yield Problem(
                place=f"{place}, reasons",
                says=tr("Write the reasons to choose from."),
            )


def _against_the_queue(outcomes: "tuple[WrittenOutcome, ...]") -> Iterator[Problem]:
    """What the queue could not follow: a lead would stand where nobody looks for it."""
    for outcome in outcomes:
        place = _place(outcome.code)
        fitting = _BUCKETS[outcome.after]
        if outcome.bucket not in fitting:
            says = tr(
                "After “{after}” a lead stands in {buckets}.",
                after=outcome.after,
                buckets=_either(fitting),
            )
            yield Problem(place=f"{place}, bucket", says=says)
        yield from _against_the_event(outcome, place)
        if outcome.in_vain and outcome.contacted:
            says = tr("Nobody was there and somebody was spoken to: only one can be.")
            yield Problem(place=f"{place}, in_vain", says=says)
        if outcome.needs_number and outcome.after is not After.NEXT_NUMBER:
            says = tr(
                "A number is only asked for where the next one is dialled: after = next_number."
            )
            yield Problem(place=f"{place}, needs_number", says=says)
    by_code = {outcome.code: outcome for outcome in outcomes}
    for outcome in outcomes:
        other = by_code.get(outcome.no_message)
        if outcome.no_message and (other is None or other.no_message or other.after not in _RESTS):
            says = tr("Write the code of an outcome without a message, after which they rest.")
            yield Problem(place=f"{_place(outcome.code)}, no_message", says=says)
    for code, (name, value) in _OF_THE_PROGRAM.items():
        found = by_code.get(code)
        if outcomes and (found is None or getattr(found, name) != value):
            wanted = str(value).lower()
            says = tr(
                "The program itself gives “{code}”. Keep it, with {name} = {value}.",
                code=code,
                name=name,
                value=wanted,
            )
            yield Problem(place=_place(code), says=says)


def _against_the_event(outcome: "WrittenOutcome", place: str) -> Iterator[Problem]:
    """What cannot be said on its side of an event, or would be said of no lead."""
    if outcome.attendance is not Attendance.UNSAID and outcome.attendance not in SAID_BEFORE:
        says = tr(
            "Only a list of those who were there says that. Write registered, coming or cannot."
        )
        yield Problem(place=f"{place}, attendance", says=says)
    is_before = outcome.phase is Phase.BEFORE
    if (outcome.attendance in SAID_BEFORE or outcome.after is After.EVENT) and not is_before:
        says = tr("That is said before an event only: phase = before.")
        yield Problem(place=f"{place}, phase", says=says)


def _place(code: object) -> str:
    return tr("outcome “{code}”", code=code)


def _either(buckets: frozenset[Bucket]) -> str:
    return either(sorted(f"“{bucket.value}”" for bucket in buckets))


def _problem(place: tuple[int | str, ...], says: str, written: dict[str, object]) -> Problem:
    """A problem with the outcome's code in its place, so that it is found without counting."""
    words = [str(part) for part in place]
    outcomes = written.get("outcome")
    if len(place) > 1 and isinstance(place[1], int) and isinstance(outcomes, list):
        it = outcomes[place[1]]
        code = it.get("code", place[1] + 1) if isinstance(it, dict) else place[1] + 1
        words[:2] = [_place(code)]
    return Problem(place=", ".join(words), says=f"{says}.")


def _refused(name: str, problems: list[Problem]) -> DocumentRefused:
    says = tr_n(
        len(problems),
        "{file} needs mending in one place. {first}",
        "{file} needs mending in {n} places. {first}",
        file=name,
        first=problems[0],
    )
    return DocumentRefused(says, problems)


def _unreadable(name: str, error: Exception) -> DocumentRefused:
    return DocumentRefused(
        tr("{file} cannot be read as a list of outcomes.", file=name),
        [Problem(place=name, says=f"{error}.")],
    )


# Where a lead can stand after what comes next.
_WAITS, _PROMISED = frozenset({Bucket.WAITING}), frozenset({Bucket.CALLBACK})
_BUCKETS: Mapping[After, frozenset[Bucket]] = MappingProxyType(
    {
        After.REST: _WAITS,
        After.DAY_PART: _WAITS,
        After.NEXT_NUMBER: _WAITS,
        After.EVENT: _WAITS,
        After.PROMISE: _PROMISED,
        After.OPEN_PROMISE: _PROMISED,
        After.DATE: frozenset({Bucket.NURTURE}),
        After.ASK: frozenset({Bucket.RESEARCH}),
        After.RESEARCH: frozenset({Bucket.RESEARCH}),
        After.SUPPRESS: frozenset({Bucket.DO_NOT_CALL}),
        After.REFERRAL: frozenset({Bucket.NOT_A_FIT}),
        After.FINAL: frozenset({Bucket.QUALIFIED, Bucket.NOT_A_FIT, Bucket.UNREACHABLE}),
    }
)
_RESTS = frozenset({After.REST, After.DAY_PART})
# The codes that the program gives itself, or looks for, and what must be true of each.
_OF_THE_PROGRAM: Mapping[str, tuple[str, object]] = MappingProxyType(
    {
        "qualified": ("bucket", Bucket.QUALIFIED),
        "do_not_call": ("after", After.SUPPRESS),
        "max_attempts": ("by_program", True),
    }
)
