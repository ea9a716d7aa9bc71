"""How results are said on a terminal: JSON for programs, short lines for people."""

import json
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any


def as_json(value: Any) -> Any:
    """A result as JSON values: times in ISO 8601, durations in seconds, sets in order."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: as_json(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(_simple(key)): as_json(item) for key, item in value.items()}
    if isinstance(value, set | frozenset):
        return sorted((as_json(item) for item in value), key=str)
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    return _simple(value)


def _simple(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    return str(value) if isinstance(value, Path) else value


def say(value: Any, lines: list[str], *, as_data: bool) -> None:
    """Print a result: the value as JSON when a program asked, else the lines."""
    if as_data:
        print(json.dumps(as_json(value), ensure_ascii=False, indent=2))  # noqa: T201 - the answer
    else:
        for line in lines:
            print(harmless(line))  # noqa: T201 - the answer


def complain(sentence: str) -> None:
    """One sentence on the error stream."""
    print(harmless(sentence), file=sys.stderr)  # noqa: T201 - the refusal


def harmless(text: str) -> str:
    """Text from a lead without the control characters that would steer a terminal."""
    return "".join(
        character
        for character in text
        if character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cf"}
    )
