"""The time of day in words that were said: ten thirty, half past ten, 3pm, in the afternoon."""

import re
from datetime import time

from qualdesk.core.spoken_parts import Said, refusal
from qualdesk.core.wording import tr

USUAL = time(10)
_HOURS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
NUMBERS = {word: number for number, word in enumerate(_HOURS, start=1)} | {
    "fifteen": 15,
    "twenty": 20,
    "twenty-five": 25,
    "twenty five": 25,
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "forty five": 45,
    "fifty": 50,
    "fifty-five": 55,
    "fifty five": 55,
}
"""Numbers in English words."""


def time_said(said: Said) -> time | None:
    """The time of day that was said, None when none was.

    Raises:
        ValueError: no clock shows it.
    """
    part = said.take(_PART_OF_DAY)
    at = _spoken_time(said, part[0] if part else "")
    return _PARTS[part[0]] if part and at is None else at


def _spoken_time(said: Said, part: str) -> time | None:
    if found := said.take(_PAST_TO):
        if found["side"] == "to" and found["minutes"].isdigit() and found["hour"].isdigit():
            # "10 to 11" may be ten minutes to eleven, or an hour to choose from.
            raise refusal(tr("Say one time."))
        hour = _number_of(found["hour"])
        minutes = _FRACTIONS.get(found["minutes"]) or _number_of(found["minutes"])
        if found["side"] == "to":
            hour, minutes = hour - 1 or 12, 60 - minutes
        return _on_the_clock(hour, minutes, found["hour"], found["half"], part)
    if found := said.take(_HALF):
        return _on_the_clock(_number_of(found["hour"]), 30, found["hour"], found["half"], part)
    if said.take(_NOON):
        return time(12)
    for pattern in (_CLOCK, _FOUR_DIGITS, _WORDS, _HOUR):
        found = said.take(pattern)
        if found:
            minute = _number_of(found["minute"]) if found["minute"] else 0
            return _on_the_clock(
                _number_of(found["hour"]), minute, found["hour"], found["half"], part
            )
    return None


def _number_of(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]


def _on_the_clock(hour: int, minute: int, written: str, half: str | None, part: str) -> time:
    half = half or {"morning": "am", "afternoon": "pm", "evening": "pm"}.get(part, "")
    if half and hour > _NOON_HOUR and half == "am":
        raise ValueError("No clock shows that.")
    if half and hour <= _NOON_HOUR:
        return time(hour % 12 + (12 if half == "pm" else 0), minute)
    if not half and 1 <= hour <= _LAST_AFTERNOON_HOUR and not written.startswith("0"):
        hour += 12
    return time(hour, minute)


_NOON_HOUR = 12
_LAST_AFTERNOON_HOUR = 7
_PARTS = {
    "first thing": time(9),
    "morning": time(10),
    "afternoon": time(14),
    "evening": time(17),
    "end day": time(17),
}
_FRACTIONS = {"half": 30, "quarter": 15}
_D = "[0-9]"
_HALF_DAY = r"\s?(?P<half>am|pm)?\b"
_HOUR_WORD = "|".join(_HOURS)
_MINUTE_WORD = "|".join(sorted((w for w in NUMBERS if w not in _HOURS[:4]), key=len, reverse=True))
_PART_OF_DAY = re.compile(r"\b(?:first thing|morning|afternoon|evening|end day)\b")
_PAST_TO = re.compile(
    rf"\b(?:a )?(?P<minutes>half|quarter|{_MINUTE_WORD}|{_D}{{1,2}}) (?P<side>past|to) "
    rf"(?P<hour>{_HOUR_WORD}|{_D}{{1,2}}){_HALF_DAY}"
)
_HALF = re.compile(rf"\bhalf (?P<hour>{_HOUR_WORD}|{_D}{{1,2}}){_HALF_DAY}")
_NOON = re.compile(r"\b(?:12 )?(?:noon|midday)\b")
_CLOCK = re.compile(rf"\b(?P<hour>{_D}{{1,2}})[:.h](?P<minute>{_D}{{2}}){_HALF_DAY}")
_FOUR_DIGITS = re.compile(rf"\b(?P<hour>{_D}{{2}})(?P<minute>{_D}{{2}}){_HALF_DAY}")
_WORDS = re.compile(rf"\b(?P<hour>{_HOUR_WORD}) (?P<minute>{_MINUTE_WORD}){_HALF_DAY}")
_HOUR = re.compile(rf"\b(?P<hour>{_HOUR_WORD}|{_D}{{1,2}})(?P<minute>(?!))?{_HALF_DAY}")
