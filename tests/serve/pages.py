"""What stands on a page, as its readers find it."""

from collections.abc import Iterator

import lxml.html
from fastapi.testclient import TestClient
from lxml.html import HtmlElement


def opened(client: TestClient, address: str) -> HtmlElement:
    """The page at an address, which must be there."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return lxml.html.fromstring(answer.text)


def said(element: HtmlElement) -> str:
    """Its words, with single spaces between."""
    return " ".join(element.text_content().split())


def rows(page: HtmlElement) -> list[str]:
    """The addresses that the rows of a list open."""
    return [str(address) for address in page.xpath("//a[@data-row]/@href")]


def links(page: HtmlElement, within: str) -> Iterator[tuple[str, str]]:
    """The words and addresses of the links within what an XPath finds."""
    for link in page.xpath(f"{within}//a[@href]"):
        yield said(link), link.get("href")


def link(page: HtmlElement, within: str, words: str) -> str:
    """The address of the first link whose words begin so."""
    return next(address for told, address in links(page, within) if told.startswith(words))
