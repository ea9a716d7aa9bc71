"""The clock of whoever sits at this computer."""

from PySide6.QtCore import QTimeZone

from qualdesk.core.times import is_zone


def own_zone() -> str:
    """The IANA zone this computer's clock shows; UTC when it does not say."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return name if is_zone(name) else "UTC"
