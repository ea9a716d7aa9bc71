"""Countries as a screen names them: their name, their calling code, what their people are."""

from functools import lru_cache

from qualdesk.core.phones import calling_code
from qualdesk.core.place_tables import COUNTRY_OF_NAME


@lru_cache(maxsize=512)
def country_name(code: str) -> str:
    """The English name of a country (ISO code); its code where we know no name."""
    names = [name for name, country in COUNTRY_OF_NAME.items() if country == code]
    # Of each the table holds two codes first, and then the names with the English one in front.
    return names[2].title() if len(names) > 2 else code  # noqa: PLR2004 - as said above


def in_country(code: str) -> str:
    """The country as it stands behind "in": ``the United Kingdom``."""
    name = country_name(code)
    return f"the {name}" if code in _WITH_ARTICLE else name


def name_and_code(code: str) -> str:
    """The country with its calling code: ``Germany, +49``."""
    calling = calling_code(code)
    return f"{country_name(code)}, {calling}" if calling else country_name(code)


def looks_like(code: str) -> str:
    """What a number of that country looks like, as a sentence such as "Looks British."."""
    people = _PEOPLE.get(code)
    return f"Looks {people}." if people else f"Fits {in_country(code)}."


_WITH_ARTICLE = frozenset({"AE", "GB", "NL", "PH", "US"})
_PEOPLE = {
    "AT": "Austrian",
    "AU": "Australian",
    "BE": "Belgian",
    "BR": "Brazilian",
    "CA": "Canadian",
    "CH": "Swiss",
    "CZ": "Czech",
    "DE": "German",
    "DK": "Danish",
    "ES": "Spanish",
    "FI": "Finnish",
    "FR": "French",
    "GB": "British",
    "IE": "Irish",
    "IN": "Indian",
    "IT": "Italian",
    "JP": "Japanese",
    "LU": "Luxembourgish",
    "MX": "Mexican",
    "NL": "Dutch",
    "NO": "Norwegian",
    "PL": "Polish",
    "PT": "Portuguese",
    "SE": "Swedish",
    "US": "American",
}
