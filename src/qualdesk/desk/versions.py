"""The versions of scripts and definitions as values, read once per version, and keeping them."""

import hashlib
from functools import lru_cache

from qualdesk.core.definition import Definition
from qualdesk.core.errors import DocumentRefused
from qualdesk.core.ids import DefinitionVersionId, ScriptVersionId
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr
from qualdesk.store import document_versions as kept
from qualdesk.store.database import Transaction


def script_version(tx: Transaction, version: ScriptVersionId | None) -> CallScript | None:
    """The script kept under that number, None for no number.

    Raises:
        NotFound: there is none with that number.
    """
    return None if version is None else script_of(kept.script_json(tx, version))


def definition_version(tx: Transaction, version: DefinitionVersionId | None) -> Definition | None:
    """The definition kept under that number, None for no number.

    Raises:
        NotFound: there is none with that number.
    """
    return None if version is None else definition_of(kept.definition_json(tx, version))


def keep_script(tx: Transaction, script: CallScript, by: str) -> ScriptVersionId:
    """Keep this version of a script for good."""
    from qualdesk.files.documents import script_to_json

    text = script_to_json(script)
    return kept.keep_script(tx, script.id, script.version, sha256(text), text, by=by)


def keep_definition(tx: Transaction, definition: Definition, by: str) -> DefinitionVersionId:
    """Keep this version of a definition for good, with the signatures under it."""
    from qualdesk.files.documents import definition_to_json

    text = definition_to_json(definition)
    return kept.keep_definition(tx, definition.id, definition.version, sha256(text), text, by=by)


def check_pair(script: CallScript | None, definition: Definition | None) -> None:
    """Make sure that a definition can be found out with a script, where there are both.

    Raises:
        DocumentRefused: it cannot; every place where it asks for what the script does not.
    """
    if script is not None and definition is not None:
        from qualdesk.files.documents import check_pair as problems_of

        if problems := problems_of(script, definition):
            raise DocumentRefused(
                tr("This definition does not fit this script, so nobody could be judged by it."),
                problems,
            )


def sha256(text: str) -> str:
    """What a text is recognised by: equal for equal texts only."""
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=64)
def script_of(text: str) -> CallScript:
    """The script that is kept as this JSON."""
    from qualdesk.files.documents import script_from_json

    return script_from_json(text)


@lru_cache(maxsize=64)
def definition_of(text: str) -> Definition:
    """The definition that is kept as this JSON."""
    from qualdesk.files.documents import definition_from_json

    return definition_from_json(text)
