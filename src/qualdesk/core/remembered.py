"""How the columns of a source were read the last time, and what of it still holds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from qualdesk.core.frozen import frozen
from qualdesk.core.headings import is_invented, own_headings, plain_heading
from qualdesk.core.list_fields import Surety
from qualdesk.core.wording import tr, tr_n

CLOSE = 0.7
"""The share of headings two lists must have in common to be taken for one source."""


@frozen
class Remembered:
    """The columns of the last list from a source.

    Attributes:
        headings: as they were named, in their order.
        fields: what each was read as, by heading: a field, or ``question:ID``.
    """

    headings: tuple[str, ...]
    fields: Mapping[str, str]


@frozen
class Recalled:
    """What holds of it for another list, by heading, how surely, and what to say of it."""

    fields: Mapping[str, str]
    surety: Surety
    note: str


def recall(last: Remembered | None, headings: Sequence[str]) -> Recalled | None:
    """What is known of these headings from the last list; None when it was another source.

    By the text of a heading, never by its place: a column that was put in shifts nothing.
    Columns without a heading are known only where all of them stand as they did.
    """
    if last is None or likeness(last.headings, headings) < CLOSE:
        return None
    of_plain: defaultdict[str, set[str]] = defaultdict(set)
    for heading, meant in last.fields.items():
        if not is_invented(heading):
            of_plain[plain_heading(heading)].add(meant)
    same_places = tuple(headings) == last.headings
    fields = {}
    for heading in headings:
        if is_invented(heading) and not same_places:
            continue
        alike = of_plain[plain_heading(heading)] if not is_invented(heading) else set()
        if heading in last.fields:
            fields[heading] = last.fields[heading]
        elif len(alike) == 1:
            fields[heading] = next(iter(alike))
    is_same = own_headings(last.headings) == own_headings(headings)
    return Recalled(
        fields=fields,
        surety=Surety.SURE if is_same else Surety.LIKELY,
        note=_note(last.headings, headings),
    )


def likeness(one: Iterable[str], other: Iterable[str]) -> float:
    """The share of headings two lists have in common, of all that either has; 0 to 1."""
    ours, theirs = own_headings(one), own_headings(other)
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0


def _note(before: Sequence[str], now: Sequence[str]) -> str:
    said = [tr("Read as the last list from this source")]
    new, gone = _only_in(now, before), _only_in(before, now)
    if new:
        names, count = ", ".join(new), len(new)
        said.append(tr_n(count, "{n} new column: {names}", "{n} new columns: {names}", names=names))
    if gone:
        names, count = ", ".join(gone), len(gone)
        said.append(
            tr_n(count, "{n} column missing: {names}", "{n} columns missing: {names}", names=names)
        )
    return f"{'; '.join(said)}."


def _only_in(some: Sequence[str], others: Sequence[str]) -> list[str]:
    """The headings that somebody wrote and that the other list has not."""
    had = own_headings(others) | _OURS
    return [one for one in some if not is_invented(one) and plain_heading(one) not in had]


# What the file of rows left out has beside the columns of its list.
_OURS = frozenset({plain_heading("Row"), plain_heading("Why it was left out")})
