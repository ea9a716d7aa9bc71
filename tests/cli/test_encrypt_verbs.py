"""Encrypting at the command line: passphrases from a file or the terminal, never in an argument."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from links.test_passwords import OwnKeyring, own
from qualdesk.__main__ import main
from qualdesk.bootstrap import open_desk
from qualdesk.cli import encrypt_verbs
from qualdesk.store import ciphers

__all__ = ["own"]
KEY, OTHER = "four small words here", "another four words there"


@pytest.fixture(autouse=True)
def quick_and_alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    ciphers._given.clear()
    monkeypatch.setattr(ciphers, "_ROUNDS", 10)
    yield
    ciphers._given.clear()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "desk.sqlite"
    open_desk(str(path)).close()
    return path


@pytest.fixture
def words(tmp_path: Path) -> Path:
    path = tmp_path / "words.txt"
    path.write_text(f"{KEY}\n", encoding="utf-8")
    return path


def test_encrypted_used_and_decrypted_by_command(
    file: Path, words: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["encrypt", str(file), "--passphrase-file", str(words)]) == 0
    said = capsys.readouterr().out
    assert "Backups and copies made before stay readable" in said
    assert "encrypt the disk as well" in said
    assert KEY not in said
    ciphers._given.clear()
    assert main(["campaign", "list", "--db", str(file)]) == 2
    assert encrypt_verbs.FILE_VARIABLE in capsys.readouterr().err
    assert main(["doctor", "--db", str(file)]) == 2
    locked = capsys.readouterr().out
    assert f"reads it from the file named in {encrypt_verbs.FILE_VARIABLE}" in locked
    assert "restore" not in locked, "nothing is broken"
    monkeypatch.setenv(encrypt_verbs.FILE_VARIABLE, str(words))
    assert main(["doctor", "--db", str(file)]) == 0
    assert "Tables: step" in capsys.readouterr().out
    ciphers._given.clear()
    assert main(["campaign", "list", "--db", str(file)]) == 0
    ciphers._given.clear()
    assert main(["decrypt", str(file)]) == 0
    monkeypatch.delenv(encrypt_verbs.FILE_VARIABLE)
    assert main(["campaign", "list", "--db", str(file)]) == 0


def test_its_backups_are_put_back_and_it_is_checked_as_a_plain_one_is(
    file: Path, words: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is a command of its own, which knows no passphrase when it begins."""
    assert main(["encrypt", str(file), "--passphrase-file", str(words)]) == 0
    assert main(["backup", "--db", str(file)]) == 0
    commands = (["restore", "newest", "--preview"], ["restore", "newest"], ["doctor", "--check"])
    for command in commands:
        ciphers._given.clear()
        capsys.readouterr()
        assert main([*command, "--db", str(file)]) == 2, command
        told = "".join(capsys.readouterr())
        assert encrypt_verbs.FILE_VARIABLE in told, "it is not that there is none"
        assert "salvage" not in told, "nothing is broken"
    monkeypatch.setenv(encrypt_verbs.FILE_VARIABLE, str(words))
    for command in commands:
        ciphers._given.clear()
        assert main([*command, "--db", str(file)]) == 0, command
    whole = file.read_bytes()
    file.write_bytes(whole[:300_000] + bytes(500) + whole[300_500:])
    ciphers._given.clear()
    capsys.readouterr()
    assert main(["doctor", "--check", "--db", str(file)]) == 1
    told = capsys.readouterr().out
    assert "The file itself is damaged: database disk image is malformed." in told
    assert "restore newest" in told, "now it is broken"
    words.write_text(OTHER, encoding="utf-8")
    ciphers._given.clear()
    assert main(["restore", "newest", "--db", str(file)]) == 2
    assert "This passphrase does not open" in capsys.readouterr().err


def test_decrypted_with_the_file_it_was_encrypted_with(file: Path, words: Path) -> None:
    """What one command takes, its opposite takes too."""
    assert main(["encrypt", str(file), "--passphrase-file", str(words)]) == 0
    ciphers._given.clear()
    assert main(["decrypt", str(file), "--passphrase-file", str(words)]) == 0
    assert main(["campaign", "list", "--db", str(file)]) == 0


def test_typed_twice_at_a_terminal_and_asked_when_it_is_opened(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = [KEY, OTHER, KEY, KEY, KEY]
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr(encrypt_verbs, "getpass", lambda _prompt: typed.pop(0))
    assert main(["encrypt", str(file)]) == 2
    assert "two different" in capsys.readouterr().err
    assert main(["encrypt", str(file)]) == 0
    ciphers._given.clear()
    assert main(["campaign", "list", "--db", str(file)]) == 0
    assert typed == []


def test_another_passphrase_and_the_keyring(
    file: Path, words: Path, own: OwnKeyring, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["encrypt", str(file), "--passphrase-file", str(words), "--keep"]) == 0
    assert list(own.kept.values()) == [KEY]
    assert main(["encrypt", str(file), "--passphrase-file", str(words)]) == 2
    assert "--new-passphrase" in capsys.readouterr().err
    words.write_text(OTHER, encoding="utf-8")
    ciphers._given.clear()
    change = ["encrypt", str(file), "--new-passphrase", "--passphrase-file", str(words), "--json"]
    assert main(change) == 0
    assert json.loads(capsys.readouterr().out)["wiped"] is None
    assert list(own.kept.values()) == [OTHER]
    ciphers._given.clear()
    assert main(["campaign", "list", "--db", str(file)]) == 0


@pytest.mark.usefixtures("own")
def test_of_a_team_what_waits_for_its_server_is_encrypted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert main(["encrypt", "--db", "postgresql://maya@db.example/desk", "--caller", "Maya"]) == 0
    (made,) = (tmp_path / "qualdesk").glob("outbox-*.sqlite")
    assert ciphers.is_encrypted(made)
    assert main(["decrypt", "--db", "postgresql://maya@db.example/desk"]) == 2
    assert "on its server" in capsys.readouterr().err


def test_of_a_team_without_a_keyring_nothing_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("qualdesk.keys.keep", lambda *_: False)
    assert main(["encrypt", "--db", "postgresql://maya@db.example/desk"]) == 2
    assert "no keyring that works" in capsys.readouterr().err
    assert list(tmp_path.rglob("outbox-*")) == []
