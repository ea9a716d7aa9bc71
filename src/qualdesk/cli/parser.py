"""The verbs of the command line and what each takes."""

import argparse
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NoReturn, TypeAlias

from qualdesk import __version__
from qualdesk.cli.beside_verbs import add_call_verbs, add_campaign_verbs
from qualdesk.cli.client_verbs import add_client_verbs
from qualdesk.cli.document_parser import add_definition_verbs, add_script_verbs
from qualdesk.cli.encrypt_verbs import add_encrypt_verbs
from qualdesk.cli.event_parser import add_event_verbs
from qualdesk.cli.floor_verbs import add_floor_verbs
from qualdesk.cli.forecast_verbs import add_forecast_verb
from qualdesk.cli.handoff_parser import add_handoff_verbs
from qualdesk.cli.history_verbs import add_history_verbs
from qualdesk.cli.keeper_verbs import add_keeper
from qualdesk.cli.late_verbs import add_late_verbs
from qualdesk.cli.marketing_verbs import add_marketing_verbs
from qualdesk.cli.move_verbs import add_move
from qualdesk.cli.owner_verbs import add_question_verbs, add_review_verbs
from qualdesk.cli.people_verbs import add_people_verbs
from qualdesk.cli.period_report_verbs import add_period_report_verbs
from qualdesk.cli.phone_verbs import add_phone_verbs
from qualdesk.cli.privacy_verbs import add_privacy_verbs
from qualdesk.cli.recovery_verbs import add_check, add_recovery_verbs
from qualdesk.cli.report_verbs import add_report_verbs
from qualdesk.cli.routing_verbs import add_routing_verbs
from qualdesk.cli.sales_verbs import add_sales_verbs
from qualdesk.cli.search_verbs import add_find, add_message_verbs
from qualdesk.cli.team_verbs import add_team_verbs
from qualdesk.cli.telling_verbs import add_telling_verbs
from qualdesk.cli.typed_words import a_count, a_day, a_percentage, an_instant, some_days
from qualdesk.cli.way_back_verbs import add_way_back_verbs
from qualdesk.core.do_not_call import HOUSE, SCOPES
from qualdesk.core.errors import Refused


class _Parser(argparse.ArgumentParser):
    """A parser that refuses in one sentence instead of a page of usage."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command.

        Raises:
            Refused: always, with what is wrong and where help is.
        """
        sentence = message[:1].upper() + message[1:].rstrip(".")
        raise Refused(f"{sentence}. See: {self.prog} --help")


_AUDIENCES = ("business", "consumer", "unknown")


@cache
def make_parser() -> argparse.ArgumentParser:
    """The whole command line, made once. Without a verb it opens the window."""
    shared = _shared_options()
    parser = _Parser(
        prog="qualdesk",
        description="The desk for people who phone leads. Without a verb it opens the window.",
        parents=[shared],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"qualdesk {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", parser_class=_Parser)
    _add_campaign(verbs, shared)
    _add_intake(verbs, shared)
    _add_queue(verbs, shared)
    _add_call(verbs, shared)
    _add_documents(verbs, shared)
    _add_handoff(verbs, shared)
    _add_do_not_call(verbs, shared)
    _add_rules(verbs, shared)
    _add_house(verbs, shared)
    return parser


def _shared_options() -> _Parser:
    """What works before and after every verb."""
    shared = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument(
        "--db", metavar="URL", help="the workspace (default: QUALDESK_DB, else your data folder)"
    )
    shared.add_argument("--json", action="store_true", help="answer in JSON")
    shared.add_argument(
        "--at", type=an_instant, metavar="ISO-8601", help="set the clock, for rehearsals"
    )
    shared.add_argument("--caller", metavar="NAME", help="who is calling (default: your name)")
    return shared


Verbs: TypeAlias = "argparse._SubParsersAction[_Parser]"  # noqa: SLF001 - it has no public name


def _verb(verbs: Verbs, name: str, says: str, shared: _Parser) -> _Parser:
    parser: _Parser = verbs.add_parser(
        name, help=says, description=says, parents=[shared], allow_abbrev=False
    )
    return parser


def _group(verbs: Verbs, name: str, says: str, shared: _Parser) -> Verbs:
    group = _verb(verbs, name, says, shared)
    return group.add_subparsers(dest="what", metavar="WHAT", required=True, parser_class=_Parser)


def _within(verbs: Verbs, name: str, says: str, shared: _Parser) -> Callable[[str, str], _Parser]:
    """A verb of a group that has verbs of its own, under ``which``."""
    group = _verb(verbs, name, says, shared)
    some = group.add_subparsers(dest="which", metavar="WHICH", required=True, parser_class=_Parser)
    return lambda of, what: _verb(some, of, what, shared)


def _add_campaign(verbs: Verbs, shared: _Parser) -> None:
    campaign = _group(verbs, "campaign", "make and list campaigns", shared)
    new = _verb(campaign, "new", "make a campaign", shared)
    new.add_argument("name", metavar="NAME")
    new.add_argument("--source", type=Path, metavar="FILE.toml", help="source card and window")
    new.add_argument("--script", type=Path, metavar="FILE", help="script (default: the sample)")
    new.add_argument("--definition", type=Path, metavar="FILE", help="qualified-lead definition")
    new.add_argument("--audience", default="", choices=_AUDIENCES, help="what they are to the law")
    new.add_argument("--client", default="", metavar="NAME", help="for whom, where several are")
    _verb(campaign, "list", "list the campaigns", shared)
    add_campaign_verbs(lambda name, says: _verb(campaign, name, says, shared), a_day, a_count)
    audience = _verb(campaign, "audience", "say what its people are to the law", shared)
    audience.add_argument("name", metavar="NAME")
    audience.add_argument("audience", choices=(*_AUDIENCES, "by-lead"))
    aside = _verb(campaign, "set-aside", "let a calling rule not count for it", shared)
    again = _verb(campaign, "count-again", "let a calling rule count for it again", shared)
    for verb in (aside, again):
        verb.add_argument("name", metavar="NAME")
        verb.add_argument("rule", metavar="RULE")
    aside.add_argument("--because", required=True, metavar="TEXT", help="why; kept with your name")
    source = _verb(campaign, "source", "write what a campaign must say before calls", shared)
    source.add_argument("name", metavar="NAME")
    source.add_argument("file", type=Path, metavar="FILE.toml")
    add_event_verbs(lambda name, says: _verb(campaign, name, says, shared), an_instant)


def _add_intake(verbs: Verbs, shared: _Parser) -> None:
    intake = _verb(verbs, "intake", "load a lead list into a campaign", shared)
    intake.add_argument("file", type=Path, nargs="?", metavar="FILE")
    intake.add_argument("--campaign", metavar="NAME")
    intake.add_argument(
        "--choices", type=Path, metavar="FILE.toml", help="answers, columns, mended rows"
    )
    intake.add_argument("--region", default="", metavar="CC", help="country of numbers without +")
    intake.add_argument("--mapping", type=Path, metavar="FILE", help="JSON: heading to field")
    intake.add_argument("--dry-run", action="store_true", help="say what would happen")
    intake.add_argument("--left-out", type=Path, metavar="FILE", help="write the rows left out")
    instead = intake.add_mutually_exclusive_group()
    instead.add_argument("--undo", type=a_count, metavar="LIST", help="take a loaded list back")
    instead.add_argument(
        "--resume", type=a_count, metavar="LIST", help="load a list to its end (FILE: if it moved)"
    )
    _verb(verbs, "lists", "the lists that were loaded", shared)


def _add_queue(verbs: Verbs, shared: _Parser) -> None:
    queue = _verb(verbs, "queue", "the next leads, and why", shared)
    queue.add_argument("--campaign", metavar="NAME", help="of this campaign only")
    queue.add_argument("--limit", type=a_count, default=10, metavar="N")
    instead = queue.add_mutually_exclusive_group()
    instead.add_argument(
        "--why", type=a_count, metavar="LEAD", help="why this lead stands where it does"
    )
    instead.add_argument("--empty", action="store_true", help="why leads are not offered, counted")
    words = queue.add_subparsers(dest="what", metavar="WHAT", parser_class=_Parser)
    _add_words_on_leads(words, shared)
    _add_words_on_campaigns(words, shared)
    beliefs = _verb(words, "beliefs", "what the queue believes, and has learned since", shared)
    change = beliefs.add_mutually_exclusive_group()
    change.add_argument("--set", metavar="NAME=VALUE", help="write another start value")
    change.add_argument(
        "--reset", nargs="?", const="", metavar="NAME", help="as shipped again: one, or all"
    )
    away = _verb(words, "away", "say when a caller is away: others keep their call backs", shared)
    away.add_argument("name", metavar="CALLER")
    away.add_argument("first", type=a_day, metavar="FIRST", help="a date, such as 2026-03-24")
    away.add_argument("last", type=a_day, nargs="?", metavar="LAST", help="default: the one day")
    back = _verb(words, "back", "say that a caller is not away any more", shared)
    back.add_argument("name", metavar="CALLER")
    callbacks = _verb(words, "callbacks", "the call backs that were promised", shared)
    callbacks.add_argument("--campaign", metavar="NAME", help="of this campaign only")
    buckets = _verb(verbs, "buckets", "where every lead stands", shared)
    buckets.add_argument("--campaign", required=True, metavar="NAME")


def _add_words_on_leads(words: Verbs, shared: _Parser) -> None:
    for name, says in (
        ("pin", "call a lead before all others"),
        ("unpin", "let it stand where its chances put it"),
        ("keep-out", "keep a lead out of the queue"),
        ("let-in", "let it stand in the queue again"),
        ("push", "give a lead to a caller next"),
        ("take-over", "take a lead another caller has to your own desk"),
    ):
        verb = _verb(words, name, says, shared)
        verb.add_argument("lead", type=a_count, metavar="LEAD")
        if name == "keep-out":
            verb.add_argument("--because", required=True, metavar="TEXT", help="why; it is shown")
        if name == "push":
            verb.add_argument("to", metavar="CALLER")


def _add_words_on_campaigns(words: Verbs, shared: _Parser) -> None:
    for name, says, value in (
        ("weigh", "let a campaign count for more or less", "PERCENT"),
        ("share", "give a campaign so many of 100 calls at least", "PERCENT"),
        ("giveaway-last", "call giveaways after everybody else", "on|off"),
    ):
        verb = _verb(words, name, says, shared)
        verb.add_argument("name", metavar="CAMPAIGN")
        if value == "PERCENT":
            verb.add_argument("percent", type=a_percentage, metavar=value)
        else:
            verb.add_argument("on", nargs="?", choices=("on", "off"), default="on", metavar=value)
    _verb(words, "costs", "what each word on the queue costs now", shared)


def _add_call(verbs: Verbs, shared: _Parser) -> None:
    call = _group(verbs, "call", "a call without a window", shared)
    following = _verb(call, "next", "the lead to call now", shared)
    following.add_argument("--campaign", metavar="NAME")
    following.add_argument("--dial", action="store_true", help="begin the call")
    anyway = "also where it runs into a call you promised"
    following.add_argument("--anyway", action="store_true", help=anyway)
    answer = _verb(call, "answer", "keep an answer of the call", shared)
    answer.add_argument("question", metavar="QUESTION")
    answer.add_argument(
        "value", nargs="?", metavar="VALUE", help="as shown, or the number it stands at"
    )
    answer.add_argument("--words", default="", metavar="TEXT", help="in their words")
    answer.add_argument("--does-not-know", action="store_true")
    for spoken in (following, answer):
        spoken.add_argument("--language", metavar="TAG", help="read the script in it: de")
    finish = _verb(call, "finish", "end the call with an outcome", shared)
    finish.add_argument("outcome", metavar="OUTCOME")
    finish.add_argument("--call-back", metavar="WHEN", help="“thu 10:30”, “tomorrow 9” ...")
    finish.add_argument("--until", type=a_day, metavar="DATE", help="nurture until")
    finish.add_argument("--reason", default="", metavar="TEXT")
    finish.add_argument("--note", metavar="TEXT", help="note for sales")
    finish.add_argument("--asked-by", default="", metavar="TEXT", help="who said: do not call")
    finish.add_argument("--scope", default="person", choices=SCOPES, help="do not call")
    add_call_verbs(lambda name, says: _verb(call, name, says, shared), finish, a_day, a_count)
    skip = _verb(call, "skip", "give the lead you hold back without calling", shared)
    skip.add_argument("--reason", default="", metavar="TEXT", help="why; it is counted")
    refer = _verb(call, "refer", "add somebody this person named", shared)
    refer.add_argument("name", metavar="NAME")
    refer.add_argument("--title", default="", metavar="TEXT")
    refer.add_argument("--number", default="", metavar="NUMBER")
    refer.add_argument("--email", default="", metavar="ADDRESS")
    _verb(call, "undo", "take back your last outcome", shared)
    incoming = _verb(call, "incoming", "they called: take the call, nobody is dialled", shared)
    incoming.add_argument("lead", type=a_count, metavar="LEAD", help="as “find --calling” says")
    add_find(_verb(verbs, "find", "people, companies and numbers; who is calling", shared), a_count)
    message = _group(verbs, "message", "lines left about a lead", shared)
    add_message_verbs(lambda name, says: _verb(message, name, says, shared), a_count)


def _add_documents(verbs: Verbs, shared: _Parser) -> None:
    script = _group(verbs, "script", "what callers read and ask: drafts, files, versions", shared)
    add_script_verbs(lambda name, says: _verb(script, name, says, shared), a_count)
    rule = _group(verbs, "definition", "what a qualified lead is, signed by both sides", shared)
    add_definition_verbs(lambda name, says: _verb(rule, name, says, shared), a_count)


def _add_handoff(verbs: Verbs, shared: _Parser) -> None:
    handoff = _group(verbs, "handoff", "batches for sales, and their answers", shared)
    add_handoff_verbs(lambda name, says: _verb(handoff, name, says, shared), a_day, a_count)
    add_routing_verbs(lambda name, says: _verb(handoff, name, says, shared))
    add_sales_verbs(lambda name, says: _verb(handoff, name, says, shared), a_count)
    add_telling_verbs(lambda name, says: _verb(handoff, name, says, shared), a_count)
    add_way_back_verbs(lambda name, says: _verb(handoff, name, says, shared), a_day, a_count)
    report = _group(verbs, "report", "days, weeks, campaigns; what sales' answers say", shared)
    add_report_verbs(lambda name, says: _verb(report, name, says, shared))
    add_period_report_verbs(
        lambda name, says: _verb(report, name, says, shared),
        lambda name, says: _within(report, name, says, shared),
        a_count,
    )
    add_marketing_verbs(lambda name, says: _verb(report, name, says, shared), a_count)


def _add_whose(verb: argparse.ArgumentParser, says: str) -> None:
    whose = verb.add_mutually_exclusive_group()
    whose.add_argument("--client", default="", metavar="NAME", help=says)
    house = whose.add_argument("--house", action="store_const", const=HOUSE, dest="client")
    house.help, house.default = "what counts for all clients", argparse.SUPPRESS


def _add_do_not_call(verbs: Verbs, shared: _Parser) -> None:
    no = _group(verbs, "do-not-call", "lists of whom a client does not want called", shared)
    load = _verb(no, "load", "load a list of numbers, or of keyed hashes", shared)
    load.add_argument("file", type=Path, metavar="FILE")
    load.add_argument("--region", default="", metavar="CC", help="country of numbers without +")
    export = _verb(no, "export", "write a client's numbers to a new file", shared)
    export.add_argument("file", type=Path, metavar="FILE")
    export.add_argument("--plain", action="store_true", help="the numbers themselves, no hashes")
    for verb in (load, export):
        _add_whose(verb, "whose list it is")
        key = verb.add_mutually_exclusive_group()
        key.add_argument(
            "--key-file", type=Path, metavar="FILE", help="the key of the hashes; - reads it in"
        )
        key.add_argument("--key-env", metavar="NAME", help="the variable that holds the key")
    show = _verb(no, "list", "list the lists", shared)
    show.add_argument("--client", metavar="NAME", help="of this client only")
    lift = _verb(no, "lift", "take a list back as a whole", shared)
    lift.add_argument("list", type=a_count, metavar="NUMBER")
    lift.add_argument("--because", required=True, metavar="TEXT", help="why; kept with the list")
    entries = _verb(no, "entries", "write all that stops calls, as fingerprints", shared)
    entries.add_argument("file", type=Path, metavar="FILE")
    _add_whose(entries, "whose they are")
    said = _verb(no, "said", "what was said about calling one lead", shared)
    said.add_argument("lead", type=a_count, metavar="LEAD")
    back = _verb(no, "take-back", "take back what was said in one call", shared)
    back.add_argument("said", type=a_count, metavar="NUMBER", help="as “said LEAD” shows it")
    back.add_argument("--because", required=True, metavar="TEXT", help="why; kept with it")
    keep = _verb(no, "keep", "say how long a no is kept, or see it", shared)
    keep.add_argument("--client", metavar="NAME", help="of this client only")
    long = keep.add_mutually_exclusive_group()
    long.add_argument(
        "--days", type=some_days, metavar="N", help="at least as long as the law asks"
    )
    long.add_argument("--for-good", action="store_true", help="never let it end (the default)")


def _add_rules(verbs: Verbs, shared: _Parser) -> None:
    rules = _group(verbs, "rules", "calling rules: facts with sources, not legal advice", shared)
    every = _verb(rules, "list", "list the rule sets", shared)
    every.add_argument("--country", default="", metavar="CC", help="of this country only")
    show = _verb(rules, "show", "one rule set with its sources", shared)
    show.add_argument("rule", metavar="ID")
    why = _verb(rules, "why", "why a place is called now, or is not", shared)
    why.add_argument("place", metavar="PLACE", help="AU, Florida, US-FL ...")
    why.add_argument("--audience", default="unknown", choices=_AUDIENCES, help="default: unknown")
    why.add_argument(
        "--given",
        action="append",
        default=[],
        choices=("consent", "lawful_basis", "existing_relationship"),
        help="what a permission gives",
    )
    check = _verb(rules, "check", "read a file of rules without using it", shared)
    check.add_argument("file", type=Path, metavar="FILE.toml")
    _verb(rules, "due", "which rules should be looked up again", shared)


def _add_house(verbs: Verbs, shared: _Parser) -> None:
    add_recovery_verbs(lambda name, says: _verb(verbs, name, says, shared))
    demo = _verb(verbs, "demo", "a morning at the desk with the sample list", shared)
    demo.add_argument("--out", type=Path, default=Path("qualdesk-demo"), metavar="DIR")
    demo.add_argument("--window", action="store_true", help="open it in the window")
    erase = _verb(verbs, "erase", "erase a person for good; asks first", shared)
    erase.add_argument(
        "lead", type=a_count, metavar="LEAD", help="the number of one of their leads"
    )
    erase.add_argument("--sure", type=a_count, metavar="LEAD", help="the number again: do not ask")
    add_privacy_verbs(lambda name, says: _verb(verbs, name, says, shared), a_count)
    people = _verb(verbs, "people", "who works here, their hours, who is on duty", shared)
    members = people.add_subparsers(dest="what", metavar="WHAT", parser_class=_Parser)
    add_people_verbs(lambda name, says: _verb(members, name, says, shared))
    of_clients = _verb(verbs, "client", "for whom calls are made", shared)
    clients = of_clients.add_subparsers(dest="what", metavar="WHAT", parser_class=_Parser)
    add_client_verbs(lambda name, says: _verb(clients, name, says, shared))
    floor = _verb(verbs, "floor", "the numbers of a campaign, and the leads behind each", shared)
    looks = floor.add_subparsers(dest="what", metavar="WHAT", parser_class=_Parser)
    add_floor_verbs(floor, lambda name, says: _verb(looks, name, says, shared), a_count)
    add_forecast_verb(_verb(verbs, "forecast", "will a list be finished in time", shared))
    phones = _verb(verbs, "phones", "who is on the phones, and which call backs are late", shared)
    acts = phones.add_subparsers(dest="what", metavar="WHAT", parser_class=_Parser)
    add_phone_verbs(phones, lambda name, says: _verb(acts, name, says, shared))
    _add_history(verbs, shared)
    add_keeper(_verb(verbs, "keeper", "do what the clock asks for, minute by minute", shared))
    add_move(_verb(verbs, "move", "move a workspace from a file to a server, or back", shared))
    team = _group(verbs, "team", "make a team of a workspace on a server", shared)
    add_team_verbs(lambda name, says: _verb(team, name, says, shared))
    add_encrypt_verbs(lambda name, says: _verb(verbs, name, says, shared))
    doctor = _verb(verbs, "doctor", "what this computer has, lacks, and where the data is", shared)
    add_check(doctor)


def _add_history(verbs: Verbs, shared: _Parser) -> None:
    history = _verb(verbs, "history", "what was done by whom, in words", shared)
    looks = history.add_subparsers(dest="what", metavar="WHAT", parser_class=_Parser)
    add_history_verbs(history, lambda name, says: _verb(looks, name, says, shared), a_count)
    question = _group(verbs, "question", "what callers ask the owner of a list", shared)
    add_question_verbs(lambda name, says: _verb(question, name, says, shared), a_count)
    review = _group(verbs, "review", "calls in which a rule of the house was set aside", shared)
    add_review_verbs(lambda name, says: _verb(review, name, says, shared))
    late = _group(verbs, "late", "what was saved under a lead that another had by then", shared)
    add_late_verbs(lambda name, says: _verb(late, name, says, shared))
