"""What the demo says at its end can be typed as it stands, wherever the program is."""

import shutil

import pytest

from qualdesk.demo.run import as_called


@pytest.mark.parametrize(
    ("program", "says"),
    [
        (".venv/bin/qualdesk", ".venv/bin/qualdesk"),
        (".venv/lib/qualdesk/__main__.py", ".venv/bin/python -m qualdesk"),
        ("/usr/bin/qualdesk", "qualdesk"),
        ("My programs/qualdesk", '"My programs/qualdesk"'),
    ],
)
def test_the_demo_is_opened_again_as_it_was_called(
    program: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: "/usr/bin/qualdesk")
    assert as_called(program, ".venv/bin/python") == says
