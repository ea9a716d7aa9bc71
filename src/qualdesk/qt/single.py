"""One window for each workspace: a second start raises the first, hands its file over, and ends."""

import hashlib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_RAISE: Final = "raise"
_LONGEST: Final = 8192
_PATIENCE_MS: Final = 5000
_STEP_MS: Final = 200
# A start shows what it was made for before it hears others, and their patience is five times this.
_LISTENS_AFTER_MS: Final = 1000


class OneWindow(QObject):
    """Holds a workspace's place for its window. Other processes may work beside it.

    The command line needs no place: the workspace itself stands several writers.
    """

    raised = Signal()
    """Somebody started the program again: the window is to come to the front."""
    handed = Signal(object)
    """They did so on a file: its ``Path``, for the window to take."""

    def __init__(self, workspace: str, folder: Path) -> None:
        super().__init__()
        key = hashlib.sha256(workspace.encode()).hexdigest()[:16]
        folder.mkdir(parents=True, exist_ok=True)
        self._place = QLockFile(str(folder / f"window-{key}.pid"))
        self._place.setStaleLockTime(0)
        # Two people of one computer have workspaces of their own: the folder tells them apart.
        mine = hashlib.sha256(f"{folder}|{workspace}".encode()).hexdigest()[:16]
        self._name = f"qualdesk-{mine}"
        self._server: QLocalServer | None = None
        self._soon = QTimer(self, singleShot=True, interval=_LISTENS_AFTER_MS)
        self._soon.timeout.connect(self._listen)

    def take(self) -> bool:
        """Take the place; False when another window has it. What a crash left is put aside."""
        if not self._place.tryLock(0):
            return False
        self._soon.start()
        return True

    def raise_other(self, file: Path | None = None) -> bool:
        """Ask the window that has the place to come to the front; False when it is silent.

        It is handed the file this start was made with, when there is one.
        It may just be starting, so this asks for up to five seconds.
        """
        from PySide6.QtNetwork import QLocalSocket

        patience = QDeadlineTimer(_PATIENCE_MS)
        while not patience.hasExpired():
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(_STEP_MS):
                socket.write(f"{file or _RAISE}\n".encode())
                socket.flush()
                heard = socket.waitForDisconnected(_PATIENCE_MS)
                return heard or socket.state() == QLocalSocket.LocalSocketState.UnconnectedState
            QThread.msleep(_STEP_MS)
        return False

    def leave(self) -> None:
        """Give the place up."""
        self._soon.stop()
        if self._server is not None:
            self._server.close()
        self._place.unlock()

    def _listen(self) -> None:
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        server = self._server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(partial(self._called, server))
        server.listen(self._name)

    def _called(self, server: "QLocalServer") -> None:
        """Hear another start out, and hang up: that is its answer."""
        while server.hasPendingConnections():
            socket = server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._read, socket))
            self._read(socket)

    def _read(self, socket: "QLocalSocket") -> None:
        """Take a whole line; what is longer than any path is not listened to."""
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        said = bytes(socket.readLine(_LONGEST).data()).decode(errors="replace").rstrip("\n")
        socket.disconnectFromServer()
        self.raised.emit()
        if Path(said).is_absolute():
            self.handed.emit(Path(said))
