# ruff: noqa: S101, S311, S603 (a trial: chance and processes)
"""Ask a running `kg serve` by many clients at once, beside slow sockets: does each get what it should, and when?

    PYTHONPATH=. python benchmarks/reliability/clients.py [--requests 10000] [--clients 50] [--slow 200]
        [--graph out/graph.ttl] [--write docs/reliability.md]

Half of the slow sockets send a request a byte at a time, half ask for a long answer and read a few bytes of it a
second; they begin again when they are cut. The exit status is 1 where an answer is another than such a request gets.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import quote

from benchmarks.reliability.sections import put

ROOT = Path(__file__).parents[2]
HEADING = "Many clients at once"
SEED = 2026
FORM = {"Content-Type": "application/sparql-query"}
REQUESTS = {
    "a question of the library as CSV": ("GET", "/questions/calls", "", {"Accept": "text/csv"}, 200),
    "ASK": ("GET", f"/sparql?query={quote('ASK {}')}", "", {}, 200),
    "rows of a join": ("POST", "/sparql", "SELECT * { ?a ?p ?b . ?b ?q ?c } LIMIT 200", FORM, 200),
    "a graph": ("POST", "/sparql", "CONSTRUCT WHERE { ?a ?p ?b } LIMIT 200", FORM, 200),
    "the first page": ("GET", "/", "", {"Accept": "text/html"}, 200),
    "the page of a node": ("GET", "/id/person/vladimir-putin", "", {"Accept": "text/html"}, 200),
    "names that begin so": ("GET", "/names?q=pu", "", {}, 200),
    "no SPARQL": ("POST", "/sparql", "SELECT * {", FORM, 400),
    "an update": ("POST", "/sparql", "DELETE WHERE { ?a ?b ?c }", FORM, 400),
    "another server": ("POST", "/sparql", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }", FORM, 400),
    "nothing that is there": ("GET", "/questions/nothing", "", {}, 404),
    "too large a body": ("POST", "/sparql", "#" * 2_000_000, FORM, 413),
}
BUSY = "asked to come again later (503)"


@dataclass(slots=True)
class Found:
    """How long each answer took by kind, and what was other than it should be."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: {kind: [] for kind in REQUESTS})
    other: Counter[str] = field(default_factory=Counter)


def main() -> None:
    """Serve, ask, and print what came of it, as lines of a report."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--requests", type=int, default=10_000)
    asked.add_argument("--clients", type=int, default=50)
    asked.add_argument("--slow", type=int, default=200)
    asked.add_argument("--graph", type=Path, default=ROOT / "out/graph.ttl")
    asked.add_argument("--write", type=Path)
    options = asked.parse_args()
    lines, wrong = trial(options.graph, requests=options.requests, clients=options.clients, slow=options.slow)
    sys.stdout.write("\n".join(lines) + "\n")
    if options.write:
        put(options.write, HEADING, lines)
    sys.exit(bool(wrong))


def trial(graph: Path, *, requests: int, clients: int, slow: int) -> tuple[list[str], int]:
    """Return the lines of a report, and how many answers were other than they should be."""
    command = [sys.executable, "-m", "kg", "serve", str(graph), "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
        assert server.stdout is not None
        port = int(server.stdout.readline().split("/ ")[0].rpartition(":")[2])
        found, lasted, cut = _crowd(port, requests=requests, clients=clients, slow=slow)
        memory = _peak(server.pid)
        server.send_signal(signal.SIGINT)
        wrong = sum(number for what, number in found.other.items() if what != BUSY) + abs(server.wait(60))
    return _report(found, lasted, f"{clients} clients, {slow} slow sockets", cut, memory), wrong


def _crowd(port: int, *, requests: int, clients: int, slow: int) -> tuple[Found, float, int]:
    """Return what became of the requests, how many seconds they took, and how often slow sockets were cut."""
    found, over, cut = Found(), threading.Event(), Counter[str]()
    idlers = [threading.Thread(target=_dawdle, args=(port, n, over, cut)) for n in range(slow)]
    asking = [threading.Thread(target=_ask, args=(port, SEED + n, requests // clients, found)) for n in range(clients)]
    for one in idlers:
        one.start()
    begun = time.monotonic()
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    lasted = time.monotonic() - begun
    over.set()
    for one in idlers:
        one.join()
    return found, lasted, cut.total()


def _ask(port: int, seed: int, number: int, found: Found) -> None:
    """Ask so many questions one after the other, over one connection as long as it stands."""
    chance = random.Random(seed)
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    for _ in range(number):
        kind = chance.choice(list(REQUESTS))
        method, path, body, headers, wanted = REQUESTS[kind]
        begun = time.monotonic()
        try:
            connection.request(method, path, body=body.encode() if body else None, headers=headers)
            answer = connection.getresponse()
            answer.read()
        except (OSError, HTTPException) as error:
            connection.close()
            found.other[f"{kind}: {type(error).__name__}"] += 1
            continue
        found.seconds[kind].append(time.monotonic() - begun)
        if answer.status != wanted:
            found.other[BUSY if answer.status == 503 else f"{kind}: {answer.status}"] += 1
    connection.close()


def _dawdle(port: int, number: int, over: threading.Event, cut: Counter[str]) -> None:
    """Send or read as slowly as can be, and begin again when cut, until all is over."""
    path = f"/sparql?query={quote('CONSTRUCT WHERE { ?a ?p ?b }')}"
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
    work = _send_slowly if number % 2 else _read_slowly
    while not over.is_set():
        with socket.create_connection(("127.0.0.1", port)) as client:
            try:
                work(client, request, over)
            except OSError:
                cut["sockets"] += 1


def _send_slowly(client: socket.socket, request: bytes, over: threading.Event) -> None:
    for sign in request[:-2]:
        client.sendall(bytes([sign]))
        if over.wait(0.5):
            return
    over.wait()


def _read_slowly(client: socket.socket, request: bytes, over: threading.Event) -> None:
    client.sendall(request)
    client.settimeout(60)
    while not over.wait(0.5):
        if not client.recv(16):
            raise ConnectionError


def _peak(process: int) -> int:
    """Return the most memory that a process has held, in mebibytes."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) // 1024


def _report(found: Found, lasted: float, who: str, cut: int, memory: int) -> list[str]:
    every = sorted(second for seconds in found.seconds.values() for second in seconds)
    others = [f"- {number} × {what}" for what, number in sorted(found.other.items())]
    return [
        "Made by `PYTHONPATH=. python benchmarks/reliability/clients.py --write docs/reliability.md`, which starts",
        "`kg serve` with the limits that it has by default, on two cores that clients and others use as well.",
        "",
        f"{len(every):,} answers to {who}, in {lasted:.0f} s ({len(every) / lasted:.0f} a second).",
        f"Slow sockets were cut {cut:,} times. The web server held {memory} MiB at most.",
        "",
        "| asked | gets | answers | median, s | p99, s | longest, s |",
        "|---|---:|---:|---:|---:|---:|",
        *(_row(kind, str(REQUESTS[kind][4]), sorted(seconds)) for kind, seconds in found.seconds.items()),
        _row("all", "", every),
        "",
        *(others or ["Every request got what it should."]),
    ]


def _row(kind: str, gets: str, seconds: list[float]) -> str:
    if not seconds:
        return f"| {kind} | {gets} | 0 | | | |"
    half, most = (seconds[min(len(seconds) - 1, int(len(seconds) * share))] for share in (0.5, 0.99))
    return f"| {kind} | {gets} | {len(seconds):,} | {half:.2f} | {most:.2f} | {seconds[-1]:.2f} |"


if __name__ == "__main__":
    main()
