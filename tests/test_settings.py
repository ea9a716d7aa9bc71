"""A person's settings: what the command says, then the environment, then what they kept."""

import sys
from pathlib import Path

import pytest
from platformdirs import PlatformDirs

from qualdesk import recoveries
from qualdesk.bootstrap import open_desk
from qualdesk.core.errors import Refused
from qualdesk.core.list_files import Limits
from qualdesk.core.mails import MailAccount, Security
from qualdesk.core.phone_programs import USUAL_PROGRAM, PhoneProgram
from qualdesk.settings import Settings, address_of, load_settings, save_settings


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PlatformDirs:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    return PlatformDirs("qualdesk", appauthor=False)


def _load(folders: PlatformDirs, **asked: object) -> Settings:
    asked.setdefault("environment", {})
    return load_settings(folders=folders, **asked)


def test_without_a_word_the_workspace_is_in_the_data_folder(folders: PlatformDirs) -> None:
    found = _load(folders)
    assert found.database == f"sqlite:///{found.data_folder / 'desk.sqlite'}"
    assert found.theme == "system"
    assert found.caller
    assert not found.is_named
    assert not found.config_folder.exists(), "looking makes nothing"


def test_the_command_wins_over_the_environment_over_what_was_kept(folders: PlatformDirs) -> None:
    first = save_settings(_load(folders), caller="Ana Ortega", theme="dark")
    assert (first.caller, first.theme, first.is_named) == ("Ana Ortega", "dark", True)
    kept = _load(folders)
    assert (kept.caller, kept.theme, kept.is_named) == ("Ana Ortega", "dark", True)
    environment = {"QUALDESK_DB": "postgresql://server/desk", "QUALDESK_CALLER": "Ben"}
    there = _load(folders, environment=environment)
    assert (there.database, there.caller) == ("postgresql://server/desk", "Ben")
    asked = _load(folders, environment=environment, database="here.sqlite", caller="Cy")
    assert asked.database == f"sqlite:///{Path.cwd() / 'here.sqlite'}"
    assert asked.caller == "Cy"


def test_the_language_of_the_window_is_one_there_is(folders: PlatformDirs) -> None:
    assert _load(folders).language == ""
    assert save_settings(_load(folders), language="de").language == "de"
    assert _load(folders).language == "de"
    with pytest.raises(Refused, match="en, de, xx"):
        save_settings(_load(folders), language="kl")
    path = _load(folders).config_folder / "settings.toml"
    path.write_text('language = "kl"', encoding="utf-8")
    assert _load(folders).language == "", "one that is not there is as if none was chosen"


@pytest.mark.parametrize("name", ['Ana "Annie" Ortega', "Zoë\\Ünal", "山田"])
def test_any_name_is_kept_as_it_is(folders: PlatformDirs, name: str) -> None:
    save_settings(_load(folders), caller=name)
    save_settings(_load(folders), theme="light")
    assert _load(folders).caller == name


def test_a_broken_settings_file_is_named(folders: PlatformDirs) -> None:
    path = _load(folders).config_folder / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text("caller = Ana", encoding="utf-8")
    with pytest.raises(Refused, match=r"settings\.toml"):
        _load(folders)


def test_a_look_there_is_not_is_refused(folders: PlatformDirs) -> None:
    with pytest.raises(Refused, match="system, light, dark"):
        save_settings(_load(folders), theme="purple")
    path = _load(folders).config_folder / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text('theme = "purple"\ncaller = 3\n', encoding="utf-8")
    assert _load(folders).theme == "system"


def test_a_place_that_cannot_be_written_says_so(folders: PlatformDirs) -> None:
    settings = _load(folders)
    settings.config_folder.parent.mkdir(parents=True)
    settings.config_folder.write_text("in the way", encoding="utf-8")
    with pytest.raises(Refused, match="cannot be"):
        save_settings(settings, caller="Ana")


def test_a_path_is_a_file_and_an_address_stays_one() -> None:
    assert address_of("sqlite:///x.sqlite") == "sqlite:///x.sqlite"
    assert address_of("~/x.sqlite") == f"sqlite:///{Path.home() / 'x.sqlite'}"


def _written(folders: PlatformDirs, text: str) -> Path:
    path = Path(folders.user_config_path) / "settings.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="links are for administrators there")
def test_a_link_to_a_workspace_is_that_workspace(tmp_path: Path) -> None:
    """What replaces a file, a backup or the encrypted one, would replace the link alone."""
    file, link = tmp_path / "real.sqlite", tmp_path / "link.sqlite"
    open_desk(str(file)).close()
    link.symlink_to(file)
    assert address_of(str(link)) == address_of(str(file)) == address_of(f"sqlite:///{link}")
    assert address_of(f"sqlite:///{link}?timeout=9") == f"{address_of(str(file))}?timeout=9"
    recoveries.back_up_now(str(link))
    kept = recoveries.put_back(str(link), "newest")
    assert link.is_symlink()
    assert kept
    assert kept.name.startswith("real.before-restore")
    open_desk(str(file)).close()


def test_limits_of_lists_are_settings(folders: PlatformDirs) -> None:
    assert _load(folders).limits == Limits()
    assert Limits() == Limits(
        megabytes=50,
        unpacked_megabytes=300,
        packed_files=1_000,
        rows=200_000,
        columns=512,
        characters=32_767,
    )
    _written(folders, 'caller = "Ana"\n[intake]\nrows = 500_000\nseconds = 120\n')
    assert _load(folders).limits == Limits(rows=500_000, seconds=120)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[intake]\nlines = 5", "no limit called lines. The limits are: megabytes, "),
        ("[intake]\nrows = 0", "rows is a whole number from 10 to 1,048,576, not 0"),
        ("[intake]\nrows = 2.5", "not 2.5"),
        ("[intake]\nrows = true", "not True"),
        ('[intake]\nrows = "many"', "not 'many'"),
        ("[intake]\nmemory_megabytes = 1", "from 256"),
        ("intake = 5", "under a line [intake]"),
    ],
)
def test_a_limit_that_cannot_be_meant_is_refused_and_the_file_named(
    folders: PlatformDirs, text: str, says: str
) -> None:
    _written(folders, text)
    with pytest.raises(Refused) as refused:
        _load(folders)
    assert says in refused.value.says
    assert "settings.toml" in refused.value.says


def test_saving_a_name_leaves_what_was_written_by_hand(folders: PlatformDirs) -> None:
    path = _written(folders, 'theme = "dark"\n\n[intake]\n# our fair\'s file\nrows = 300_000\n')
    save_settings(_load(folders), caller="Ana")
    save_settings(_load(folders), caller="Ben")
    assert "# our fair's file" in path.read_text(encoding="utf-8")
    found = _load(folders)
    assert (found.caller, found.theme, found.limits.rows) == ("Ben", "dark", 300_000)


def test_every_choice_is_kept_and_what_is_as_usual_is_not_written(folders: PlatformDirs) -> None:
    own = PhoneProgram(way="own", template="myphone:{number}")
    keys = {"note": ("F4", "Ctrl+M"), "skip": ("F10",)}
    save_settings(
        _load(folders),
        text_size=120,
        high_contrast=True,
        program=own,
        copies_number=True,
        keys=keys,
        limits=Limits(rows=500_000),
    )
    kept = _load(folders)
    assert (kept.text_size, kept.high_contrast, kept.copies_number) == (120, True, True)
    assert (kept.program, dict(kept.keys), kept.limits.rows) == (own, keys, 500_000)
    save_settings(
        kept,
        theme="system",
        text_size=100,
        high_contrast=False,
        program=USUAL_PROGRAM,
        copies_number=False,
        keys={},
        limits=Limits(),
    )
    path = kept.config_folder / "settings.toml"
    assert path.read_text(encoding="utf-8").strip() == ""
    again = _load(folders)
    assert (again.text_size, again.program, again.keys) == (100, USUAL_PROGRAM, {})


def test_notes_people_wrote_beside_keys_and_limits_stay(folders: PlatformDirs) -> None:
    path = _written(
        folders,
        '# Maya\'s desk\n[keys]\nnote = ["F4"] # under the thumb\nskip = ["F10"]\n'
        "[intake]\nrows = 300_000 # the big fair\n",
    )
    save_settings(_load(folders), keys={"note": ("F4",)}, theme="dark")
    text = path.read_text(encoding="utf-8")
    for note in ("# Maya's desk", "# under the thumb", "# the big fair"):
        assert note in text
    found = _load(folders)
    assert (dict(found.keys), found.limits.rows, found.theme) == (
        {"note": ("F4",)},
        300_000,
        "dark",
    )


@pytest.mark.parametrize(
    "text",
    [
        "text_size = 900",
        'text_size = "big"',
        'phone_program = "own"\nphone_address = "file:///{number}"',
        'phone_program = "pigeon"',
        "keys = 5",
        "[keys]\nnote = 5",
        "high_contrast = 1",
    ],
)
def test_a_choice_that_cannot_be_meant_is_as_if_nobody_had_chosen(
    folders: PlatformDirs, text: str
) -> None:
    _written(folders, text)
    found = _load(folders)
    assert (found.text_size, found.program, found.keys) == (100, USUAL_PROGRAM, {})
    assert not found.high_contrast


def test_text_has_a_smallest_and_a_largest_size(folders: PlatformDirs) -> None:
    with pytest.raises(Refused, match="85 to 150"):
        save_settings(_load(folders), text_size=151)


def test_a_workspace_chosen_here_is_kept_as_an_address(folders: PlatformDirs) -> None:
    saved = save_settings(_load(folders), database="~/team.sqlite")
    assert saved.database == _load(folders).database == address_of("~/team.sqlite")


def test_the_mail_server_is_kept_without_a_password(folders: PlatformDirs) -> None:
    account = MailAccount(
        host="mail.example.com",
        port=2525,
        security=Security.STARTTLS,
        login="rosa@desk.example",
        name="Rosa Conti",
        address="rosa@desk.example",
    )
    assert _load(folders).mail is None
    assert save_settings(_load(folders), mail=account).mail == account
    assert _load(folders).mail == account
    written = (_load(folders).config_folder / "settings.toml").read_text(encoding="utf-8")
    assert "password" not in written.casefold()
    save_settings(_load(folders), theme="dark")
    assert _load(folders).mail == account
    assert save_settings(_load(folders), mail=None).mail is None
    assert _load(folders).mail is None


@pytest.mark.parametrize(
    "written",
    [
        'mail = "smtp://rosa:secret@mail.example.com"',
        '[mail]\nhost = "mail.example.com"',
        '[mail]\nhost = "mail.example.com"\naddress = "rosa@desk.example"\nsecurity = "none"',
        '[mail]\nhost = "mail.example.com"\naddress = "rosa@desk.example"\nsecurity = ["tls"]',
        '[mail]\nhost = "mail.example.com"\naddress = "rosa@desk.example"\nport = true',
        '[mail]\nhost = 7\naddress = "rosa@desk.example"',
        '[mail]\nhost = "mail.example.com"\naddress = "rosa@desk.example\\nBcc: spy@evil.example"',
    ],
)
def test_a_mail_server_that_could_never_send_is_as_if_none_was_set(
    folders: PlatformDirs, written: str
) -> None:
    path = _load(folders).config_folder / "settings.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written, encoding="utf-8")
    assert _load(folders).mail is None
