"""Times as people say them on the phone: "thu half past ten", read on the clock of that person.

In English, German, French and Spanish. How what is not said is filled in:

* an hour from 1 to 7 without am, pm or a leading zero is in the afternoon: nobody asks to be
  called at three in the night. From 8 to 12 it is what it says;
* a day without a time means 10:00, a time without a day its next passing;
* a weekday is the next one that still lies ahead, today included; "next thursday" and
  "thursday next week" are in the week that starts on the coming Monday;
* in ``19.3.`` the day comes first; in ``3/4`` what comes first there, and the reader is told;
  a date without a year is the next one ahead;
* ``10.30`` alone is a time; with another time beside it, or a dot at its end, it is a date.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from qualdesk.core.errors import TimeNotUnderstood
from qualdesk.core.frozen import frozen
from qualdesk.core.plain_text import shortened
from qualdesk.core.spoken_clock import NUMBERS, USUAL, time_said
from qualdesk.core.spoken_days import days_said, months_on
from qualdesk.core.spoken_english import ENGLISH
from qualdesk.core.spoken_french import FRENCH
from qualdesk.core.spoken_german import GERMAN
from qualdesk.core.spoken_parts import Said, not_understood, refusal
from qualdesk.core.spoken_spanish import SPANISH
from qualdesk.core.spoken_tongue import Tongue, folded
from qualdesk.core.times import Promise, day_words, instant_of, local_time
from qualdesk.core.wording import tr

TONGUES = (ENGLISH, GERMAN, FRENCH, SPANISH)
"""The languages in which a time can be said."""

MONTH_FIRST = frozenset({"US", "PH", "PR", "GU", "VI", "AS", "MP", "FM", "MH", "PW"})
"""Where 3/4 is the fourth of March; everywhere else it is the third of April."""


@frozen
class Heard:
    """A time that was read: the promise, in which language, and what to know of the reading.

    ``note`` says which of two orders of day and month was taken; empty where there is one.
    """

    promise: Promise
    language: str = "en"
    note: str = ""


def read_time(
    text: str, *, now: datetime, zone: str, languages: Sequence[str] = (), region: str = ""
) -> Promise:
    """What ``text`` means on the clocks of the zone, said at the instant ``now``.

    Always after ``now``. See :func:`hear`.

    Raises:
        TimeNotUnderstood: it means nothing that can be read, or a time that has passed.
    """
    return hear(text, now=now, zone=zone, languages=languages, region=region).promise


def hear(
    text: str, *, now: datetime, zone: str, languages: Sequence[str] = (), region: str = ""
) -> Heard:
    """What ``text`` means on the clocks of the zone, and how it was read.

    Args:
        text: as it was typed.
        now: when it is said, UTC.
        zone: the IANA zone of the clock that is meant.
        languages: the tags of the typist's languages, tried first; then all others.
        region: the country of the person, ISO 3166; it says what comes first in ``3/4``.

    Raises:
        TimeNotUnderstood: it means nothing that can be read, or a time that has passed.
    """
    typed = _tidy(text)
    worst: TimeNotUnderstood | None = None
    for tongue in _tried(languages):
        said = Said(
            rest=_FILLERS.sub(" ", tongue.plainly(typed)),
            here=local_time(now, zone).replace(tzinfo=None),
            month_first=_month_first(tongue, languages, region),
        )
        said.rest = " ".join(said.rest.split())
        try:
            return Heard(promise=_read(said, now, zone), language=tongue.tag, note=said.note)
        except TimeNotUnderstood as refused:
            if not refused.left:
                raise
            if worst is None or len(refused.left) < len(worst.left):
                worst = refused
    assert worst is not None
    left = worst.left if worst.left in text.casefold() else shortened(" ".join(text.split()), 40)
    raise not_understood(left)


def written_time(wall: datetime, language: str = "en", *, now: datetime | None = None) -> str:
    """A wall time in words: “Thursday 19 March, 10:30”; it is read back as the same minute.

    The year stands there unless it is that of ``now``, a wall time too.
    """
    tongue = next((one for one in TONGUES if one.tag == language), ENGLISH)
    is_same_year = now is not None and now.year == wall.year
    return tongue.written.format(
        weekday=tongue.weekdays[wall.weekday()],
        day=tongue.first if wall.day == 1 else wall.day,
        month=tongue.months[wall.month - 1],
        year="" if is_same_year else tongue.year.format(wall.year),
        clock=f"{wall:%H:%M}",
    )


def _tried(languages: Iterable[str]) -> tuple[Tongue, ...]:
    """The typist's languages first, then the others."""
    wanted = [tag.casefold().partition("-")[0] for tag in languages]
    own = [one for tag in wanted for one in TONGUES if one.tag == tag]
    return tuple(dict.fromkeys((*own, *TONGUES)))


def _month_first(tongue: Tongue, languages: Sequence[str], region: str) -> bool:
    """Whether 3/4 is in March: where they are, else where the typist's English is from."""
    if tongue is not ENGLISH:
        return False
    own = languages[0].partition("-")[2].upper() if languages else ""
    return (region or own) in MONTH_FIRST


def _tidy(text: str) -> str:
    """The text in small letters without accents, with single spaces."""
    if len(text) > _LONGEST:
        raise not_understood()
    small = _DOTTED_HALF_DAY.sub(r"\1m ", folded(text))
    small = _DECIMAL.sub(r"\1.\2", small)
    words = " ".join(re.sub(r"[\s,;@]+", " ", small).split())
    if not _FILLERS.sub(" ", words).strip():
        raise refusal(tr("Say when."))
    return words


def _read(said: Said, now: datetime, zone: str) -> Promise:
    if not said.rest:
        raise refusal(tr("Say when."))
    try:
        wall = _relative(said, now, zone) or _absolute(said, now, zone)
        promise = Promise(wall=wall, zone=zone)
        ahead = promise.at - now
    except (OverflowError, ValueError):
        raise refusal(tr("There is no such time.")) from None
    if ahead <= timedelta():
        raise refusal(tr("{day}, {time:%H:%M} has passed.", day=day_words(wall.date()), time=wall))
    if ahead > _FURTHEST:
        raise refusal(tr("That is more than two years ahead."))
    return promise


def _relative(said: Said, now: datetime, zone: str) -> datetime | None:
    """A time counted from now, like "in 3 days at 10"; None where nothing of the kind is said."""
    found = said.take(_IN)
    if not found:
        return None
    words = found["count"]
    amount = float(words) if words[0].isdigit() else _COUNTS[words]
    unit = found["unit"]
    if unit[0] == "h" or unit.startswith("min"):
        if said.rest:
            raise not_understood(said.rest)
        minutes = amount * (60 if unit[0] == "h" else 1)
        return _minute_of(now + timedelta(minutes=max(1, minutes)), now, zone)
    day = said.here.date()
    if unit.startswith("month"):
        day = months_on(day, round(amount))
    elif unit[0] == "w":
        # "Thursday in a week" is counted from that Thursday.
        named = days_said(said)
        day = (named[0] if named else day) + timedelta(weeks=amount)
    else:
        day += timedelta(days=amount)
    at = time_said(said) or USUAL
    if said.rest:
        raise not_understood(said.rest)
    return datetime.combine(day, at)


def _minute_of(at: datetime, now: datetime, zone: str) -> datetime:
    """The wall time of an instant, rounded up to a whole minute that still lies ahead."""
    there = local_time(at, zone).replace(tzinfo=None)
    wall = there.replace(second=0, microsecond=0)
    if wall < there:
        wall += _MINUTE
    # An hour that clocks repeat means its first passing: said in the second, it would be over.
    while instant_of(wall, zone) <= now:
        wall += _MINUTE
    return wall


def _absolute(said: Said, now: datetime, zone: str) -> datetime:
    """A day and a time of day, either of which may be left out."""
    whole = said.rest
    days = days_said(said)
    at = time_said(said)
    if said.rest or (not days and at is None):
        raise not_understood(whole)
    if not days:
        today = said.here.date()
        days = tuple(today + timedelta(days=ahead) for ahead in range(3))
    for day in days:
        wall = datetime.combine(day, at or USUAL)
        if instant_of(wall, zone) > now:
            return wall
    later = _in_a_while(said.here)
    is_today = at is None and days[0] == later.date() == said.here.date()
    return later if is_today else datetime.combine(days[0], at or USUAL)


def _in_a_while(here: datetime) -> datetime:
    """What "today" alone means after ten: in two hours, on the half hour."""
    later = here + timedelta(hours=2)
    return later.replace(minute=0 if later.minute < _HALF_HOUR else 30, second=0, microsecond=0)


_LONGEST = 80
_HALF_HOUR = 30
_FURTHEST = timedelta(days=731)
_MINUTE = timedelta(minutes=1)
_COUNTS = {"a": 1.0, "an": 1.0, "half an": 0.5, "half a": 0.5, "a couple": 2.0} | {
    word: float(number) for word, number in NUMBERS.items()
}
_D = "[0-9]"
_NUMBER_WORD = "|".join(sorted(NUMBERS, key=len, reverse=True))
_DOTTED_HALF_DAY = re.compile(r"\b([ap])\.\s?m\.?(?!\w)")
_DECIMAL = re.compile(rf"({_D}),({_D})(?= ?(?:h|st|week|woche|hora|heure))")
_FILLERS = re.compile(
    r"\b(?:at|on|the|around|about|of|in the(?= (?:m|a|e))|o['\u2019]?clock|please)\b"
)
_IN = re.compile(
    rf"\bin (?P<count>{_D}{{1,4}}(?:\.{_D}{{1,2}})?|half an?|a couple|an?|{_NUMBER_WORD})"
    r" ?(?P<unit>h(?:ours?|rs?)?|min(?:ute)?s?|days?|w(?:ee)?ks?|months?)\b"
)
