"""Where scripts and definitions stand: each with its draft, its versions, who works by it."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final, Generic, TypeVar

from qualdesk.core.definition import Definition
from qualdesk.core.drafts import DocumentVersion, SetAside
from qualdesk.core.errors import DocumentRefused, NewerDraft, NotFound, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk.document_files import read_script_file, write_script_file
from qualdesk.desk.versions import definition_of, script_of
from qualdesk.resources import shipped
from qualdesk.store import document_drafts as written
from qualdesk.store import document_versions as kept
from qualdesk.store.clients import own_client
from qualdesk.store.database import Transaction
from qualdesk.store.document_versions import Kind

_Document = TypeVar("_Document", CallScript, Definition)
_LONGEST_ID = 50


@frozen
class Begun(Generic[_Document]):
    """A document as it is being written, with the number it will have, or as it was kept.

    Attributes:
        revision: 0 while nothing was saved; ``newest`` is the last version that was kept.
        uses: the campaigns that work by any version of it.
    """

    document: _Document
    revision: int
    newest: kept.KeptVersion | None
    changed_at: datetime | None
    changed_by: str
    uses: tuple[kept.Use, ...]
    in_calls: int

    @property
    def based_on(self) -> int:
        """The version it is compared with, 0 for none."""
        return self.newest.number if self.newest else 0

    @property
    def campaigns(self) -> tuple[str, ...]:
        """The names of the campaigns that work by it."""
        return names_of(self.uses)


@frozen
class Shelf(Generic[_Document]):
    """All documents of one kind.

    Attributes:
        read, write: turn their JSON into values and back.
        check: as ``read``, of what is to be kept: what cannot be is refused.
        read_file: what stands in a file; ``write_file`` writes one.
    """

    kind: Kind
    read: Callable[[str], _Document]
    write: Callable[[_Document], str]
    check: Callable[[str], _Document]
    read_file: Callable[[Path], _Document]
    write_file: Callable[[Path, _Document], None]

    def samples(self) -> dict[str, _Document]:
        """The documents that come with the program, by id."""
        files = sorted(shipped(f"{self.kind}s").glob("*.toml"))
        return {one.id: one for one in map(self.read_file, files)}

    def ids(self, tx: Transaction) -> tuple[str, ...]:
        """The ids of all that were kept or begun, in order.

        For whoever works for one client alone not those that only others' campaigns work by.
        """
        return tuple(sorted(self._all_ids(tx) - kept.of_others(tx, self.kind)))

    def _all_ids(self, tx: Transaction) -> set[str]:
        found = set(kept.document_ids(tx, self.kind))
        return found | {draft.document_id for draft in written.drafts(tx, self.kind)}

    def take_turn(self, tx: Transaction) -> None:
        """Wait until nobody else changes a document, before reading what will be changed."""
        tx.dialect.one_at_a_time(tx.connection, "documents")

    def begun(self, tx: Transaction, document_id: str) -> Begun[_Document]:
        """The draft, or else what one would begin from: the newest version, as it was kept.

        Raises:
            NotFound: there is neither.
        """
        draft = written.find_draft(tx, self.kind, document_id)
        newest = kept.newest(tx, self.kind, document_id)
        text = draft or newest
        if text is None or document_id in kept.of_others(tx, self.kind):
            known = ", ".join(f"“{one}”" for one in self.ids(tx)) or tr("none yet")
            raise NotFound(tr(_NOTHING[self.kind], id=document_id, known=known))
        document = self.read(text.json)
        if draft is not None:
            document = replace(document, version=newest.number + 1 if newest else 1)
        return Begun(
            document=document,
            revision=draft.revision if draft else 0,
            newest=newest,
            changed_at=draft.changed_at if draft else None,
            changed_by=draft.changed_by if draft else "",
            uses=kept.uses(tx, self.kind, document_id),
            in_calls=kept.in_calls(tx, self.kind, document_id),
        )

    def keep(
        self, tx: Transaction, document: _Document, revision: int, by: str, *, over: bool
    ) -> Begun[_Document]:
        """Save a draft.

        Raises:
            NewerDraft: somebody saved another one meanwhile, or put a newer version to use than
                the one it was begun from; nothing was changed.
            DocumentRefused: a key or a value in it cannot be kept.
        """
        document = self.as_kept(document)
        self.take_turn(tx)
        newest = kept.newest(tx, self.kind, document.id)
        based_on = newest.number if newest else 0
        if not (revision or over) and document.version < based_on:
            # Begun from an older version: its changes would be undone without a word.
            raise NewerDraft(
                tr(
                    "Version {version} was put to use meanwhile. Look at it, then choose whose "
                    "words to keep.",
                    version=based_on,
                )
            )
        text = self.write(replace(document, version=based_on + 1))
        written.keep_draft(
            tx,
            self.kind,
            document.id,
            text,
            based_on=based_on,
            revision=revision,
            by=by,
            over=over,
        )
        return self.begun(tx, document.id)

    def as_kept(self, document: _Document) -> _Document:
        """The document as it is read again once it is kept; what cannot be would be lost.

        Raises:
            DocumentRefused: a key or a value in it cannot be kept.
        """
        text = self.write(document)
        try:
            text.encode()
        except UnicodeEncodeError:
            raise DocumentRefused(
                tr("There is half a letter in it, which nobody can keep. Type these words again.")
            ) from None
        return self.check(text)

    def drop(self, tx: Transaction, document_id: str, by: str) -> _Document:
        """Let a draft go; it comes back so that it can be saved again.

        Raises:
            Refused: there is none.
        """
        self.take_turn(tx)
        draft = written.find_draft(tx, self.kind, document_id)
        if draft is None:
            raise Refused(tr("There is no draft to drop."))
        written.drop_draft(tx, self.kind, document_id, by)
        return self.read(draft.json)

    def versions(self, tx: Transaction, document_id: str) -> tuple[DocumentVersion, ...]:
        """What was kept of a document, the newest first."""
        used = {use.number for use in kept.uses(tx, self.kind, document_id)}
        return tuple(
            DocumentVersion(number=one.number, at=one.at, by=one.by, in_force=one.number in used)
            for one in kept.versions(tx, self.kind, document_id)
        )

    def version(self, tx: Transaction, document_id: str, number: int) -> _Document:
        """A version as it was kept.

        Raises:
            NotFound: there is none of that number.
        """
        for one in kept.versions(tx, self.kind, document_id):
            if one.number == number:
                return self.read(one.json)
        raise NotFound(tr(_NO_VERSION[self.kind], id=document_id, number=number))

    def put_aside(self, tx: Transaction, document_id: str) -> tuple[SetAside, ...]:
        """Drafts that others wrote over, the newest first."""
        return tuple(
            SetAside(
                document=self.read(one.json),
                revision=one.revision,
                changed_at=one.changed_at,
                changed_by=one.changed_by,
            )
            for one in written.put_aside(tx, self.kind, document_id)
        )

    def free_id(self, tx: Transaction, name: str) -> str:
        """An id for a new document of that name, which none has yet.

        Raises:
            Refused: it has no name.
        """
        if not name.strip():
            raise Refused(tr(_NO_NAME[self.kind]))
        # Others have documents that are not to be seen by who works for one client alone: with
        # the client's name in front none runs into theirs.
        whole = " ".join(filter(None, (own_client(tx), name)))
        plain = unicodedata.normalize("NFKD", whole).encode("ascii", "ignore").decode()
        words = "-".join(re.findall(r"[a-z0-9]+", plain.casefold()))[:_LONGEST_ID].strip("-")
        start = words if words[:1].isalpha() else f"{self.kind}-{words}".strip("-")
        taken = self._all_ids(tx)
        number, found = 1, start
        while found in taken:
            number += 1
            found = f"{start}-{number}"
        return found


def names_of(uses: tuple[kept.Use, ...]) -> tuple[str, ...]:
    """The names of these campaigns, each once, in the order they were made."""
    return tuple(dict.fromkeys(use.name for use in uses))


# The readers of files are imported late: they cost the program's start, and few starts read one.
def _script_json(script: CallScript) -> str:
    from qualdesk.files.documents import script_to_json

    return script_to_json(script)


def _definition_json(definition: Definition) -> str:
    from qualdesk.files.documents import definition_to_json

    return definition_to_json(definition)


def _script_to_keep(text: str) -> CallScript:
    from qualdesk.files.documents import script_to_keep

    return script_to_keep(text)


def _definition_to_keep(text: str) -> Definition:
    from qualdesk.files.documents import definition_to_keep

    return definition_to_keep(text)


def _read_definition(path: Path) -> Definition:
    from qualdesk.files.documents import read_definition

    return read_definition(path)


def _write_definition(path: Path, definition: Definition) -> None:
    from qualdesk.files.documents import write_definition

    write_definition(path, definition)


SCRIPTS = Shelf(
    kind="script",
    read=script_of,
    write=_script_json,
    check=_script_to_keep,
    read_file=read_script_file,
    write_file=write_script_file,
)
DEFINITIONS = Shelf(
    kind="definition",
    read=definition_of,
    write=_definition_json,
    check=_definition_to_keep,
    read_file=_read_definition,
    write_file=_write_definition,
)
_NOTHING: Final = {
    "script": tr_later("There is no script “{id}”. There are: {known}."),
    "definition": tr_later("There is no definition “{id}”. There are: {known}."),
}
_NO_VERSION: Final = {
    "script": tr_later("There is no version {number} of the script “{id}”."),
    "definition": tr_later("There is no version {number} of the definition “{id}”."),
}
_NO_NAME: Final = {
    "script": tr_later("A script needs a name. Give it one that others will recognise."),
    "definition": tr_later("A definition needs a name. Give it one that others will recognise."),
}
