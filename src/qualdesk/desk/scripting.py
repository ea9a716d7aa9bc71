"""Scripts as they are written and put to use: drafts, versions, files, people to try them on."""

from dataclasses import replace
from pathlib import Path

from qualdesk.core.campaigns import Campaign
from qualdesk.core.document_checks import pair_problems, script_problems
from qualdesk.core.drafts import (
    PreviewPerson,
    Published,
    ScriptDraft,
    ScriptEntry,
)
from qualdesk.core.errors import DocumentRefused, NewerDraft, Problem, Refused
from qualdesk.core.ids import CampaignId, ScriptVersionId
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr, tr_n
from qualdesk.desk.new_documents import blank_script
from qualdesk.desk.preview_people import people_of
from qualdesk.desk.shelves import SCRIPTS, Begun, names_of
from qualdesk.desk.versions import check_pair, definition_version, keep_script
from qualdesk.desk.written import Written
from qualdesk.store import campaigns as kept_campaigns
from qualdesk.store import document_versions as kept
from qualdesk.store.database import Transaction
from qualdesk.store.document_drafts import drop_draft
from qualdesk.store.events import set_before_script
from qualdesk.store.history import note


class Scripts(Written[CallScript]):
    """The library of scripts: one may serve several campaigns.

    A draft changes nothing for anybody. Once it is published, callers read from it with their
    next lead; who is in a call keeps the version the call began with.
    """

    _shelf = SCRIPTS

    def scripts(self) -> tuple[ScriptEntry, ...]:
        """All scripts, by name."""
        with self._store.reading() as tx:
            found = [_entry(tx, SCRIPTS.begun(tx, one)) for one in SCRIPTS.ids(tx)]
        return tuple(sorted(found, key=lambda entry: (entry.name.casefold(), entry.id)))

    def new(self, name: str, like: str = "") -> ScriptDraft:
        """Begin a script; ``like`` is the id of one to begin from, of ours or of the samples.

        Raises:
            Refused: it has no name.
            NotFound: there is no script to begin from.
        """
        return _draft(self._begin(name, like, blank_script))

    def draft(self, script_id: str) -> ScriptDraft:
        """The script as it is being written; its newest version when nobody began a draft.

        Raises:
            NotFound: there is no such script.
        """
        with self._store.reading() as tx:
            return _draft(SCRIPTS.begun(tx, script_id))

    def keep(self, script: CallScript, revision: int, *, over: bool = False) -> ScriptDraft:
        """Save a draft, however unfinished. ``revision`` is that of the draft it was begun from.

        ``over`` saves it though somebody saved another one meanwhile; theirs is put aside.

        Raises:
            NewerDraft: somebody saved, published or dropped it meanwhile; nothing was changed.
            DocumentRefused: a key or a value in it cannot be kept; nothing was changed.
        """
        with self._store.transaction() as tx:
            return _draft(SCRIPTS.keep(tx, script, revision, self._caller, over=over))

    def problems(self, script: CallScript) -> tuple[Problem, ...]:
        """What keeps this draft from being used, at its keys; then what campaigns would miss.

        A campaign's own problem stands at the key of its definition, and begins with its name.
        """
        with self._store.reading() as tx:
            uses = kept.uses(tx, "script", script.id)
            return (*script_problems(script), *_missed_by_campaigns(tx, script, uses))

    def publish(self, script_id: str, *, seen: CallScript | None = None) -> Published:
        """Use the draft from the next lead on, in all campaigns that work by the script.

        ``seen`` is what was looked at: words that somebody else saves meanwhile are not used.

        Raises:
            NewerDraft: the draft is not what was seen; nothing was changed.
            Refused: there is no draft, or it changes nothing.
            DocumentRefused: it cannot be used yet; ``problems`` are at their keys. Those of a
                campaign's definition begin with its name.
        """
        with self._store.transaction() as tx:
            SCRIPTS.take_turn(tx)
            found = SCRIPTS.begun(tx, script_id)
            if not found.revision:
                raise Refused(tr("There is no draft of this script. Change something first."))
            same = replace(SCRIPTS.as_kept(seen), version=found.document.version) if seen else None
            if same is not None and same != found.document:
                raise NewerDraft(
                    tr(
                        "Somebody changed this draft meanwhile. "
                        "Look at it as it is now, then use it."
                    )
                )
            _check_use(tx, found)
            version = keep_script(tx, found.document, self._caller)
            for use in found.uses:
                _set(tx, use.campaign_id, version, is_before=use.is_before)
            drop_draft(tx, "script", script_id, self._caller)
            number = found.document.version
            note(tx, self._caller, "published", "script", script_id, version=number)
        return Published(
            script=found.document,
            version=number,
            campaigns=found.campaigns,
            in_calls=found.in_calls,
        )

    def use(self, campaign: str | CampaignId, script_id: str, *, before: bool = False) -> Campaign:
        """Let a campaign work by a script from the next lead on; ``before``: up to its event.

        Raises:
            NotFound: there is no such campaign or script.
            Refused: the script was never published.
            DocumentRefused: the campaign's definition asks for answers it never asks for.
        """
        with self._store.transaction() as tx:
            # Between two who publish and use, the campaign must not be left with an older version.
            SCRIPTS.take_turn(tx)
            found = kept_campaigns.the_campaign(tx, campaign)
            newest = SCRIPTS.begun(tx, script_id).newest
            if newest is None:
                raise Refused(tr("Only its draft is there. Publish it, then use it here."))
            if not before:
                definition = definition_version(tx, found.definition_version_id)
                check_pair(SCRIPTS.read(newest.json), definition)
            _set(tx, found.id, ScriptVersionId(newest.id), is_before=before)
            note(tx, self._caller, "set the script", "campaign", found.id)
            return kept_campaigns.load_campaign(tx, found.id)

    def take_file(self, path: Path) -> ScriptDraft:
        """Take a script from a file, TOML or XLSX, as the draft of the script of that id.

        A draft that was there is put aside.

        Raises:
            DocumentRefused: the file cannot be used; every problem with its place.
        """
        read = SCRIPTS.read_file(path)
        with self._store.transaction() as tx:
            found = SCRIPTS.keep(tx, read, 0, self._caller, over=True)
            note(tx, self._caller, "took a file", "script", read.id)
        return _draft(found)

    def preview_people(self, campaign: str | CampaignId) -> tuple[PreviewPerson, ...]:
        """Some people of a campaign, to read a script to for a try.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            found = kept_campaigns.the_campaign(tx, campaign)
            return people_of(tx, found.id, self._caller)


def _draft(found: Begun[CallScript]) -> ScriptDraft:
    return ScriptDraft(
        script=found.document,
        revision=found.revision,
        based_on=found.based_on,
        changed_at=found.changed_at,
        changed_by=found.changed_by,
        campaigns=found.campaigns,
        in_calls=found.in_calls,
    )


def _entry(tx: Transaction, found: Begun[CallScript]) -> ScriptEntry:
    script, newest = found.document, found.newest
    return ScriptEntry(
        id=script.id,
        name=script.name,
        languages=script.languages,
        version=found.based_on,
        has_draft=bool(found.revision),
        campaigns=found.campaigns,
        kept_at=newest.at if newest else found.changed_at or tx.now,
    )


def _check_use(tx: Transaction, found: Begun[CallScript]) -> None:
    script, newest = found.document, found.newest
    problems = [*script_problems(script), *_missed_by_campaigns(tx, script, found.uses)]
    if problems:
        raise DocumentRefused(
            tr_n(
                len(problems),
                "“{name}” cannot be used yet: 1 problem. The first: {first}",
                "“{name}” cannot be used yet: {n} problems. The first: {first}",
                name=script.name,
                first=problems[0],
            ),
            problems,
        )
    if newest and replace(SCRIPTS.read(newest.json), version=script.version) == script:
        raise Refused(tr("Nothing has changed since version {version}.", version=newest.number))


def _missed_by_campaigns(
    tx: Transaction, script: CallScript, uses: tuple[kept.Use, ...]
) -> list[Problem]:
    """What the definitions of these campaigns ask for and the script does not."""
    found: dict[tuple[str, str], list[kept.Use]] = {}
    for use in uses:
        campaign = kept_campaigns.load_campaign(tx, use.campaign_id)
        definition = definition_version(tx, campaign.definition_version_id)
        if use.is_before or definition is None:
            continue
        for problem in pair_problems(script, definition):
            found.setdefault((problem.place, problem.says), []).append(use)
    return [
        Problem(place=place, says=f"{', '.join(names_of(tuple(those)))}: {says}")
        for (place, says), those in found.items()
    ]


def _set(
    tx: Transaction, campaign: CampaignId, version: ScriptVersionId, *, is_before: bool
) -> None:
    if is_before:
        set_before_script(tx, campaign, version)
    else:
        kept_campaigns.set_script(tx, campaign, version)
