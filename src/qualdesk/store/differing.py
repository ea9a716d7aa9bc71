"""A workspace file beside a backup of it: what putting the backup in place would come to."""

from contextlib import closing
from pathlib import Path
from typing import Any, Final

from qualdesk.core.backups import Difference
from qualdesk.core.wording import tr
from qualdesk.store import ciphers

# Of each, those whose number the other one has not.
_NEWER: Final = {
    "campaigns": "SELECT COUNT(*) FROM campaign WHERE id NOT IN (SELECT id FROM old.campaign)",
    "leads": "SELECT COUNT(*) FROM lead WHERE id NOT IN (SELECT id FROM old.lead)",
    "calls": "SELECT COUNT(*) FROM attempt WHERE id NOT IN (SELECT id FROM old.attempt)",
    "answers": "SELECT COUNT(*) FROM answer WHERE id NOT IN (SELECT id FROM old.answer)",
    "handoffs": """SELECT COUNT(*) FROM handoff_item
        WHERE id NOT IN (SELECT id FROM old.handoff_item)""",
    "callbacks": "SELECT COUNT(*) FROM callback WHERE id NOT IN (SELECT id FROM old.callback)",
    "stops": "SELECT COUNT(*) FROM suppression WHERE id NOT IN (SELECT id FROM old.suppression)",
    "erased": """SELECT COUNT(*) FROM contact JOIN old.contact AS was USING (id)
        WHERE contact.erased_at IS NOT NULL AND was.erased_at IS NULL""",
    "changed": """SELECT COUNT(*) FROM lead JOIN old.lead AS was USING (id)
        WHERE (lead.state, lead.last_attempt_at, lead.due_at, lead.last_outcome)
            IS NOT (was.state, was.last_attempt_at, was.due_at, was.last_outcome)""",
    "back": "SELECT COUNT(*) FROM old.lead WHERE id NOT IN (SELECT id FROM main.lead)",
    # Of campaigns, scripts, rules, settings: there is no end to what can have been done.
    "acts": """SELECT COUNT(*) FROM history
        WHERE id > (SELECT COALESCE(MAX(id), 0) FROM old.history)""",
}


def difference(file: Path, backup: Path) -> Difference:
    """What the workspace has that the backup has not. Both are only read.

    A workspace that cannot be read is said, not raised: it may be why a backup is wanted.
    """
    if not file.exists():
        return Difference(unread=tr("there is no workspace in its place."))
    if not file.stat().st_size:
        # The name alone is left of it: what was in it may well have been newer.
        return Difference(unread=tr("the workspace is damaged."))
    try:
        with closing(ciphers.connect_to_both(file, backup, "old")) as driver:
            counts: dict[str, Any] = {}
            for name, text in _NEWER.items():
                try:
                    counts[name] = int(driver.execute(text).fetchone()[0])
                except ciphers.errors():
                    # A table or column that the older of the two did not have yet.
                    counts[name] = 0
            if driver.execute("PRAGMA main.quick_check(1)").fetchone()[0] != "ok":
                return Difference(unread=tr("the workspace is damaged."))
    except ciphers.errors():
        return Difference(unread=tr("the workspace is damaged."))
    return Difference(**counts)
