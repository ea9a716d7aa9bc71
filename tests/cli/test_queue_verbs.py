"""The queue at the command line: what comes next, why not, and a supervisor's word on it."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from makers import MORNING, make_campaign, make_clock, make_contact, make_lead
from qualdesk.__main__ import main
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Signals
from qualdesk.core.sources import SourceType
from qualdesk.store.database import Store
from qualdesk.store.queue import claim_lead
from qualdesk.store.schema import attempt, member

Ask = Callable[..., Any]
AT = "2026-03-17T10:24+01:00"


@pytest.fixture
def leads(sqlite_file: Path) -> dict[str, int]:
    """Three leads of a fair, one of whom asked for a call, and a caller beside them."""
    store = Store(f"sqlite:///{sqlite_file}", clock=make_clock(), durable=False)
    asked = Signals(source=SourceType.TRADE_SHOW, asked_for_call=True)
    with store.transaction() as tx:
        fair = make_campaign(tx, "Fair")
        found = {
            "ada": make_lead(tx, fair, make_contact(tx, "Ada"), signals=asked),
            "bo": make_lead(tx, fair, make_contact(tx, "Bo")),
            "cy": make_lead(tx, fair, make_contact(tx, "Cy"), wake_at=MORNING + timedelta(hours=2)),
        }
        tx.connection.execute(member.insert().values(name="ben", role="caller"))
    store.close()
    return {name: int(lead_id) for name, lead_id in found.items()}


@pytest.fixture
def ask(sqlite_file: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Runs a command on that workspace; its answer as data, or as text with ``plain``."""

    def run(
        words: str,
        *more: str,
        plain: bool = False,
        refused: bool = False,
        caller: str = "sue",
        at: str = AT,
    ) -> Any:
        told = [*words.split(), *more, "--db", f"sqlite:///{sqlite_file}", "--at", at]
        code = main([*told, "--caller", caller, *([] if plain else ["--json"])])
        said = capsys.readouterr()
        assert code == (2 if refused else 0), said.err
        if refused:
            return said.err
        return said.out if plain else json.loads(said.out)

    return run


def _names(found: Any) -> list[str]:
    return [lead["name"] for lead in found["leads"]]


def test_the_queue_is_listed_with_or_without_a_campaign(ask: Ask, leads: dict[str, int]) -> None:
    assert leads
    assert _names(ask("queue")) == _names(ask("queue --campaign Fair")) == ["Ada", "Bo"]
    assert _names(ask("queue --limit 1")) == ["Ada"]
    text = ask("queue", plain=True)
    assert text.startswith("1. Ada  ")
    assert "Asked for a call" in text


def test_one_lead_says_why_it_stands_there(ask: Ask, leads: dict[str, int]) -> None:
    """Q3: why now, or why not and when."""
    second = ask(f"queue --why {leads['bo']}")
    assert (second["code"], second["place"], second["may_call"]) == ("free", 1, True)
    assert second["priority"] == sum(reason["points"] for reason in second["reasons"])
    resting = ask(f"queue --why {leads['cy']}")
    assert (resting["code"], resting["place"]) == ("resting", None)
    assert resting["says"] == "12:24 in Berlin: resting between tries"
    assert "1 lead comes before it." in ask(f"queue --why {leads['bo']}", plain=True)
    assert "It comes next." in ask(f"queue --why {leads['ada']}", plain=True)
    assert "There is no lead number 99" in ask("queue --why 99", refused=True)


def test_a_closed_lead_has_no_number_and_no_clock(ask: Ask, leads: dict[str, int]) -> None:
    """Q3: only where it stands and why; the rest speaks of a call nobody makes."""
    ask(f"erase {leads['ada']} --sure {leads['ada']}")
    assert ask(f"queue --why {leads['ada']}", plain=True) == "Do not call: Erased\n"
    told = ask(f"queue --why {leads['ada']}")
    assert (told["stands"], told["says"]) == ("do_not_call", "Do not call: Erased")
    assert (told["priority"], told["reasons"], told["may_call"]) == (None, [], False)


def test_an_empty_queue_is_told_on_its_own(ask: Ask, leads: dict[str, int]) -> None:
    """Q3: the counts add up to all open leads, also while some are free."""
    told = ask("queue --empty")
    assert {one["code"]: one["leads"] for one in told["why_empty"]} == {"free": 2, "resting": 1}
    assert told["open_leads"] == len(leads)
    assert ask("queue --empty", plain=True) == (
        "2 leads can be called now; 1 resting between tries.\n"
    )
    for _ in range(2):
        ask("call next --dial")
        ask("call finish no_answer")
    assert "The next lead comes free at Tue 17 Mar, 11:24 in UTC." in ask(
        "queue --empty", plain=True
    )


def test_leads_are_pinned_kept_out_and_given(ask: Ask, leads: dict[str, int]) -> None:
    ada, bo = leads["ada"], leads["bo"]
    assert ask(f"queue pin {bo}")["lead"] == bo
    assert _names(ask("queue")) == ["Bo", "Ada"]
    assert "Pinned 1 lead: costs about" in ask("queue costs", plain=True)
    assert "pinned already" in ask(f"queue pin {bo}", refused=True)
    ask(f"queue unpin {bo}")
    ask(f"queue keep-out {ada}", "--because", "Waits for legal")
    assert _names(ask("queue")) == ["Bo"]
    assert ask(f"queue --why {ada}")["says"] == "Kept out: Waits for legal"
    ask(f"queue let-in {ada}")
    ask(f"queue push {ada} ben")
    assert ask(f"queue --why {ada}")["code"] == "pushed"
    assert "Nobody has this lead" in ask(f"queue take-over {bo}", refused=True)
    assert "--because" in ask(f"queue keep-out {bo}", refused=True)


def test_campaigns_are_weighed_and_get_their_share(ask: Ask, leads: dict[str, int]) -> None:
    assert leads
    assert ask("queue weigh Fair 150%")["says"] == "“Fair” weighs 150 percent."
    assert ask("queue share Fair 20")["says"] == "“Fair” has at least 20 of 100 calls."
    assert "come last" in ask("queue giveaway-last Fair")["says"]
    assert "come where" in ask("queue giveaway-last Fair off")["says"]
    assert {one["code"] for one in ask("queue costs")} == {"weight", "share"}
    assert "from 10 to 1000" in ask("queue weigh Fair 5", refused=True)
    assert "no whole percentage" in ask("queue share Fair half", refused=True)
    assert "There is no campaign" in ask("queue weigh Gone 50", refused=True)


def test_beliefs_are_read_and_written(ask: Ask, leads: dict[str, int]) -> None:
    assert leads
    before = {line["key"]: line for line in ask("queue beliefs")}
    assert before["answer.source.list"]["start"] == before["answer.source.list"]["now"] == 0.08
    after = {line["key"]: line for line in ask("queue beliefs --set answer.source.list=0.2")}
    assert (after["answer.source.list"]["start"], after["answer.source.list"]["shipped"]) == (
        0.2,
        0.08,
    )
    ask("queue beliefs --reset answer.source.list")
    ask("queue beliefs --set cap=0.5")
    assert {line["key"]: line for line in ask("queue beliefs --reset")} == before
    assert "no calls yet" in ask("queue beliefs", plain=True)
    for wrong in ("cap", "=1", "cap=much", "cap=7", "luck=1"):
        assert ask(f"queue beliefs --set {wrong}", refused=True)


def test_promises_are_listed(ask: Ask, leads: dict[str, int]) -> None:
    """Q4: what was promised can be looked up."""
    assert leads
    assert ask("queue callbacks") == []
    assert ask("queue callbacks", plain=True) == "No call back is promised.\n"
    ask("call next --dial")
    ask("call finish callback_fixed --call-back", "thu 10:30")
    found = ask("queue callbacks --campaign Fair")
    assert [(one["name"], one["owner"], one["is_due"]) for one in found] == [("Ada", "sue", False)]
    assert "Ada  promised by sue" in ask("queue callbacks", plain=True)


def test_a_promise_says_by_how_much_it_is_late(ask: Ask, leads: dict[str, int]) -> None:
    """Q4: in the list and on the card, also when the card is shown only with the call begun."""
    ask("call next --dial")
    ask("call finish callback_fixed --call-back", "today 11:00")
    said = {
        minute: ask("queue callbacks", plain=True, at=f"2026-03-17T11:{minute}+01:00")
        for minute in ("00", "07", "40")
    }
    assert said["00"].endswith("  due\n")
    assert said["07"].endswith("  7 min late\n")
    assert said["40"].endswith("  missed, 40 min late\n")
    late = "2026-03-17T11:40+01:00"
    (found,) = ask("queue callbacks", at=late)
    assert (found["late"], found["is_missed"]) == (2400, True)
    card = ask("call next --dial", plain=True, at=late)
    assert "On a call" in card
    assert "11:00, 40 min late" in card
    later = ask("call next", plain=True, at="2026-03-17T11:45+01:00")
    assert "11:00, 40 min late" in later, "as late as it was when it was dialled"
    assert leads


def test_a_lead_another_caller_has_is_taken_over(
    ask: Ask, leads: dict[str, int], sqlite_file: Path
) -> None:
    store = Store(f"sqlite:///{sqlite_file}", clock=make_clock(), durable=False)
    with store.transaction() as tx:
        claim_lead(tx, LeadId(leads["bo"]), "ben")
    store.close()
    assert ask(f"queue --why {leads['bo']}")["says"] == "With ben"
    assert ask(f"queue take-over {leads['bo']}")["name"] == "Bo"
    assert ask(f"queue --why {leads['bo']}")["code"] == "yours"


def test_a_lead_is_skipped_for_a_reason_and_the_next_one_comes(
    ask: Ask, leads: dict[str, int]
) -> None:
    assert "You hold no lead" in ask("call skip", refused=True)
    assert ask("call next")["lead"] == leads["ada"]
    done = ask("call skip", "--reason", "I know them")
    assert (done["lead"], done["next_at"] > AT) == (leads["ada"], True)
    assert ask("call next --dial")["lead"] == leads["bo"]
    assert "You are on a call with them" in ask("call skip", refused=True)


def test_who_is_away_is_said_and_taken_back(ask: Ask, leads: dict[str, int]) -> None:
    assert leads
    says = ask("queue away ben 2026-03-16 2026-03-20")["says"]
    assert says == "ben is away Mon 16 Mar to Fri 20 Mar. Others keep their call backs."
    assert "ben is away Tue 17 Mar. Others" in ask("queue away Ben 2026-03-17", plain=True)
    assert ask("queue back ben")["says"] == "ben is not away."
    assert "There are: ben" in ask("queue away nobody 2026-03-16", refused=True)
    assert "no date" in ask("queue away ben soon", refused=True)


def test_who_loses_a_lead_in_mid_call_is_told_and_what_they_save_is_kept(
    ask: Ask, leads: dict[str, int], sqlite_file: Path
) -> None:
    """O5: a take-over costs no work; the caller hears who has the lead with what they save."""
    assert ask("call next --dial", caller="ana")["lead"] == leads["ada"]
    ask(f"queue take-over {leads['ada']}")
    said = ask("call finish no_answer", "--note", "Rang out", refused=True, caller="ana")
    assert "sue has this lead now. What you wrote is kept" in said
    assert "You hold no lead" in ask("call finish no_answer", refused=True, caller="ana")
    store = Store(f"sqlite:///{sqlite_file}", clock=make_clock(), durable=False)
    with store.reading() as tx:
        kept = tx.connection.execute(attempt.select().where(attempt.c.caller == "ana")).one()
    store.close()
    assert (kept.outcome, kept.note, kept.is_conflict) == ("no_answer", "Rang out", True)
    assert ask(f"queue --why {leads['ada']}")["says"] == "With you"


def test_every_save_on_a_lost_call_is_told_until_another_lead_is_taken(
    ask: Ask, leads: dict[str, int]
) -> None:
    ask("call next --dial", caller="ana")
    ask(f"queue take-over {leads['ada']}")
    for _ in range(2):
        said = ask("call answer authority decides", refused=True, caller="ana")
        assert "sue has this lead now" in said
    assert ask("call next", caller="ana")["lead"] == leads["bo"]
    assert ask("call finish no_answer", caller="ana")["lead"] == leads["bo"]
