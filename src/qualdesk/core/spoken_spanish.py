"""Times in Spanish: a las diez y media, pasado mañana, dentro de dos horas, la semana que viene."""

import re

from qualdesk.core.spoken_tongue import Tongue, before, names, past

_SMALL = (
    *("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"),
    *("diez", "once", "doce", "trece", "catorce", "quince", "dieciseis", "diecisiete"),
    *("dieciocho", "diecinueve"),
)
_TENS = {"veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50}


def _numbers() -> dict[str, int]:
    numbers = {word: number for number, word in enumerate(_SMALL)} | _TENS
    numbers |= {"un": 1, "una": 1, "veintiun": 21, "veintiuna": 21}
    numbers |= {f"veinti{_SMALL[n]}": 20 + n for n in range(1, 10)}
    for tens, ten in list(_TENS.items())[1:]:
        numbers |= {f"{tens} y {_SMALL[n]}": ten + n for n in range(1, 10)}
    return numbers


def _past_hour(found: re.Match[str]) -> str:
    return past(found[1], {"media": 30, "cuarto": 15}.get(found[2]) or int(found[2]))


def _before_hour(found: re.Match[str]) -> str:
    return before(found[1], 15 if found[2] == "cuarto" else int(found[2]))


_WEEKDAY = "(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|lun|mar|mie|jue|vie|sab|dom)"
_WEEKDAYS = {
    "mon": "lunes|lun",
    "tue": r"martes|(?<!\d )(?<!\d)(?<!\d de )mar",
    "wed": "miercoles|mier|mie",
    "thu": "jueves|jue",
    "fri": "viernes|vie",
    "sat": "sabado|sab",
    "sun": "domingo|dom",
}
_MONTH = "(?:ene|feb|mar|abr|may|jun|jul|ago|sep|set|oct|nov|dic)"
_MONTHS = {
    "jan": "enero|ene",
    "feb": "febrero",
    "mar": "marzo",
    "apr": "abril|abr",
    "may": "mayo",
    "jun": "junio",
    "jul": "julio",
    "aug": "agosto|ago",
    "sep": "septiembre|setiembre|set",
    "oct": "octubre",
    "nov": "noviembre",
    "dec": "diciembre|dic",
}
_DAYS_AND_PARTS = (
    (r"\bpasado manana\b", "day after tomorrow"),
    (r"\besta manana\b", "today morning"),
    (r"\besta tarde\b", "today afternoon"),
    (r"\besta noche\b", "today evening"),
    (r"\b(?:por|de|en) la manana\b", "morning"),
    (r"\bde la madrugada\b", "morning"),
    (r"\b(?:por|de|en) la tarde\b", "afternoon"),
    (r"\b(?:por|de|en) la noche\b", "evening"),
    (r"\bmanana\b", "tomorrow"),
    (r"\bhoy\b", "today"),
    (r"\ba primera hora\b", "first thing"),
    (r"\ba ultima hora\b", "end day"),
    (r"\b(?:al? |del )?mediodia\b", "noon"),
    (r"\b(?:la )?(?:proxima semana|semana (?:que viene|proxima))\b", "next week"),
    (r"\b(?:el )?(?:proximo mes|mes (?:que viene|proximo))\b", "next month"),
    (rf"\bproximo ({_WEEKDAY})\b", r"coming \1"),
    (rf"\b({_WEEKDAY}) (?:que viene|proximo)\b", r"coming \1"),
    (r"\b(?:primero|1o)\b", "1"),
)
_COUNTED = (
    (r"\b(?:dentro de|en) (?=\d)", "in "),
    (r"\bin (\d{1,2}) horas? y media\b", lambda found: f"in {int(found[1]) * 60 + 30} min"),
    (r"\bin (\d{1,4}(?:\.\d+)?) ?(?:horas?|h)\b", r"in \1 hours"),
    (r"\bin (\d{1,4}) ?(?:minutos?|min)\b", r"in \1 minutes"),
    (r"\bin (\d{1,4}) dias?\b", r"in \1 days"),
    (r"\bin (\d{1,4}) (?:semanas?|sem)\b", r"in \1 weeks"),
    (r"\bin (\d{1,4}) mes(?:es)?\b", r"in \1 months"),
)
_CLOCK = (
    (r"\b(\d{1,2})(?: horas?)? y (media|cuarto|\d{1,2})\b", _past_hour),
    (r"\b(\d{1,2})(?: horas?)? menos (cuarto|\d{1,2})\b", _before_hour),
    (r"\b(\d{1,2})[:.](\d{2}) ?h(?:oras?)?\b", r"\1:\2"),
    (r"\b(\d{1,2}) ?h(?:oras?)?\b", r"\1:00"),
)
_ORDINAL = (rf"\bel (?:dia )?(\d{{1,2}})\b(?! ?(?:h\b|hora|[:./\d]|(?:de )?{_MONTH}))", r"\1th")
_FILLERS = (
    (r"\b(?:a|las?|los|el|del?|sobre|hacia|por|para|en|punto)\b", ""),
)  # fmt: skip
SPANISH = Tongue(
    tag="es",
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    months=(
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio"),
        *("agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
    written="{weekday} {day} de {month}{year}, {clock}",
    year=" de {}",
    numbers=_numbers(),
    idioms=(
        (r"\bdespues de comer\b", "16:00"),
        (r"\b(?:despues de|a partir de) (?=las?\b)", ""),
        (r"\b(?:quince|15) dias\b", "2 semanas"),
        (r"\b(?:ocho|8) dias\b", "1 semana"),
        (r"\b(?:una )?hora y media\b", "90 min"),
        (r"\bmedia hora\b", "30 min"),
        (r"\btres cuartos de hora\b", "45 min"),
        (r"\b(?:un )?cuarto de hora\b", "15 min"),
        (r"\b(?:un )?par de horas\b", "2 horas"),
    ),
    turns=(
        *_DAYS_AND_PARTS,
        *_COUNTED,
        _ORDINAL,
        *_CLOCK,
        *names(_WEEKDAYS),
        *_FILLERS,
        *names(_MONTHS),
    ),
)
