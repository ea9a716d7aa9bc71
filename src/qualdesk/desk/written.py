"""What the doors to scripts and to definitions have in common: drafts let go, versions, files."""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from qualdesk.core.clock import Clock
from qualdesk.core.definition import Definition
from qualdesk.core.drafts import DocumentVersion, SetAside
from qualdesk.core.scripts import CallScript
from qualdesk.desk.new_documents import begun_like
from qualdesk.desk.shelves import Begun, Shelf
from qualdesk.store.database import Store
from qualdesk.store.history import note

_Document = TypeVar("_Document", CallScript, Definition)


class Written(Generic[_Document]):
    """Documents of one kind, on their shelf."""

    _shelf: Shelf[_Document]

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def drop(self, document_id: str) -> _Document:
        """Let the draft go. What it was comes back, so that undo can keep it again.

        Raises:
            Refused: there is no draft.
        """
        with self._store.transaction() as tx:
            dropped = self._shelf.drop(tx, document_id, self._caller)
            note(tx, self._caller, "dropped the draft", self._shelf.kind, document_id)
        return dropped

    def put_aside(self, document_id: str) -> tuple[SetAside, ...]:
        """Drafts that somebody wrote over, the newest first."""
        with self._store.reading() as tx:
            return self._shelf.put_aside(tx, document_id)

    def versions(self, document_id: str) -> tuple[DocumentVersion, ...]:
        """The versions that were kept, the newest first."""
        with self._store.reading() as tx:
            return self._shelf.versions(tx, document_id)

    def version(self, document_id: str, number: int) -> _Document:
        """A version as it was kept.

        Raises:
            NotFound: there is none of that number.
        """
        with self._store.reading() as tx:
            return self._shelf.version(tx, document_id, number)

    def write_file(self, document_id: str, path: Path, number: int | None = None) -> None:
        """Write a version to a file: TOML, or XLSX for a script. Without a number: the draft.

        Raises:
            NotFound: there is no such document or version.
            DocumentRefused: it cannot be written there, or said in that format.
        """
        with self._store.reading() as tx:
            if number is None:
                document = self._shelf.begun(tx, document_id).document
            else:
                document = self._shelf.version(tx, document_id, number)
        self._shelf.write_file(path, document)

    def _begin(
        self, name: str, like: str, blank: Callable[[str, str], _Document]
    ) -> Begun[_Document]:
        """A new draft of that name, blank or with the words of ``like``."""
        with self._store.transaction() as tx:
            self._shelf.take_turn(tx)
            made = begun_like(tx, self._shelf, name, like, blank)
            found = self._shelf.keep(tx, made, 0, self._caller, over=False)
            note(tx, self._caller, "began", self._shelf.kind, made.id)
        return found
