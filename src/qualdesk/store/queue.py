"""The queue: one lead to one caller at a time, promises first, every rule asked in the claim.

A claim is a lease on the workspace's clock with a token that only grows. Whoever saves with
the newest token is right, also after the lease ran out, as long as nobody took the lead since.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa

from qualdesk.core.claim_limits import LEASE, LEASES
from qualdesk.core.errors import NotFound, NotNow, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.wording import tr
from qualdesk.store import cells, claim_acts, ranking
from qualdesk.store.claim_looks import asks_claim, asks_held
from qualdesk.store.database import Transaction
from qualdesk.store.queue_sql import moments, statement
from qualdesk.store.quick import quick_row, quick_text, quick_write
from qualdesk.store.resorting import sort_marked
from qualdesk.store.schema_leads import lead
from qualdesk.store.shares import whose_turn
from qualdesk.store.stacks import sort

UNDO = LEASES["undo"]
Stand: TypeAlias = Literal["current", "expired", "superseded"]
# How often a claim looks again when others took all the leads it had seen.
_LOOKS = 40


@frozen
class Claimed:
    """A caller's hold on a lead, until ``until`` (UTC) unless renewed.

    ``token`` grows with every claim of the lead. ``is_callback``: a promise is due for it.
    """

    lead_id: LeadId
    token: int
    until: datetime
    is_callback: bool = False


def claim_next(
    tx: Transaction,
    caller: str,
    campaign_id: CampaignId | None = None,
    kind: str = "open",
    *,
    only_named: bool = False,
) -> Claimed | None:
    """The best lead that may be called now, held for ``caller``; None when there is none.

    Due promises come first: those at a time somebody named before the rest, the caller's own of
    any campaign before those of others, of each the longest due. Then what a supervisor pushed
    to this caller, then the best stack that is open. Where campaigns have a share of the calls,
    their turn comes before that. Who holds a lead of that kind already gets that one again.
    ``only_named`` gives nothing but promises at a time somebody named.

    A kind ``next`` or ``offline`` is never a promise: it would be late for as long as the call
    before it goes on; nor is ``offline`` whom somebody pushed. What ``next`` kept stands in line
    again when the caller's next claim of kind ``open`` comes, and goes to whoever else has
    nothing to call.
    """
    tx.connection.info["claims_for"] = campaign_id  # and so will the next one (foreseen.py)
    text, values = asks_claim(tx, caller, campaign_id, kind)
    asked = _Asked(tx, values, one_campaign=campaign_id is not None)
    seen = quick_text(tx, text, values).fetchone()
    if _has_moved_any(asked, seen):
        # A promise may have been under a hold that only now came to its end.
        seen = asked.run("look").fetchone()
    _, is_due, _, is_pushed, has_shares, *_ = seen
    promise = _promised(asked, only_named=only_named) if is_due and kind == "open" else None
    if promise or only_named:
        return promise or held(tx, caller, kind)
    pushed = asked.first("claim_pushed") if is_pushed and kind != "offline" else None
    return pushed or (_of_share(asked) if has_shares else None) or _free_one(asked)


def claim_lead(
    tx: Transaction, lead_id: LeadId, caller: str, kind: str = "open", *, token: int | None = None
) -> Claimed:
    """Hold this lead, whatever its place in the queue; what the rules say is asked at the dial.

    A caller's own hold changes its kind and keeps its token. So does a hold that ran out, when
    ``token`` shows that nobody took the lead since. A kind ``undo`` lets go of the one before.

    Raises:
        NotFound: there is no such lead.
        Refused: somebody else has it, or the caller holds another of that kind.
        NotNow: they asked not to be called.
    """
    row = _row(tx, lead_id)
    is_mine = row.claimed_by == caller or (row.claimed_by is None and row.claim_token == token)
    _free_the_hands(tx, row, caller, kind)
    new_token = row.claim_token + (0 if is_mine else 1)
    until = tx.now + LEASES[kind]
    told = {"of_lead": lead_id, "caller": caller, "kind": kind, "token": token}
    quick_write(tx, claim_acts.HOLD, {**told, "now": tx.now, "until": until})
    is_promised = row.state == Bucket.CALLBACK.value and row.due_at is not None
    return Claimed(
        lead_id=lead_id,
        token=new_token,
        until=until,
        is_callback=is_promised and row.due_at <= tx.now,
    )


def take_into_view(tx: Transaction, lead_id: LeadId, caller: str, token: int) -> None:
    """A caller of a team sees no lead that is not in their hands: take this one, for seconds.

    Raises:
        NotFound: there is no such lead.
        Refused: somebody else has it.
    """
    if tx.dialect.acts_only:
        row = _row(tx, lead_id)
        if row.claimed_by != caller or row.claim_until <= tx.now:
            claim_lead(tx, lead_id, caller, "undo", token=token)


def held(tx: Transaction, caller: str, kind: str = "open") -> Claimed | None:
    """What the caller holds of that kind, None when nothing or when its time ran out."""
    row = quick_text(tx, *asks_held(tx, caller, kind)).fetchone()
    if row is None:
        return None
    lead_id, token, until, is_callback = row
    return Claimed(
        lead_id=LeadId(lead_id),
        token=token,
        until=tx.dialect.instant(until) or tx.now,
        is_callback=bool(is_callback),
    )


def renew(tx: Transaction, caller: str) -> datetime:
    """Hold on to what the caller has in hand, the lead fetched ahead included; until when.

    Also what ran out meanwhile, as when a laptop slept, if nobody took it since.
    """
    until = tx.now + LEASE
    quick_write(tx, claim_acts.RENEW, {"caller": caller, "now": tx.now, "until": until})
    return until


def set_aside(tx: Transaction, caller: str, but: LeadId) -> None:
    """Give back what the caller has in hand, for another lead that comes first."""
    _give_back(tx, caller, "open", but)


def let_go_ahead(tx: Transaction, caller: str) -> None:
    """Give back the lead kept for after the call. Who was given it by name still has it."""
    _give_back(tx, caller, "next")


def release(tx: Transaction, lead_id: LeadId, token: int) -> bool:
    """Give a lead back untouched; False when the hold with that token is gone already."""
    return quick_write(tx, claim_acts.LET_GO, {"of_lead": lead_id, "token": token}) == 1


def check_claim(tx: Transaction, lead_id: LeadId, caller: str, token: int) -> Stand:
    """Whether a hold still stands.

    ``expired``: its time ran out but nobody took the lead since, so what is saved counts.
    ``superseded``: somebody did; what is saved is kept as a conflict.

    Raises:
        NotFound: there is no such lead.
    """
    return _stand(tx, _row(tx, lead_id), caller, token)


def hold_on(tx: Transaction, lead_id: LeadId, caller: str, token: int) -> Stand:
    """The same of a lead about which something is saved: a good hold begins anew at its half.

    So it does not come to its end between two looks of one save.
    """
    row = _row(tx, lead_id)
    stand = _stand(tx, row, caller, token)
    if stand == "current":
        prolong(tx, lead_id, caller, row.claim_until, row.claim_kind)
    return stand


def prolong(
    tx: Transaction, lead_id: LeadId, caller: str, until: datetime, kind: str = "open"
) -> None:
    """Let a good hold begin anew where half of its time has passed."""
    if until - tx.now < LEASES[kind] / 2:
        told = {"of_lead": lead_id, "caller": caller, "now": tx.now, "until": tx.now + LEASES[kind]}
        quick_write(tx, claim_acts.HOLD_UNTIL, told)


def wake(tx: Transaction) -> None:
    """Do what the clock asks for: end holds that ran out, bring back who has rested.

    A lead whose nurture date has come starts again with all its tries; one that was with who
    looked something up is back where it was; one whose own window
    has closed is not reached. A campaign's window moves nobody: it may still be put off. Cheap
    when there is nothing to do, and no claim needs it to have been done. From a caller's login in
    a team only what the database works out by itself is done; the rest is the keeper's, or that
    of a supervisor's window.
    """
    from qualdesk.store import researching

    values = moments(tx)
    with tx.dialect.in_one_journey(tx.connection.connection.driver_connection):
        for name in ("wake_expired", "wake_rested", "wake_kept"):
            _run(tx, name, values)
        if tx.dialect.acts_only:
            _run(tx, "wake_over", values)
            return
    for (lead_id,) in _run(tx, "wake_nurtured", values).fetchall():
        _start_again(tx, LeadId(lead_id))
    researching.bring_back(tx)
    _run(tx, "wake_over", values)
    sort_marked(tx)
    cells.refresh(tx)


def _run(tx: Transaction, name: str, values: dict[str, Any], *, one_campaign: bool = False) -> Any:
    tx.asked.clear()  # it may write
    text = statement(type(tx.dialect), name, one_campaign=one_campaign)
    return tx.run(text, values)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A claim while its statements are tried one after the other."""

    tx: Transaction
    values: dict[str, Any]
    one_campaign: bool

    def run(self, name: str, **more: object) -> Any:
        told = {**self.values, **more}
        return _run(self.tx, name, told, one_campaign=self.one_campaign)

    def first(self, *names: str) -> Claimed | None:
        """What the first of the statements that gives something gives."""
        for name in names:
            if row := self.run(name).fetchone():
                return Claimed(
                    lead_id=LeadId(row[0]),
                    token=row[1],
                    until=self.tx.now + LEASES[self.values["kind"]],
                    is_callback=name in {*_NAMED, *_UNNAMED},
                )
        return None


def _has_moved_any(asked: _Asked, seen: Any) -> bool:
    """Do what a claim saw to be due; whether other leads may stand in the queue since."""
    tx, values = asked.tx, asked.values
    must_wake, _, ahead, _, _, ranked_at, *_ = seen
    if must_wake:
        wake(tx)
    if not tx.dialect.acts_only and ranking.is_old(tx, ranked_at):
        ranking.rank_some(tx)
    has_ahead = values["kind"] == "open" and ahead is not None
    if has_ahead:
        _give_back(tx, values["caller"], "next")
    return bool(must_wake or has_ahead)


def _promised(asked: _Asked, *, only_named: bool) -> Claimed | None:
    """A promise that is due. What the caller promised counts whichever campaign they asked for."""
    everywhere = _Asked(asked.tx, asked.values, one_campaign=False)
    mine, others = _NAMED
    found = everywhere.first(mine) or asked.first(others)
    return found or (None if only_named else asked.first(*_UNNAMED))


def _of_share(asked: _Asked) -> Claimed | None:
    """A lead of the campaign whose turn it is by its share, when it has one to give."""
    share = None if asked.one_campaign else whose_turn(asked.tx, asked.values["caller"])
    if share is None:
        return None
    served = {**asked.values, "campaign_id": share}
    return _Asked(asked.tx, served, one_campaign=True).first("claim")


def _free_one(asked: _Asked) -> Claimed | None:
    """The best lead that is free, what the caller has already, or what comes free by looking."""
    return (
        asked.first("claim")
        or held(asked.tx, asked.values["caller"], asked.values["kind"])
        or _looked_again(asked)
        or _kept_by_others(asked)
    )


def _looked_again(asked: _Asked) -> Claimed | None:
    """What is free after all, once leads that stand ready by mistake are where they belong."""
    for _ in range(_LOOKS):
        if not _tidy(asked) and not _more(asked):
            break
        if found := asked.first("claim"):
            return found
    return None


def _kept_by_others(asked: _Asked) -> Claimed | None:
    """A lead somebody on a call only keeps for afterwards: nobody sits idle beside it."""
    is_idle = asked.values["kind"] == "open"
    return asked.first("claim") if is_idle and asked.run("free_ahead").rowcount else None


def _tidy(asked: _Asked) -> bool:
    """Put leads where they belong that stand ready but may not be called; whether any did."""
    moved = [asked.run(name).rowcount for name in _TIDY]
    return any(moved)


def _more(asked: _Asked) -> bool:
    """Whether a lead is free after all: others held the ones this claim had seen."""
    return bool(asked.run("still_fits").fetchone()[0])


def hold_of(tx: Transaction, lead_id: LeadId) -> Any:
    """Who holds a lead, and where it stands; None for none. Nobody changes that meanwhile.

    A row with state, due_at, claimed_by, claim_kind, claim_token, claim_until, and is_loading:
    whether its list is not published yet.
    """
    return quick_row(tx, claim_acts.HOLD_OF, {"lead_id": lead_id})


def _row(tx: Transaction, lead_id: LeadId) -> Any:
    row = hold_of(tx, lead_id)
    if row is None:
        raise NotFound(tr("There is no lead number {number}.", number=lead_id))
    return row


def _stand(tx: Transaction, row: Any, caller: str, token: int) -> Stand:
    if row.claim_token != token:
        return "superseded"
    if row.claimed_by == caller and row.claim_until > tx.now:
        return "current"
    return "expired"


def _free_the_hands(tx: Transaction, row: Any, caller: str, kind: str) -> None:
    """Refuse a lead the caller cannot take; let go of the one they had for undo."""
    if row.claimed_by not in {None, caller} and row.claim_until > tx.now:
        raise Refused(tr("{holder} has this lead now.", holder=row.claimed_by))
    if kind == "undo":
        _give_back(tx, caller, "undo", but=LeadId(row.id))
        return
    if row.state == Bucket.DO_NOT_CALL.value:
        raise NotNow(
            tr("They asked not to be called. This can only be taken back by a supervisor.")
        )
    if row.is_loading:
        raise NotNow(tr("Their list is not loaded to its end. Call them when it is."))
    if _holds_another(tx, caller, kind, LeadId(row.id)):
        raise Refused(tr("You have another lead in hand. Finish that call or give the lead back."))


def _holds_another(tx: Transaction, caller: str, kind: str, lead_id: LeadId) -> bool:
    row = quick_row(tx, _ANOTHER, {"caller": caller, "kind": kind, "but": lead_id})
    if row is not None and row.claim_until <= tx.now:
        _give_back(tx, caller, kind, but=lead_id)
        return False
    return row is not None


def _give_back(tx: Transaction, caller: str, kind: str, but: LeadId | None = None) -> None:
    quick_write(tx, claim_acts.GIVE_BACK, {"caller": caller, "kind": kind, "but": but or 0})


def _start_again(tx: Transaction, lead_id: LeadId) -> None:
    quick_write(tx, claim_acts.START_AGAIN, {"of_lead": lead_id, "now": tx.now})
    sort(tx, [lead_id])


# Built once: a call needs most of them.
_THEIRS = (lead.c.claimed_by == sa.bindparam("caller"), lead.c.claim_kind == sa.bindparam("kind"))
_BUT = lead.c.id != sa.bindparam("but")
_ANOTHER = sa.select(lead.c.id, lead.c.claim_until).where(*_THEIRS, _BUT)
# The claims of promises at a time they named, and of those nobody named.
_NAMED = ("claim_my_due", "claim_due")
_UNNAMED = ("claim_my_open", "claim_open")
_TIDY = ("tidy_over", "tidy_tries", "tidy_no", "tidy_number")
