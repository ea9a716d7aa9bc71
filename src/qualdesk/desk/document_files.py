"""Scripts and definitions in files, for whoever has no workspace: read, checked, turned around."""

from pathlib import Path
from typing import TYPE_CHECKING

from qualdesk.core.definition import Definition
from qualdesk.core.document_checks import pair_problems
from qualdesk.core.errors import DocumentRefused, Problem, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.reach import unreachable
from qualdesk.core.reading_time import reading_time, spoken_minutes
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr, tr_n

if TYPE_CHECKING:
    from qualdesk.files.xlsforms import FromXlsform

TOML, XLSX = ".toml", ".xlsx"
SPREADSHEETS = {XLSX, ".xls", ".ods", ".csv"}
"""What a script is read from as an XLSForm; anything else is read as TOML."""


@frozen
class CheckedScript:
    """A script in a file that can be used.

    Attributes:
        remarks: what is worth knowing of it though it can be used, each a sentence.
    """

    script: CallScript
    remarks: tuple[str, ...] = ()


def is_spreadsheet(path: Path) -> bool:
    """Whether a file is taken for a spreadsheet, by its name."""
    return path.suffix.casefold() in SPREADSHEETS


def read_script_file(path: Path) -> CallScript:
    """The script in a file. One in a spreadsheet may be a draft, and lack what scripts need.

    Raises:
        DocumentRefused: it cannot be read, or holds what a script cannot; with every problem.
    """
    # The readers are imported late: they cost the program's start, and few starts read one.
    if is_spreadsheet(path):
        from qualdesk.files.xlsforms import read_xlsform

        return read_xlsform(path)
    from qualdesk.files.documents import read_script

    return read_script(path)


def write_script_file(path: Path, script: CallScript) -> None:
    """Write a script to a file, TOML or XLSX by its name.

    Raises:
        Refused: the name says neither.
        DocumentRefused: it cannot be written there, or not be said in that format.
    """
    if path.suffix.casefold() == XLSX:
        from qualdesk.files.xlsforms import write_xlsform

        write_xlsform(path, script)
        return
    if path.suffix.casefold() != TOML:
        raise Refused(
            tr(
                "“{name}” must end with .toml or .xlsx, so that it can be read again.",
                name=path.name,
            )
        )
    from qualdesk.files.documents import write_script

    write_script(path, script)


def told_of_file(path: Path) -> "FromXlsform | None":
    """What is to be said of a script in a spreadsheet, at sheet and row; None for TOML.

    Raises:
        DocumentRefused: it cannot be read.
    """
    if not is_spreadsheet(path):
        return None
    from qualdesk.files.xlsforms import open_xlsform

    return open_xlsform(path)


def check_script_file(path: Path) -> CheckedScript:
    """The script in a file, when callers could use it as it stands.

    Raises:
        DocumentRefused: they could not; every problem at its place, in a spreadsheet at its
            sheet and row.
    """
    others: tuple[str, ...] = ()
    if not is_spreadsheet(path):
        script = read_script_file(path)
    else:
        from qualdesk.files.xlsforms import open_xlsform

        found = open_xlsform(path)
        if found.problems:
            raise _refused(path, found.problems)
        script, others = found.script, found.passed_over
    never = [f"{problem.place}: {problem.says}" for problem in unreachable(script)]
    time = tr("Read aloud it takes {time}.", time=spoken_minutes(reading_time(script)))
    return CheckedScript(script=script, remarks=(time, *never, *others))


def check_definition_file(path: Path, script: Path | None = None) -> Definition:
    """The definition in a file, when leads could be judged by it; with a script: with that one.

    Raises:
        DocumentRefused: they could not; every problem at its place.
    """
    from qualdesk.files.documents import read_definition

    definition = read_definition(path)
    if script is not None and (found := pair_problems(read_script_file(script), definition)):
        raise _refused(path, tuple(found))
    return definition


def turn_script(source: Path, target: Path) -> CallScript:
    """Write the script in one file to another: a spreadsheet from TOML, or TOML from one.

    Raises:
        Refused: the other file's name says neither.
        DocumentRefused: it cannot be read, written there, or said in that format.
    """
    script = read_script_file(source)
    write_script_file(target, script)
    return script


def _refused(path: Path, problems: tuple[Problem, ...]) -> DocumentRefused:
    return DocumentRefused(
        tr_n(
            len(problems),
            "“{name}” cannot be used yet: 1 problem.",
            "“{name}” cannot be used yet: {n} problems.",
            name=path.name,
        ),
        problems,
    )
