"""The verbs of telling sales: mails of a batch, and the calls that are to be made."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from qualdesk.cli.plain import say
from qualdesk.core.errors import Refused
from qualdesk.core.ids import BatchId, NoticeId
from qualdesk.core.mails import About, Notice
from qualdesk.core.times import time_words
from qualdesk.desk import Desk
from qualdesk.desk.notifying import Told

DONE, LEFT_OUT = 0, 1
Verb = Callable[[str, str], ArgumentParser]
CountReader = Callable[[str], int]


def add_telling_verbs(verb: Verb, count: CountReader) -> None:
    """Add what tells sales of a batch."""
    tell = verb("tell", "tell sales of a batch: mails, and calls to be made")
    tell.add_argument("batch", type=count, metavar="BATCH")
    tell.add_argument("--about", choices=[one.value for one in About], default="batch")
    ways = tell.add_mutually_exclusive_group()
    ways.add_argument("--again", action="store_true", help="only mails that did not go")
    ways.add_argument(
        "--even-unsure", action="store_true", help="those that may have gone as well: ask first"
    )
    ways.add_argument("--files", type=Path, metavar="DIR", help="write the mails as .eml files")
    tell.add_argument(
        "--password-env", metavar="NAME", help="the variable that holds the mail password"
    )
    notices = verb("notices", "who was told of a batch, how, and what came of it")
    notices.add_argument("batch", type=count, metavar="BATCH")
    verb("calls", "calls to sales that are due")
    told = verb("told", "a call to sales was made")
    told.add_argument("notice", type=count, metavar="NUMBER", help="as “calls” shows it")
    told.add_argument("--note", default="", metavar="TEXT", help="what they said")
    told.add_argument("--no-answer", action="store_true", help="nobody answered: later again")


def tell(desk: Desk, asked: Namespace) -> int:
    """Tell sales of a batch; 1 where somebody was not told by mail."""
    batch, about = BatchId(asked.batch), About(asked.about)
    if asked.files is not None:
        paths = desk.notifying.save_mails(batch, asked.files, about)
        say({"files": paths}, [f"{path}" for path in paths], as_data=asked.json)
        return DONE
    account = desk.notifying.account
    if asked.password_env and account is not None:
        desk.notifying.use_password(account, _password(asked.password_env))
    if asked.again or asked.even_unsure:
        done = desk.notifying.send_again(batch, even_unsure=asked.even_unsure)
    else:
        done = desk.notifying.tell(batch, about)
    say(_told_data(done), _told_lines(desk, done), as_data=asked.json)
    return LEFT_OUT if done.failed or done.unsure or done.waiting else DONE


def list_notices(desk: Desk, asked: Namespace) -> int:
    """Everything that was, or is to be, told of a batch."""
    found = desk.notifying.notices(BatchId(asked.batch))
    lines = [_notice_line(desk, one) for one in found]
    say(list(found), lines or ["Nobody was told of this batch."], as_data=asked.json)
    return DONE


def list_calls(desk: Desk, asked: Namespace) -> int:
    """The calls to sales that are due now."""
    found = desk.sales_calls.waiting()
    lines = [f"{one.notice_id}. {one.says} {one.shown}" for one in found]
    say(list(found), lines or ["No call to sales is due."], as_data=asked.json)
    return DONE


def call_made(desk: Desk, asked: Namespace) -> int:
    """Write down what came of a call to sales."""
    notice = NoticeId(asked.notice)
    if asked.no_answer:
        done = desk.sales_calls.no_answer(notice)
    else:
        done = desk.sales_calls.told(notice, asked.note)
    say(done.notice, [done.says], as_data=asked.json)
    return DONE


def _password(name: str) -> str:
    """What the variable holds.

    Raises:
        Refused: it is not set.
    """
    password = os.environ.get(name, "")
    if not password:
        raise Refused(f"The variable {name} is empty. Set it to the password of the mail login.")
    return password


def _told_lines(desk: Desk, done: Told) -> list[str]:
    lines = [done.says]
    if done.waiting and desk.notifying.account is None:
        lines.append("No mail server is set. Set one in Settings, or write files with --files DIR.")
    lines += [f"  {one.receiver}: {one.result}" for one in (*done.failed, *done.unsure)]
    return lines


def _told_data(done: Told) -> dict[str, object]:
    return {
        "batch": done.batch_id,
        "sent": done.sent,
        "failed": done.failed,
        "unsure": done.unsure,
        "waiting": done.waiting,
        "calls": done.calls,
        "left_out": done.left_out,
    }


def _notice_line(desk: Desk, one: Notice) -> str:
    at = one.done_at or one.tried_at
    when = f" {time_words(at, 'UTC', now=desk.clock.now())} UTC" if at else ""
    says = f": {one.result}" if one.result else ""
    what = f"{one.channel.label}, {one.about.label}"
    return f"{one.id}. {one.receiver}, {what}, {one.state.label}{when}{says}"


VERBS = {
    ("handoff", "tell"): tell,
    ("handoff", "notices"): list_notices,
    ("handoff", "calls"): list_calls,
    ("handoff", "told"): call_made,
}
