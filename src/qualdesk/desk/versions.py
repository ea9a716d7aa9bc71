"""The versions of scripts and definitions as values, read once per version."""

from functools import lru_cache

from qualdesk.core.definition import Definition
from qualdesk.core.ids import DefinitionVersionId, ScriptVersionId
from qualdesk.core.scripts import CallScript
from qualdesk.store import campaigns as kept
from qualdesk.store.database import Transaction


def script_version(tx: Transaction, version: ScriptVersionId | None) -> CallScript | None:
    """The script kept under that number, None for no number.

    Raises:
        NotFound: there is none with that number.
    """
    return None if version is None else _script(kept.script_json(tx, version))


def definition_version(tx: Transaction, version: DefinitionVersionId | None) -> Definition | None:
    """The definition kept under that number, None for no number.

    Raises:
        NotFound: there is none with that number.
    """
    return None if version is None else _definition(kept.definition_json(tx, version))


@lru_cache(maxsize=64)
def _script(text: str) -> CallScript:
    from qualdesk.files.documents import script_from_json

    return script_from_json(text)


@lru_cache(maxsize=64)
def _definition(text: str) -> Definition:
    from qualdesk.files.documents import definition_from_json

    return definition_from_json(text)
