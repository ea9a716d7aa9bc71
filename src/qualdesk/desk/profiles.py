"""The tables CRMs take leads by: those that come with the program, and our own."""

from collections.abc import Collection
from pathlib import Path

from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.crm_profiles import CrmProfile, KnownTable, ProfileGap
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.handoff import Package
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.wording import tr
from qualdesk.desk.export import plan_for
from qualdesk.desk.next_batch import planned
from qualdesk.files.crm_profiles import (
    profile_from_plain,
    profile_to_plain,
    profile_to_toml,
    read_profile,
    shipped_profiles,
)
from qualdesk.store import campaigns as kept
from qualdesk.store.crm_profiles import keep_profile, kept_profiles, remove_profile
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note


class Profiles:
    """What the table of a client's CRM looks like, and which leads would not fit it."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def profiles(self, client: str = "") -> tuple[CrmProfile, ...]:
        """Those a client's batches can be written by: our own first, then the shipped ones."""
        with self._store.reading() as tx:
            return profiles_of(tx, client)

    def tables(self, client: str = "") -> tuple[KnownTable, ...]:
        """The same in the same order, each with whose it is."""
        with self._store.reading() as tx:
            return _tables_of(tx, client)

    def profile(self, profile_id: str, client: str = "") -> CrmProfile:
        """The table of that id.

        Raises:
            NotFound: there is none; the sentence names those there are.
        """
        with self._store.reading() as tx:
            return profile_of(tx, client, profile_id)

    def as_file(self, profile_id: str, client: str = "") -> str:
        """The table as a TOML file, to be edited and kept under another id.

        Raises:
            NotFound: there is none.
        """
        return profile_to_toml(self.profile(profile_id, client))

    def keep(self, profile: CrmProfile, client: str = "") -> Changes:
        """Keep a table of our own, for one client or, without a name, for all of them.

        Raises:
            DocumentRefused: no table can be made by it; every problem is named by its column.
            Refused: one that comes with the program has this id.
        """
        plain = profile_to_plain(profile)
        checked = profile_from_plain(plain, name=profile.name)
        if any(one.id == checked.id for one in shipped_profiles()):
            raise Refused(
                tr(
                    "“{id}” comes with the program. Keep yours under another id.",
                    id=checked.id,
                )
            )
        with self._store.transaction() as tx:
            keep_profile(tx, client.strip(), plain, by=self._caller)
            note(tx, self._caller, "kept a table for a CRM", "crm_profile", checked.id)
        return Changes()

    def keep_file(self, path: Path, client: str = "") -> CrmProfile:
        """Keep the table a file describes.

        Raises:
            DocumentRefused: it describes none; every problem is named with its place.
            Refused: one that comes with the program has its id.
        """
        profile = read_profile(Path(path))
        self.keep(profile, client)
        return profile

    def remove(self, profile_id: str, client: str = "") -> Changes:
        """Forget a table of our own. Batches that left by it stay as they are.

        Raises:
            NotFound: none of ours has this id.
        """
        with self._store.transaction() as tx:
            if not remove_profile(tx, client.strip(), profile_id):
                raise NotFound(_no_such(tx, client, profile_id))
            note(tx, self._caller, "removed a table for a CRM", "crm_profile", profile_id)
        return Changes()

    def check(
        self,
        campaign: str | CampaignId,
        profile_id: str,
        leads: Collection[LeadId] | None = None,
    ) -> tuple[ProfileGap, ...]:
        """What keeps leads of the campaign's next batch out of the table; nothing is written.

        ``leads`` are those that are to leave; without it the best ones that are ready.

        Raises:
            NotFound: there is no such campaign, or no such table.
            Refused: one of ``leads`` is not among the qualified leads.
            ExportRefused: the batch has more leads than one file for that CRM may hold.
        """
        with self._store.reading() as tx:
            found = kept.the_campaign(tx, campaign)
            profile = profile_of(tx, found.client, profile_id)
            found_now = planned(tx, plan_for(found, self._clock.now(), profile=profile), leads)
        return found_now.plan.gaps(found_now.items)

    def leaving(
        self, campaign: str | CampaignId, leads: Collection[LeadId] | None = None
    ) -> Package:
        """The campaign's next batch as it would leave now, to look at a table with its leads.

        ``leads`` are those that are to leave; without it the best ones that are ready. Its
        number is not taken, and nothing is written.

        Raises:
            NotFound: there is no such campaign.
            Refused: one of ``leads`` is not among the qualified leads.
        """
        with self._store.reading() as tx:
            found = kept.the_campaign(tx, campaign)
            found_now = planned(tx, plan_for(found, self._clock.now()), leads)
        return found_now.plan.draft(found_now.items)


def profiles_of(tx: Transaction, client: str) -> tuple[CrmProfile, ...]:
    """Those a client's batches can be written by: our own first, then the shipped ones."""
    return tuple(table.profile for table in _tables_of(tx, client))


def profile_of(tx: Transaction, client: str, profile_id: str) -> CrmProfile:
    """The table of that id.

    Raises:
        NotFound: there is none; the sentence names those there are.
    """
    for profile in profiles_of(tx, client):
        if profile.id == profile_id:
            return profile
    raise NotFound(_no_such(tx, client, profile_id))


def _tables_of(tx: Transaction, client: str) -> tuple[KnownTable, ...]:
    own = tuple(
        KnownTable(profile=profile_from_plain(plain), client=whose)
        for whose, plain in kept_profiles(tx, client.strip())
    )
    return (*own, *(KnownTable(profile=one, is_shipped=True) for one in shipped_profiles()))


def _no_such(tx: Transaction, client: str, profile_id: str) -> str:
    known = ", ".join(profile.id for profile in profiles_of(tx, client))
    return tr(
        "There is no table “{id}” for a CRM. There are: {known}.",
        id=profile_id,
        known=known,
    )
