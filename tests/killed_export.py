"""An export that is killed at every step, for the test that looks at what is left: a program.

It is told a workspace, a folder, "folder" or "zip", and steps: after how many files it dies. For
each it forks a desk that exports and dies there, and says the step, with what lies in the folder
then. Last come the beginning and the end of what lets the leads leave.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from qualdesk.core.clock import SystemClock
from qualdesk.core.handoff import Contents, Package
from qualdesk.desk import export_writing
from qualdesk.desk.handoff import Handoff
from qualdesk.files import package_zip, packages
from qualdesk.files.lead_lines import lead_schema
from qualdesk.files.package_contents import Paper
from qualdesk.files.packages import check_package
from qualdesk.store import handoffs
from qualdesk.store.database import Store


def no_paper(_package: Package) -> Paper:
    """Pages take a second each time, and how they are made is not looked at here."""
    return lambda items, step: b"".join(step() or item.id.encode() for item in items)


def die(*_: Any, **__: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def dies_after(work: Callable[..., Any], count: int) -> Callable[..., Any]:
    """The same work, until it was done so often."""
    left = [count]

    def until(*given: Any, **named: Any) -> Any:
        if left[0] == 0:
            die()
        left[0] -= 1
        return work(*given, **named)

    return until


def export_until(url: str, out: Path, contents: Contents, step: int | str) -> None:
    if step == "leaving":
        handoffs.send_batch = die
    elif step == "left":
        sends = handoffs.send_batch

        def send(*given: Any, **named: Any) -> None:
            sends(*given, **named)
            die()

        handoffs.send_batch = send
    elif contents.is_zip:
        package_zip.ZipWriter._put = dies_after(package_zip.ZipWriter._put, int(step))
    else:
        packages._write = dies_after(packages._write, int(step))
    store = Store(url, clock=SystemClock())
    Handoff(store, store.clock, "Rosa").export("Fair", out, contents=contents)


def killed(url: str, out: Path, contents: Contents, step: int | str) -> bool:
    """Whether the desk died at that step; it had fewer of them when it did not."""
    child = os.fork()
    if child == 0:
        export_until(url, out, contents, step)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def main() -> None:
    url, out, kind = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    contents = Contents(is_zip=kind == "zip")
    export_writing._paper = no_paper
    # Read once, before there are many of us.
    lead_schema()
    for name in ("xlsxwriter", "qualdesk.files.document_models", "qualdesk.core.phones"):
        import_module(name)

    steps: list[int | str] = [*map(int, sys.argv[4].split(",")), "leaving", "left"]
    for step in steps:
        assert killed(url, out, contents, step), step
        names = sorted(path.name for path in out.iterdir()) if out.is_dir() else []
        shown = [name for name in names if not name.startswith(".")]
        whole = [name for name in shown if check_package(out / name) is not None]
        line = json.dumps({"step": step, "shown": shown, "whole": whole, "all": names})
        os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    main()
