"""Requests to stores: signed as the store asks for, repeated when it is busy, and told in a line when they fail."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import httpx

from kg.errors import GraphError

if TYPE_CHECKING:
    from collections.abc import Generator

TRIES: Final = 6
_BUSY: Final = {429, 502, 503, 504}
_LONGEST_WAIT: Final = 30.0
_REMEDIES: Final = {
    401: "name a user with --user, and the password in KG_PASSWORD",
    403: "name a user who may write, with --user, and the password in KG_PASSWORD",
    404: "check the address; docs/stores.md has that of each store",
    405: "the address takes no Graph Store Protocol; try --update",
    413: "send less at once with --chunk",
    415: "the address takes something else; docs/stores.md has that of each store",
}


class Login(httpx.Auth):
    """Sign requests in the way that the store's first refusal asks for, basic or digest."""

    def __init__(self, user: str, password: str) -> None:
        self._schemes: dict[str, httpx.Auth] = {
            "basic": httpx.BasicAuth(user, password),
            "digest": httpx.DigestAuth(user, password),
        }
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Yield the request as it is, and signed once a store has said how."""
        if self._chosen is None:
            response = yield request
            if response.status_code != 401:
                return
            asked = {
                value.split()[0].lower() for value in response.headers.get_list("WWW-Authenticate") if value.split()
            }
            self._chosen = next((self._schemes[name] for name in ("digest", "basic") if name in asked), None)
            if self._chosen is None:
                return
        yield from self._chosen.auth_flow(request)


def send(client: httpx.Client, request: httpx.Request, *, pause: float = 0.5) -> httpx.Response:
    """Return a good response; wait and try again while the store is busy or away, at most TRIES times.

    Raises GraphError, with what the store says, when it refuses or stays away. `pause` is the first wait in seconds,
    each next one is twice as long; a store's own Retry-After goes first.
    """
    for turn in range(TRIES):
        try:
            response = client.send(request)
        except httpx.TransportError as error:
            problem = f"does not answer: {error}"
            wait = pause * 2**turn
        else:
            if response.is_success:
                return response
            problem = _refusal(response)
            if response.status_code not in _BUSY:
                raise GraphError(problem, place=str(request.url), remedy=_REMEDIES.get(response.status_code))
            wait = _wait(response, pause * 2**turn)
        if turn + 1 < TRIES:
            time.sleep(min(wait, _LONGEST_WAIT))
    raise GraphError(problem, place=str(request.url), remedy="start the store, or check the address")


def _wait(response: httpx.Response, otherwise: float) -> float:
    asked = response.headers.get("Retry-After", "")
    return float(asked) if asked.isdecimal() else otherwise


def _refusal(response: httpx.Response) -> str:
    line = " ".join(response.text.split())[:200]
    return f"the store answers {response.status_code} {response.reason_phrase}" + (f": {line}" if line else "")
