"""Word documents: the paragraphs and the cells of tables, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.ingest.kinds.article import Article
from kg.ingest.kinds.packed import check_packed
from kg.ingest.layout import own_title
from kg.ingest.metadata import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def articles_of_docx(path: Path) -> Iterator[Article]:
    """Yield the one article of a .docx file, without headers, footers and notes; its title is that of the file."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table, _Cell

    check_packed(path)
    try:
        document = Document(str(path))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise InputError("is no Word document", place=str(path), remedy="save it as .docx or .txt") from error
    blocks: list[str] = []
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            # The library's own list has a cell once for every column that it says it spans, a hundred million perhaps.
            rows = ([_Cell(cell, part).text for cell in row._tr.tc_lst] for row in part.rows)  # noqa: SLF001
            blocks.extend(" ".join(filter(None, cells)) for cells in rows)
        else:
            blocks.append(part.text)
    # A line break inside a paragraph of Word is a blank, and each paragraph stays one.
    text = "\n\n".join(" ".join(block.split()) for block in blocks)
    yield Article(str(path), None, None, text, Metadata(title=own_title(document.core_properties.title)))
