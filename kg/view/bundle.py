"""Several small JavaScript modules as one script, for browsers load no modules from a file:// page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

IMPORT = re.compile(r'^import (\{[^;]*?\}) from "\./([a-z]+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|const|class) ([\w$]+))", re.MULTILINE)


def bundle(entry: Path) -> str:
    """Return the entry's and its imports' code, imported modules first, each in a scope of its own.

    Raises ValueError where modules import one another in a circle.
    """
    parts: dict[str, str] = {}
    _collect(entry, parts, ())
    return '"use strict";\n(() => {\nconst modules = {};\n' + "".join(parts.values()) + "})();\n"


def _collect(path: Path, parts: dict[str, str], above: tuple[str, ...]) -> None:
    source = path.read_text(encoding="utf-8")
    above = (*above, path.name)
    for _, name in IMPORT.findall(source):
        if name in above:
            raise ValueError(f"modules import one another: {' -> '.join((*above, name))}")
        if name not in parts:
            _collect(path.parent / name, parts, above)
    body = EXPORT.sub("", IMPORT.sub(r'const \1 = modules["\2"];\n', source))
    exported = ", ".join(EXPORT.findall(source))
    parts[path.name] = f'modules["{path.name}"] = (() => {{\n{body}return {{ {exported} }};\n}})();\n'
