"""The sample to look around in: a workspace of its own, made from the shipped files."""

from pathlib import Path

from qualdesk.core.errors import NotFound
from qualdesk.core.progress import Progress
from qualdesk.desk import Desk
from qualdesk.desk.samples import sample_campaign
from qualdesk.resources import shipped
from qualdesk.settings import Settings, address_of

_LISTS = (".csv", ".xlsx")


def sample_address(settings: Settings) -> str:
    """Where the sample lies: a file beside the workspace, to be thrown away at any time."""
    return address_of(str(settings.data_folder / "sample.sqlite"))


def make_sample(desk: Desk, progress: Progress) -> None:
    """Fill a new sample workspace; one that is filled stays as the person left it.

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
        raise NotFound("The sample was not shipped with this program. Load a list of your own.")
    return plans[0], lists
