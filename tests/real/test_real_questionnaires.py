"""Real XLSForms: each is taken, or refused with sheet and row for everything; never a fall.

Run with QUALDESK_REAL_FILES=DIR; without it nothing here is collected. Nothing in the product is
tuned to these files.
"""

import os
import re
from pathlib import Path

from qualdesk.core.errors import DocumentRefused
from qualdesk.files.documents import script_from_json, script_to_json
from qualdesk.files.xlsforms import FromXlsform, open_xlsform, read_xlsform, write_xlsform
from real.sample import EVERY, sample

FOLDER = Path(os.environ["QUALDESK_REAL_FILES"]) / "questionnaires"
FILES = sample(sorted(path for path in FOLDER.rglob("*") if path.is_file()), 3)
_PLACE = re.compile(r"(survey|choices|settings|say_for|asides), row \d+")
# As docs/xlsform.md says; and of the one in three that each change reads.
TAKEN, REFUSED = (21, 50) if EVERY else (9, 18)


def opened(path: Path) -> FromXlsform | DocumentRefused:
    """What became of a file."""
    try:
        return open_xlsform(path)
    except DocumentRefused as refused:
        return refused


def test_every_questionnaire_is_taken_or_refused_with_sheet_and_row(tmp_path: Path) -> None:
    outcomes = {path: opened(path) for path in FILES}
    refusals = {p: one for p, one in outcomes.items() if isinstance(one, DocumentRefused)}
    assert (len(outcomes) - len(refusals), len(refusals)) == (TAKEN, REFUSED)
    for path, refused in refusals.items():
        places = [problem.place for problem in refused.problems]
        assert places or "has no sheet “survey”" in refused.says, path.name
        assert all(map(_PLACE.match, places)), path.name
        assert len(set(refused.problems)) == len(refused.problems), path.name
    for path, found in outcomes.items():
        if isinstance(found, FromXlsform):
            script = found.script
            assert script.questions, path.name
            assert script_from_json(script_to_json(script)) == script, "it can be kept"
            write_xlsform(tmp_path / "form.xlsx", script)
            assert read_xlsform(tmp_path / "form.xlsx") == script, path.name
