"""What a caller does beside the outcome: material somebody asked for, a yes to mails."""

from datetime import date

from qualdesk.core.beside import BesideCall, BesideKind, OptIn, Sending
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.emails import is_address
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import AttemptId, CampaignId, LeadId, MeetingId, OptInId, SendingId
from qualdesk.core.languages import language_for
from qualdesk.core.offers import Offers
from qualdesk.core.questions import check_words
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr
from qualdesk.desk.versions import script_version
from qualdesk.store import beside as kept
from qualdesk.store import calls
from qualdesk.store.campaigns import load_campaign, the_campaign
from qualdesk.store.database import Store, Transaction
from qualdesk.store.erased import refuse_erased
from qualdesk.store.history import note as write_history
from qualdesk.store.leads import load_lead


@frozen
class BesideDone:
    """Something was done beside the outcome.

    Attributes:
        says: what was done, a sentence.
        beside: all that stands beside the lead's outcomes now.
        kind, number: what takes it back, with :meth:`Beside.undo`.
    """

    says: str
    beside: BesideCall
    kind: BesideKind
    number: int
    changes: Changes


@frozen
class Offered:
    """What a caller can offer somebody, and where it would go.

    Attributes:
        addresses: their e-mail addresses, the best one first.
        wording: the words of the opt-in in ``language``, the one the call is in or the nearest
            there are; both empty where the campaign has none.
        zone: the clock by which their days are counted.
    """

    offers: Offers
    addresses: tuple[str, ...]
    wording: str
    language: str
    zone: str


class Beside:
    """What stands beside the outcomes of a lead. All of it can be taken back."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def of(self, lead_id: LeadId) -> BesideCall:
        """What stands beside a lead's outcomes.

        Raises:
            NotFound: there is no such lead.
        """
        with self._store.reading() as tx:
            load_lead(tx, lead_id)
            return kept.beside(tx, lead_id)

    def offered(self, lead_id: LeadId, language: str = "") -> Offered:
        """What can be offered to a lead, in the language the call is in, else their own.

        Raises:
            NotFound: there is no such lead.
        """
        with self._store.reading() as tx:
            lead = load_lead(tx, lead_id)
            campaign = load_campaign(tx, lead.campaign_id)
            script = script_version(tx, campaign.script_version_id)
            theirs = language_for(script, lead.contact.languages) if script else ""
            wording, tag = campaign.offers.wording(language or theirs)
            return Offered(
                offers=campaign.offers,
                addresses=lead.contact.emails,
                wording=wording,
                language=tag,
                zone=next(iter(lead.contact.zones), campaign.window.zone),
            )

    def send_material(
        self,
        of: LeadId | AttemptId,
        what: str,
        *,
        address: str = "",
        wanted_on: date | None = None,
    ) -> BesideDone:
        """Note what somebody asked to be sent, where to, and by which day of theirs (D7).

        ``of`` is a call, or a lead outside one. Without an address it goes to their first
        e-mail. What is not among the campaign's materials may be asked for as well.

        Raises:
            Refused: nothing is named, there is no address, or the day has passed.
            NotFound: there is no such call or lead.
        """
        what, address = check_words(what), check_words(address)
        with self._store.transaction() as tx:
            lead_id, attempt_id = _whose(tx, of, self._caller)
            lead = load_lead(tx, lead_id)
            address = address or next(iter(lead.contact.emails), "")
            if not what:
                raise Refused(tr("What do they want? Choose it by its number, or write it."))
            _check_address(address)
            zone = next(iter(lead.contact.zones), "UTC")
            _check_day(wanted_on, local_time(tx.now, zone).date())
            new_id = kept.add_sending(
                tx,
                lead_id,
                attempt_id,
                what=what,
                address=address,
                wanted_on=wanted_on,
                by=self._caller,
            )
            write_history(tx, self._caller, "was asked for material", "lead", lead_id)
            there = kept.beside(tx, lead_id)
            (says,) = [one.says_on(zone) for one in there.sendings if one.id == new_id]
            return _done(f"{says}.", there, BesideKind.MATERIAL, new_id, lead_id)

    def to_send(self, campaign: str | CampaignId | None = None) -> tuple[Sending, ...]:
        """All material that waits to be sent, what is wanted first before the rest.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            chosen = the_campaign(tx, campaign).id if campaign is not None else None
            return kept.to_send(tx, chosen)

    def sent(self, sending_id: SendingId) -> Changes:
        """Write down that material went out.

        Raises:
            NotFound: nothing waits to be sent under that number.
        """
        with self._store.transaction() as tx:
            lead_id = kept.note_sent(tx, sending_id, self._caller)
            write_history(tx, self._caller, "sent material", "lead", lead_id)
        return Changes(leads=frozenset({lead_id}))

    def opt_in(
        self, attempt_id: AttemptId, *, wording: str = "", language: str = "", address: str = ""
    ) -> BesideDone:
        """Keep somebody's yes to mails, with the words that were read to them and the time (D7).

        Without words, those of the campaign in the language of the call.

        Raises:
            Refused: there are no words, or no address.
            NotFound: there is no such call.
        """
        with self._store.transaction() as tx:
            lead_id, _ = _whose(tx, attempt_id, self._caller)
            lead = load_lead(tx, lead_id)
            offers = load_campaign(tx, lead.campaign_id).offers
            spoken = language or calls.load_call(tx, attempt_id).language
            usual, tag = offers.wording(spoken)
            wording, address = check_words(wording) or usual, check_words(address)
            address = address or next(iter(lead.contact.emails), "")
            if not wording:
                raise Refused(tr("The campaign has no words for this question yet. Ask for them."))
            _check_address(address)
            new_id = kept.add_opt_in(
                tx,
                lead_id,
                attempt_id,
                address=address,
                wording=wording,
                language=tag if wording == usual else spoken,
                by=self._caller,
            )
            write_history(tx, self._caller, "noted a yes to mails", "lead", lead_id)
            there = kept.beside(tx, lead_id)
            says = tr("Noted: they said yes to mails to {address}.", address=address)
            return _done(says, there, BesideKind.OPT_IN, new_id, lead_id)

    def opt_ins(self, campaign: str | CampaignId | None = None) -> tuple[OptIn, ...]:
        """Every yes to mails, those that were withdrawn among them, the oldest first.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            chosen = the_campaign(tx, campaign).id if campaign is not None else None
            return kept.opt_ins(tx, chosen)

    def withdraw(self, opt_in_id: OptInId) -> Changes:
        """Take a yes to mails back, as the person may at any time; its proof stays.

        Raises:
            NotFound: there is no such yes, or it was withdrawn before.
        """
        return self.undo(BesideKind.OPT_IN, opt_in_id)

    def undo(self, kind: BesideKind, number: SendingId | OptInId | MeetingId | int) -> Changes:
        """Take something back that stands beside an outcome.

        Raises:
            NotFound: there is no such thing, or it was taken back before.
        """
        with self._store.transaction() as tx:
            lead_id = kept.take_back(tx, kind, number)
            write_history(tx, self._caller, f"took back {kind.value}", "lead", lead_id)
        return Changes(leads=frozenset({lead_id}))


def _whose(tx: Transaction, of: LeadId | AttemptId, caller: str) -> tuple[LeadId, AttemptId | None]:
    """The lead, and the call if it was one.

    Raises:
        Refused: it is somebody else's call, or of somebody who was erased.
    """
    if not isinstance(of, str):
        refuse_erased(tx, of)
        return of, None
    call = calls.load_call(tx, AttemptId(of))
    if call.caller != caller:
        raise Refused(tr("This is a call of {caller}.", caller=call.caller or tr("somebody else")))
    refuse_erased(tx, call.lead_id)
    return call.lead_id, call.id


def _check_address(address: str) -> None:
    """Refuse an e-mail address that is none; another address is words.

    Raises:
        Refused: it is none, or nothing is given.
    """
    if not address:
        raise Refused(tr("Where to? Write the e-mail address they give you."))
    if "@" in address and not is_address(address):
        raise Refused(
            tr("“{address}” is no e-mail address. Ask them to spell it.", address=address)
        )


def _check_day(day: date | None, today: date) -> None:
    if day is not None and day < today:
        raise Refused(tr("{day} has passed for them. Choose a later day.", day=day))


def _done(
    says: str, there: BesideCall, kind: BesideKind, number: int, lead_id: LeadId
) -> BesideDone:
    changes = Changes(leads=frozenset({lead_id}))
    return BesideDone(says=says, beside=there, kind=kind, number=number, changes=changes)
