"""What a cell says to a yes-no question, in the languages we read headings in."""

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
