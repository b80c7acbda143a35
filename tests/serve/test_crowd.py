"""Many clients at once beside slow sockets: the trial of benchmarks/reliability/clients.py, small."""

from __future__ import annotations

from pathlib import Path

from benchmarks.reliability.clients import trial

GRAPH = Path(__file__).parents[2] / "out/graph.ttl"


def test_many_clients_get_what_they_should_beside_slow_sockets() -> None:
    lines, wrong = trial(GRAPH, requests=96, clients=12, slow=24)
    assert wrong == 0, "\n".join(lines)
    assert any(line.startswith("96 answers to 12 clients, 24 slow sockets") for line in lines)
