"""docs/reliability.md, of which each trial writes its own section anew and leaves the others as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def put(file: Path, heading: str, lines: Sequence[str]) -> None:
    """Write the lines below the heading of a section in place of what stands there, or at the end of the file."""
    text = file.read_text(encoding="utf-8").rstrip("\n") + "\n"
    section = "\n".join((f"## {heading}", "", *lines)).strip("\n") + "\n"
    begin = re.search(rf"^## {re.escape(heading)}$", text, re.MULTILINE)
    if begin is None:
        file.write_text(f"{text}\n{section}", encoding="utf-8")
        return
    after = re.compile(r"^## ", re.MULTILINE).search(text, begin.end())
    rest = f"\n{text[after.start() :]}" if after else ""
    file.write_text(text[: begin.start()] + section + rest, encoding="utf-8")
