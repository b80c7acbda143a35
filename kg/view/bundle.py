"""Several small JavaScript modules as one script, for browsers load no modules from a file:// page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

IMPORT = re.compile(r'^import [^;]*? from "\./([a-z]+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)


def bundle(entry: Path) -> str:
    """Return the entry's and its imports' code, imported modules first; top-level names must differ between modules."""
    parts: dict[str, str] = {}
    _collect(entry, parts, ())
    body = "\n".join(f"// {name}\n{code}" for name, code in parts.items())
    return f'"use strict";\n(() => {{\n{body}}})();\n'


def _collect(path: Path, parts: dict[str, str], above: tuple[str, ...]) -> None:
    source = path.read_text(encoding="utf-8")
    for name in IMPORT.findall(source):
        if name not in parts and name not in above:
            _collect(path.parent / name, parts, (*above, path.name))
    parts[path.name] = EXPORT.sub("", IMPORT.sub("", source))
