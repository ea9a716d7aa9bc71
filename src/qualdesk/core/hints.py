"""What somebody else said on the phone about when the person is in: the part of the day in it.

English, German, French and Spanish, as it is jotted down: "after 3 pm", "nachmittags", "10-12",
"le matin", "por la tarde". What cannot be read means nothing: the words themselves are kept.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from qualdesk.core.rules import Span
from qualdesk.core.sources import DAY_PARTS


def hinted_spans(text: str) -> tuple[Span, ...]:
    """The spans of the day the text names, in minutes after midnight; none where it names none.

    Hours from 1 to 6 without "am" are in the afternoon: nobody is said to be in at three in the
    night. A text that says when somebody is *not* in means nothing here.
    """
    plain = re.sub(r"\s+", " ", text.casefold().replace("\u2013", "-").replace("\u00a0", " "))
    if len(plain) > _LONGEST or _NOT.search(plain):
        return ()
    for number, word in _NUMBERS:
        plain = number.sub(word, plain)
    spans = []
    for pattern, read in _READ:
        for found in pattern.finditer(plain):
            spans += read(found)
        # Read once: the hours of "10-12" are no hours of their own.
        plain = pattern.sub(" ; ", plain)
    for words, span in () if spans else _PARTS:
        spans += [span] * bool(words.search(plain))
        plain = words.sub(" ; ", plain)
    return tuple(sorted({(start, end) for start, end in spans if start < end}))


def parts_of(spans: Iterable[Span], edges: Sequence[int] = DAY_PARTS) -> int:
    """The parts of the working day that lie mostly in the spans, as bits (1 << part).

    Where none does, the one that shares the most with them; 0 without spans. ``edges`` are the
    minutes at which the parts meet.
    """
    bounds = (min(_OPENS, edges[0] - 1), *edges, max(_CLOSES, edges[-1] + 1))
    shares: list[float] = []
    wanted = tuple(spans)
    for start, end in pairwise(bounds):
        inside = sum(max(0, min(end, to) - max(start, since)) for since, to in wanted)
        shares.append(inside / (end - start))
    bits = sum(1 << part for part, share in enumerate(shares) if share > _MOSTLY)
    if bits or not wanted:
        return bits
    before_noon = wanted[0][0] < bounds[0]
    best = max(shares)
    if not best:
        return 1 if before_noon else 1 << len(edges)
    return 1 << shares.index(best)


def _minute(found: re.Match[str], name: str) -> int | None:
    """The minute of the day that a named hour means."""
    hour, minute = int(found[name]), int(found[f"{name}_min"] or 0)
    half = (found[f"{name}_half"] or "").replace(".", "")
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        return None
    if (half == "pm" and hour < _NOON) or (not half and 1 <= hour <= _EARLIEST):
        hour += _NOON
    return hour * 60 + minute


def _between(found: re.Match[str]) -> list[Span]:
    start, end = _minute(found, "a"), _minute(found, "b")
    return [] if start is None or end is None else [(start, end)]


def _after(found: re.Match[str]) -> list[Span]:
    start = _minute(found, "a")
    return [] if start is None else [(start, _EVENING)]


def _before(found: re.Match[str]) -> list[Span]:
    end = _minute(found, "a")
    return [] if end is None else [(0, end)]


def _around(found: re.Match[str]) -> list[Span]:
    at = _minute(found, "a")
    return [] if at is None else [(at, at + _A_WHILE)]


def _hour(name: str) -> str:
    return (
        rf"(?P<{name}>\d{{1,2}})(?:[:.h](?P<{name}_min>\d\d))?\s?(?:h\b|uhr\b|o'clock\b|heures?\b)?"
        rf"\s?(?P<{name}_half>[ap]\.?m\b\.?)?"
    )


def _words(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


_OPENS, _CLOSES, _EVENING = 9 * 60, 17 * 60 + 30, 20 * 60
_NOON, _EARLIEST, _LAST_HOUR, _LAST_MINUTE = 12, 6, 24, 59
_A_WHILE = 60
_MOSTLY = 0.5
_LONGEST = 400
_A = _hour("a")
# A telephone number or a date is no hour: nothing with digits right before or after.
_ALONE, _ENDS = r"(?<![\d+/.-])", r"(?![\d/])"
_READ = (
    (
        re.compile(
            rf"{_ALONE}{_A}\s?(?:-|to|bis|until|till|and|und|\u00e0|a|y|et|hasta)\s?"
            rf"(?:las? )?{_hour('b')}{_ENDS}"
        ),
        _between,
    ),
    (
        re.compile(
            r"\b(?:after|from|past|not before|nach|ab|nicht vor|apr\u00e8s|apres"
            r"|\u00e0 partir de|a partir de|pas avant|despu\u00e9s de|despues de|desde|no antes de)"
            rf"\s(?:las? )?{_A}{_ENDS}"
        ),
        _after,
    ),
    (
        re.compile(
            r"\b(?:before|until|till|by|vor|bis|avant|jusqu'\u00e0|antes de|hasta)"
            rf"\s(?:las? )?{_A}{_ENDS}"
        ),
        _before,
    ),
    (
        re.compile(
            r"\b(?:at|around|about|um|gegen|vers|\u00e0|a las|sobre las|hacia las)"
            rf"\s{_A}{_ENDS}"
        ),
        _around,
    ),
)
_MORNING, _AFTERNOON = (0, 12 * 60), (13 * 60, 18 * 60)
_PARTS = (
    (_words("mornings?", "vormittags?", "morgens", "fr\u00fch", "matins?", "ma\u00f1anas?",
            "manana", "before lunch", "(?:before|until|till) noon", "vor dem mittag",
            "bis mittags?", "avant midi", "jusqu'\u00e0 midi", "hasta mediod\u00eda"), _MORNING),
    (_words("afternoons?", "nachmittags?", "apr\u00e8s-midi", "apres-midi", "tardes?",
            "after lunch", "after the lunch break", "nach der mittagspause", "nach dem essen",
            "apr\u00e8s le d\u00e9jeuner", "despu\u00e9s de comer"), _AFTERNOON),
    (_words("noon", "midday", "lunchtime", "at lunch time", "mittags?", "\u00e0 midi",
            "mediod\u00eda"), (12 * 60, 14 * 60)),
    (_words("evenings?", "abends?", "soirs?", "end of the day", "feierabend"),
     (16 * 60 + 30, _EVENING)),
)  # fmt: skip
_NOT = _words(
    "not in", "never", "isn't in", "is not", "out until", "away", "nicht da", "nie", "abwesend",
    "jamais", "pas l\u00e0", "absente?", "nunca", "no est\u00e1",
)  # fmt: skip
_COUNTED = {
    "en": "one two three four five six seven eight nine ten eleven twelve",
    "de": "eins zwei drei vier f\u00fcnf sechs sieben acht neun zehn elf zw\u00f6lf",
    "fr": "_ deux trois quatre cinq six sept huit neuf dix onze douze",
    "es": "_ dos tres cuatro cinco seis siete ocho nueve diez once doce",
}
_NUMBERS = tuple(
    (_words(word), str(number))
    for words in _COUNTED.values()
    for number, word in enumerate(words.split(), start=1)
    if word != "_"
)
