"""The SPARQL 1.1 Protocol: which query a request asks, https://www.w3.org/TR/sparql11-protocol/#query-operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from kg.serve.jobs import Job

if TYPE_CHECKING:
    from starlette.requests import Request

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
_LONGEST: Final = 1 << 20
_READ_ONLY: Final = "this graph can only be read\n"


async def asked(request: Request) -> Job | None:
    """Return the query of a request, None for a GET without one; raise HTTPException for what the protocol excludes."""
    fields = _fields(request.scope["query_string"])
    if request.method == "POST":
        media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media == _UPDATE:
            raise HTTPException(403, _READ_ONLY)
        if media not in {FORM, QUERY}:
            raise HTTPException(415, f"send {FORM} or {QUERY}\n")
        body = await _body(request)
        fields += _fields(body) if media == FORM else [("query", _text(body))]
    values: dict[str, list[str]] = {}
    for name, value in fields:
        values.setdefault(name, []).append(value)
    if "update" in values:
        raise HTTPException(403, _READ_ONLY)
    queries = values.get("query", [])
    if not queries and request.method != "POST":
        return None
    if len(queries) != 1:
        raise HTTPException(400, "send one query\n")
    return Job(
        "sparql",
        queries[0],
        request.headers.get("accept", ""),
        default_graphs=values.get("default-graph-uri", []),
        named_graphs=values.get("named-graph-uri", []),
    )


def options(request: Request) -> dict[str, str]:
    """Return the fields of a GET, each once; raise HTTPException when they are not."""
    fields = _fields(request.scope["query_string"])
    found = dict(fields)
    if len(found) != len(fields):
        raise HTTPException(400, "send each option once\n")
    return found


async def _body(request: Request) -> bytes:
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > _LONGEST:
                raise HTTPException(413, f"a query has at most {_LONGEST} bytes\n")
    except ClientDisconnect as error:
        # Nobody reads it; a client that goes away in the middle of a question is no fault of this server.
        raise HTTPException(400, "the query breaks off\n") from error
    return body


def _fields(encoded: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError as error:
        raise HTTPException(400, "the fields are not URL-encoded UTF-8\n") from error


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise HTTPException(400, "the query is not UTF-8\n") from error
