"""Do not call: whom no caller of a client may reach again, kept as fingerprints only."""

import hmac
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from qualdesk.core.do_not_call import BY_NOBODY, HOUSE, SCOPES
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import AttemptId, LeadId, SuppressionId
from qualdesk.core.leads import PhoneKind
from qualdesk.core.wording import tr, tr_later
from qualdesk.store import suppression_sql as sql
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_row, quick_rows, quick_write
from qualdesk.store.suppression_terms import ends_at

LIST_SAYS_NO = tr_later("A list says: do not contact.")
ERASED = tr_later("Erased")


class Mark(NamedTuple):
    """What somebody not to be called is known by, in the clear; only its fingerprint is kept.

    Attributes:
        kind: number, email, person or company.
        value: E.164, an address's matching key, a company's key, or a person's name key.
        company: the key of the company of a person.
    """

    kind: str
    value: str
    company: str = ""

    @property
    def scope(self) -> str:
        """Whom it stops when a list names it: an address stands for its person."""
        return "person" if self.kind == "email" else self.kind


class Fingerprints:
    """Turns numbers, addresses and names into fingerprints that only this workspace can make.

    What is handed in must be the normalised form: an E.164 number, an address's matching key,
    the keys of a name and a company.
    """

    def __init__(self, key: bytes) -> None:
        # Keyed once and copied: a list asks for five of them a row.
        self._keyed = hmac.new(key, digestmod="sha256")

    def number(self, e164: str) -> str:
        """Of a phone number; nothing for no number."""
        return self._of("number", e164)

    def email(self, address: str) -> str:
        """Of an e-mail address; nothing for no address."""
        return self._of("email", address.strip().casefold())

    def company(self, company_key: str) -> str:
        """Of a company; nothing for no company."""
        return self._of("company", company_key)

    def person(self, name_key: str, company_key: str) -> str:
        """Of a name at a company; nothing when there is no name."""
        return self._of("person", f"{name_key}\n{company_key}") if name_key else ""

    def of(self, mark: Mark) -> str:
        """Of whatever somebody is known by; nothing for nothing."""
        if mark.kind == "person":
            return self.person(mark.value, mark.company)
        return self.email(mark.value) if mark.kind == "email" else self._of(mark.kind, mark.value)

    def learn(self, marks: Iterable[Mark]) -> None:
        """These are about to be asked for: where a server makes them, it is asked once."""

    def _of(self, kind: str, value: str) -> str:
        if not value:
            return ""
        keyed = self._keyed.copy()
        keyed.update(f"{kind}:{value}".encode())
        return keyed.hexdigest()


class ServersFingerprints(Fingerprints):
    """The same, made by a team's server: its key is nobody's to read who may only act."""

    def __init__(self, tx: Transaction) -> None:
        super().__init__(b"")
        self._tx = tx
        # Kept with the connection: a fingerprint is the same for ever.
        self._known: dict[tuple[str, str], str] = tx.connection.info.setdefault("prints", {})

    def learn(self, marks: Iterable[Mark]) -> None:
        """Ask for all of them at once."""
        self._ask([_told(one) for one in marks])

    def _of(self, kind: str, value: str) -> str:
        if not value:
            return ""
        self._ask([(kind, value)])
        return self._known[kind, value]

    def _ask(self, told: Sequence[tuple[str, str]]) -> None:
        new = [one for one in dict.fromkeys(told) if one[1] and one not in self._known]
        if not new:
            return
        if len(self._known) > _KNOWN:
            self._known.clear()
        asked = {"kinds": [kind for kind, _ in new], "told": [value for _, value in new]}
        (made,) = self._tx.run(sql.PRINTS, asked).fetchone()
        self._known.update(zip(new, made, strict=True))


_KNOWN: Final = 1000
"""Fingerprints that are kept at hand."""


def _told(mark: Mark) -> tuple[str, str]:
    """What a mark is hashed as, with its kind."""
    if mark.kind == "person":
        return mark.kind, f"{mark.value}\n{mark.company}" if mark.value else ""
    return mark.kind, mark.value.strip().casefold() if mark.kind == "email" else mark.value


@frozen
class SuppressionDone:
    """What a do-not-call did: its entries, and every lead that left the queue by it."""

    ids: tuple[SuppressionId, ...]
    leads: tuple[LeadId, ...]


def fingerprints(tx: Transaction) -> Fingerprints:
    """The workspace's own fingerprints."""
    if tx.dialect.acts_only:
        return ServersFingerprints(tx)
    row = quick_row(tx, sql.KEY, {})
    assert row, "a workspace is made with its key"
    return Fingerprints(bytes.fromhex(row.value))


def suppressed_among(tx: Transaction, client: str, prints: Iterable[str]) -> set[str]:
    """Those of the fingerprints that this client must not call."""
    found: set[str] = set()
    for some in chunks(sorted({one for one in prints if one})):
        rows = quick_rows(tx, sql.SUPPRESSED, {"prints": some, "client": client})
        found.update(row.fingerprint for row in rows)
    return found


def has_suppressions(tx: Transaction) -> bool:
    """Whether anybody at all ever asked not to be called, or stands on a list that was loaded.

    Of any client: to find the first of one among a million of others takes longer than to ask
    for the people themselves.
    """
    return bool(quick_row(tx, sql.ANY_SUPPRESSED, {}).any_there)


def suppress(  # noqa: PLR0913 - who, whom, why and on which call: all of it is kept
    tx: Transaction,
    *,
    client: str,
    scope: str,
    lead_id: LeadId,
    asked_by: str,
    by: str,
    reason: str,
    attempt_id: AttemptId | None = None,
    number: str = "",
) -> SuppressionDone:
    """Never call this number, person or company again; the client's leads obey at once.

    ``person`` covers their name at the company, their addresses and their numbers, but not a
    company's main line or a number with an extension, which belong to their colleagues too;
    ``house`` is the same person for all clients (``store.house``). A lead that can still be
    reached on another number stays in the queue with that one, except the lead that asked. Leads
    sales has keep their state.

    Raises:
        Refused: there is no such scope.
        NotFound: there is no such lead.
    """
    if scope not in SCOPES:
        known = ", ".join(SCOPES)
        raise Refused(
            tr("Do not call whom: {known}? “{scope}” is none of them.", known=known, scope=scope)
        )
    if scope == BY_NOBODY:
        client, scope = HOUSE, "person"
    marks = _marks_of(tx, lead_id, scope, number)
    prints = fingerprints(tx)
    prints.learn(marks)
    why: dict[str, Any] = {"scope": scope, "asked_by": asked_by, "by": by, "reason": reason}
    why |= {"attempt_id": attempt_id, "expires_at": ends_at(tx, client)}
    ids = _keep(tx, map(prints.of, marks), client=client, **why)
    leads = stop_calls(tx, client, marks, reason, keeper=next(iter(ids), None), asked=lead_id)
    return SuppressionDone(ids=ids, leads=leads)


def stop_calls(
    tx: Transaction,
    client: str,
    marks: Collection[Mark],
    reason: str,
    *,
    keeper: SuppressionId | None,
    asked: LeadId | None = None,
) -> tuple[LeadId, ...]:
    """Take the client's leads out of the queue whom any of these marks stops; which ones.

    ``keeper`` is the entry that remembers how they stood; ``asked`` leaves in any case.
    """
    rows = _reached(tx, client, marks, asked)
    if keeper is not None and rows:
        held = held_entry(tx, keeper)
        keep_stood(tx, keeper, [*((held.stood if held else None) or ()), *map(stood_of, rows)])
    for some in chunks(row.id for row in rows):
        quick_write(tx, sql.STOP_COVERED, {"leads": some, "reason": reason})
    if asked is not None and any(row.id == asked for row in rows):
        # What they were known by may be a number that is none of theirs.
        leave_the_queue(tx, [asked], reason)
    return tuple(LeadId(row.id) for row in rows)


def held_entry(tx: Transaction, entry: SuppressionId) -> Any:
    """``stood`` and ``lifted_at`` of an entry that nobody else changes before all is done.

    None of one of the house's for whoever works for one client alone: it is not theirs to change.
    """
    return quick_row(tx, sql.HELD_ENTRY, {"entry": entry})


def keep_stood(tx: Transaction, entry: SuppressionId, stood: Iterable[Mapping[str, Any]]) -> None:
    """Keep with an entry how leads stood that it stops."""
    quick_write(tx, sql.KEEP_STOOD, {"entry": entry, "stood": tuple(stood)})


def is_suppressed(tx: Transaction, lead_id: LeadId, number: str = "") -> bool:
    """Whether this lead may not be called, or not on this number (E.164).

    Without a number: whether the person or company is suppressed, or every number of theirs
    that could be dialled.

    Raises:
        NotFound: there is no such lead.
    """
    who = _who(tx, lead_id)
    prints = fingerprints(tx)
    company_key = who.company_key or ""
    marks = [Mark("person", who.name_key, company_key), Mark("company", company_key)]
    marks += [Mark("email", key) for key in _email_keys(tx, who.contact_id)]
    prints.learn([*marks, *([Mark("number", number)] if number else [])])
    person = {prints.of(one) for one in marks}
    if number:
        return bool(suppressed_among(tx, who.client, {*person, prints.number(number)}))
    if suppressed_among(tx, who.client, person):
        return True
    numbers = {
        prints.number(row.e164)
        for row in _phones(tx, who.contact_id)
        if row.state in sql.DIALABLE and row.e164
    }
    return bool(numbers) and suppressed_among(tx, who.client, numbers) == numbers


def _who(tx: Transaction, lead_id: LeadId) -> Any:
    row = quick_row(tx, sql.WHO, {"lead": lead_id})
    if row is None:
        raise NotFound(tr("There is no lead number {number}.", number=lead_id))
    return row


def _phones(tx: Transaction, contact_id: int) -> Sequence[Any]:
    return quick_rows(tx, sql.PHONES, {"contact": contact_id})


def _email_keys(tx: Transaction, contact_id: int) -> Sequence[str]:
    return [row.key for row in quick_rows(tx, sql.EMAILS, {"contact": contact_id})]


def _marks_of(tx: Transaction, lead_id: LeadId, scope: str, number: str) -> list[Mark]:
    """What is suppressed with the lead, in a steady order."""
    who = _who(tx, lead_id)
    phones = [row for row in _phones(tx, who.contact_id) if row.e164]
    if scope == "number":
        numbers = [number] if number else [row.e164 for row in phones]
        return _each_once(Mark("number", one) for one in numbers)
    found = [Mark("person", who.name_key, who.company_key or "")]
    found += [Mark("email", key) for key in _email_keys(tx, who.contact_id)]
    found += [
        Mark("number", row.e164)
        for row in phones
        if row.kind != PhoneKind.MAIN.value and not row.extension
    ]
    if scope == "company":
        found.append(Mark("company", who.company_key or ""))
    # Who has no name, no address and no line of their own is known by the shared one alone:
    # without it nothing would be kept, and the next campaign would call them.
    return _each_once(found) or _each_once(Mark("number", row.e164) for row in phones)


def _each_once(marks: Iterable[Mark]) -> list[Mark]:
    return [one for one in dict.fromkeys(marks) if one.value]


def _keep(
    tx: Transaction, prints: Iterable[str], *, client: str, **columns: Any
) -> tuple[SuppressionId, ...]:
    """Write all of them down, also what another asked for, so that undoing one undoes no other."""
    ids: list[SuppressionId] = []
    said = {**columns, "client": client, "now": tx.now, "caller": columns.pop("by")}
    for one in prints:
        entry = {**said, "fingerprint": one, "said_with": ids[0] if ids else 0}
        ids.append(SuppressionId(quick_row(tx, sql.ENTRY, entry).id))
    return tuple(ids)


def _reached(
    tx: Transaction, client: str, marks: Collection[Mark], asked: LeadId | None
) -> Sequence[Any]:
    """The client's leads that may no longer be called, as they stand now."""
    if client == HOUSE:
        # One after the other: a number that is left may be one that another client alone may call.
        each = (row.client for row in quick_rows(tx, sql.CLIENTS, {}))
        return [row for one in each for row in _reached(tx, one, marks, asked)]
    # In two steps: with the campaign in the same question SQLite would read all of its leads.
    meant = {row.id for row in quick_rows(tx, sql.MEANT, _values_of(tx, client, marks))}
    ids = sorted(meant if asked is None else {*meant, asked})
    found: list[Any] = []
    for some in chunks(ids):
        # On a shared server a lead may be on its way to sales or to another outcome right now:
        # how it stands is asked again once that is done.
        found += quick_rows(tx, sql.STILL_CALLED, {"leads": some, "client": client})
    return found


def _values_of(tx: Transaction, client: str, marks: Collection[Mark]) -> dict[str, Any]:
    """What the people are looked for by whom any of the marks stops."""
    of_kind: dict[str, list[Mark]] = {kind: [] for kind in ("number", "email", "person", "company")}
    for mark in marks:
        of_kind[mark.kind].append(mark)
    prints = fingerprints(tx)
    return {
        "client": client,
        "names": [one.value for one in of_kind["person"]],
        "persons": [prints.of(one) for one in of_kind["person"]],
        "emails": [one.value for one in of_kind["email"]],
        "companies": [one.value for one in of_kind["company"]],
        "numbers": [one.value for one in of_kind["number"]],
    }


def leave_the_queue(tx: Transaction, lead_ids: Iterable[int], reason: str) -> None:
    """Leads that may not be called from now on, for this reason, wherever they stood."""
    for some in chunks(lead_ids):
        quick_write(tx, sql.STOP, {"leads": some, "reason": reason})


def stood_of(row: Any) -> dict[str, Any]:
    """How a lead stood, as JSON can keep it."""
    times = {name: getattr(row, name) for name in ("wake_at", "due_at")}
    return {
        "id": row.id,
        "state": row.state,
        "state_reason": row.state_reason,
        **{name: at.isoformat() if at else None for name, at in times.items()},
    }
