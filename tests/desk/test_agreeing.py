"""A definition between marketing and sales: talk, two signatures, withdrawal, review (F1, F2)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from calls import (
    DATE,
    DEFINITION,
    SCRIPT,
    a_campaign,
    a_lead,
    answer_all_it_takes,
    calling,
    next_card,
)
from qualdesk.core.campaigns import Campaign, CampaignPeople
from qualdesk.core.clock import SetClock
from qualdesk.core.definition import Criterion, Definition, Side, Signature, Tier
from qualdesk.core.drafts import BEFORE_CHANGE, OPEN, SIGNED, WITHDRAWN, SideState, Standing
from qualdesk.core.errors import AnswerRefused, DocumentRefused, NewerDraft, NotFound, Refused
from qualdesk.core.scripts import WANTS_CALL, QuestionId
from qualdesk.desk.agreeing import Definitions
from qualdesk.desk.library import Library
from qualdesk.files.documents import read_definition, write_definition, write_script
from qualdesk.store import events, history
from qualdesk.store.database import Store
from qualdesk.store.schema import handoff_batch, handoff_item
from qualdesk.store.signers import signs_anything
from qualdesk.store.stories import load_stories
from signing_makers import campaign_agreed

MARKETING, SALES = Side.MARKETING, Side.SALES
PIA, LENA = "Pia Okafor", "Lena Brandt"
AGREED = replace(
    DEFINITION,
    version=3,
    signatures=(
        Signature(side=MARKETING, name=PIA, signed_on=date(2026, 2, 27)),
        Signature(side=SALES, name=LENA, signed_on=date(2026, 3, 2)),
    ),
)


@pytest.fixture
def campaign(sqlite_store: Store, clock: SetClock) -> Campaign:
    """A campaign that judges by version 3 of “tests”, which Pia and Lena signed."""
    return campaign_agreed(sqlite_store, clock, "Spring fair", SCRIPT, AGREED)


@pytest.fixture
def definitions(sqlite_store: Store, clock: SetClock, campaign: Campaign) -> Definitions:
    assert campaign.definition_version_id
    return Definitions(sqlite_store, clock, "ruth")


def drafted(definitions: Definitions, **other: object) -> Definition:
    """A draft with another threshold, or whatever is said."""
    begun = definitions.draft("tests")
    changed = replace(begun.definition, **(other or {"threshold": 15}))  # type: ignore[arg-type] # any attribute of it
    return definitions.keep(changed, begun.revision).definition


def both_sign(definitions: Definitions) -> Standing:
    definitions.sign("tests", MARKETING, PIA)
    return definitions.sign("tests", SALES, LENA)


def states(standing: Standing) -> dict[Side, str]:
    return {side.side: side.state for side in standing.sides}


def test_a_version_signed_by_both_stands_as_signed(definitions: Definitions) -> None:
    standing = definitions.standing("tests")
    assert standing.in_force == standing.draft.definition == AGREED
    assert standing.is_agreed
    assert (standing.unsigned, standing.changes, standing.problems) == ("", (), ())
    assert standing.side(SALES) == SideState(
        side=SALES, name=LENA, signed_at=datetime(2026, 3, 2, tzinfo=UTC), state=SIGNED
    )


def test_a_draft_is_in_force_once_both_have_signed_the_same_words(
    definitions: Definitions, sqlite_store: Store, clock: SetClock
) -> None:
    """F2: until then everybody goes on judging by the version before."""
    library = Library(sqlite_store, clock, "ruth")
    draft = drafted(definitions)
    assert (draft.version, draft.signatures) == (4, ())
    one = definitions.sign("tests", MARKETING, PIA)
    assert states(one) == {MARKETING: SIGNED, SALES: OPEN}
    # Who signed for sales last time is who is expected.
    assert (one.side(SALES).name, one.side(MARKETING).signed_at) == (LENA, clock.now())
    assert [(c.label, c.was, c.now) for c in one.changes] == [("Points needed", "20", "15")]
    assert one.in_force == library.definition("Spring fair") == AGREED
    both = definitions.sign("tests", SALES, LENA)
    in_force = library.definition("Spring fair")
    assert both.in_force == both.draft.definition == in_force
    assert in_force is not None
    assert (in_force.version, in_force.threshold, in_force.is_agreed) == (4, 15, True)
    assert in_force.signatures == (
        Signature(side=MARKETING, name=PIA, signed_on=clock.now().date()),
        Signature(side=SALES, name=LENA, signed_on=clock.now().date()),
    )
    assert both.draft.revision == 0
    found = [(one.number, one.in_force) for one in definitions.versions("tests")]
    assert found == [(4, True), (3, False)]


def test_a_change_after_the_first_signature_clears_it(definitions: Definitions) -> None:
    """Nobody has agreed to words they did not see; the same words again are signed again."""
    draft = drafted(definitions)
    definitions.sign("tests", MARKETING, PIA)
    drafted(definitions, threshold=18)
    standing = definitions.standing("tests")
    assert states(standing) == {MARKETING: BEFORE_CHANGE, SALES: OPEN}
    assert standing.side(MARKETING).because == "Pia Okafor signed before this change. Ask again."
    assert definitions.waiting(PIA) == (
        "You signed version 4 of “Tests” before its last change. Look at it again.",
    )
    after = definitions.sign("tests", SALES, LENA)
    assert after.in_force == AGREED
    drafted(definitions, threshold=draft.threshold)
    assert states(definitions.standing("tests")) == {MARKETING: SIGNED, SALES: BEFORE_CHANGE}


@pytest.mark.parametrize(
    "other",
    [
        {"name": "Another name"},
        {"review_on": date(2026, 9, 1)},
        {"criteria": (*DEFINITION.criteria[1:], DEFINITION.criteria[0])},
        {"criteria": (replace(DEFINITION.criteria[0], means="at least one"),)},
        {"tiers": (Tier(id="t", label="T", threshold=5, must_haves=("call",)),)},
    ],
)
def test_any_other_word_is_not_signed(definitions: Definitions, other: dict[str, object]) -> None:
    drafted(definitions)
    definitions.sign("tests", MARKETING, PIA)
    drafted(definitions, **other)
    standing = definitions.standing("tests")
    assert states(standing) == {MARKETING: BEFORE_CHANGE, SALES: OPEN}
    assert standing.changes


def test_one_person_cannot_sign_for_both_sides(definitions: Definitions) -> None:
    """Else nobody would have agreed with anybody."""
    drafted(definitions)
    definitions.sign("tests", MARKETING, "Pia  Okafor ")
    for same in ("Pia Okafor", "PIA OKAFOR", " pia okafor"):
        with pytest.raises(Refused, match="One person cannot sign for both sides"):
            definitions.sign("tests", SALES, same)
    with pytest.raises(Refused, match="Pia Okafor has signed version 4 for marketing"):
        definitions.sign("tests", MARKETING, "Kim Adler")
    assert definitions.sign("tests", SALES, LENA).is_agreed


@pytest.mark.parametrize("name", ["", "   ", "\n", "x" * 201])
def test_a_signature_has_a_name(definitions: Definitions, name: str) -> None:
    drafted(definitions)
    with pytest.raises(Refused):
        definitions.sign("tests", SALES, name)


def test_words_that_are_wrong_cannot_be_signed(definitions: Definitions) -> None:
    drafted(definitions, threshold=999)
    with pytest.raises(DocumentRefused, match="cannot be signed yet") as refused:
        definitions.sign("tests", SALES, LENA)
    assert [problem.place for problem in refused.value.problems] == ["threshold"]
    assert [problem.place for problem in definitions.standing("tests").problems] == ["threshold"]


def test_a_criterion_no_campaign_can_find_out_cannot_be_signed(definitions: Definitions) -> None:
    gone = Criterion(id="gone", label="Gone", question=QuestionId("gone"), points=5)
    drafted(definitions, criteria=(*DEFINITION.criteria, gone))
    with pytest.raises(DocumentRefused) as refused:
        definitions.sign("tests", SALES, LENA)
    problem = refused.value.problems[0]
    assert problem.place == "criteria.5.question"
    assert problem.says.startswith("Spring fair: “Gone” needs the question “gone”")


def test_words_both_have_signed_already_are_not_signed_again(definitions: Definitions) -> None:
    with pytest.raises(Refused, match="Lena Brandt has signed version 3 for sales"):
        definitions.sign("tests", SALES, LENA)
    drafted(definitions, version=9)
    with pytest.raises(Refused, match="Nothing has changed since version 3"):
        definitions.sign("tests", SALES, LENA)


def test_a_withdrawn_signature_puts_the_last_agreed_version_in_force_again(
    definitions: Definitions, sqlite_store: Store, clock: SetClock
) -> None:
    library = Library(sqlite_store, clock, "ruth")
    drafted(definitions)
    both_sign(definitions)
    clock.advance(timedelta(days=3))
    standing = definitions.withdraw("tests", SALES, "Too many came back.", LENA)
    assert standing.in_force == library.definition("Spring fair") == AGREED
    assert standing.unsigned == ""
    # The words are still there to be talked about, and may be signed again.
    assert standing.draft.definition.version == 4
    assert standing.side(SALES).state == WITHDRAWN
    assert standing.side(SALES).because == "Too many came back."
    (remark,) = standing.remarks
    assert (remark.who, remark.says, remark.side) == (LENA, "Withdrew: Too many came back.", SALES)
    assert definitions.waiting(PIA) == (
        "Lena Brandt withdrew from version 4 of “Tests”: Too many came back.",
    )
    again = definitions.sign("tests", SALES, "Kim Adler")
    assert again.in_force is not None
    assert (again.in_force.version, again.is_agreed) == (4, True)
    assert [one.name for one in again.in_force.signatures] == [PIA, "Kim Adler"]


def test_a_signature_of_a_draft_is_withdrawn_before_one_in_force(
    definitions: Definitions,
) -> None:
    drafted(definitions)
    definitions.sign("tests", SALES, LENA)
    standing = definitions.withdraw("tests", SALES, "A slip.", LENA)
    assert states(standing) == {MARKETING: OPEN, SALES: WITHDRAWN}
    assert standing.in_force == AGREED


def test_without_a_version_to_fall_back_on_leads_are_judged_on_and_it_is_said(
    definitions: Definitions, sqlite_store: Store, clock: SetClock
) -> None:
    standing = definitions.withdraw("tests", SALES, "Nobody asked me.", LENA)
    assert standing.in_force == AGREED
    assert Library(sqlite_store, clock, "ruth").definition("Spring fair") == AGREED
    assert standing.unsigned == (
        "Version 3 of “Tests” is in force, and Lena Brandt withdrew for sales."
    )
    assert states(standing) == {MARKETING: SIGNED, SALES: WITHDRAWN}
    signed_again = definitions.sign("tests", SALES, LENA)
    assert signed_again.is_agreed
    assert signed_again.in_force is not None
    assert (signed_again.in_force.version, signed_again.unsigned) == (3, "")


def test_a_version_the_campaign_s_script_cannot_find_out_is_not_fallen_back_on(
    definitions: Definitions, sqlite_store: Store, clock: SetClock
) -> None:
    drafted(definitions, criteria=tuple(c for c in DEFINITION.criteria if c.question != DATE))
    both_sign(definitions)
    stages = tuple(
        replace(stage, questions=tuple(q for q in stage.questions if q.id != DATE))
        for stage in SCRIPT.stages
    )
    without_date = replace(SCRIPT, version=2, stages=tuple(s for s in stages if s.questions))
    Library(sqlite_store, clock, "ruth").set_script("Spring fair", without_date)
    standing = definitions.withdraw("tests", SALES, "Dates matter.", LENA)
    assert standing.in_force is not None
    assert standing.in_force.version == 4
    assert "Lena Brandt withdrew for sales" in standing.unsigned


@pytest.mark.parametrize(
    ("side", "because", "name", "says"),
    [
        (SALES, "  ", LENA, "Say why"),
        (SALES, "No.", "", "Say whose name"),
        (SALES, "No.", PIA, "Pia Okafor signed for marketing"),
    ],
)
def test_a_withdrawal_has_a_reason_and_somebody_of_that_side(
    definitions: Definitions, side: Side, because: str, name: str, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        definitions.withdraw("tests", side, because, name)
    assert definitions.standing("tests").is_agreed


def test_what_nobody_signed_cannot_be_withdrawn(definitions: Definitions) -> None:
    definitions.withdraw("tests", SALES, "No.", LENA)
    with pytest.raises(Refused, match="Sales has signed nothing"):
        definitions.withdraw("tests", SALES, "No.", LENA)


def test_answers_keep_the_version_they_were_judged_by(
    definitions: Definitions, campaign: Campaign, sqlite_store: Store, clock: SetClock
) -> None:
    """F2: who is in a call keeps theirs, and what is kept of a call never changes."""
    lead = a_lead(sqlite_store, campaign)
    ana = calling(sqlite_store, clock, "Ana")
    call = ana.start_attempt(next_card(ana).lead.id)
    drafted(definitions, threshold=1)
    both_sign(definitions)
    held = ana.held()
    assert held is not None
    assert (held.definition, held.verdict and held.verdict.threshold) == (AGREED, 20)
    answer_all_it_takes(ana, call.id)
    ana.finish(call.id, "qualified")
    with sqlite_store.reading() as tx:
        (story,) = load_stories(tx, (lead,))
    kept = story.calls[-1].definition_version_id
    assert kept == campaign.definition_version_id
    now = Library(sqlite_store, clock, "ruth").campaign("Spring fair").definition_version_id
    assert now != kept


def test_two_people_who_write_one_definition_lose_nothing(
    definitions: Definitions, sqlite_store: Store, clock: SetClock
) -> None:
    ben = Definitions(sqlite_store, clock, "ben")
    draft = definitions.draft("tests")
    mine = definitions.keep(replace(draft.definition, threshold=15), draft.revision)
    with pytest.raises(NewerDraft):
        ben.keep(replace(draft.definition, threshold=18), draft.revision)
    ben.keep(replace(draft.definition, threshold=18), draft.revision, over=True)
    (aside,) = definitions.put_aside("tests")
    assert aside.document == mine.definition
    assert definitions.drop("tests").threshold == 18


def test_who_still_writes_words_that_were_signed_meanwhile_is_told(
    definitions: Definitions,
) -> None:
    begun = definitions.draft("tests")
    mine = definitions.keep(replace(begun.definition, threshold=15), begun.revision)
    both_sign(definitions)
    with pytest.raises(NewerDraft, match="ruth used or dropped this draft"):
        definitions.keep(replace(mine.definition, threshold=16), mine.revision)


def test_the_talk_stays_with_the_version_talked_about(definitions: Definitions) -> None:
    drafted(definitions)
    definitions.say("tests", "All four above nine months came back.\x00", PIA, MARKETING)
    standing = definitions.say("tests", "<b>Agreed</b>", "Ruth")
    assert [(one.version, one.who, one.side, one.says) for one in standing.remarks] == [
        (4, PIA, MARKETING, "All four above nine months came back."),
        (4, "Ruth", None, "<b>Agreed</b>"),
    ]
    with pytest.raises(Refused, match="nothing to say yet"):
        definitions.say("tests", " \n ", PIA)
    with pytest.raises(AnswerRefused, match="too long to keep"):
        definitions.say("tests", "x" * 4_001, PIA)


def test_what_waits_for_somebody_is_what_they_can_do_something_about(
    definitions: Definitions, sqlite_store: Store, campaign: Campaign
) -> None:
    assert definitions.waiting(PIA) == definitions.waiting(LENA) == ()
    drafted(definitions)
    assert definitions.waiting(LENA) == ()
    definitions.sign("tests", MARKETING, PIA)
    assert definitions.waiting("lena  brandt") == ("Version 4 of “Tests” waits for sales.",)
    assert definitions.waiting(PIA) == definitions.waiting("Ana") == definitions.waiting("") == ()
    # Somebody else signs for sales now: the campaign says so.
    with sqlite_store.transaction() as tx:
        events.set_people(tx, campaign.id, CampaignPeople(sales="Kim Adler"))
    assert definitions.waiting("Kim Adler") == ("Version 4 of “Tests” waits for sales.",)
    assert definitions.waiting(LENA) == ()
    with sqlite_store.reading() as tx:
        asked = ("Kim  adler", PIA, "Ana", "")
        assert [signs_anything(tx, one) for one in asked] == [True, True, False, False]
    assert definitions.standing("tests").side(SALES).name == "Kim Adler"


def test_a_review_that_is_due_nags_both_sides(definitions: Definitions, clock: SetClock) -> None:
    drafted(definitions, review_on=date(2026, 6, 1))
    standing = both_sign(definitions)
    assert (standing.review_on, standing.review_due) == (date(2026, 6, 1), False)
    clock.set(datetime(2026, 6, 1, 8, tzinfo=UTC))
    standing = definitions.standing("tests")
    assert standing.review_because == "The review is due since Mon 1 Jun 2026."
    said = ("“Tests” should be reviewed. The review is due since Mon 1 Jun 2026.",)
    assert definitions.waiting(PIA) == definitions.waiting(LENA) == said
    assert definitions.waiting("Ana") == ()


def test_a_fifth_of_a_month_s_leads_sent_back_nags_as_well(
    definitions: Definitions, sqlite_store: Store, campaign: Campaign, clock: SetClock
) -> None:
    leads = [a_lead(sqlite_store, campaign, f"Person {number}") for number in range(10)]
    with sqlite_store.transaction() as tx:
        made = {"campaign_id": campaign.id, "made_at": tx.now, "sent_at": tx.now}
        (batch,) = tx.connection.execute(handoff_batch.insert().values(**made)).inserted_primary_key
        for number, lead in enumerate(leads):
            item = {"id": str(number), "batch_id": batch, "lead_id": lead, "brief": {}}
            state = "sent_back" if number < 2 else "taken"
            version = campaign.definition_version_id
            row = {**item, "state": state, "definition_version_id": version}
            tx.connection.execute(handoff_item.insert().values(**row))
    says = "2 of 10 leads of the last 30 days came back from sales (20%)."
    assert definitions.standing("tests").review_because == says
    assert definitions.waiting(LENA) == (f"“Tests” should be reviewed. {says}",)
    clock.advance(timedelta(days=31))
    assert definitions.waiting(LENA) == ()


def test_a_campaign_takes_the_newest_version_both_signed(
    definitions: Definitions, sqlite_store: Store, clock: SetClock
) -> None:
    other = a_campaign(sqlite_store, name="Autumn fair", with_script=False)
    drafted(definitions)
    definitions.sign("tests", MARKETING, PIA)
    definitions.use(other.id, "tests")
    library = Library(sqlite_store, clock, "ruth")
    assert library.definition(other.id) == AGREED
    assert definitions.entries()[0].campaigns == ("Spring fair", "Autumn fair")
    definitions.sign("tests", SALES, LENA)
    assert library.definition(other.id) == library.definition("Spring fair")
    made = definitions.new("Ours", like="tests").definition
    assert (made.id, made.version, made.signatures) == ("ours", 1, ())
    with pytest.raises(Refused, match="not signed by both"):
        definitions.use(other.id, "ours")
    for side, name in ((SALES, LENA), (MARKETING, PIA)):
        definitions.sign("ours", side, name)
    assert definitions.use(other.id, "ours").name == "Autumn fair"
    (ours, tests) = definitions.entries()
    assert (ours.id, ours.version, ours.campaigns) == ("ours", 1, ("Autumn fair",))
    assert (tests.id, tests.version, tests.has_draft) == ("tests", 4, False)


def test_a_new_definition_wants_a_yes_to_a_call_and_can_begin_like_the_sample(
    definitions: Definitions,
) -> None:
    blank = definitions.new("Blank").definition
    assert [criterion.id for criterion in blank.criteria] == ["wants_call"]
    sample = definitions.new("Ours", like="qualified-lead").definition
    assert len(sample.criteria) > 3
    assert sample.signatures == ()
    with pytest.raises(NotFound, match="no definition “gone”"):
        definitions.standing("gone")


def test_nobody_signs_words_that_somebody_saved_while_they_read(
    definitions: Definitions, sqlite_store: Store, clock: SetClock
) -> None:
    """F2: the signature is of what was read, and not of what happens to stand there."""
    read = drafted(definitions, threshold=15)
    ben = Definitions(sqlite_store, clock, "ben")
    ben.keep(replace(read, threshold=1), ben.draft("tests").revision)
    definitions.sign("tests", MARKETING, PIA)
    with pytest.raises(NewerDraft, match="changed these words meanwhile"):
        definitions.sign("tests", SALES, LENA, seen=read)
    standing = definitions.standing("tests")
    assert states(standing) == {MARKETING: SIGNED, SALES: OPEN}
    assert standing.in_force == AGREED
    # What differs in its number or its signatures only says the same.
    now = replace(standing.draft.definition, version=1, signatures=AGREED.signatures)
    assert definitions.sign("tests", SALES, LENA, seen=now).is_agreed


def test_a_campaign_made_from_a_file_is_agreed_to_by_nobody_who_is_only_named_in_it(
    definitions: Definitions, sqlite_store: Store, clock: SetClock, tmp_path: Path
) -> None:
    """F2: whoever can write a file could sign for both sides, and put it in force everywhere."""
    library = Library(sqlite_store, clock, "mallory")
    path, script = tmp_path / "forged.toml", tmp_path / "script.toml"
    write_definition(path, replace(AGREED, version=9, threshold=1))
    write_script(script, SCRIPT)
    made = library.new_from_files("Forged", definition=path, script=script)
    standing = definitions.standing("tests")
    assert states(standing) == {MARKETING: OPEN, SALES: OPEN}
    assert standing.unsigned == (
        "Version 9 of “Tests” is in force, and not signed by marketing and sales."
    )
    kept = library.definition(made.id)
    assert kept is not None
    assert (kept.version, kept.signatures, kept.agreed_on) == (9, (), None)
    with pytest.raises(Refused, match="signed nothing"):
        definitions.withdraw("tests", SALES, "Never mine.", "Kim Adler")
    # Who asks for the newest that both signed gets that one.
    definitions.use("Forged", "tests")
    assert library.definition("Forged") == library.definition("Spring fair") == AGREED


def test_what_both_signed_here_is_agreed_in_whichever_campaign_a_program_sets_it(
    definitions: Definitions, sqlite_store: Store, clock: SetClock
) -> None:
    library = Library(sqlite_store, clock, "ruth")
    typed = replace(AGREED, signatures=AGREED.signatures[:1])
    library.new_campaign("Autumn fair", script=SCRIPT, definition=typed)
    assert library.definition("Autumn fair") == AGREED
    assert [one.number for one in definitions.versions("tests")] == [3]


def test_names_in_a_file_are_no_signatures(definitions: Definitions, tmp_path: Path) -> None:
    """Anybody can type a name; who signs here has agreed."""
    path = tmp_path / "ours.toml"
    write_definition(path, replace(AGREED, threshold=12))
    taken = definitions.take_file(path).definition
    assert (taken.threshold, taken.version, taken.signatures) == (12, 4, ())
    standing = definitions.standing("tests")
    assert states(standing) == {MARKETING: OPEN, SALES: OPEN}
    definitions.write_file("tests", path, 3)
    assert read_definition(path) == AGREED


def test_what_was_done_is_written_down(definitions: Definitions, sqlite_store: Store) -> None:
    drafted(definitions)
    both_sign(definitions)
    definitions.withdraw("tests", SALES, "Too many came back.", LENA)
    with sqlite_store.reading() as tx:
        found = history.entries(tx, "definition", "tests")
        assert history.verify(tx) is None
    done = [(entry.what, entry.details) for entry in reversed(found)]
    assert done[-4:] == [
        ("signed", {"version": 4, "side": "marketing"}),
        ("put in force", {"version": 4}),
        ("signed", {"version": 4, "side": "sales"}),
        ("withdrew", {"version": 4, "side": "sales"}),
    ]


def test_a_definition_that_came_unsigned_says_so_and_can_be_signed_as_it_is(
    definitions: Definitions, sqlite_store: Store, clock: SetClock
) -> None:
    """Its words are the version's own: signing them changes no number, and nothing judged."""
    library = Library(sqlite_store, clock, "ruth")
    bare = replace(DEFINITION, id="bare", name="Bare", version=2)
    library.set_definition("Spring fair", bare)
    standing = definitions.standing("bare")
    assert standing.in_force == standing.draft.definition == bare
    assert standing.unsigned == (
        "Version 2 of “Bare” is in force, and not signed by marketing and sales."
    )
    one = definitions.sign("bare", MARKETING, PIA)
    assert one.unsigned == "Version 2 of “Bare” is in force, and not signed by sales."
    both = definitions.sign("bare", SALES, LENA)
    assert both.unsigned == ""
    in_force = library.definition("Spring fair")
    assert in_force is not None
    assert replace(in_force, signatures=()) == bare
    assert in_force.is_agreed
    assert [one.number for one in definitions.versions("bare")] == [2]


def test_a_definition_that_does_not_fit_a_campaign_s_script_is_not_used_in_it(
    definitions: Definitions, sqlite_store: Store, clock: SetClock
) -> None:
    gone = Criterion(id="gone", label="Gone", question=QuestionId("gone"), points=5)
    made = definitions.new("Wide", like="tests")
    wide = replace(made.definition, criteria=(*DEFINITION.criteria, gone))
    definitions.keep(wide, made.revision)
    # No campaign works by it yet, so it can be signed; only this campaign cannot take it.
    for side, name in ((MARKETING, PIA), (SALES, LENA)):
        definitions.sign("wide", side, name)
    with pytest.raises(DocumentRefused, match="nobody could be judged"):
        definitions.use("Spring fair", "wide")
    assert Library(sqlite_store, clock, "ruth").definition("Spring fair") == AGREED


def test_a_campaign_without_a_script_does_not_stop_a_signature(
    definitions: Definitions, sqlite_store: Store
) -> None:
    a_campaign(sqlite_store, name="No script yet", with_script=False)
    definitions.use("No script yet", "tests")
    drafted(definitions)
    assert both_sign(definitions).is_agreed


def test_a_version_loaded_from_a_file_meanwhile_takes_the_number_and_leaves_the_draft(
    definitions: Definitions, sqlite_store: Store, clock: SetClock
) -> None:
    """A signature under “version 4” was for other words, and does not count for version 5."""
    drafted(definitions)
    definitions.sign("tests", MARKETING, PIA)
    other = replace(DEFINITION, version=4, threshold=19)
    Library(sqlite_store, clock, "ruth").set_definition("Spring fair", other)
    standing = definitions.standing("tests")
    assert standing.in_force == other
    assert (standing.draft.definition.version, standing.draft.definition.threshold) == (5, 15)
    assert states(standing) == {MARKETING: OPEN, SALES: OPEN}
    assert both_sign(definitions).in_force == definitions.version("tests", 5)


def test_a_tier_is_signed_and_judged_by_like_everything_else(
    definitions: Definitions, sqlite_store: Store, campaign: Campaign, clock: SetClock
) -> None:
    """F1: alternative ways to qualify."""
    tier = Tier(id="later", label="No date yet", threshold=5, must_haves=("call",))
    drafted(definitions, tiers=(tier,))
    standing = definitions.standing("tests")
    assert [(one.label, one.now) for one in standing.changes] == [("No date yet", "5 points")]
    both_sign(definitions)
    a_lead(sqlite_store, campaign)
    ana = calling(sqlite_store, clock, "Ana")
    call = ana.start_attempt(next_card(ana).lead.id)
    verdict = ana.record_answer(call.id, WANTS_CALL, "yes").verdict
    assert verdict is not None
    assert (verdict.tier, verdict.must_haves_met, verdict.must_haves) == ("later", 1, 1)
