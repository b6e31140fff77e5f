"""The review queue: what is left, most useful first, and why."""

from fastapi.testclient import TestClient

from headstamp import keeping
from headstamp.ledger.ledger import Ledger
from headstamp.model.transfer import Review
from tests.serve.conftest import both_stores
from tests.serve.pages import links, opened, rows, said


def left(client: TestClient, address: str = "/review") -> int:
    page = opened(client, address)
    told = said(page.xpath('//div[@class="page-head"]/p')[0])
    assert told.split(" ", 1)[1].startswith("transfer")
    return int(told.split()[0])


def accept_all(place: str, id: str) -> None:
    """Review all claims of a transfer, as `ana`."""
    ledger = Ledger(place)
    with ledger.reading() as view:
        claims = [each.ref for each in view.show(id).listed.claims]
    for ref in claims:
        review = Review(ref, "accept")
        keeping.change(ledger, lambda writer, r=review: writer.state(r), by="ana", later=False)
    ledger.close()


@both_stores
def test_disputed_transfers_come_first_with_who_denies_them(client: TestClient) -> None:
    page = opened(client, "/review")
    reasons = [said(card) for card in page.xpath('//ol[@class="cards"]/li')]
    assert "denied by" in reasons[0]
    disputed = ["denied by" in reason for reason in reasons]
    assert disputed == sorted(disputed, reverse=True)


@both_stores
def test_a_transfer_whose_claims_are_reviewed_leaves_the_queue(
    client: TestClient, place: str
) -> None:
    before = rows(opened(client, "/review"))
    assert left(client) == len(before)
    accept_all(place, before[0].rsplit("/", 1)[1])
    after = rows(opened(client, "/review"))
    assert after == before[1:]
    assert left(client) == len(after)


def test_filters_carry(client: TestClient) -> None:
    address = "/review?kind=production"
    page = opened(client, address)
    assert rows(page)
    assert (
        len(rows(page)) == left(client, address) == len(rows(opened(client, "/?kind=production")))
    )
    assert ("As a table", "/?kind=production") in links(page, "//main")


def test_a_claim_of_each_voice_is_to_be_read_where_it_stands(
    client: TestClient, place: str
) -> None:
    page = opened(client, "/review")
    addresses = [address for _, address in links(page, '//p[@class="read"]')]
    with Ledger(place).reading() as view:
        claims = {
            f"/documents/{each.ref.document}#{each.ref.claim}"
            for listed in view.list().listed
            for each in listed.claims
        }
    assert addresses
    assert set(addresses) <= claims


def test_the_last_one_leaves_nothing_to_do(client: TestClient, place: str) -> None:
    for row in rows(opened(client, "/review?kind=funding")):
        accept_all(place, row.rsplit("/", 1)[1])
    page = opened(client, "/review?kind=funding")
    assert rows(page) == []
    assert "Nothing is left to review in this view" in said(page)
