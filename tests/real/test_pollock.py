"""Polluted files of others, read blind: nobody says a delimiter, a heading or a quote."""

import os
import re
import tarfile
from pathlib import Path

import pytest

from real.pollock import Score, agreement, score, score_files, simple, weighted
from real.sample import EVERY

POLLOCK = Path(os.environ["QUALDESK_REAL_FILES"]) / "pollock"
USUAL = (
    "source",
    "file_no_header",
    "file_preamble",
    "file_no_trailing_newline",
    "file_double_trailing_newline",
    "file_one_data_row",
    "file_record_delimiter_0xA",
    "file_record_delimiter_0xD",
    "file_field_delimiter_0x3B",
    "file_field_delimiter_0x9",
    "file_field_delimiter_0x2C_0x20",
    "file_escape_char_0x00",
    "file_escape_char_0x5C",
)
# Each change reads one in six of them, and those that are usual (QUALDESK_EVERY_FILE=1: all).
ONE_IN = 1 if EVERY else 6
ALL, QUOTES = 2290, 756


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pollock")
    with tarfile.open(POLLOCK / "polluted_files.tar.xz") as archive:
        archive.extractall(folder, filter="data")
    return folder / "polluted_files"


@pytest.fixture(scope="module")
def drawn(folder: Path) -> list[str]:
    """One in so many, whatever its pollution."""
    names = sorted(path.name for path in (folder / "csv").iterdir())
    assert len(names) == ALL
    return names[::ONE_IN]


@pytest.fixture(scope="module")
def scores(folder: Path, drawn: list[str]) -> dict[str, Score]:
    # And of each kind of pollution one: a kind is a name but for its numbers.
    kinds = {
        re.sub(r"\d+", "", name): name
        for name in sorted(path.name for path in (folder / "csv").iterdir())
    }
    few = {*drawn, *kinds.values(), *(f"{name}.csv" for name in USUAL)}
    return score_files(folder, sorted(few))


def test_polluted_files_are_read_blind_as_well_as_others_read_them_told_how(
    scores: dict[str, Score], drawn: list[str]
) -> None:
    """The best published system, given every parameter, has 9.961 and 9.599."""
    assert len(drawn) >= ALL / ONE_IN
    assert simple({name: scores[name] for name in drawn}) >= 9.95
    assert weighted(scores, POLLOCK / "pollock_weights.json") >= 9.60


def test_what_is_usual_in_real_files_is_read_without_loss(scores: dict[str, Score]) -> None:
    assert {name: scores[f"{name}.csv"].points for name in USUAL} == dict.fromkeys(USUAL, 10.0)


def test_a_damaged_line_costs_itself_and_nothing_else(scores: dict[str, Score]) -> None:
    quotes = [one for name, one in scores.items() if name.startswith("row_extra_quote")]
    assert len(quotes) >= QUOTES / ONE_IN
    assert all(one.rows.recall >= 82 / 83 and one.cells.recall > 0.99 for one in quotes)
    parted = [one for name, one in scores.items() if name.startswith("row_more_sep")]
    assert all(one.rows == agreement("x", "x") for one in parted)


def test_the_scorer_tells_good_from_bad() -> None:
    meant = [["Name", "Phone"], ["Anna", "1"], ["Ben", "2"]]
    assert score(meant, meant).points == 10
    assert score(meant, []).points == 1
    assert score([], []).points == 10
    half = score(meant, [["Name", "Phone"], ["Anna", "1"], ["Ben", "3"], ["Ben", "3"]])
    assert (half.header.points, half.rows.precision, half.rows.recall) == (3, 1 / 2, 1 / 3)
    assert half.rows.f1 == pytest.approx(0.4)
    assert (half.cells.precision, half.cells.recall) == (5 / 6, 5 / 8)
