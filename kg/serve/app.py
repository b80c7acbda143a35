"""What answers at which address."""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from kg.query import named, names
from kg.serve.description import description
from kg.serve.doors import Doors
from kg.serve.headers import OwnHosts, SafeHeaders
from kg.serve.jobs import HTML, TEXT, Job
from kg.serve.negotiation import choose
from kg.serve.pages import WEB, refusal_page
from kg.serve.protocol import asked, options
from kg.serve.results import GRAPHS, SOLUTIONS
from kg.serve.vocabulary import terms_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from starlette.requests import Request

    from kg.serve.workers import Workers

_ASSETS: Final = {"page.css": "text/css", "query.js": "text/javascript", "editor.js": "text/javascript"}
LONGEST: Final = 200
"""Characters of a search that are looked for."""
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True)
class _Handlers:
    """The handlers of requests, with what they need to answer."""

    workers: Workers
    graph: Path
    page: Path
    ontology_folder: Path
    doors: Doors
    drawing: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def sparql(self, request: Request) -> Response:
        job = await asked(request)
        if job is not None:
            return await self._answered(job, request)
        media = choose(request.headers.get("accept", ""), (*GRAPHS, HTML))
        if media == HTML:
            return await self.home(request)
        if media is None:
            raise HTTPException(406, f"the description of the service is {', '.join(GRAPHS)}\n")
        found = description(str(request.url.replace(query="")), self.workers.triples, GRAPHS[media])
        return Response(found, media_type=media, headers={"Vary": "Accept"})

    async def home(self, request: Request) -> Response:
        """Return the first page; to an address that asks something the answer comes first, without news."""
        given = request.query_params
        asking = {"asking": "yes"} if {"question", "query"} & set(given) else {}
        return await self._answered(Job("home", given.get("q", "")[:LONGEST], HTML, asking), request)

    async def questions(self, request: Request) -> Response:  # noqa: ARG002 (a handler's signature)
        folder = self.ontology_folder / "queries"
        listed = [
            {
                "name": query.name,
                "question": query.question,
                "options": [{"name": one.name, "kind": one.kind, "meaning": one.meaning} for one in query.parameters],
                "text": query.text,
            }
            for query in (named(name, folder) for name in names(folder))
        ]
        return Response(json.dumps(listed, ensure_ascii=False), media_type="application/json")

    async def question(self, request: Request) -> Response:
        """Return the answer of a named question; who comes with a browser is sent to the form that asks it."""
        accept, name = request.headers.get("accept", ""), request.path_params["name"]
        if choose(accept, (*SOLUTIONS, HTML)) == HTML and name in names(self.ontology_folder / "queries"):
            form = urlencode([("question", name), *request.query_params.multi_items()])
            return RedirectResponse(f"/?{form}", 303, {"Vary": "Accept"})
        return await self._answered(Job("named", name, accept, options(request)), request)

    async def resource(self, request: Request) -> Response:
        path = request.path_params["path"]
        if not path or path.endswith("/"):
            return await self._answered(Job("listing", path, HTML), request)
        iri = f"{self.workers.base}{path}"
        if any(char <= " " or char in '<>"{}|\\^`' for char in iri):
            raise HTTPException(404, "that is no IRI\n")
        return await self._answered(Job("resource", iri, request.headers.get("accept", "")), request)

    async def names(self, request: Request) -> Response:
        return await self._answered(Job("names", request.query_params.get("q", "")[:LONGEST], ""), request)

    async def terms(self, request: Request) -> Response:  # noqa: ARG002 (a handler's signature)
        listed = await asyncio.to_thread(terms_of, self.ontology_folder)
        headers = {"Cache-Control": "max-age=3600"}
        return Response(json.dumps(listed, ensure_ascii=False), media_type="application/json", headers=headers)

    async def ontology(self, request: Request) -> Response:  # noqa: ARG002 (a handler's signature)
        return Response((self.ontology_folder / "kg.ttl").read_bytes(), media_type="text/turtle")

    async def view(self, request: Request) -> Response:  # noqa: ARG002 (a handler's signature)
        """Draw the graph's page when somebody first asks for it, in a process of its own: it may need much memory."""
        async with self.drawing:
            if not self.page.exists():
                command = ("-m", "kg", "view", str(self.graph), "-o", str(self.page))
                process = await asyncio.create_subprocess_exec(
                    sys.executable, *command, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE
                )
                _, problem = await process.communicate()
                if process.returncode:
                    raise HTTPException(503, problem.decode(errors="replace"))
        # The page brings a policy of its own, which allows just the scripts that are in it.
        headers = {"Content-Security-Policy": "frame-ancestors 'none'"}
        return Response(self.page.read_bytes(), media_type=HTML, headers=headers)

    async def asset(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in _ASSETS:
            raise HTTPException(404, "there is no such file\n")
        return Response((WEB / name).read_bytes(), media_type=_ASSETS[name])

    async def icon(self, request: Request) -> Response:  # noqa: ARG002 (a handler's signature)
        """Answer what browsers ask unasked: there is no icon."""
        return Response(status_code=204, headers={"Cache-Control": "max-age=86400"})

    async def openapi(self, request: Request) -> Response:  # noqa: ARG002 (a handler's signature)
        return Response((WEB / "openapi.json").read_bytes(), media_type="application/json")

    async def _answered(self, job: Job, request: Request) -> Response:
        """Answer by a worker; when the client goes away, the worker goes too."""
        answer, gone = asyncio.ensure_future(self.workers.ask(job)), asyncio.ensure_future(_gone(request))
        await asyncio.wait((answer, gone), return_when=asyncio.FIRST_COMPLETED)
        gone.cancel()
        if not answer.done():
            answer.cancel()
            return Response(status_code=499)
        reply = answer.result()
        if not self.doors.has_room(len(reply.body)):
            return PlainTextResponse("too many answers wait for being read: ask again later\n", 503)
        if reply.status >= HTTPStatus.BAD_REQUEST:
            return _told(request, reply.body.decode(), reply.status)
        headers = {"Vary": "Accept"}
        if reply.cut:
            headers["KG-Cut"] = f"only the first {self.workers.limits.rows} rows"
        return Response(reply.body, reply.status, headers, reply.media)


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _refusal(request: Request, error: Exception) -> Response:
    """Tell what is wrong."""
    if not isinstance(error, HTTPException):
        raise error
    return _told(request, f"{error.detail.rstrip()}\n", error.status_code, error.headers)


def _told(request: Request, problem: str, status: int, headers: Mapping[str, str] | None = None) -> Response:
    """Tell what is wrong in a line of plain text, or to somebody with a browser on a page."""
    headers = {"Vary": "Accept", **(headers or {})}
    if request.method == "GET" and choose(request.headers.get("accept", ""), (TEXT, HTML)) == HTML:
        return Response(refusal_page(status, problem), status, headers, HTML)
    return PlainTextResponse(problem, status, headers)


def make_app(
    workers: Workers,
    graph: Path,
    page: Path,
    ontology: Path,
    *,
    cors: Sequence[str] = (),
    loopback: bool = True,
    doors: Doors | None = None,
) -> Starlette:
    """Return the service; `page` is where the drawn graph is kept, `ontology` the ontology's folder.

    `cors` are the origins whose pages may ask too. On loopback it answers to the names of loopback only.
    """
    handlers = _Handlers(workers, graph, page, ontology, doors or Doors())
    routes = [
        Route("/", handlers.home),
        Route("/sparql", handlers.sparql, methods=["GET", "POST"]),
        Route("/questions", handlers.questions),
        Route("/questions/{name}", handlers.question),
        Route("/id/{path:path}", handlers.resource),
        Route("/names", handlers.names),
        Route("/terms", handlers.terms),
        Route("/ontology", handlers.ontology),
        Route("/graph", handlers.view),
        Route("/openapi.json", handlers.openapi),
        Route("/web/{name}", handlers.asset),
        Route("/favicon.ico", handlers.icon),
    ]
    middleware = [Middleware(SafeHeaders, shared=bool(cors))]
    if loopback:
        middleware.append(Middleware(OwnHosts, names=_LOOPBACK))
    if cors:
        middleware.append(
            Middleware(
                CORSMiddleware, allow_origins=list(cors), allow_methods=["GET", "POST"], expose_headers=["KG-Cut"]
            )
        )
    return Starlette(routes=routes, middleware=middleware, exception_handlers={HTTPException: _refusal})
