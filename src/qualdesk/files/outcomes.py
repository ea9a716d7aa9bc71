"""Reading the outcome catalogue, a TOML file: every outcome a call can end with, as data."""

import tomllib
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qualdesk.core.errors import DocumentRefused, Problem
from qualdesk.core.leads import Bucket
from qualdesk.core.outcomes import After, Catalogue, Outcome
from qualdesk.resources import shipped

if TYPE_CHECKING:
    from qualdesk.files.outcome_models import WrittenOutcome


def read_outcomes(path: Path) -> Catalogue:
    """The catalogue written in the file, in its order.

    Raises:
        DocumentRefused: the file is no such catalogue; every problem is named with its place.
    """
    from pydantic import ValidationError

    from qualdesk.files.outcome_models import WrittenOutcomes

    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DocumentRefused(
            f"{path.name} cannot be read as a list of outcomes.",
            [Problem(place=path.name, says=f"{error}.")],
        ) from error
    try:
        document = WrittenOutcomes.model_validate(written)
    except ValidationError as error:
        problems = [_problem(found["loc"], found["msg"], written) for found in error.errors()]
        raise _refused(path, problems) from error
    problems = list(_clashes(document.outcome))
    if problems:
        raise _refused(path, problems)
    return Catalogue(_outcome(written) for written in document.outcome)


@lru_cache(maxsize=1)
def shipped_outcomes() -> Catalogue:
    """The outcomes that come with the program."""
    # Read without pydantic: its import would cost every start a tenth of a second.
    written = tomllib.loads(shipped("outcomes.toml").read_text(encoding="utf-8"))
    return Catalogue(_trusted(each) for each in written["outcome"])


def _trusted(written: dict[str, Any]) -> Outcome:
    """An outcome of the shipped file, whose form the tests hold to the strict reader."""
    # TOML has no word for “not known”: the key is left out.
    fields = {"contacted": None, "eligible": None, **written}
    fields["delay"] = timedelta(minutes=fields.pop("delay_minutes", 0))
    fields["after"] = After(fields["after"])
    fields["bucket"] = Bucket(fields["bucket"])
    fields["reasons"] = tuple(fields.get("reasons", ()))
    return Outcome(**fields)


def _outcome(written: "WrittenOutcome") -> Outcome:
    fields = written.model_dump(exclude={"delay_minutes"})
    return Outcome(**fields, delay=timedelta(minutes=written.delay_minutes))


def _clashes(outcomes: "tuple[WrittenOutcome, ...]") -> Iterator[Problem]:
    """What is right in each outcome but wrong between them."""
    if not outcomes:
        yield Problem(place="outcome", says="Write at least one outcome.")
    codes: set[str] = set()
    keys: dict[int, str] = {}
    for outcome in outcomes:
        place = f"outcome “{outcome.code}”"
        if outcome.code in codes:
            yield Problem(place=place, says="This code is used twice. Give each outcome its own.")
        codes.add(outcome.code)
        if outcome.key and outcome.key in keys:
            yield Problem(
                place=f"{place}, key",
                says=f"Alt+{outcome.key} belongs to “{keys[outcome.key]}” already. Choose another.",
            )
        keys.setdefault(outcome.key, outcome.code)
        if outcome.needs_reason and not outcome.reasons:
            yield Problem(place=f"{place}, reasons", says="Write the reasons to choose from.")


def _problem(place: tuple[int | str, ...], says: str, written: dict[str, object]) -> Problem:
    """A problem with the outcome's code in its place, so that it is found without counting."""
    words = [str(part) for part in place]
    outcomes = written.get("outcome")
    if len(place) > 1 and isinstance(place[1], int) and isinstance(outcomes, list):
        it = outcomes[place[1]]
        code = it.get("code", place[1] + 1) if isinstance(it, dict) else place[1] + 1
        words[:2] = [f"outcome “{code}”"]
    return Problem(place=", ".join(words), says=f"{says}.")


def _refused(path: Path, problems: list[Problem]) -> DocumentRefused:
    count = "one place" if len(problems) == 1 else f"{len(problems)} places"
    first = problems[0]
    return DocumentRefused(f"{path.name} needs mending in {count}. {first}", problems)
