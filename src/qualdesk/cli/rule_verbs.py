"""The verbs for calling rules: list, show, why a place is not called, check a file, what is due."""

from argparse import Namespace
from typing import Any

from qualdesk.bootstrap import calling_law
from qualdesk.cli.plain import complain, say
from qualdesk.core.clock import Clock
from qualdesk.core.rules import Ground, RuleSet
from qualdesk.core.times import date_words
from qualdesk.desk.calling_law import NOT_ADVICE, CallingLaw, set_lines
from qualdesk.settings import Settings

DONE = 0


def rules(settings: Settings, clock: Clock, asked: Namespace) -> int:
    """Answer from the rule book; files of somebody's own that are not used are named first."""
    law = calling_law(clock, settings.rules_folder)
    for sentence in law.book.refused:
        complain(sentence)
    return _VERBS[asked.what](law, asked)


def _list(law: CallingLaw, asked: Namespace) -> int:
    found = law.sets()
    wanted = asked.country.upper()
    shown = [one for one in found if not wanted or one.country == wanted]
    lines = [_line(one, law) for one in shown]
    lines += [f"{len(shown)} rule sets, version {law.book.version}.", NOT_ADVICE]
    say([_data(one, law) for one in shown], lines, as_data=asked.json)
    return DONE


def _show(law: CallingLaw, asked: Namespace) -> int:
    one = law.show(asked.rule)
    say(_data(one, law), [*set_lines(one, law.book), NOT_ADVICE], as_data=asked.json)
    return DONE


def _why(law: CallingLaw, asked: Namespace) -> int:
    grounds = frozenset(map(Ground, asked.given))
    why = law.why(asked.place, asked.audience, grounds=grounds)
    data = {
        "place": why.place,
        "audience": why.audience,
        "at": why.at,
        "says": why.says,
        "by_law": why.by_law,
        "by_house": why.by_house,
        "clocks": why.clocks,
        "next_at": why.next_at,
        "rules": [_data(one, law) for one in why.sets],
        "not_advice": NOT_ADVICE,
    }
    say(data, list(why.lines), as_data=asked.json)
    return DONE


def _check(law: CallingLaw, asked: Namespace) -> int:
    found = law.check(asked.file)
    known = {one.id for one in law.sets()}
    lines = [
        f"{one.id}: {one.name} ({'stands for ours' if one.id in known else 'new'})" for one in found
    ]
    sets = "1 rule set" if len(found) == 1 else f"{len(found)} rule sets"
    say([_data(one, law) for one in found], [*lines, f"{sets}, no fault."], as_data=asked.json)
    return DONE


def _due(law: CallingLaw, asked: Namespace) -> int:
    due = law.due_for_review()
    lines = [f"{one.id}: {one.says} Due since {date_words(one.due_on)}." for one in due]
    say(due, lines or ["Nothing is due to be looked up."], as_data=asked.json)
    return DONE


def _line(one: RuleSet, law: CallingLaw) -> str:
    own = f", from {law.book.files[one.id]}" if one.id in law.book.files else ""
    return f"{one.id:<12} {one.enforcement.value:<6} {one.name}{own}"


def _data(one: RuleSet, law: CallingLaw) -> dict[str, Any]:
    return {"rule": one, "file": law.book.files.get(one.id, "")}


_VERBS = {"list": _list, "show": _show, "why": _why, "check": _check, "due": _due}
