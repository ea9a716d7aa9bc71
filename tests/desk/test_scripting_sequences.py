"""Two people at one script, in any order: nothing that was typed is lost, nobody's call changes.

A model beside the desk: it remembers every sentence that was saved, and what was published.
"""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calls import SCRIPT, a_campaign, a_lead, calling, next_card
from makers import make_clock
from qualdesk.core.clock import SetClock
from qualdesk.core.drafts import ScriptDraft
from qualdesk.core.errors import NewerDraft, Refused
from qualdesk.core.scripts import CallScript
from qualdesk.desk.calling import Calling
from qualdesk.desk.library import Library
from qualdesk.desk.scripting import Scripts
from qualdesk.store.database import Store

WRITERS = ("ruth", "ben")
STEPS = st.one_of(
    st.tuples(st.just("open"), st.sampled_from(WRITERS)),
    st.tuples(st.just("type"), st.sampled_from(WRITERS), st.booleans()),
    st.tuples(st.just("type"), st.sampled_from(WRITERS), st.booleans()),
    st.tuples(st.just("publish"), st.sampled_from(WRITERS)),
    st.tuples(st.just("drop"), st.sampled_from(WRITERS)),
    st.tuples(st.just("call")),
)


def said(script: CallScript) -> str:
    """What tells one draft from another: the words for a voicemail."""
    return script.voicemail


@dataclass
class Floor:
    """Two writers with the script open, and a caller who may be in a call."""

    doors: dict[str, Scripts]
    library: Library
    caller: Calling
    open: dict[str, ScriptDraft]
    dropped: set[str] = field(default_factory=set)
    published: list[str] = field(default_factory=lambda: [said(SCRIPT)])
    typed: int = 0
    call: str = ""
    call_began_with: str = ""

    def type(self, who: str, *, over: bool) -> None:
        """Save a sentence nobody has typed before, from the draft as ``who`` has it open."""
        self.typed += 1
        words = f"Sentence {self.typed} of {who}."
        script = replace(self.open[who].script, voicemail=words)
        self.open[who] = self.doors[who].keep(script, self.open[who].revision, over=over)

    def publish(self, who: str) -> None:
        """Use the draft from the next lead on."""
        published = self.doors[who].publish("tests")
        self.published.append(said(published.script))
        assert published.version == len(self.published)
        assert published.in_calls == bool(self.call)

    def drop(self, who: str) -> None:
        """Let the draft go; what comes back can be kept again."""
        self.dropped.add(said(self.doors[who].drop("tests")))

    def begin_or_end_a_call(self) -> None:
        """The caller takes the next lead, or ends the call that goes on."""
        if self.call:
            self.caller.finish(self.call, "no_answer")
            self.call = ""
            return
        card = next_card(self.caller)
        assert card.script is not None
        self.call_began_with = said(card.script)
        # Whoever takes a lead reads from the version published last.
        assert self.call_began_with == self.published[-1]
        self.call = self.caller.start_attempt(card.lead.id).id

    def check(self) -> None:
        """What must be so after every step, refused or not."""
        door = self.doors["ruth"]
        versions = door.versions("tests")
        kept = [said(door.version("tests", one.number)) for one in reversed(versions)]
        assert kept == self.published
        assert [one.number for one in versions if one.in_force] == [len(self.published)]
        in_force = self.library.script("Spring fair")
        assert in_force is not None
        assert said(in_force) == self.published[-1]
        if self.call:
            held = self.caller.held()
            assert held is not None
            assert held.script is not None
            assert said(held.script) == self.call_began_with

    def where_words_are(self) -> set[str]:
        """Every sentence that can still be read somewhere."""
        door = self.doors["ruth"]
        aside = {one.document.voicemail for one in door.put_aside("tests")}  # type: ignore[union-attr] # scripts
        return {said(door.draft("tests").script), *aside, *self.published, *self.dropped}


@contextmanager
def floor(template: Path, folder: Path) -> Iterator[Floor]:
    """A workspace of its own, with a campaign, twenty leads and two writers."""
    clock = make_clock()
    file = shutil.copy(template, folder / "desk.sqlite")
    store = Store(f"sqlite:///{file}", clock=clock, durable=False)
    try:
        campaign = a_campaign(store, name="Spring fair")
        for number in range(20):
            a_lead(store, campaign, f"Person {number}", company=f"Firm {number}")
        doors = {who: Scripts(store, clock, who) for who in WRITERS}
        yield Floor(
            doors=doors,
            library=Library(store, clock, "ruth"),
            caller=calling(store, clock),
            open={who: door.draft("tests") for who, door in doors.items()},
        )
    finally:
        store.close()


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=12))
def test_what_two_people_type_is_never_lost_and_no_call_changes(
    sqlite_template: Path,
    tmp_path: Path,
    steps: list[tuple],  # type: ignore[type-arg] # steps of several kinds
) -> None:
    with floor(sqlite_template, tmp_path) as found:
        for step in steps:
            before = found.doors["ruth"].draft("tests")
            try:
                take(found, step, before)
            except Refused:
                assert found.doors["ruth"].draft("tests") == before
            found.check()


def take(found: Floor, step: tuple, before: ScriptDraft) -> None:  # type: ignore[type-arg] # steps of several kinds
    """Do one step; ``before`` is the draft as it stood."""
    match step:
        case ("open", who):
            found.open[who] = found.doors[who].draft("tests")
        case ("type", who, over):
            opened = found.open[who]
            found.type(who, over=over)
            # What was replaced can still be read, unless who typed had those very words open.
            assert said(before.script) in {said(opened.script), *found.where_words_are()}
        case ("publish", who):
            found.publish(who)
        case ("drop", who):
            found.drop(who)
        case ("call",):
            found.begin_or_end_a_call()


def test_who_is_told_can_look_at_theirs_and_go_on_with_mine(sqlite_store: Store) -> None:
    """The way the editor goes: told, theirs opened beside, mine kept, theirs still to be read."""
    clock = make_clock()
    a_campaign(sqlite_store, name="Spring fair")
    ruth, ben = (Scripts(sqlite_store, clock, who) for who in WRITERS)
    hers = ruth.keep(replace(SCRIPT, voicemail="Hers."), 0)
    mine = replace(SCRIPT, voicemail="Mine.")
    with pytest.raises(NewerDraft):
        ben.keep(mine, 0)
    theirs = ben.draft("tests")
    assert theirs == hers
    # Having seen hers, Ben saves from her revision: nothing is overwritten unseen.
    kept = ben.keep(mine, theirs.revision)
    assert said(kept.script) == "Mine."
    with pytest.raises(NewerDraft, match="ben saved this draft meanwhile"):
        ruth.keep(replace(SCRIPT, voicemail="Hers, longer."), hers.revision)
    ruth.keep(replace(SCRIPT, voicemail="Hers, longer."), hers.revision, over=True)
    assert [said(one.document) for one in ruth.put_aside("tests")] == ["Mine."]  # type: ignore[arg-type] # a script


def test_who_begins_from_an_older_version_is_told_before_undoing_the_newer(
    sqlite_store: Store,
) -> None:
    clock = make_clock()
    a_campaign(sqlite_store, name="Spring fair")
    ruth, ben = (Scripts(sqlite_store, clock, who) for who in WRITERS)
    opened = ben.draft("tests")
    ruth.keep(replace(SCRIPT, voicemail="Hers."), 0)
    ruth.publish("tests")
    with pytest.raises(NewerDraft, match="Version 2 was put to use meanwhile"):
        ben.keep(replace(opened.script, exits=()), opened.revision)
    again = ben.draft("tests")
    assert said(ben.keep(again.script, again.revision).script) == "Hers."


def test_who_saves_while_another_publishes_loses_nothing(store_url: str, clock: SetClock) -> None:
    """Both at the same moment: the words are published, or still a draft, or refused in words."""
    store = Store(store_url, clock=clock, durable=False)
    a_campaign(store, name="Spring fair")
    ruth = Scripts(store, clock, "ruth")
    first = ruth.keep(replace(SCRIPT, voicemail="First."), 0)
    start = Barrier(2)

    def at_once(what: str) -> str:
        own = Store(store_url, clock=clock, durable=False)
        door = Scripts(own, clock, "ben")
        try:
            start.wait(timeout=20)
            if what == "publish":
                return said(door.publish("tests").script)
            return said(
                door.keep(replace(first.script, voicemail="Second."), first.revision).script
            )
        except NewerDraft:
            return "told"
        finally:
            own.close()

    with ThreadPoolExecutor(2) as both:
        waits = [both.submit(at_once, what) for what in ("publish", "save")]
        published, saved = (waited.result(timeout=30) for waited in waits)
    draft = ruth.draft("tests")
    newest = said(ruth.version("tests", 2))
    store.close()
    assert published == newest
    if saved == "told":
        assert (published, draft.revision) == ("First.", 0)
    else:
        assert published == saved == "Second."
