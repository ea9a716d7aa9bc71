"""Scripts and definitions while they are written, signed and used: what their doors give back."""

from collections.abc import Mapping
from datetime import date, datetime

from qualdesk.core.changes import Change
from qualdesk.core.definition import Definition, Side
from qualdesk.core.errors import Problem
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.core.scripts import CallScript

SIGNED = "signed"
OPEN = "open"
BEFORE_CHANGE = "before_change"
WITHDRAWN = "withdrawn"


@frozen
class DocumentVersion:
    """A version that was kept for good.

    Attributes:
        at: when it was kept, in UTC; ``by`` who did, empty for one older than drafts are.
        in_force: a campaign works by it now.
    """

    number: int
    at: datetime
    by: str = ""
    in_force: bool = False


@frozen
class ScriptEntry:
    """A script in the library.

    Attributes:
        languages: those it can be read in, its first language first.
        version: the newest kept one, 0 while it was never used.
        campaigns: names of those that work by it, before an event or after.
        kept_at: when the newest version was kept, or the draft when there is none.
    """

    id: str
    name: str
    languages: tuple[str, ...]
    version: int
    has_draft: bool
    campaigns: tuple[str, ...]
    kept_at: datetime


@frozen
class DefinitionEntry:
    """A definition in the library: the newest version, 0 while it was never agreed."""

    id: str
    name: str
    version: int
    has_draft: bool
    campaigns: tuple[str, ...]
    kept_at: datetime


@frozen
class ScriptDraft:
    """A script as it is being written.

    Attributes:
        revision: of what was saved, 0 while nothing was; give it back when you save.
        based_on: the version it was begun from, 0 for none.
        campaigns: names of those that work by the script.
        in_calls: how many people speak by it at this moment. They keep the version they have.
    """

    script: CallScript
    revision: int
    based_on: int
    changed_at: datetime | None = None
    changed_by: str = ""
    campaigns: tuple[str, ...] = ()
    in_calls: int = 0


@frozen
class DefinitionDraft:
    """A definition as it is being written; the attributes are those of a script's draft."""

    definition: Definition
    revision: int
    based_on: int
    changed_at: datetime | None = None
    changed_by: str = ""
    campaigns: tuple[str, ...] = ()
    in_calls: int = 0


@frozen
class SetAside:
    """A draft that somebody wrote over: nothing that was typed is lost."""

    document: CallScript | Definition
    revision: int
    changed_at: datetime
    changed_by: str


@frozen
class Published:
    """A version that callers use from their next lead on.

    Attributes:
        campaigns: names of those that work by it now.
        in_calls: how many people finish their call by the version before.
    """

    script: CallScript
    version: int
    campaigns: tuple[str, ...]
    in_calls: int


@frozen
class PreviewPerson:
    """Somebody a script can be read to for a try.

    Attributes:
        values: what stands in the places of the words, by field.
        source: the code of the source they came from.
        languages: those they are known to speak, as codes.
    """

    lead_id: LeadId
    label: str
    values: Mapping[str, str]
    source: str = ""
    languages: tuple[str, ...] = ()


@frozen
class SideState:
    """How one side stands to the words as they are.

    Attributes:
        name: who signed; while it is open, who signed for that side last time.
        state: open, signed, before_change (they signed other words) or withdrawn.
        because: the reason of a withdrawal, or what to do about a change; a sentence.
    """

    side: Side
    name: str = ""
    signed_at: datetime | None = None
    state: str = OPEN
    because: str = ""

    @property
    def is_signed(self) -> bool:
        """Whether this side agrees to these very words."""
        return self.state == SIGNED


@frozen
class Remark:
    """What somebody said about a definition. ``side`` is empty for someone of neither."""

    version: int
    who: str
    says: str
    said_at: datetime
    side: Side | None = None


@frozen
class Standing:
    """Where a definition stands between the two who sign.

    Attributes:
        draft: the words that are to be signed, or that both have signed.
        in_force: the version leads are judged by now.
        sides: marketing, then sales.
        changes: what is new against the version in force.
        remarks: the talk, the oldest first.
        review_because: why it should be looked at again, a sentence; empty when it need not.
        unsigned: why the version in force is not agreed, a sentence; empty when it is.
        problems: what keeps the draft from being signed, at its keys; those of a script that
            does not ask for what it needs begin with the campaign's name.
    """

    draft: DefinitionDraft
    in_force: Definition | None
    sides: tuple[SideState, ...]
    changes: tuple[Change, ...] = ()
    remarks: tuple[Remark, ...] = ()
    review_on: date | None = None
    review_because: str = ""
    unsigned: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def review_due(self) -> bool:
        """Whether somebody should look at it again."""
        return bool(self.review_because)

    @property
    def is_agreed(self) -> bool:
        """Whether both sides signed these words."""
        return all(side.is_signed for side in self.sides)

    def side(self, side: Side) -> SideState:
        """How that side stands."""
        return next(one for one in self.sides if one.side is side)
