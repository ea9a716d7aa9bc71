"""The verbs of scripts: the library, files, and how questions do."""

from argparse import Namespace
from dataclasses import replace
from typing import Any

from qualdesk.cli import document_verbs as documents
from qualdesk.cli.document_lines import problem_lines, script_data, script_lines
from qualdesk.cli.document_verbs import DONE, TO_MEND, put_aside_line, refuse_there
from qualdesk.cli.plain import say
from qualdesk.core.document_checks import script_problems
from qualdesk.core.drafts import ScriptDraft, SetAside
from qualdesk.core.errors import NotFound, Problem, Refused
from qualdesk.core.languages import in_language, language_tag
from qualdesk.core.script_changes import compare_scripts
from qualdesk.core.scripts import CallScript
from qualdesk.desk import Desk
from qualdesk.desk.document_files import check_script_file, told_of_file, turn_script


def check(asked: Namespace) -> int:
    """Read a file without a workspace; refused with all that is wrong, at its place."""
    found = check_script_file(asked.file)
    script = found.script
    asked_for = sum(question.is_asked for question in script.questions)
    aloud = len(script.questions) - asked_for
    also = f" and {aloud} to read aloud" if aloud else ""
    lines = [f"“{script.name}”: {asked_for} questions{also}, no fault.", *found.remarks]
    say(script_data(script) | {"remarks": found.remarks}, lines, as_data=asked.json)
    return DONE


def convert(asked: Namespace) -> int:
    """Turn a script's file into one of another kind."""
    refuse_there(asked.target)
    script = turn_script(asked.file, asked.target)
    data = script_data(script) | {"file": asked.target}
    say(data, [f"“{script.name}” is written to {asked.target}."], as_data=asked.json)
    return DONE


def _list(desk: Desk, asked: Namespace) -> int:
    none = "No script is here yet. Take one: qualdesk script take FILE"
    return documents.list_all(desk.scripts.scripts(), none, asked)


def _show(desk: Desk, asked: Namespace) -> int:
    if asked.version:
        script = _spoken(desk.scripts.version(asked.id, asked.version), asked.language)
        say(script, script_lines(script), as_data=asked.json)
        return DONE
    draft = desk.scripts.draft(asked.id)
    problems = desk.scripts.problems(draft.script)
    script = _spoken(draft.script, asked.language)
    lines = [*script_lines(script), *_draft_lines(draft), *problem_lines(problems)]
    data = {"draft": replace(draft, script=script), "problems": problems}
    say(data, lines, as_data=asked.json)
    return DONE


def _new(desk: Desk, asked: Namespace) -> int:
    documents.refuse_same_name(desk.scripts.scripts(), asked.name)
    return _say_draft(desk, desk.scripts.new(asked.name, asked.like), asked)


def _take(desk: Desk, asked: Namespace) -> int:
    draft = desk.scripts.take_file(asked.file)
    aside = put_aside_line(desk.scripts, "script", draft.script.id, draft.revision)
    told = told_of_file(asked.file)
    if told is None:
        return _say_draft(desk, draft, asked, tuple(aside))
    # Whoever wrote in a spreadsheet looks for a row, and not for a key.
    own = script_problems(draft.script)
    missed = [one for one in desk.scripts.problems(draft.script) if one not in own]
    remarks = (*aside, *told.passed_over)
    return _say_draft(desk, draft, asked, remarks, (*told.problems, *missed))


def _publish(desk: Desk, asked: Namespace) -> int:
    done = desk.scripts.publish(asked.id)
    version = f"Version {done.version} of “{done.script.name}” is"
    lines = [f"{version} used from the next lead: {', '.join(done.campaigns)}."]
    if not done.campaigns:
        lines = [f"{version} ready. No campaign works by it yet: {_use_it(asked.id)}"]
    if done.in_calls:
        who = "caller speaks" if done.in_calls == 1 else "callers speak"
        lines.append(f"{done.in_calls} {who} by the version before until the call ends.")
    data = {"version": done.version, "campaigns": done.campaigns, "in_calls": done.in_calls}
    say(data, lines, as_data=asked.json)
    return DONE


def _use(desk: Desk, asked: Namespace) -> int:
    campaign = desk.scripts.use(asked.campaign, asked.id, before=asked.before)
    until = " until its event has ended" if asked.before else ""
    lines = [f"“{campaign.name}” works by “{asked.id}” from the next lead{until}."]
    say({"campaign": campaign.name, "script": asked.id}, lines, as_data=asked.json)
    return DONE


def _compare(desk: Desk, asked: Namespace) -> int:
    was = desk.scripts.version(asked.id, asked.was)
    now = (
        desk.scripts.version(asked.id, asked.now)
        if asked.now
        else desk.scripts.draft(asked.id).script
    )
    changes = compare_scripts(was, now)
    lines = [f"{one.label}\n  - {one.was}\n  + {one.now}" for one in changes]
    say(changes, lines or ["Nothing differs."], as_data=asked.json)
    return DONE


def _asked(desk: Desk, asked: Namespace) -> int:
    script = desk.scripts.draft(asked.id).script
    questions = [q for q in script.questions if q.is_asked]
    if asked.question:
        questions = [q for q in questions if q.id == asked.question]
        if not questions:
            known = ", ".join(question.id for question in script.questions if question.is_asked)
            raise NotFound(f"“{script.name}” asks no “{asked.question}”. It asks: {known}.")
    data: dict[str, Any] = {}
    lines = []
    for question in questions:
        facts = desk.asked.facts(script.id, question.id, asked.campaign)
        data[question.id] = facts
        lines += [f"{question.id}: {question.ask}", *(f"  {line}" for line in facts.lines)]
    say(data, lines, as_data=asked.json)
    return DONE


def _say_draft(
    desk: Desk,
    draft: ScriptDraft,
    asked: Namespace,
    remarks: tuple[str, ...] = (),
    problems: tuple[Problem, ...] | None = None,
) -> int:
    problems = desk.scripts.problems(draft.script) if problems is None else problems
    script_id = draft.script.id
    lines = [f"“{draft.script.name}” is a draft: {script_id}.", *remarks, *problem_lines(problems)]
    if not problems:
        lines.append(f"Use it from the next lead: qualdesk script publish {script_id}")
        lines += (
            [] if draft.campaigns else [f"Then let a campaign work by it: {_use_it(script_id)}"]
        )
    data = script_data(draft.script) | {"revision": draft.revision, "problems": problems}
    say(data | {"remarks": remarks}, lines, as_data=asked.json)
    return TO_MEND if problems else DONE


def _use_it(script_id: str) -> str:
    return f"qualdesk script use {script_id} --campaign NAME"


def _spoken(script: CallScript, language: str) -> CallScript:
    """The script in a language, as typed; its first without one.

    Raises:
        Refused: it has no words in that language.
    """
    tag = language_tag(language) or language
    if tag and tag not in script.languages:
        has = ", ".join(script.languages)
        raise Refused(f"“{script.name}” has no words in “{language}”. It has: {has}.")
    return in_language(script, tag) if tag else script


def _aside(desk: Desk, asked: Namespace) -> int:
    def take_back(one: SetAside) -> None:
        assert isinstance(one.document, CallScript)
        desk.scripts.keep(one.document, 0, over=True)

    return documents.aside(desk.scripts, asked, take_back)


def _draft_lines(draft: ScriptDraft) -> list[str]:
    if not draft.revision:
        return []
    begun = f"from version {draft.based_on}" if draft.based_on else "anew"
    return ["", f"A draft, begun {begun}, last changed by {draft.changed_by}."]


OF_FILES = {("script", "check"): check, ("script", "convert"): convert}
"""Those that need no workspace."""

VERBS = {
    ("script", "list"): _list,
    ("script", "show"): _show,
    ("script", "new"): _new,
    ("script", "take"): _take,
    ("script", "publish"): _publish,
    ("script", "use"): _use,
    ("script", "compare"): _compare,
    ("script", "asked"): _asked,
    ("script", "aside"): _aside,
    ("script", "write"): lambda desk, asked: documents.write(desk.scripts, asked),
    ("script", "versions"): lambda desk, asked: documents.versions(desk.scripts, asked),
    ("script", "drop"): lambda desk, asked: documents.drop(desk.scripts, asked),
}
