"""The campaign of the shipped sample: its people are invented, and have agreed."""

from pathlib import Path

from qualdesk.core.campaigns import Campaign
from qualdesk.desk import Desk


def sample_campaign(desk: Desk, name: str, source: Path) -> Campaign:
    """Make a campaign of the sample, whose definition its marketing and sales have signed.

    Raises:
        DocumentRefused: the campaign file cannot be used.
        Refused: the name is taken.
    """
    made = desk.library.new_from_files(name, source=source)
    agreed = desk.library.shipped_definition()
    for signature in agreed.signatures:
        desk.definitions.sign(agreed.id, signature.side, signature.name)
    return desk.library.campaign(made.id)
