"""No password in an address that others see: command line, environment, settings, log, reports."""

import ast
import sys
from pathlib import Path

import pytest
from platformdirs import PlatformDirs

import qualdesk
from qualdesk.cli.run import guarded
from qualdesk.core.errors import Refused
from qualdesk.core.transport import Trust
from qualdesk.qt.crash import report_of
from qualdesk.settings import load_settings, read_trust, save_settings

SECRET = "s3cret"
ADDRESS = f"postgresql://maya:{SECRET}@db.example/desk"


class Folders(PlatformDirs):
    """The folders of an account of the test's own."""

    def __init__(self, path: Path) -> None:
        super().__init__("qualdesk", appauthor=False)
        self.path = path

    @property
    def user_config_path(self) -> Path:
        return self.path

    user_data_path = user_log_path = user_config_path


@pytest.mark.parametrize(
    "address", [ADDRESS, f"postgresql://maya@db.example/desk?password={SECRET}"]
)
def test_an_address_with_a_password_is_refused_wherever_it_stands(
    address: str, tmp_path: Path
) -> None:
    folders = Folders(tmp_path)
    with pytest.raises(Refused, match="Take the password out") as refused:
        load_settings(database=address, environment={}, folders=folders)
    assert SECRET not in refused.value.says
    with pytest.raises(Refused):
        load_settings(environment={"QUALDESK_DB": address}, folders=folders)
    settings = load_settings(environment={}, folders=folders)
    with pytest.raises(Refused):
        save_settings(settings, database=address)
    assert SECRET not in repr(settings)
    assert not list(tmp_path.rglob("*")), "nothing was written"
    (tmp_path / "settings.toml").write_text(f'database = "{address}"\n')
    with pytest.raises(Refused):
        load_settings(environment={}, folders=folders)


def test_neither_the_command_nor_its_log_repeats_a_password(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    assert guarded(["doctor", "--db", ADDRESS], {}) == 2
    said = capsys.readouterr()
    written = [file.read_text() for file in tmp_path.rglob("*") if file.is_file()]
    assert SECRET not in said.out + said.err + "".join(written)


def test_a_crash_report_has_places_and_no_values() -> None:
    try:
        raise RuntimeError(ADDRESS)  # noqa: TRY301 - only to be told of it
    except RuntimeError:
        kind, _, trace = sys.exc_info()
    assert kind is not None
    assert SECRET not in report_of(kind, trace)


def test_what_is_accepted_on_the_way_is_said_on_this_computer_only(tmp_path: Path) -> None:
    folders = Folders(tmp_path)
    assert read_trust(folders) == Trust()
    (tmp_path / "settings.toml").write_text(
        '[team]\nca_file = "/etc/desk/ca.pem"\nweaker_for = ["old.example"]\n'
    )
    assert read_trust(folders) == Trust(ca_file="/etc/desk/ca.pem", weaker=("old.example",))
    (tmp_path / "settings.toml").write_text("[team]\nca_file = 3\nweaker_for = true\n")
    assert read_trust(folders) == Trust()


def test_no_transaction_of_the_desk_waits_for_a_person() -> None:
    """Inside one nobody is asked and nothing is waited for: it would be held while they think."""
    asks = {"input", "getpass", "ask", "sleep"}
    found = []
    for file in sorted((Path(qualdesk.__file__).parent / "desk").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.With) and _opens_a_transaction(node)):
                continue
            found += [
                f"{file.name}:{each.lineno}"
                for line in node.body
                for each in ast.walk(line)
                if isinstance(each, ast.Call) and _name(each.func) in asks
            ]
    assert not found


def _opens_a_transaction(node: ast.With) -> bool:
    calls = [one.context_expr for one in node.items]
    return any(isinstance(one, ast.Call) and _name(one.func) == "transaction" for one in calls)


def _name(called: ast.expr) -> str:
    return getattr(called, "attr", getattr(called, "id", ""))
