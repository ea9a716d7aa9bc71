"""What the verbs of scripts and of definitions have in common: both are libraries of documents."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from qualdesk.cli.document_lines import version_lines
from qualdesk.cli.plain import say
from qualdesk.core.errors import Refused

if TYPE_CHECKING:
    from qualdesk.desk.agreeing import Definitions
    from qualdesk.desk.scripting import Scripts

DONE, TO_MEND = 0, 1


def write(library: "Scripts | Definitions", asked: Namespace) -> int:
    """Write a draft or a version to a file that is not there yet."""
    refuse_there(asked.file)
    library.write_file(asked.id, asked.file, asked.version)
    say({"file": asked.file}, [f"“{asked.id}” is written to {asked.file}."], as_data=asked.json)
    return DONE


def versions(library: "Scripts | Definitions", asked: Namespace) -> int:
    """What was kept of a document."""
    found = library.versions(asked.id)
    say(found, version_lines(found) or ["No version was kept yet."], as_data=asked.json)
    return DONE


def drop(library: "Scripts | Definitions", asked: Namespace) -> int:
    """Let a draft go."""
    gone = library.drop(asked.id)
    say({"id": gone.id}, [f"The draft of “{gone.name}” is gone."], as_data=asked.json)
    return DONE


def entry_line(name: str, version: int, campaigns: tuple[str, ...], *, has_draft: bool) -> str:
    """A document in the list of its library."""
    kept = f"version {version}" if version else "not used yet"
    draft = ", with a draft" if has_draft else ""
    used = f", used by {', '.join(campaigns)}" if campaigns else ""
    return f"{name}: {kept}{draft}{used}"


def refuse_there(file: Path) -> None:
    """Do nothing where no file is in the way.

    Raises:
        Refused: there is one, and whoever wrote it may want it.
    """
    if file.exists():
        raise Refused(f"There is a file {file} already. Choose another name for the new one.")
