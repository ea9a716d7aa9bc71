"""Drafts of scripts and definitions, on both databases: nobody saves over anybody unasked."""

from datetime import timedelta

import pytest

from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NewerDraft
from qualdesk.store.database import Store
from qualdesk.store.document_drafts import (
    KeptDraft,
    drafts,
    drop_draft,
    find_draft,
    keep_draft,
    put_aside,
)


def save(store: Store, text: str, revision: int, by: str = "Ana", *, over: bool = False) -> int:
    """Save the draft of the script “fair”; the new revision comes back."""
    with store.transaction() as tx:
        kept = keep_draft(
            tx, "script", "fair", text, based_on=2, revision=revision, by=by, over=over
        )
        assert find_draft(tx, "script", "fair") == kept
    return kept.revision


def draft(store: Store) -> KeptDraft | None:
    with store.reading() as tx:
        return find_draft(tx, "script", "fair")


def aside(store: Store) -> list[tuple[str, str]]:
    with store.reading() as tx:
        return [(one.json, one.changed_by) for one in put_aside(tx, "script", "fair")]


def test_a_draft_is_what_was_saved_last_by_whom_and_when(store: Store, clock: SetClock) -> None:
    assert draft(store) is None
    first = save(store, "one", 0)
    clock.advance(timedelta(minutes=1))
    second = save(store, "two", first, by="Ben")
    found = draft(store)
    assert found is not None
    assert (found.json, found.based_on, found.changed_by) == ("two", 2, "Ben")
    assert (found.revision, found.changed_at) == (second, clock.now())
    assert second > first
    assert aside(store) == []


def test_two_people_who_write_the_same_draft_are_told_and_lose_nothing(store: Store) -> None:
    """Neither saves over the other unasked, and what was written over can still be read."""
    begun = save(store, "begun", 0)
    save(store, "hers", begun, by="Ana")
    with pytest.raises(NewerDraft, match="Ana saved this draft meanwhile"):
        save(store, "his", begun, by="Ben")
    found = draft(store)
    assert found is not None
    assert found.json == "hers"
    over = save(store, "his", begun, by="Ben", over=True)
    assert aside(store) == [("hers", "Ana")]
    save(store, "his, longer", over, by="Ben")
    assert aside(store) == [("hers", "Ana")]


def test_a_second_person_who_begins_the_same_draft_is_told(store: Store) -> None:
    save(store, "hers", 0, by="Ana")
    with pytest.raises(NewerDraft):
        save(store, "his", 0, by="Ben")


def test_a_draft_that_went_leaves_its_number_behind(store: Store) -> None:
    """Who still has it open must not save into the next one as if nothing had happened."""
    open_here = save(store, "old", 0)
    with store.transaction() as tx:
        drop_draft(tx, "script", "fair", "Ben")
        assert drafts(tx, "script") == ()
    assert draft(store) is None
    with pytest.raises(NewerDraft, match="Ben used or dropped this draft"):
        save(store, "old, longer", open_here)
    begun_anew = save(store, "new", 0)
    assert begun_anew > open_here
    with pytest.raises(NewerDraft):
        save(store, "old, longer", open_here)


def test_who_insists_saves_a_draft_that_was_dropped_meanwhile(store: Store) -> None:
    open_here = save(store, "old", 0)
    with store.transaction() as tx:
        drop_draft(tx, "script", "fair", "Ben")
    save(store, "old, longer", open_here, over=True)
    found = draft(store)
    assert found is not None
    assert found.json == "old, longer"
    assert aside(store) == []


def test_the_last_twenty_drafts_written_over_are_kept(store: Store) -> None:
    save(store, "0", 0)
    for number in range(1, 26):
        save(store, str(number), 1, over=number > 1)
    assert [text for text, _ in aside(store)] == [str(number) for number in range(24, 4, -1)]


def test_drafts_of_other_documents_and_kinds_are_others(store: Store) -> None:
    with store.transaction() as tx:
        for kind, name in (("script", "fair"), ("script", "fair-2"), ("definition", "fair")):
            keep_draft(tx, kind, name, f"{kind} {name}", based_on=0, revision=0, by="Ana")  # type: ignore[arg-type] # a Literal in a loop
        keep_draft(tx, "script", "fair-2", "x", based_on=0, revision=0, by="Ben", over=True)
        assert [one.document_id for one in drafts(tx, "script")] == ["fair", "fair-2"]
        assert [one.json for one in drafts(tx, "definition")] == ["definition fair"]
        assert put_aside(tx, "script", "fair") == ()
        (written_over,) = put_aside(tx, "script", "fair-2")
        assert (written_over.document_id, written_over.json) == ("fair-2", "script fair-2")


def test_dropping_what_is_not_there_does_nothing(store: Store) -> None:
    with store.transaction() as tx:
        drop_draft(tx, "definition", "none", "Ana")
        assert find_draft(tx, "definition", "none") is None
        kept = keep_draft(tx, "definition", "none", "a", based_on=0, revision=0, by="Ana")
    assert kept.revision == 1
