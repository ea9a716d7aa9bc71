"""Writing a batch's package and letting its leads leave: each step alone, safe to be cut off."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from qualdesk.core.briefs import brief_to_json
from qualdesk.core.errors import ExportRefused, Refused, WorkspaceUnusable
from qualdesk.core.handoff import HandoffItem, Package, emails_in, receivers_in
from qualdesk.core.ids import CampaignId, DefinitionVersionId, LeadId
from qualdesk.core.progress import Progress
from qualdesk.core.wording import tr
from qualdesk.files.package_contents import Paper, brief_footer, manifest_for, named_title
from qualdesk.files.packages import (
    Written,
    check_package,
    items_in,
    manifest_of,
    remove_package,
    set_aside,
    sweep,
    write_package,
)
from qualdesk.store import handoffs
from qualdesk.store.database import Store, Transaction
from qualdesk.store.handoffs import LeavingItem, Preparing
from qualdesk.store.history import note


def begin(
    store: Store,
    caller: str,
    campaign: CampaignId,
    out: Path,
    items: Sequence[HandoffItem],
    *,
    answer_by: date,
    name: Callable[[int], str],
) -> tuple[Preparing, Path]:
    """Take the batch's number and note where it is being written; ``name`` tells under what name.

    Raises:
        ExportRefused: somebody else is writing this batch at this moment.
    """
    with store.transaction() as tx:
        preparing = handoffs.prepare_batch(
            tx,
            campaign,
            receiver=receivers_in(items),
            receiver_email=emails_in(items),
            answer_by=answer_by,
            made_by=caller,
        )
        folder = out.resolve() / name(preparing.number)
        handoffs.write_in(tx, preparing, str(folder))
    return preparing, folder


def in_place(
    preparing: Preparing, package: Package, folder: Path, progress: Progress | None
) -> tuple[Written, Package]:
    """The package, written and read back; or the one a crash left, when it says the same.

    Raises:
        ExportRefused: it cannot be written, or does not read back as it was written.
        Cancelled: somebody stopped it; nothing is left behind.
    """
    found = _left_by_a_crash(preparing)
    if found is not None:
        items = _items_that_say_the_same(found.folder, package)
        if items:
            return found, replace(package, items=items)
        set_aside(found.folder)
    sweep(folder)
    written = write_package(package, folder, _paper(package), progress)
    if check_package(written.folder) is None:
        remove_package(written.folder)
        raise ExportRefused(
            tr(
                "The files do not read back as they were written. Choose another folder, and have "
                "the disk looked at. The batch is unchanged and still ready."
            )
        )
    return written, package


def gave_up(store: Store, preparing: Preparing) -> bool:
    """Give the batch up; False when it has left after all, or nobody can be asked."""
    with suppress(WorkspaceUnusable), store.transaction() as tx:
        return handoffs.drop_batch(tx, preparing)
    return False


def leaving_items(
    package: Package, versions: dict[LeadId, DefinitionVersionId | None]
) -> list[LeavingItem]:
    """The leads as they enter the batch; ``versions`` are those they were judged by."""
    return [
        LeavingItem(
            id=item.id,
            lead_id=item.brief.lead_id,
            brief=brief_to_json(item.brief),
            definition_version_id=versions[item.brief.lead_id],
            receiver=item.receiver,
        )
        for item in package.items
    ]


def send(
    store: Store,
    caller: str,
    preparing: Preparing,
    written: Written,
    items: Sequence[LeavingItem],
    *,
    check: Callable[[Transaction], None],
) -> None:
    """Let the leads leave, and write it down. ``check`` looks once more at what was written.

    Raises:
        ExportRefused: another desk took the batch over, or a lead may no longer leave.
    """
    with store.transaction() as tx:
        handoffs.send_batch(
            tx,
            preparing,
            items,
            folder=str(written.folder),
            manifest_sha256=written.manifest_sha256,
        )
        check(tx)
        note(
            tx,
            caller,
            "handed off",
            "handoff_batch",
            preparing.batch_id,
            leads=[item.lead_id for item in items],
            manifest=written.manifest_sha256,
        )


def _left_by_a_crash(preparing: Preparing) -> Written | None:
    """The whole package of the run that was interrupted, if it got that far.

    Only what one of those runs wrote is taken: the folder could hold somebody else's batch.
    """
    if not preparing.begun or not preparing.folder:
        return None
    found = check_package(Path(preparing.folder))
    if found is None:
        return None
    manifest = manifest_of(found.folder)
    is_ours = manifest.get("batch_id") == preparing.batch_id
    begun = {at.isoformat() for at in preparing.begun}
    return found if is_ours and manifest.get("made_at") in begun else None


def _items_that_say_the_same(folder: Path, package: Package) -> tuple[HandoffItem, ...]:
    """The leads of the package in the folder if it is what would be written now; else none."""
    manifest = manifest_of(folder)
    asked = manifest_for(package, {})
    if any(manifest.get(key) != asked.get(key) for key in _TERMS):
        return ()
    try:
        items = items_in(folder)
    except Refused:
        # Written by an older version: whole, but it does not say all that one of today does.
        return ()
    told = [(item.brief, item.receiver) for item in items]
    return items if told == [(item.brief, item.receiver) for item in package.items] else ()


def _paper(package: Package) -> Paper:
    from qualdesk.links.paper import briefs_pdf

    footer, title = brief_footer(package), named_title(package)

    def paper(items: Sequence[HandoffItem], step: Callable[[], None]) -> bytes:
        named = f"Brief: {items[0].brief.name}" if len(items) == 1 else f"Briefs: {title}"
        pages = [(item.brief, item.receiver.name) for item in items]
        return briefs_pdf(pages, title=named, footer=footer, step=step)

    return paper


# What must be the same for a package a crash left to be the one that is asked for now.
_TERMS = ("format", "client", "receivers", "answer_by", "profile", "contents")
