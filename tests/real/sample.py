"""Which of the real files each change is tried with; QUALDESK_EVERY_FILE=1 takes them all."""

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

EVERY: Final = "QUALDESK_EVERY_FILE" in os.environ


def sample(paths: Sequence[Path], one_in: int) -> list[Path]:
    """One of so many, the same each time: of each folder and kind of file the first at least."""
    if EVERY:
        return list(paths)
    kept, met = [], Counter[tuple[Path, str]]()
    for path in paths:
        kind = (path.parent, path.suffix)
        if met[kind] % one_in == 0:
            kept.append(path)
        met[kind] += 1
    return kept
