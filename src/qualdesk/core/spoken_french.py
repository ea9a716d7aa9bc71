"""Times in French: dix heures et demie, après-demain, dans deux heures, la semaine prochaine."""

import re

from qualdesk.core.spoken_tongue import Tongue, before, names, past

_SMALL = (
    *("zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
    *("dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"),
    *("dix-sept", "dix-huit", "dix-neuf"),
)
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50}


def _numbers() -> dict[str, int]:
    numbers = {word: number for number, word in enumerate(_SMALL)} | _TENS | {"une": 1}
    for tens, ten in _TENS.items():
        numbers |= {f"{tens} et un": ten + 1, f"{tens} et une": ten + 1, f"{tens}-et-un": ten + 1}
        numbers |= {f"{tens}-{_SMALL[n]}": ten + n for n in range(2, 10)}
    return numbers | {word.replace("-", " "): n for word, n in numbers.items()}


def _hour(found: re.Match[str]) -> str:
    """Dix heures, dix heures et quart, dix heures moins vingt, dix heures trente."""
    hour, more, less, minutes = found["hour"], found["more"] or "", found["less"], found["minutes"]
    if "demi" in more:
        return past(hour, 30)
    if "quart" in more:
        return before(hour, 15) if "moins" in more else past(hour, 15)
    if less:
        return before(hour, less)
    return past(hour, minutes or 0)


def _counted_hours(found: re.Match[str]) -> str:
    minutes = 30 if "demi" in found[2] else 15
    return f"in {int(found[1]) * 60 + minutes} min"


_WEEKDAY = "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim)"
_WEEKDAYS = {
    "mon": "lundi|lun",
    "tue": r"mardi|(?<!\d )(?<!\d)mar",
    "wed": "mercredi|mer",
    "thu": "jeudi|jeu",
    "fri": "vendredi|ven",
    "sat": "samedi|sam",
    "sun": "dimanche|dim",
}
_MONTH = "jan|fev|mar|avr|mai|juin|juil|aout|sep|oct|nov|dec"
_MONTHS = {
    "jan": "janvier|janv",
    "feb": "fevrier|fevr|fev",
    "mar": "mars",
    "apr": "avril|avr",
    "may": "mai",
    "jun": "juin",
    "jul": "juillet|juil",
    "aug": "aout",
    "sep": "septembre",
    "oct": "octobre",
    "nov": "novembre",
    "dec": "decembre",
}
_DAYS_AND_PARTS = (
    (r"\bapres[- ]demain\b", "day after tomorrow"),
    (r"\bdemain\b", "tomorrow"),
    (r"\baujourd ?'? ?hui\b", "today"),
    (r"\bcet(?:te)? apres[- ]midi\b", "today afternoon"),
    (r"\bce matin\b", "today morning"),
    (r"\bce soir\b", "today evening"),
    (r"\b(?:dans |en |de )?(?:(?:le )?debut d'|l')?apres[- ]midi\b", "afternoon"),
    (r"\b(?:dans la |en )?matinee\b|\b(?:le |du |au )?matin\b", "morning"),
    (r"\b(?:en |dans la )?soiree\b|\b(?:le |du |au )?soir\b", "evening"),
    (r"\b(?:en )?fin de (?:journee|jour)\b", "end day"),
    (r"\b(?:a |des )?la premiere heure\b|\ba premiere heure\b", "first thing"),
    (r"\b(?:la )?semaine prochaine\b", "next week"),
    (r"\b(?:le )?mois prochain\b", "next month"),
    (rf"\b({_WEEKDAY}) prochain\b", r"coming \1"),
    (r"\b(?:1er|premier)\b", "1"),
)
_COUNTED = (
    (r"\b(?:dans|d'ici) (?=\d)", "in "),
    (r"\bin (\d{1,2}) ?h(?:eures?)? (et demie?|et quart)\b", _counted_hours),
    (r"\bin (\d{1,4}(?:\.\d+)?) ?(?:heures?|h)\b", r"in \1 hours"),
    (r"\bin (\d{1,4}) ?(?:minutes?|mn|min)\b", r"in \1 minutes"),
    (r"\bin (\d{1,4}) jours?\b", r"in \1 days"),
    (r"\bin (\d{1,4}) (?:semaines?|sem)\b", r"in \1 weeks"),
    (r"\bin (\d{1,4}) mois\b", r"in \1 months"),
)
_HOURS = (
    r"\b(?P<hour>\d{1,2})(?: ?heures?| ?h(?![a-z]))"
    r"(?: ?(?P<more>et demie?\b|et quart\b|moins (?:le )?quart\b)"
    r"| moins (?P<less>\d{1,2})\b| ?(?P<minutes>\d{1,2})\b(?![:./]))?"
)
_CLOCK = (
    (r"\bmidi et demie?\b", "12:30"),
    (r"\bmidi et quart\b", "12:15"),
    (r"\bmidi\b", "noon"),
    (_HOURS, _hour),
)
_ORDINAL = (rf"\ble (\d{{1,2}})\b(?! ?(?:h\b|heure|[:./\d]|{_MONTH}))", r"\1th")
_FILLERS = (
    (r"\b(?:a|le|la|les|vers|du|de|pour|environ|au|en|svp|puis)\b", ""),
    (r"\b[ld]'", ""),
)
FRENCH = Tongue(
    tag="fr",
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    months=(
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
        *("août", "septembre", "octobre", "novembre", "décembre"),
    ),
    written="{weekday} {day} {month}{year}, {clock}",
    first="1er",
    numbers=_numbers(),
    idioms=(
        (r"\bapres (?:le )?dejeuner\b", "14:00"),
        (r"\b(?:apres|a partir de) (?=\w+ ?h|\d)", ""),
        (r"\b(?:en )?fin de (?:la )?semaine prochaine\b", "end next week"),
        (r"\b(?:en )?fin de (?:la )?semaine\b", "end week"),
        (r"\ben huit\b", "dans 1 semaine"),
        (r"\ben quinze\b", "dans 2 semaines"),
        (r"\b(?:quinze|15) jours\b", "2 semaines"),
        (r"\b(?:huit|8) jours\b", "1 semaine"),
        (r"\b(?:une )?demi[- ]heure\b", "30 min"),
        (r"\btrois quarts d' ?heure\b", "45 min"),
        (r"\b(?:un )?quart d' ?heure\b", "15 min"),
        (r"(?<=\d) sept\b\.?", " september"),
    ),
    turns=(
        *_DAYS_AND_PARTS,
        *_COUNTED,
        _ORDINAL,
        *_CLOCK,
        *_FILLERS,
        *names(_WEEKDAYS),
        *names(_MONTHS),
    ),
)
