"""The library of scripts: drafts, versions, use from the next lead, files."""

from dataclasses import replace
from pathlib import Path

import pytest

from calls import DATE, MACHINE, PROJECT, SCRIPT, a_campaign, a_lead, calling, next_card
from makers import make_contact, make_lead
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import DocumentRefused, NewerDraft, NotFound, Refused
from qualdesk.core.scripts import WANTS_CALL, CallScript, Question, QuestionKind, StageKind
from qualdesk.core.sources import SourceType, Touchpoint, TouchpointKind
from qualdesk.desk.library import Library
from qualdesk.desk.scripting import Scripts
from qualdesk.files.documents import read_script
from qualdesk.store import history
from qualdesk.store.database import Store


@pytest.fixture
def campaign(sqlite_store: Store) -> Campaign:
    return a_campaign(sqlite_store, name="Spring fair")


@pytest.fixture
def scripts(sqlite_store: Store, clock: SetClock, campaign: Campaign) -> Scripts:
    """Ruth's library; the campaign works by version 1 of the script “tests”."""
    assert campaign.script_version_id
    return Scripts(sqlite_store, clock, "ruth")


def reworded(script: CallScript, say: str) -> CallScript:
    """The script with other words for its first discovery question."""
    return with_question(script, PROJECT, say=say)


def with_question(script: CallScript, question: str, **other: object) -> CallScript:
    stages = tuple(
        replace(
            stage,
            questions=tuple(
                replace(one, **other) if one.id == question else one  # type: ignore[arg-type] # any attribute of it
                for one in stage.questions
            ),
        )
        for stage in script.stages
    )
    return replace(script, stages=stages)


def without(script: CallScript, question: str) -> CallScript:
    stages = tuple(
        replace(stage, questions=tuple(q for q in stage.questions if q.id != question))
        for stage in script.stages
    )
    return replace(script, stages=stages)


def test_a_draft_changes_nothing_until_it_is_published(
    scripts: Scripts, campaign: Campaign, sqlite_store: Store, clock: SetClock
) -> None:
    begun = scripts.draft("tests")
    assert (begun.revision, begun.based_on, begun.script) == (0, 1, SCRIPT)
    assert begun.campaigns == ("Spring fair",)
    kept = scripts.keep(reworded(begun.script, "What is the project?"), begun.revision)
    assert (kept.script.version, kept.based_on, kept.changed_by) == (2, 1, "ruth")
    assert kept.changed_at == clock.now()
    library = Library(sqlite_store, clock, "ruth")
    assert library.script(campaign.id) == SCRIPT
    published = scripts.publish("tests")
    assert (published.version, published.campaigns, published.in_calls) == (2, ("Spring fair",), 0)
    assert library.script(campaign.id) == published.script == kept.script
    assert scripts.draft("tests").revision == 0
    assert scripts.version("tests", 1) == SCRIPT
    assert [(one.number, one.in_force) for one in scripts.versions("tests")] == [
        (2, True),
        (1, False),
    ]


def test_who_is_in_a_call_keeps_the_version_it_began_with(
    scripts: Scripts, campaign: Campaign, sqlite_store: Store, clock: SetClock
) -> None:
    """Use from the next lead on, never inside a call: two desks, one of them talking."""
    for name in ("Kim Adler", "Jo Brandt"):
        a_lead(sqlite_store, campaign, name)
    ana = calling(sqlite_store, clock, "Ana")
    call = ana.start_attempt(next_card(ana).lead.id)
    scripts.keep(reworded(SCRIPT, "New words."), 0)
    assert scripts.draft("tests").in_calls == 1
    assert scripts.publish("tests").in_calls == 1
    held = ana.held()
    assert held is not None
    assert held.script == SCRIPT
    recorded = ana.record_answer(call.id, DATE, "soon")
    assert recorded.verdict is not None
    ana.finish(call.id, "no_answer")
    following = next_card(ana)
    assert following.script is not None
    assert following.script.version == 2
    assert following.script.question(PROJECT).say == "New words."  # type: ignore[union-attr] # it is there


def test_two_people_who_write_one_script_lose_nothing(
    scripts: Scripts, sqlite_store: Store, clock: SetClock
) -> None:
    ben = Scripts(sqlite_store, clock, "ben")
    mine, his = scripts.draft("tests"), ben.draft("tests")
    hers = scripts.keep(reworded(SCRIPT, "Ruth's words."), mine.revision)
    with pytest.raises(NewerDraft, match="ruth saved this draft meanwhile"):
        ben.keep(reworded(SCRIPT, "Ben's words."), his.revision)
    assert scripts.draft("tests") == hers
    ben.keep(reworded(SCRIPT, "Ben's words."), his.revision, over=True)
    (aside,) = scripts.put_aside("tests")
    assert (aside.document, aside.changed_by, aside.revision) == (
        hers.script,
        "ruth",
        hers.revision,
    )


def test_a_draft_may_be_half_written_but_not_be_used(scripts: Scripts) -> None:
    """A question without words is a problem at its key, shown while it is written."""
    half = with_question(SCRIPT, PROJECT, say="", ask="")
    kept = scripts.keep(half, 0)
    assert kept.script.question(PROJECT).say == ""  # type: ignore[union-attr] # it is there
    places = {problem.place for problem in scripts.problems(kept.script)}
    assert {"stages.2.questions.1.say", "stages.2.questions.1.ask"} <= places
    with pytest.raises(DocumentRefused, match="cannot be used yet") as refused:
        scripts.publish("tests")
    assert places == {problem.place for problem in refused.value.problems}
    assert scripts.draft("tests") == kept
    assert len(scripts.versions("tests")) == 1


def test_what_could_not_be_read_again_is_not_kept(scripts: Scripts) -> None:
    bad = Question(id="No Spaces!", kind=QuestionKind.WORDS, say="?")  # type: ignore[arg-type] # a bad id on purpose
    stages = (replace(SCRIPT.stages[0], questions=(bad,)), *SCRIPT.stages[1:])
    with pytest.raises(DocumentRefused) as refused:
        scripts.keep(replace(SCRIPT, stages=stages), 0)
    assert [problem.place for problem in refused.value.problems] == ["stages.1.questions.1.id"]
    assert scripts.draft("tests").revision == 0


def test_a_script_that_does_not_ask_what_a_campaign_s_definition_needs_is_refused(
    scripts: Scripts, campaign: Campaign, sqlite_store: Store
) -> None:
    """The campaign is named, and the place in its definition."""
    other = a_campaign(sqlite_store, name="Autumn fair")
    scripts.keep(without(SCRIPT, MACHINE), 0)
    with pytest.raises(DocumentRefused) as refused:
        scripts.publish("tests")
    first = refused.value.problems[0]
    assert first.place == "criteria.2.question"
    assert first.says.startswith("Spring fair, Autumn fair: “Machine” needs the question “machine”")
    with sqlite_store.reading() as tx:
        assert history.verify(tx) is None
    assert {campaign.script_version_id, other.script_version_id} == {1}


def test_nobody_puts_words_to_use_that_somebody_saved_while_they_looked(
    scripts: Scripts, sqlite_store: Store, clock: SetClock, campaign: Campaign
) -> None:
    looked_at = scripts.keep(reworded(SCRIPT, "What would you like to change?"), 0)
    ben = Scripts(sqlite_store, clock, "ben")
    ben.keep(reworded(SCRIPT, "Half a sent"), ben.draft("tests").revision)
    with pytest.raises(NewerDraft, match="changed this draft meanwhile"):
        scripts.publish("tests", seen=looked_at.script)
    assert Library(sqlite_store, clock, "ruth").script(campaign.id) == SCRIPT
    mine = scripts.keep(looked_at.script, looked_at.revision, over=True)
    assert scripts.publish("tests", seen=mine.script).version == 2


def test_publishing_asks_for_a_draft_that_changes_something(scripts: Scripts) -> None:
    with pytest.raises(Refused, match="There is no draft"):
        scripts.publish("tests")
    scripts.keep(SCRIPT, 0)
    with pytest.raises(Refused, match="Nothing has changed since version 1"):
        scripts.publish("tests")


def test_a_dropped_draft_comes_back_when_it_is_kept_again(scripts: Scripts) -> None:
    kept = scripts.keep(reworded(SCRIPT, "Other words."), 0)
    dropped = scripts.drop("tests")
    assert dropped == kept.script
    assert scripts.draft("tests").script == SCRIPT
    again = scripts.keep(dropped, 0)
    assert (again.script, again.revision > kept.revision) == (kept.script, True)
    with pytest.raises(Refused, match="no draft to drop"):
        scripts.drop("nothing")


def test_a_new_script_has_the_four_parts_and_the_question_every_script_asks(
    scripts: Scripts,
) -> None:
    made = scripts.new("Köln: Anruf")
    assert (made.script.id, made.script.version, made.based_on) == ("koln-anruf", 1, 0)
    assert [stage.kind for stage in made.script.stages] == list(StageKind)
    assert [question.id for question in made.script.questions] == [WANTS_CALL]
    assert scripts.new("Köln: Anruf").script.id == "koln-anruf-2"
    assert scripts.new("123").script.id == "script-123"
    assert scripts.new("北京").script.id == "script"
    with pytest.raises(Refused, match="needs a name"):
        scripts.new("  ")
    entries = {entry.id: entry for entry in scripts.scripts()}
    assert entries["koln-anruf"].has_draft
    assert (entries["koln-anruf"].version, entries["koln-anruf"].campaigns) == (0, ())


def test_a_script_can_begin_like_another_or_like_a_sample(scripts: Scripts) -> None:
    """One script is reused across campaigns, or copied and changed."""
    copy = scripts.new("Copy", like="tests").script
    assert (copy.id, copy.name, copy.stages) == ("copy", "Copy", SCRIPT.stages)
    sample = scripts.new("Ours", like="discovery-call").script
    assert (sample.id, sample.version) == ("ours", 1)
    assert len(sample.questions) > len(SCRIPT.questions)
    with pytest.raises(NotFound, match=r"no script “gone”\. There are:"):
        scripts.new("Next", like="gone")


def test_a_published_script_can_be_used_in_another_campaign(
    scripts: Scripts, sqlite_store: Store, clock: SetClock
) -> None:
    other = Library(sqlite_store, clock, "ruth").new_campaign("Show")
    assert scripts.use("Show", "tests").script_version_id is not None
    before = scripts.use(other.id, "tests", before=True)
    assert before.before_script_version_id == before.script_version_id
    assert scripts.scripts()[0].campaigns == ("Spring fair", "Show")
    scripts.keep(reworded(SCRIPT, "Other words."), 0)
    assert scripts.publish("tests").campaigns == ("Spring fair", "Show")
    library = Library(sqlite_store, clock, "ruth")
    moved = library.campaign("Show")
    assert moved.script_version_id == moved.before_script_version_id
    assert library.script("Show") == library.script("Spring fair")


def test_a_draft_alone_cannot_be_used_in_a_campaign(scripts: Scripts) -> None:
    scripts.new("Only begun", like="tests")
    with pytest.raises(Refused, match="Publish it"):
        scripts.use("Spring fair", "only-begun")
    scripts.publish("only-begun")
    assert scripts.use("Spring fair", "only-begun").name == "Spring fair"


def test_a_script_that_does_not_fit_the_campaign_s_definition_is_not_used_in_it(
    scripts: Scripts,
) -> None:
    made = scripts.new("Short", like="tests")
    scripts.keep(without(made.script, MACHINE), made.revision)
    scripts.publish("short")
    with pytest.raises(DocumentRefused, match="nobody could be judged"):
        scripts.use("Spring fair", "short")
    # Up to the event people are asked to come; nobody is judged by it then.
    assert scripts.use("Spring fair", "short", before=True).before_script_version_id is not None


def test_a_file_becomes_the_draft_and_goes_out_again(scripts: Scripts, tmp_path: Path) -> None:
    hers = scripts.keep(reworded(SCRIPT, "Ruth's words."), 0)
    path = tmp_path / "fair.toml"
    scripts.write_file("tests", path, 1)
    assert read_script(path) == SCRIPT
    taken = scripts.take_file(path)
    assert (taken.script, taken.script.version) == (replace(SCRIPT, version=2), 2)
    assert [one.document for one in scripts.put_aside("tests")] == [hers.script]
    scripts.write_file("tests", path)
    assert read_script(path) == taken.script
    with pytest.raises(NotFound, match="no version 7"):
        scripts.write_file("tests", path, 7)


def test_what_was_done_is_written_down(scripts: Scripts, sqlite_store: Store) -> None:
    scripts.keep(reworded(SCRIPT, "One."), 0)
    scripts.drop("tests")
    scripts.keep(reworded(SCRIPT, "Two."), 0)
    scripts.publish("tests")
    with sqlite_store.reading() as tx:
        found = history.entries(tx, "script", "tests")
    assert [(entry.what, entry.details) for entry in found] == [
        ("published", {"version": 2}),
        ("dropped the draft", {}),
    ]


def test_people_to_try_a_script_on_are_real_leads_with_their_words(
    scripts: Scripts, sqlite_store: Store, campaign: Campaign, clock: SetClock
) -> None:
    """D2: the preview speaks to somebody; what is not known stays a gap."""
    with sqlite_store.transaction() as tx:
        contact = make_contact(tx, "Katrin Albers", company_name="Elbkorn Foods")
        did = Touchpoint(kind=TouchpointKind.DEMO, says="watched the demo", at=clock.now())
        make_lead(tx, campaign, contact, touchpoints=(did,))
    a_lead(sqlite_store, campaign, "Jo Brandt", company="")
    first, second = scripts.preview_people("Spring fair")
    assert (first.label, second.label) == ("Katrin Albers, Elbkorn Foods", "Jo Brandt")
    assert first.values["lead.full_name"] == "Katrin Albers"
    assert first.values["source.did"] == "watched the demo"
    assert first.values["caller.name"] == "ruth"
    assert first.source == SourceType.TRADE_SHOW.value
    for number in range(14):
        a_lead(sqlite_store, campaign, f"Person {number}")
    assert len(scripts.preview_people(campaign.id)) == 12


def test_a_spreadsheet_goes_out_and_comes_in_as_a_draft(scripts: Scripts, tmp_path: Path) -> None:
    """Supervisors can write in a spreadsheet; what comes back is a draft like any other."""
    path = tmp_path / "fair.xlsx"
    scripts.write_file("tests", path, 1)
    taken = scripts.take_file(path)
    assert (taken.script.id, taken.script.version) == ("tests", 2)
    assert [one.id for one in taken.script.questions] == [one.id for one in SCRIPT.questions]
    assert scripts.problems(taken.script) == ()


def test_a_file_that_cannot_be_used_leaves_the_draft_alone(
    scripts: Scripts, tmp_path: Path
) -> None:
    """An error at its key, never a half-loaded script."""
    hers = scripts.keep(reworded(SCRIPT, "Ruth's words."), 0)
    path = tmp_path / "fair.toml"
    path.write_text('id = "tests"\nname = "Tests"\n', encoding="utf-8")
    with pytest.raises(DocumentRefused) as refused:
        scripts.take_file(path)
    assert {"version", "stages"} <= {problem.place for problem in refused.value.problems}
    assert scripts.draft("tests") == hers
    assert scripts.put_aside("tests") == ()


def test_problems_name_what_campaigns_would_miss_while_it_is_written(scripts: Scripts) -> None:
    (problem,) = scripts.problems(without(SCRIPT, MACHINE))
    assert problem.place == "criteria.2.question"
    assert problem.says.startswith("Spring fair: ")
    assert scripts.problems(SCRIPT) == ()


def test_who_drops_a_draft_does_not_drop_what_was_saved_meanwhile_unseen(
    scripts: Scripts, sqlite_store: Store, clock: SetClock
) -> None:
    """What went comes back from the drop itself, so undo restores the newest words."""
    scripts.keep(reworded(SCRIPT, "Ruth's words."), 0)
    ben = Scripts(sqlite_store, clock, "ben")
    hers = ben.draft("tests")
    newer = ben.keep(reworded(SCRIPT, "Ben's words."), hers.revision)
    assert scripts.drop("tests") == newer.script
