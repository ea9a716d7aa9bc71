"""Definitions as marketing and sales agree on them: drafts, talk, two signatures, withdrawal."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from qualdesk.core.campaigns import Campaign
from qualdesk.core.definition import Definition, Side, same_person
from qualdesk.core.drafts import (
    BEFORE_CHANGE,
    OPEN,
    WITHDRAWN,
    DefinitionDraft,
    DefinitionEntry,
    Standing,
)
from qualdesk.core.errors import DocumentRefused, NewerDraft, Refused
from qualdesk.core.ids import CampaignId
from qualdesk.core.scripts import check_words
from qualdesk.core.signing import is_agreed, person_named, signed_by_both
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.desk.agreements import (
    WITHDREW,
    Agreement,
    agreement,
    draft_of,
    fits,
    problems_of,
    review_of,
    standing_of,
    words_of,
)
from qualdesk.desk.new_documents import blank_definition
from qualdesk.desk.shelves import DEFINITIONS, Begun
from qualdesk.desk.versions import check_pair, keep_definition, script_version
from qualdesk.desk.written import Written
from qualdesk.store import campaigns as kept_campaigns
from qualdesk.store import signatures as signed
from qualdesk.store.database import Transaction
from qualdesk.store.document_drafts import drop_draft
from qualdesk.store.history import note


class Definitions(Written[Definition]):
    """The library of definitions (F1, F2).

    Nobody judges by a draft. Once marketing and sales, two people, have signed the same words,
    those are in force in all campaigns that work by the definition; answers keep the version
    they were judged by.
    """

    _shelf = DEFINITIONS

    def entries(self) -> tuple[DefinitionEntry, ...]:
        """All definitions, by name."""
        with self._store.reading() as tx:
            found = [_entry(tx, DEFINITIONS.begun(tx, one)) for one in DEFINITIONS.ids(tx)]
        return tuple(sorted(found, key=lambda entry: (entry.name.casefold(), entry.id)))

    def new(self, name: str, like: str = "") -> DefinitionDraft:
        """Begin a definition; ``like`` is the id of one to begin from, of ours or of the samples.

        Raises:
            Refused: it has no name.
            NotFound: there is no definition to begin from.
        """
        return draft_of(self._begin(name, like, blank_definition))

    def draft(self, definition_id: str) -> DefinitionDraft:
        """The definition as it is being written; its newest version when nobody began a draft.

        Raises:
            NotFound: there is no such definition.
        """
        with self._store.reading() as tx:
            return draft_of(DEFINITIONS.begun(tx, definition_id))

    def keep(self, definition: Definition, revision: int, *, over: bool = False) -> DefinitionDraft:
        """Save a draft, however unfinished. ``revision`` is that of the draft it was begun from.

        Signatures are given here and not typed: those in ``definition`` are left out.
        ``over`` saves it though somebody saved another one meanwhile; theirs is put aside.

        Raises:
            NewerDraft: somebody saved, signed or dropped it meanwhile; nothing was changed.
            DocumentRefused: a key or a value in it cannot be kept; nothing was changed.
        """
        bare = replace(definition, signatures=())
        with self._store.transaction() as tx:
            return draft_of(DEFINITIONS.keep(tx, bare, revision, self._caller, over=over))

    def standing(self, definition_id: str) -> Standing:
        """Who has signed, what changes, what was said, and whether a review is due.

        Raises:
            NotFound: there is no such definition.
        """
        with self._store.reading() as tx:
            return standing_of(tx, agreement(tx, definition_id))

    def sign(
        self, definition_id: str, side: Side, name: str, *, seen: Definition | None = None
    ) -> Standing:
        """Sign the words as they are. With the second signature they are in force.

        ``seen`` is what the signer has read: who saves other words meanwhile gets no signature.

        Raises:
            NotFound: there is no such definition.
            DocumentRefused: something is wrong with it, or a campaign's script does not ask what
                it needs; ``problems`` are at their keys.
            NewerDraft: the words are not those that were seen; nothing was signed.
            Refused: no name, this side has signed, or the other side's signature is by the same
                person.
        """
        who = person_named(name)
        with self._store.transaction() as tx:
            DEFINITIONS.take_turn(tx)
            found = agreement(tx, definition_id)
            if seen is not None and words_of(DEFINITIONS.as_kept(seen)) != words_of(
                found.definition
            ):
                raise NewerDraft(tr(_CHANGED_MEANWHILE))
            _check_may_sign(tx, found, side, who)
            definition = found.definition
            signed.add_signature(
                tx,
                definition_id,
                version=definition.version,
                sha256=words_of(definition),
                side=side.value,
                name=who,
            )
            found = agreement(tx, definition_id)
            if is_agreed(found.sides):
                self._put_in_force(tx, found)
            _note(tx, self._caller, "signed", definition, side)
            return standing_of(tx, agreement(tx, definition_id))

    def withdraw(self, definition_id: str, side: Side, because: str, name: str) -> Standing:
        """Take back a side's signature, of the draft or else of the version in force.

        The last version that both still agree to is in force again; where there is none, leads
        are judged by it until there is.

        Raises:
            NotFound: there is no such definition.
            Refused: no reason, no name, nothing to take back, or it is the other side's signer.
        """
        reason, who = check_words(because), person_named(name)
        if not reason:
            raise Refused(tr("Say why. The other side reads it."))
        with self._store.transaction() as tx:
            DEFINITIONS.take_turn(tx)
            found = agreement(tx, definition_id)
            definition = _to_withdraw(found, side, who)
            number = _signature_under(found, definition, side)
            signed.withdraw_signature(tx, number, reason)
            signed.add_remark(
                tx,
                definition_id,
                version=definition.version,
                who=who,
                side=side.value,
                says=WITHDREW.format(reason=reason),
            )
            _fall_back(tx, agreement(tx, definition_id), definition)
            _note(tx, self._caller, "withdrew", definition, side)
            return standing_of(tx, agreement(tx, definition_id))

    def say(self, definition_id: str, text: str, name: str, side: Side | None = None) -> Standing:
        """Say something about a definition; it stays with the version talked about.

        Raises:
            NotFound: there is no such definition.
            Refused: nothing is said, or by nobody.
            AnswerRefused: it is too long to keep.
        """
        says, who = check_words(text), person_named(name)
        if not says:
            raise Refused(tr("There is nothing to say yet. Write a sentence."))
        with self._store.transaction() as tx:
            found = agreement(tx, definition_id)
            signed.add_remark(
                tx,
                definition_id,
                version=found.definition.version,
                who=who,
                side=side.value if side else "",
                says=says,
            )
            return standing_of(tx, found)

    def waiting(self, name: str, of: str = "") -> tuple[str, ...]:
        """What waits for this person, each a sentence: to sign, to sign again, to review.

        Who signs for a side is known from the campaigns' people, and from who signed before.
        ``of`` is the id of the one definition that is meant; without it all are.

        Raises:
            NotFound: there is no such definition.
        """
        with self._store.reading() as tx:
            return tuple(
                says
                for definition_id in ((of,) if of else DEFINITIONS.ids(tx))
                for says in _waits_for(tx, agreement(tx, definition_id), name)
            )

    def use(self, campaign: str | CampaignId, definition_id: str) -> Campaign:
        """Let a campaign judge by a definition: by the newest version that both have signed.

        Raises:
            NotFound: there is no such campaign or definition.
            Refused: no version of it is signed by both.
            DocumentRefused: it asks for answers the campaign's script never asks for.
        """
        with self._store.transaction() as tx:
            # A version that is withdrawn at this moment must not come into force by it.
            DEFINITIONS.take_turn(tx)
            found = kept_campaigns.the_campaign(tx, campaign)
            standing = agreement(tx, definition_id)
            agreed = next(standing.agreed(), None)
            if agreed is None:
                raise Refused(tr("It is not signed by both yet. Have marketing and sales sign it."))
            check_pair(script_version(tx, found.script_version_id), agreed)
            note(tx, self._caller, "set the definition", "campaign", found.id)
            row = standing.row(agreed)
            return kept_campaigns.set_definition(tx, found.id, row)

    def take_file(self, path: Path) -> DefinitionDraft:
        """Take a definition from a TOML file as the draft of the definition of that id.

        A draft that was there is put aside. Signatures in the file are left out: anybody can
        type a name, and only who signs here has agreed.

        Raises:
            DocumentRefused: the file cannot be used; every problem with its place.
        """
        read = replace(DEFINITIONS.read_file(path), signatures=())
        with self._store.transaction() as tx:
            found = DEFINITIONS.keep(tx, read, 0, self._caller, over=True)
            note(tx, self._caller, "took a file", "definition", read.id)
        return draft_of(found)

    def _put_in_force(self, tx: Transaction, found: Agreement) -> None:
        whole = signed_by_both(found.definition, found.sides)
        number = keep_definition(tx, whole, self._caller)
        for use in found.begun.uses:
            kept_campaigns.set_definition(tx, use.campaign_id, number)
        if found.begun.revision:
            drop_draft(tx, "definition", whole.id, self._caller)
        note(tx, self._caller, "put in force", "definition", whole.id, version=whole.version)


def _entry(tx: Transaction, found: Begun[Definition]) -> DefinitionEntry:
    newest = found.newest
    return DefinitionEntry(
        id=found.document.id,
        name=found.document.name,
        version=found.based_on,
        has_draft=bool(found.revision),
        campaigns=found.campaigns,
        kept_at=newest.at if newest else found.changed_at or tx.now,
    )


def _check_may_sign(tx: Transaction, found: Agreement, side: Side, who: str) -> None:
    definition, states = found.definition, {state.side: state for state in found.sides}
    mine, other = states[side], states[side.other]
    if mine.is_signed:
        raise Refused(
            tr(
                "{name} has signed version {version} for {side}.",
                name=mine.name,
                version=definition.version,
                side=side.named,
            )
        )
    if other.is_signed and same_person(other.name, who):
        raise Refused(
            tr(
                "{name} signed for {other_side}. One person cannot sign for both sides.",
                name=other.name,
                other_side=side.other.named,
            )
        )
    problems = problems_of(tx, found)
    if problems:
        raise DocumentRefused(
            tr_n(
                len(problems),
                "“{name}” cannot be signed yet: 1 problem. The first: {first}",
                "“{name}” cannot be signed yet: {n} problems. The first: {first}",
                name=definition.name,
                first=problems[0],
            ),
            problems,
        )
    newest = found.version(found.begun.based_on)
    if found.begun.revision and newest and words_of(newest) == words_of(definition):
        raise Refused(tr("Nothing has changed since version {version}.", version=newest.version))


def _to_withdraw(found: Agreement, side: Side, who: str) -> Definition:
    """The version whose signature is meant: the words to be signed, else those in force."""
    for definition in (found.definition, found.in_force):
        states = {state.side: state for state in found.sides_of(definition)} if definition else {}
        if definition is None or not states[side].is_signed:
            continue
        if states[side.other].is_signed and same_person(states[side.other].name, who):
            raise Refused(
                tr(
                    "{who} signed for {their_side}. Somebody of {side} takes theirs back.",
                    who=who,
                    their_side=side.other.named,
                    side=side.named,
                )
            )
        return definition
    raise Refused(tr("{side} has signed nothing that could be taken back.", side=side.label))


def _signature_under(found: Agreement, definition: Definition, side: Side) -> int:
    """The number of the signature that counts under these words."""
    these = (side, definition.version, words_of(definition))
    return next(
        one.id for one in reversed(found.given) if (one.side, one.version, one.sha256) == these
    )


def _fall_back(tx: Transaction, found: Agreement, withdrawn: Definition) -> None:
    """Where the withdrawn version is in force, let the last one that both agree to be it again.

    A campaign whose script does not ask what that one needs keeps its version: by the other
    nobody could be judged at all.
    """
    for use in found.begun.uses:
        if use.number != withdrawn.version:
            continue
        before = next((one for one in found.agreed() if fits(tx, one, use)), None)
        if before is not None:
            kept_campaigns.set_definition(tx, use.campaign_id, found.row(before))


def _waits_for(tx: Transaction, found: Agreement, name: str) -> Iterator[str]:
    definition, states = found.definition, {state.side: state for state in found.sides}
    sides = [side for side in Side if _signs_for(found, side, name)]
    version: dict[str, Any] = {"version": definition.version, "definition": definition.name}
    for side in sides:
        mine, other = states[side], states[side.other]
        if mine.state == BEFORE_CHANGE:
            yield tr(
                "You signed version {version} of “{definition}” before its last change. "
                "Look at it again.",
                **version,
            )
        elif other.state == WITHDRAWN:
            yield tr(
                "{name} withdrew from version {version} of “{definition}”: {because}",
                name=other.name,
                because=other.because,
                **version,
            )
        elif mine.state == OPEN and other.is_signed:
            yield tr(
                "Version {version} of “{definition}” waits for {side}.", side=side.named, **version
            )
    because = review_of(tx, found) if sides else ""
    if because:
        yield tr("“{name}” should be reviewed. {because}", name=definition.name, because=because)


def _signs_for(found: Agreement, side: Side, name: str) -> bool:
    named = [one.name for one in found.given if one.side is side][-1:]
    usual = found.usual.get(side, "")
    return any(same_person(name, one) for one in ([usual] if usual else named))


def _note(tx: Transaction, who: str, what: str, definition: Definition, side: Side) -> None:
    version = definition.version
    note(tx, who, what, "definition", definition.id, version=version, side=side.value)


_CHANGED_MEANWHILE = tr_later(
    "Somebody changed these words meanwhile. Read them as they are now, then sign."
)
