"""Check the site of the documentation: every link leads to a page or file of it, and to a place that the page has.

python docs/links.py docs/_build/html
"""

from __future__ import annotations

import re
import sys
from pathlib import Path


def dead(site: Path) -> list[str]:
    """Return the links of a site that lead nowhere inside it, each with its page; the web is not asked."""
    pages = {page.name: page.read_text(encoding="utf-8") for page in sorted(site.glob("*.html"))}
    marks = {name: set(re.findall(r'\bid="([^"]+)"', text)) for name, text in pages.items()}
    found = []
    for name, text in pages.items():
        for link in re.findall(r'\bhref="([^"]+)"', text):
            if "://" in link or link.startswith(("mailto:", "data:")):
                continue
            target, _, mark = link.partition("#")
            file = target.partition("?")[0] or name
            if not (site / file).exists() or (mark and file in marks and mark not in marks[file]):
                found.append(f"{name}: {link}")
    return sorted(set(found))


if __name__ == "__main__":
    if problems := dead(Path(sys.argv[1])):
        sys.exit("\n".join(("links that lead nowhere:", *problems)))
