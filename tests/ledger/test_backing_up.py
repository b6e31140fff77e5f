"""What a copy of the ledger has of accounts and jobs."""

from datetime import UTC, datetime
from pathlib import Path

from headstamp.ledger.ledger import Ledger

LATER = datetime(2100, 1, 1, tzinfo=UTC)


def test_a_backup_has_users_and_jobs_but_no_sessions(ledger: Ledger, tmp_path: Path) -> None:
    accounts, path = ledger.accounts, tmp_path / "copy.sqlite"
    accounts.add_user("anna", "admin", "hash of anna's", by="shell")
    accounts.begin_session("anna", "s1", "csrf", until=LATER, address="10.0.0.1")
    accounts.issue_token("anna", "export", ("read",), "t1", until=LATER, by="anna")
    ledger.jobs.submit("report.pdf", b"bytes", by="anna")
    ledger.backup(path)
    copy = Ledger(path, create=False)
    assert copy.accounts.users() == accounts.users()
    assert copy.accounts.password_hash("anna") == "hash of anna's"
    assert copy.accounts.token("t1") == accounts.token("t1")
    assert copy.accounts.audited(limit=100) == accounts.audited(limit=100)
    assert copy.jobs.recent(limit=9) == ledger.jobs.recent(limit=9)
    assert copy.accounts.session("s1") is None
    assert accounts.session("s1")
    copy.close()
