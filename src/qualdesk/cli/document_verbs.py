"""What the verbs of scripts and of definitions have in common: both are libraries of documents."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qualdesk.cli.document_lines import version_lines
from qualdesk.cli.plain import say
from qualdesk.core.drafts import DefinitionEntry, ScriptEntry, SetAside
from qualdesk.core.errors import NotFound, Refused

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


def aside(
    library: "Scripts | Definitions", asked: Namespace, take_back: Callable[[SetAside], object]
) -> int:
    """The drafts somebody wrote over; one of them is the draft again with ``--take-back``.

    Raises:
        NotFound: none of that number was put aside.
    """
    found = library.put_aside(asked.id)
    if not asked.take_back:
        lines = [
            f"{one.revision:>4}  {one.changed_at:%Y-%m-%d %H:%M} UTC  {one.changed_by}"
            for one in found
        ]
        data = [
            {"number": one.revision, "at": one.changed_at, "by": one.changed_by} for one in found
        ]
        say(data, lines or [f"No draft of “{asked.id}” was put aside."], as_data=asked.json)
        return DONE
    one = next((one for one in found if one.revision == asked.take_back), None)
    if one is None:
        known = ", ".join(str(one.revision) for one in found) or "none"
        raise NotFound(f"No draft {asked.take_back} was put aside. There are: {known}.")
    take_back(one)
    lines = [f"Draft {one.revision} is the draft again. One that was there is put aside."]
    say({"id": asked.id, "number": one.revision}, lines, as_data=asked.json)
    return DONE


def put_aside_line(
    library: "Scripts | Definitions", kind: str, document_id: str, revision: int
) -> list[str]:
    """That the draft of that revision took another's place, and how to get that one back."""
    last = next(iter(library.put_aside(document_id)), None)
    if last is None or last.revision != revision - 1:
        return []
    back = f"qualdesk {kind} aside {document_id} --take-back {last.revision}"
    return [f"The draft of {last.changed_by} was put aside. Take it back: {back}"]


def refuse_same_name(entries: Iterable[ScriptEntry | DefinitionEntry], name: str) -> None:
    """Do nothing where no document is called so.

    Raises:
        Refused: one is, and in a list nobody could tell the two apart.
    """
    plain = " ".join(name.split()).casefold()
    for one in entries:
        if " ".join(one.name.split()).casefold() == plain:
            raise Refused(f"“{one.name}” is there already: {one.id}. Choose another name.")


def list_all(
    found: Sequence[ScriptEntry] | Sequence[DefinitionEntry], none: str, asked: Namespace
) -> int:
    """The library, a line each; ``none`` says what to do where there is nothing."""
    lines = [f"{one.id:<24} {_entry_line(one)}" for one in found]
    say(found, lines or [none], as_data=asked.json)
    return DONE


def refuse_there(file: Path) -> None:
    """Do nothing where no file is in the way.

    Raises:
        Refused: there is one, and whoever wrote it may want it.
    """
    if file.exists():
        raise Refused(f"There is a file {file} already. Choose another name for the new one.")


def _entry_line(one: ScriptEntry | DefinitionEntry) -> str:
    kept = f"version {one.version}" if one.version else "not used yet"
    draft = ", with a draft" if one.has_draft else ""
    used = f", used by {', '.join(one.campaigns)}" if one.campaigns else ""
    return f"{one.name}: {kept}{draft}{used}"
