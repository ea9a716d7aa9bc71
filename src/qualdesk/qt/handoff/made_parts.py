"""Parts of a page by their keys, each made when it is first asked for."""

from collections.abc import Callable
from typing import Any


class Parts(dict[str, Any]):
    """The parts by their keys; each is made when somebody first asks for it."""

    def __init__(self, make: Callable[[str], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> Any:
        self[key] = made = self._make(key)
        return made
