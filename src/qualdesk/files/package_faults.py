"""What goes wrong where a batch is written, said in words with what to do."""

import errno
from pathlib import Path

from qualdesk.core.errors import ExportRefused, Problem
from qualdesk.core.wording import tr, tr_later


def refused(error: OSError, place: Path) -> ExportRefused:
    """The fault in words: where, what happened, what to do."""
    out = place.parent
    file = next((one for one in (out, *out.parents) if one.is_file()), None)
    if file is not None:
        says = tr("{file} is a file, not a folder. Choose a folder.", file=file.name)
    else:
        cannot = tr("{folder} cannot be written to. Choose another folder.", folder=out)
        is_held = getattr(error, "winerror", None) in _HELD
        fault = _HELD_OPEN if is_held else _FAULTS.get(error.errno or 0)
        says = tr(fault) if fault else cannot
    return ExportRefused(
        f"{says} {tr('The batch is unchanged and still ready.')}",
        [Problem(place=str(place), says=str(error))],
    )


# What Windows says of a file that another program has open.
_HELD = {32, 33}
_HELD_OPEN = tr_later(
    "Another program has a file there open. Close it there, or choose another folder."
)
_FAULTS = {
    errno.ENOSPC: tr_later("The disk is full. Make room there, or choose another folder."),
    errno.EDQUOT: tr_later(
        "Your share of the disk is used up. Make room there, or choose another folder."
    ),
    errno.EFBIG: tr_later("The disk takes no files of that size. Choose another folder."),
    errno.EROFS: tr_later(
        "Nothing can be written there: the disk is read-only. Choose another folder."
    ),
    errno.EACCES: tr_later(
        "You may not write there. Choose another folder, or ask for the right to."
    ),
    errno.EPERM: tr_later(
        "You may not write there. Choose another folder, or ask for the right to."
    ),
    errno.ENOTDIR: tr_later("There is a file where the folder should be. Choose another folder."),
    errno.EEXIST: tr_later(
        "A batch is there already and is never written over. Choose another folder."
    ),
    errno.ENOTEMPTY: tr_later(
        "A batch is there already and is never written over. Choose another folder."
    ),
    errno.ENAMETOOLONG: tr_later("The folder's name is too long. Choose one with a shorter path."),
}
