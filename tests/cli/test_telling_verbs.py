"""Telling sales at the command line: mails through a real server, files, calls (T3)."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from handoff_makers import a_definition, a_script
from mail_servers import Box, mail_server
from qualdesk.__main__ import main
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import BatchId
from qualdesk.core.mails import MailAccount, Security
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.handoff import Handoff
from qualdesk.desk.library import Library
from qualdesk.settings import Settings, load_settings, save_settings
from qualdesk.store.database import Store
from sent_makers import a_qualified_lead, a_salesperson

Ask = Callable[..., Any]
TUESDAY = "2026-03-17T10:24+01:00"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A person's own folders, with nothing chosen in them yet."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home" / name.lower()))
    return load_settings()


@pytest.fixture
def batch(sqlite_store: Store, clock: SetClock, tmp_path: Path) -> BatchId:
    terms = HandoffTerms(receiver="Lena Brandt")
    campaign = Library(sqlite_store, clock, "Rosa").new_campaign(
        "Fair", script=a_script(), definition=a_definition(), handoff=terms
    )
    a_salesperson(sqlite_store)
    a_qualified_lead(sqlite_store, campaign, "Katrin Albers")
    return Handoff(sqlite_store, clock, "Rosa").export(campaign.name, tmp_path / "out").batch_id


@pytest.fixture
def ask(sqlite_file: Path, capsys: pytest.CaptureFixture[str], home: Settings) -> Ask:
    del home

    def run(*words: str, plain: bool = False, code: int = 0) -> Any:
        told = [*words, "--db", f"sqlite:///{sqlite_file}", "--at", TUESDAY, "--caller", "Ana"]
        found = main(told if plain else [*told, "--json"])
        said = capsys.readouterr()
        assert found == code, said.err
        if code == 2:
            return said.err
        return said.out if plain else json.loads(said.out)

    return run


def test_a_batch_is_told_through_the_server_of_the_settings(
    ask: Ask, batch: BatchId, home: Settings
) -> None:
    box = Box()
    with mail_server(box) as port:
        account = MailAccount(
            host="localhost", port=port, security=Security.NONE, address="rosa@desk.example"
        )
        save_settings(home, mail=account)
        said = ask("handoff", "tell", str(batch), plain=True)
        assert said == "1 mail sent. 1 call to make.\n"
        assert ask("handoff", "tell", str(batch), "--again")["sent"] == ["Lena Brandt"]
    assert box.to == ["lena@sealers.example"]
    states = {one["channel"]: one["state"] for one in ask("handoff", "notices", str(batch))}
    assert states == {"mail": "sent", "call": "waiting"}
    lines = ask("handoff", "notices", str(batch), plain=True).splitlines()
    assert any(line.endswith("Lena Brandt, Mail, new leads, sent 09:24 UTC") for line in lines)


def test_without_a_server_it_is_said_what_to_do_and_files_are_written(
    ask: Ask, batch: BatchId, tmp_path: Path
) -> None:
    said = ask("handoff", "tell", str(batch), plain=True, code=1)
    assert "1 mail not sent." in said
    assert "No mail server is set." in said
    (file,) = ask("handoff", "tell", str(batch), "--files", str(tmp_path / "mails"))["files"]
    assert Path(file).read_bytes().startswith(b"To: Lena Brandt <lena@sealers.example>")


def test_a_call_to_sales_is_listed_and_made(ask: Ask, batch: BatchId) -> None:
    ask("handoff", "tell", str(batch), code=1)
    said = ask("handoff", "calls", plain=True)
    number = said.split(".")[0]
    assert said.endswith(
        "Tell Lena Brandt: Fair, batch 1, 1 lead, answers by Tue 24 Mar 2026. +44 20 7946 0101\n"
    )
    again = ask("handoff", "told", number, "--no-answer", plain=True)
    assert again == "Lena Brandt again: 12:24, their time.\n"
    assert ask("handoff", "calls", plain=True) == "No call to sales is due.\n"
    assert ask("handoff", "told", number, "--note", "Thanks")["result"] == "Thanks"
    assert "was made" in ask("handoff", "told", number, code=2)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("tell", "999"), "No batch with the number 999 has left."),
        (("told", "999"), "There is no notice number 999."),
        (("tell", "1", "--about", "gossip"), "invalid choice"),
    ],
)
def test_what_cannot_be_is_said(
    ask: Ask, batch: BatchId, words: tuple[str, ...], says: str
) -> None:
    del batch
    assert says in ask("handoff", *words, code=2)


def test_an_empty_password_variable_is_said(ask: Ask, batch: BatchId, home: Settings) -> None:
    account = MailAccount(host="mail.example.com", login="rosa", address="rosa@desk.example")
    save_settings(home, mail=account)
    said = ask("handoff", "tell", str(batch), "--password-env", "NO_SUCH_VARIABLE", code=2)
    assert "The variable NO_SUCH_VARIABLE is empty." in said
