"""Every real file in the words of the house: loaded to the last row, or refused in a sentence.

Run with QUALDESK_REAL_FILES=DIR; without it nothing here is collected. The files are read once,
all in one process of their own, so that its memory is what they cost. Each workbook is opened in
one more: of those, each change reads one in four (QUALDESK_EVERY_FILE=1: all).
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from real.real_files import files_of
from real.sample import sample

FOLDER = Path(os.environ["QUALDESK_REAL_FILES"])
ALL = files_of(FOLDER)
TEXT = {".csv", ".txt", ".tsv", ".json"}
WORKBOOKS = [path for path in ALL if path.suffix not in TEXT]
LEFT_OUT = {*WORKBOOKS} - {*sample(WORKBOOKS, 4)}
READ = [path for path in ALL if path not in LEFT_OUT]
FILES = [str(path.relative_to(FOLDER)) for path in READ]
LONGEST = 10
MOST_GROWTH = 50 << 10
MOST_OF_ALL = 128 << 10

pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="session")
def outcomes() -> dict[str, dict[str, Any]]:
    """What became of each file, by its name."""
    script = Path(__file__).with_name("real_files.py")
    done = subprocess.run(
        [sys.executable, script, FOLDER, "--of", *READ], capture_output=True, text=True, check=True
    )
    return {found["file"]: found for found in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("name", FILES)
def test_a_real_file_is_loaded_to_the_last_row_or_refused_in_a_sentence(
    outcomes: dict[str, dict[str, Any]], name: str
) -> None:
    outcome = outcomes[name]
    assert "fell" not in outcome, outcome["fell"]
    assert outcome["s"] < LONGEST
    if "refused" in outcome:
        assert outcome["error"] in {"ListRefused", "Unreadable"}
        says = outcome["refused"]
        assert says.endswith((".", "?"))
        assert "\n" not in says
        assert len(says) < 160
        return
    rows = outcome["new"] + outcome["updated"] + outcome["merged"] + outcome["left_out"]
    assert rows == outcome["rows"] > 0
    assert outcome["leads"] == outcome["new"], "each lead is in exactly one bucket"
    assert len(outcome["reasons"]) == outcome["left_out"]
    assert all(outcome["reasons"])


def test_the_program_itself_stays_small_over_all_files(
    outcomes: dict[str, dict[str, Any]],
) -> None:
    assert set(outcomes) == set(FILES)
    assert max(outcome["grown_kb"] for outcome in outcomes.values()) < MOST_GROWTH
    assert sum(outcome["grown_kb"] for outcome in outcomes.values()) < MOST_OF_ALL


def test_the_table_for_people_names_every_file() -> None:
    table = Path(__file__).parents[2] / "docs" / "intake-files.md"
    lines = table.read_text(encoding="utf-8").splitlines()
    named = {line.split(" | ")[0].removeprefix("| ") for line in lines if line.startswith("| ")}
    names = [str(path.relative_to(FOLDER)) for path in ALL]
    missing = [name for name in names if not any(name.endswith("/" + one) for one in named)]
    assert missing == []
