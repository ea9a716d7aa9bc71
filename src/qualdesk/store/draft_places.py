"""Where the leads of a list that is being loaded belong, from what its rows say of them."""

import json
from collections.abc import Sequence
from datetime import datetime

from qualdesk.core.campaigns import Campaign
from qualdesk.core.ids import ListId
from qualdesk.core.leads import PhoneKind, PhoneState
from qualdesk.core.legal import places_of
from qualdesk.core.sources import SourceType
from qualdesk.core.traits import anchored
from qualdesk.store.database import Transaction
from qualdesk.store.drafts import TOUCHPOINT, Draft, signals_of_row
from qualdesk.store.legal import LegalKeys, Person
from qualdesk.store.people import CONTACT, PHONE
from qualdesk.store.stacks import Places, traits_of


class DraftPlaces:
    """Cells and stacks for the new leads of one list, each kind of lead worked out once."""

    def __init__(self, campaign: Campaign, list_id: ListId) -> None:
        self._campaign = campaign
        self._list_id = list_id
        self._places = Places()
        self._legal = LegalKeys()
        self._cells: dict[tuple[str, frozenset[str], bool], int] = {}
        self._stacks: dict[tuple[int, SourceType, tuple[str, ...], str, str, str], int] = {}

    def of(self, tx: Transaction, draft: Draft) -> tuple[int, int, str]:
        """The cell, the stack and the signals as JSON of a lead that was never called."""
        source = SourceType(draft.source) if draft.source else self._campaign.source_type
        kinds = tuple(sorted({did[_KIND] for did in draft.touchpoints}))
        there = self._cell(tx, draft)
        anchor = _anchor(source, draft.touchpoints)
        key = (there, source, kinds, draft.person[_TITLE], _first_phone(draft.phones), anchor)
        if key not in self._stacks:
            traits = traits_of(
                signals_of_row(source, kinds),
                title=draft.person[_TITLE],
                phone=key[4],
                anchor=datetime.fromisoformat(anchor) if anchor else None,
            )
            self._stacks[key] = self._places.stack(tx, there, traits.key)
        return there, self._stacks[key], draft.signals(self._campaign.source_type)

    def _cell(self, tx: Transaction, draft: Draft) -> int:
        person = draft.person
        numbers = [phone[_E164] for phone in draft.phones if phone[_STATE] in _DIALABLE]
        address = (person[_COUNTRY], person[_SUBDIVISION], person[_POSTCODE])
        places = frozenset() if tx.rules().is_empty else places_of(*address, numbers)
        key = (person[_ZONES], places, bool(draft.company))
        if key not in self._cells:
            zones = tuple(json.loads(person[_ZONES]))
            who = Person(
                campaign_id=self._campaign.id,
                list_id=self._list_id,
                places=places,
                has_company=bool(draft.company),
            )
            legal = self._legal.of(tx, who)
            self._cells[key] = self._places.cell(tx, self._campaign.id, zones, self._list_id, legal)
        return self._cells[key]


def _first_phone(phones: Sequence[Sequence[str]]) -> str:
    """The kind of the number that would be dialled first."""
    kinds = (phone[_PHONE_KIND] for phone in phones if phone[_STATE] in _DIALABLE)
    return next(kinds, PhoneKind.UNKNOWN.value)


def _anchor(source: SourceType, did: Sequence[Sequence[str]]) -> str:
    """When their interest began, as text; the latest thing they did says so."""
    times = [datetime.fromisoformat(one[_AT]) for one in did if one[_AT]]
    began = anchored(source, max(times, default=None))
    return began.isoformat() if began else ""


_ZONES, _TITLE = CONTACT.index("zones"), CONTACT.index("title")
_COUNTRY, _SUBDIVISION = CONTACT.index("country"), CONTACT.index("subdivision")
_POSTCODE = CONTACT.index("postcode")
_PHONE_KIND, _STATE, _E164 = PHONE.index("kind"), PHONE.index("state"), PHONE.index("e164")
_KIND, _AT = TOUCHPOINT.index("kind"), TOUCHPOINT.index("at")
_DIALABLE = {state.value for state in PhoneState if state.is_dialable}
