"""GraphML, for Gephi, Cytoscape, yEd, igraph and networkx."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from kg.export.network import network
from kg.export.xml import quoted, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

    from kg.export.network import Network
    from kg.knowledge import Knowledge


def write_graphml(store: Store, stream: IO[bytes], knowledge: Knowledge, *, base: str) -> None:
    """Write the network of a graph, directed and with several edges between two nodes where there are several facts."""
    stream.writelines(f"{line}\n".encode() for line in _lines(network(store, knowledge.taxonomy, base=base)))


def _lines(net: Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for name, kind in {"label": "string", "class": "string", **net.columns}.items():
        yield f'  <key id={quoted(f"n-{name}")} for="node" attr.name={quoted(name)} attr.type="{kind}"/>'
    yield '  <key id="e-relation" for="edge" attr.name="relation" attr.type="string"/>'
    yield '  <key id="e-weight" for="edge" attr.name="weight" attr.type="long"/>'
    yield '  <graph edgedefault="directed">'
    for vertex in net.vertices:
        data = {"label": vertex.label, "class": vertex.kind, **vertex.attributes}
        inside = "".join(f"<data key={quoted(f'n-{name}')}>{text(value)}</data>" for name, value in data.items())
        yield f"    <node id={quoted(vertex.id)}>{inside}</node>"
    for number, edge in enumerate(net.edges):
        ends = f"source={quoted(edge.source)} target={quoted(edge.target)}"
        inside = f'<data key="e-relation">{text(edge.relation)}</data><data key="e-weight">{edge.weight}</data>'
        yield f'    <edge id="e{number}" {ends}>{inside}</edge>'
    yield "  </graph>"
    yield "</graphml>"
