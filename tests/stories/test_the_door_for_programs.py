"""The door for programs: the example in the docs is run as it is written there."""

import re
import tempfile
from pathlib import Path

import pytest

DESIGN = Path(__file__).resolve().parents[2] / "docs" / "design.md"


def test_the_example_in_the_docs_works_as_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    examples = re.findall(r"```python\n(.*?)```", DESIGN.read_text(encoding="utf-8"), re.DOTALL)
    assert len(examples) == 1
    exec(compile(examples[0], DESIGN.name, "exec"), {})  # noqa: S102 - our own documentation
    says = capsys.readouterr().out
    assert says.startswith("again ")
