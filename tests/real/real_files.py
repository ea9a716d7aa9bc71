"""Every real file through the whole intake, one after the other, in a process of its own.

    python tests/real/real_files.py FOLDER [--write docs/intake-files.md] [--of FILE ...]

Each goes into an empty workspace, as a supervisor's first list. Without ``--write`` each
outcome is a JSON line; with it, all of them become a table for people to read.
"""

import argparse
import json
import resource
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import QualdeskError
from qualdesk.desk import Desk

FOLDERS = (
    "messy_leads",
    "csv_spectrum/csvs",
    "tabulator_data",
    "odd_spreadsheets",
    "salesforce_dataloader",
    "datablist/broken_csv",
)
_MORNING = datetime(2026, 3, 17, 9, tzinfo=UTC)
_HEAD = """# What becomes of real files

Files nobody here wrote, each loaded whole into an empty workspace, with the United States for
numbers without a country code. Nothing in the program is tuned to them. A file is loaded, every
row of it accounted for (rows = new + updated + merged + left out), or it is refused once, in a
sentence that says what to do. Made by `tests/real/real_files.py`; `tests/real` holds the program
to it: no traceback, none over 10 seconds, the sums right, its own memory small.

"""


def main() -> None:
    """Read the files, and say or write what became of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--of", type=Path, nargs="*", help="these alone")
    asked = parser.parse_args()
    found = outcomes(asked.folder, asked.of or files_of(asked.folder))
    if asked.write:
        asked.write.write_text(table_of(list(found)), encoding="utf-8")
    else:
        for outcome in found:
            sys.stdout.write(json.dumps(outcome) + "\n")


def files_of(folder: Path) -> list[Path]:
    """The files there are, in an order that stays."""
    found = (path for name in FOLDERS for path in sorted((folder / name).rglob("*")))
    return [path for path in found if path.is_file() and not path.name.startswith("LICENSE")]


def outcomes(folder: Path, files: Iterable[Path]) -> Iterator[dict[str, object]]:
    """What became of each of them, as plain values."""
    with tempfile.TemporaryDirectory() as place:
        empty = Path(place) / "empty.sqlite"
        _desk(empty).close()
        # What the first list costs any program: modules and patterns that stay.
        (Path(place) / "first.csv").write_text("Name,Phone\nAnna,(212) 555-0100\n", "utf-8")
        _outcome(Path(place) / "first.csv", Path(place), empty)
        for path in files:
            outcome = _outcome(path, Path(place), empty)
            yield {"file": str(path.relative_to(folder)), **outcome}


def table_of(found: list[dict[str, object]]) -> str:
    """All outcomes for people to read."""
    loaded = [outcome for outcome in found if "rows" in outcome]
    rows, slowest = sum(int(str(o["rows"])) for o in loaded), max(float(str(o["s"])) for o in found)
    lines = [_HEAD, f"{len(found)} files: {len(loaded)} loaded with {rows:,} rows, "]
    lines.append(f"{len(found) - len(loaded)} refused. The slowest took {slowest:.1f} s.\n")
    for folder in FOLDERS:
        lines.append(f"\n## {folder}\n\n")
        lines.append("| file | read as | rows | new | updated | merged | left out | said |\n")
        lines.append("|---|---|--:|--:|--:|--:|--:|---|\n")
        lines += [_line(o, folder) for o in found if str(o["file"]).startswith(folder + "/")]
    return "".join(lines)


def _line(outcome: dict[str, object], folder: str) -> str:
    cells = [str(outcome["file"]).removeprefix(folder + "/"), str(outcome.get("format", "-"))]
    cells += [f"{outcome[name]:,}" if name in outcome else "-" for name in _COUNTS]
    says = outcome.get("refused") or " ".join(map(str, outcome.get("notes", ())))  # type: ignore[call-overload]
    cells.append(str(says))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _outcome(path: Path, place: Path, empty: Path) -> dict[str, object]:
    workspace = Path(shutil.copy(empty, place / "desk.sqlite"))
    desk = _desk(workspace)
    started, peak = time.monotonic(), _peak()
    try:
        desk.library.new_campaign("Fair")
        outcome = _loaded(desk, path)
    except QualdeskError as error:
        outcome = {"refused": error.says, "error": type(error).__name__}
    except Exception:  # noqa: BLE001 - what else comes is what is looked for
        outcome = {"fell": traceback.format_exc()}
    finally:
        desk.close()
        for file in place.glob("desk.sqlite*"):
            file.unlink()
    return {**outcome, "s": round(time.monotonic() - started, 2), "grown_kb": _peak() - peak}


def _loaded(desk: Desk, path: Path) -> dict[str, object]:
    preview = desk.intake.preview(path, "Fair")
    loaded = desk.intake.load(path, campaign="Fair", region="US")
    counts = {name: getattr(loaded, name) for name in _COUNTS}
    kept = desk.floor.buckets("Fair").total
    form = [preview.format, preview.encoding, preview.sheet and f"sheet “{preview.sheet}”"]
    notes = dict.fromkeys((*preview.notes, *loaded.notes))
    reasons = [row.reason for row in loaded.left_out_rows]
    return {
        "format": ", ".join(filter(None, form)),
        **counts,
        "leads": kept,
        "reasons": reasons,
        "notes": list(notes),
    }


def _desk(path: Path) -> Desk:
    return open_desk(f"sqlite:///{path}", clock=SetClock(_MORNING), caller="ana", durable=False)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


_COUNTS = ("rows", "new", "updated", "merged", "left_out")

if __name__ == "__main__":
    main()
