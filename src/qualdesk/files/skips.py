"""Reading the reasons to skip a lead, a TOML file."""

import tomllib
from datetime import timedelta
from functools import lru_cache
from typing import Any

from qualdesk.core.errors import DocumentRefused, Problem
from qualdesk.core.skips import REST, SkipReason, SkipReasons
from qualdesk.core.wording import tr
from qualdesk.resources import shipped

_LONGEST = timedelta(days=31)


def skips_in(text: str, name: str = "skips.toml") -> SkipReasons:
    """The reasons written in the text of a file called ``name``.

    Raises:
        DocumentRefused: the text holds no such reasons; every problem is named with its place.
    """
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DocumentRefused(
            tr("“{file}” cannot be read: {why}. Mend it there.", file=name, why=error)
        ) from error
    rows = written.get("skip")
    if not isinstance(rows, list) or set(written) != {"skip"}:
        raise DocumentRefused(
            tr("“{file}” holds no reasons. Write each under its own [[skip]].", file=name)
        )
    problems = [it for at, row in enumerate(rows, 1) for it in _problems(f"skip {at}", row)]
    codes = [row.get("code") for row in rows]
    problems += [
        Problem(
            place=f"skip {at}",
            says=tr("“{code}” is there twice. Give each its own code.", code=code),
        )
        for at, code in enumerate(codes, 1)
        if codes.index(code) != at - 1
    ]
    if problems:
        raise DocumentRefused(tr("“{file}” has problems.", file=name), problems)
    return SkipReasons(map(_reason, rows))


@lru_cache(maxsize=1)
def shipped_skips() -> SkipReasons:
    """The reasons that come with the program."""
    return skips_in(shipped("skips.toml").read_text(encoding="utf-8"))


def _reason(row: dict[str, Any]) -> SkipReason:
    minutes = row.get("rest_minutes", REST // timedelta(minutes=1))
    return SkipReason(
        code=row["code"],
        label=row["label"],
        rest=timedelta(minutes=minutes),
        own=row.get("own", False),
    )


def _problems(place: str, row: dict[str, Any]) -> list[Problem]:
    """What is wrong with one reason, each in a sentence."""
    says = [
        tr("“{key}” is missing. Write it.", key=key)
        for key in ("code", "label")
        if not isinstance(row.get(key), str) or not row[key].strip()
    ]
    minutes = row.get("rest_minutes", 1)
    is_count = isinstance(minutes, int) and not isinstance(minutes, bool)
    if not is_count or not 0 < minutes <= _LONGEST // timedelta(minutes=1):
        says.append(tr("“rest_minutes” is from 1 minute to a month."))
    if not isinstance(row.get("own", False), bool):
        says.append(tr("“own” is true or false."))
    unknown = sorted(set(row) - {"code", "label", "rest_minutes", "own"})
    says += [tr("“{key}” means nothing here. Take it out.", key=key) for key in unknown]
    return [Problem(place=place, says=one) for one in says]
