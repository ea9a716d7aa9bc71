"""What a campaign and its lists must say before anybody is called, and writing it down (O3)."""

from pathlib import Path

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.core.ids import CampaignId, ListId
from qualdesk.core.permission import Permission
from qualdesk.core.rules import audience_named
from qualdesk.core.sources import terms_of_file
from qualdesk.desk.using_up import end_used_up
from qualdesk.store import campaigns as kept
from qualdesk.store import permissions
from qualdesk.store.database import Store
from qualdesk.store.history import note


class BeforeCalls:
    """The questions about every list, and on what ground its people may be called."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def missing(self, campaign: str | CampaignId) -> tuple[str, ...]:
        """What must be done about a campaign before calls, each a sentence; nothing when all is.

        A campaign that could call before more was asked of it goes on calling, and is named
        here all the same.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            found = kept.the_campaign(tx, campaign)
            over = found.permission_over(tx.now)
        return (*found.before_calls(), *((over,) if over else ()))

    def write(self, campaign: str | CampaignId, path: Path) -> Campaign:
        """Write the source card, the window, the limits and the hand-off of a campaign file.

        What the file leaves out stays as it is. The campaign keeps its name and its client.

        Raises:
            DocumentRefused: the file cannot be used; every problem with its place.
            NotFound: there is no such campaign.
        """
        # Imported here: its reader costs the start of the window a tenth of a second.
        from qualdesk.files.campaigns import read_campaign

        plan = read_campaign(path)
        with self._store.transaction() as tx:
            found = kept.the_campaign(tx, campaign)
            # The card last: calls start when it is there, in the window that goes with it.
            window = plan.window if plan.window.is_said else found.window
            kept.set_times(tx, found.id, window, plan.limits)
            kept.set_handoff(tx, found.id, terms_of_file(found.handoff, plan.handoff))
            if plan.audience is not None:
                kept.set_audience(tx, found.id, plan.audience)
            written = kept.set_source(tx, found.id, plan.source or found.source)
            note(tx, self._caller, "wrote the source card", "campaign", found.id)
        if written.limits.max_attempts < found.limits.max_attempts:
            end_used_up(self._store, written)
        return written

    def list_permission(self, list_id: ListId) -> Permission | None:
        """On what ground the people of a list may be called: its own, else its campaign's.

        Raises:
            NotFound: there is no such list.
        """
        with self._store.reading() as tx:
            return permissions.permission_of_list(tx, list_id)

    def set_list_permission(self, list_id: ListId, permission: Permission) -> None:
        """Say on what ground the people of this list may be called.

        When it ends before their campaign's does, they are not called any more from then on.

        Raises:
            NotFound: there is no such list.
            Refused: something of it is missing; the sentence says what.
        """
        with self._store.transaction() as tx:
            permissions.set_list_permission(tx, list_id, permission)
            note(tx, self._caller, "wrote the permission", "list", list_id)

    def say_audience(self, campaign: str | CampaignId, audience: str) -> Campaign:
        """Say what a campaign's people are to the law: business, consumer or unknown.

        Empty: each is taken by what is known of them. Their leads are sorted anew by and by.

        Raises:
            NotFound: there is no such campaign.
            Refused: there is no such audience.
        """
        said = audience_named(audience)
        with self._store.transaction() as tx:
            found = kept.the_campaign(tx, campaign)
            changed = kept.set_audience(tx, found.id, said)
            note(tx, self._caller, "said the audience", "campaign", found.id, audience=audience)
        return changed

    def say_list_audience(self, list_id: ListId, audience: str) -> None:
        """Say what the people of a list are to the law; empty leaves it to the campaign.

        Raises:
            NotFound: there is no such list.
            Refused: there is no such audience.
        """
        said = audience_named(audience)
        with self._store.transaction() as tx:
            permissions.set_list_audience(tx, list_id, said)
            note(tx, self._caller, "said the audience", "list", list_id, audience=audience)
