"""How the reasons why a lead is called or waits look: an icon and its tone for each."""

from typing import Final

_ICONS: Final = {
    "free": ("phone", "ok"),
    "hours": ("clock", "text3"),
    "law": ("scale", "warn"),
    "limit": ("scale", "warn"),
    "promised": ("calendar-clock", "call"),
    "your_promise": ("calendar-clock", "call"),
    "promised_others": ("calendar-clock", "call"),
    "resting": ("repeat", "text3"),
    "tries": ("repeat", "warn"),
    "yours": ("headset", "accent_text"),
    "others": ("users", "text3"),
    "pushed": ("user-plus", "accent_text"),
    "sticky": ("building-2", "text3"),
    "kept_out": ("ban", "warn"),
    "not_open": ("hourglass", "text3"),
    "closed": ("hourglass", "warn"),
    "zone": ("globe", "warn"),
    "research": ("search", "text3"),
    "no": ("ban", "bad"),
    "number": ("phone-off", "warn"),
    "loading": ("upload", "text3"),
    "source_card": ("file-text", "warn"),
    "permission": ("file-warning", "warn"),
    "paused": ("pause", "text3"),
}


def look_of(code: str) -> tuple[str, str]:
    """The icon of a reason and the colour role it is drawn in."""
    return _ICONS.get(code, ("clock", "text3"))
