"""The demo as a command: a throw-away workspace, a morning, a batch, pictures, ten lines."""

import os
import shutil
import sys
from argparse import Namespace
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from qualdesk.bootstrap import open_desk
from qualdesk.cli.plain import say
from qualdesk.core.backups import NONE_BY_ITSELF
from qualdesk.core.cards import NothingToCall
from qualdesk.core.clock import RunningClock, SetClock
from qualdesk.core.errors import Refused
from qualdesk.core.progress import Progress
from qualdesk.demo.morning import Morning, answer_as, play
from qualdesk.desk import Desk
from qualdesk.desk.export import Exported
from qualdesk.desk.list_results import Loaded
from qualdesk.desk.samples import sample_campaign
from qualdesk.resources import shipped
from qualdesk.settings import Settings, address_of

if TYPE_CHECKING:
    from qualdesk.demo.pictures import Studio

CAMPAIGN = "PackTech Expo 2026"
CALLER = "Maya Lind"
STARTS = datetime.fromisoformat("2026-03-17T10:04:00+01:00")
WORKSPACE = "workspace.sqlite"
# A folder that holds this file was made by an earlier demo, and may be made anew.
_MARK = ".qualdesk-demo"


def run(settings: Settings, asked: Namespace) -> int:
    """Play the demo into a folder; with ``--window`` open what it made in the real window.

    Raises:
        Refused: the folder is in use for something else.
    """
    if not asked.window:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qualdesk.demo.pictures import Studio
    from qualdesk.qt.app import application, open_window

    application()  # before the briefs are printed, which would make a lesser one
    out = asked.out.absolute()
    _make_room(out)
    clock = SetClock(asked.at or STARTS)
    played = replace(
        settings,
        database=address_of(str(out / WORKSPACE)),
        caller=CALLER,
        is_named=True,
        backups=NONE_BY_ITSELF,
    )
    studio = Studio(settings=played, clock=clock, folder=out)
    desk = open_desk(played.database, clock=clock, caller=CALLER, durable=False)
    try:
        told = _play(desk, clock, studio, _Told())
    finally:
        desk.close()
    shutil.rmtree(out / ".window", ignore_errors=True)
    say({"folder": out, "says": told}, told, as_data=asked.json)
    if asked.window:
        return open_window(
            replace(played, config_folder=settings.config_folder), clock=RunningClock(clock.now())
        )
    return 0


class _Told(Progress):
    """Progress as one line that rewrites itself, on a terminal; silent elsewhere."""

    def report(self, done: int, of: int | None = None, says: str | None = None) -> None:
        """Say how far it is."""
        super().report(done, of, says)
        if sys.stderr.isatty():
            count = f" {done} of {self.of}" if self.of else ""
            sys.stderr.write(f"\r\033[K{self.says}{count}")
            sys.stderr.flush()

    def finish(self) -> None:
        """Leave the line empty."""
        if sys.stderr.isatty():
            sys.stderr.write("\r\033[K")


def _play(desk: Desk, clock: SetClock, studio: "Studio", progress: _Told) -> list[str]:
    """Everything that happens, and the ten lines that tell it."""
    progress.report(0, 0, "Loading the sample list")
    sample_campaign(desk, CAMPAIGN, shipped("samples", "packtech-expo.toml"))
    loaded = desk.intake.load(
        shipped("samples", "packtech-expo.csv"),
        campaign=CAMPAIGN,
        left_out=studio.folder / "left-out.csv",
    )
    morning = Morning()
    pictures = _draw_first_call(desk, clock, studio, progress, morning)
    play(desk, clock, CAMPAIGN, progress, morning)
    pictures += _draw_pages(desk, studio, progress)
    progress.report(0, 0, "Writing the batch")
    batch = desk.handoff.export(CAMPAIGN, studio.folder)
    progress.finish()
    return _ten_lines(desk, loaded, morning, batch, pictures)


def _ten_lines(
    desk: Desk, loaded: Loaded, morning: Morning, batch: Exported, pictures: list[Path]
) -> list[str]:
    buckets = desk.floor.buckets(CAMPAIGN)
    stands = [
        f"{count} {bucket.label.lower()}" for bucket, count in buckets.counts.items() if count
    ]
    ended = ", ".join(
        f"{count} {desk.calling.outcomes.outcome(code).label.lower()}"
        for code, count in morning.outcomes.items()
    )
    rows = (
        f"Loaded {loaded.rows} rows: {loaded.new} new, {loaded.updated} updated, "
        f"{loaded.merged} merged, {loaded.left_out} left out (why: left-out.csv)."
    )
    sent = (
        f"Batch {batch.number} went to sales with {len(batch.leads)} leads; "
        f"{len(batch.left_behind)} stayed behind."
    )
    again = as_called(sys.argv[0], sys.orig_argv[0])
    return [
        rows,
        f"Called {morning.calls} times: {ended}.",
        f"Outcomes taken back: {morning.undone}. Referrals added: {morning.referrals}.",
        f"Where the {buckets.total} leads stand: {', '.join(stands)}.",
        sent,
        f"  the batch:     {batch.folder}",
        f"  one brief:     {next(file for file in batch.files if file.suffix == '.pdf')}",
        f"  pictures:      {', '.join(path.name for path in pictures)}",
        f"  the workspace: {batch.folder.parent / WORKSPACE}",
        f"Open it in the real window with: {again} demo --window",
    ]


def as_called(program: str, python: str) -> str:
    """How the program was called: as a program, or as a module of that Python.

    In a checkout it is not on the PATH: its bare name would be another one's, or nobody's.
    """
    if Path(program).name == "__main__.py":
        program, more = python, " -m qualdesk"
    else:
        program, more = "qualdesk" if program == shutil.which("qualdesk") else program, ""
    return (f'"{program}"' if " " in program else program) + more


def _draw_first_call(
    desk: Desk, clock: SetClock, studio: "Studio", progress: _Told, morning: Morning
) -> list[Path]:
    """The desk before and during the first call of the morning, which ends well."""
    progress.report(0, 0, "Drawing the desk")
    card = desk.calling.next_lead(CAMPAIGN)
    if isinstance(card, NothingToCall):
        return []
    drawn = [studio.take("call-desk-ready", "desk")]
    attempt = desk.calling.start_attempt(card.lead.id)
    answer_as(desk, card, attempt, 0, leave=4)
    clock.advance(timedelta(minutes=3, seconds=42))
    drawn.append(studio.take("call-desk-light", "desk", "on a call"))
    drawn.append(studio.take("call-desk-dark", "desk", "on a call", scheme="dark"))
    answer_as(desk, card, attempt, 0)
    desk.calling.finish(attempt.id, "qualified")
    morning.count("qualified")
    return drawn


def _draw_pages(desk: Desk, studio: "Studio", progress: _Told) -> list[Path]:
    """The lists, and the batch that is ready."""
    progress.report(0, 0, "Drawing the pages")
    drawn = [studio.take("lists-light", "lists"), studio.take("hand-off-light", "handoff")]
    if held := desk.calling.held():
        desk.calling.release(held.lead.id)
    return drawn


def _make_room(out: Path) -> None:
    """An empty folder for the demo; only what an earlier demo made is taken away.

    Raises:
        Refused: the folder holds something else.
    """
    if out.exists() and not (out / _MARK).exists():
        if not out.is_dir() or any(out.iterdir()):
            raise Refused(f"{out} is in use for something else. Choose another with: --out DIR")
    elif out.exists():
        shutil.rmtree(out)
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / _MARK).touch()
    except OSError as error:
        raise Refused(f"{out} cannot be written: {error.strerror}.") from error
