"""Scripts as XLSForm, the questionnaire in a spreadsheet: read and written in the part we state.

What is taken and what is not stands in docs/xlsform.md. A form is taken whole or not at all:
all that cannot be taken is told at once, each at its sheet and row.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from qualdesk.core.condition_checks import EMPTY_LIST
from qualdesk.core.errors import DocumentRefused, Problem
from qualdesk.core.frozen import frozen
from qualdesk.core.script_checks import NOTHING_IN_DISCOVER, script_problems
from qualdesk.core.scripts import CallScript, StageKind
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.files.document_faults import Fault, faults_in, mended_script
from qualdesk.files.document_plain import Plain, plain_script
from qualdesk.files.lead_tables import cell_text
from qualdesk.files.whole_files import write_whole
from qualdesk.files.xlsform_asides import read_asides, read_openers
from qualdesk.files.xlsform_book import (
    Book,
    Grid,
    SheetRow,
    book_of,
    read_book,
    workbook_of,
)
from qualdesk.files.xlsform_columns import SETTINGS, SURVEY
from qualdesk.files.xlsform_gathering import Gathered
from qualdesk.files.xlsform_relevant import relevant_of
from qualdesk.files.xlsform_survey import survey_of
from qualdesk.files.xlsform_writing import grids_of


@frozen
class FromXlsform:
    """A script that was read, and what is to be said of it.

    Attributes:
        script: a draft: it may lack what every script needs before it is used.
        problems: what is still to be mended before it can be used, at sheet and row.
        passed_over: what the file holds beside the questions and was not read, in words.
    """

    script: CallScript
    problems: tuple[Problem, ...] = ()
    passed_over: tuple[str, ...] = ()


def open_xlsform(path: Path) -> FromXlsform:
    """The script in an XLSForm (XLSX, XLS, ODS, or CSV), with what is to be said of it.

    Raises:
        DocumentRefused: it cannot be read, or holds what a script cannot; ``problems`` has all.
    """
    return script_of(read_book(path), path.stem, path.name)


def read_xlsform(path: Path) -> CallScript:
    """The script in an XLSForm, as a draft.

    Raises:
        DocumentRefused: it cannot be read, or holds what a script cannot; ``problems`` has all.
    """
    return open_xlsform(path).script


def write_xlsform(path: Path, script: CallScript) -> None:
    """Write the script as an XLSForm workbook, whole or not at all.

    Raises:
        DocumentRefused: it holds what an XLSForm cannot say, or the file cannot be written.
    """
    grids = grids_of(script)
    _refuse_lost(script, grids)
    content = workbook_of(grids)
    try:
        write_whole(path, content)
    except OSError:
        raise DocumentRefused(
            tr(
                "“{file}” cannot be written there. Choose a folder you may write to.",
                file=path.name,
            )
        ) from None


def script_of(book: Book, name: str, file: str = "") -> FromXlsform:
    """The script in the sheets of a form; ``name`` is what it is called when it does not say.

    ``file`` is what a refusal calls it.

    Raises:
        DocumentRefused: it holds what a script cannot; ``problems`` has all of it.
    """
    gathered = Gathered(book)
    stages, passed_over = survey_of(gathered)
    plain = {**_settings(gathered, name), "stages": stages, **read_asides(gathered, stages)}
    read_openers(gathered, stages)
    if gathered.translations:
        plain["translations"] = list(gathered.translations.values())
    script, sense = _built(gathered, plain)
    if script is None or gathered.problems:
        raise _refused(file or name, _all_at_once(gathered, sense))
    problems = [gathered.place_in_file(problem) for problem in sense]
    passed_over += _not_read(gathered)
    return FromXlsform(script=script, problems=tuple(problems), passed_over=tuple(passed_over))


def _built(gathered: Gathered, plain: Plain) -> tuple[CallScript | None, list[Problem]]:
    """The script, None when its shape has faults; and what makes no sense in it, at its keys."""
    from pydantic import ValidationError

    from qualdesk.files.document_models import ScriptShape

    try:
        script = ScriptShape.model_validate(plain).built()
    except ValidationError as refused:
        faults = faults_in(plain, refused)
        _take_faults(gathered, faults)
        rest = mended_script(plain, [fault.way for fault in faults])
        if rest is None:
            return None, []
        found = script_problems(ScriptShape.model_validate(rest.plain).built())
        sense = [problem for problem in found if not rest.explains(problem)]
        return None, _of_its_columns(gathered, sense)
    return script, _of_its_columns(gathered, script_problems(script))


def _of_its_columns(gathered: Gathered, found: Iterable[Problem]) -> list[Problem]:
    """Without a column for it the short form is the label: an empty one is told as that alone."""
    has_ask = gathered.book.sheet(SURVEY).has("ask")
    return [one for one in found if has_ask or not one.place.endswith(".ask")]


def _all_at_once(gathered: Gathered, sense: Iterable[Problem]) -> list[Problem]:
    """What cannot be taken, and what the rest of the form still lacks.

    Of that, nothing that is only so because a row was refused: it is mended with the row. A
    questionnaire from elsewhere, without our stages, is not told what every script needs before
    it can be taken at all.
    """
    survey = gathered.book.sheet(SURVEY)
    is_ours = any(row.get("name") == StageKind.NEXT_STEP for row in survey.rows)
    told = {problem.place for problem in gathered.problems}
    for problem in sense:
        placed = gathered.place_in_file(problem)
        is_after = any(_names(problem.says, name) for name in gathered.not_taken)
        is_thinned = gathered.not_taken and problem.says in (
            tr(EMPTY_LIST),
            tr(NOTHING_IN_DISCOVER),
        )
        if placed.place == SURVEY and is_ours:
            place = tr("{sheet}, row {row}", sheet=SURVEY, row=survey.heading_row)
            placed = replace(placed, place=place)
        if not (placed.place in told | {SURVEY} or is_after or is_thinned):
            gathered.add(placed)
    return gathered.problems


def _names(says: str, name: str) -> bool:
    """Whether a sentence names it, in the quotation marks of whatever language it is in."""
    return re.search(rf"[“„«»]{re.escape(name)}[”“«»]", says) is not None


def _refuse_lost(script: CallScript, grids: Mapping[str, Grid]) -> None:
    """Refuse a form that would not say again all that the script says."""
    back = script_of(book_of(grids), script.name).script
    written, read = (_comparable(one) for one in (script, back))
    problems = [Problem(place=place, says=tr(_LOST)) for place in _differing("", written, read)]
    if problems:
        raise DocumentRefused(
            tr(
                "“{name}” cannot be written as a form. {problem}",
                name=script.name,
                problem=problems[0],
            ),
            problems,
        )


def _comparable(script: CallScript) -> Plain:
    """A script as plain values, its conditions as a form says them."""
    plain = plain_script(script)
    kinds = {str(question.id): question.kind for question in script.questions}
    for stage, shown in zip(script.stages, plain["stages"], strict=True):
        for question, values in zip(stage.questions, shown["questions"], strict=True):
            if question.ask_when is not None:
                relevant = relevant_of(question.ask_when, kinds)
                values["ask_when"] = "" if relevant == "true()" else relevant
    return plain


def _differing(place: str, one: Any, other: Any) -> Iterator[str]:
    """The places where two plain values differ, by more than space around words."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in dict.fromkeys((*one, *other)):
            yield from _differing(f"{place}.{key}", one.get(key), other.get(key))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, (here, there) in enumerate(zip(one, other, strict=True), 1):
            yield from _differing(f"{place}.{number}", here, there)
    elif _worth(one) != _worth(other):
        yield place.removeprefix(".")


def _worth(value: Any) -> Any:
    """A value as it counts: what is empty is nothing, line ends are line ends."""
    if isinstance(value, str):
        return cell_text(value).strip() and cell_text(value)
    if isinstance(value, dict):
        return {key: _worth(part) for key, part in value.items() if _worth(part)}
    return value or ""


def _settings(gathered: Gathered, name: str) -> Plain:
    rows = gathered.book.sheet(SETTINGS).rows
    row = rows[0] if rows else SheetRow(number=1, cells={})
    for further in rows[1:]:
        says = tr("The settings are one row. Remove this one.")
        gathered.refuse(SETTINGS, further.number, says)
    for key in ("id", "name", "version", "language", "voicemail"):
        gathered.stands((key,), SETTINGS, row.number)
    form_id, version = row.get("form_id"), row.get("version")
    title = row.get("form_title") or form_id or name
    plain: Plain = {
        "id": _id_of(form_id or title),
        "name": title,
        # A version of another program is no version of ours.
        "version": int(version) if _VERSION.fullmatch(version) else 1,
        "language": gathered.language,
    }
    voicemail, others = gathered.split(SETTINGS, row, "voicemail")
    if voicemail:
        plain["voicemail"] = voicemail
    for translation, text in others:
        translation["voicemail"] = text
    return plain


def _id_of(text: str) -> str:
    if _ID.fullmatch(text):
        return text
    plain = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return (plain if plain[:1].isalpha() else f"script-{plain}".rstrip("-"))[:60]


def _take_faults(gathered: Gathered, faults: list[Fault]) -> None:
    # A bad name stands in the words of every language: it is told where it was given.
    told = {fault.says for fault in faults if fault.way[:1] != ("translations",)}
    for fault in faults:
        if fault.way[:1] != ("translations",) or fault.says not in told:
            gathered.add(Problem(place=gathered.place_of(fault.way), says=fault.says))


def _not_read(gathered: Gathered) -> list[str]:
    found = []
    if columns := gathered.columns_passed_over():
        found.append(tr("Columns not read: {columns}.", columns=", ".join(columns)))
    if gathered.book.others:
        found.append(tr("Sheets not read: {sheets}.", sheets=", ".join(gathered.book.others)))
    return found


def _refused(name: str, problems: list[Problem]) -> DocumentRefused:
    return DocumentRefused(
        tr_n(
            len(problems),
            "“{file}” cannot be taken as a script: 1 problem. The first: {first}",
            "“{file}” cannot be taken as a script: {n} problems. The first: {first}",
            file=name,
            first=problems[0],
        ),
        problems,
    )


_LOST = tr_later(
    "A spreadsheet form cannot hold this as it stands. Change it, or write a TOML file, which "
    "holds all of a script."
)
_ID = re.compile(r"[a-z][a-z0-9_-]{0,59}")
_VERSION = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)
