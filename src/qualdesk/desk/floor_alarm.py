"""When the numbers of the Floor are not what the rows say: which rows, and counting them anew."""

from datetime import UTC, datetime

from qualdesk.core.changes import Changes
from qualdesk.core.errors import Refused
from qualdesk.core.floor_counts import source_of, stand_label
from qualdesk.core.floor_figures import Alarm, OffCount, Recounted
from qualdesk.core.ids import CampaignId
from qualdesk.core.lead_groups import Group
from qualdesk.core.times import short_weekday
from qualdesk.core.wording import tr, tr_n
from qualdesk.desk.floor_words import wrong_numbers
from qualdesk.desk.outcomes import catalogue_of, words_of
from qualdesk.store import behind
from qualdesk.store.campaigns import the_campaign
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note
from qualdesk.store.tally import OffBy, mend, off_by

_MOST = 100
_QUARTER = 900
_PLACE = "recount"


def alarm_of(tx: Transaction, campaign_id: CampaignId) -> Alarm:
    """Each number of a campaign against a count of its rows, and leads in no bucket there is."""
    return Alarm(
        campaign=campaign_id,
        at=tx.now,
        off=tuple(_off(tx, one) for one in off_by(tx.connection, campaign_id)),
        nowhere=behind.nowhere(tx, campaign_id, _MOST),
    )


def count_anew(store: Store, wanted: str | CampaignId, by: str) -> Recounted:
    """Let the numbers of a campaign be what its rows say, and write down that it was done.

    The rows are counted in a look that holds nobody up; then the difference alone is written.
    Two who counted at the same moment would both write it, so one does at a time.

    Raises:
        NotFound: there is no such campaign.
        Refused: somebody else counts anew at this moment.
    """
    place = store.hold(_PLACE)
    if place is None:
        raise Refused(tr("Somebody counts anew at this moment. Look again in a minute."))
    try:
        with store.reading() as tx:
            campaign = the_campaign(tx, wanted)
            found = off_by(tx.connection, campaign.id)
        if not found:
            return Recounted(says=tr("Every number is what the rows say."), counts=0)
        with store.transaction() as tx:
            mend(tx.connection, found)
            note(tx, by, "recounted", "campaign", campaign.id, counts=len(found))
    finally:
        place.release()
    says = tr_n(
        len(found),
        "{n:,} number was not what the rows say. It is now.",
        "{n:,} numbers were not what the rows say. They are now.",
    )
    changes = Changes(campaigns=frozenset({campaign.id}))
    return Recounted(says=says, counts=len(found), changes=changes)


def _off(tx: Transaction, one: OffBy) -> OffCount:
    rows = behind.rows_of(tx, one, _MOST)
    return OffCount(what=_what(tx, one), kept=one.kept, counted=one.counted, leads=rows)


def _what(tx: Transaction, one: OffBy) -> str:
    """What a number counts, as a supervisor reads it."""
    if one.what == "total":
        return tr("All leads of the list")
    if one.what == "done":
        at = datetime.fromtimestamp(int(one.key) * _QUARTER, UTC)
        return tr("Finished at {at:%Y-%m-%d %H:%M} UTC", at=at)
    if one.what == "calls":
        day, hour, outcome = one.key.split("|")
        return tr(
            "Calls on {day} at {hour}, {outcome}",
            day=short_weekday(int(day)),
            hour=int(hour),
            outcome=words_of(tx, outcome)[0],
        )
    group = Group.from_key(one.key)
    place = stand_label(group.stand(wrong_numbers(catalogue_of(tx))))
    return tr("{place}, {source}", place=place, source=source_of(group.source).label)
