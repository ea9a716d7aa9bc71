"""Washing a list against do-not-call: whom of its people this client may not call."""

from collections.abc import Mapping

from qualdesk.core.wording import tr_later
from qualdesk.store.database import Transaction
from qualdesk.store.drafts import Draft
from qualdesk.store.keyed_lists import on_keyed_lists
from qualdesk.store.suppression import Fingerprints, has_suppressions, suppressed_among

SUPPRESSED = tr_later("On the do-not-call list.")


def not_to_be_called(
    tx: Transaction, client: str, drafts: Mapping[int, Draft], prints: Fingerprints
) -> set[int]:
    """The rows whose person this client must not call, or on none of their numbers.

    Whoever has another number stays with that one. Asks entries of our own and the client's
    lists of hashes; nothing is written.
    """
    if not drafts or not has_suppressions(tx):
        return set()
    who = {row: draft.who_prints(prints) for row, draft in drafts.items()}
    numbers = {row: draft.number_prints() for row, draft in drafts.items()}
    found = suppressed_among(tx, client, set().union(*who.values(), *numbers.values()))
    e164 = {number for draft in drafts.values() for number in draft.dialable_numbers()}
    found |= {prints.number(number) for number in on_keyed_lists(tx, client, e164)}
    return {row for row in drafts if who[row] & found or (numbers[row] and numbers[row] <= found)}
