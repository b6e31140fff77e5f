"""Users, sessions, tokens and the audit log, in both stores; no secret of theirs is kept."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from headstamp.errors import InputError, Missing
from headstamp.ledger.accounts import Accounts
from headstamp.ledger.ledger import Ledger
from headstamp.model.account import Scope, Token, User

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
BEFORE, LATER = START - timedelta(hours=12), START + timedelta(hours=12)


class Clock:
    """A clock that stands until it is put forward."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def time() -> Clock:
    return Clock()


@pytest.fixture
def ledger(place: str, time: Clock) -> Iterator[Ledger]:
    held = Ledger(place, now=time)
    yield held
    held.close()


@pytest.fixture
def accounts(ledger: Ledger) -> Accounts:
    """With an admin, root, and an analyst, anna."""
    ledger.accounts.add_user("root", "admin", "hash of root's", by="shell")
    ledger.accounts.add_user("anna", "analyst", "hash of anna's", by="root", address="10.0.0.9")
    return ledger.accounts


def begin(accounts: Accounts, secret: str = "s1", name: str = "anna") -> None:
    accounts.begin_session(name, secret, f"csrf of {secret}", until=LATER, address="10.0.0.1")


def issue(accounts: Accounts, secret: str = "t1", *scopes: Scope, name: str = "anna") -> Token:
    return accounts.issue_token(
        name, "nightly export", scopes or ("read",), secret, until=LATER, by=name
    )


def log(accounts: Accounts) -> list[tuple[str, str, str]]:
    """What the audit log says, the earliest first."""
    lines = accounts.audited(limit=100)
    return [(line.by, line.did, line.subject) for line in reversed(lines)]


def test_users_are_listed_and_looked_up(accounts: Accounts) -> None:
    assert accounts.users() == (User("anna", "analyst"), User("root", "admin"))
    assert accounts.user("anna") == User("anna", "analyst")
    assert accounts.user("bela") is None
    assert accounts.password_hash("anna") == "hash of anna's"
    assert accounts.password_hash("bela") is None


@pytest.mark.parametrize(
    "name", ["", "Anna", "an na", "-anna", "аnna", "a" * 65, "anna\n", "<b>", "a/b"]
)
def test_a_name_is_plain(accounts: Accounts, name: str) -> None:
    """The third from the left begins with a Cyrillic letter: it would look like another's."""
    with pytest.raises(InputError, match="is no name for a user"):
        accounts.add_user(name, "reader", "hash", by="root")
    assert len(accounts.users()) == 2


def test_a_name_is_given_once(accounts: Accounts) -> None:
    accounts.close_user("anna", by="root")
    with pytest.raises(InputError, match="anna: is a user already"):
        accounts.add_user("anna", "reader", "hash", by="root")


def test_what_is_done_to_nobody_is_told_and_not_logged(accounts: Accounts) -> None:
    before = log(accounts)
    for do in (
        lambda: accounts.set_role("bela", "reader", by="root"),
        lambda: accounts.set_password_hash("bela", "hash", by="root"),
        lambda: accounts.close_user("bela", by="root"),
        lambda: accounts.revoke_token(7, by="root"),
        lambda: begin(accounts, name="bela"),
    ):
        with pytest.raises(Missing):
            do()
    assert log(accounts) == before


def test_the_last_admin_stays(accounts: Accounts) -> None:
    with pytest.raises(InputError, match="root: is the last admin; make somebody else admin"):
        accounts.set_role("root", "analyst", by="root")
    with pytest.raises(InputError, match="is the last admin"):
        accounts.close_user("root", by="root")
    accounts.set_role("root", "admin", by="root")
    accounts.set_role("anna", "admin", by="root")
    accounts.close_user("root", by="anna")
    with pytest.raises(InputError, match="anna: is the last admin"):
        accounts.set_role("anna", "reader", by="anna")
    assert accounts.users() == (User("anna", "admin"), User("root", "admin", closed=True))


def test_two_admins_who_demote_each_other_at_once_leave_one(place: str, accounts: Accounts) -> None:
    accounts.set_role("anna", "admin", by="root")
    together, refused = threading.Barrier(2), []

    def demote(name: str) -> None:
        own = Ledger(place)
        together.wait()
        try:
            own.accounts.set_role(name, "reader", by="anna")
        except InputError as error:
            refused.append(str(error))
        own.close()

    threads = [threading.Thread(target=demote, args=(name,)) for name in ("anna", "root")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 1
    assert [user.role for user in accounts.users()].count("admin") == 1


def test_a_session_is_known_by_the_hash_of_its_secret(accounts: Accounts, time: Clock) -> None:
    begin(accounts)
    session = accounts.session("s1")
    assert session is not None
    assert session.user == User("anna", "analyst")
    assert (session.csrf, session.since, session.until) == ("csrf of s1", START, LATER)
    assert accounts.session("s2") is None
    time.time = LATER
    assert accounts.session("s1") is None


def test_a_session_is_renewed_and_ended(accounts: Accounts, time: Clock) -> None:
    begin(accounts)
    accounts.renew_session("s1", until=LATER + timedelta(hours=1))
    time.time = LATER
    session = accounts.session("s1")
    assert session is not None
    assert session.until == LATER + timedelta(hours=1)
    accounts.end_session("s1", by="anna")
    accounts.renew_session("s1", until=LATER + timedelta(days=1))
    assert accounts.session("s1") is None


def test_a_role_holds_for_sessions_that_go_on(accounts: Accounts) -> None:
    begin(accounts)
    issue(accounts, "t1", "write")
    accounts.set_role("anna", "reader", by="root")
    session, token = accounts.session("s1"), accounts.token("t1")
    assert session is not None
    assert session.user.role == "reader"
    assert token is not None
    assert token.role == "reader"


def test_sessions_of_a_user_end_with_the_password_and_on_request(accounts: Accounts) -> None:
    begin(accounts, "s1")
    begin(accounts, "s2")
    begin(accounts, "s3", name="root")
    accounts.rehash("anna", "the same password, another hash")
    assert accounts.session("s1")
    accounts.set_password_hash("anna", "another", by="anna")
    assert accounts.password_hash("anna") == "another"
    assert (accounts.session("s1"), accounts.session("s2")) == (None, None)
    assert accounts.session("s3")
    accounts.end_sessions_of("root", by="root")
    assert accounts.session("s3") is None


def test_a_closed_user_is_out_at_once_and_comes_back_with_nothing(accounts: Accounts) -> None:
    begin(accounts)
    issue(accounts)
    accounts.close_user("anna", by="root")
    assert (accounts.session("s1"), accounts.token("t1")) == (None, None)
    assert accounts.password_hash("anna") is None
    with pytest.raises(InputError, match="anna: is closed"):
        begin(accounts, "s2")
    with pytest.raises(InputError, match="anna: is closed"):
        issue(accounts, "t2")
    assert accounts.reopen_user("anna", by="root") == User("anna", "analyst")
    assert (accounts.session("s1"), accounts.token("t1")) == (None, None)
    assert accounts.password_hash("anna") == "hash of anna's"


def test_tokens_are_listed_and_revoked(accounts: Accounts, time: Clock) -> None:
    first, second = issue(accounts, "t1"), issue(accounts, "t2", "read", "write")
    assert accounts.tokens_of("anna") == (second, first)
    assert accounts.tokens_of("root") == ()
    assert accounts.token("t2") == second
    assert second == Token(
        2, User("anna", "analyst"), "nightly export", ("read", "write"), START, LATER
    )
    assert accounts.revoke_token(1, by="anna").revoked
    assert accounts.token("t1") is None
    assert [token.revoked for token in accounts.tokens_of("anna")] == [False, True]
    time.time = LATER
    assert accounts.token("t2") is None


@pytest.mark.parametrize(
    ("label", "scopes", "until", "said"),
    [
        (" ", ("read",), LATER, "needs a name"),
        ("x" * 101, ("read",), LATER, "needs a name"),
        ("export", (), LATER, "is good for nothing"),
        ("export", ("read",), START, "would have run out already"),
    ],
)
def test_a_useless_token_is_not_issued(
    accounts: Accounts, label: str, scopes: tuple[Scope, ...], until: datetime, said: str
) -> None:
    with pytest.raises(InputError, match=said):
        accounts.issue_token("anna", label, scopes, "t1", until=until, by="anna")


def test_every_change_has_its_line(accounts: Accounts) -> None:
    begin(accounts)
    token = issue(accounts)
    accounts.set_role("anna", "reader", by="root")
    accounts.set_password_hash("anna", "another", by="anna")
    accounts.end_session("s1", by="anna")
    accounts.end_sessions_of("anna", by="anna")
    accounts.revoke_token(token.number, by="root")
    accounts.close_user("anna", by="root")
    accounts.reopen_user("anna", by="root")
    accounts.audit("anna", "exported", "register", "10.0.0.1")
    assert log(accounts) == [
        ("shell", "added the admin", "root"),
        ("root", "added the analyst", "anna"),
        ("anna", "logged in", ""),
        ("anna", "gave the token “nightly export” to", "anna"),
        ("root", "gave the role reader to", "anna"),
        ("anna", "changed the password of", "anna"),
        ("anna", "logged out", ""),
        ("anna", "ended the sessions of", "anna"),
        ("root", "revoked token 1 of", "anna"),
        ("root", "closed", "anna"),
        ("root", "reopened", "anna"),
        ("anna", "exported", "register"),
    ]
    assert [line.address for line in accounts.audited(limit=100)][-2:] == ["10.0.0.9", ""]


def test_the_log_is_paged_and_narrowed(accounts: Accounts) -> None:
    begin(accounts)
    numbers = [line.number for line in accounts.audited(limit=2)]
    assert numbers == [3, 2]
    assert [line.number for line in accounts.audited(limit=2, before=2)] == [1]
    assert [line.number for line in accounts.audited(limit=9, name="root")] == [2, 1]


def test_what_comes_from_outside_fits_the_log(accounts: Accounts) -> None:
    accounts.refused("\0" + "x" * 10_000 + "\ud800", "10.0.0.1")
    (line,) = accounts.audited(limit=1)
    assert len(line.subject) == 200


def test_refusals_are_counted_by_name_and_by_address(accounts: Accounts, time: Clock) -> None:
    for minute, name, address in ((0, "anna", "a"), (5, "anna", "b"), (9, "bela", "b")):
        time.time = START + timedelta(minutes=minute)
        accounts.refused(name, address)
    begin(accounts)
    minutes = [START + timedelta(minutes=minute) for minute in (0, 5, 9)]
    assert accounts.refusals(since=BEFORE, name="anna") == (minutes[0], minutes[1])
    assert accounts.refusals(since=BEFORE, address="b") == (minutes[1], minutes[2])
    assert accounts.refusals(since=START, name="anna") == (minutes[1],)


def test_accounts_wait_for_nobody_in_a_shared_store(
    place: str, ledger: Ledger, accounts: Accounts
) -> None:
    """SQLite has one lock a file."""
    if "postgresql" in place:
        with ledger.writing(by="anna"):
            begin(accounts)
        assert accounts.session("s1")
