"""Names of people as lists write them, taken apart into first and last."""

import re
from functools import lru_cache


@lru_cache(maxsize=1024)
def split_name(name: str) -> tuple[str, str]:
    """The first and last name in a full name; one of both empty when it has a single word.

    Plain two-word names are split as they stand. The rest (titles, commas, particles) is
    given to nameparser, which knows more of them than we ever would.
    """
    if _PLAIN.fullmatch(name):
        first, last = name.split(" ")
        return first, last
    if not any(char.isspace() for char in name.strip()):
        return "", name.strip()
    # Costs a tenth of a second to load, and most lists do without it.
    from nameparser import HumanName

    read = HumanName(name)
    first = f"{read.first} {read.middle}".strip()
    return first, str(read.last)


_PLAIN = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}")
