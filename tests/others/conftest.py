"""What large programs of others make of our files. Only where QUALDESK_OTHERS_LOOK is set.

`.ci/others_look` sets it, once it has put those programs in place.
"""

import os
from pathlib import Path


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Without those programs there is nothing to collect here."""
    wanted = os.environ.get("QUALDESK_OTHERS_LOOK", "")
    return True if not wanted and collection_path.name.startswith("test_") else None
