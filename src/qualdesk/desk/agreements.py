"""Where a definition stands between marketing and sales, read from what is kept."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from qualdesk.core.definition import Definition, Side
from qualdesk.core.definition_changes import compare_definitions
from qualdesk.core.document_checks import definition_problems, pair_problems
from qualdesk.core.drafts import (
    WITHDRAWN,
    DefinitionDraft,
    Remark,
    SideState,
    Standing,
)
from qualdesk.core.errors import Problem
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import DefinitionVersionId
from qualdesk.core.kept_words import KeptWords
from qualdesk.core.scripts import CallScript
from qualdesk.core.signing import (
    A_MONTH,
    GivenSignature,
    is_agreed,
    side_states,
    signed_by_both,
    why_review,
)
from qualdesk.core.wording import listed, tr, tr_later
from qualdesk.desk.shelves import DEFINITIONS, Begun, names_of
from qualdesk.desk.versions import script_version, sha256
from qualdesk.store import campaigns as kept_campaigns
from qualdesk.store import document_versions as kept
from qualdesk.store import signatures as signed
from qualdesk.store.database import Transaction

WITHDREW = tr_later("Withdrew: {reason}")
"""What a remark says of a signature that was taken back, as it is kept."""


@frozen
class Agreement:
    """A definition, the signatures under any of its versions, and who is expected to sign.

    Attributes:
        begun: the draft, or the newest version where there is none.
        given: all signatures, whatever became of them, in the order they were given.
        kept: the versions, the newest first.
        usual: who signs for a side in the campaigns that work by it.
    """

    begun: Begun[Definition]
    given: tuple[GivenSignature, ...]
    kept: tuple[kept.KeptVersion, ...]
    usual: dict[Side, str]

    @property
    def definition(self) -> Definition:
        """The words that are to be signed, or that were."""
        return self.begun.document

    @property
    def sides(self) -> tuple[SideState, ...]:
        """How the two stand to these words."""
        return self.sides_of(self.definition)

    @property
    def in_force(self) -> Definition | None:
        """What leads are judged by: the newest version a campaign works by.

        Where no campaign does, it is the newest that both have signed.
        """
        numbers = [use.number for use in self.begun.uses]
        if numbers:
            return self.version(max(numbers))
        return next(self.agreed(), None)

    def sides_of(self, definition: Definition) -> tuple[SideState, ...]:
        """How the two stand to the words of this version."""
        return side_states(self.given, definition, words_of(definition), self.usual)

    def agreed(self) -> Iterator[Definition]:
        """The versions that both sides agree to still, the newest first."""
        for one in self.kept:
            definition = DEFINITIONS.read(one.json)
            if is_agreed(self.sides_of(definition)):
                yield definition

    def version(self, number: int) -> Definition | None:
        """The version of that number."""
        found = next((one for one in self.kept if one.number == number), None)
        return None if found is None else DEFINITIONS.read(found.json)

    def row(self, definition: Definition) -> DefinitionVersionId:
        """The number under which a kept version stands among all versions."""
        found = next(one for one in self.kept if one.number == definition.version)
        return DefinitionVersionId(found.id)


def agreement(tx: Transaction, definition_id: str) -> Agreement:
    """What is kept about a definition.

    Raises:
        NotFound: there is none with that id.
    """
    begun = DEFINITIONS.begun(tx, definition_id)
    return Agreement(
        begun=begun,
        given=signed.signatures(tx, definition_id),
        kept=kept.versions(tx, "definition", definition_id),
        usual=_usual(tx, begun),
    )


def words_of(definition: Definition) -> str:
    """What the words of a definition are recognised by, whatever its number and signatures."""
    return sha256(DEFINITIONS.write(replace(definition, version=1, signatures=())))


def as_signed_here(tx: Transaction, definition: Definition) -> Definition:
    """The definition with the signatures both gave here under these very words, and no others.

    Names that came with it are left out: whoever can write a file could sign for anybody.
    """
    given = signed.signatures(tx, definition.id)
    states = side_states(given, definition, words_of(definition))
    if is_agreed(states):
        return signed_by_both(definition, states)
    return replace(definition, signatures=())


def draft_of(begun: Begun[Definition]) -> DefinitionDraft:
    """The draft as it is handed back."""
    return DefinitionDraft(
        definition=begun.document,
        revision=begun.revision,
        based_on=begun.based_on,
        changed_at=begun.changed_at,
        changed_by=begun.changed_by,
        campaigns=begun.campaigns,
        in_calls=begun.in_calls,
    )


def standing_of(tx: Transaction, found: Agreement) -> Standing:
    """Where the definition stands now."""
    draft, in_force = found.definition, found.in_force
    return Standing(
        draft=draft_of(found.begun),
        in_force=in_force,
        sides=found.sides,
        changes=compare_definitions(in_force, draft, _script(tx, found.begun.uses))
        if in_force
        else (),
        remarks=tuple(map(_remark, signed.remarks(tx, draft.id))),
        review_on=(in_force or draft).review_on,
        review_because=review_of(tx, found),
        unsigned=_unsigned(found, in_force),
        problems=tuple(problems_of(tx, found)),
    )


def review_of(tx: Transaction, found: Agreement) -> str:
    """Why the version in force should be looked at again, a sentence; empty when it need not."""
    in_force = found.in_force
    if in_force is None:
        return ""
    handed, back = kept.came_back(tx, in_force.id, tx.now - A_MONTH)
    return why_review(in_force, tx.now.date(), handed, back)


def problems_of(tx: Transaction, found: Agreement) -> list[Problem]:
    """What keeps these words from being signed, and what scripts of campaigns do not ask."""
    return [
        *definition_problems(replace(found.definition, signatures=())),
        *_not_asked(tx, found.definition, found.begun.uses),
    ]


def fits(tx: Transaction, definition: Definition, use: kept.Use) -> bool:
    """Whether the campaign's script asks for all that a version of the definition needs."""
    script = _script(tx, (use,))
    return script is None or not pair_problems(script, definition)


def _not_asked(
    tx: Transaction, definition: Definition, uses: tuple[kept.Use, ...]
) -> list[Problem]:
    found: dict[tuple[str, str], list[kept.Use]] = {}
    for use in uses:
        script = _script(tx, (use,))
        for problem in pair_problems(script, definition) if script else ():
            found.setdefault((problem.place, problem.says), []).append(use)
    return [
        Problem(place=place, says=f"{', '.join(names_of(tuple(those)))}: {says}")
        for (place, says), those in found.items()
    ]


def _script(tx: Transaction, uses: tuple[kept.Use, ...]) -> CallScript | None:
    """The script of the first of these campaigns that has one."""
    for use in uses:
        campaign = kept_campaigns.load_campaign(tx, use.campaign_id)
        script = script_version(tx, campaign.script_version_id)
        if script is not None:
            return script
    return None


def _usual(tx: Transaction, begun: Begun[Definition]) -> dict[Side, str]:
    """Who signs for the campaigns that work by it, as far as somebody said so."""
    found: dict[Side, str] = {}
    for use in begun.uses:
        people = kept_campaigns.load_campaign(tx, use.campaign_id).people
        said = {Side.MARKETING: people.marketing, Side.SALES: people.sales}
        found |= {side: name for side, name in said.items() if name}
    return found


def _unsigned(found: Agreement, in_force: Definition | None) -> str:
    if in_force is None:
        return ""
    open_sides = [side for side in found.sides_of(in_force) if not side.is_signed]
    version: dict[str, Any] = {"version": in_force.version, "definition": in_force.name}
    for side in open_sides:
        if side.state == WITHDRAWN:
            return tr(
                "Version {version} of “{definition}” is in force, and {name} withdrew for {side}.",
                name=side.name,
                side=side.side.named,
                **version,
            )
    if not open_sides:
        return ""
    return tr(
        "Version {version} of “{definition}” is in force, and not signed by {sides}.",
        sides=listed(side.side.named for side in open_sides),
        **version,
    )


def _remark(one: signed.KeptRemark) -> Remark:
    return Remark(
        version=one.version,
        who=one.who,
        says=_OURS.shown(one.says),
        said_at=one.said_at,
        side=Side(one.side) if one.side else None,
    )


_OURS = KeptWords(WITHDREW)
