"""A time zone as people type it: a city, or its IANA name."""

from functools import lru_cache

from PySide6.QtCore import QTimeZone

from qualdesk.core.times import is_zone, place_of


def zone_read(text: str) -> str:
    """The IANA zone that was typed, or whose city was; empty when it could be several or none."""
    wanted = text.strip().casefold().replace(" ", "_")
    if not wanted:
        return ""
    known = _zones()
    if is_zone(known.get(wanted, "")):
        return known[wanted]
    # One city under several names of the world is one clock for what is said here.
    cities = {name: key.rpartition("/")[2] for key, name in known.items()}
    named = [name for name, city in cities.items() if city == wanted]
    begun = named or [name for name, city in cities.items() if city.startswith(wanted)]
    # Whether this computer knows them is asked of these alone: all are five hundred files.
    found = [name for name in begun if is_zone(name)]
    return found[0] if len({place_of(name) for name in found}) == 1 else ""


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    """All zones with a city, by their names in small letters; not all are known here."""
    names = [bytes(each.data()).decode() for each in QTimeZone.availableTimeZoneIds()]
    kept = sorted(name for name in names if "/" in name or name == "UTC")
    return {name.casefold(): name for name in kept}
