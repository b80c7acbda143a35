"""Run kg and write down, a line each, what it asks of the network and where it writes; argv: the report, then kg's own.

Every process that it forks is watched, too. What libraries in C do is seen otherwise: in a network namespace of its
own the system counts each packet that had nowhere to go, and whoever asked for the run looks at the folders.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

NETWORK = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg"}
PROGRAMS = {"subprocess.Popen", "os.exec", "os.posix_spawn", "os.spawn", "os.system"}
CHANGES = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.truncate", "shutil.rmtree"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def main(report: str, *words: str) -> None:
    out = os.open(report, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def tell(what: str, place: object) -> None:
        os.write(out, f"{what} {os.fsdecode(place) if isinstance(place, bytes) else place}\n".encode(errors="replace"))

    def hook(event: str, told: tuple[object, ...]) -> None:
        if event in NETWORK:
            # A socket that has a path is one of this machine.
            if not (event == "socket.connect" and isinstance(told[1], str | bytes)):
                tell(event, told[-1])
        elif event in PROGRAMS and told[0] != sys.executable:
            tell("program", told[0])
        elif event == "open":
            path, _, flags = told
            if isinstance(path, str | bytes | os.PathLike) and isinstance(flags, int) and flags & WRITING:
                tell("write", os.path.abspath(path))  # noqa: PTH100 (bytes, too)
        elif event in CHANGES:
            tell("write", _place(told[0], told[-1]))

    sys.argv = ["kg", *words]
    sys.addaudithook(hook)
    from kg.cli import main as kg

    try:
        kg()
    finally:
        if os.environ.get("KG_ALONE") and (lost := _lost()):
            tell("packets", lost)


def _place(path: object, folder: object) -> str:
    """Return the path of what is changed, which may be named from an open folder."""
    words = os.fsdecode(path) if isinstance(path, str | bytes | os.PathLike) else f"/proc/self/fd/{path}"
    home = Path(f"/proc/self/fd/{folder}").readlink() if isinstance(folder, int) and 0 <= folder < 1000 else ""
    return os.path.abspath(os.path.join(home, words))  # noqa: PTH100, PTH118


def _lost() -> int:
    """Return how many packets had nowhere to go since the network namespace began."""
    heads, values = (line.split() for line in Path("/proc/net/snmp").read_text().splitlines()[:2])
    newer = Path("/proc/net/snmp6")
    rows = [line.split() for line in newer.read_text().splitlines()] if newer.exists() else []
    return int(values[heads.index("OutNoRoutes")]) + sum(int(row[1]) for row in rows if row[0] == "Ip6OutNoRoutes")


if __name__ == "__main__":
    main(*sys.argv[1:])
