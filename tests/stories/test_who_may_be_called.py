"""Who may be called at all: a supervisor's morning with permissions and do-not-call lists.

The real program on a real file, for two clients: nothing starts before a campaign says what it
must (O3), who said no is never called (O5), and each client's lists stay their own (O7).
"""

import hashlib
import hmac
import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from qualdesk.__main__ import main
from qualdesk.bootstrap import open_desk
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock

AT = "2026-03-17T10:24+01:00"
NOW = datetime.fromisoformat(AT).astimezone(UTC)
KEY = "kept by Northwind alone"
ADA, BEN, CY, DEE = (f"+4930231251{n:02}" for n in range(1, 5))
WHOLE = """
[campaign]
name = "ignored: the campaign keeps its own"

[source]
type = "content_download"
what = "The paper on sealing"
who = "People who downloaded it, and some who said no"
responding_to = "The paper"
owner = "Tom Reyes"
nurture = "The quarterly letter"
cost = 0

[source.permission]
basis = "consent"
says = "They ticked that we may phone."
given_on = 2026-03-02
where = "On the download page"
evidence = "Export of 13 March"
wording = "Form 7"
scope = ["phone", "e-mail"]
expires = 2026-06-30

[window]
zone = "Europe/Berlin"
no_end = true
"""


class Desk:
    """The program as a person runs it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.workspace = f"sqlite:///{folder / 'desk.sqlite'}"
        self._capsys = capsys
        self.said = ""

    def run(self, *words: str, at: str = AT) -> tuple[int, str, str]:
        code = main(["--db", self.workspace, "--caller", "Maya", "--at", at, *words])
        out, err = self._capsys.readouterr()
        self.said += out + err
        return code, out, err

    def ask(self, *words: str, at: str = AT, code: int = 0) -> Any:
        done, out, err = self.run(*words, "--json", at=at)
        assert done == code, err
        return json.loads(out)

    def write(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def callable_now(self, campaign: str, at: str = AT) -> list[str]:
        leads = self.ask("queue", "--campaign", campaign, "--limit", "50", at=at)["leads"]
        return sorted(lead["name"] for lead in leads)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Two clients with a campaign each, and the same four people in both."""
    desk = Desk(tmp_path, capsys)
    people = desk.write(
        "people.csv",
        "Name,Company,Phone,Country,Downloaded,Do not contact\n"
        f"Ada Quist,Pumps GmbH,{ADA},DE,Paper,\n"
        f"Ben Ode,Pumps GmbH,{BEN},DE,Paper,\n"
        f"Cy Roe,Valves Ltd,{CY},DE,Paper,\n"
        f"Dee Fox,Valves Ltd,{DEE},DE,Paper,yes\n",
    )
    for client in ("North", "South"):
        source = WHOLE.replace("[source]", f'client = "{client}"\n[source]', 1)
        file = desk.write(f"{client}.toml", source)
        desk.ask("campaign", "new", f"Paper {client}", "--source", file)
        desk.ask("intake", people, "--campaign", f"Paper {client}", code=1)
    return desk


def test_nothing_starts_before_the_campaign_says_what_it_must(desk: Desk) -> None:
    """O3: what is missing is listed, a file says it, and a consent that ended stops calls."""
    made = desk.ask("campaign", "new", "Bare")
    assert len(made["before_calls"]) == 11
    people = str(desk.folder / "people.csv")
    desk.ask("intake", people, "--campaign", "Bare", code=1)
    assert desk.callable_now("Bare") == []
    without_cost = WHOLE.replace("cost = 0\n", "")
    half = desk.ask("campaign", "source", "Bare", desk.write("half.toml", without_cost))
    assert half["before_calls"] == ["What did the list cost? 0 is an answer."]
    assert desk.callable_now("Bare") == []
    done = desk.ask("campaign", "source", "Bare", desk.write("whole.toml", WHOLE))
    assert (done["name"], done["before_calls"]) == ("Bare", [])
    assert len(desk.callable_now("Bare")) == 3
    after = desk.ask("queue", "--campaign", "Bare", at="2026-07-01T10:00+02:00")
    assert after["leads"] == []
    assert [reason["says"] for reason in after["why_empty"]] == [
        "without a permission that still holds"
    ]
    code, _, err = desk.run("campaign", "source", "Bare", desk.write("x.toml", "[campaign]\n"))
    assert (code, "Traceback" in err) == (2, False)
    assert "campaign.name: This is missing. Write it." in err


def test_who_said_no_is_not_called_and_a_download_alone_is_called_softly(desk: Desk) -> None:
    """O5: the row that says no stays out with its reason; a download comes last, and gently."""
    assert desk.callable_now("Paper North") == ["Ada Quist", "Ben Ode", "Cy Roe"]
    (first, *_) = desk.ask("queue", "--campaign", "Paper North")["leads"]
    says = [reason["says"] for reason in first["reasons"]]
    assert says.count("Only downloaded") == 1
    opened = open_desk(desk.workspace, clock=SetClock(NOW), caller="Maya")
    try:
        card = opened.calling.next_lead("Paper North")
    finally:
        opened.close()
    assert isinstance(card, CallCard)
    assert card.script is not None
    opener = card.script.stages[0].questions[0].say_for[card.lead.signals.source]
    assert opener.endswith("Did the download go well?")


def test_each_client_has_lists_of_their_own_and_gives_no_number_away(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """O7: numbers for one client, hashes for the other; exported, lifted, each for itself."""
    numbers = desk.write("no.csv", f"Phone,Why\n{ADA},asked us\nnot a number,?\n")
    loaded = desk.ask("do-not-call", "load", numbers, "--client", "North", code=1)
    assert (loaded["rows"], loaded["left_out"]) == (1, 1)
    assert [row["row"] for row in loaded["unread"]] == [3]
    theirs = hmac.new(KEY.encode(), BEN.encode(), hashlib.sha256).hexdigest()
    hashes = desk.write("hashes.txt", f"{theirs.upper()}\n")
    key = desk.write("key.txt", f"{KEY}\n")
    found = desk.ask("do-not-call", "load", hashes, "--client", "South", "--key-file", key)
    assert len(found["leads"]) == 1
    assert desk.callable_now("Paper North") == ["Ben Ode", "Cy Roe"]
    assert desk.callable_now("Paper South") == ["Ada Quist", "Cy Roe"]

    out = desk.folder / "out.txt"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(KEY.encode())))
    written = desk.ask(
        "do-not-call", "export", str(out), "--client", "North", "--key-file", "-"
    )  # fmt: skip
    assert (written["numbers"], written["not_shown"]) == (1, 0)
    ours = hmac.new(KEY.encode(), ADA.encode(), hashlib.sha256).hexdigest()
    assert out.read_text(encoding="ascii") == f"{ours}\n"

    shown = desk.ask("do-not-call", "list")
    assert {one["client"]: one["entries"] for one in shown} == {"North": 1, "South": 1}
    lifted = desk.ask(
        "do-not-call", "lift", str(loaded["list"]), "--because", "Sent by mistake"
    )  # fmt: skip
    assert len(lifted["leads"]) == 1
    assert desk.callable_now("Paper North") == ["Ada Quist", "Ben Ode", "Cy Roe"]
    assert desk.callable_now("Paper South") == ["Ada Quist", "Cy Roe"]
    desk.run("do-not-call", "list")
    assert "Sent by mistake" in desk.said
    assert KEY not in desk.said, "the key is said nowhere"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("load", "no.csv"), "Say which client"),
        (("load", "no.csv", "--client", "Nroth"), "There are: “North”, “South”"),
        (("load", "no.csv", "--client", "North", "--key-file", "gone"), "key cannot be read"),
        (("load", "no.csv", "--client", "North", "--key-env", "NO_SUCH"), "no variable NO_SUCH"),
        (("export", "out.txt", "--client", "North"), "--key-file, or say --plain"),
        (("lift", "9", "--because", "x"), "no do-not-call list number 9"),
        (("lift", "9"), "--because"),
    ],
)
def test_each_refusal_is_one_sentence_that_says_what_to_do(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], says: str
) -> None:
    desk.write("no.csv", f"Phone\n{ADA}\n")
    monkeypatch.chdir(desk.folder)
    code, _, err = desk.run("do-not-call", *words)
    assert code == 2
    assert says in err
    assert "Traceback" not in err
