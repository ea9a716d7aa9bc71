"""Why a file cannot be read as a list, as it is told by a process that speaks English only."""

from typing import Any

from qualdesk.core.errors import ListRefused
from qualdesk.core.wording import tr


class Unreadable(ListRefused):
    """This file cannot be read as a list. Save it as CSV or XLSX and try again."""

    def __init__(self, text: str = "", /, **values: Any) -> None:
        """The sentence and what stands in its places; ``what`` is words of ours, too."""
        said = {name: tr(value) if name == "what" else value for name, value in values.items()}
        super().__init__(tr(text, **said) if text else None)
        self.text = text
        self.values = values
