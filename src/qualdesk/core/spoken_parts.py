"""What has been said of a time and is not read yet, and how it is refused."""

import re
from dataclasses import dataclass
from datetime import datetime

from qualdesk.core.errors import TimeNotUnderstood
from qualdesk.core.wording import tr, tr_later

EXAMPLES = tr_later("Try: thu 10:30, tomorrow 9, in 2 hours.")


@dataclass(slots=True, kw_only=True)
class Said:
    """What has been said and not yet been read, and the wall time at which it was said.

    ``month_first`` is the order of ``3/4``; ``note`` is what the reader is to know of it.
    """

    rest: str
    here: datetime
    month_first: bool = False
    note: str = ""

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Read the first place that fits, and leave the rest for later."""
        found = pattern.search(self.rest)
        if found:
            self.rest = f"{self.rest[: found.start()]} {self.rest[found.end() :]}".strip()
        return found


def refusal(says: str) -> TimeNotUnderstood:
    """The error for a time that was understood and cannot be: a sentence, and examples."""
    return TimeNotUnderstood(f"{says} {tr(EXAMPLES)}")


def not_understood(left: str = "") -> TimeNotUnderstood:
    """The error for words that mean nothing here; another language may know them."""
    says = tr("Not understood: “{left}”.", left=left) if left else tr("Not understood.")
    says = f"{says} {tr(EXAMPLES)}"
    return TimeNotUnderstood(says, left=left)
