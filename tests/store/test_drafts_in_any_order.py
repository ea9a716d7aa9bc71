"""Drafts saved, written over and dropped in any order, beside a model, on both databases.

The model keeps what stands, its number and what was written over; it knows nothing of tables.
"""

from dataclasses import dataclass, field
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualdesk.core.errors import NewerDraft
from qualdesk.store.database import Store
from qualdesk.store.document_drafts import (
    Kind,
    drafts,
    drop_draft,
    find_draft,
    keep_draft,
    put_aside,
)
from sizes import tried

KINDS: tuple[Kind, ...] = ("script", "definition")
PEOPLE = ("Ana", "Ben")
WORDS = ("one", "two", "three")
# Whoever saves begins from what they saw: the newest number, an older one, or none.
STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("save"),
            st.sampled_from(KINDS),
            st.sampled_from(PEOPLE),
            st.sampled_from(WORDS),
            st.sampled_from(["newest", "older", "none"]),
            st.booleans(),
        ),
        st.tuples(st.just("drop"), st.sampled_from(KINDS), st.sampled_from(PEOPLE)),
    ),
    max_size=12,
)
_numbers = count(1)


@dataclass
class Model:
    """One document: what stands, under which number, and what was written over."""

    text: str = ""
    by: str = ""
    number: int = 0
    aside: list[tuple[str, str]] = field(default_factory=list)

    def save(self, text: str, by: str, revision: int, *, over: bool) -> bool:
        """Whether it is kept: nobody saves over what they have not seen, unless they say so."""
        is_newer = revision != self.number and bool(self.number) and bool(self.text or revision)
        if is_newer and not over:
            return False
        if is_newer and self.text:
            self.aside.insert(0, (self.text, self.by))
        self.text, self.by, self.number = text, by, self.number + 1
        return True

    def drop(self, by: str) -> None:
        if self.number:
            self.text, self.by, self.number = "", by, self.number + 1


@settings(max_examples=tried(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_no_order_of_saves_loses_a_word_or_mixes_two_documents(
    store: Store,
    steps: list[tuple],  # type: ignore[type-arg] # steps of several kinds
) -> None:
    document_id = f"fair-{next(_numbers)}"
    models = {kind: Model() for kind in KINDS}
    for what, kind, who, *more in steps:
        model = models[kind]
        with store.transaction() as tx:
            if what == "drop":
                drop_draft(tx, kind, document_id, who)
                model.drop(who)
                continue
        text, seen, over = more
        revision = {"newest": model.number, "older": model.number - 1, "none": 0}[seen]
        revision = max(revision, 0)
        if model.save(text, who, revision, over=over):
            save(store, kind, document_id, text, who, revision, over=over)
        else:
            with pytest.raises(NewerDraft):
                save(store, kind, document_id, text, who, revision, over=over)
    for kind, model in models.items():
        check(store, kind, document_id, model)


def save(
    store: Store, kind: Kind, document_id: str, text: str, by: str, revision: int, *, over: bool
) -> None:
    with store.transaction() as tx:
        keep_draft(tx, kind, document_id, text, based_on=1, revision=revision, by=by, over=over)


def check(store: Store, kind: Kind, document_id: str, model: Model) -> None:
    """The store says what the model says."""
    with store.reading() as tx:
        found = find_draft(tx, kind, document_id)
        assert (found is None) is not bool(model.text)
        if found is not None:
            said = (found.document_id, found.json, found.changed_by, found.revision)
            assert said == (document_id, model.text, model.by, model.number)
        aside = put_aside(tx, kind, document_id)
        assert [(one.json, one.changed_by) for one in aside] == model.aside[:20]
        assert {one.document_id for one in aside} <= {document_id}
        listed = [one for one in drafts(tx, kind) if one.document_id == document_id]
        assert listed == ([found] if found else [])
