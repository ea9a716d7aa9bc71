"""What Qt's bindings do at each import, and need not do here."""

import linecache
import sys
from types import ModuleType
from typing import Final

_FEATURES: Final = "shibokensupport.feature"
_ASKED: Final = "_mod_uses_pyside"


def read_no_sources() -> None:
    """Let the bindings import modules without reading their text.

    They look in the text of each module for the name of the bindings, because one that uses them
    may switch features of theirs on. Nobody does so here, and to read 700 files took a tenth of
    the start and kept every line of them in memory. Where the bindings ask in another way, they go
    on doing so: it costs time and nothing else.
    """
    import PySide6.QtCore  # noqa: F401 - the looking begins with it

    features = sys.modules.get(_FEATURES)
    if features is not None and hasattr(features, _ASKED):
        setattr(features, _ASKED, _is_of_the_window)
    linecache.clearcache()


def _is_of_the_window(module: ModuleType) -> bool:
    """Whether a module names the bindings: those of the window do."""
    return module.__name__.startswith("qualdesk.qt")
