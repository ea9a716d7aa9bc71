"""The lists behind the numbers of the Floor: which leads stand behind a code, and its title."""

from collections.abc import Callable, Collection

from qualdesk.core.errors import NotFound
from qualdesk.core.floor_counts import FIGURES, source_label, source_of, stand_label, stands_of
from qualdesk.core.frozen import frozen
from qualdesk.core.lead_groups import Group, Groups
from qualdesk.core.leads import Bucket
from qualdesk.core.sources import SourceType
from qualdesk.core.wording import tr, tr_later


@frozen
class ListOf:
    """A list behind a number.

    Attributes:
        total: the number itself.
        is_in: whether a group stands behind it.
        held: True for those in a caller's hands alone, False for the others, None for both.
        by: under which name an index finds them (store/schema_tally.py); empty: by none.
    """

    title: str
    total: int
    is_in: Callable[[Group], bool]
    held: bool | None = None
    by: str = ""


def list_behind(code: str, groups: Groups, held: Groups, wrong_numbers: Collection[str]) -> ListOf:
    """The list behind the number with that code.

    Codes are the names in :data:`FIGURES`, ``stand:`` with the code of a place, and ``source:``
    with a source's, and ``:giveaway`` behind it for those who came for that alone.

    Raises:
        NotFound: no number has that code.
    """
    kind, _, rest = code.partition(":")
    if kind == "stand" and rest:
        return _of_stand(rest, groups, held, wrong_numbers)
    if kind == "source" and rest:
        return _of_source(rest, groups)
    if code not in FIGURES:
        known = ", ".join((*FIGURES, "stand:...", "source:..."))
        raise NotFound(
            tr(
                "There is no list “{code}”. The lists are: {known}.",
                code=code,
                known=known,
            )
        )
    is_in = FIGURES[code]
    return ListOf(
        title=tr(_TITLES[code]), total=_sum(groups, is_in), is_in=is_in, by=_BY.get(code, "")
    )


def _of_stand(code: str, groups: Groups, held: Groups, wrong_numbers: Collection[str]) -> ListOf:
    total = sum(one.leads for one in stands_of(groups, held, wrong_numbers) if one.code == code)
    if code == Bucket.WITH_CALLER:
        return ListOf(title=stand_label(code), total=total, is_in=lambda _: True, held=True)
    return ListOf(
        title=stand_label(code),
        total=total,
        is_in=lambda group: group.stand(wrong_numbers) == code,
        held=False,
        by=_stand_by(code, groups),
    )


def _stand_by(code: str, groups: Groups) -> str:
    """Whoever is tried again is found among the called, while they are the fewer."""
    if code != "try_again":
        return "never_called" if code == "never_called" else ""
    called = _sum(groups, lambda group: group.was_called)
    waiting = _sum(groups, lambda group: group.state == Bucket.WAITING)
    return "called" if called < waiting else ""


def _of_source(code: str, groups: Groups) -> ListOf:
    name, _, more = code.partition(":")
    if name not in {one.value for one in SourceType} or more not in {"", "giveaway"}:
        raise NotFound(tr("There is no source “{code}”.", code=code))
    source = SourceType(name)

    def is_in(group: Group) -> bool:
        return source_of(group.source) is source and group.is_giveaway == bool(more)

    title = source_label(source, is_giveaway=bool(more))
    return ListOf(title=title, total=_sum(groups, is_in), is_in=is_in)


def _sum(groups: Groups, is_in: Callable[[Group], bool]) -> int:
    return sum(leads for group, leads in groups.items() if is_in(group))


_BY = {
    "called": "called",
    "finished": "finished",
    "reached": "reached",
    "cooperated": "reached",
    "qualified": "qualified",
    "handed": "qualified",
    "answered": "qualified",
    "taken": "qualified",
    "unanswered": "qualified",
}
_TITLES = {
    "called": tr_later("Called at least once"),
    "finished": tr_later("Finished"),
    "reached": tr_later("Reached"),
    "cooperated": tr_later("Reached, with a verdict"),
    "qualified": tr_later("Qualified, whatever became of it at sales"),
    "to_hand_off": tr_later("Qualified, waiting for hand-off"),
    "handed": tr_later("With sales, or were"),
    "answered": tr_later("Answered by sales"),
    "taken": tr_later("Taken by sales"),
    "unanswered": tr_later("Waiting for an answer from sales"),
    "giveaway": tr_later("Came only for the giveaway"),
}
