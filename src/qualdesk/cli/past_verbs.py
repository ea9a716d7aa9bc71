"""The verbs of the past: a definition tried on finished leads, and history to try it on."""

from argparse import Namespace
from dataclasses import replace

from qualdesk.cli.document_verbs import DONE, TO_MEND
from qualdesk.cli.plain import say
from qualdesk.core.errors import Refused
from qualdesk.core.past_rows import PastLoadId
from qualdesk.core.replay import Counts, Trial
from qualdesk.core.scripts import CallScript
from qualdesk.desk import Desk

LOAD_SOME = (
    "Load leads that were finished elsewhere: qualdesk definition past --template NEW-FILE, fill "
    "it in, then qualdesk definition past FILE"
)
_NAMED = 20


def try_draft(desk: Desk, asked: Namespace) -> int:
    """What a draft would have made of all finished leads, and beside what."""
    draft = desk.definitions.draft(asked.id).definition
    against = desk.definitions.version(asked.id, asked.against) if asked.against else None
    trial = desk.trying.trial(draft, against, asked.campaign)
    if asked.points:
        trial = trial.at(asked.points)
        trial = replace(trial, changed=desk.trying.changed(trial, asked.campaign))
    data = {
        "definition": draft.id,
        "against": against.version if against else None,
        "threshold": trial.threshold,
        "leads": trial.leads,
        "is_enough": trial.is_enough,
        "before": trial.before,
        "after": trial.after,
        "missed": trial.missed,
        "avoided": trial.avoided,
        "changed": trial.changed_count,
        "changed_leads": trial.changed,
        "histogram": trial.histogram,
        "limits": trial.limits,
    }
    say(data, _trial_lines(trial), as_data=asked.json)
    return DONE


def gap(desk: Desk, asked: Namespace) -> int:
    """Where two definitions say different things of the same answers."""
    marketing = desk.definitions.draft(asked.id).definition
    sales = desk.definitions.draft(asked.other).definition
    found = desk.trying.gap(marketing, sales, asked.campaign)
    lines = [found.says, *(f"{one.label}: {one.leads:,} leads" for one in found.reasons)]
    data = {
        "leads": found.leads,
        "is_enough": found.is_enough,
        "both": found.both,
        "only_marketing": found.only_marketing,
        "only_sales": found.only_sales,
        "neither": found.neither,
        "reasons": found.reasons,
        "limits": found.limits,
    }
    lines += [*found.limits, *([] if found.is_enough else [LOAD_SOME])]
    say(data, lines, as_data=asked.json)
    return DONE


def past(desk: Desk, asked: Namespace) -> int:
    """Load history, write the file to fill in, or take history out again; else what is loaded."""
    if asked.template:
        desk.trying.write_template(asked.template, _script(desk, asked.script))
        lines = [f"{asked.template} is there to be filled in: a row for each finished lead."]
        say({"file": asked.template}, lines, as_data=asked.json)
        return DONE
    if asked.undo:
        gone = desk.trying.undo_past(PastLoadId(asked.undo))
        lines = [f"“{gone.name}” is taken out again, {gone.rows:,} rows."]
        say(gone, lines, as_data=asked.json)
        return DONE
    return _load(desk, asked) if asked.file else _list(desk, asked)


def _load(desk: Desk, asked: Namespace) -> int:
    script = _script(desk, asked.script)
    done = desk.trying.load_past(asked.file, script, campaign=asked.campaign)
    lines = [f"{done.kept:,} of {done.rows:,} rows are loaded as history {done.load_id}."]
    lines += [f"  Row {left.row} is left out: {left.because}" for left in done.left_out]
    if done.ignored:
        lines.append(f"Columns that name no question: {', '.join(done.ignored)}.")
    lines += [*done.notes, f"Take it out again: qualdesk definition past --undo {done.load_id}"]
    say(done, lines, as_data=asked.json)
    return TO_MEND if done.left_out else DONE


def _list(desk: Desk, asked: Namespace) -> int:
    loads = desk.trying.past_loads()
    lines = [
        f"{one.id:>4}  {one.loaded_at:%Y-%m-%d %H:%M} UTC  {one.name}: {one.rows - one.left_out:,} "
        f"of {one.rows:,} rows, loaded by {one.loaded_by}"
        for one in loads
    ]
    say(loads, lines or [f"No history is loaded. {LOAD_SOME}"], as_data=asked.json)
    return DONE


def _script(desk: Desk, script_id: str) -> CallScript:
    """The script whose questions the history answers: its newest version; the only one unnamed.

    Raises:
        Refused: none is named and there are several, or it was never published.
        NotFound: there is no such script.
    """
    used = [one for one in desk.scripts.scripts() if one.version]
    if not script_id and len(used) == 1:
        script_id = used[0].id
    if not script_id:
        known = ", ".join(one.id for one in used) or "none was published yet"
        raise Refused(f"Say whose questions were answered: --script ID. There are: {known}.")
    desk.scripts.draft(script_id)
    kept = desk.scripts.versions(script_id)
    if not kept:
        raise Refused(f"Only its draft is there. First: qualdesk script publish {script_id}")
    return desk.scripts.version(script_id, kept[0].number)


def _trial_lines(trial: Trial) -> list[str]:
    if not trial.is_enough:
        return [trial.title, *trial.limits, LOAD_SOME]
    against = trial.against
    beside = f"version {against.version}" if against else "what was handed to sales"
    with_it = f"Version {trial.draft.version} with {trial.threshold} points"
    lines = [
        f"{trial.title}, beside {beside}.",
        f"{beside[:1].upper()}{beside[1:]}: {_totals(trial.before)}.",
        f"{with_it}: {_totals(trial.after)}.",
        *trial.lines,
        *trial.limits,
    ]
    lines += [f"{one.name}: {one.was.value} → {one.now.value}" for one in trial.changed[:_NAMED]]
    if trial.changed_count > _NAMED:
        lines.append(f"... and {trial.changed_count - _NAMED:,} more leads change.")
    return lines


def _totals(counts: Counts) -> str:
    became = (("taken", counts.taken), ("sent back", counts.sent_back), ("won", counts.won))
    of_them = ", ".join(f"{leads:,} {what}" for what, leads in became)
    return f"{counts.qualified:,} to hand off ({of_them})"


VERBS = {
    ("definition", "try"): try_draft,
    ("definition", "gap"): gap,
    ("definition", "past"): past,
}
