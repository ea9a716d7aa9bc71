"""What is typed behind a verb, read: instants, days, numbers; refused in a sentence."""

import argparse
from datetime import date, datetime

from qualdesk.core.clock import in_utc

# The largest number of a lead, a list or a limit: a signed number of 64 bits.
_MOST = 2**63 - 1
_SHOWN = 24
_HUNDRED_YEARS = 36_525
# Calling hours are worked out weeks around an instant, which the calendar's ends do not have.
_REHEARSED = range(2000, 2100)


def an_instant(text: str) -> datetime:
    """An ISO 8601 time with its zone, in UTC."""
    try:
        at = in_utc(datetime.fromisoformat(text))
        if at.year in _REHEARSED:
            return at
        raise argparse.ArgumentTypeError(f"“{text}” is no time a desk works in; try this century")
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError(
            f"“{text}” is no time with a zone; write it like 2026-03-17T10:24+01:00"
        ) from None


def a_day(text: str) -> date:
    """An ISO 8601 date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date; write it like 2026-03-24") from None


def a_count(text: str) -> int:
    """A whole number above zero, in the digits 0 to 9, that a database can hold."""
    if not text.isdecimal() or not text.strip("0"):
        raise argparse.ArgumentTypeError(f"“{text}” is no whole number above zero")
    if not text.isascii():
        raise argparse.ArgumentTypeError(f"write “{text}” with the digits 0 to 9")
    # Its length first: Python refuses to read a number of thousands of digits.
    if len(text) > len(str(_MOST)) or int(text) > _MOST:
        raise argparse.ArgumentTypeError(f"“{text[:_SHOWN]}…” is too large a number")
    return int(text)


def some_days(text: str) -> int:
    """A number of days, a hundred years at most: the calendar has an end."""
    days = a_count(text)
    if days > _HUNDRED_YEARS:
        raise argparse.ArgumentTypeError(f"“{text}” days is more than a hundred years")
    return days


def a_percentage(text: str) -> int:
    """A whole number of percent, with or without its sign."""
    number = text.strip().removesuffix("%").strip()
    if not (number.isdecimal() and number.isascii()) or len(number) > len(str(_MOST)):
        raise argparse.ArgumentTypeError(
            f"“{text[:_SHOWN]}” is no whole percentage; write it like 150"
        )
    return int(number)
