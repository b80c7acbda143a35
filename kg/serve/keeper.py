"""The process that holds the graph: python -m kg.serve.keeper GRAPH ONTOLOGY SOCKET LIMITS.

For each connection to SOCKET, a Unix socket, it forks a worker that shares the graph's memory, reads a job, writes the
reply and ends. A query can neither be interrupted from Python nor kept from asking other servers by the engine, so the
operating system sees to both: an alarm ends the worker in time, wherever it is, and it may open no file or connection.
"""

from __future__ import annotations

import json
import os
import resource
import selectors
import signal
import socket
import sys
import traceback
import warnings
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.knowledge import load as load_knowledge
from kg.query import named, names
from kg.serve.jobs import Graph, Job, Limits, answer
from kg.serve.pages import TEMPLATES, template
from kg.serve.search import index_of
from kg.serve.vocabulary import names_in
from kg.store.graph import base_of, load

if TYPE_CHECKING:
    from typing import NoReturn

_NICER = 10
"""By how much a question that takes long makes room for others."""
_PAGE = os.sysconf("SC_PAGE_SIZE")


def main(path: str, ontology: str, address: str, limits: Limits) -> None:
    """Load a graph, say so in a line of JSON on standard output, and answer until standard input ends."""
    try:
        store = load(path)
    except KgError as error:
        print(json.dumps({"error": str(error)}), flush=True)  # noqa: T201 (told to the process that started this one)
        return
    # All that a worker reads from files is read here, before it may open none.
    folder = Path(ontology) / "queries"
    graph = Graph(store, base_of(store), {name: named(name, folder) for name in names(folder)},
                  load_knowledge(Path(ontology)), index_of(store), names_in(store))  # fmt: skip
    for page in TEMPLATES:
        template(page)
    # The threads of a store on disk have nothing to do while it is only read; no worker needs them.
    warnings.filterwarnings("ignore", message=".*use of fork", category=DeprecationWarning)
    with socket.socket(socket.AF_UNIX) as listener:
        # One before this one may have left its address behind.
        Path(address).unlink(missing_ok=True)
        listener.bind(address)
        listener.listen(128)
        # A worker that has ended is not waited for.
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        print(json.dumps({"base": graph.base, "triples": len(store)}), flush=True)  # noqa: T201 (as above)
        _listen(listener, graph, limits)


def _listen(listener: socket.socket, graph: Graph, limits: Limits) -> None:
    with selectors.DefaultSelector() as selector:
        selector.register(listener, selectors.EVENT_READ)
        # It ends when the process that started this one does, however that happens.
        selector.register(sys.stdin, selectors.EVENT_READ)
        while True:
            if any(key.fileobj is sys.stdin for key, _ in selector.select()):
                return
            connection, _ = listener.accept()
            # Where the system has no process left, the connection closes and the web server says that it can not.
            with connection, suppress(BlockingIOError):
                if os.fork() == 0:
                    listener.close()
                    _work(connection, graph, limits)


def _work(connection: socket.socket, graph: Graph, limits: Limits) -> NoReturn:
    """Answer the one job of a connection and end this process."""
    try:
        # A client that has gone away is none of our business.
        with suppress(ConnectionError):
            _answer(connection, graph, limits)
    finally:
        if problem := sys.exc_info()[1]:
            traceback.print_exception(problem)
        # No cleaning up: what there is to clean up belongs to the keeper.
        os._exit(0)


def _answer(connection: socket.socket, graph: Graph, limits: Limits) -> None:
    _confine(limits)
    with connection.makefile("rwb") as stream:
        stream.write(f"{os.getpid()}\n".encode())
        stream.flush()
        job = Job(**json.loads(stream.readline()))
        if job.patient:
            os.nice(_NICER)
        reply = answer(job, graph, limits)
        head = {"status": reply.status, "media": reply.media, "cut": reply.cut, "length": len(reply.body)}
        stream.write(json.dumps(head).encode() + b"\n")
        stream.write(reply.body)


def _confine(limits: Limits) -> None:
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)
    size = int(Path("/proc/self/statm").read_text().split()[0]) * _PAGE
    ceiling = size + limits.memory * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, ceiling))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], Limits(**json.loads(sys.argv[4])))
