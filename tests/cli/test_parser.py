"""The command line's words: options before and after a verb, refusals in one sentence."""

from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

import pytest

from qualdesk.cli.parser import make_parser
from qualdesk.cli.plain import as_json, harmless, say
from qualdesk.core.changes import Changes
from qualdesk.core.errors import Refused
from qualdesk.core.ids import LeadId


def read(line: str) -> dict[str, object]:
    return vars(make_parser().parse_args(line.split()))


def test_the_workspace_and_json_work_before_and_after_the_verb() -> None:
    before = read("--db sqlite:///a.sqlite --json queue --campaign X")
    after = read("queue --campaign X --db sqlite:///a.sqlite --json")
    assert before == after
    assert before["db"] == "sqlite:///a.sqlite"
    assert before["json"] is True


def test_a_rehearsal_clock_needs_a_zone() -> None:
    asked = read("queue --campaign X --at 2026-03-17T10:24+01:00")
    assert asked["at"] == datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
    with pytest.raises(Refused, match="no time with a zone"):
        read("queue --campaign X --at 2026-03-17T10:24")
    for far in ("9999-12-31T23:59Z", "0001-01-01T00:00+14:00", "1970-01-01T00:00Z"):
        with pytest.raises(Refused, match="no time"):
            read(f"queue --campaign X --at {far}")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("dance", "invalid choice"),
        ("buckets", "--campaign"),
        ("queue --campaign X --limit 0", "whole number above zero"),
        ("queue --campaign X --limit many", "whole number above zero"),
        ("queue --why 99999999999999999999999", "too large a number"),
        ("queue --why 9223372036854775808", "too large a number"),
        ("erase " + "9" * 5000, "too large a number"),
        ("queue pin \u0663", "with the digits 0 to 9"),
        ("queue pin \u0660", "with the digits 0 to 9"),
        ("do-not-call keep --days 999999999", "more than a hundred years"),
        ("queue pin 3²", "whole number above zero"),
        ("queue pin 000", "whole number above zero"),
        ("queue weigh Expo \u0661\u0665\u0660", "no whole percentage"),
        ("queue weigh Expo " + "9" * 5000, "no whole percentage"),
        ("campaign", "WHAT"),
        ("handoff export --campaign X", "--out"),
        ("handoff export --campaign X --out d --answer-by soon", "no date"),
        ("call finish no_answer --scope planet", "invalid choice"),
        ("buckets --campaign X --colour red", "--colour"),
    ],
)
def test_a_wrong_command_is_refused_in_one_sentence(line: str, says: str) -> None:
    with pytest.raises(Refused) as refused:
        read(line)
    assert says in refused.value.says
    assert "--help" in refused.value.says
    assert "\n" not in refused.value.says


def test_the_largest_number_a_database_can_hold_is_read() -> None:
    assert read("queue --why 9223372036854775807")["why"] == 2**63 - 1


def test_the_verbs_keep_their_names() -> None:
    for line in (
        "campaign new Expo --source a.toml --script s --definition d",
        "campaign list",
        "intake f.csv --campaign Expo --region DE --mapping m --dry-run --left-out l.csv",
        "queue --campaign Expo --limit 3",
        "buckets --campaign Expo",
        "call next",
        "call answer need words",
        "call finish no_answer",
        "handoff export --campaign Expo --out d --receiver R --answer-by 2026-03-24",
        "handoff answers a.xlsx",
        "backup f",
        "restore f",
        "demo --out d --window",
        "doctor",
    ):
        assert read(line)["verb"] == line.split()[0]
    assert read("handoff export --campaign E --out d --answer-by 2026-03-24")["answer_by"] == date(
        2026, 3, 24
    )


class Colour(StrEnum):
    RED = "red"


def test_results_become_json_values() -> None:
    value = {
        Colour.RED: (1, Path("a") / "b"),
        "at": datetime(2026, 3, 17, tzinfo=UTC),
        "changes": Changes(leads=frozenset({LeadId(2), LeadId(1)})),
    }
    data = as_json(value)
    assert data["red"][0] == 1
    assert data["at"] == "2026-03-17T00:00:00+00:00"
    assert data["changes"]["leads"] == [1, 2]


def test_a_leads_text_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    say(None, ["Iris \x1b[31mVogel\x1b[0m \u202egnp"], as_data=False)
    assert capsys.readouterr().out == "Iris [31mVogel[0m gnp\n"
    assert harmless("a\tb\nc\x07") == "a\tb\nc"
