"""Ids of new documents, and what can be read again once it is kept."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calls import SCRIPT
from qualdesk.core.definition import Definition
from qualdesk.core.errors import DocumentRefused, NotFound, Refused
from qualdesk.core.scripts import CallScript
from qualdesk.desk.shelves import DEFINITIONS, SCRIPTS
from qualdesk.store.database import Store
from script_makers import definitions, scripts

KEY = re.compile(r"[a-z][a-z0-9_-]{0,59}")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=120))
def test_any_name_gives_an_id_that_a_document_can_have(sqlite_store: Store, name: str) -> None:
    with sqlite_store.reading() as tx:
        if not name.strip():
            with pytest.raises(Refused, match="needs a name"):
                SCRIPTS.free_id(tx, name)
            return
        assert KEY.fullmatch(SCRIPTS.free_id(tx, name))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Discovery call", "discovery-call"),
        ("Gespräch für Käufer", "gesprach-fur-kaufer"),
        ("2026 fair", "script-2026-fair"),
        ("…", "script"),
        ("日本", "script"),
        ("a" * 80, "a" * 50),
        ("Ends - here - " + "x" * 60, ("ends-here-" + "x" * 60)[:50]),
    ],
)
def test_an_id_is_made_of_the_words_of_the_name(sqlite_store: Store, name: str, found: str) -> None:
    with sqlite_store.reading() as tx:
        assert SCRIPTS.free_id(tx, name) == found


def test_an_id_that_is_taken_is_counted_on(store: Store) -> None:
    with store.transaction() as tx:
        for expected in ("fair", "fair-2", "fair-3"):
            document_id = SCRIPTS.free_id(tx, "Fair")
            assert document_id == expected
            SCRIPTS.keep(tx, _named(document_id), 0, "Ana", over=False)
        # Scripts and definitions do not stand in each other's way.
        assert DEFINITIONS.free_id(tx, "Fair") == "fair"
        assert SCRIPTS.ids(tx) == ("fair", "fair-2", "fair-3")


def test_what_nobody_keeps_is_told_with_what_is_there(store: Store) -> None:
    with store.transaction() as tx:
        with pytest.raises(NotFound, match="There are: none yet"):
            SCRIPTS.begun(tx, "fair")
        SCRIPTS.keep(tx, _named("fair"), 0, "Ana", over=False)
        with pytest.raises(NotFound, match=r"no script “show”. There are: “fair”\."):
            SCRIPTS.begun(tx, "show")
        with pytest.raises(NotFound, match="no version 7"):
            SCRIPTS.version(tx, "fair", 7)
        with pytest.raises(Refused, match="no draft to drop"):
            DEFINITIONS.drop(tx, "fair", "Ana")


def test_half_a_letter_is_refused_before_anything_is_kept(store: Store) -> None:
    """A clipboard may hold one; no file and no database can."""
    with store.transaction() as tx:
        for text in ("\ud83d", "Hello \udc00"):
            with pytest.raises(DocumentRefused, match="half a letter"):
                SCRIPTS.keep(tx, _named("fair", voicemail=text), 0, "Ana", over=False)
        assert SCRIPTS.ids(tx) == ()


@settings(max_examples=12)
@given(script=scripts, definition=definitions)
def test_what_is_kept_is_read_again_as_it_was(script: CallScript, definition: Definition) -> None:
    assert SCRIPTS.as_kept(script) == script
    assert DEFINITIONS.as_kept(definition) == definition


def _named(document_id: str, **more: str) -> CallScript:
    return replace(SCRIPT, id=document_id, **more)  # type: ignore[arg-type] # any attribute of it
