"""The sample to look around in: a workspace of its own, made from the shipped files."""

from datetime import datetime
from pathlib import Path

from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.progress import Progress
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.desk.samples import sample_campaign
from qualdesk.resources import shipped
from qualdesk.settings import Settings, address_of

STARTS = datetime.fromisoformat("2026-03-17T10:04:00+01:00")
"""When the sample begins: a morning in the second week of its window, on which all are called."""
_FILE = "sample.sqlite"
_BESIDE = ("-wal", "-shm", "-journal")
_LISTS = (".csv", ".xlsx")


def sample_address(settings: Settings) -> str:
    """Where the sample lies: a file beside the workspace, to be thrown away at any time."""
    return address_of(str(settings.data_folder / _FILE))


def throw_away(settings: Settings) -> None:
    """Take the sample's file away; without one there is nothing to do.

    Raises:
        Refused: it is open in another program.
    """
    file = settings.data_folder / _FILE
    for each in (file, *(file.with_name(file.name + end) for end in _BESIDE)):
        try:
            each.unlink(missing_ok=True)
        except OSError as error:
            raise Refused(
                tr(
                    "The sample in {file} cannot be thrown away: {why}.",
                    file=file,
                    why=error.strerror,
                )
            ) from error


def make_sample(desk: Desk, progress: Progress) -> None:
    """Fill a new sample workspace; one that is filled stays as it is.

    Raises:
        NotFound: the sample files were not shipped.
    """
    if desk.library.campaigns():
        return
    plan, lists = _files()
    campaign = sample_campaign(desk, "Sample", plan)
    for each in lists:
        desk.intake.load(each, campaign=campaign.id, progress=progress)


def _files() -> tuple[Path, tuple[Path, ...]]:
    folder = shipped("samples")
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    plans = [file for file in files if file.suffix == ".toml"]
    lists = tuple(file for file in files if file.suffix in _LISTS)
    if not plans or not lists:
        raise NotFound(tr("The sample was not shipped with this program. Load a list of your own."))
    return plans[0], lists
