"""The way to a team's server: checked before a password is sent, and given up when it is dead."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
import sqlalchemy as sa

from makers import make_clock
from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import (
    PasswordNeeded,
    QualdeskError,
    Refused,
    WorkspaceBusy,
    WorkspaceUnreachable,
    WorkspaceUnusable,
)
from qualdesk.core.transport import USUAL_TRUST, Connected, Trust
from qualdesk.store.database import Store
from qualdesk.store.dialects.wires import how_to_connect, is_near, is_weaker
from tls_postgres import NAME, PASSWORD, SafeServer, line_to, safe_server

NOW = 180000


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SafeServer]:
    with safe_server(tmp_path_factory.mktemp("tls")) as running:
        yield running


def connected(address: str, trust: Trust, password: str = PASSWORD) -> Connected | None:
    """How a connection stands, made with a password."""
    store = Store(_whole(address, password), clock=make_clock(), trust=trust)
    try:
        return store.how_connected()
    finally:
        store.close()


def _whole(address: str, password: str) -> str:
    return address.replace("@", f":{quote(password, safe='')}@", 1) if password else address


def test_the_right_certificate_lets_in_and_it_is_said_how(server: SafeServer) -> None:
    said = connected(server.address(), Trust(ca_file=str(server.ca_file)))
    assert said is not None
    assert said.protocol.startswith("TLSv1.")
    assert said.is_checked
    assert said.is_scram
    assert not said.is_weak
    assert "SCRAM" in said.says


def test_the_certificate_file_may_stand_in_the_address(server: SafeServer) -> None:
    said = connected(server.address(more=f"&sslrootcert={server.ca_file}"), USUAL_TRUST)
    assert said is not None
    assert not said.is_weak


@pytest.mark.parametrize(
    ("host", "login", "ca", "says"),
    [
        (NAME, "maya", "other", "signed by nobody"),
        (NAME, "maya", "", "signed by nobody"),
        ("elsewhere.example", "maya", "ca", "for another name"),
        (NAME, "old", "ca", "by SCRAM"),
        (NAME, "clear", "ca", "by SCRAM"),
        (NAME, "open", "ca", "by SCRAM"),
    ],
)
def test_who_cannot_prove_who_they_are_is_sent_no_password(
    server: SafeServer, host: str, login: str, ca: str, says: str
) -> None:
    files = {"ca": server.ca_file, "other": server.other_ca_file, "": ""}
    with pytest.raises(WorkspaceUnusable, match=says) as refused:
        connected(server.address(host=host, login=login), Trust(ca_file=str(files[ca])))
    assert not isinstance(refused.value, WorkspaceUnreachable | PasswordNeeded)
    assert _says_nothing_of(PASSWORD, refused.value)


def test_a_wrong_password_is_asked_for_again(server: SafeServer) -> None:
    trust = Trust(ca_file=str(server.ca_file))
    for wrong in ("wrong", ""):
        with pytest.raises(PasswordNeeded):
            connected(server.address(), trust, wrong)


def test_a_server_that_wants_tls_refuses_a_plain_login_in_words(server: SafeServer) -> None:
    trust = Trust(weaker=(NAME,))
    with pytest.raises(WorkspaceUnusable, match="without encryption"):
        connected(server.address(more="&sslmode=disable"), trust)


def test_what_this_computer_knowingly_lets_pass_is_said_to_be_weak(server: SafeServer) -> None:
    said = connected(server.address(login="old", more="&sslmode=require"), Trust(weaker=(NAME,)))
    assert said is not None
    assert said.is_weak
    assert "not checked" in said.says
    plain = server.address(login="tester", more="&sslmode=disable")
    bare = connected(plain, Trust(weaker=(NAME,)), "")
    assert bare is not None
    assert "Not encrypted" in bare.says


@pytest.mark.parametrize(
    "more",
    [
        *("sslmode=disable", "sslmode=prefer", "sslmode=require", "sslmode=verify-ca"),
        *("channel_binding=disable", "require_auth=none", "require_auth=md5"),
    ],
)
def test_an_address_somebody_sends_cannot_weaken_the_way(more: str) -> None:
    url = sa.make_url(f"postgresql://maya@desk.example/desk?{more}")
    with pytest.raises(Refused, match="not safe"):
        how_to_connect(url, USUAL_TRUST, NOW)


@pytest.mark.parametrize(
    "more", ["password=s3cret", "service=x", "options=-cjit=on", "sslpassword=s3cret"]
)
def test_neither_secrets_nor_settings_stand_behind_the_question_mark(more: str) -> None:
    for host in ("desk.example", "127.0.0.1"):
        with pytest.raises(Refused, match=more.partition("=")[0]) as refused:
            Store(f"postgresql://maya@{host}/desk?{more}", clock=make_clock())
        assert _says_nothing_of("s3cret", refused.value)


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("postgresql:///desk", True),
        ("postgresql:///desk?host=/run/postgresql", True),
        ("postgresql://localhost/desk", True),
        ("postgresql://127.0.0.9/desk", True),
        ("postgresql://[::1]/desk", True),
        ("postgresql://10.0.0.9/desk", False),
        ("postgresql://localhost.example/desk", False),
        ("postgresql://localhost/desk?hostaddr=10.0.0.9", False),
        ("postgresql:///desk?host=localhost,desk.example", False),
    ],
)
def test_only_a_socket_and_the_loopback_are_near(
    address: str, *, near: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PGHOST", "PGHOSTADDR", "PGSERVICE"):
        monkeypatch.delenv(name, raising=False)
    assert is_near(sa.make_url(address)) is near


def test_the_environment_cannot_turn_a_near_address_into_a_far_one_unseen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    url = sa.make_url("postgresql:///desk")
    monkeypatch.setenv("PGHOST", "desk.example")
    assert not is_near(url)
    monkeypatch.delenv("PGHOST")
    monkeypatch.setenv("PGSERVICE", "far")
    assert not is_near(url)


def test_only_a_server_somebody_named_is_let_pass() -> None:
    url = sa.make_url("postgresql://maya@desk.example/desk")
    assert is_weaker(url, Trust(weaker=("desk.example",)))
    assert not is_weaker(url, Trust(weaker=("other.example",)))
    two = sa.make_url("postgresql://maya@/desk?host=desk.example,other.example")
    assert not is_weaker(two, Trust(weaker=("desk.example",)))


def test_an_old_libpq_still_checks_what_it_can(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    url = sa.make_url("postgresql://maya@desk.example/desk")
    (tmp_path / "ca.pem").write_text("x")
    told = how_to_connect(url, Trust(ca_file=str(tmp_path / "ca.pem")), 150004)
    assert told["sslmode"] == "verify-full"
    assert told["channel_binding"] == "require"
    assert "require_auth" not in told
    monkeypatch.setattr("qualdesk.store.dialects.wires._BUNDLES", ())
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    assert how_to_connect(url, USUAL_TRUST, NOW)["sslrootcert"] == "system"
    with pytest.raises(WorkspaceUnusable, match="Choose the file"):
        how_to_connect(url, USUAL_TRUST, 150004)
    with pytest.raises(WorkspaceUnusable, match="is not there"):
        how_to_connect(url, Trust(ca_file=str(tmp_path / "gone.pem")), NOW)


def test_a_line_that_goes_dead_ends_in_words_and_not_in_waiting(server: SafeServer) -> None:
    """How long it takes is measured elsewhere; here, that it ends, and how."""
    trust = Trust(ca_file=str(server.ca_file))
    with line_to(server.port) as line:
        address = _whole(server.address(port=line.port), PASSWORD)
        store = Store(address, clock=SystemClock(), trust=trust)
        with store.reading():
            pass
        line.cut()
        with pytest.raises(WorkspaceUnreachable), store.transaction():
            pass
        store.engine.dispose(close=False)


def test_a_server_sees_who_is_there_and_gives_up_what_is_left_open(server: SafeServer) -> None:
    store = Store(
        _whole(server.address(), PASSWORD),
        clock=SystemClock(),
        trust=Trust(ca_file=str(server.ca_file)),
    )
    with store.reading() as tx:
        shown = {
            name: tx.connection.exec_driver_sql(f"SHOW {name}").scalar_one()
            for name in (
                *("application_name", "statement_timeout", "lock_timeout"),
                "idle_in_transaction_session_timeout",
            )
        }
    assert shown == {
        "application_name": "qualdesk",
        "statement_timeout": "5min",
        "lock_timeout": "8s",
        "idle_in_transaction_session_timeout": "10s",
    }
    with (  # noqa: PT012 - it is left open inside
        pytest.raises(WorkspaceBusy, match="left half done"),
        store.transaction() as tx,
    ):
        tx.connection.exec_driver_sql("SET idle_in_transaction_session_timeout = '10ms'")
        _wait_until_closed(tx.connection)
        tx.connection.exec_driver_sql("SELECT 1")
    with (  # noqa: PT012 - it takes long inside
        pytest.raises(WorkspaceBusy, match="took too long"),
        store.transaction() as tx,
    ):
        tx.connection.exec_driver_sql("SET LOCAL statement_timeout = '10ms'")
        tx.connection.exec_driver_sql("SELECT pg_sleep(60)")
    store.close()


def _wait_until_closed(connection: sa.Connection) -> None:
    """Until the server has said something nobody asked for: that it hangs up."""
    import select

    wire = connection.connection.driver_connection
    assert wire is not None
    assert select.select([wire.fileno()], [], [], 30)[0]


def _says_nothing_of(secret: str, error: QualdeskError) -> bool:
    """Whether a secret is in no word of an error, nor of those it came from."""
    each: BaseException | None = error
    while each is not None:
        if secret in str(each) or secret in repr(each) or quote(secret) in repr(each):
            return False
        each = each.__cause__
    return True


def test_no_way_to_a_store_shows_its_password(server: SafeServer) -> None:
    trust = Trust(ca_file=str(server.ca_file))
    store = Store(_whole(server.address(), PASSWORD), clock=make_clock(), trust=trust)
    with store.reading() as tx:
        said = tx.connection.exec_driver_sql(
            "SELECT string_agg(concat(query, application_name), ' ') FROM pg_stat_activity"
        ).scalar_one()
        words = [repr(store), repr(store.url), str(store.url), repr(store.engine), repr(tx), said]
    shown = Path("/proc/self/cmdline")
    words += [shown.read_text()] if shown.exists() else []
    store.close()
    assert not [one for one in words if PASSWORD in one or quote(PASSWORD) in one]


def test_it_is_noticed_where_a_server_keeps_not_what_it_acknowledges(
    server: SafeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tests' own server flushes nothing; and nobody's clock is off by more than a moment."""
    trust = Trust(ca_file=str(server.ca_file))
    said = connected(server.address(), trust)
    assert said is not None
    assert said.unsafe == ("fsync", "synchronous_commit", "full_page_writes")
    assert not said.wrong_clock
    right = SystemClock.now
    monkeypatch.setattr(SystemClock, "now", lambda clock: right(clock) - timedelta(hours=5))
    behind = connected(server.address(), trust)
    assert behind is not None
    assert "5 hours behind" in behind.wrong_clock
