"""A caller confirms what a form said before, and knows where everybody came from (O1, O4, O6).

A list of a web form as marketing exports it, a real workspace, the desk a window stands on.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualdesk.bootstrap import open_desk
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.scripts import fit_is_open, live_values
from qualdesk.core.sources import SourceType, TouchpointKind
from qualdesk.desk import Desk
from seats import NADIA

CAMPAIGN = "Guide to sealing"
FORM = """Marketing export;;;;;;;;
Generated 17.03.2026;;;;;;;;
Vorname;Nachname;Firma;Telefon;Quelle;Woran arbeiten Sie?;When must it be running?;Submitted at;How do you do it today?
Anna;Berg;Elbkorn GmbH;030 23125 417;Kontaktformular;Weniger Ausschuss;WITHIN 3 MONTHS;2026-03-11 09:12;By hand
Bo;Thal;Thal AG;030 23125 418;LinkedIn;;before the summer;2026-03-12 10:00;
Cy;Dorn;Dorn KG;030 23125 419;Webinar;;;;
"""  # noqa: E501 - as the export is written


@pytest.fixture
def desk(tmp_path: Path, clock: SetClock) -> Iterator[Desk]:
    desk = open_desk(str(tmp_path / "desk.sqlite"), clock=clock, caller="Maya", durable=False)
    desk.library.new_campaign(CAMPAIGN, region="DE")
    desk.library.set_script(CAMPAIGN, desk.library.shipped_script())
    yield desk
    desk.close()


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "guide.csv"
    path.write_text(FORM, encoding="utf-8")
    return path


def cards(desk: Desk, form: Path) -> list[CallCard]:
    """What each row's lead looks like on the desk, after the supervisor named one question."""
    loaded = desk.intake.load(
        form, campaign=CAMPAIGN, mapping={"Woran arbeiten Sie?": "question:need"}
    )
    assert (loaded.new, loaded.left_out) == (3, 0)
    looking = open_desk(str(form.with_name("desk.sqlite")), clock=desk.clock, caller=NADIA)
    try:
        return [looking.calling.card(lead) for lead in loaded if lead]
    finally:
        looking.close()


def test_the_caller_confirms_instead_of_asking_again(desk: Desk, form: Path) -> None:
    """O6: with the form's own words and its time; it counts once it was said on the call."""
    anna, bo, cy = cards(desk, form)
    assert anna.script is not None
    answers = [one for one in anna.lead.touchpoints if one.kind is TouchpointKind.FORM_ANSWER]
    assert [(one.says, one.question) for one in answers] == [
        ("Woran arbeiten Sie? Weniger Ausschuss", "need"),
        ("When must it be running? WITHIN 3 MONTHS", "date"),
        ("How do you do it today? By hand", "today"),
    ]
    assert all(one.at for one in answers)
    assert live_values(anna.script, anna.answers) == {}, "nobody has said it on a call"
    assert not fit_is_open(anna.script, anna.answers)

    attempt = desk.calling.start_attempt(anna.lead.id)
    for question in ("need", "today", "date"):
        desk.calling.confirm_answer(attempt.id, question)
    confirmed = desk.calling.card(anna.lead.id)
    assert live_values(anna.script, confirmed.answers) == {
        "need": "Weniger Ausschuss",
        "today": "By hand",
        "date": "within_3_months",
    }
    assert fit_is_open(anna.script, confirmed.answers)

    assert bo.answers["date"].words == "before the summer", "their words wait for a choice"  # type: ignore[index]
    assert cy.answers == {}


def test_the_next_form_needs_nobody_to_name_the_question(desk: Desk, form: Path) -> None:
    cards(desk, form)
    found = desk.intake.preview(form, CAMPAIGN)
    (asked,) = [one for one in found.columns if one.heading == "Woran arbeiten Sie?"]
    assert (asked.meaning, asked.because.value) == ("question:need", "remembered")


def test_everybody_comes_from_a_source_of_the_closed_list(desk: Desk, form: Path) -> None:
    """O1: what the list calls it in its own words stays with the lead."""
    anna, bo, cy = cards(desk, form)
    assert anna.lead.signals.source is SourceType.CONTACT_FORM
    assert cy.lead.signals.source is SourceType.WEBINAR
    assert "Source: LinkedIn" in [one.says for one in bo.lead.touchpoints]
    assert {one.lead.signals.source for one in (anna, bo, cy)} <= set(SourceType)
