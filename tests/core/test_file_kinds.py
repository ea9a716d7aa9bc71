"""What a file is by its name: loaded into a workspace, or a workspace itself."""

import pytest

from qualdesk.core.file_kinds import LISTS, is_loaded


@pytest.mark.parametrize("end", [*LISTS, ".CSV", ".Xlsx", ".toml"])
def test_lists_and_campaigns_are_loaded(end: str) -> None:
    assert is_loaded(f"Spring fair.2026{end}")


@pytest.mark.parametrize("name", ["desk.sqlite", "team.qualdesk", "desk", "leads.csv.bak"])
def test_any_other_file_is_a_workspace(name: str) -> None:
    assert not is_loaded(name)
