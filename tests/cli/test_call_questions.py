"""A call at the command line: the question to read, in the person's language, by number."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qualdesk.__main__ import main
from qualdesk.resources import shipped

Ask = Callable[..., Any]
AT = "2026-03-17T10:24+01:00"
LEADS = "Name,Company,Phone\nAnna,Berg Ltd,+49 30 23125 001\n"


@pytest.fixture
def ask(sqlite_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """A workspace with one lead, who is read the long script."""

    def run(words: str, *more: str, code: int = 0, plain: bool = False) -> Any:
        told = [*words.split(), *more, "--db", f"sqlite:///{sqlite_file}", "--at", AT]
        ended = main([*told, "--caller", "sue", *([] if plain else ["--json"])])
        said = capsys.readouterr()
        assert ended == code, said.err
        return said.err if code == 2 else said.out if plain else json.loads(said.out)

    script = shipped("scripts") / "full-discovery.toml"
    source = shipped("samples") / "packtech-expo.toml"
    run("campaign new Fair --script", str(script), "--source", str(source))
    leads = tmp_path / "leads.csv"
    leads.write_text(LEADS, encoding="utf-8")
    run("intake", str(leads), "--campaign", "Fair")
    return run


def test_a_call_reads_its_next_question_with_the_answers_by_number(ask: Ask) -> None:
    assert "still_current" not in ask("call next", plain=True), "nobody is on the phone yet"
    told = ask("call next --dial", plain=True)
    assert "\nstill_current: " in told
    assert "  1 Yes   2 No\n" in told, "here a person knows"
    after = ask("call answer still_current 1", plain=True)
    assert after.startswith("Kept: still_current.\n")
    assert "\nneed: " in after
    ask("call answer need", "a second line")
    ask("call answer since", "--does-not-know")
    asked = ask("call answer consequence", "--does-not-know", plain=True)
    assert "\ntoday: How do they do it today?\n  How do you do that today?\n" in asked
    assert "2 By hand" in asked
    assert "   or --does-not-know\n" in asked
    answered = ask("call answer today 1")
    assert answered["next"]["says"], "the words to read go to programs too"
    assert ask("call next")["answers"]["today"]["value"] == "own_machine"
    ask("call answer machine_trouble", "1, 3")
    assert len(ask("call next")["answers"]["machine_trouble"]["value"]) == 2
    assert "Choose one of" in ask("call answer today 9", code=2)


def test_times_are_typed_as_they_are_heard(ask: Ask) -> None:
    """D4: typed data, said in the person's way."""
    ask("call next --dial")
    for question, typed, kept in (
        ("fixed_day", "30 Sep 2026", "2026-09-30"),
        ("fixed_day", "tomorrow", "2026-03-18"),
        ("since", "Q3 2025", "2025-Q3"),
    ):
        ask(f"call answer {question}", typed)
        assert ask("call next")["answers"][question]["value"] == kept


def test_an_answer_to_a_hidden_question_says_that_it_does_not_count(ask: Ask) -> None:
    ask("call next --dial")
    hidden = ask("call answer machine_age 12", plain=True)
    assert "It does not count while the question is not asked: only when " in hidden
    assert not ask("call answer machine_age 12")["counts"]
    assert ask("call answer today own_machine")["counts"]
    assert "It does not count" not in ask("call answer machine_age 12", plain=True)


def test_a_call_goes_on_in_another_language_and_stays_in_it(ask: Ask) -> None:
    assert "Add --dial" in ask("call next --language de", code=2)
    german = ask("call next --dial --language German", plain=True)
    english = ask("call next --language en", plain=True)
    assert german != english
    ask("call next --language de")
    after = ask("call answer still_current 1", plain=True)
    assert after == ask("call answer still_current yes --language de", plain=True)
    assert "no words in “fr”" in ask("call next --language fr", code=2)
