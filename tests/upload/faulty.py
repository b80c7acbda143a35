"""A door before a real store that is sometimes shut, wants a password, or lets a parcel fall."""

from __future__ import annotations

import base64
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Faults:
    """What goes wrong: the first `shut` writes are answered by `status`, and the write number `lost` is thrown away.

    The door takes addresses under `prefix`, and notes the methods of requests in `seen`.
    """

    shut: int = 0
    status: int = 503
    lost: int = 0
    password: tuple[str, str] | None = None
    prefix: str = ""
    writes: int = 0
    seen: list[str] = field(default_factory=list)


@contextmanager
def door(store: str, faults: Faults) -> Iterator[str]:
    """Give the address of a door to the store at `store`."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def _pass(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            faults.seen.append(self.command)
            is_write = self.command == "PUT" or "/store" in self.path
            if faults.password and self.headers.get("Authorization") != _basic(*faults.password):
                self._answer(401, b"who are you?", {"WWW-Authenticate": 'Basic realm="store"'})
                return
            if is_write:
                faults.writes += 1
                if faults.writes <= faults.shut:
                    self._answer(faults.status, b"busy, come again", {"Retry-After": "0"})
                    return
                if faults.writes == faults.lost:
                    self._answer(204, b"", {})
                    return
            kept = {name: self.headers[name] for name in ("Content-Type", "Accept") if name in self.headers}
            answer = httpx.request(
                self.command,
                store + self.path.removeprefix(faults.prefix).replace("/store/?", "/store?"),
                content=body,
                headers=kept,
            )
            self._answer(answer.status_code, answer.content, {"Content-Type": answer.headers.get("Content-Type", "")})

        def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 204:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = _pass  # noqa: N815 (the names that http.server looks for)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def _basic(user: str, password: str) -> str:
    return f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}"
