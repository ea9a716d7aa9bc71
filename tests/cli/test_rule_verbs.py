"""The verbs of calling rules: the answer in words, without a workspace, with files of one's own."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from makers import make_clock
from qualdesk.__main__ import main
from qualdesk.core.errors import Refused
from qualdesk.desk.calling_law import CallingLaw
from qualdesk.files.rule_sets import shipped_rules

SUNDAY = "2026-03-15T12:00+01:00"
MINE = """
schema = 1

[[rule_set]]
id = "de"
name = "Germany, as our counsel sees it"
country = "DE"
audience = ["consumer", "unknown"]
reviewed_on = 2026-01-01
review_due = 2026-02-01
enforcement = "warn"
sources = [
  { cite = "Counsel", url = "https://law.example", seen_on = 2026-01-01, quality = "secondary" },
]
"""


class Terminal:
    """The program as a person runs it who has no workspace yet."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.own = folder / "share" / "qualdesk" / "rules"
        self._capsys = capsys

    def run(self, *words: str, at: str = SUNDAY) -> tuple[int, str, str]:
        code = main(["--db", str(self.folder / "none.sqlite"), "--at", at, *words])
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def data(self, *words: str) -> Any:
        code, out, err = self.run(*words, "--json")
        assert code == 0, err
        return json.loads(out)


@pytest.fixture
def terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Terminal]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    yield Terminal(tmp_path, capsys)
    assert not (tmp_path / "none.sqlite").exists(), "whoever asks for a rule makes no workspace"


def test_why_australia_is_not_being_called_is_answered_in_words(terminal: Terminal) -> None:
    """Q6: which rule, on whose clock, until when, from which source; and that it is no advice."""
    code, out, _ = terminal.run("rules", "why", "AU")
    lines = out.splitlines()
    assert code == 0
    assert lines[0].startswith("AU is not called now. Australia, Telemarketing")
    assert lines[0].endswith("no calls on a Sunday.")
    assert "  Perth: 19:00; by law closed, today none" in lines
    assert "  Next: Mon 16 Mar, 11:30 in Adelaide" in lines
    assert any("since 1 April 2017" in line for line in lines)
    assert any(line.startswith("  Source: ") and "donotcall.gov.au" in line for line in lines)
    assert "not legal advice" in lines[-1]


@pytest.mark.parametrize(
    ("words", "at", "says"),
    [
        (("FR",), "2026-03-17T10:24+01:00", "FR may be called now."),
        (("FR",), "2026-03-17T13:24+01:00", "10:00 to 13:00 and 14:00 to 20:00."),
        (("FR",), "2026-11-23T10:24+01:00", "no call without their consent."),
        (("FR", "--given", "consent"), "2026-11-23T10:24+01:00", "FR may be called now."),
        (("FR", "--audience", "business"), "2026-11-23T13:24+01:00", "FR may be called now."),
        (("Florida",), "2026-03-17T12:30+00:00", "calls on a Tuesday only from 8:00 to 21:00."),
        (("Florida",), "2026-03-17T13:30+00:00", "outside calling hours"),
        (("Sweden",), SUNDAY, "No calling rule is known for SE"),
    ],
)
def test_the_answer_is_that_of_the_day_the_place_and_the_person(
    terminal: Terminal, words: tuple[str, ...], at: str, says: str
) -> None:
    _, out, _ = terminal.run("rules", "why", *words, at=at)
    assert says in out.splitlines()[0]


@pytest.mark.parametrize(
    ("place", "at", "says"),
    [
        ("GB", SUNDAY, "GB is not called now. The house does not call on Sundays."),
        ("JP", "2026-03-15T05:00+00:00", "JP is not called now. The house does not call on Sund"),
        ("JP", "2026-03-17T03:00+00:00", "By these, JP may be called now."),
        ("JP", "2026-03-17T12:00+00:00", "It is 21:00 in Tokyo, outside calling hours."),
        ("JP", "2026-03-17T12:00+00:00", "The house calls from 9:00 to 17:30."),
    ],
)
def test_the_house_and_the_law_are_told_apart(
    terminal: Terminal, place: str, at: str, says: str
) -> None:
    """No line says “open” of a place that is not called, and none is without a verdict."""
    _, out, _ = terminal.run("rules", "why", place, at=at)
    first, *lines = out.splitlines()
    assert says in first
    assert not any(", open" in line for line in lines)
    assert first.startswith("No calling rule is known for JP") == (place == "JP")
    assert any("by law open" in line for line in lines) == (place == "GB")


def test_a_place_or_an_audience_nobody_knows_is_refused(terminal: Terminal) -> None:
    code, _, err = terminal.run("rules", "why", "Nowhere")
    assert (code, err) == (
        2,
        "“Nowhere” is no place we know. Write AU, Australia, US-FL or Florida.\n",
    )
    law = CallingLaw(shipped_rules, make_clock())
    with pytest.raises(Refused, match="no audience"):
        law.why("AU", audience="everybody")


def test_rules_are_listed_shown_and_told_apart(terminal: Terminal) -> None:
    assert len(terminal.data("rules", "list")) == len(list(shipped_rules()))
    listed = terminal.data("rules", "list", "--country", "fr")
    assert {one["rule"]["id"] for one in listed} == {"fr-2023", "fr-2026", "fr-business"}
    _, out, _ = terminal.run("rules", "show", "fr-2026")
    for line in (
        "  Mon: 10:00 to 13:00 and 14:00 to 20:00",
        "  Sat: none",
        "  public holidays: none",
        "  at most 4 calls in 30 days",
        "  after somebody declined: 60 days' pause",
        "  needs: consent",
        "  looked up on 22 November 2026, again by 22 May 2027",
    ):
        assert line in out.splitlines()
    code, _, err = terminal.run("rules", "show", "xx")
    assert (code, err) == (2, "There is no calling rule “xx”.\n")


def test_what_is_due_to_be_looked_up_is_named(terminal: Terminal) -> None:
    _, out, _ = terminal.run("rules", "due", at="2026-11-23T12:00+00:00")
    assert out == "Nothing is due to be looked up.\n"
    due = terminal.data("rules", "due")
    assert due == []
    _, out, _ = terminal.run("rules", "due", at="2027-03-01T12:00+00:00")
    assert out == (
        "ie: Ireland, source not found: last looked up on 22 November 2026. "
        "Due since 22 February 2027.\n"
    )


def test_a_set_of_ones_own_stands_for_ours_and_its_file_is_named(terminal: Terminal) -> None:
    terminal.own.mkdir(parents=True)
    (terminal.own / "ours.toml").write_text(MINE, encoding="utf-8")
    _, out, _ = terminal.run("rules", "list", "--country", "DE")
    assert "Germany, as our counsel sees it, from ours.toml" in out
    _, out, _ = terminal.run("rules", "show", "de")
    assert "  from your own file ours.toml" in out.splitlines()
    _, out, _ = terminal.run("rules", "due")
    assert out.startswith("de: Germany, as our counsel sees it")


def test_a_file_with_a_fault_is_named_and_ours_holds(terminal: Terminal) -> None:
    terminal.own.mkdir(parents=True)
    path = terminal.own / "ours.toml"
    path.write_text(MINE.replace('"warn"', '"soft"'), encoding="utf-8")
    code, out, err = terminal.run("rules", "why", "DE", at="2026-03-17T10:24+01:00")
    assert code == 0
    assert err.startswith("ours.toml needs mending in one place.")
    assert "no call without their consent" in out
    code, _, err = terminal.run("rules", "check", str(path))
    assert code == 2
    fault = "rule_set “de”, enforcement: This is not written as it must be."
    assert err.splitlines()[-1].endswith(fault)
    assert err.splitlines()[-1].count(fault) == 1, "the one fault is said once"
    path.write_text(MINE, encoding="utf-8")
    code, out, _ = terminal.run("rules", "check", str(path))
    assert (code, out) == (
        0,
        "de: Germany, as our counsel sees it (stands for ours)\n1 rule set, no fault.\n",
    )


def test_a_rule_is_set_aside_and_an_audience_said_by_command(
    terminal: Terminal, tmp_path: Path
) -> None:
    at = ("--db", str(tmp_path / "desk.sqlite"), "--caller", "Maya")
    assert main([*at, "campaign", "new", "Fair", "--audience", "consumer"]) == 0
    assert main([*at, "campaign", "set-aside", "Fair", "de", "--because", "Counsel wrote."]) == 0
    assert main([*at, "campaign", "set-aside", "Fair", "de", "--because", "Again."]) == 2
    assert main([*at, "campaign", "count-again", "Fair", "de"]) == 0
    assert main([*at, "campaign", "audience", "Fair", "by-lead"]) == 0
    assert main([*at, "campaign", "audience", "Fair", "everybody"]) == 2
    code, out, _ = terminal.run("rules", "list")
    assert code == 0
    assert "does not count for “Fair”: Counsel wrote." in out
    assert "People of “Fair” are taken each by what is known of them." in out
