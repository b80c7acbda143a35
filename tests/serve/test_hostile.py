"""Requests that no client of good will sends: each gets an answer that is meant, or none; nobody is told more."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.serve.service import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOST = b"Host: localhost\r\nConnection: close\r\n"
QUERY = b"Content-Type: application/sparql-query\r\n"
SIZED = QUERY + b"Content-Length: 6\r\n"
CHUNKED = QUERY + b"Transfer-Encoding: chunked\r\n"
MEANT = {200, 204, 303, 307, 400, 403, 404, 405, 406, 413, 415, 421}


def get(path: bytes, headers: bytes = b"", method: bytes = b"GET") -> bytes:
    return method + b" " + path + b" HTTP/1.1\r\n" + HOST + headers + b"\r\n"


def post(headers: bytes, body: bytes) -> bytes:
    return get(b"/sparql", headers, b"POST") + body


REQUESTS: dict[str, tuple[bytes, int]] = {
    # Methods
    "put": (get(b"/sparql", method=b"PUT"), 405),
    "delete": (get(b"/id/country/ukraine", method=b"DELETE"), 405),
    "trace": (get(b"/", method=b"TRACE"), 405),
    "connect": (get(b"/", method=b"CONNECT"), 405),
    "propfind": (get(b"/", method=b"PROPFIND"), 405),
    "long method": (get(b"/", method=b"X" * 1_000), 405),
    "no method": (get(b"/", method=b"G\xffT"), 400),
    # Paths
    "dots": (get(b"/id/../../etc/passwd"), 404),
    "encoded dots": (get(b"/web/%2e%2e%2fapp.py"), 404),
    "plain dots": (get(b"/web/../app.py"), 404),
    "backslash": (get(b"/web/..\\app.py"), 404),
    "nul": (get(b"/id/%00"), 404),
    "half a character": (get(b"/id/%ed%a0%80"), 400),
    "line break": (get(b"/id/a%0d%0aSet-Cookie:b"), 404),
    "markup": (get(b"/id/%3Cscript%3E"), 404),
    "long": (get(b"/id/" + b"a" * 60_000), 404),
    "slashes": (get(b"/id/" + b"/" * 5_000), 200),
    "whole address": (get(b"http://evil.example/"), 404),
    "star": (get(b"*"), 404),
    "none": (get(b""), 400),
    # Fields
    "no UTF-8": (get(b"/sparql?query=%ff"), 400),
    "twice": (get(b"/sparql?query=ASK%7B%7D&query=ASK%7B%7D"), 400),
    "many": (get(b"/sparql?" + b"a=1&" * 5_000), 400),
    "graph that is none": (get(b"/sparql?query=ASK%7B%7D&default-graph-uri=x%20y"), 400),
    "nul in a query": (get(b"/sparql?query=%00"), 400),
    "words of the index": (get(b"/?q=%22%22%27*(NEAR)"), 200),
    "signs": (get(b"/?q=" + b"%F0%9F" * 1_000), 200),
    "half a name": (get(b"/names?q=%ed%a0%80"), 200),
    "no day": (get(b"/questions/calls?since=9999999999-01"), 400),
    "no number": (get(b"/questions/calls?longer=1e999"), 400),
    "many digits": (get(b"/questions/calls?longer=" + b"9" * 5_000), 400),
    "an option twice": (get(b"/questions/calls?who=a&who=b"), 400),
    "no option": (get(b"/questions/calls?%7B=1"), 400),
    # Headers
    "accepts no number": (get(b"/sparql?query=ASK%7B%7D", b"Accept: */*;q=x\r\n"), 406),
    "accepts signs": (get(b"/questions/calls", b"Accept: \xff\xfe\r\n"), 406),
    "accepts commas": (get(b"/questions/calls", b"Accept: " + b"," * 5_000 + b"\r\n"), 200),
    "name and port": (b"GET /sparql HTTP/1.1\r\nHost: localhost:99999999\r\nConnection: close\r\n\r\n", 200),
    "another's name": (b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
    "broken name": (b"GET /sparql HTTP/1.1\r\nHost: [\r\n\r\n", 421),
    "two names": (b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", 400),
    "nul in a header": (get(b"/", b"\x00: a\r\n"), 400),
    "upgrade": (get(b"/", b"Upgrade: websocket\r\nSec-WebSocket-Key: a\r\n"), 200),
    # Bodies
    "sized": (post(SIZED, b"ASK {}"), 200),
    "less than none": (post(QUERY + b"Content-Length: -1\r\n", b"ASK {}"), 400),
    "two sizes": (post(SIZED + b"Content-Length: 7\r\n", b"ASK {}"), 400),
    "endless size": (post(QUERY + b"Content-Length: 99999999999999999999999\r\n", b"ASK {}"), 400),
    "compressed": (post(QUERY + b"Transfer-Encoding: gzip\r\n", b"ASK {}"), 400),
    "no chunk": (post(CHUNKED, b"zz\r\nabc\r\n0\r\n\r\n"), 400),
    "chunk below none": (post(CHUNKED, b"-1\r\nabc\r\n"), 400),
    "no chunk for nothing": (get(b"/nowhere", CHUNKED, b"POST") + b"zz\r\n", 400),
    "no chunk for another": (b"POST / HTTP/1.1\r\nHost: evil.example\r\n" + CHUNKED + b"\r\nzz\r\n", 400),
    "chunk": (post(CHUNKED, b"6\r\nASK {}\r\n0\r\n\r\n"), 200),
    "a request behind": (post(SIZED, b"ASK {}GET / HTTP/1.1\r\n\r\n"), 200),
    "large": (post(QUERY + b"Content-Length: 3000000\r\n", b" " * 3_000_000), 413),
    "no text": (post(QUERY + b"Content-Length: 4\r\n", b"\xff\xfe\x00\xd8"), 400),
    # Other protocols
    "HTTP/2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 421),
    "TLS": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200), 400),
    "nothing but noughts": (bytes(1_000), 400),
}


@pytest.fixture(scope="module")
def address(graph: Path) -> Iterator[tuple[str, int]]:
    with serving(graph, "--timeout", "5") as url:
        yield "127.0.0.1", int(str(urlsplit(url).port))


def status(address: tuple[str, int], request: bytes, *, ends: bool = False) -> int | None:
    """Send a request as it is, and perhaps the end of all; return the answer's status, None where there is none."""
    with socket.create_connection(address, 30) as client:
        answer = b""
        try:
            client.sendall(request)
            if ends:
                client.shutdown(socket.SHUT_WR)
            while b"\r\n" not in answer and (part := client.recv(65_536)):
                answer += part
        except (ConnectionError, TimeoutError):
            return None
    return int(answer.split()[1]) if answer else None


@pytest.mark.parametrize("name", REQUESTS)
def test_a_request_gets_what_is_meant_for_it(address: tuple[str, int], name: str) -> None:
    request, meant = REQUESTS[name]
    assert status(address, request) == meant


def test_who_goes_away_in_the_middle_of_a_question_leaves_no_complaint(graph: Path) -> None:
    with serving(graph) as url:
        address = "127.0.0.1", int(str(urlsplit(url).port))
        for part in (post(CHUNKED, b"6\r\nASK"), post(SIZED, b"ASK"), get(b"/")[:-2]):
            with socket.create_connection(address, 5) as client:
                client.sendall(part)
        assert status(address, post(SIZED, b"ASK {}")) == 200


PIECES = st.sampled_from([*(request for request, _ in REQUESTS.values() if len(request) < 500), b"\r\n", b"\x00", b"%"])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, min_size=1, max_size=3), cut=st.integers(0, 400), noise=st.binary(max_size=20))
def test_whatever_is_sent_nothing_fails(address: tuple[str, int], pieces: list[bytes], cut: int, noise: bytes) -> None:
    request = b"".join(pieces)
    assert status(address, request[:cut] + noise + request[cut:], ends=True) in MEANT | {None}
