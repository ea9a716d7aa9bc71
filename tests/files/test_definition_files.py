"""Groups and tiers in definition files: read, written, and refused at their key."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from qualdesk.core.definition import Definition, Tier
from qualdesk.core.document_checks import definition_problems
from qualdesk.core.errors import DocumentRefused
from qualdesk.files.documents import (
    definition_from_json,
    definition_from_text,
    definition_to_json,
    definition_to_text,
)
from script_makers import make_definition

DOCS = Path(__file__).resolve().parents[2] / "docs"
TIER = Tier(id="near", label="Nearly", threshold=25, must_haves=("role", "call"), means="a talk")
USUAL = make_definition()
WHOLE = replace(
    make_definition(*(replace(one, group="interest") for one in USUAL.criteria[:1]),
                    *USUAL.criteria[1:]),
    tiers=(TIER, replace(TIER, id="bare", means="")),
)  # fmt: skip


def problems(definition: Definition) -> list[tuple[str, str]]:
    return [(one.place, one.says) for one in definition_problems(definition)]


def test_groups_and_tiers_come_back_as_they_were() -> None:
    assert problems(WHOLE) == []
    assert definition_from_text(definition_to_text(WHOLE)) == WHOLE
    assert definition_from_json(definition_to_json(WHOLE)) == WHOLE


def test_a_definition_without_them_is_written_as_before() -> None:
    """Versions kept by an older program stay the same text, so their signatures still hold."""
    plain = definition_to_json(USUAL)
    assert "group" not in plain
    assert "tiers" not in plain


def test_the_page_about_definitions_shows_what_can_be_read() -> None:
    page = (DOCS / "definition.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    head = 'id = "ours"\nname = "Ours"\nversion = 1\nthreshold = 25\n'
    rest = "\n".join(
        f'[[criteria]]\nid = "{name}"\nlabel = "{name}"\nquestion = "{name}"\npoints = 15\n'
        for name in ("right_person", "wants_call")
    )
    assert len(tomllib.loads(example)["criteria"]) == 2
    read = definition_from_text(head + example + rest)
    assert [one.group for one in read.criteria] == ["interest", "interest", "", ""]
    assert (read.most, read.tiers[0].must_haves) == (55, ("right_person", "wants_call"))


@pytest.mark.parametrize(
    ("tier", "place", "says"),
    [
        (replace(TIER, label=""), "label", "This is empty. Write something."),
        (replace(TIER, threshold=0), "threshold", "Write a number that is not below 1."),
        (
            replace(TIER, threshold=81),
            "threshold",
            "81 points are needed, and the best call gives 80. Lower it, or give more points.",
        ),
        (
            replace(TIER, must_haves=()),
            "must_haves",
            "Name at least one criterion that must be met for it.",
        ),
        (
            replace(TIER, must_haves=("role", "gone")),
            "must_haves",
            "There is no criterion “gone”. Name one of this definition by its id.",
        ),
    ],
)
def test_a_tier_that_nobody_could_reach_is_told_at_its_key(
    tier: Tier, place: str, says: str
) -> None:
    assert problems(replace(USUAL, tiers=(tier,))) == [(f"tiers.1.{place}", says)]


def test_two_tiers_of_one_id_are_told() -> None:
    ((place, says),) = problems(replace(USUAL, tiers=(TIER, TIER)))
    assert place == "tiers.2.id"
    assert says.startswith("“near” is used twice.")


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ('group = "Not A Key"', "criteria.1.group"),
        ("group = 3", "criteria.1.group"),
        ('[[tiers]]\nid = "a"\nlabel = "A"\nthreshold = "ten"', "tiers.1.threshold"),
        ('[[tiers]]\nid = "a"\nlabel = "A"\nthreshold = 5\nmust_have = ["a"]', "tiers.1.must_have"),
        ('[[tiers]]\nlabel = "A"\nthreshold = 5', "tiers.1.id"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_key(written: str, place: str) -> None:
    text = (
        'id = "ours"\nname = "Ours"\nversion = 1\nthreshold = 5\n[[criteria]]\nid = "a"\n'
        f'label = "A"\nquestion = "a"\nmust_have = true\npoints = 5\n{written}\n'
    )
    with pytest.raises(DocumentRefused) as refused:
        definition_from_text(text)
    assert place in {problem.place for problem in refused.value.problems}
