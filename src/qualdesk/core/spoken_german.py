"""Times in German: halb elf, viertel vor neun, übermorgen früh, in anderthalb Stunden."""

import re

from qualdesk.core.spoken_tongue import Tongue, before, names, past

_UNITS = ("null", "ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun")
_TEENS = (
    *("zehn", "elf", "zwolf", "dreizehn", "vierzehn", "funfzehn"),
    *("sechzehn", "siebzehn", "achtzehn", "neunzehn"),
)
_TENS = {"zwanzig": 20, "dreissig": 30, "vierzig": 40, "funfzig": 50}


def _numbers() -> dict[str, int]:
    numbers = {word: number for number, word in enumerate((*_UNITS, *_TEENS))} | _TENS
    for tens, ten in _TENS.items():
        numbers |= {f"{unit}und{tens}": ten + n for n, unit in enumerate(_UNITS) if n}
    numbers |= {"eins": 1, "eine": 1, "einer": 1, "einem": 1, "einen": 1, "zwo": 2}
    # Who has no umlaut on the keyboard writes fuenf and zwoelf.
    return numbers | {
        word.replace("funf", "fuenf").replace("zwolf", "zwoelf"): n for word, n in numbers.items()
    }


def _beside_half(found: re.Match[str]) -> str:
    """Fünf vor halb elf is 10:25, fünf nach halb elf 10:35."""
    minutes = int(found[1] or 0) * (1 if found[2] == "nach" else -1)
    return before(found[3], 30 - minutes)


_FULL_DAY = "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
_WEEKDAY = f"(?:{_FULL_DAY}|mo|di|mi|do|fr|sa|so)"
_WEEKDAYS = {
    "mon": "montags?|mo",
    "tue": "dienstags?|di",
    "wed": "mittwochs?|mi",
    "thu": "donnerstags?|do",
    "fri": "freitags?|fr",
    "sat": "samstags?|sonnabends?|sa",
    "sun": "sonntags?|so",
}
_MONTH = "jan|feb|mar|mrz|maerz|apr|mai|jun|jul|aug|sep|okt|nov|dez|jaen"
_MONTHS = {
    "jan": "januar|janner|jaenner",
    "feb": "februar|feber",
    "mar": "marz|maerz|mrz",
    "may": "mai",
    "jun": "juni|juno",
    "jul": "juli",
    "sep": "september",
    "oct": "okt(?:ober)?",
    "dec": "dez(?:ember)?",
}
_DAYS_AND_PARTS = (
    (r"\b(?:ubermorgen|uebermorgen)\b", "day after tomorrow"),
    (r"\b(?:heute|diesen) (?:morgen|fruh|frueh|vormittag)\b", "today morning"),
    (rf"\b({_WEEKDAY}) morgens?\b", r"\1 morning"),
    (r"\bam (?:fruhen )?morgen\b", "morning"),
    (r"\b(?:heute|morgen) mittag\b", lambda found: found[0].replace(" mittag", " noon")),
    (r"\bmorgen\b(?! morning)", "tomorrow"),
    (r"\bheute\b", "today"),
    (r"\b(?:gleich |ganz )?(?:fruh|frueh|morgens)\b|\b(?:am )?vormittags?\b", "morning"),
    (r"\b(?:am )?nachmittags?\b", "afternoon"),
    (r"\b(?:am )?abends?\b", "evening"),
    (r"\b(?:mittags?|zu mittag)\b", "noon"),
    (r"\bnachs?te(?:r|n)? woche\b|\bnaechste[rn]? woche\b|\bkommende[rn]? woche\b", "next week"),
    (r"\b(?:nachste|naechste|kommende)[rn] monat\b", "next month"),
    (rf"\b(?:nachste|naechste)[rn] (?={_WEEKDAY}\b)", "next "),
    (rf"\bkommende[rn] (?={_WEEKDAY}\b)", "coming "),
    (rf"\bdiese[rn] (?={_WEEKDAY}\b)", ""),
)  # fmt: skip
_COUNTED = (
    (r"(?<=\d) ?(?:stunden?|std)\b\.?", " hours"),
    (r"(?<=\d) minuten?\b", " minutes"),
    (r"(?<=\d) tage?n?\b", " days"),
    (r"(?<=\d) wochen?\b", " weeks"),
    (r"(?<=\d) monate?n?\b", " months"),
)
_CLOCK = (
    (r"\b(?:(\d{1,2}) (?:minuten? )?(vor|nach) )?halb (\d{1,2})\b(?: uhr)?", _beside_half),
    (r"\b(?:dreiviertel|3 viertel) (\d{1,2})\b(?: uhr)?", lambda f: before(f[1], 15)),
    (r"\b(?:viertel|15) vor (\d{1,2})\b(?: uhr)?", lambda f: before(f[1], 15)),
    (r"\b(?:viertel|15) nach (\d{1,2})\b(?: uhr)?", lambda f: past(f[1], 15)),
    (r"\bviertel (\d{1,2})\b(?: uhr)?", lambda f: before(f[1], 45)),
    (r"\b(\d{1,2}) (?:minutes )?nach (\d{1,2})\b(?: uhr)?", lambda f: past(f[2], f[1])),
    (r"\b(\d{1,2}) (?:minutes )?vor (\d{1,2})\b(?: uhr)?", lambda f: before(f[2], f[1])),
    (r"\b(\d{1,2})[:.](\d{2}) ?uhr\b", r"\1:\2"),
    (r"\b(\d{1,2}) ?uhr (\d{1,2})\b(?![:.])", lambda f: past(f[1], f[2])),
    (r"\b(\d{1,2}) ?uhr (?=noon)", r"\1 "),
    (r"\b(\d{1,2}) ?uhr\b", r"\1:00"),
)
# "Am 19. um zehn": of this month, or of the next that has one.
_ORDINAL = (rf"(?<![\d.:])(?<!\. )(\d{{1,2}})\.(?=\s|$)(?!\s?(?:\d|{_MONTH}))", r"\1th")
_FILLERS = (
    (r"\b(?:erst )?nach (?=\d)", ""),
    (r"(?<!\d)(?<!\d )\bam\b", ""),
    (r"\b(?:um|gegen|ca|circa|zirka|der|den|dem|die|das|des|bitte|etwa|ungefahr|zum|ab)\b\.?", ""),
)
GERMAN = Tongue(
    tag="de",
    weekdays=(
        *("Montag", "Dienstag", "Mittwoch", "Donnerstag"),
        *("Freitag", "Samstag", "Sonntag"),
    ),
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"),
        *("August", "September", "Oktober", "November", "Dezember"),
    ),
    written="{weekday}, {day}. {month}{year}, {clock} Uhr",
    numbers=_numbers(),
    idioms=(
        (r"\bso (?=gegen|um|etwa|ca)", ""),
        (r"\berste[rn]? (?=[a-z])", "1. "),
        (r"\b(?:anderthalb|eineinhalb|1\.5) stunden\b", "90 min"),
        (r"\bzweieinhalb stunden\b", "150 min"),
        (r"\b(?:einer )?halben stunde\b", "30 min"),
        (r"\b(?:einer )?viertelstunde\b", "15 min"),
        (r"\b(?:einer )?dreiviertelstunde\b", "45 min"),
        (r"\b(?:ein )?paar stunden\b", "2 stunden"),
        # Both are said of whole weeks.
        (r"\bacht tagen\b", "1 week"),
        (r"\bvierzehn tagen\b", "2 weeks"),
        (r"\bnach (?:dem mittag(?:essen)?|der mittagspause)\b", "13:30"),
        (r"\bende (?:der|dieser) woche\b", "end week"),
        (r"\bende (?:nachster|naechster|kommender) woche\b", "end next week"),
        (r"\bviertel (vor|nach) halb\b", r"15 \1 halb"),
        (rf"\b({_FULL_DAY})(?=(?:morgen|vormittag|mittag|nachmittag|abend|fruh)s?\b)", r"\1 "),
    ),
    turns=(
        *_DAYS_AND_PARTS,
        *_COUNTED,
        *_CLOCK,
        _ORDINAL,
        *_FILLERS,
        *names(_WEEKDAYS),
        *names(_MONTHS),
    ),
)
