"""Edits, signatures, withdrawals and use in any order: what is in force, two people agreed to.

A model beside the desk: it keeps which words each side stands by, and knows nothing of drafts,
hashes or tables.
"""

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calls import DEFINITION, SCRIPT
from makers import make_clock
from qualdesk.core.clock import SetClock
from qualdesk.core.definition import Definition, Side, Signature
from qualdesk.core.drafts import Standing
from qualdesk.core.errors import DocumentRefused, NewerDraft, Refused
from qualdesk.desk.agreeing import Definitions
from qualdesk.desk.library import Library
from qualdesk.store.database import Store
from signing_makers import campaign_agreed, sign_here
from sizes import tried

PEOPLE = ("Pia Okafor", "Lena Brandt", "Kim Adler")
STEPS = st.one_of(
    # 30 is more than the best call gives: such words can be kept, and never be signed.
    st.tuples(st.just("edit"), st.sampled_from([12, 15, 18, 30])),
    st.tuples(st.just("edit from long ago"), st.sampled_from([11, 17])),
    st.tuples(st.just("sign"), st.sampled_from(Side), st.sampled_from(PEOPLE)),
    st.tuples(st.just("sign"), st.sampled_from(Side), st.sampled_from(PEOPLE)),
    st.tuples(st.just("withdraw"), st.sampled_from(Side), st.sampled_from(PEOPLE)),
    st.tuples(st.just("drop")),
    st.tuples(st.just("use"), st.sampled_from(["First", "Second"])),
    st.tuples(st.just("say")),
)


class Model:
    """Who stands by which bar: by version and threshold, the names of the two sides."""

    def __init__(self, first: Definition) -> None:
        self.stands: dict[tuple[int, int], dict[Side, str]] = {}
        self.note_file(first)

    def note_file(self, first: Definition) -> None:
        signed = {one.side: one.name for one in first.signatures}
        self.stands[first.version, first.threshold] = signed

    def at(self, definition: Definition) -> dict[Side, str]:
        return self.stands.setdefault((definition.version, definition.threshold), {})

    def is_agreed(self, definition: Definition) -> bool:
        names = self.at(definition)
        return set(names) == set(Side) and len(set(names.values())) == 2


def step(definitions: Definitions, model: Model, what: tuple) -> None:  # type: ignore[type-arg] # steps of several kinds
    """Do one step, and tell the model what the desk did not refuse."""
    before = definitions.standing("tests")
    words = before.draft.definition
    match what:
        case ("edit", threshold):
            definitions.keep(replace(words, threshold=threshold), before.draft.revision)
        case ("edit from long ago", threshold):
            definitions.keep(replace(words, threshold=threshold), 10_000)
        case ("sign", side, name):
            definitions.sign("tests", side, name)
            model.at(words)[side] = name
        case ("withdraw", side, name):
            meant = words if side in model.at(words) else before.in_force
            definitions.withdraw("tests", side, "Not any more.", name)
            assert meant is not None
            del model.at(meant)[side]
        case ("drop",):
            definitions.drop("tests")
        case ("use", campaign):
            definitions.use(campaign, "tests")
        case ("say",):
            definitions.say("tests", "Let us talk.", "Ruth")


def check(library: Library, standing: Standing, model: Model, before: dict[str, int]) -> None:
    """What must be so after every step, refused or not."""
    for name in ("First", "Second"):
        in_force = library.definition(name)
        assert in_force is not None
        # F2: what leads are judged by changes only to words that two people stand by.
        if in_force.version != before[name]:
            assert model.is_agreed(in_force), (name, in_force.version)
        before[name] = in_force.version
    signed = {side.side: side.name for side in standing.sides if side.is_signed}
    assert signed == model.at(standing.draft.definition)
    assert standing.is_agreed is model.is_agreed(standing.draft.definition)
    # Words both agree to do not wait: they are a version, and no draft.
    assert not (standing.is_agreed and standing.draft.revision)
    assert bool(standing.unsigned) is not model.is_agreed(standing.in_force or DEFINITION)


@settings(max_examples=tried(10), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=14), was_signed=st.booleans())
def test_no_sequence_puts_words_in_force_that_two_people_do_not_stand_by(
    sqlite_template: Path,
    tmp_path: Path,
    steps: list[tuple],  # type: ignore[type-arg] # steps of several kinds
    *,
    was_signed: bool,
) -> None:
    """F1, F2: unless it was so before, as with a definition that came unsigned from a file."""
    signatures = tuple(
        Signature(side=side, name=name, signed_on=date(2026, 3, 1))
        for side, name in zip(Side, PEOPLE, strict=False)
    )
    first = replace(DEFINITION, version=3, signatures=signatures if was_signed else ())
    file = shutil.copy(sqlite_template, tmp_path / "desk.sqlite")
    clock = make_clock()
    store = Store(f"sqlite:///{file}", clock=clock, durable=False)
    try:
        library, definitions = Library(store, clock, "ruth"), Definitions(store, clock, "ruth")
        for name in ("First", "Second"):
            library.new_campaign(name, script=SCRIPT, definition=replace(first, signatures=()))
        sign_here(store, clock, "tests", first.signatures)
        model, before = Model(first), {"First": 3, "Second": 3}
        for one in steps:
            try:
                step(definitions, model, one)
            except (Refused, NewerDraft, DocumentRefused):
                assert definitions.standing("tests") == definitions.standing("tests")
            check(library, definitions.standing("tests"), model, before)
    finally:
        store.close()


def test_two_who_sign_at_the_same_moment_have_both_signed(store_url: str, clock: SetClock) -> None:
    """Neither may see only their own name: the words would wait for ever."""
    start = Barrier(2)

    def sign(side: Side, name: str) -> None:
        own = Store(store_url, clock=clock, durable=False)
        try:
            start.wait(timeout=20)
            Definitions(own, clock, name).sign("tests", side, name)
        finally:
            own.close()

    store = Store(store_url, clock=clock, durable=False)
    library = Library(store, clock, "ruth")
    library.new_campaign("First", script=SCRIPT, definition=replace(DEFINITION, version=3))
    Definitions(store, clock, "ruth").keep(replace(DEFINITION, version=3, threshold=15), 0)
    with ThreadPoolExecutor(2) as both:
        for waited in [both.submit(sign, *pair) for pair in zip(Side, PEOPLE, strict=False)]:
            waited.result(timeout=30)
    in_force = library.definition("First")
    store.close()
    assert in_force is not None
    assert (in_force.version, in_force.threshold, in_force.is_agreed) == (4, 15, True)


def test_the_whole_way_works_on_both_databases(store: Store) -> None:
    """Draft, talk, two signatures, withdrawal, and the version before in force again."""
    clock = make_clock()
    library, definitions = Library(store, clock, "ruth"), Definitions(store, clock, "ruth")
    signatures = tuple(
        Signature(side=side, name=name, signed_on=date(2026, 3, 1))
        for side, name in zip(Side, PEOPLE, strict=False)
    )
    first = replace(DEFINITION, version=3, signatures=signatures)
    campaign_agreed(store, clock, "First", SCRIPT, first)
    agreed = library.definition("First")
    begun = definitions.keep(replace(first, threshold=15), 0)
    with pytest.raises(NewerDraft):
        definitions.keep(replace(first, threshold=16), 0)
    definitions.keep(replace(first, threshold=17), 0, over=True)
    assert [one.document for one in definitions.put_aside("tests")] == [begun.definition]
    definitions.say("tests", "Seventeen is enough.", PEOPLE[0], Side.MARKETING)
    definitions.sign("tests", Side.MARKETING, PEOPLE[0])
    assert definitions.waiting(PEOPLE[1]) == ("Version 4 of “Tests” waits for sales.",)
    both = definitions.sign("tests", Side.SALES, PEOPLE[1])
    assert both.in_force == library.definition("First")
    assert both.in_force is not None
    assert both.in_force.threshold == 17
    after = definitions.withdraw("tests", Side.SALES, "Too many came back.", PEOPLE[1])
    assert after.in_force == library.definition("First") == agreed
    assert [one.says for one in after.remarks] == [
        "Seventeen is enough.",
        "Withdrew: Too many came back.",
    ]
    assert [(one.number, one.in_force) for one in definitions.versions("tests")] == [
        (4, False),
        (3, True),
    ]
