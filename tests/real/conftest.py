"""Files nobody on the project wrote. Only where QUALDESK_REAL_FILES names their folder."""

import os
from pathlib import Path

import pytest

FOLDER = os.environ.get("QUALDESK_REAL_FILES", "")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Without the folder there is nothing to collect here."""
    return True if not FOLDER and collection_path.name.startswith("test_") else None


@pytest.fixture(scope="session")
def real() -> Path:
    """The folder of real files."""
    return Path(FOLDER)
