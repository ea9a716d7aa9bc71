"""Mails to sales: how long many of them take through a server, against smtplib alone.

    python benchmarks/mails.py [--people 50] [--smoke]

JSON lines: mails with ten briefs attached, handed to a server on this computer over our line; and
the very same bytes handed over with smtplib and nothing else, in the same run. The server keeps
nothing. Needs aiosmtpd, of the extra "test".
"""

import argparse
import json
import smtplib
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from qualdesk.core.mails import Attachment, MailAccount, Outgoing, Security
from qualdesk.links.mail import Line
from qualdesk.links.mail_messages import message_of

_AT = datetime(2026, 3, 17, 9, 0, tzinfo=UTC)
_ROUNDS = 5
# What ten briefs in one PDF and an answer sheet come to.
_BRIEFS = 10 * 26_000
_SHEET = 12_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--smoke", action="store_true", help="5 people")
    asked = parser.parse_args()
    people = 5 if asked.smoke else asked.people
    mails = [a_mail(number) for number in range(1, people + 1)]
    with a_server() as port:
        account = MailAccount(
            host="127.0.0.1", port=port, security=Security.NONE, address="rosa@desk.example"
        )
        same = [(mail.address, message_of(mail, account).as_bytes()) for mail in mails]
        ours = rounds(lambda: send(account, mails))
        bare = rounds(lambda: send_bare(port, same))
    tell("our line", people, ours)
    tell("smtplib alone, the same bytes", people, bare)
    size = sum(len(content) for _, content in same) / people
    ratio = statistics.median(ours) / statistics.median(bare)
    print(json.dumps({"what": "ratio", "median": round(ratio, 2), "bytes_per_mail": round(size)}))


def a_mail(number: int) -> Outgoing:
    """A mail to one person with files as large as theirs are."""
    made = number.to_bytes(2, "big")
    return Outgoing(
        name=f"Lena Brandt {number}",
        address=f"lena{number}@sealers.example",
        subject="10 leads for you, answer by Tue 24 Mar 2026: PackTech Expo 2026, batch 12",
        text="A lead, a line about each of them.\n" * 30,
        html="<p>A lead, a line about each of them.</p>\n" * 30,
        message_id=f"<{number}@desk.example>",
        at=_AT,
        attachments=(
            Attachment(name="answers.xlsx", kind="application/zip", content=made * (_SHEET // 2)),
            Attachment(name="briefs.pdf", kind="application/pdf", content=made * (_BRIEFS // 2)),
        ),
    )


def send(account: MailAccount, mails: list[Outgoing]) -> None:
    with Line(account) as line:
        for mail in mails:
            line.send(mail)


def send_bare(port: int, mails: list[tuple[str, bytes]]) -> None:
    with smtplib.SMTP("127.0.0.1", port, local_hostname="desk.example") as server:
        for address, content in mails:
            server.sendmail("rosa@desk.example", [address], content)


def rounds(work: Callable[[], None]) -> list[float]:
    """Seconds of each of some rounds; the first, which warms up, is not counted."""
    work()
    found = []
    for _ in range(_ROUNDS):
        begun = time.perf_counter()
        work()
        found.append(time.perf_counter() - begun)
    return found


def tell(what: str, people: int, found: list[float]) -> None:
    middle = statistics.median(found)
    said = {
        "what": what,
        "mails": people,
        "seconds": round(middle, 3),
        "ms_per_mail": round(middle / people * 1000, 2),
        "slowest_round": round(max(found), 3),
    }
    print(json.dumps(said))


@contextmanager
def a_server() -> Iterator[int]:
    """A server in a process of its own that throws away what it is given; its port."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = int(taken.getsockname()[1])
    where = ("-n", "-l", f"127.0.0.1:{port}", "-c", "aiosmtpd.handlers.Sink")
    running = subprocess.Popen([sys.executable, "-m", "aiosmtpd", *where])
    try:
        _wait_for(port)
        yield port
    finally:
        running.terminate()
        running.wait(10)


def _wait_for(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("The mail server of the benchmark did not start.")


if __name__ == "__main__":
    main()
