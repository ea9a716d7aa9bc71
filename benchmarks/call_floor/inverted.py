"""Beliefs upside down: whatever the program holds to be best, it is told to be worst."""

import json
from typing import Any

from qualdesk.files.beliefs import beliefs_to_plain, shipped_beliefs


def upside_down() -> str:
    """The shipped beliefs with the levels of each factor in the opposite order, as JSON."""
    plain = beliefs_to_plain(shipped_beliefs())
    for chance in ("answer", "qualify"):
        plain[chance] = {factor: swapped(levels) for factor, levels in plain[chance].items()}
    return json.dumps(plain)


def swapped(levels: dict[str, Any]) -> dict[str, Any]:
    """The best level gets the worst one's value, the second best the second worst's, and so on."""
    order = sorted(levels, key=levels.__getitem__)
    return dict(zip(order, [levels[level] for level in reversed(order)], strict=True))
