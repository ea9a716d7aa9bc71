"""What a cell says to a yes-no question, in the languages we read headings in."""

import re
from functools import lru_cache

from qualdesk.core.identity import folded


@lru_cache(maxsize=1024)
def is_yes(text: str) -> bool:
    """Whether a cell says yes."""
    return folded(text) in _YES


@lru_cache(maxsize=1024)
def is_no(text: str) -> bool:
    """Whether a cell says no."""
    return folded(text) in _NO


@lru_cache(maxsize=1024)
def refuses(text: str) -> bool:
    """Whether a cell of consent says no; an empty one says nothing."""
    return folded(text) in _REFUSES


@lru_cache(maxsize=1024)
def asks_no_contact(text: str) -> bool:
    """Whether a cell under “Do not contact” asks for it: a yes, a date, a reason.

    Only what plainly says otherwise does not: a no, “allowed”, the hour before which nobody
    is to call. Whoever wrote anything else there meant it.
    """
    plain = folded(text)
    if plain in _YES:
        return True
    return bool(plain) and plain not in _NO | _ALLOWS and _HOUR.fullmatch(plain) is None


_YES = frozenset(
    {"yes", "y", "ja", "j", "oui", "o", "si", "s", "true", "wahr", "vrai", "verdadero", "1", "x"}
    | {"\u2713", "\u2714", "ok", "checked", "\u306f\u3044", "\u25cb", "\u3007"}
)
_NO = frozenset(
    {
        "no",
        "n",
        "nein",
        "non",
        "false",
        "falsch",
        "faux",
        "falso",
        "0",
        "\u3044\u3044\u3048",
        "\u00d7",
    }
)
_REFUSES = _NO | frozenset(
    {"denied", "declined", "refused", "rejected", "revoked", "withdrawn", "not given", "none given"}
    | {"opted out", "opted-out", "opt out", "opt-out", "opt_out", "unsubscribed", "do not call"}
    | {"abgelehnt", "widerrufen", "nicht erteilt", "refuse", "retire", "rechazado", "retirado"}
    | {"\u540c\u610f\u3057\u306a\u3044", "\u4e0d\u53ef", "not granted", "no consent"}
)
_HOUR = re.compile(r"(?:before |after |vor |nach )?\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|uhr|h|:00)?")
_ALLOWS = frozenset(
    {"allowed", "may call", "may be called", "can be called", "callable", "subscribed", "active"}
    | {
        "opted in",
        "opted-in",
        "opt in",
        "opt-in",
        "open",
        "unknown",
        "not set",
        "unset",
        "no answer",
    }
    | {"erlaubt", "unbekannt", "autorise", "permitido", "inconnu"}
)
