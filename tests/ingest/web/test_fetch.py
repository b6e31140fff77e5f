"""Fetching over the network: from a server in this process, which stands for a public one."""

import gzip
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from headstamp.errors import InputError, Retryable
from headstamp.ingest import documents
from headstamp.ingest.web import fetch
from headstamp.ingest.web.fetch import fetched, is_public

PAGE = "<html><body>Caf\xe9</body></html>".encode("latin-1")


class Site(BaseHTTPRequestHandler):
    """Answers each path in its own way, and notes who was asked for."""

    hosts: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.hosts.append(str(self.headers["Host"]))
        path = self.path.split("?")[0]
        if path == "/moved":
            self.answer(301, b"", Location="/page")
        elif path == "/loop":
            self.answer(302, b"", Location="/loop")
        elif path == "/inward":
            self.answer(302, b"", Location="http://169.254.169.254/latest/meta-data")
        elif path == "/file":
            self.answer(302, b"", Location="file:///etc/passwd")
        elif path == "/packed":
            self.answer(200, gzip.compress(PAGE), Content_Encoding="gzip")
        elif path == "/bomb":
            self.answer(200, gzip.compress(bytes(60_000_000)), Content_Encoding="gzip")
        elif path == "/picture":
            self.answer(200, b"\x89PNG", Content_Type="image/png")
        elif path == "/busy":
            self.answer(503, b"")
        elif path == "/short":
            self.answer(200, PAGE, Content_Length="1000")
        elif path == "/slow":
            self.answer(200, b"", Content_Length="1000")
            self.wfile.flush()
            stopped.wait(5)
        elif path == "/page":
            self.answer(200, PAGE)
        else:
            self.answer(404, b"")

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        said = {"Content_Type": "text/html; charset=ISO-8859-1", "Content_Length": str(len(body))}
        for name, value in (said | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


stopped = threading.Event()


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    stopped.set()
    server.shutdown()
    server.server_close()


def anywhere(address: str) -> bool:
    return address == "127.0.0.1" or is_public(address)


def test_a_page_comes_with_what_the_server_says_of_it(site: str) -> None:
    raw = fetched(f"{site}/page?q=ا", is_allowed=anywhere)
    assert raw.whole(1000) == PAGE
    assert (raw.media_type, raw.charset) == ("text/html", "iso-8859-1")
    assert raw.url == f"{site}/page?q=ا"


def test_redirects_are_followed_to_the_page(site: str) -> None:
    raw = fetched(f"{site}/moved", is_allowed=anywhere)
    assert raw.source == f"{site}/moved"
    assert raw.url == f"{site}/page"


def test_a_packed_page_is_unpacked(site: str) -> None:
    assert fetched(f"{site}/packed", is_allowed=anywhere).whole(1000) == PAGE


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/loop", "redirects more than 5 times"),
        ("/inward", "leads to an address that is not public"),
        ("/file", "leads to what is no plain web address"),
        ("/bomb", "is larger than 50 MB"),
        ("/picture", r"is of a type that is not read \(image/png\)"),
        ("/gone", "answers 404 Not Found"),
    ],
)
def test_what_is_refused(site: str, path: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        fetched(site + path, is_allowed=anywhere)


@pytest.mark.parametrize("path", ["/busy", "/short"])
def test_what_may_go_better_later(site: str, path: str) -> None:
    with pytest.raises(Retryable, match="try again later"):
        fetched(site + path, is_allowed=anywhere)


def test_a_server_that_drips_is_cut_off(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "TIME_S", 0.2)
    with pytest.raises(Retryable):
        fetched(f"{site}/slow", is_allowed=anywhere)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_addresses_inside_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "64:ff9b::5db8:d822"])
def test_addresses_outside_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/",
        "http://127.0.0.1:8080/",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
    ],
)
def test_this_machine_is_never_asked(url: str) -> None:
    with pytest.raises(InputError, match=r"not public|not known"):
        next(documents(url))


@pytest.mark.parametrize(
    "url", ["ftp://harbour.example/a", "http://u:p@harbour.example/", "https://", "http://a:b/"]
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(InputError, match="web address"):
        next(documents(url))


def test_the_name_is_looked_up_once_and_the_checked_address_used(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: the second look-up would say another address, so there must be none."""
    port = int(site.rsplit(":", 1)[1])
    lookups: list[str] = []

    def look_up(host: str, *_: Any, **__: Any) -> list[Any]:
        lookups.append(host)
        address = "127.0.0.1" if len(lookups) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(fetch.socket, "getaddrinfo", look_up)
    reached: list[Any] = []

    def note_and_connect(address: Any, **options: Any) -> socket.socket:
        reached.append(address)
        stream = socket.socket()
        stream.settimeout(options["timeout"])
        stream.connect(address)
        return stream

    monkeypatch.setattr(fetch.socket, "create_connection", note_and_connect)
    raw = fetched(f"http://harbour.example:{port}/page", is_allowed=anywhere)
    assert raw.whole(1000) == PAGE
    assert lookups == ["harbour.example"]
    assert reached == [("127.0.0.1", port)]
    assert Site.hosts[-1] == f"harbour.example:{port}"


def test_one_private_address_among_public_ones_is_enough_to_refuse(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = [(0, 0, 0, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(fetch.socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(InputError, match="not public"):
        fetched("http://harbour.example/")
