"""What the verbs of scripts and definitions take."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

Verb = Callable[[str, str], ArgumentParser]
Count = Callable[[str], int]


def add_script_verbs(verb: Verb, a_count: Count) -> None:
    """Add the verbs of scripts with ``verb``, which makes one from its name and what it does."""
    _add_library(verb, a_count, "script", "FILE")
    verb("check", "read a file without a workspace, and say what is wrong").add_argument(
        "file", type=Path, metavar="FILE"
    )
    convert = verb("convert", "turn a script's file into a spreadsheet, or one into TOML")
    convert.add_argument("file", type=Path, metavar="FILE")
    convert.add_argument("target", type=Path, metavar="NEW-FILE", help="ends with .toml or .xlsx")
    publish = verb("publish", "use the draft from each caller's next lead on")
    publish.add_argument("id", metavar="SCRIPT")
    use = verb("use", "let a campaign work by a script")
    use.add_argument("id", metavar="SCRIPT")
    use.add_argument("--campaign", required=True, metavar="NAME")
    use.add_argument("--before", action="store_true", help="only until its event has ended")
    compare = verb("compare", "what differs between two versions")
    compare.add_argument("id", metavar="SCRIPT")
    compare.add_argument("was", type=a_count, metavar="NUMBER")
    compare.add_argument("now", type=a_count, nargs="?", metavar="NUMBER", help="default: draft")
    asked = verb("asked", "how its questions do in real calls")
    asked.add_argument("id", metavar="SCRIPT")
    asked.add_argument("question", nargs="?", metavar="QUESTION", help="default: all of them")
    asked.add_argument("--campaign", metavar="NAME", help="of this campaign only")


def add_definition_verbs(verb: Verb, a_count: Count) -> None:
    """Add the verbs of definitions."""
    _add_library(verb, a_count, "definition", "FILE.toml")
    check = verb("check", "read a file without a workspace, and say what is wrong")
    check.add_argument("file", type=Path, metavar="FILE.toml")
    check.add_argument("--script", type=Path, metavar="FILE", help="what callers ask by")
    use = verb("use", "let a campaign judge by a definition that both have signed")
    use.add_argument("id", metavar="DEFINITION")
    use.add_argument("--campaign", required=True, metavar="NAME")
    sign = verb("sign", "sign the words as they are, for one side")
    withdraw = verb("withdraw", "take a side's signature back")
    for signing in (sign, withdraw):
        signing.add_argument("id", metavar="DEFINITION")
        signing.add_argument("--side", required=True, choices=("marketing", "sales"))
    withdraw.add_argument("--because", required=True, metavar="TEXT", help="why; both read it")
    talk = verb("say", "say something about a definition")
    talk.add_argument("id", metavar="DEFINITION")
    talk.add_argument("text", metavar="TEXT")
    talk.add_argument("--side", choices=("marketing", "sales"))
    waiting = verb("waiting", "what waits for somebody: to sign, or to review")
    for named in (sign, withdraw):
        named.add_argument("--name", metavar="NAME", help="who does it (or --caller NAME)")
    for named in (talk, waiting):
        named.add_argument("--name", metavar="NAME", help="who does it (default: your name)")
    _add_trying(verb, a_count)


def _add_trying(verb: Verb, a_count: Count) -> None:
    """What a definition is tried with: finished leads, another definition, loaded history."""
    trial = verb("try", "what a draft would have made of all finished leads")
    trial.add_argument("id", metavar="DEFINITION")
    trial.add_argument(
        "--against", type=a_count, metavar="NUMBER", help="default: what was handed to sales"
    )
    trial.add_argument("--points", type=a_count, metavar="N", help="with this threshold")
    gap = verb("gap", "where two definitions say different things of finished leads")
    gap.add_argument("id", metavar="MARKETING", help="marketing's definition")
    gap.add_argument("other", metavar="SALES", help="that of sales")
    past = verb("past", "load finished leads from a file to try on; without one: what is loaded")
    instead = past.add_mutually_exclusive_group()
    instead.add_argument("file", type=Path, nargs="?", metavar="FILE")
    instead.add_argument("--template", type=Path, metavar="NEW-FILE", help="write one to fill in")
    instead.add_argument("--undo", type=a_count, metavar="HISTORY", help="take it out again")
    past.add_argument("--script", default="", metavar="ID", help="whose questions were answered")
    for tried in (trial, gap, past):
        tried.add_argument("--campaign", metavar="NAME", help="of this campaign only")


def _add_library(verb: Verb, a_count: Count, kind: str, file: str) -> None:
    """What both libraries have: list, show, new, take, write, versions, drop."""
    name = kind.upper()
    verb("list", f"list the {kind}s")
    new = verb("new", f"begin a {kind}")
    new.add_argument("name", metavar="NAME")
    new.add_argument("--like", default="", metavar="ID", help=f"the {kind} to begin from")
    take = verb("take", "take a file as the draft; a draft that was there is put aside")
    take.add_argument("file", type=Path, metavar=file)
    show = verb("show", f"a {kind} as it is being written, or a version")
    write = verb("write", f"write a {kind} to a new file")
    aside = verb("aside", "drafts that were written over")
    others = (verb("versions", "what was kept"), verb("drop", "let the draft go"))
    for one in (show, write, aside, *others):
        one.add_argument("id", metavar=name)
    aside.add_argument("--take-back", type=a_count, metavar="NUMBER", help="make it the draft")
    if kind == "script":
        show.add_argument("--language", default="", metavar="TAG", help="default: its first")
    write.add_argument("file", type=Path, metavar=file)
    for one in (show, write):
        one.add_argument("--version", type=a_count, metavar="NUMBER", help="default: the draft")
