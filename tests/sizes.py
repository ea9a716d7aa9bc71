"""How often a random test tries its property: a few times with each change, as often as wanted."""

import os

_WANTED = os.environ.get("QUALDESK_EXAMPLES", "")


def tried(usually: int) -> int:
    """How many examples: ``usually``, or as many as QUALDESK_EXAMPLES says."""
    return int(_WANTED or usually)
