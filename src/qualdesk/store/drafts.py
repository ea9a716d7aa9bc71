"""A row on its way into the tables: values in column order, as JSON can keep them meanwhile."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from qualdesk.core.attendance import together
from qualdesk.core.identity import Keys, number_key
from qualdesk.core.intake import ReadRow
from qualdesk.core.leads import Bucket, PhoneState, Signals, signals_of
from qualdesk.core.sources import SourceType, Touchpoint, TouchpointKind
from qualdesk.store.leads import signals_json
from qualdesk.store.people import CONTACT, EMAIL, PHONE, email_values, phone_values, values_of
from qualdesk.store.suppression import Fingerprints

TOUCHPOINT = ("kind", "says", "at", "by", "question", "value")
_NAME_KEY = CONTACT.index("name_key")
_PERSON_PRINT = CONTACT.index("fingerprint")
_RAW, _STATE, _E164, _EXTENSION = (
    PHONE.index(name) for name in ("raw", "state", "e164", "extension")
)
_PHONE_PRINT = PHONE.index("fingerprint")
_ADDRESS, _ADDRESS_KEY = EMAIL.index("address"), EMAIL.index("key")
_EMAIL_PRINT = EMAIL.index("fingerprint")


class Draft(NamedTuple):
    """What one row, or several of one person, will write.

    Attributes:
        person: values of ``CONTACT``; ``phones`` of ``PHONE``; ``emails`` of ``EMAIL``.
        company: its key, name and description; nothing when there is none.
        touchpoints: values of ``TOUCHPOINT``, the time in ISO form.
        source: the source of the row, empty for that of the campaign.
        research: why it cannot be called yet.
        opens_at: when its own window opens, in ISO form, and ``closes_at`` when it closes.
    """

    person: Sequence[str]
    company: Sequence[str]
    phones: Sequence[Sequence[str]]
    emails: Sequence[Sequence[str]]
    touchpoints: Sequence[Sequence[str]]
    source: str = ""
    external_id: str = ""
    research: str = ""
    opens_at: str = ""
    closes_at: str = ""

    @property
    def keys(self) -> Keys:
        """What the person is recognised by."""
        return Keys(
            name=self.person[_NAME_KEY],
            company=self.company[0] if self.company else "",
            numbers=frozenset(number_key(p[_E164], p[_EXTENSION]) for p in self.phones if p[_E164]),
            emails=frozenset(email[_ADDRESS_KEY] for email in self.emails if email[_ADDRESS_KEY]),
        )

    def values_of_person(self, prints: Fingerprints) -> list[str]:
        """The values of ``CONTACT`` as they are kept.

        The name may come from one row and the company from another: the person's fingerprint
        is made of both together, or a do-not-call would not find them.
        """
        values = list(self.person)
        values[_PERSON_PRINT] = self._person_print(prints)
        return values

    def _person_print(self, prints: Fingerprints) -> str:
        kept = self.person[_PERSON_PRINT]
        works_at = self.company[0] if self.company else ""
        return kept or prints.person(self.person[_NAME_KEY], works_at)

    @property
    def bucket(self) -> Bucket:
        """Where the lead starts."""
        return Bucket.RESEARCH if self.research else Bucket.WAITING

    @property
    def is_only_giveaway(self) -> bool:
        """Whether the giveaway is all they came for."""
        kinds = {TouchpointKind(did[0]) for did in self.touchpoints}
        did = tuple(Touchpoint(kind=kind, says="") for kind in kinds)
        return TouchpointKind.GIVEAWAY in kinds and signals_of(SourceType.OTHER, did).giveaway_only

    def who_prints(self, prints: Fingerprints) -> set[str]:
        """The fingerprints of the person, their company and their addresses."""
        of_company = prints.company(self.company[0]) if self.company else ""
        of_emails = (email[_EMAIL_PRINT] for email in self.emails)
        return {self._person_print(prints), of_company, *of_emails} - {""}

    def number_prints(self) -> set[str]:
        """The fingerprints of the numbers that can be dialled."""
        return {phone[_PHONE_PRINT] for phone in self.phones if _DIALABLE[phone[_STATE]]}

    def dialable_numbers(self) -> set[str]:
        """The numbers that can be dialled, E.164."""
        return {phone[_E164] for phone in self.phones if _DIALABLE[phone[_STATE]]}

    def signals(self, default: SourceType) -> str:
        """What the row says that moves a lead's place, as JSON."""
        source = SourceType(self.source) if self.source else default
        return _signals_json(source, tuple(sorted({did[0] for did in self.touchpoints})))


def draft_of(row: ReadRow, prints: Fingerprints) -> Draft:
    """The draft of a row."""
    contact = row.contact
    company: tuple[str, ...] = ()
    if contact.company:
        company = (row.keys.company, contact.company.name, contact.company.about)
    return Draft(
        person=values_of(contact, row.keys, prints),
        company=company if company and company[0] else (),
        phones=[phone_values(phone, prints) for phone in contact.phones],
        emails=[email_values(address, prints) for address in contact.emails],
        touchpoints=[_touchpoint(did) for did in row.touchpoints],
        source=row.source.value if row.source else "",
        external_id=row.external_id,
        research=row.research,
        opens_at=row.opens_at.isoformat() if row.opens_at else "",
        closes_at=row.closes_at.isoformat() if row.closes_at else "",
    )


def merged(drafts: Sequence[Draft]) -> Draft:
    """One person out of several rows: nothing either says is lost, the first one leads."""
    first, *others = drafts
    if not others:
        return first
    zones = CONTACT.index("zones")
    person = list(first.person)
    for other in others:
        # The zones of the fuller address: an empty list is written "[]".
        for place, value in enumerate(other.person):
            if not person[place] or (place == zones and person[place] == "[]"):
                person[place] = value
    # Of the name and the company they have together: made when it is written.
    person[_PERSON_PRINT] = ""
    phones: dict[str, Sequence[str]] = {}
    emails: dict[str, Sequence[str]] = {}
    did: dict[tuple[str, ...], Sequence[str]] = {}
    for one in drafts:
        for phone in one.phones:
            phones.setdefault(_phone_key(phone), phone)
        for email in one.emails:
            emails.setdefault(email[_ADDRESS_KEY] or email[_ADDRESS], email)
        for done in one.touchpoints:
            did.setdefault(tuple(done), done)
    ordered = sorted(phones.values(), key=lambda phone: not _DIALABLE[phone[_STATE]])
    can_call = any(_DIALABLE[phone[_STATE]] for phone in ordered)
    return Draft(
        person=person,
        company=next((one.company for one in drafts if one.company), ()),
        phones=ordered,
        emails=list(emails.values()),
        touchpoints=_stays_together(list(did.values())),
        source=_best_source(drafts),
        external_id=next((one.external_id for one in drafts if one.external_id), ""),
        research="" if can_call else first.research,
        opens_at=first.opens_at,
        closes_at=first.closes_at,
    )


def companies_in(drafts: Iterable[Draft]) -> dict[str, tuple[str, str]]:
    """The companies of the drafts by key: name and description, the first there is of each."""
    named: dict[str, tuple[str, str]] = {}
    for draft in drafts:
        if draft.company:
            key, name, about = draft.company
            before = named.get(key, (name, about))
            named[key] = (before[0], before[1] or about)
    return named


@lru_cache(maxsize=1024)
def signals_of_row(source: SourceType, kinds: tuple[str, ...]) -> Signals:
    """The signals of somebody from a source who did such things."""
    did = tuple(Touchpoint(kind=TouchpointKind(kind), says="") for kind in kinds)
    return signals_of(source, did)


def _touchpoint(did: Touchpoint) -> tuple[str, ...]:
    at = did.at.isoformat() if did.at else ""
    return did.kind.value, did.says, at, did.by, did.question, did.value


def _stays_together(did: list[Sequence[str]]) -> list[Sequence[str]]:
    """The touchpoints, the stays of somebody who was cut off and came back as one.

    Done with the rows of one list only: the same list again brings the same sum.
    """
    if sum(done[0] == TouchpointKind.ATTENDED.value for done in did) <= 1:
        return did
    return [_touchpoint(one) for one in together(map(_read_touchpoint, did))]


def _read_touchpoint(did: Sequence[str]) -> Touchpoint:
    kind, says, at, by, question, value = did
    when = datetime.fromisoformat(at) if at else None
    return Touchpoint(
        kind=TouchpointKind(kind), says=says, at=when, by=by, question=question, value=value
    )


def _phone_key(phone: Sequence[str]) -> str:
    return number_key(phone[_E164] or phone[_RAW], phone[_EXTENSION])


def _best_source(drafts: Sequence[Draft]) -> str:
    """The source that speaks most for calling; somebody may have been at the stand and online."""
    named = [SourceType(one.source) for one in drafts if one.source]
    return min(named, key=_MOST_TELLING.index).value if named else ""


@lru_cache(maxsize=1024)
def _signals_json(source: SourceType, kinds: tuple[str, ...]) -> str:
    return json.dumps(signals_json(signals_of_row(source, kinds)))


_DIALABLE = {state.value: state.is_dialable for state in PhoneState}
_MOST_TELLING = (
    SourceType.CONTACT_FORM,
    SourceType.REFERRAL,
    SourceType.TRADE_SHOW,
    SourceType.WEBINAR,
    SourceType.CONFERENCE,
    SourceType.RESEARCH,
    SourceType.CONTENT_DOWNLOAD,
    SourceType.LIST,
    SourceType.OTHER,
)
