"""For how long people are kept, at the command line."""

from pathlib import Path

import pytest

from qualdesk.__main__ import main


def test_the_terms_are_said_by_the_names_people_gave(
    sqlite_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def ask(*words: str) -> list[str]:
        assert main([*words, "--db", str(sqlite_file)]) == 0
        return capsys.readouterr().out.splitlines()

    ask("campaign", "new", "Fair", "--client", "Acme")
    ask("retention", "--months", "12", "--client", "Acme")
    said = ask("retention", "--months", "1", "--campaign", "Fair")
    assert said[:3] == [
        "People are kept for 36 months after the last contact.",
        "Those of “Acme”: 12 months.",
        "Those of “Fair”: 1 month.",
    ]
    ask("retention", "--as-others", "--campaign", "Fair")
    assert "Fair" not in "".join(ask("retention"))
