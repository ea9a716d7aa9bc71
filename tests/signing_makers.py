"""Definitions that two people have signed here, on the days that stand under them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.definition import Definition, Signature
from qualdesk.core.scripts import CallScript
from qualdesk.desk.agreeing import Definitions
from qualdesk.desk.library import Library
from qualdesk.store.database import Store


def sign_here(
    store: Store, clock: SetClock, definition_id: str, signatures: Sequence[Signature]
) -> None:
    """Let each of these people sign the words as they are, each on their day."""
    now = clock.now()
    for one in signatures:
        clock.set(datetime.combine(one.signed_on, time(), UTC))
        Definitions(store, clock, one.name).sign(definition_id, one.side, one.name)
    clock.set(now)


def campaign_agreed(
    store: Store, clock: SetClock, name: str, script: CallScript, definition: Definition
) -> Campaign:
    """A campaign that judges by this definition, signed by those who stand under it."""
    library = Library(store, clock, "ruth")
    bare = replace(definition, signatures=())
    library.new_campaign(name, script=script, definition=bare)
    sign_here(store, clock, definition.id, definition.signatures)
    return library.campaign(name)
