"""Scripts and definitions as files: TOML that people write, JSON that the database keeps.

A file is taken whole or not at all. Everything that is wrong with it is told at once, each
problem at its key, counted from 1: ``stages.2.questions.1.say`` is the first question of the
second stage.
"""

import json
import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from qualdesk.core.definition import Definition
from qualdesk.core.errors import DocumentRefused, Problem
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr, tr_later
from qualdesk.files.document_plain import Plain, plain_definition, plain_script
from qualdesk.files.documents_kept import kept_definition, kept_script
from qualdesk.files.whole_files import write_whole

if TYPE_CHECKING:
    from qualdesk.files.document_faults import Mended, Way

LARGEST = 1_000_000
"""The largest file that is read, in bytes: nobody speaks for so long."""

DEEPEST = 40
"""How deep tables and lists may stand in one another, before nobody can read them."""

_Document = TypeVar("_Document", CallScript, Definition)


def read_script(path: Path) -> CallScript:
    """The script in a TOML file.

    Raises:
        DocumentRefused: the file cannot be read or used; ``problems`` holds every reason.
    """
    return script_from_text(_text_of(path), path.name)


def read_definition(path: Path) -> Definition:
    """The definition in a TOML file.

    Raises:
        DocumentRefused: the file cannot be read or used; ``problems`` holds every reason.
    """
    return definition_from_text(_text_of(path), path.name)


def script_from_text(text: str, name: str = "script") -> CallScript:
    """The script written as TOML; ``name`` says in a refusal which text it was.

    Raises:
        DocumentRefused: it cannot be used; ``problems`` holds every reason.
    """
    from qualdesk.core.script_checks import script_problems

    return _script(_plain_from_toml(text, name), name, script_problems)


def definition_from_text(text: str, name: str = "definition") -> Definition:
    """The definition written as TOML; ``name`` says in a refusal which text it was.

    Raises:
        DocumentRefused: it cannot be used; ``problems`` holds every reason.
    """
    from qualdesk.core.document_checks import definition_problems

    return _definition(_plain_from_toml(text, name), name, definition_problems)


def script_to_text(script: CallScript) -> str:
    """The script as TOML; ``script_from_text`` gives an equal one back."""
    return _toml(plain_script(script))


def definition_to_text(definition: Definition) -> str:
    """The definition as TOML; ``definition_from_text`` gives an equal one back."""
    return _toml(plain_definition(definition))


def write_script(path: Path, script: CallScript) -> None:
    """Write the script to a TOML file, whole or not at all.

    Raises:
        DocumentRefused: the file cannot be written there.
    """
    _write(path, script_to_text(script))


def write_definition(path: Path, definition: Definition) -> None:
    """Write the definition to a TOML file, whole or not at all.

    Raises:
        DocumentRefused: the file cannot be written there.
    """
    _write(path, definition_to_text(definition))


def script_to_json(script: CallScript) -> str:
    """The script as JSON, equal texts for equal scripts; ``script_from_json`` gives it back."""
    return _json(plain_script(script))


def definition_to_json(definition: Definition) -> str:
    """The definition as JSON, equal texts for equal ones; ``definition_from_json`` reads it."""
    return _json(plain_definition(definition))


def script_from_json(text: str) -> CallScript:
    """The script kept as JSON.

    Its keys are checked, its sense is not: what was answered under a version stays readable
    when a later program asks more of new scripts.

    Raises:
        DocumentRefused: the text is no script.
    """
    plain = _plain_from_json(text, "script")
    return kept_script(plain) or _script(plain, "script", _no_problems)


def script_to_keep(text: str) -> CallScript:
    """The same for what is to be kept: each key and each value is looked at.

    Raises:
        DocumentRefused: a key or a value in it cannot be kept.
    """
    return _script(_plain_from_json(text, "script"), "script", _no_problems)


def definition_from_json(text: str) -> Definition:
    """The definition kept as JSON; its keys are checked, as for a script.

    Raises:
        DocumentRefused: the text is no definition.
    """
    plain = _plain_from_json(text, "definition")
    return kept_definition(plain) or _definition(plain, "definition", _no_problems)


def definition_to_keep(text: str) -> Definition:
    """The same for what is to be kept: each key and each value is looked at.

    Raises:
        DocumentRefused: a key or a value in it cannot be kept.
    """
    return _definition(_plain_from_json(text, "definition"), "definition", _no_problems)


def check_pair(script: CallScript, definition: Definition) -> list[Problem]:
    """What keeps this definition from being found out with this script; nothing when all fits."""
    from qualdesk.core.document_checks import pair_problems

    return pair_problems(script, definition)


def _script(
    plain: Plain, name: str, problems_of: Callable[[CallScript], list[Problem]]
) -> CallScript:
    # Imported late: pydantic costs the program's start, and most starts read no document; what
    # the workspace keeps itself is read without.
    from qualdesk.files.document_faults import mended_script
    from qualdesk.files.document_models import ScriptShape

    def build(plain: Plain) -> CallScript:
        return ScriptShape.model_validate(plain).built()

    return _document(plain, name, build, problems_of, mended_script)


def _definition(
    plain: Plain, name: str, problems_of: Callable[[Definition], list[Problem]]
) -> Definition:
    from qualdesk.files.document_faults import mended_definition
    from qualdesk.files.document_models import DefinitionShape

    def build(plain: Plain) -> Definition:
        return DefinitionShape.model_validate(plain).built()

    return _document(plain, name, build, problems_of, mended_definition)


def _no_problems(document: object) -> list[Problem]:
    del document
    return []


def _document(
    plain: Plain,
    name: str,
    build: Callable[[Plain], _Document],
    problems_of: Callable[[_Document], list[Problem]],
    mended: "Callable[[Plain, Iterable[Way]], Mended | None]",
) -> _Document:
    """The document, once its keys and its sense are right; else all problems of both kinds."""
    from pydantic import ValidationError

    from qualdesk.files.document_faults import faults_in

    try:
        document = build(plain)
    except ValidationError as refused:
        faults = faults_in(plain, refused)
        problems = [fault.problem for fault in faults]
        rest = mended(plain, [fault.way for fault in faults])
        if rest is not None:
            sense = problems_of(build(rest.plain))
            problems += [problem for problem in sense if not rest.explains(problem)]
        raise _refused(name, problems) from None
    problems = problems_of(document)
    if problems:
        raise _refused(name, problems)
    return document


def _toml(plain: Plain) -> str:
    # Imported late: few starts write a document.
    import tomli_w

    # TOML turns the line ends of other systems into its own inside words over several lines.
    keeps_line_ends = "\\r" not in _json(plain)
    return tomli_w.dumps(plain, multiline_strings=keeps_line_ends)


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text)
    except OSError:
        raise DocumentRefused(
            tr(
                "“{file}” cannot be written there. Choose a folder you may write to.",
                file=path.name,
            )
        ) from None


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise DocumentRefused(
            tr("There is no file “{file}”. Check its name.", file=path.name)
        ) from None
    except OSError:
        raise DocumentRefused(
            tr("“{file}” cannot be opened. Check that it is a file you may read.", file=path.name)
        ) from None
    if len(raw) > LARGEST:
        raise _refused(path.name, [Problem(place="", says=tr(_TOO_LARGE))])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        says = tr("This is not UTF-8 text. Save the file as UTF-8 and try again.")
        raise _refused(
            path.name, [Problem(place=tr("line {number}", number=line), says=says)]
        ) from None


def _plain_from_toml(text: str, name: str) -> Plain:
    if len(text) > LARGEST:
        raise _refused(name, [Problem(place="", says=tr(_TOO_LARGE))])
    try:
        plain = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _refused(name, [_toml_problem(str(error))]) from None
    except ValueError:
        says = tr("A number in it is too large to be read. Shorten it.")
        raise _refused(name, [Problem(place="", says=says)]) from None
    except RecursionError:
        raise _refused(name, [Problem(place="", says=tr(_TOO_DEEP))]) from None
    if _depth(plain) > DEEPEST:
        raise _refused(name, [Problem(place="", says=tr(_TOO_DEEP))])
    return plain


def _plain_from_json(text: str, name: str) -> Plain:
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        plain = None
    if not isinstance(plain, dict) or _depth(plain) > DEEPEST:
        raise DocumentRefused(
            tr("The {name} kept in the workspace cannot be read. Load it again.", name=name)
        )
    return plain


def _json(plain: Plain) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _depth(plain: object) -> int:
    deepest = 0
    waiting = [(plain, 1)]
    while waiting:
        value, depth = waiting.pop()
        deepest = max(deepest, depth)
        if isinstance(value, dict):
            waiting += [(part, depth + 1) for part in value.values()]
        elif isinstance(value, list):
            waiting += [(part, depth + 1) for part in value]
    return deepest


def _refused(name: str, problems: list[Problem]) -> DocumentRefused:
    if len(problems) == 1:
        return DocumentRefused(
            tr("“{file}” cannot be used. {problem}", file=name, problem=problems[0]), problems
        )
    return DocumentRefused(
        tr(
            "“{file}” cannot be used: {n} problems. The first: {first}",
            file=name,
            n=len(problems),
            first=problems[0],
        ),
        problems,
    )


def _toml_problem(said: str) -> Problem:
    """A syntax error at its line, in words for someone who does not know TOML's grammar."""
    found = re.search(_AT_LINE, said)
    place = tr("line {number}", number=found["line"]) if found else tr("the end of the file")
    for start, says in _TOML_SENTENCES.items():
        if said.startswith(start):
            return Problem(place=place, says=tr(says))
    reason = said.partition(" (at ")[0]
    return Problem(
        place=place, says=tr("This line cannot be read as TOML: {reason}.", reason=reason)
    )


_AT_LINE = r"\(at line (?P<line>\d+), column \d+\)"
_TOML_SENTENCES = {
    "Cannot overwrite a value": tr_later("The same key is written twice. Keep one of them."),
    "Cannot declare": tr_later(
        "The same table is written twice. Keep one of them, or use [[ ]] for a list."
    ),
    "Invalid value": tr_later("The value here cannot be read. Put words in quotes."),
    "Expected '=' after a key": tr_later(
        "A key needs = and a value. Words over several lines need three quotes at both ends."
    ),
    "Illegal character": tr_later(
        "Quotes are not closed here, or a character cannot be read. Words over "
        "several lines need three quotes at both ends."
    ),
    "Unterminated string": tr_later("Quotes are not closed. Close them where the words end."),
    "Expected newline or end of document": tr_later(
        "Something stands behind the value. One key and value "
        'per line; quotes inside words are written \\".'
    ),
    "Unclosed array": tr_later("A list is not closed. End it with ]."),
    "Unclosed inline table": tr_later("A table is not closed. End it with }, on the same line."),
}
_TOO_LARGE = tr_later("The file is larger than 1 MB. A script is far shorter.")
_TOO_DEEP = tr_later("Conditions stand too deep in one another. Make them simpler.")
