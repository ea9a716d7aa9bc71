"""Polluted files of others, read blind: nobody says a delimiter, a heading or a quote."""

import os
import tarfile
from pathlib import Path

import pytest

from real.pollock import Score, agreement, score, score_folder, simple, weighted

POLLOCK = Path(os.environ["QUALDESK_REAL_FILES"]) / "pollock"


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Score]:
    folder = tmp_path_factory.mktemp("pollock")
    with tarfile.open(POLLOCK / "polluted_files.tar.xz") as archive:
        archive.extractall(folder, filter="data")
    return score_folder(folder / "polluted_files")


def test_polluted_files_are_read_blind_as_well_as_others_read_them_told_how(
    scores: dict[str, Score],
) -> None:
    """The best published system, given every parameter, has 9.961 and 9.599."""
    assert len(scores) == 2290
    assert simple(scores) >= 9.95
    assert weighted(scores, POLLOCK / "pollock_weights.json") >= 9.60


def test_what_is_usual_in_real_files_is_read_without_loss(scores: dict[str, Score]) -> None:
    usual = (
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
    assert {name: scores[f"{name}.csv"].points for name in usual} == dict.fromkeys(usual, 10.0)


def test_a_damaged_line_costs_itself_and_nothing_else(scores: dict[str, Score]) -> None:
    quotes = [one for name, one in scores.items() if name.startswith("row_extra_quote")]
    assert len(quotes) == 756
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
