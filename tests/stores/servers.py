"""Servers of this machine, on free ports of loopback, stopped at the end whatever happens."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 60
"""Seconds for a server to answer after its start on a busy machine."""


@dataclass(frozen=True)
class Virtuoso:
    """A running Virtuoso with a database of its own; `url` is that of its web server, `isql` the port for SQL."""

    url: str
    isql: int


def missing(reason: str) -> None:
    """Skip the test, or fail it where KG_REQUIRE_STORES=1 says that every store must be there."""
    if os.environ.get("KG_REQUIRE_STORES") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def program(name: str, package: str) -> str:
    """Return the path of an installed program, or skip (or fail) in one line that names its package."""
    found = shutil.which(name)
    if found is None:
        missing(f"no {name} on this machine: apt-get install {package}")
    return found or ""


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def running(command: list[str], folder: Path, url: str) -> Iterator[None]:
    """Run a server in `folder` until the block ends; the block begins when `url` answers."""
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT)  # noqa: S603 (the tests' own)
        try:
            deadline = time.monotonic() + PATIENCE
            while not _answers(url):
                if process.poll() is not None or time.monotonic() > deadline:
                    pytest.fail(f"{command[0]} did not start: {(folder / 'server.log').read_text(errors='replace')}")
                time.sleep(0.1)
            yield
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _answers(url: str) -> bool:
    try:
        httpx.get(url, timeout=5)
    except httpx.TransportError:
        return False
    return True


@contextmanager
def virtuoso(folder: Path, *allowed: Path) -> Iterator[Virtuoso]:
    """Run Virtuoso 7, which may read files of the `allowed` folders."""
    server = program("virtuoso-t", "virtuoso-opensource-7-bin")
    sql, web = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(
        VIRTUOSO.format(folder=folder, sql=sql, web=web, allowed=", ".join(map(str, (folder, *allowed)))),
        encoding="utf-8",
    )
    url = f"http://127.0.0.1:{web}"
    with running([server, "+configfile", str(folder / "virtuoso.ini"), "+foreground"], folder, f"{url}/sparql"):
        yield Virtuoso(url, sql)


@contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """Run an Oxigraph server on an empty store, and give its address."""
    # pip has put it beside the interpreter, which need not be on the path.
    server = str(Path(sys.executable).with_name("oxigraph"))
    url = f"http://127.0.0.1:{free_port()}"
    command = [server, "serve", "--location", str(folder / "store"), "--bind", url.removeprefix("http://")]
    with running(command, folder, url):
        yield url


# One thread for a query: with more, DISTINCT of Virtuoso 7.2.5 lets a double row through now and then.
VIRTUOSO = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
DirsAllowed = {allowed}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
ServerThreads = 10
ThreadsPerQuery = 1
AsyncQueueMaxThreads = 0
[HTTPServer]
ServerPort = 127.0.0.1:{web}
ServerThreads = 5
"""
