"""Where a person is, as far as a list says: their country, and the clocks they may live by."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qualdesk.core.identity import folded
from qualdesk.core.leads import PhoneState
from qualdesk.core.place_tables import (
    CODES_OF_STATE,
    COUNTRY_OF_NAME,
    ZONES_OF_COUNTRY,
    ZONES_OF_STATE,
)
from qualdesk.core.postcode_tables import STATE_OF_AREA, ZONES_OF_AREA, ZONES_OF_PREFIX
from qualdesk.core.wording import tr_later

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualdesk.core.phones import Line

FROM_LIST = tr_later("said in the list")
FROM_ADDRESS = tr_later("by their address")
FROM_NUMBER = tr_later("by their number")
FROM_BOTH = tr_later("by their address and number")


@lru_cache(maxsize=1024)
def country_of(text: str) -> str:
    """The ISO code of the country that ``text`` names, empty when it names none we know.

    Understands codes of two and three letters, calling codes (``+49``) and the names of the
    likeliest countries in English, German, French and Spanish.
    """
    word = text.strip()
    if word.removeprefix("+").isdigit():
        from qualdesk.core.phones import region_of_code

        return region_of_code(word) if word.startswith(("+", "00")) else ""
    return _COUNTRIES.get(folded(word), "")


@lru_cache(maxsize=4096)
def address_zones(country: str, subdivision: str = "", postcode: str = "") -> tuple[str, ...]:
    """The zones of an address, as narrow as it says: by postcode, by state, else by country.

    Sorted; empty when unknown. A postcode of another state than the one that is named adds its
    zones: nobody knows which of them is the slip.
    """
    return placed_zones(country, subdivision, postcode) or ZONES_OF_COUNTRY.get(country, ())


@lru_cache(maxsize=4096)
def placed_zones(country: str, subdivision: str = "", postcode: str = "") -> tuple[str, ...]:
    """The zones of the part of a country that an address names; empty when it names none."""
    state = ZONES_OF_STATE.get(country, {}).get(_state_key(country, subdivision), ())
    area = postcode_zones(country, postcode) if postcode else ()
    if not area or not state:
        return area or state
    return area if set(area) <= set(state) else tuple(sorted({*area, *state}))


@lru_cache(maxsize=4096)
def postcode_zones(country: str, postcode: str) -> tuple[str, ...]:
    """The zones of a postcode in a country on several clocks; empty when it does not decide."""
    code = postcode.replace(" ", "").upper()
    if country == "US":
        found = _US_POSTCODE.fullmatch(code)
        # A spreadsheet eats the zero of 02134.
        area = found[1].zfill(5)[:3] if found else ""
        state = STATE_OF_AREA.get(area, "")
        return ZONES_OF_AREA.get(area, ()) or ZONES_OF_STATE["US"].get(state.lower(), ())
    shape, prefixes = _POSTCODES.get(country), ZONES_OF_PREFIX.get(country, {})
    if shape is None or not shape.fullmatch(code):
        return ()
    starts = (code[:length] for length in range(5, 0, -1))
    return next((prefixes[start] for start in starts if start in prefixes), ())


def is_state(country: str, subdivision: str) -> bool:
    """Whether ``subdivision`` is a state we know of a country on several clocks."""
    return _state_key(country, subdivision) in ZONES_OF_STATE.get(country, {})


def is_any_state(subdivision: str) -> bool:
    """Whether any country on several clocks has a state of that name or code."""
    return any(is_state(country, subdivision) for country in ZONES_OF_STATE)


def states_of(country: str, subdivision: str = "", postcode: str = "") -> frozenset[str]:
    """The codes of the states an address names (``FL``), as the rules of a country know them.

    A postcode of another state than the one that is named adds its own. Empty when it names
    none, or one whose code nobody here knows.
    """
    named = CODES_OF_STATE.get(country, {}).get(folded(subdivision), "")
    if not named and _STATE_CODE.fullmatch(subdivision.strip()):
        named = subdivision.strip().upper()
    found = _US_POSTCODE.fullmatch(postcode.replace(" ", "")) if country == "US" else None
    posted = STATE_OF_AREA.get(found[1].zfill(5)[:3], "") if found else ""
    return frozenset(filter(None, (named, posted)))


@lru_cache(maxsize=1024)
def place_in(text: str) -> tuple[str, str]:
    """The country and state that ``text`` names: ``AU``, ``Florida``, ``US-FL``, ``Texas, US``.

    Both empty when it names none we know; a code of two letters is a country's before a state's.
    """
    country = country_of(text)
    if country:
        return country, ""
    first, _, second = text.replace(",", "-").partition("-")
    for country, state in ((first, second), (second, first)):
        code = country_of(country)
        if code and (found := states_of(code, state.strip())):
            return code, min(found)
    named = (
        (code, states[folded(text)])
        for code, states in CODES_OF_STATE.items()
        if folded(text) in states
    )
    return next(named, ("", ""))


def zone_candidates(
    *, country: str, subdivision: str = "", postcode: str = "", lines: "Iterable[Line]" = ()
) -> tuple[tuple[str, ...], str]:
    """The IANA zones a person may be in, sorted, and in words what that rests on.

    A call needs every candidate inside calling hours, so one too many costs a few hours of the
    day and one too few wakes somebody up:

    * The address decides when its country, state or postcode keeps one clock or lies on few.
      The zones of a number that names a place come on top. So do those of a one-clock mobile;
      toll-free numbers and mobiles of a country with many clocks say nothing then.
    * A country on many clocks with neither: a number that names a place inside it decides,
      otherwise the whole country counts.
    * Without an address every zone of every number counts.
    * Nothing known: no candidate, and the lead waits until somebody finds out.
    """
    address = address_zones(country, subdivision, postcode)
    lines = [line for line in lines if line.zones]
    if len(address) == 1 and {line.zones for line in lines} <= {address}:
        return address, FROM_ADDRESS
    if not address:
        # A number nobody has given out says nothing beside one that exists.
        known = [line for line in lines if line.phone.state is PhoneState.VALID] or lines
        zones = {zone for line in known for zone in line.zones}
        return tuple(sorted(zones)), FROM_NUMBER if zones else ""
    placed = {zone for line in lines if _names_place(line) for zone in line.zones}
    is_whole_country = len(address) > 1 and not placed_zones(country, subdivision, postcode)
    if is_whole_country:
        here = {
            zone
            for line in lines
            if line.is_geographic and line.phone.e164 and _is_inside(line, country)
            for zone in line.zones
        }
        if here:
            return tuple(sorted(placed)), FROM_BOTH
    if placed <= set(address):
        return tuple(sorted(address)), FROM_ADDRESS
    return tuple(sorted({*address, *placed})), FROM_BOTH


def _state_key(country: str, subdivision: str) -> str:
    words = folded(subdivision)
    return " ".join(_RUSSIAN_KINDS.sub(" ", words).split()) if country == "RU" else words


def _names_place(line: "Line") -> bool:
    """Whether a number says where its owner is beside an address that does."""
    return line.is_geographic or (line.phone.kind == "mobile" and len(line.zones) == 1)


def _is_inside(line: "Line", country: str) -> bool:
    """Whether a number's zones are clocks of the country: of it, or of one of its states."""
    return bool(_all_zones(country).intersection(line.zones))


@lru_cache(maxsize=64)
def _all_zones(country: str) -> frozenset[str]:
    states = ZONES_OF_STATE.get(country, {}).values()
    return frozenset({*ZONES_OF_COUNTRY[country], *(zone for zones in states for zone in zones)})


_COUNTRIES = {folded(name): country for name, country in COUNTRY_OF_NAME.items()}
_US_POSTCODE = re.compile(r"(\d{4,5})(?:-?\d{4})?")
_POSTCODES = {
    "AU": re.compile(r"\d{4}"),
    "BR": re.compile(r"\d{5}-?\d{3}"),
    "CA": re.compile(r"[A-Z]\d[A-Z](?:-?\d[A-Z]\d)?"),
    "ES": re.compile(r"\d{5}"),
    "MX": re.compile(r"\d{5}"),
    "PT": re.compile(r"\d{4}(?:-\d{3})?"),
    "RU": re.compile(r"\d{6}"),
}
_STATE_CODE = re.compile(r"[A-Za-z0-9]{1,3}")
_RUSSIAN_KINDS = re.compile(r"\b(?:oblast|region|krai|kray|republic|respublika|city|of)\b")
