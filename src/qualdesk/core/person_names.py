"""Names of people as lists write them, taken apart into first and last."""

import re

from qualdesk.core.identity import folded


def split_name(name: str) -> tuple[str, str]:
    """The first and last name in a full name; the first empty when it has a single word.

    Two or three plain words are split before the last. The rest (titles, commas, particles) is
    given to nameparser, which knows more of them than we ever would.
    """
    words = name.split()
    if len(words) < 2:  # noqa: PLR2004 - a first and a last name are two
        return "", name.strip()
    if len(name) > _LONGEST:
        return " ".join(words[:-1]), words[-1]
    if _PLAIN.fullmatch(name):
        first, *middle, last = folded(name).split()
        is_plain = first not in _BEFORE and last not in _BEHIND and _BETWEEN.isdisjoint(middle)
        if is_plain:
            return " ".join(words[:-1]), words[-1]
    # Costs a tenth of a second to load, and most lists do without it.
    from nameparser import HumanName

    read = HumanName(name)
    return f"{read.first} {read.middle}".strip(), str(read.last)


_LONGEST = 200
_WORD = r"[^\W_][\w'\u2019-]+"
_PLAIN = re.compile(rf"{_WORD}(?: {_WORD}){{1,2}}")
_BETWEEN = frozenset(
    {"van", "von", "vom", "zu", "zum", "zur", "de", "der", "den", "del", "della", "di", "da", "do"}
    | {"dos", "das", "du", "la", "le", "les", "los", "el", "al", "bin", "ben", "ibn", "abu", "ter"}
    | {"ten", "te", "san", "santa", "st", "af", "av", "op", "and", "und", "et", "y"}
)
_BEFORE = frozenset(
    {"dr", "prof", "mr", "mrs", "ms", "miss", "sir", "herr", "frau", "mme", "mlle", "sr", "sra"}
    | {"ing", "dipl", "van", "von", "de", "del", "della", "di", "du", "la", "le", "el", "al"}
)
_BEHIND = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq"})
