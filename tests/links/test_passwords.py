"""Passwords go into the keyring and nowhere else; a computer without one is no fault."""

from collections.abc import Iterator

import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import PasswordDeleteError

from qualdesk.links.passwords import (
    forget_password,
    has_password,
    keep_password,
    kept_password,
    parted,
    with_password,
)

ADDRESS = "postgresql://maya@db.example/desk"


class OwnKeyring(KeyringBackend):
    """A keyring as the library wants one, in memory."""

    priority = 1  # type: ignore[assignment]  # the library's own class property

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError(username)


@pytest.fixture
def own() -> Iterator[OwnKeyring]:
    before = keyring.get_keyring()
    made = OwnKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_a_password_is_kept_for_the_address_without_it(own: OwnKeyring) -> None:
    assert keep_password("postgresql://maya:old@db.example/desk", "s3cret")
    assert kept_password(ADDRESS) == "s3cret"
    assert all("old" not in name for _, name in own.kept)
    forget_password(ADDRESS)
    assert kept_password(ADDRESS) == ""
    forget_password(ADDRESS)


def test_a_computer_without_a_keyring_is_said_and_no_fault() -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    try:
        assert not keep_password(ADDRESS, "s3cret")
        assert kept_password(ADDRESS) == ""
        forget_password(ADDRESS)
    finally:
        keyring.set_keyring(before)


@given(st.text(max_size=40))
def test_any_password_can_stand_in_an_address_and_be_taken_out(password: str) -> None:
    password = password.encode("utf-8", "ignore").decode()
    whole = with_password(ADDRESS, password)
    assert parted(whole) == (ADDRESS, password)


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("postgresql://maya:a%40b@db.example:5433/desk", "postgresql://maya@db.example:5433/desk"),
        ("postgresql://db.example/desk", "postgresql://db.example/desk"),
        ("postgresql://maya:s/cret@db.example/desk", ADDRESS),
        ("postgresql://maya:s/c?ret@db.example/desk", ADDRESS),
        ("postgresql://db.example:5433/desk?x=a@b", "postgresql://db.example:5433/desk?x=a@b"),
        ("postgresql:///desk?host=/run/postgresql", "postgresql:///desk?host=/run/postgresql"),
    ],
)
def test_an_address_loses_its_password_and_nothing_else(written: str, bare: str) -> None:
    assert parted(written)[0] == bare


def test_an_address_without_a_login_takes_no_password() -> None:
    assert with_password("postgresql://db.example/desk", "s3cret") == "postgresql://db.example/desk"


@pytest.mark.parametrize(
    ("address", "has"),
    [
        ("postgresql://maya:s3cret@db.example/desk", True),
        ("postgresql://maya@db.example/desk?sslmode=verify-full&password=s3cret", True),
        ("postgresql://maya@db.example/desk?sslpassword=s3cret", True),
        ("postgresql://maya@db.example/desk?sslmode=verify-full", False),
        ("/srv/maya/password=desk.sqlite", False),
        ("sqlite:////srv/a:b@c/desk.sqlite", False),
    ],
)
def test_an_address_with_a_secret_in_it_is_known(address: str, *, has: bool) -> None:
    assert has_password(address) is has
