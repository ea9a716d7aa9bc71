"""Why a caller gives a lead back without dialling, and how long it rests then."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from qualdesk.core.frozen import frozen

REST = timedelta(hours=2)
"""How long a lead rests that was skipped for a reason in somebody's own words, or for none."""


@frozen
class SkipReason:
    """One reason to skip a lead.

    ``own``: it is about this caller and not about the lead, so others may call it soon.
    """

    code: str
    label: str
    rest: timedelta = REST
    own: bool = False


class SkipReasons:
    """The reasons a workspace offers, in their written order."""

    def __init__(self, reasons: Iterable[SkipReason]) -> None:
        self._by_code: Mapping[str, SkipReason] = {one.code: one for one in reasons}

    def __iter__(self) -> Iterator[SkipReason]:
        return iter(self._by_code.values())

    def read(self, reason: str) -> SkipReason:
        """What a caller gave as a reason: a code or a label of ours, or their own words."""
        said = " ".join(reason.split())
        for one in self:
            if said.casefold() in {one.code, one.label.casefold()}:
                return one
        return SkipReason(code="", label=said)
