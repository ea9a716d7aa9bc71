"""Drafts as they are kept while they are written, and used only when they were meant to be."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from makers import make_clock
from past_makers import finish
from qt.desks import LONDON, Lanes, delete_now, desk_on
from qt.windows import Chosen
from qualdesk.core.agreement import CriterionAgreement, Judgement
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.conditions import Equals
from qualdesk.core.criteria import Criterion
from qualdesk.core.drafts import ScriptDraft
from qualdesk.core.ids import CampaignId
from qualdesk.core.questions import QuestionId
from qualdesk.core.script_edits import remove_question
from qualdesk.desk import Desk
from qualdesk.qt.scripts.checking import Checked, Checking
from qualdesk.qt.scripts.keeping import Keeping
from qualdesk.qt.scripts.shelf import CHOOSE_FIRST, Opened, Shelf
from qualdesk.qt.scripts.wording import with_question
from qualdesk.qt.scripts.writing import Writing
from qualdesk.store.database import Store
from script_makers import make_definition

ID = "discovery-call"


class Drafting:
    """What writes, keeps, checks and uses a script, without the page around it."""

    def __init__(self, path: Path, clock: SetClock) -> None:
        self.path, self.clock, self.chosen = path, clock, Chosen()
        self.lanes = Lanes(lambda: desk_on(path, clock))
        self.page = QWidget()
        self.writing = Writing(self.page)
        self.keeping = Keeping(self.writing, self.lanes, clock, LONDON)
        self.checking = Checking(self.writing, self.lanes)
        self.shelf = Shelf(self.page, self.writing, self.keeping, self.lanes, self.chosen, LONDON)
        self.said: list[str] = []
        self.published: list[str] = []
        self.agreement: list[tuple[CriterionAgreement, ...]] = []
        self.opened: list[Opened] = []
        self.keeping.said.connect(self.said.append)
        self.keeping.clashed.connect(self.said.append)
        self.keeping.stuck.connect(lambda says: self.said.append(f"stuck: {says}"))
        self.shelf.refused.connect(self.said.append)
        self.shelf.published.connect(lambda says, _changes: self.published.append(says))
        self.shelf.agreement_found.connect(self.agreement.append)
        self.shelf.opened.connect(self.opened.append)

    def open(self, script_id: str = ID, campaign: CampaignId | None = None) -> None:
        self.shelf.open(campaign, script_id)
        self.lanes.settle()

    def name(self, name: str, *, save: bool = True) -> None:
        """Write another name of the script."""
        self.writing.put(replace(self.writing.script, name=name), merge="name")
        if save:
            self.keeping.save()
            self.lanes.settle()

    def judged(self) -> tuple[CriterionAgreement, ...]:
        """What was said last of how alike two people judge."""
        return self.agreement[-1]

    def rest(self) -> None:
        """Wait until all that was typed is kept by itself."""
        for _ in range(200):
            self.lanes.settle()
            if self.keeping.is_settled:
                return
            QTest.qWait(20)
        raise AssertionError("what was typed was not kept")

    def use(self) -> None:
        self.shelf.publish()
        self.lanes.settle()

    def close(self) -> None:
        delete_now(self.page)
        assert self.lanes.close()


@pytest.fixture
def mine(filled: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Drafting]:
    del qapp
    path = tmp_path / "desk.sqlite"
    path.write_bytes(filled.read_bytes())
    found = Drafting(path, make_clock())
    found.open()
    yield found
    found.close()


@pytest.fixture
def other(mine: Drafting) -> Iterator[Desk]:
    """Somebody else at their own desk, on the same workspace."""
    desk = desk_on(mine.path, mine.clock, "Pia Okafor")
    yield desk
    desk.close()


def theirs(other: Desk, name: str) -> ScriptDraft:
    """Pia saves another name of the script."""
    draft = other.scripts.draft(ID)
    return other.scripts.keep(replace(draft.script, name=name), draft.revision)


def versions(other: Desk) -> list[int]:
    return [version.number for version in other.scripts.versions(ID)]


# Kept as typed


def test_somebody_who_types_on_without_a_rest_is_saved_all_the_same(
    mine: Drafting, other: Desk
) -> None:
    for place in range(9):
        mine.name(f"Stand leads {'!' * place}", save=False)
        QTest.qWait(100)
    mine.lanes.settle()
    kept = other.scripts.draft(ID)
    assert kept.revision >= 1, "on the disk within a second, though no key was 0.6 s late"
    assert kept.script.name.startswith("Stand leads")


def test_what_was_typed_while_a_save_was_on_its_way_follows_it(mine: Drafting, other: Desk) -> None:
    mine.name("First", save=False)
    mine.keeping.save()
    mine.name("Second", save=False)
    mine.keeping.save()
    assert not mine.keeping.is_settled
    mine.rest()
    assert other.scripts.draft(ID).script.name == "Second"
    assert mine.said[-1] == "Saved 09:24"


def test_nothing_is_saved_where_nothing_was_changed(mine: Drafting, other: Desk) -> None:
    mine.keeping.save()
    mine.name("Other", save=False)
    mine.writing.undo()
    mine.keeping.save()
    mine.lanes.settle()
    assert other.scripts.draft(ID).revision == 0


def test_what_cannot_be_kept_says_why_and_is_kept_once_it_is_mended(
    mine: Drafting, other: Desk
) -> None:
    mine.name("x" * 2_000_000)
    says = [said for said in mine.said if said.startswith("stuck: ")]
    assert len(says) == 1
    assert not mine.keeping.is_settled
    assert not mine.keeping.is_clashing, "nobody else's draft stands against it"
    assert mine.said.count("Not saved yet: " + says[0].removeprefix("stuck: ")) == 1
    assert other.scripts.draft(ID).revision == 0
    mine.name("Stand leads")
    assert other.scripts.draft(ID).script.name == "Stand leads"


def test_whose_draft_stands_against_mine_is_said_with_its_time(mine: Drafting, other: Desk) -> None:
    theirs(other, "Theirs")
    mine.name("Mine")
    assert mine.said[-1] == (
        "Pia Okafor saved this draft at 09:24. What you typed is still here, and not saved yet."
    )
    mine.name("Mine, longer")
    assert other.scripts.draft(ID).script.name == "Theirs", "typing on writes over nobody"
    mine.keeping.save(over=True)
    mine.lanes.settle()
    assert other.scripts.draft(ID).script.name == "Mine, longer"
    assert [aside.changed_by for aside in other.scripts.put_aside(ID)] == ["Pia Okafor"]


# Used only when it was meant


def test_a_draft_is_saved_before_it_is_used(mine: Drafting, other: Desk) -> None:
    mine.name("Stand leads", save=False)
    mine.use()
    assert mine.published == ["Version 2 is used from the next lead."]
    assert other.scripts.version(ID, 2).name == "Stand leads"
    assert mine.keeping.is_settled


def test_what_is_typed_while_a_version_is_put_to_use_is_not_lost(
    mine: Drafting, other: Desk
) -> None:
    mine.name("Stand leads")
    mine.shelf.publish()
    mine.name("Stand leads, again", save=False)
    mine.lanes.settle()
    assert mine.published
    assert mine.writing.script.name == "Stand leads, again"
    mine.keeping.save()
    mine.lanes.settle()
    assert other.scripts.version(ID, 2).name == "Stand leads"
    assert other.scripts.draft(ID).script.name == "Stand leads, again"


def test_a_draft_that_was_not_saved_is_not_used_by_a_later_save(
    mine: Drafting, other: Desk
) -> None:
    """Ctrl+Enter came to nothing: half a sentence typed later must not go to the callers."""
    theirs(other, "Theirs")
    mine.name("Mine", save=False)
    mine.use()
    assert mine.keeping.is_clashing
    mine.shelf.use_theirs(mine.keeping.begin)
    mine.lanes.settle()
    mine.name("Half a sen")
    assert other.scripts.draft(ID).script.name == "Half a sen"
    assert versions(other) == [1]
    assert mine.published == []


def test_nothing_is_used_while_two_drafts_stand_against_each_other(
    mine: Drafting, other: Desk
) -> None:
    theirs(other, "Theirs")
    mine.name("Mine")
    mine.use()
    assert mine.said[-1] == CHOOSE_FIRST
    mine.keeping.save(over=True)
    mine.lanes.settle()
    assert versions(other) == [1]


def test_a_draft_that_cannot_be_used_says_how_much_is_wrong_and_what_first(
    mine: Drafting, other: Desk
) -> None:
    script = mine.writing.script
    for question in script.questions:
        script = with_question(script, replace(question, say="", say_for={}))
    mine.writing.put(script)
    mine.use()
    count = len(script.questions)
    assert f"cannot be used yet: {count} problems." in mine.said[-1]
    assert "stages." not in mine.said[-1], "by its question, not by the key of a file"
    assert versions(other) == [1]


# Opened, refreshed, looked over


def test_without_a_script_of_its_own_a_campaign_gets_the_first_there_is(mine: Drafting) -> None:
    mine.shelf.open(None, "")
    mine.lanes.settle()
    assert mine.opened[-1].draft.script.id == ID
    assert mine.opened[-1].campaign is None, "the facts are those of all calls"


def test_what_is_not_there_is_refused_in_a_sentence_and_the_script_stays(mine: Drafting) -> None:
    before = mine.writing.script
    mine.open("nowhere")
    assert "nowhere" in mine.said[-1]
    assert mine.writing.script == before


def test_another_campaign_leaves_the_script_and_the_same_one_asks_nothing(
    mine: Drafting, other: Desk
) -> None:
    campaign = other.library.campaigns()[0].campaign.id
    count = len(mine.opened)
    mine.shelf.show_campaign(None)
    mine.lanes.settle()
    assert len(mine.opened) == count
    mine.shelf.show_campaign(campaign)
    mine.lanes.settle()
    found = mine.opened[-1]
    assert (found.draft.script.id, found.campaign) == (ID, campaign)
    assert found.people[0].label == "Katrin Albers, Elbkorn Foods"


def test_what_i_am_typing_is_not_replaced_when_the_page_asks_again(
    mine: Drafting, other: Desk
) -> None:
    theirs(other, "Theirs")
    mine.name("Mine", save=False)
    mine.shelf.refresh()
    mine.lanes.settle()
    assert mine.writing.script.name == "Mine"


def test_what_is_wrong_is_walked_round_and_back(mine: Drafting) -> None:
    assert mine.checking.next_after(None, 1) is None, "nothing is wrong"
    script = mine.writing.script
    for question in (script.question("date"), script.question("money")):
        assert question is not None
        script = with_question(script, replace(question, ask=""))
    mine.writing.put(script)
    mine.checking.look()
    mine.lanes.settle()
    first, second = mine.checking.checked.all
    walk = mine.checking.next_after
    assert [walk(None, 1), walk(first, 1), walk(second, 1)] == [first, second, first]
    assert [walk(None, -1), walk(first, -1)] == [second, second]


def test_an_answer_about_words_that_are_gone_is_passed_over(mine: Drafting) -> None:
    question = mine.writing.script.question("date")
    assert question is not None
    mine.writing.put(with_question(mine.writing.script, replace(question, ask="")))
    mine.checking.look()
    mine.writing.undo()
    mine.lanes.settle()
    assert mine.checking.checked.wrong == ()


def test_a_must_have_nobody_asks_for_is_said_and_is_not_shown_as_fine(
    mine: Drafting, other: Desk
) -> None:
    def found() -> Checked:
        return mine.checking.checked

    mine.writing.judge_by(other.library.shipped_definition())
    mine.checking.look()
    mine.lanes.settle()
    assert found().is_fine
    mine.writing.put(remove_question(mine.writing.script, "money").script)
    mine.writing.put(remove_question(mine.writing.script, "role").script)
    mine.checking.look()
    mine.lanes.settle()
    assert not found().is_fine
    assert "has no question" in found().says


def test_without_a_definition_it_says_that_nothing_judges(mine: Drafting) -> None:
    mine.checking.look()
    mine.lanes.settle()
    assert mine.checking.checked.says.startswith("No definition looks at the answers. Reading")


# Agreement, from rounds that two people judged


ONE = Criterion(
    id="date",
    label="Date",
    question=QuestionId("date"),
    must_have=True,
    points=50,
    met_when=Equals(question="date", value="within_3_months"),
)


def finished_leads(mine: Drafting, campaign: Campaign, many: int) -> None:
    store = Store(f"sqlite:///{mine.path}", clock=mine.clock, durable=False)
    for _ in range(many):
        finish(store, campaign, {"date": "within_3_months"})
    store.close()


def judge(desk: Desk, campaign: Campaign, rater: str, *, odd: bool) -> None:
    """All cases of the newest round as met; an odd rater says so of every other one."""
    found = desk.rating.rounds(campaign.id)[0]
    for case in range(1, found.cases + 1):
        said = Judgement.NOT_MET if odd and case % 2 else Judgement.MET
        desk.rating.judge(found.id, case, rater, "date", said)


def test_what_two_people_judged_reaches_the_editor_when_it_is_asked_again(
    mine: Drafting, other: Desk
) -> None:
    mine.shelf.ask_agreement()
    assert mine.agreement == [()], "without a campaign there is no round"
    definition = make_definition(ONE, threshold=50)
    campaign = other.library.set_definition(other.library.campaigns()[0].campaign.id, definition)
    finished_leads(mine, campaign, 30)
    mine.open(campaign=campaign.id)
    other.rating.begin(campaign.id)
    judge(other, campaign, "Pia Okafor", odd=True)
    mine.shelf.refresh()
    mine.lanes.settle()
    assert mine.judged() == (), "one person agrees with nobody"
    judge(other, campaign, "Lena Brandt", odd=False)
    mine.shelf.refresh()
    mine.lanes.settle()
    (found,) = mine.judged()
    assert (found.question, found.kappa.agreed, found.kappa.n, found.is_poor) == (
        "date",
        15,
        30,
        True,
    )
