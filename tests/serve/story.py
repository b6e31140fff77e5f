"""The transfer that all documents of the retold story tell of: its page, and what is done there."""

from fastapi.testclient import TestClient
from lxml.html import HtmlElement

from headstamp.model.transfer import ClaimRef, transfer_id
from tests.serve.pages import opened

FIRST = ClaimRef("washington-post-2023-04-10", "c3")
TOLD_LAST = ClaimRef("quayside-digest-2023-04-13", "c3")
STORY = transfer_id(FIRST)
OTHERS = f"/transfers/{STORY}/others"
DONE, CANDIDATES = "//*[@class='just-done']", "//ul[@class='candidates']"


def seen(client: TestClient, id: str = STORY) -> str:
    """The number that the page's forms carry."""
    page = opened(client, f"/transfers/{id}")
    return str(page.xpath("//form[contains(@action, '/rate')]/input[@name='seen']/@value")[0])


def posted(client: TestClient, act: str, id: str = STORY, **form: str) -> HtmlElement:
    """The page that an act leads to."""
    told = {"seen": seen(client, id), "reason": "It is told so."} | form
    answer = client.post(f"/transfers/{id}/{act}", data=told)
    assert answer.status_code == 200, answer.text
    return opened(client, str(answer.url))


def undone(client: TestClient, page: HtmlElement) -> HtmlElement:
    """The page after the undo button of what was just done."""
    (form,) = page.find_class("just-done")[0].iter("form")
    fields = {name: form.xpath(f".//input[@name='{name}']/@value") for name in ("next", "number")}
    answer = client.post("/undo", data=fields)
    assert answer.status_code == 200, answer.text
    return opened(client, str(answer.url))


def claims(page: HtmlElement) -> list[str]:
    """The claims that a transfer's page shows."""
    return [str(each.get("id")).removeprefix("claim-") for each in page.find_class("says")]
