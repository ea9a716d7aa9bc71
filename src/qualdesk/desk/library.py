"""Campaigns and what they work by: source card, window, limits, script and definition."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

from qualdesk.core.campaigns import REHEARSAL, Campaign, CampaignPlan
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock, in_utc
from qualdesk.core.definition import Definition
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.rules import Audience, audience_named
from qualdesk.core.scripts import CallScript
from qualdesk.core.sources import (
    ALWAYS,
    CallLimits,
    CallWindow,
    HandoffTerms,
    SourceCard,
    changed_terms,
)
from qualdesk.core.wording import tr
from qualdesk.desk.versions import (
    check_pair,
    definition_version,
    keep_definition,
    keep_script,
    script_version,
)
from qualdesk.resources import shipped
from qualdesk.store import campaigns as kept
from qualdesk.store import overview
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note

Minutes = int
HourOfDay = str | Minutes | time
Window = CallWindow | tuple[datetime | None, datetime | None]
HOUSE_TERMS = HandoffTerms()
_HOUSE = CallLimits()


@frozen
class CampaignSummary:
    """A campaign and how far it is: leads, called at least once, done with, qualified, open."""

    campaign: Campaign
    leads: int
    called: int
    finished: int
    qualified: int
    open: int

    @property
    def changes(self) -> Changes:
        """The campaign it tells of."""
        return Changes(campaigns=frozenset({self.campaign.id}))


class Library:
    """The campaigns of the workspace, their scripts and their definitions."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def new_campaign(  # noqa: PLR0913 - what a campaign is made from
        self,
        name: str,
        *,
        source: SourceCard | None = REHEARSAL,
        window: Window = ALWAYS,
        hours: tuple[HourOfDay, HourOfDay] | None = None,
        days: Iterable[int] | None = None,
        max_attempts: int = 6,
        max_per_day: int = 2,
        min_gap: timedelta = timedelta(minutes=15),
        handoff: HandoffTerms = HOUSE_TERMS,
        region: str = "",
        client: str = "",
        kind: str = "",
        audience: str = "",
        script: CallScript | None = None,
        definition: Definition | None = None,
    ) -> Campaign:
        """Make a campaign.

        ``hours`` are the start and end of calling on the person's clock, as "09:00", minutes
        after midnight or a time; ``days`` weekdays, Monday 0: the house rule when None. With
        ``source=None`` nobody has answered its three questions yet, and no call can start.
        ``window`` is when calling is worthwhile: without an end unless one is given. Campaigns
        and do-not-call lists are kept apart by ``client``. ``audience`` is what its people are to
        the law (:func:`audience_named`); a rehearsal's are business.

        Raises:
            Refused: the name is taken, or the hours, days, window or audience are none.
        """
        said = _audience(audience, is_rehearsal=source == REHEARSAL)
        limits = _limits(hours, days, max_attempts, max_per_day, min_gap)
        open_for = _open_ended(_window(window))
        named = CampaignPlan(name=name, kind=kind, client=client, region=region.upper())
        plan = replace(
            named, source=source, window=open_for, limits=limits, handoff=handoff, audience=said
        )
        return self.add(plan, script=script, definition=definition)

    def add(
        self,
        plan: CampaignPlan,
        *,
        script: CallScript | None = None,
        definition: Definition | None = None,
    ) -> Campaign:
        """Make a campaign from a plan, for instance one read from a campaign file.

        Signatures in the definition count where they were given here.

        Raises:
            Refused: the name is taken, or empty.
            DocumentRefused: the definition asks for answers the script never asks for.
        """
        check_pair(script, definition)
        with self._store.transaction() as tx:
            made = kept.add_campaign(tx, plan)
            if script is not None:
                made = kept.set_script(tx, made.id, keep_script(tx, script, self._caller))
            if definition is not None:
                made = self._judge_by(tx, made.id, definition)
            note(tx, self._caller, "made", "campaign", made.id)
        return made

    def new_from_files(
        self,
        name: str,
        *,
        source: Path | None = None,
        script: Path | None = None,
        definition: Path | None = None,
        client: str = "",
        audience: str = "",
    ) -> Campaign:
        """Make a campaign from files; without one of its own it takes the sample script.

        ``source`` is a campaign file: source card, window, limits, hand-off terms. A
        ``client`` and an ``audience`` that are said count before the file's.

        Raises:
            DocumentRefused: a file cannot be used; every problem with its place.
            Refused: the name is taken.
        """
        from qualdesk.files.campaigns import read_campaign
        from qualdesk.files.documents import read_definition, read_script

        plan = read_campaign(source) if source else CampaignPlan(name=name)
        whose, law = client.strip() or plan.client, audience_named(audience) or plan.audience
        return self.add(
            replace(plan, name=name, client=whose, audience=law),
            script=read_script(script) if script else self.shipped_script(),
            definition=read_definition(definition) if definition else self.shipped_definition(),
        )

    def campaigns(self) -> tuple[CampaignSummary, ...]:
        """All campaigns with how far they are, the newest first."""
        with self._store.reading() as tx:
            counts = overview.campaign_counts(tx)
            found = kept.campaigns(tx)
        none = overview.Counts()
        return tuple(
            CampaignSummary(
                campaign=one,
                leads=counts.get(one.id, none).leads,
                called=counts.get(one.id, none).called,
                finished=counts.get(one.id, none).finished,
                qualified=counts.get(one.id, none).qualified,
                open=counts.get(one.id, none).open,
            )
            for one in found
        )

    def campaign(self, name_or_id: str | CampaignId) -> Campaign:
        """The campaign called that, or with that number.

        Raises:
            NotFound: there is none; the sentence lists those there are.
        """
        with self._store.reading() as tx:
            return kept.the_campaign(tx, name_or_id)

    def set_source(self, campaign: str | CampaignId, card: SourceCard) -> Campaign:
        """Write the source card. When nothing is missing any more, calls can start.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.transaction() as tx:
            found = kept.the_campaign(tx, campaign)
            changed = kept.set_source(tx, found.id, card)
            note(tx, self._caller, "wrote the source card", "campaign", found.id)
        return changed

    def set_times(
        self, campaign: str | CampaignId, *, window: Window | None = None, limits: CallLimits | None
    ) -> Campaign:
        """Change the window or the limits of a campaign; what is not given stays.

        Raises:
            NotFound: there is no such campaign.
            Refused: the window closes before it opens.
        """
        with self._store.transaction() as tx:
            found = kept.campaign_alone(tx, campaign)
            new_window = found.window if window is None else _window(window)
            changed = kept.set_times(tx, found.id, new_window, limits or found.limits)
            note(tx, self._caller, "changed the times", "campaign", found.id)
        if changed.limits.max_attempts < found.limits.max_attempts:
            from qualdesk.desk.using_up import end_used_up

            end_used_up(self._store, changed)
        return changed

    def set_handoff(
        self,
        campaign: str | CampaignId,
        terms: HandoffTerms,
        *,
        before: HandoffTerms | None = None,
    ) -> Campaign:
        """Say who gets the qualified leads.

        With ``before``, the terms as they were when somebody began to change them, only what
        they changed is kept: what others said meanwhile stays.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.transaction() as tx:
            found = kept.the_campaign(tx, campaign)
            said = terms if before is None else changed_terms(before, terms, found.handoff)
            changed = kept.set_handoff(tx, found.id, said)
            note(tx, self._caller, "changed the hand-off", "campaign", found.id)
        return changed

    def pause(self, campaign: str | CampaignId, *, is_paused: bool = True) -> Campaign:
        """Stop offering the leads of a campaign, or go on.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.transaction() as tx:
            found = kept.the_campaign(tx, campaign)
            changed = kept.pause(tx, found.id, is_paused=is_paused)
            note(tx, self._caller, "paused" if is_paused else "went on", "campaign", found.id)
        return changed

    def set_script(self, campaign: str | CampaignId, script: CallScript) -> Campaign:
        """Let a campaign work by this script from the next call on; answers keep theirs.

        Raises:
            NotFound: there is no such campaign.
            DocumentRefused: its definition asks for answers this script never asks for.
        """
        with self._store.transaction() as tx:
            found = kept.the_campaign(tx, campaign)
            check_pair(script, definition_version(tx, found.definition_version_id))
            changed = kept.set_script(tx, found.id, keep_script(tx, script, self._caller))
            note(tx, self._caller, "set the script", "campaign", found.id)
        return changed

    def set_definition(self, campaign: str | CampaignId, definition: Definition) -> Campaign:
        """Let a campaign judge by this definition from now on.

        Signatures count that were given here; names that came with it are left out.

        Raises:
            NotFound: there is no such campaign.
            DocumentRefused: it asks for answers the campaign's script never asks for.
        """
        with self._store.transaction() as tx:
            found = kept.the_campaign(tx, campaign)
            check_pair(script_version(tx, found.script_version_id), definition)
            changed = self._judge_by(tx, found.id, definition)
            note(tx, self._caller, "set the definition", "campaign", found.id)
        return changed

    def script(self, campaign: str | CampaignId) -> CallScript | None:
        """The script the campaign works by, None when it has none.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            return script_version(tx, kept.the_campaign(tx, campaign).script_version_id)

    def definition(self, campaign: str | CampaignId) -> Definition | None:
        """The definition the campaign judges by, None when it has none.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            found = kept.the_campaign(tx, campaign)
            return definition_version(tx, found.definition_version_id)

    def shipped_script(self) -> CallScript:
        """The sample script that comes with the program."""
        from qualdesk.files.documents import read_script

        return read_script(_only_file("scripts"))

    def shipped_definition(self) -> Definition:
        """The sample definition that comes with the program."""
        from qualdesk.files.documents import read_definition

        return read_definition(_only_file("definitions"))

    def _judge_by(self, tx: Transaction, campaign: CampaignId, definition: Definition) -> Campaign:
        # Imported late: counting campaigns, as every start does, needs no document.
        from qualdesk.desk.agreements import as_signed_here

        whole = as_signed_here(tx, definition)
        return kept.set_definition(tx, campaign, keep_definition(tx, whole, self._caller))


def _audience(said: str, *, is_rehearsal: bool) -> Audience | None:
    return audience_named(said) or (Audience.BUSINESS if is_rehearsal else None)


def _limits(
    hours: tuple[HourOfDay, HourOfDay] | None,
    days: Iterable[int] | None,
    max_attempts: int,
    max_per_day: int,
    min_gap: timedelta,
) -> CallLimits:
    start, end = hours or _HOUSE.hours
    try:
        return CallLimits(
            hours=(_minutes(start), _minutes(end)),
            days=_HOUSE.days if days is None else frozenset(days),
            max_attempts=max_attempts,
            max_per_day=max_per_day,
            min_gap=min_gap,
        )
    except ValueError as error:
        raise Refused(str(error)) from None


def _minutes(hour: HourOfDay) -> Minutes:
    if isinstance(hour, int):
        return hour
    if isinstance(hour, str):
        if hour == "24:00":
            return 24 * 60
        try:
            hour = time.fromisoformat(hour)
        except ValueError:
            raise Refused(
                tr("“{hour}” is no time of day. Write it like 09:00.", hour=hour)
            ) from None
    return hour.hour * 60 + hour.minute


def _window(window: Window) -> CallWindow:
    if isinstance(window, CallWindow):
        return window
    opens_at, closes_at = window
    try:
        return CallWindow(
            opens_at=in_utc(opens_at) if opens_at else None,
            closes_at=in_utc(closes_at) if closes_at else None,
            has_no_end=closes_at is None,
        )
    except ValueError as error:
        raise Refused(str(error)) from None


def _open_ended(window: CallWindow) -> CallWindow:
    """A program that gives no end means none; only a person can have forgotten it."""
    return window if window.is_said else replace(window, has_no_end=True)


def _only_file(folder: str) -> Path:
    """The first shipped file of a folder, in the order of names."""
    return min(shipped(folder).glob("*.toml"))
