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
    if wanted in known:
        return known[wanted]
    # One city under several names of the world is one clock for what is said here.
    cities = [name for key, name in known.items() if key.rpartition("/")[2] == wanted]
    begun = [name for key, name in known.items() if key.rpartition("/")[2].startswith(wanted)]
    found = cities or begun
    return found[0] if len({place_of(name) for name in found}) == 1 else ""


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    """All zones with a city, by their names in small letters."""
    names = [bytes(each.data()).decode() for each in QTimeZone.availableTimeZoneIds()]
    kept = sorted(name for name in names if ("/" in name or name == "UTC") and is_zone(name))
    return {name.casefold(): name for name in kept}
