"""The examples of docs/extending.md are read from the page and followed as they stand there."""

import importlib.util
import json
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

from qualdesk.__main__ import main

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "extending.md").read_text("utf-8")
Run = Callable[[str], str]


def example(name: str) -> str:
    """The file of that name, as the page has it."""
    found = re.search(
        rf"<!-- example: {re.escape(name)} -->\n *```\w+\n(.*?)\n *```", PAGE, re.DOTALL
    )
    assert found is not None
    return found[1] + "\n"


def commands(begins: str) -> list[str]:
    """The commands of the page that begin so, in its order."""
    found, language = [], None
    for line in map(str.strip, PAGE.splitlines()):
        if line.startswith("```"):
            language = line[3:] if language is None else None
        elif language == "" and line.startswith(begins):
            found.append(line)
    return found


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A terminal in a folder of its own: what a command of the page says, when it is taken."""
    monkeypatch.chdir(tmp_path)
    for name, folder in (("DATA", "share"), ("CONFIG", "config"), ("STATE", "state")):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / folder))
    monkeypatch.setenv("QUALDESK_DB", f"sqlite:///{tmp_path / 'desk.sqlite'}")

    def ran(line: str) -> str:
        program, *words = re.findall(r'"[^"]*"|\S+', line)
        assert program == "qualdesk"
        code = main([word.strip('"') for word in words])
        said = capsys.readouterr()
        assert code == 0, said.err
        return said.out

    return ran


def test_the_rules_of_a_country_are_used_as_the_page_says(run: Run, tmp_path: Path) -> None:
    """Checked, put into the folder, shown, and asked why nobody is called on a Sunday."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "sj.toml").write_text(example("rules/sj.toml"), "utf-8")
    check, show, why = commands("qualdesk rules")
    assert "no fault" in run(check)
    own = tmp_path / "share" / "qualdesk" / "rules"
    own.mkdir(parents=True)
    (tmp_path / "rules" / "sj.toml").rename(own / "sj.toml")
    shown = run(show)
    assert "Svalbard, an invented act" in shown
    assert "4 calls" in shown
    assert "Svalbard, an invented act" in run(why)
    assert "~/.local/share/qualdesk/rules" in PAGE


def test_the_table_of_a_crm_is_kept_shown_and_exported_as_the_page_says(
    run: Run, tmp_path: Path
) -> None:
    run('qualdesk campaign new "PackTech Expo 2026"')
    (tmp_path / "our-crm.toml").write_text(example("our-crm.toml"), "utf-8")
    keep, show, _export = commands("qualdesk handoff")
    run(keep)
    assert 'heading = "Surname"' in run(show)
    assert _export.endswith("--profile our-crm")


@pytest.fixture
def languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The program that gathers texts, with a folder of its own to write to."""
    found = importlib.util.spec_from_file_location("languages_tool", ROOT / ".ci/languages.py")
    assert found is not None
    assert found.loader is not None
    made = importlib.util.module_from_spec(found)
    found.loader.exec_module(made)
    monkeypatch.setattr(made, "FOLDER", tmp_path / "languages")
    monkeypatch.chdir(tmp_path)
    return made


def test_a_language_is_gathered_translated_and_loaded_as_the_page_says(
    languages: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "done.json").write_text(example("done.json"), "utf-8")
    codes = []
    for line in commands("python .ci/languages.py"):
        monkeypatch.setattr("sys.argv", line.split()[1:])
        codes.append(languages.main())
    assert codes == [0, 0, 0, 1], "the check says that something is missing, all else is done"
    assert "not a text of the program" not in capsys.readouterr().err
    still_open = {one["english"] for one in json.loads((tmp_path / "open.json").read_text("utf-8"))}
    assert {"Lists", "Campaigns", "Report: {campaign}"} <= still_open
    made = QTranslator()
    assert made.load(str(tmp_path / "languages" / "qualdesk_fr.qm"))
    assert made.translate("qualdesk", "Lists") == "Listes"
    assert made.translate("qualdesk", "Report: {campaign}") == "Rapport : {campaign}"
    count = "{n} callers are close to a limit"
    assert made.translate("qualdesk", count, None, 1).startswith("{n} personne est")
    assert made.translate("qualdesk", count, None, 2).startswith("{n} personnes sont")
    assert not made.translate("qualdesk", "Campaigns")


def test_the_places_the_page_sends_people_to_are_there() -> None:
    """What has to be edited for a language is where the page says."""
    for path, name in (
        ("src/qualdesk/settings.py", "LANGUAGES = "),
        (".ci/languages.py", "LANGUAGES = "),
        ("src/qualdesk/qt/languages.py", "SHIPPED: Final = "),
        ("src/qualdesk/qt/languages.py", "def take_up("),
    ):
        assert path in PAGE
        assert name in (ROOT / path).read_text("utf-8")
