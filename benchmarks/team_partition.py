"""The network goes away in the middle of a call: what a caller, the window and the others notice.

    python benchmarks/team_partition.py [--proxy] [--lease 15]

The server runs here; the caller's program runs in a network namespace of its own, joined to it by
a pair of virtual cards, one of which is taken down: nothing comes through, and nobody is told.
Where that is not allowed (``--proxy``, or no right to make one) a proxy stops forwarding instead.
TLS, certificate and password (SCRAM) are checked as for any server far away. JSON lines; seconds
where not said otherwise.

* ``error``: from a save with no network until the desk says so (wanted: 10);
* ``free``: from the end of the hold, by the server's clock, until somebody else has the lead
  (wanted: within 2);
* ``late``: what became of the save when the network was back: ``conflict``, kept once;
* ``window``: the longest time in which the real window heard nothing while it was cut off and
  typed into (wanted: 100 ms), the same before the cut, which is what the machine and the typing
  cost alone, and what the window said of the saving.
"""

import argparse
import json
import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psycopg
import trustme

from postgres import binaries, own_server
from storm_desks import shorten_leases
from tls_postgres import NAME, _put, line_to

_SPACE, _HERE, _THERE = "qualdesk-cut", "qdcut0", "qdcut1"
_SERVER, _CALLER = "10.213.7.1", "10.213.7.2"
_PASSWORD = "s3cret"  # noqa: S105 - it is invented
_LETS_IN = """local all all trust
host all tester 127.0.0.1/32 trust
hostssl all maya 0.0.0.0/0 scram-sha-256
"""
_SECONDS_CUT = 20.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--proxy", action="store_true", help="a proxy instead of a namespace")
    parser.add_argument("--lease", type=float, default=15.0, help="how long a hold lasts")
    parser.add_argument("--inside", choices=("desk", "window"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    shorten_leases(asked.lease)
    if asked.inside:
        {"desk": inside_desk, "window": inside_window}[asked.inside](sys.stdin.readline().strip())
        return
    if binaries() is None:
        say(says="PostgreSQL is not installed")
        return
    for what in (from_desk, from_window):
        with tempfile.TemporaryDirectory() as folder, ExitStack() as opened:
            admin, address, cut = opened.enter_context(_cut_off(Path(folder), asked))
            what(admin, address, cut, asked)


def from_desk(admin: str, address: str, cut: "Cut", asked: argparse.Namespace) -> None:
    """A desk that saves into nothing, and another that waits for its lead."""
    from qualdesk.core.cards import CallCard
    from qualdesk.core.clock import SystemClock
    from qualdesk.desk.calling import Calling
    from qualdesk.files.outcomes import shipped_outcomes
    from qualdesk.store.database import Store

    store = Store(admin, clock=SystemClock())
    _prepare(store)
    child = _inside("desk", address, cut, asked)
    assert _hear(child) == ["ready"]
    with psycopg.connect(admin, autocommit=True) as wire:
        query = "SELECT extract(epoch FROM claim_until - clock_timestamp()) FROM lead"
        ends = time.perf_counter() + float(wire.execute(query).fetchone()[0])
    cut.cut()
    _tell(child, "save")
    other = Calling(store, store.clock, "Ben", shipped_outcomes())
    said: list[str] = []
    while not isinstance(other.next_lead(), CallCard):
        said = said or _hear(child, wait=0.05)
    free = time.perf_counter() - ends
    said = said or _hear(child)
    say(what="error", seconds=float(said[1]), says=said[0], is_kept=float(said[1]) <= 10)
    say(what="free", seconds=round(free, 2), is_kept=abs(free) <= 2)
    cut.mend()
    _tell(child, "again")
    late = [_hear(child)[0] for _ in range(2)]
    with psycopg.connect(admin) as wire:
        rows = wire.execute("SELECT is_conflict FROM answer").fetchall()
    say(what="late", says=late, kept=len(rows), is_kept=rows == [(True,)])
    child.stdin.close()
    child.wait(timeout=30)
    store.close()


def from_window(admin: str, address: str, cut: "Cut", asked: argparse.Namespace) -> None:
    """The real window, in a call, typed into while there is no network."""
    from qualdesk.core.clock import SystemClock
    from qualdesk.store.database import Store

    store = Store(admin, clock=SystemClock())
    _prepare(store)
    store.close()
    child = _inside("window", address, cut, asked)
    assert _hear(child, wait=60)[0] == "ready"
    cut.cut()
    _tell(child, "cut")
    before, gap, over, says_after, *words = _hear(child, wait=90)
    say(
        what="window",
        longest_gap_before_ms=float(before),
        longest_gap_ms=float(gap),
        gaps_over_100=int(over),
        seconds_cut=_SECONDS_CUT,
        says_after=float(says_after),
        says=" ".join(words),
        is_kept=float(gap) <= 100,
    )
    child.kill()
    child.wait(timeout=30)


class Cut:
    """What joins the caller and the server, and how it is cut."""

    def __init__(self, prefix: list[str], host: str, port: int) -> None:
        self.prefix, self.host, self.port = prefix, host, port

    def cut(self) -> None:
        """Nothing comes through any more."""
        _ip("link", "set", _HERE, "down")

    def mend(self) -> None:
        """It does again."""
        _ip("link", "set", _HERE, "up")


class Proxy(Cut):
    """The same by a proxy that stops forwarding."""

    def __init__(self, line: object, port: int) -> None:
        super().__init__([], "127.0.0.1", port)
        self._line = line

    def cut(self) -> None:
        """Whatever comes is taken and carried no further."""
        self._line.cut()  # type: ignore[attr-defined]

    def mend(self) -> None:
        """It is carried again."""
        self._line.mend()  # type: ignore[attr-defined]


@contextmanager
def _cut_off(folder: Path, asked: argparse.Namespace) -> Iterator[tuple[str, str, Cut]]:
    ca = trustme.CA()
    ca.cert_pem.write_to_path(folder / "ca.pem")

    def dress(data: Path) -> tuple[str, ...]:
        own = ca.issue_cert(NAME)
        _put(data / "server.crt", own.cert_chain_pems[0].bytes())
        _put(data / "server.key", own.private_key_pem.bytes())
        _put(data / "pg_hba.conf", _LETS_IN.encode())
        return ("-c", "ssl=on", "-c", "listen_addresses=*")

    with own_server(dress) as server, ExitStack() as opened:
        with psycopg.connect(f"{server.address}/postgres", autocommit=True) as wire:
            wire.execute(f"CREATE ROLE maya SUPERUSER LOGIN PASSWORD '{_PASSWORD}'")
        cut: Cut
        if asked.proxy or not _may_cut():
            line = opened.enter_context(line_to(server.port))
            cut = Proxy(line, line.port)
        else:
            opened.enter_context(_namespace())
            cut = Cut(["ip", "netns", "exec", _SPACE], _SERVER, server.port)
        say(what="by", way="proxy" if isinstance(cut, Proxy) else "network namespace")
        where = f"{NAME}:{cut.port}/postgres?hostaddr={cut.host}&sslrootcert={folder}/ca.pem"
        yield f"{server.address}/postgres", f"postgresql://maya:{_PASSWORD}@{where}", cut


@contextmanager
def _namespace() -> Iterator[None]:
    try:
        _ip("link", "add", _HERE, "type", "veth", "peer", "name", _THERE, "netns", _SPACE)
        _ip("addr", "add", f"{_SERVER}/30", "dev", _HERE)
        _ip("link", "set", _HERE, "up")
        _ip("-n", _SPACE, "addr", "add", f"{_CALLER}/30", "dev", _THERE)
        for name in ("lo", _THERE):
            _ip("-n", _SPACE, "link", "set", name, "up")
        yield
    finally:
        with suppress(subprocess.CalledProcessError):
            _ip("netns", "del", _SPACE)


def _may_cut() -> bool:
    """Whether a network namespace can be made here; it is made."""
    with suppress(OSError, subprocess.CalledProcessError):
        _ip("netns", "add", _SPACE)
        return True
    return False


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


def _prepare(store: object) -> None:
    """A workspace with one lead who may be called at any hour."""
    from makers import make_campaign, make_lead
    from qualdesk.store.migrations import prepare
    from storms import ALL_DAY

    prepare(store)  # type: ignore[arg-type]
    with store.transaction() as tx:  # type: ignore[attr-defined]
        make_lead(tx, make_campaign(tx, limits=ALL_DAY))


def _inside(
    what: str, address: str, cut: Cut, asked: argparse.Namespace
) -> "subprocess.Popen[str]":
    words = [sys.executable, __file__, "--inside", what, "--lease", str(asked.lease)]
    child = subprocess.Popen(
        [*cut.prefix, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    # By its stdin: what stands in the list of programs everybody can read.
    _tell(child, address)
    return child


def _tell(child: "subprocess.Popen[str]", line: str) -> None:
    child.stdin.write(f"{line}\n")
    child.stdin.flush()


def _hear(child: "subprocess.Popen[str]", wait: float = 60.0) -> list[str]:
    ready, _, _ = select.select([child.stdout], [], [], wait)
    return child.stdout.readline().split() if ready else []


def inside_desk(address: str) -> None:
    """A caller's desk where the network ends; told what to do line by line."""
    from qualdesk.core.clock import SystemClock
    from qualdesk.core.errors import QualdeskError
    from qualdesk.desk.calling import Calling
    from qualdesk.files.outcomes import shipped_outcomes
    from qualdesk.store.database import Store

    store = Store(address, clock=SystemClock())
    desk = Calling(store, store.clock, "Ana", shipped_outcomes())
    call, new_id = desk.start_attempt(desk.next_lead().lead.id), str(uuid4())
    print("ready", flush=True)
    for line in sys.stdin:
        for _ in range(2 if line.strip() == "again" else 1):
            began = time.perf_counter()
            try:
                desk.record_answer(call.id, "q", "A second line", answer_id=new_id)
                says = "saved"
            except QualdeskError as error:
                says = type(error).__name__
            print(says, round(time.perf_counter() - began, 2), flush=True)


def inside_window(address: str) -> None:
    """The window where the network ends: dials, and is typed into once it is told of the cut."""
    from partition_typist import open_and_type

    open_and_type(address, _SECONDS_CUT)


def say(**told: object) -> None:
    load = round(os.getloadavg()[0], 1)
    print(json.dumps({"benchmark": "team_partition", **told, "load": load}), flush=True)


if __name__ == "__main__":
    main()
