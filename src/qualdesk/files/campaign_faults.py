"""Faults of a campaign file, told in plain sentences at their keys."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from qualdesk.core.errors import Problem
from qualdesk.core.permission import Basis
from qualdesk.core.recycling import RecycleTo
from qualdesk.core.routing_rules import RuleKind
from qualdesk.core.rules import Audience
from qualdesk.core.sources import SourceType
from qualdesk.core.wording import tr, tr_later
from qualdesk.files.fault_words import in_words

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails


def problems_in(written: Mapping[str, Any], refused: "ValidationError") -> list[Problem]:
    """Every fault once, in the order of the file, at its key."""
    found: dict[str, Problem] = {}
    for error in refused.errors(include_url=False):
        way = _way(written, error)
        place = ".".join(str(part + 1) if isinstance(part, int) else part for part in way)
        found.setdefault(place, Problem(place=place, says=_says(way, error)))
    return list(found.values())


def _way(written: Any, error: "ErrorDetails") -> list[str | int]:
    """The way as far as the file goes; behind it the validator names kinds of its own."""
    way: list[str | int] = []
    for part in error["loc"]:
        inside = isinstance(written, dict) and part in written
        at = isinstance(written, list) and isinstance(part, int)
        if not inside and not at:
            return [*way, part] if error["type"] == "missing" else way
        written = written[part]
        way.append(part)
    return way


def _says(way: list[str | int], error: "ErrorDetails") -> str:
    kind, key = error["type"], str(next((p for p in reversed(way) if isinstance(p, str)), ""))
    if kind == "missing":
        return tr("This is missing. Write it.")
    if kind == "extra_forbidden":
        close = get_close_matches(key, _KEYS, n=1)
        hint = tr("Did you mean {key}?", key=close[0]) if close else tr(_SAMPLE)
        return f"{tr('There is no such key.')} {hint}"
    if key in _OF_CHOICE and kind not in _OF_LENGTH:
        return tr("Write one of: {known}.", known=", ".join(_OF_CHOICE[key]))
    of_key = "" if kind in _OF_LENGTH else _OF_KEYS.get(key, "")
    return in_words(of_key or _SENTENCES.get(kind, _ANYTHING), error.get("ctx", {}))


_SAMPLE = tr_later("Look at the sample campaign for those there are.")
_ANYTHING = tr_later("This does not belong here. Look at the sample campaign.")
_TIME = tr_later("Write a day or a time without quotes, such as 2026-03-27 or 2026-03-27T17:00:00.")
_DAY = tr_later("Write a day without quotes, such as 2026-03-10.")
_AMOUNT = tr_later("Write a number without quotes, 0 or more.")
_OF_LENGTH = {"string_too_long", "string_too_short"}
_OF_CHOICE: dict[str, Iterable[str]] = {
    "type": SourceType,
    "basis": Basis,
    "audience": Audience,
    "by": RuleKind,
    "to": RecycleTo,
}
_OF_KEYS = {
    "region": tr_later("Write the country as two letters, such as DE."),
    "opens": _TIME,
    "closes": _TIME,
    "given_on": _DAY,
    "expires": _DAY,
    "cost": _AMOUNT,
    "hour_cost": _AMOUNT,
    "channels": tr_later('Write ["mail"], ["call"], or both.'),
}
_SENTENCES = {
    "string_type": tr_later("Write words in quotes here."),
    "string_too_short": tr_later("This is empty. Write something."),
    "string_too_long": tr_later("This is too long. Shorten it to {max_length} characters."),
    "bool_type": tr_later("Write true or false here, without quotes."),
    "bool_parsing": tr_later("Write true or false here, without quotes."),
    "int_type": tr_later("Write a whole number here, without quotes."),
    "int_parsing": tr_later("Write a whole number here, without quotes."),
    "int_from_float": tr_later("Write a whole number here."),
    "greater_than_equal": tr_later("Write a number that is not below {ge}."),
    "less_than_equal": tr_later("Write a number that is not above {le}."),
    "tuple_type": tr_later("Write a list in [ ] here."),
    "model_type": tr_later("Write a table of keys here."),
    "model_attributes_type": tr_later("Write a table of keys here."),
}
_KEYS = (
    *("campaign", "source", "window", "calling", "handoff", "name", "kind", "client", "region"),
    *("type", "what", "who", "responding_to", "channel", "place", "facts", "permission", "owner"),
    *("on_behalf_of", "nurture", "cost", "currency", "basis", "says", "given_on", "where"),
    *("evidence", "wording", "scope", "expires", "zone", "opens", "closes", "no_end", "hours"),
    *("days", "tries", "per_day", "pause_minutes", "grace_minutes", "receiver", "receiver_email"),
    *("answer_within_days", "batch_size", "reasons", "answer_grace_days", "dispute_within_days"),
    *("criteria", "profile", "channels", "hour_cost", "most_per_day", "only_on_duty", "caps"),
    *(
        "rule",
        "by",
        "recycle",
        "people",
        "countries",
        "subdivisions",
        "postcodes",
        "question",
        "values",
    ),
    *("when", "to", "after_days", "track"),
)
