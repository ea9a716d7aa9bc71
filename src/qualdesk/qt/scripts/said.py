"""Sentences of the script editor that count people in calls."""

from typing import Final

from qualdesk.core.wording import number, tr, tr_later, tr_n

_NUMBERS: Final = {
    2: tr_later("Two"),
    3: tr_later("Three"),
    4: tr_later("Four"),
    5: tr_later("Five"),
    6: tr_later("Six"),
}


def still_calling(callers: int, version: int) -> str:
    """Who goes on with the version before the one now used."""
    return tr_n(
        callers,
        "One caller finishes their call with version {version}.",
        "{callers} callers finish their call with version {version}.",
        callers=_in_words(callers),
        version=version,
    )


def in_calls(callers: int, version: int) -> str:
    """Who is in a call, and with which version."""
    return tr_n(
        callers,
        "One caller is in a call with version {version}.",
        "{callers} callers are in calls with version {version}.",
        callers=_in_words(callers),
        version=version,
    )


def _in_words(count: int) -> str:
    word = _NUMBERS.get(count)
    return tr(word) if word else number(count)
