"""Markdown: the words without markup, and the YAML front matter above them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import yaml

from kg.errors import MESSAGE, InputError
from kg.ingest.metadata import Metadata, metadata_from

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore

_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_BREAKS: Final = {"softbreak": " ", "hardbreak": "\n"}
_DEEPEST: Final = 100
"""Lists and quotations in one another, each of which may count twice."""
_DEEPEST_BRACKETS: Final = 20


class _Plain(yaml.BaseLoader):
    """YAML whose values are strings, so that a date is read as everywhere else, and without references.

    A few lines that refer to one another can stand for more than a machine holds.
    """

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Return the next node; raise ComposerError where it stands for another one."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(problem="a reference to another value")
        return super().compose_node(parent, index)


def article_of_markdown(text: str, *, place: str) -> tuple[str, Metadata]:
    """Return the words of Markdown and what its front matter says of them; InputError where that is broken."""
    match = _FRONT_MATTER.match(text.replace("\r\n", "\n"))
    if match is None:
        return _words_of_markdown(text), Metadata()
    try:
        row = yaml.load(match["yaml"], _Plain) or {}  # noqa: S506 (it makes nothing but strings, lists and tables)
    except (yaml.YAMLError, RecursionError) as error:
        problem = f"has broken front matter: {error}"[:MESSAGE]
        raise InputError(problem, place=place, remedy="mend the YAML between the two --- lines") from error
    if not isinstance(row, dict):
        raise InputError(
            "has front matter without fields", place=place, remedy='write lines such as "date: 2025-07-04"'
        )
    return _words_of_markdown(match.string[match.end() :]), metadata_from(row, place=place)


def _words_of_markdown(text: str) -> str:
    """Return the words of Markdown without its markup, one block a paragraph; RecursionError where it is too deep.

    What is deeper than it is told to go the library leaves out in silence.
    """
    from markdown_it import MarkdownIt

    blocks: list[str] = []
    reader = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    reader.core.ruler.before("inline", "shallow", _shallow)
    for token in reader.parse(text):
        if token.level >= _DEEPEST - 1:
            raise RecursionError
        if token.type == "inline":
            # Images and HTML are no words.
            children = [child for child in token.children or () if child.type not in {"image", "html_inline"}]
            blocks.append("".join(_BREAKS.get(child.type, child.content) for child in children))
        elif token.type in {"code_block", "fence"}:
            blocks.append(token.content)
    return "\n\n".join(blocks)


def _shallow(state: StateCore) -> None:
    """Give brackets in a line the library's own limit: their time grows with it, and what is deeper stays as it is."""
    state.md.options["maxNesting"] = _DEEPEST_BRACKETS
