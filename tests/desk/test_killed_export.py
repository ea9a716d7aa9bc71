"""A desk that is killed while a batch leaves: the package is whole or absent, and leaves once."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from handoff_makers import a_definition, a_script
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SystemClock
from qualdesk.core.handoff import Contents
from qualdesk.core.leads import Bucket
from qualdesk.core.routing_rules import Routing, RoutingRule, RuleKind
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.handoff import Handoff
from qualdesk.desk.library import Library
from qualdesk.files.packages import check_package, items_in
from qualdesk.store.database import Store
from sent_makers import a_qualified_lead, a_salesperson
from way_back_makers import bucket

IN_TURN = RoutingRule(id="turn", kind=RuleKind.TURN, name="", people=("Lena Brandt", "Sam Osei"))
# After how many files of the package it is killed; a package for two people has more of them.
FILES = [0, 12]


@pytest.fixture
def store(sqlite_file: Path) -> Store:
    return Store(f"sqlite:///{sqlite_file}", clock=SystemClock())


@pytest.fixture
def campaign(store: Store) -> Campaign:
    a_salesperson(store, "Lena Brandt")
    a_salesperson(store, "Sam Osei")
    terms = HandoffTerms(receiver="Lena Brandt", routing=Routing(rules=(IN_TURN,)), batch_size=9)
    return Library(store, store.clock, "Rosa").new_campaign(
        "Fair", script=a_script(), definition=a_definition(), handoff=terms
    )


@pytest.mark.skipif(sys.platform == "win32", reason="killing at a step needs fork")
@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_a_killed_export_leaves_a_whole_package_or_none_and_is_sent_once(
    store: Store, campaign: Campaign, tmp_path: Path, kind: str
) -> None:
    """T2, model 9: at every file, between the name and the commit, and before the commit ends."""
    leads = [a_qualified_lead(store, campaign, name) for name in ("Katrin Albers", "Marcus Hale")]
    out = tmp_path / "out"
    done = subprocess.run(
        [
            sys.executable,
            str(Path(__file__).parents[1] / "killed_export.py"),
            str(store.url),
            str(out),
            kind,
            ",".join(map(str, FILES)),
        ],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    steps = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["step"] for one in steps] == [*FILES, "leaving", "left"]
    name = "batch-0001.zip" if kind == "zip" else "batch-0001"
    for one in steps[: len(FILES)]:
        # Half of it lies there under a name nobody takes for a package, of this run alone.
        assert (one["shown"], len(one["all"])) == ([], 1)
    for one in steps[len(FILES) :]:
        assert (one["shown"], one["whole"]) == ([name], [name])
    handoff = Handoff(store, store.clock, "Rosa")
    assert handoff.batches(campaign.id) == ()
    assert {bucket(store, one) for one in leads} == {Bucket.QUALIFIED}

    before = (out / name).stat().st_mtime_ns
    sent = handoff.export(campaign.id, out, contents=Contents(is_zip=kind == "zip"))
    assert (sent.number, set(sent.leads), sent.folder) == (1, set(leads), out / name)
    assert (out / name).stat().st_mtime_ns == before
    assert [path.name for path in out.iterdir()] == [name]
    assert check_package(out / name) is not None
    assert {item.brief.lead_id for item in items_in(out / name)} == set(leads)
    assert {bucket(store, one) for one in leads} == {Bucket.IN_BATCH}
    assert [one.leads for one in handoff.batches(campaign.id)] == [2]
