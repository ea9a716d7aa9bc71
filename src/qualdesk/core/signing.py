"""Who agrees to which words of a definition: a signature belongs to the words, not to the name.

Other words are not signed. Names that stand in a file are nobody's signature: anybody can type
them. One person cannot sign for both sides, since then nobody has agreed with anybody.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from qualdesk.core.definition import Definition, Side, Signature
from qualdesk.core.drafts import BEFORE_CHANGE, OPEN, SIGNED, WITHDRAWN, SideState
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff import full_day
from qualdesk.core.questions import check_words
from qualdesk.core.wording import tr

# So many leads of a month make a share that says something.
FEWEST_HANDED = 10
# A definition that sends this share of a month's leads back should be looked at again.
BACK_SHARE = 0.2
A_MONTH = timedelta(days=30)
_LONGEST_NAME = 200


@frozen
class GivenSignature:
    """A signature as it was given, under the words with that hash; ``at`` in UTC.

    Attributes:
        version: the number the words have, or were to have.
        withdrawn_at: when it was taken back, None while it counts.
    """

    id: int
    version: int
    sha256: str
    side: Side
    name: str
    signed_at: datetime
    withdrawn_at: datetime | None = None
    because: str = ""


def side_states(
    given: Sequence[GivenSignature],
    definition: Definition,
    sha256: str,
    usual: Mapping[Side, str] | None = None,
) -> tuple[SideState, ...]:
    """How marketing and sales stand to the words of this definition.

    Args:
        given: all signatures under definitions of that id, in the order they were given.
        definition: the words. Signatures in it do not count: only those that were given do.
        sha256: the hash of its words.
        usual: who signs for a side, as far as somebody said so.
    """
    return tuple(_state(side, given, definition, sha256, usual or {}) for side in Side)


def is_agreed(states: Sequence[SideState]) -> bool:
    """Whether both sides agree."""
    return all(state.is_signed for state in states)


def signed_by_both(definition: Definition, states: Sequence[SideState]) -> Definition:
    """The definition with both signatures under it."""
    return Definition(
        **{name: getattr(definition, name) for name in _WORDS},
        signatures=tuple(
            Signature(side=state.side, name=state.name, signed_on=state.signed_at.date())
            for state in states
            if state.signed_at is not None
        ),
    )


def person_named(name: str) -> str:
    """The name of somebody who signs, judges or stands for a campaign, as it is kept.

    Raises:
        Refused: it is empty, or longer than 200 characters.
    """
    said = " ".join(check_words(name[: _LONGEST_NAME * 2]).split())
    if not said:
        raise Refused(tr("Say whose name it is."))
    if len(said) > _LONGEST_NAME:
        raise Refused(
            tr(
                "This name is too long. Shorten it to {longest} characters.",
                longest=_LONGEST_NAME,
            )
        )
    return said


def why_review(definition: Definition, today: date, handed: int, back: int) -> str:
    """Why a definition should be looked at again, a sentence; empty when it need not.

    ``handed`` leads went to sales within a month, and ``back`` of them came back.
    """
    if definition.review_on and definition.review_on <= today:
        return tr("The review is due since {day}.", day=full_day(definition.review_on))
    if handed >= FEWEST_HANDED and back >= handed * BACK_SHARE:
        return tr(
            "{back} of {handed} leads of the last 30 days came back from sales ({share:.0%}).",
            back=back,
            handed=handed,
            share=back / handed,
        )
    return ""


def _state(
    side: Side,
    given: Sequence[GivenSignature],
    definition: Definition,
    sha256: str,
    usual: Mapping[Side, str],
) -> SideState:
    mine = [one for one in given if one.side is side]
    here = [one for one in mine if one.version == definition.version]
    these = [one for one in here if one.sha256 == sha256]
    if these:
        return _of(these[-1])
    if here and here[-1].withdrawn_at is None:
        name = here[-1].name
        return SideState(
            side=side,
            name=name,
            signed_at=here[-1].signed_at,
            state=BEFORE_CHANGE,
            because=tr("{name} signed before this change. Ask again.", name=name),
        )
    last = mine[-1].name if mine else ""
    return SideState(side=side, name=usual.get(side) or last, state=OPEN)


def _of(one: GivenSignature) -> SideState:
    state = SIGNED if one.withdrawn_at is None else WITHDRAWN
    return SideState(
        side=one.side, name=one.name, signed_at=one.signed_at, state=state, because=one.because
    )


_WORDS = ("id", "name", "version", "threshold", "criteria", "review_on", "tiers")
