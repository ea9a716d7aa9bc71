"""What the past says of a definition, as its views show it: compared, judged, loaded, opened."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from definition_makers import LIFTS, SCRIPT, TIER, VERSION_3, a_standing, a_trial, version_4
from qt.cards import ANSWERS, make_card
from qt.grabs import cut_words, grab, unnamed
from qt.windows import text_of
from qualdesk.core.agreement import CriterionAgreement, Judgement, kappa_of
from qualdesk.core.changes import Change
from qualdesk.core.criteria import Side
from qualdesk.core.criterion_answers import Bound
from qualdesk.core.definition import VerdictKind
from qualdesk.core.drafts import Remark
from qualdesk.core.gap import Gap, GapReason
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.past_rows import LeftRow, PastLoad, PastLoaded, PastLoadId
from qualdesk.core.progress import Progress
from qualdesk.core.rating import RatedAnswer, RatedCriterion, RatingCase, RatingRound, RoundId
from qualdesk.core.replay import ChangedLead, Counts, Result
from qualdesk.qt.definitions.bound_row import BoundRow
from qualdesk.qt.definitions.compare_side import CompareSide, Earlier
from qualdesk.qt.definitions.gap_view import GapView, Offered
from qualdesk.qt.definitions.judging import JudgingCard
from qualdesk.qt.definitions.leads_side import LeadsSide, answers_of
from qualdesk.qt.definitions.opened import problems_in
from qualdesk.qt.definitions.past_view import PastView
from qualdesk.qt.definitions.predict_view import PredictView
from qualdesk.qt.definitions.rating_view import RatingView
from qualdesk.qt.definitions.signing import SignCard, WithdrawCard
from qualdesk.qt.definitions.talk import Talk
from qualdesk.qt.definitions.tier_rows import tier_words
from qualdesk.qt.definitions.tried import TriedCard
from qualdesk.qt.widgets.conflict import ConflictBar
from qualdesk.qt.widgets.legend import Legend

NOW = datetime(2026, 3, 17, 10, 24, tzinfo=UTC)
LONDON = "Europe/London"
WIDE = (860, 560)


def key(widget: QWidget, pressed: Qt.Key) -> None:
    QTest.keyClick(widget, pressed)


def a_lead(number: int, **changed: Any) -> ChangedLead:
    fields: dict[str, Any] = {
        "lead_id": LeadId(number),
        "campaign_id": CampaignId(1),
        "name": f"Lead {number}",
        "was": VerdictKind.QUALIFIED,
        "now": VerdictKind.NURTURE,
        "points": 80 - number,
        "because": "Date is not met.",
        "result": Result.SENT_BACK,
        "finished_at": NOW,
    }
    return ChangedLead(**{**fields, **changed})


def a_gap(**changed: Any) -> Gap:
    fields: dict[str, Any] = {
        "marketing": version_4(),
        "sales": VERSION_3,
        "leads": 100,
        "both": Counts(qualified=41, taken=20, sent_back=3, won=4, lost=1),
        "only_marketing": Counts(qualified=2),
        "only_sales": Counts(qualified=4, taken=1, sent_back=3),
        "neither": 53,
        "reasons": (GapReason(label="Date", leads=5), GapReason(label="Points", leads=1)),
        "disputed": tuple(a_lead(number) for number in range(1, 7)),
    }
    return Gap(**{**fields, **changed})


def a_case(position: int = 1, *judged: Judgement | None) -> RatingCase:
    said = (*judged, None, None)[:2]
    labels = (("need", "Real need"), ("date", "Date"))
    return RatingCase(
        round_id=RoundId(1),
        position=position,
        of=30,
        answers=(
            RatedAnswer(
                question="need", asked="What are they working on?", says="", words="a line"
            ),
            RatedAnswer(question="date", asked="When?", says="Within 3 months", words="by June"),
            RatedAnswer(question="money", asked="Money?", says=""),
        ),
        criteria=tuple(
            RatedCriterion(
                id=each, label=label, means="what it means", question=each, judgement=judgement
            )
            for (each, label), judgement in zip(labels, said, strict=True)
        ),
    )


def a_round(**changed: Any) -> RatingRound:
    fields: dict[str, Any] = {
        "id": RoundId(1),
        "campaign_id": CampaignId(1),
        "definition": "Qualified lead",
        "version": 3,
        "cases": 34,
        "judged": {},
        "made_by": "Maya Lind",
        "made_at": NOW,
    }
    return RatingRound(**{**fields, **changed})


def agreed(label: str, same: int, of: int) -> CriterionAgreement:
    """Two raters who agree on ``same`` of ``of`` cases, half of them met."""
    pairs = [("met", "met") if at % 2 else ("not_met", "not_met") for at in range(same)]
    pairs += [("met", "not_met") if at % 2 else ("not_met", "met") for at in range(of - same)]
    return CriterionAgreement(
        criterion=label.lower(), label=label, question=label.lower(), kappa=kappa_of(pairs)
    )


def test_the_gap_says_who_calls_what_qualified_and_why(qtbot: QtBot) -> None:
    """F3: marketing's version and sales' over the same answers."""
    view = GapView()
    qtbot.addWidget(view)
    heard: list[tuple[object, object]] = []
    view.chosen.connect(lambda mine, theirs: heard.append((mine, theirs)))
    offered = (
        Offered(name="As written here", definition=version_4()),
        Offered(name="Version 3", definition=VERSION_3),
    )
    view.offer(offered)
    assert heard == [(version_4(), VERSION_3)]
    view.show_gap(a_gap())
    grab(view, "definition-gap", WIDE)
    assert cut_words(view) == []
    assert unnamed(view) == []
    assert view.parts.drawn() == [
        ("Both", "41", "20", "3", "4", "1"),
        ("Marketing alone", "2", "0", "0", "0", "0"),
        ("Sales alone", "4", "1", "3", "0", "0"),
    ]
    assert view.reasons.drawn() == [("Date", "5"), ("Points", "1")]
    assert "Show the 6 leads in dispute" in view.leads.accessibleName()
    assert "41 both, 2 marketing alone, 4 sales alone, 53 neither" in view._shares.accessibleName()


def test_a_gap_over_few_leads_shows_no_shares(qtbot: QtBot) -> None:
    view = GapView()
    qtbot.addWidget(view)
    view.show_gap(a_gap(leads=12))
    view.show()
    assert "Too few leads to try this on (12). 30 are needed." in text_of(view)
    assert not view._shares.isVisible()
    assert not view.leads.isVisible()


def test_it_takes_two_versions_to_disagree(qtbot: QtBot) -> None:
    view = GapView()
    qtbot.addWidget(view)
    heard: list[object] = []
    view.chosen.connect(lambda mine, _theirs: heard.append(mine))
    view.offer((Offered(name="As written here", definition=version_4()),))
    assert heard == []
    assert "Write a second draft" in view.says.text()
    view.show_trouble("The workspace is busy.")
    assert view.says.text() == "The workspace is busy."


def test_a_version_chosen_stays_chosen_when_more_are_offered(qtbot: QtBot) -> None:
    view = GapView()
    qtbot.addWidget(view)
    names = ("One", "Two", "Three")
    offered = [Offered(name=name, definition=VERSION_3) for name in names]
    view.offer(offered)
    view.sales.setCurrentIndex(2)
    view.offer([*offered, Offered(name="Four", definition=VERSION_3)])
    assert (view.marketing.currentText(), view.sales.currentText()) == ("One", "Three")


def test_each_criterion_says_whether_it_predicts(qtbot: QtBot) -> None:
    """F4: with intervals, and "too few" where they are few; reasons without a question."""
    view = PredictView()
    qtbot.addWidget(view)
    view.show_trial(a_trial())
    grab(view, "definition-predict-alone", WIDE)
    assert cut_words(view) == []
    rows = view.model.drawn()
    assert [row[0] for row in rows] == [
        "Real need, Predicts",
        "Right person, Not seen",
        "Date, The other way round",
    ]
    assert rows[2][2] == "Too few (9; 30 needed)"
    assert rows[0][1] == (
        "58 of 66 (88%, 78% to 94%) with it; 14 of 40 (35%, 22% to 50%) without it"
    )
    assert "“Already in talks with us”: 3 leads came back" in text_of(view)
    covered = replace(a_trial(), missing_questions=())
    view.show_trial(covered)
    assert "is covered by a question" in text_of(view)
    assert len(LIFTS) == len(rows)


def test_a_case_is_judged_by_three_keys_and_the_next_criterion_follows(qtbot: QtBot) -> None:
    card = JudgingCard()
    qtbot.addWidget(card)
    heard: list[tuple[int, str, Judgement]] = []
    card.judged.connect(lambda case, one, said: heard.append((case.position, one, said)))
    card.show_case(a_case())
    grab(card, "definition-judging", WIDE)
    assert cut_words(card) == []
    card.take_cursor()
    assert "Case 1 of 30, Real need" in card.accessibleName()
    said = text_of(card)
    assert "Within 3 months: “by June”" in said
    assert "No answer" in said
    key(card, Qt.Key.Key_2)
    assert "Date" in card.accessibleName(), "it does not wait for the desk"
    key(card, Qt.Key.Key_3)
    key(card, Qt.Key.Key_1)
    assert heard == [(1, "need", Judgement.NOT_MET), (1, "date", Judgement.UNCLEAR)]
    card.show_case(a_case(2))
    key(card, Qt.Key.Key_1)
    assert heard[-1] == (2, "need", Judgement.MET)


def test_a_judgement_is_gone_back_to(qtbot: QtBot) -> None:
    card = JudgingCard()
    qtbot.addWidget(card)
    back: list[int] = []
    card.back_wanted.connect(back.append)
    card.show_case(a_case(4, Judgement.MET))
    assert card.place == 1, "what was judged is not asked again"
    card.show()
    key(card, Qt.Key.Key_PageUp)
    assert card.place == 0
    assert card.options[Judgement.MET].isChecked()
    key(card, Qt.Key.Key_PageUp)
    assert back == [3]
    card.show_case(a_case(1))
    key(card, Qt.Key.Key_PageUp)
    assert back == [3], "nothing stands before the first case"


def test_a_judgement_is_given_by_the_mouse_as_well(qtbot: QtBot) -> None:
    card = JudgingCard()
    qtbot.addWidget(card)
    heard: list[Judgement] = []
    card.judged.connect(lambda _case, _one, said: heard.append(said))
    card.show_case(a_case())
    card.show()
    card.options[Judgement.UNCLEAR].click()
    assert heard == [Judgement.UNCLEAR]
    assert card.focusWidget() is card, "the keys judge on"


def test_questions_understood_too_differently_are_flagged(qtbot: QtBot) -> None:
    view = RatingView(LONDON)
    qtbot.addWidget(view)
    view.show_rounds((a_round(judged={"Pia": 34, "Lena": 34}, closed_at=NOW),), "Pia")
    view.show_agreement((agreed("Need", 33, 34), agreed("Date", 18, 34), agreed("Money", 9, 12)))
    grab(view, "definition-agreement", WIDE)
    assert cut_words(view) == []
    assert unnamed(view) == []
    rows = view.model.drawn()
    assert [row[2] for row in rows] == ["Agreed", "Too different", ""]
    assert rows[2][1] == "Too few (12; 30 needed)"
    assert rows[0][1].startswith("The same on 33 of 34, kappa 0.94 (")
    assert "Understood too differently: Date." in view._notice.accessibleName()
    assert view.round.currentText() == "34 cases, version 3, begun Tue 17 Mar"


def test_nobody_judges_without_a_name_and_no_round_says_how_to_begin(qtbot: QtBot) -> None:
    view = RatingView(LONDON)
    qtbot.addWidget(view)
    heard: list[str] = []
    view.judge_wanted.connect(heard.append)
    view.show_rounds((), "")
    view.show()
    assert "No round was begun yet" in view._notice.accessibleName()
    assert not view.table.isVisible()
    view.show_rounds((a_round(),), "")
    view.rater.setText("  ")
    view.judge.click()
    assert heard == []
    assert "Say who judges" in view._notice.accessibleName()
    view.rater.setText("Pia Okafor")
    view.judge.click()
    assert heard == ["Pia Okafor"]


def test_the_round_chosen_stays_in_front_when_another_is_begun(qtbot: QtBot) -> None:
    view = RatingView(LONDON)
    qtbot.addWidget(view)
    view.show_rounds((a_round(),), "Pia")
    view.show_rounds((a_round(id=RoundId(2)), a_round()), "Pia")
    assert view.current is not None
    assert view.current.id == RoundId(1)


def test_a_file_of_the_past_says_what_became_of_each_row(qtbot: QtBot) -> None:
    view = PastView(LONDON)
    qtbot.addWidget(view)
    load = PastLoad(
        id=PastLoadId(1), name="past.csv", rows=40, left_out=2, loaded_by="Maya", loaded_at=NOW
    )
    view.show_loads((load,))
    left = (LeftRow(row=7, because="“banana” is no result."), LeftRow(row=9, because="No answer."))
    loaded = PastLoaded(
        load_id=PastLoadId(1), rows=40, kept=38, left_out=left, ignored=("shoe size",), notes=("!",)
    )
    view.show_loaded(loaded)
    grab(view, "definition-past", WIDE)
    assert cut_words(view) == []
    assert unnamed(view) == []
    assert view.loads.drawn() == [("past.csv", "Tue 17 Mar, Maya", "40", "2")]
    assert view.left_out.drawn() == [("7", "“banana” is no result."), ("9", "No answer.")]
    assert view._result.accessibleName() == (
        "38 of 40 rows are kept, 2 left out. No question is called shoe size: not read. !"
    )
    heard: list[PastLoad] = []
    view.undo_wanted.connect(heard.append)
    key(view.table, Qt.Key.Key_Return)
    view.undo.click()
    assert heard == [load, load]


def test_no_second_file_is_loaded_while_one_is_on_its_way(qtbot: QtBot) -> None:
    view = PastView(LONDON)
    qtbot.addWidget(view)
    view.show()
    progress = Progress()
    progress.report(5, 10)
    view.show_busy(progress)
    assert view._busy.isVisible()
    assert view._busy.value() == 5
    assert not view.load.isEnabled()
    view.show_loaded(PastLoaded(load_id=PastLoadId(1), rows=10, kept=10))
    assert view.load.isEnabled()
    assert view._result.accessibleName() == "10 of 10 rows are kept."


def test_a_lead_that_changes_is_opened_with_its_answers(qtbot: QtBot) -> None:
    side = LeadsSide()
    qtbot.addWidget(side)
    heard: list[ChangedLead] = []
    side.opened.connect(heard.append)
    leads = (a_lead(1), a_lead(2, now=VerdictKind.QUALIFIED, was=VerdictKind.NURTURE))
    side.show_leads(leads, 250, "Leads that change")
    grab(side, "definition-leads", (420, 560))
    assert cut_words(side) == []
    assert unnamed(side) == []
    assert "The newest 2 are shown. Enter opens a lead." in text_of(side)
    assert side.model.drawn()[1] == ("Lead 2, Sent back", "Qualified, was nurture", "78")
    key(side.table, Qt.Key.Key_Down)
    key(side.table, Qt.Key.Key_Return)
    assert heard == [leads[1]]
    card = make_card(answers=ANSWERS)
    side.show_card(leads[0], card)
    assert "was nurture, would be qualified" in text_of(side.detail), "the cursor is elsewhere"
    side.show_card(leads[1], card)
    said = text_of(side.detail)
    assert all(answer in said for _asked, answer in answers_of(card))
    assert answers_of(card)


def test_leads_of_a_file_say_that_there_is_no_more_of_them(qtbot: QtBot) -> None:
    side = LeadsSide()
    qtbot.addWidget(side)
    side.show_leads((a_lead(1, lead_id=None),), 1, "Leads that change")
    side.show()
    assert "These come from a file: no more is known." in text_of(side)
    side.show_leads((), 0, "Leads in dispute")
    assert side.current() is None
    assert side.accessibleName() == "Leads in dispute"


def test_earlier_words_are_compared_and_written_again(qtbot: QtBot) -> None:
    side = CompareSide()
    qtbot.addWidget(side)
    chosen: list[Earlier] = []
    again: list[Earlier] = []
    side.chosen.connect(chosen.append)
    side.again_wanted.connect(again.append)
    three = Earlier(name="Version 3", definition=VERSION_3, hint="Kept by Maya.")
    draft = Earlier(name="Draft of Pia", definition=version_4())
    side.offer((three, draft))
    assert chosen == [three]
    change = Change(place="threshold", label="Points needed", was="70", now="60")
    side.show_changes(draft, (change,))
    assert side.changes.accessibleName() != "What changes: Points needed, 70, now 60"
    side.show_changes(three, (change,))
    side.show()
    assert side.changes.accessibleName() == "What changes: Points needed, 70, now 60"
    assert "Kept by Maya." in text_of(side)
    side.again.click()
    assert again == [three]
    side.show_changes(three, ())
    assert "They say the same." in text_of(side)
    assert not side.again.isVisible()
    side.offer(())
    assert "No version was kept yet." in text_of(side)


def test_nobody_signs_without_a_name_or_withdraws_without_a_reason(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    heard: list[tuple[object, str]] = []
    sign, withdraw = SignCard(window), WithdrawCard(window)
    sign.signed.connect(lambda side, name: heard.append((side, name)))
    withdraw.withdrawn.connect(lambda side, because: heard.append((side, because)))
    sign.ask(Side.SALES, "", window)
    sign.sign.click()
    assert "Write your name first" in sign._refused.accessibleName()
    sign.name.setText(" Lena Brandt ")
    key(sign.name, Qt.Key.Key_Return)
    sign.refuse("Lena Brandt has signed.")
    assert sign.isVisible(), "it stays open, with the reason"
    key(sign.name, Qt.Key.Key_Escape)
    assert not sign.isVisible()
    withdraw.ask(Side.MARKETING, "Pia Okafor", window)
    withdraw.withdraw.click()
    assert "Say why" in withdraw._refused.accessibleName()
    QTest.keyClicks(withdraw.because, "Too early")
    key(withdraw.because, Qt.Key.Key_Return)
    assert heard == [(Side.SALES, "Lena Brandt"), (Side.MARKETING, "Too early")]
    QApplication.processEvents()
    assert cut_words(withdraw) == []


def test_what_is_half_written_stays_in_the_line_of_the_talk(qtbot: QtBot) -> None:
    talk = Talk(LONDON)
    qtbot.addWidget(talk)
    heard: list[str] = []
    talk.said.connect(heard.append)
    talk.show_remarks((), (), NOW)
    talk.show()
    assert "Nobody has said anything yet." in text_of(talk)
    talk.write.click()
    key(talk.line, Qt.Key.Key_Return)
    QTest.keyClicks(talk.line, "Half a thou")
    assert talk.close_line()
    assert not talk.close_line()
    talk.write.click()
    assert talk.line.text() == "Half a thou"
    key(talk.line, Qt.Key.Key_Return)
    assert heard == ["Half a thou"]
    talk.kept()
    assert talk.line.text() == ""


def test_a_remark_of_somebody_of_neither_side_is_shown_as_well(qtbot: QtBot) -> None:
    talk = Talk(LONDON)
    qtbot.addWidget(talk)
    said = Remark(version=4, who="Ruth Tanner", says="<b>Decide</b> by Friday.", said_at=NOW)
    talk.show_remarks((said,), a_standing().sides, NOW)
    talk.show()
    assert "<b>Decide</b> by Friday." in text_of(talk)
    assert "10:24" in text_of(talk)


def test_a_conflict_offers_two_ways_on_and_a_busy_desk_one(qtbot: QtBot) -> None:
    bar = ConflictBar()
    qtbot.addWidget(bar)
    heard: list[str] = []
    bar.mine_chosen.connect(lambda: heard.append("mine"))
    bar.theirs_chosen.connect(lambda: heard.append("theirs"))
    bar.tell("Lena Brandt saved this draft meanwhile.", can_choose=True)
    grab(bar, "definition-conflict", (1200, 46))
    assert cut_words(bar) == []
    bar.mine.click()
    bar.theirs.click()
    assert heard == ["mine", "theirs"]
    bar.tell("The workspace is busy.", can_choose=False)
    assert not bar.theirs.isVisible()
    assert bar.mine.accessibleName() == "Save again"


@pytest.mark.parametrize(
    ("typed", "kind", "bound"),
    [
        ("2", 1, Bound(than=2)),
        ("2,5", 2, Bound(than=2.5, is_above=False)),
        ("many", 1, None),
    ],
)
def test_a_bound_is_told_once_it_is_a_number(
    qtbot: QtBot, typed: str, kind: int, bound: Bound | None
) -> None:
    sites = SCRIPT.question("sites")
    assert sites is not None
    row = BoundRow("Counts as yes", "Any answer")
    qtbot.addWidget(row)
    row.show_bound(Bound(), sites)
    row.show()
    heard: list[Bound] = []
    row.chosen.connect(heard.append)
    row.kind.setCurrentIndex(kind)
    row.kind.activated.emit(kind)
    row.show_bound(Bound(), sites)
    assert row.than.isVisible(), "what is half said is not taken away"
    QTest.keyClicks(row.than, typed)
    assert heard[-1:] == ([bound] if bound is not None else [])
    row.kind.setCurrentIndex(0)
    row.kind.activated.emit(0)
    assert heard[-1] == Bound()
    assert not row.than.isVisible()


def test_what_cannot_be_tried_is_said_and_the_leads_that_change_are_counted(qtbot: QtBot) -> None:
    card = TriedCard()
    qtbot.addWidget(card)
    card.show_trial(replace(a_trial(), limits=("“Need” is answered in words.",)))
    card.resize(1300, 240)
    card.show()
    assert "“Need” is answered in words." in text_of(card)
    assert card.leads.accessibleName() == "Show the 4 leads that change"
    one = replace(a_trial(), changed_count=1)
    card.show_trial(one)
    assert card.leads.accessibleName() == "Show the lead that changes"
    card.show_trial(replace(a_trial(), changed_count=0))
    assert not card.leads.isVisible()
    progress = Progress()
    progress.report(3, 12)
    card.show_busy(progress)
    assert (card._busy.isVisible(), card._busy.value(), card._busy.maximum()) == (True, 3, 12)
    card.show_busy(None)
    assert not card._busy.isVisible()
    card.show_nothing("The workspace is busy.")
    assert card.trial is None
    assert "The workspace is busy." in text_of(card)


def test_a_legend_has_room_for_its_words(qtbot: QtBot) -> None:
    legend = Legend((("sales took", "ok_fill"), ("sent back", "bad_fill")))
    qtbot.addWidget(legend)
    grab(legend, "definition-legend")
    assert legend.text() == "sales took, sent back"
    assert not legend.is_cut()
    legend.resize(20, 20)
    assert legend.is_cut()


def test_a_tier_reads_as_a_sentence() -> None:
    assert tier_words(TIER, VERSION_3) == (
        "with Right person and Wants a call, and 40 points: a name to call again in autumn"
    )
    bare = replace(TIER, must_haves=(), means="", threshold=1)
    assert tier_words(bare, VERSION_3) == "with 1 point"
    gone = replace(TIER, must_haves=("gone",), means="")
    assert tier_words(gone, VERSION_3) == "with gone, and 40 points"


def test_problems_stand_at_the_criterion_they_are_of() -> None:
    assert problems_in(VERSION_3, None) == ({}, "")
    nameless = replace(VERSION_3.criteria[2], label="")
    unasked = replace(VERSION_3.criteria[6], question=VERSION_3.criteria[6].question + "_gone")
    criteria = (*VERSION_3.criteria[:2], nameless, *VERSION_3.criteria[3:6], unasked)
    words = replace(VERSION_3, criteria=criteria, threshold=500)
    by_row, rest = problems_in(words, SCRIPT)
    assert set(by_row) == {"date", "money"}
    assert "does not ask it" in by_row["money"]
    assert "500 points are needed" in rest
