"""What a sentence of the history is made of.

``{name}`` is whom or what it was done to; the other places are details kept with the entry.
"""

from enum import StrEnum
from typing import Final

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_later


class HistoryKind(StrEnum):
    """What an entry is about, for whoever looks for one."""

    CALLS = "calls"
    QUEUE = "queue"
    LISTS = "lists"
    CAMPAIGNS = "campaigns"
    DOCUMENTS = "documents"
    HANDOFF = "handoff"
    DO_NOT_CALL = "do_not_call"
    TEAM = "team"

    @property
    def label(self) -> str:
        """The kind as the screen says it."""
        return tr(_LABELS[self])


@frozen
class Sentence:
    """How one thing is said.

    Attributes:
        says: the sentence, given to ``tr`` when it is shown.
        otherwise: instead of it where the detail ``unless`` is empty, zero or no.
        one: instead of it where the detail ``counts`` is 1.
        parts: what is added behind it, each where its detail is there: the detail and its words.
        silent: details that stand there for programs and are not said.
    """

    kind: HistoryKind
    says: str
    unless: str = ""
    otherwise: str = ""
    counts: str = ""
    one: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    silent: frozenset[str] = frozenset()


def said(
    kind: HistoryKind,
    says: str,
    *,
    unless: tuple[str, str] = ("", ""),
    one: tuple[str, str] = ("", ""),
    parts: tuple[tuple[str, str], ...] = (),
    silent: str = "",
) -> Sentence:
    """A sentence, with another one where a detail is empty, or where one counts a single thing."""
    return Sentence(
        kind=kind,
        says=says,
        unless=unless[0],
        otherwise=unless[1],
        counts=one[0],
        one=one[1],
        parts=parts,
        silent=frozenset(silent.split()),
    )


_LABELS: Final = {
    HistoryKind.CALLS: tr_later("Calls"),
    HistoryKind.QUEUE: tr_later("Queue"),
    HistoryKind.LISTS: tr_later("Lists"),
    HistoryKind.CAMPAIGNS: tr_later("Campaigns"),
    HistoryKind.DOCUMENTS: tr_later("Scripts and definitions"),
    HistoryKind.HANDOFF: tr_later("Hand-off"),
    HistoryKind.DO_NOT_CALL: tr_later("Do not call"),
    HistoryKind.TEAM: tr_later("Team"),
}
