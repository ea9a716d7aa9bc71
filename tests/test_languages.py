"""The window's languages: German says all that English says, and no translation breaks a text."""

import importlib.util
import re
from collections.abc import Iterator
from datetime import time
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QApplication

from qualdesk.core.errors import NothingToUndo
from qualdesk.core.list_words import counted
from qualdesk.core.wording import number, spoken, tr
from qualdesk.qt.languages import LONGER, SHIPPED, language_for, take_up
from qualdesk.settings import LANGUAGES

TOOL = Path(__file__).resolve().parents[1] / ".ci" / "languages.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The program that gathers the texts."""
    found = importlib.util.spec_from_file_location("languages_tool", TOOL)
    assert found is not None
    assert found.loader is not None
    made = importlib.util.module_from_spec(found)
    found.loader.exec_module(made)
    return made


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    take_up(qapp, "en")


def test_german_says_all_that_english_says(tool: ModuleType) -> None:
    """Every text is translated, with the same places in it, and the window has it (bar 15)."""
    missing = tool.check("de")
    head = "German lacks what stands below. “.ci/languages.py --open FILE” lists it for translation"
    assert not missing, "\n".join([f"{head}, docs/languages.md says how:", *missing])


def test_german_is_written_as_germans_write(tool: ModuleType) -> None:
    """Their quotes, “Sie”, no doubled gender, no English left between the words."""
    wrong = re.compile(
        r"”|\"|\b(du|dich|dir|dein|deine|deinen|deiner)\b|[a-zäöü][*:]innen|/in\b|/innen\b"
        r"|\b(Termin-Setter|Prospect|Hotline-Mitarbeiter|Disposition)\b"
    )
    found = [
        f"{text}: {form}"
        for (text, _about), forms in tool.translated("de").items()
        for form in forms
        if wrong.search(re.sub(r"{[^}]*}", "", form)) and '"' not in text
    ]
    assert found == []


def test_the_gatherer_knows_every_way_a_text_is_written(tool: ModuleType) -> None:
    """Also what is shown from shipped files, and the own sentence of each error."""
    found = {text.many: text for text in tool.gathered()}
    assert "There is nothing left to undo here." in found
    assert "{others} and {last}" in found
    assert {"Voicemail", "Monday"} <= set(found)
    assert found["{n:,} rows"].one == "{n:,} row"
    assert len(found) > 2000


def test_a_text_that_is_not_written_out_is_refused(tool: ModuleType) -> None:
    """An f-string would be translated never, and nobody would see it in English."""
    import ast

    with pytest.raises(tool.Missing, match="written out"):
        list(tool._of_module(ast.parse("tr(f'{n} leads')"), "qt/here.py"))
    assert not list(tool._of_module(ast.parse("tr(TITLES[key])"), "qt/here.py"))


def test_a_translation_with_other_places_or_another_end_is_named(tool: ModuleType) -> None:
    text = tool.Text("Call {name} back at {time:%H:%M}")
    assert not list(tool.wrong(text, ["{name} um {time:%H:%M} zurückrufen"]))
    assert list(tool.wrong(text, ["{name} zurückrufen"]))
    assert list(tool.wrong(text, ["{nome} um {time} zurückrufen"]))
    assert list(tool.wrong(text, ["Um {time} {name zurückrufen"]))
    assert list(tool.wrong(text, ["{name} um {time} zurückrufen."]))
    counts = tool.Text("{n} rows", "", "{n} row")
    assert not list(tool.wrong(counts, ["Eine Zeile", "{n} Zeilen"]))
    assert list(tool.wrong(counts, ["{n} Zeilen"]))


def test_the_window_speaks_german_and_english_again(app: QApplication) -> None:
    """What the files say reaches the screen, counts and Qt's own words with it."""
    take_up(app, "de")
    assert (spoken(), number(1204), counted(1, "row")) == ("de", "1.204", "1 Zeile")
    assert tr("Voicemail") == "Mailbox"
    assert NothingToUndo().says != "There is nothing left to undo here."
    assert QLocale().toString(QDate(2026, 3, 19), "dddd") == "Donnerstag"
    assert app.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    take_up(app, "en")
    assert (spoken(), number(1204), counted(1, "row")) == ("en", "1,204", "1 row")
    assert tr("Voicemail") == "Voicemail"
    assert app.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert QLocale().toString(QDate(2026, 3, 19), "dddd") == "Thursday"


def test_the_longer_language_is_half_as_long_again_and_keeps_its_places(app: QApplication) -> None:
    take_up(app, LONGER)
    said = tr("Call {name} back before you go home at {at:%H:%M}.", name="Kim", at=time(17, 30))
    assert said.startswith("Cäll Kim bäck bëförë ÿöü gö hömë ät 17:30.~ä")
    assert len(said) > 1.4 * len("Call Kim back before you go home at 17:30.")
    assert tr("Write {{lead.first_name}} here.").startswith("Wrïtë {{lead.first_name}} hërë.")
    assert tr("Open") != "Open"
    assert number(1204) == "1,204"


def test_a_language_is_chosen_or_the_computers(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [language_for(each) for each in ("de", "en", LONGER)] == ["de", "en", LONGER]
    for own, spoken_then in (("de_AT", "de"), ("en_GB", "en"), ("pt_BR", "en"), ("C", "en")):
        monkeypatch.setattr(QLocale, "system", lambda own=own: QLocale(own))
        assert language_for("") == spoken_then, own
    assert set(LANGUAGES) == {"", *SHIPPED, LONGER}


def test_each_change_is_checked_for_texts_without_a_translation() -> None:
    run = (TOOL.parent / "run").read_text("utf-8")
    assert ".ci/languages.py --check" in run
