"""A supervisor's word on a lead before it leaves: not yet, to somebody else, in other words."""

from qualdesk.core.changes import Changes
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.plain_text import storable, without_tricks
from qualdesk.core.wording import tr
from qualdesk.desk.recycling import Moved
from qualdesk.store import handoffs
from qualdesk.store.campaigns import load_campaign
from qualdesk.store.database import Store, Transaction
from qualdesk.store.handoff_wishes import wish_held, wish_line, wish_receiver, wishes
from qualdesk.store.history import note
from qualdesk.store.leads import load_lead
from qualdesk.store.members import find_member

LONGEST_LINE = 160


class Wishing:
    """What is said of single leads of the next batch."""

    def __init__(self, store: Store, caller: str) -> None:
        self._store = store
        self._caller = caller

    def hold(self, lead_id: LeadId, *, is_held_back: bool) -> Moved:
        """Keep a lead out of the next batches, or let it leave again.

        Raises:
            NotFound: it is not among the qualified leads.
        """
        with self._store.transaction() as tx:
            campaign = handoffs.hold_back(tx, lead_id, is_held_back=is_held_back)
            wish_held(tx, lead_id, self._caller if is_held_back else "")
            done = "held back" if is_held_back else "put back"
            note(tx, self._caller, done, "lead", lead_id)
        return _moved(lead_id, campaign)

    def say_line(self, lead_id: LeadId, text: str) -> Moved:
        """Keep what is to stand in one line on its brief; empty for what the program says.

        Raises:
            NotFound: it is not among the qualified leads.
            Refused: it is longer than 160 letters.
        """
        line = " ".join(storable(without_tricks(text)).split())
        if len(line) > LONGEST_LINE:
            raise Refused(
                tr(
                    "One line has {most} letters at most, this has {n}. Shorten it.",
                    most=LONGEST_LINE,
                    n=len(line),
                )
            )
        with self._store.transaction() as tx:
            campaign = _qualified(tx, lead_id)
            was = wishes(tx, [lead_id]).get(lead_id)
            wish_line(tx, lead_id, line)
            note(tx, self._caller, "changed the one line", "lead", lead_id)
        return _moved(lead_id, campaign, was.one_line if was else "")

    def choose_receiver(self, lead_id: LeadId, name: str) -> Moved:
        """Keep who gets it, whatever the rules say; empty leaves it to the rules again.

        Raises:
            NotFound: it is not among the qualified leads, or nobody of that name works here.
        """
        wanted = name.strip()
        with self._store.transaction() as tx:
            campaign = _qualified(tx, lead_id)
            named = load_campaign(tx, campaign).handoff.receiver
            one = find_member(tx, wanted)
            is_here = one is not None and not one.has_left(tx.now)
            if wanted and wanted != named and not is_here:
                raise NotFound(
                    tr(
                        "{name} is not in the team. Add them first, or choose somebody else.",
                        name=wanted,
                    )
                )
            was = wishes(tx, [lead_id]).get(lead_id)
            wish_receiver(tx, lead_id, wanted, by=self._caller)
            note(tx, self._caller, "chose who gets it", "lead", lead_id)
        return _moved(lead_id, campaign, was.receiver if was else "")


def _qualified(tx: Transaction, lead_id: LeadId) -> CampaignId:
    """The campaign of a lead that may still leave.

    Raises:
        NotFound: it does not stand qualified.
    """
    lead = load_lead(tx, lead_id)
    if lead.bucket is not Bucket.QUALIFIED:
        raise NotFound(
            tr("Lead number {number} is not among the qualified leads any more.", number=lead_id)
        )
    return lead.campaign_id


def _moved(lead_id: LeadId, campaign: CampaignId, was: str = "") -> Moved:
    changes = Changes(leads=frozenset({lead_id}), campaigns=frozenset({campaign}))
    return Moved(lead_id=lead_id, changes=changes, was=was)
