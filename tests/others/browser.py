"""A browser without a window, told what to do as a person would: keys, and nothing else.

Chromium listens on two pipes; what is said is JSON, each message ended by a NUL.
"""

import fcntl
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from select import select
from typing import Any

SECONDS = 60
KEYS = {
    "Tab": (9, ""),
    "Enter": (13, "\r"),
    " ": (32, " "),
    "ArrowRight": (39, ""),
    "ArrowDown": (40, ""),
}


class Page:
    """One page in the browser."""

    def __init__(self, says: int, hears: int) -> None:
        self._says = says
        self._hears = hears
        self._numbers = count(1)
        self._left = b""
        self._session = ""
        self.faults: list[str] = []

    def open(self, path: Path, downloads: Path) -> None:
        """Open a file as a person does who clicks on it; what it saves goes to ``downloads``."""
        made = self.ask("Target.createTarget", url="about:blank")
        attached = self.ask("Target.attachToTarget", targetId=made["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for part in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{part}.enable")
        self.ask("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(downloads))
        self.ask("Page.navigate", url=path.as_uri())
        self.until("document.readyState === 'complete'")

    def press(self, key: str, held: int = 0) -> None:
        """Press one key; ``held`` is 2 for Ctrl, 8 for Shift."""
        number, text = KEYS.get(key, (ord(key[0].upper()), key))
        said = {
            "key": key,
            "code": f"Key{key.upper()}" if len(key) == 1 else key,
            "windowsVirtualKeyCode": number,
            "modifiers": held,
        }
        typed = {"text": text} if text and not held else {}
        kind = "keyDown" if typed else "rawKeyDown"
        self.ask("Input.dispatchKeyEvent", type=kind, **said, **typed)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **said)

    def spell(self, text: str) -> None:
        """Type a text letter by letter, as one chooses from a list."""
        for letter in text:
            self.press(letter)

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        self.ask("Input.insertText", text=text)

    def value(self, expression: str) -> Any:
        """What stands in the page."""
        found = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def until(self, expression: str) -> None:
        """Wait until something is true of the page."""
        for _ in range(SECONDS * 20):
            if self.value(expression):
                return
            select([], [], [], 0.05)
        raise AssertionError(f"never true: {expression}")

    def downloaded(self, folder: Path) -> Path:
        """The one file that was saved, once the browser is done with it."""
        for _ in range(SECONDS * 20):
            found = list(folder.iterdir()) if folder.is_dir() else []
            if len(found) == 1 and found[0].suffix != ".crdownload" and found[0].stat().st_size:
                return found[0]
            select([], [], [], 0.05)
        raise AssertionError("nothing was saved")

    def ask(self, method: str, **values: Any) -> dict[str, Any]:
        """Say something to the browser, and wait for what it says to it."""
        number = next(self._numbers)
        said: dict[str, Any] = {"id": number, "method": method, "params": values}
        if self._session:
            said["sessionId"] = self._session
        os.write(self._says, json.dumps(said).encode() + b"\0")
        while True:
            heard = self._next()
            if heard.get("id") == number:
                assert "error" not in heard, (method, heard["error"])
                return dict(heard["result"])
            self._note(heard)

    def _note(self, heard: dict[str, Any]) -> None:
        """Keep what went wrong in the page, and whatever it tried to fetch."""
        method, said = heard.get("method", ""), heard.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.faults.append(said["exceptionDetails"]["text"])
        elif method == "Log.entryAdded" and said["entry"]["level"] in {"error", "warning"}:
            self.faults.append(said["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            url = said["request"]["url"]
            if not url.startswith(("file:", "blob:", "about:")):
                self.faults.append(f"asked for {url}")

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            ready, _, _ = select([self._hears], [], [], SECONDS)
            assert ready, "the browser says nothing any more"
            self._left += os.read(self._hears, 1 << 16)
        line, _, self._left = self._left.partition(b"\0")
        return dict(json.loads(line))


@contextmanager
def a_browser(profile: Path) -> Iterator[Page]:
    """A browser with a profile of its own."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))))
    (hears_at, says), (hears, says_at) = os.pipe(), os.pipe()
    # It reads from 3 and writes to 4, which may be taken here.
    given = [fcntl.fcntl(one, fcntl.F_DUPFD, 20) for one in (hears_at, says_at)]
    started = subprocess.Popen(
        [
            *("bash", "-c", f'exec "$0" "$@" 3<&{given[0]} 4>&{given[1]}', program),
            *("--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"),
            *("--no-first-run", f"--user-data-dir={profile}", "about:blank"),
        ],
        pass_fds=given,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for one in (hears_at, says_at, *given):
        os.close(one)
    page = Page(says, hears)
    try:
        yield page
        page.ask("Browser.close")
    finally:
        started.terminate()
        started.wait(30)
        os.close(says)
        os.close(hears)
