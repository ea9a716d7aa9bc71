"""Every screen in other languages: nothing is left in English, and nothing lacks room (bar 15)."""

import platform

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from qt.seen import as_data, hearing_words, untranslated, words_of
from qt.walked import EVERY, Walked, walked
from qualdesk.core.spoken_english import ENGLISH
from qualdesk.files.crm_profiles import shipped_profiles
from qualdesk.qt.languages import LONGER, SHIPPED, take_up
from qualdesk.qt.widgets.buttons import PushButton

# Languages by their own names, programs, times, servers and answers as they are typed.
UNTOUCHED = (
    *SHIPPED.values(),
    *("qualdesk.log", "qualdesk-keys.pdf", platform.system(), "mon-fri"),
    "old-server.example",
    # A command is typed as it is.
    "qualdesk encrypt",
    *(*ENGLISH.weekdays, *ENGLISH.months),
    "Their colleague",
    # A CRM knows its columns by these names alone.
    *(heading for one in shipped_profiles() for heading in one.headings),
)


@pytest.fixture(scope="module")
def longer(qapp: QApplication) -> Walked:
    return walked(qapp, LONGER)


@pytest.fixture(scope="module")
def german(qapp: QApplication) -> Walked:
    return walked(qapp, "de", briefly=not EVERY)


def test_nothing_is_cut_when_words_are_half_as_long_again(longer: Walked) -> None:
    """What has no room wraps, stands in fewer columns, or ends in “…” and tells all in its tip."""
    assert not longer.cut, "\n".join(f"{where}: {what}" for what, where in longer.cut.items())


def test_no_word_is_shown_that_a_translation_cannot_reach(longer: Walked) -> None:
    """All that is not the words of a lead, a script or a definition goes through ``tr``."""
    data = f"{longer.data} | {as_data(UNTOUCHED)}"
    found = untranslated(longer.words, data, longer.names)
    head = "Give these to tr() of core/wording.py, or name them here if nobody translates them:"
    lines = [f"“{run}” in “{text[:160]}”" for run, text in found.items()]
    assert not lines, "\n".join([head, *lines])


def test_nothing_is_cut_in_german(german: Walked) -> None:
    assert not german.cut, "\n".join(f"{where}: {what}" for what, where in german.cut.items())


def test_german_screens_say_what_stands_on_them_and_tab_reads_them_in_order(
    german: Walked,
) -> None:
    """A name that is told apart in English is told apart in German too."""
    assert not german.unsaid, "\n".join(german.unsaid)


def test_a_word_in_the_code_is_found_among_those_of_leads(qapp: QApplication) -> None:
    """A check that cannot fail proves nothing."""
    data = as_data(["Head of Packaging", "Molkerei Aller"])
    assert untranslated(["Cäll Head of Packaging (Molkerei Aller), 10:30"], data) == {}
    assert set(untranslated(["Cäll Head of Dairy at 10:30"], data)) == {"head of dairy at"}
    assert set(untranslated(["Save"], data)) == {"save"}
    take_up(qapp, LONGER)
    with hearing_words() as heard:
        button, label = PushButton("Import a list"), QLabel("As it stands")
    take_up(qapp, "en")
    assert set(untranslated(heard, data)) == {"import a list"}
    assert set(untranslated(words_of(label), data)) == {"as it stands"}
    button.deleteLater()
