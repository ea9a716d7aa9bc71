"""The file of beliefs: what ships can be read, and what cannot be a belief is refused plainly."""

import json
import tomllib
from dataclasses import replace
from math import prod
from pathlib import Path

import pytest

from qualdesk.core.beliefs import ANSWER_LEVELS, ORIGINS, QUALIFY_LEVELS
from qualdesk.core.errors import DocumentRefused
from qualdesk.core.sources import SourceType
from qualdesk.core.traits import Role
from qualdesk.files.beliefs import (
    beliefs_from_plain,
    beliefs_to_plain,
    read_beliefs,
    shipped_beliefs,
)
from qualdesk.resources import shipped

SOURCES = "\n".join(
    f"[{side}.source]\n" + "\n".join(f"{origin} = 0.1" for origin in ORIGINS)
    for side in ("answer", "qualify")
)


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "ours.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_ships_is_what_the_studies_say_roughly() -> None:
    beliefs = shipped_beliefs()
    answer, qualify = beliefs.answer["source"], beliefs.qualify["source"]
    assert (answer["contact_form"], answer["trade_show"], answer["webinar"]) == (0.25, 0.13, 0.13)
    assert (answer["no_show"], answer["giveaway"], answer["list"]) == (0.11, 0.10, 0.08)
    assert (qualify["contact_form"], qualify["trade_show"], qualify["list"]) == (0.35, 0.20, 0.04)
    hours = [beliefs.answer["hour"][str(hour)] for hour in range(9, 17)]
    assert 1.4 <= max(hours) / min(hours) <= 1.6
    assert beliefs.melting["trade_show"].keeps == 0.33
    assert beliefs.melting["trade_show"].melts == ((0.67, 72.0),)
    assert [pace for _, pace in beliefs.melting["contact_form"].melts] == [1.0, 14.0]
    assert beliefs.cap == 0.9


def test_six_tries_keep_nearly_all_that_more_would_bring() -> None:
    tries = shipped_beliefs().answer["attempt"]
    chance = shipped_beliefs().answer["source"]["contact_form"]
    factors = [tries[str(min(number, 7))] for number in range(1, 13)]
    reached = [1 - prod(1 - chance * one for one in factors[:count]) for count in (6, 12)]
    assert reached[0] / reached[1] > 0.8
    assert factors == sorted(factors, reverse=True)


def test_what_ships_names_every_source_and_role_and_no_level_twice() -> None:
    beliefs = shipped_beliefs()
    assert set(beliefs.answer["source"]) == set(beliefs.qualify["source"]) == set(ORIGINS)
    assert {source.value for source in SourceType} <= set(ORIGINS)
    assert set(beliefs.qualify["role"]) == {role.value for role in Role}
    for side, known in ((beliefs.answer, ANSWER_LEVELS), (beliefs.qualify, QUALIFY_LEVELS)):
        assert side.keys() <= known.keys()


def test_every_melting_starts_at_the_whole() -> None:
    for melting in shipped_beliefs().melting.values():
        assert melting.left(0.0) == pytest.approx(1.0)


def test_an_edited_version_comes_back_as_it_was_kept() -> None:
    edited = replace(shipped_beliefs(), answer_strength=50.0, curiosity=1.0, patience=0.0)
    kept = json.dumps(beliefs_to_plain(edited))
    assert beliefs_from_plain(json.loads(kept)) == edited


def test_the_shipped_file_reads_the_same_by_every_door() -> None:
    path = shipped("beliefs.toml")
    assert read_beliefs(path) == shipped_beliefs()
    assert beliefs_from_plain(tomllib.loads(path.read_text("utf-8"))) == shipped_beliefs()


def test_a_short_file_believes_nothing_else(tmp_path: Path) -> None:
    beliefs = read_beliefs(written(tmp_path, SOURCES))
    assert beliefs.answer.keys() == {"source"}
    assert beliefs.answer["source"]["list"] == 0.1
    assert beliefs.melting == {}


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("luck = 3", "luck", "There is no “luck” here."),
        ("cap = 1.5", "cap", "Write a number from 0.01 to 1."),
        ("cap = true", "cap", "Write a number"),
        ("answer_strength = nan", "answer_strength", "Write a number"),
        ("minutes = 3", "minutes", "This must be a table."),
        ("[minutes]\nunanswered = 0", "minutes, unanswered", "Write a number from 0.05 to 240."),
        ("[minutes]\nlunch = 60", "minutes", "There is no “lunch” here."),
        ("[answer.phone]\nsatellite = 2", "answer, phone", "There is no “satellite” here."),
        ("[answer.hour]\n25 = 1", "answer, hour", "There is no “25” here."),
        ("[answer.phone]\nmobile = 0", "answer, phone, mobile", "Write a number from 0.001"),
        ("[answer.phone]\nmobile = '1'", "answer, phone, mobile", "Write a number from 0.001"),
        ("[answer.stars]\nlion = 2", "answer", "There is no “stars” here."),
        ("[answer]\nphone = 2", "answer, phone", "This must be a table."),
        ("[melting.moon]\nkeeps = 1", "melting", "There is no “moon” here."),
        ("[melting.list]\nmelts = [[1, 2]]", "melting, list", "Write what it keeps"),
        ("[melting.list]\nkeeps = 2", "melting, list, keeps", "Write a number from 0 to 1."),
        ("[melting.list]\nkeeps = 1\nmelts = [1]", "melting, list, melts", "Write pairs"),
        (
            "[melting.list]\nkeeps = 1\nmelts = [[0.1, 0]]",
            "melting, list, melts, hours",
            "Write a number from 0.001",
        ),
    ],
)
def test_what_cannot_be_a_belief_is_refused_with_its_place(
    tmp_path: Path, text: str, place: str, says: str
) -> None:
    with pytest.raises(DocumentRefused, match="must be mended in one place") as refused:
        read_beliefs(written(tmp_path, f"{text}\n{SOURCES}"))
    (problem,) = refused.value.problems
    assert problem.place == place
    assert says in problem.says


def test_every_problem_of_a_file_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(DocumentRefused, match="3 places") as refused:
        read_beliefs(written(tmp_path, f"cap = 7\nluck = 1\npatience = -1\n{SOURCES}"))
    assert len(refused.value.problems) == 3


def test_a_source_nobody_wrote_a_chance_for_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(DocumentRefused, match="2 places") as refused:
        read_beliefs(written(tmp_path, SOURCES.replace("list = 0.1", "")))
    assert [problem.says for problem in refused.value.problems] == [
        "Write the chance of list too.",
        "Write the chance of list too.",
    ]


@pytest.mark.parametrize("text", ["cap = ", "\0", "cap = 1\ncap = 2"])
def test_what_is_no_such_file_at_all_is_said_plainly(tmp_path: Path, text: str) -> None:
    with pytest.raises(DocumentRefused, match="cannot be read as beliefs"):
        read_beliefs(written(tmp_path, text))


def test_a_file_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(DocumentRefused, match="cannot be read"):
        read_beliefs(tmp_path / "nowhere.toml")
