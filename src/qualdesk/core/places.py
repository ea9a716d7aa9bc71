"""Where a person is, as far as a list says: their country, and the clocks they may live by."""

from collections.abc import Iterable
from functools import lru_cache

from qualdesk.core.identity import folded
from qualdesk.core.leads import PhoneState
from qualdesk.core.phones import Line, region_of_code
from qualdesk.core.place_tables import COUNTRY_OF_NAME, ZONES_OF_COUNTRY, ZONES_OF_STATE

FROM_LIST = "said in the list"
FROM_ADDRESS = "by their address"
FROM_NUMBER = "by their number"
FROM_BOTH = "by their address and number"


@lru_cache(maxsize=1024)
def country_of(text: str) -> str:
    """The ISO code of the country that ``text`` names, empty when it names none we know.

    Understands codes of two and three letters, calling codes (``+49``) and the names of the
    likeliest countries in English, German, French and Spanish.
    """
    word = text.strip()
    if word.removeprefix("+").isdigit():
        return region_of_code(word) if word.startswith(("+", "00")) else ""
    return _COUNTRIES.get(folded(word), "")


@lru_cache(maxsize=4096)
def address_zones(country: str, subdivision: str = "") -> tuple[str, ...]:
    """The zones of a country (ISO code), or of one of its states; sorted, empty when unknown."""
    states = ZONES_OF_STATE.get(country, {})
    return states.get(folded(subdivision), ()) or ZONES_OF_COUNTRY.get(country, ())


def is_state(country: str, subdivision: str) -> bool:
    """Whether ``subdivision`` is a state we know of a country on several clocks."""
    return folded(subdivision) in ZONES_OF_STATE.get(country, {})


def zone_candidates(
    *, country: str, subdivision: str = "", postcode: str = "", lines: Iterable[Line] = ()
) -> tuple[tuple[str, ...], str]:
    """The IANA zones a person may be in, sorted, and in words what that rests on.

    A call needs every candidate inside calling hours, so one too many costs a few hours of the
    day and one too few wakes somebody up:

    * The address decides when its country or state keeps one clock or is split between few.
      The zones of a number that names a place come on top. So do those of a one-clock mobile;
      toll-free numbers and mobiles of a country with many clocks say nothing then.
    * A country on many clocks with no state: a number that names a place inside it decides,
      otherwise the whole country counts.
    * Without an address every zone of every number counts.
    * Nothing known: no candidate, and the lead waits until somebody finds out.
    """
    address = address_zones(country, subdivision)
    lines = [line for line in lines if line.zones]
    if len(address) == 1 and all(line.zones == address for line in lines):
        return address, FROM_ADDRESS
    if not address:
        # A number nobody has given out says nothing beside one that exists.
        known = [line for line in lines if line.phone.state is PhoneState.VALID] or lines
        zones = {zone for line in known for zone in line.zones}
        return tuple(sorted(zones)), FROM_NUMBER if zones else ""
    placed = {zone for line in lines if _names_place(line) for zone in line.zones}
    is_whole_country = len(address) > 1 and not is_state(country, subdivision)
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


def _names_place(line: Line) -> bool:
    """Whether a number says where its owner is beside an address that does."""
    return line.is_geographic or (line.phone.kind == "mobile" and len(line.zones) == 1)


def _is_inside(line: Line, country: str) -> bool:
    """Whether a number's zones are clocks of the country: of it, or of one of its states."""
    return bool(_all_zones(country).intersection(line.zones))


@lru_cache(maxsize=64)
def _all_zones(country: str) -> frozenset[str]:
    states = ZONES_OF_STATE.get(country, {}).values()
    return frozenset({*ZONES_OF_COUNTRY[country], *(zone for zones in states for zone in zones)})


_COUNTRIES = {folded(name): country for name, country in COUNTRY_OF_NAME.items()}
