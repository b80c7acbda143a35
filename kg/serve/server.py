"""The web server itself: a socket, the workers behind it, and an end that leaves nothing running."""

from __future__ import annotations

import signal
import tempfile
from contextlib import suppress
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from kg.errors import GraphError
from kg.serve.app import make_app
from kg.serve.connections import PatientProtocol
from kg.serve.doors import Doors
from kg.serve.workers import keeper

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from socket import socket as Socket  # noqa: N812 (a class)

    from kg.serve.jobs import Limits


class _Server(uvicorn.Server):
    """A server that says it is ready only when a signal ends it in good order, and not in the middle of its start."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[Socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets=sockets)
        self._ready()


def serve(
    graph: Path,
    ontology: Path,
    *,
    host: str,
    port: int,
    limits: Limits,
    ready: Callable[[str, int], None],
    cors: Sequence[str] = (),
) -> None:
    """Answer questions on a graph, those of an ontology's folder too, until interrupted; port 0 takes a free one.

    `ready` is told the address and the number of triples. Raises GraphError for a graph that can not be read and for an
    address that can not be had.
    """
    # Whoever ends the server by a signal wants an end that cleans up, as after Ctrl-C; shells start jobs in the
    # background with Ctrl-C ignored.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="kg-page-") as folder, keeper(graph, ontology, limits) as workers:
        doors, page = Doors(), Path(folder) / "graph.html"
        app = make_app(workers, graph, page, ontology, cors=cors, loopback=_is_loopback(host), doors=doors)
        config = uvicorn.Config(
            app,
            host,
            port,
            log_level="error",
            http=partial(PatientProtocol, doors),  # type: ignore[arg-type]  # it is called as the class is
            server_header=False,
            lifespan="off",
        )
        try:
            socket = config.bind_socket()
        except SystemExit as error:  # uvicorn's way to say that it can not
            raise GraphError("can not listen there", place=f"{host}:{port}", remedy="choose another --port") from error
        where = f"[{host}]" if ":" in host else host
        address = f"http://{where}:{socket.getsockname()[1]}/"
        with socket, suppress(KeyboardInterrupt):
            socket.listen()
            _Server(config, partial(ready, address, workers.triples)).run(sockets=[socket])


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
