"""Fetches a page from a public address, and from no other, within limits.

A page can point anywhere: at this machine, at the router beside it, at a host whose name means
one address when checked and another when used. So each name, after each redirect too, is looked
up once, every address it has must be public, and the connection goes to an address that was
checked. No proxy is used, no cookie kept, no script run.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from headstamp.errors import InputError, Retryable
from headstamp.ingest.raw import Raw

LIMIT_BYTES = 50_000_000
TIME_S = 30
REDIRECT_LIMIT = 5
_CHUNK_BYTES = 65_536
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = (301, 302, 303, 307, 308)
_TRY_LATER = (408, 425, 429, 500, 502, 503, 504)
_TYPES = (
    "application/json",
    "application/jsonl",
    "application/octet-stream",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/x-ndjson",
    "application/xhtml+xml",
    "message/rfc822",
)
"""What is taken beside `text/…`; bytes that the server calls nothing in particular tell their own
format."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_HEADERS = {
    "User-Agent": "headstamp (reads one article for a person)",
    "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain, */*;q=0.1",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a server said to one request: where to go on, or the page."""

    redirect: str | None
    data: bytes
    media_type: str
    charset: str | None


def is_public(address: str) -> bool:
    """Whether an IP address is reachable from anywhere, itself and any IPv4 address inside it."""
    ip = ipaddress.ip_address(address)
    inside: list[ipaddress.IPv4Address | None] = []
    if isinstance(ip, ipaddress.IPv6Address):
        inside = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        inside += [ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)] if ip in _NAT64 else []
    return all(each.is_global and not each.is_multicast for each in [ip, *inside] if each)


def fetched(url: str, *, is_allowed: Callable[[str], bool] = is_public) -> Raw:
    """The page at `url`, redirects followed.

    `is_allowed` says which addresses may be connected to. Raises `InputError` for what will not
    change by itself, `Retryable` for a server that may answer another time.
    """
    address = url
    for _hop in range(REDIRECT_LIMIT + 1):
        answer = _asked(url, address, is_allowed)
        if answer.redirect is None:
            return Raw.of_bytes(
                url,
                answer.data,
                media_type=answer.media_type,
                charset=answer.charset,
                url=address,
            )
        address = urljoin(address, answer.redirect)
    raise InputError(url, f"redirects more than {REDIRECT_LIMIT} times", "give the final address")


def _asked(url: str, address: str, is_allowed: Callable[[str], bool]) -> _Answer:
    """Ask for one address on the way from `url`; errors of the network in plain words."""
    parts = _split(url, address)
    try:
        with closing(_connected(url, parts, is_allowed)) as connection:
            late = threading.Timer(TIME_S, _cut, [connection])
            late.start()
            try:
                connection.request("GET", _path(parts), headers={"Host": parts.netloc} | _HEADERS)
                return _answer(url, connection.getresponse())
            finally:
                late.cancel()
    except ssl.SSLCertVerificationError as error:
        problem = f"has a certificate that is not valid ({error.verify_message})"
        raise InputError(url, problem, "save the page in a browser and give the file") from None
    except socket.gaierror:
        problem = f"is at a host that is not known ({parts.hostname})"
        raise InputError(url, problem, "check the address and the connection") from None
    except (OSError, http.client.HTTPException, zlib.error) as error:
        detail = str(error) or type(error).__name__
        raise Retryable(f"{url}: did not answer in full ({detail}); try again later.") from None


def _split(url: str, address: str) -> SplitResult:
    """The parts of a web address. `InputError` for any other kind, or one that carries a name
    and password."""
    try:
        parts = urlsplit(address)
        port, hostname = parts.port, (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError:
        raise InputError(url, "is not a web address", "check it for typing errors") from None
    if parts.scheme not in _PORTS or not hostname or parts.username is not None:
        raise InputError(
            url, f"leads to what is no plain web address ({address})", "give an http or https URL"
        )
    host = f"[{hostname}]" if ":" in hostname else hostname
    return parts._replace(netloc=f"{host}:{port}" if port else host)


def _connected(
    url: str, parts: SplitResult, is_allowed: Callable[[str], bool]
) -> http.client.HTTPConnection:
    """A connection to an address that was checked, under the name that was asked for."""
    host, port = str(parts.hostname), parts.port or _PORTS[parts.scheme]
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(place[0]) for *_family, place in found]
    if not addresses or not all(map(is_allowed, addresses)):
        raise InputError(
            url, f"leads to an address that is not public ({host})", "give the file itself"
        )
    stream = socket.create_connection((addresses[0], port), timeout=TIME_S)
    if parts.scheme == "https":
        stream = ssl.create_default_context().wrap_socket(stream, server_hostname=host)
    connection = http.client.HTTPConnection(host, port)
    connection.sock = stream
    return connection


def _cut(connection: http.client.HTTPConnection) -> None:
    """End a connection that takes too long, whatever it is waiting for."""
    if connection.sock is not None:
        connection.sock.shutdown(socket.SHUT_RDWR)


def _path(parts: SplitResult) -> str:
    path, query = (quote(part, safe="/?%:@!$&'()*+,;=~") for part in (parts.path, parts.query))
    return f"{path or '/'}?{query}" if query else path or "/"


def _answer(url: str, response: http.client.HTTPResponse) -> _Answer:
    """What the server answered. `InputError` when it refuses, or sends what is no text."""
    if response.status in _REDIRECTS and response.headers["Location"]:
        return _Answer(response.headers["Location"], b"", "", None)
    if response.status in _TRY_LATER:
        raise Retryable(f"{url}: answers {response.status} {response.reason}; try again later.")
    if response.status != http.client.OK:
        raise InputError(
            url,
            f"answers {response.status} {response.reason}",
            "check the address, or save the page in a browser and give the file",
        )
    media_type = response.headers.get_content_type()
    if not media_type.startswith("text/") and media_type not in _TYPES:
        raise InputError(
            url, f"is of a type that is not read ({media_type})", "give a page of text"
        )
    return _Answer(None, _body(url, response), media_type, response.headers.get_content_charset())


def _body(url: str, response: http.client.HTTPResponse) -> bytes:
    """The bytes of the page, unpacked, never more than the limit."""
    is_packed = response.headers.get("Content-Encoding", "").strip().lower() in ("gzip", "x-gzip")
    unpacking = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    length, received = response.length, 0
    data = bytearray()
    while chunk := response.read1(_CHUNK_BYTES):
        received += len(chunk)
        data += unpacking.decompress(chunk, LIMIT_BYTES + 1 - len(data)) if is_packed else chunk
        if len(data) > LIMIT_BYTES:
            raise InputError(
                url, f"is larger than {LIMIT_BYTES // 1_000_000} MB", "give a single article"
            )
    if length is not None and received < length:
        raise http.client.IncompleteRead(b"", length - received)
    return bytes(data)
