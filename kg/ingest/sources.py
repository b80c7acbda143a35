"""Finds the files that a folder or a manifest holds, with what a manifest says about them."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from kg.errors import InputError, KgError, LeftOut, unforeseen
from kg.ingest.formats import KNOWN_SUFFIXES, Draft, drafts_of_file, name_of, unreadable
from kg.ingest.kinds.streams import suffix_of
from kg.ingest.manifest import FOLLOW, Row, holds_articles, is_below, is_manifest, rows_of_manifest
from kg.ingest.metadata import Metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_MOST_NAMES = 3  # files of another kind that a message names


def rows_of_path(path: Path, *, follow: bool, on_problem: Callable[[KgError], None]) -> Iterator[Row]:
    """Yield the files of a file, a manifest or a folder; report what can not be listed and go on.

    What manifests name and links lead to outside their folder is read only where we `follow`.
    """
    try:
        rows_of = _rows_of_folder if path.is_dir() else _rows_of_file
        yield from (row for row in rows_of(path, follow=follow, on_problem=on_problem) if row.about is not None)
    except InputError as error:
        on_problem(error)


def _rows_of_file(path: Path, *, follow: bool, on_problem: Callable[[KgError], None]) -> Iterator[Row]:
    if is_manifest(path) and not holds_articles(path):
        return rows_of_manifest(path, follow=follow, on_problem=on_problem, by_name=True)
    return iter([Row(str(path), path, None, Metadata())])


def drafts_of_row(row: Row, *, on_problem: Callable[[KgError], None], columns: Mapping[str, str]) -> Iterator[Draft]:
    """Yield the articles of a file; report each that can not be read and go on."""
    about = row.about or Metadata()
    try:
        if not row.file.exists():
            raise InputError(f"lists a file that is not there: {row.file}", place=row.place, remedy="correct the name")
        name = row.name or name_of(PurePath(row.file.name))
        yield from drafts_of_file(row.file, about, name=name, on_problem=on_problem, columns=columns)
    except InputError as error:
        on_problem(error)
    except Exception as error:  # noqa: BLE001 (what a library makes of one file must not end the build of the others)
        on_problem(unforeseen(error, place=row.place))


def _rows_of_folder(folder: Path, *, follow: bool, on_problem: Callable[[KgError], None]) -> Iterator[Row]:
    """Yield the articles below a folder in the order of their paths, whatever the order of the file system."""
    files = _files_below(folder, follow=follow, on_problem=on_problem)
    listed: dict[Path, Row] = {}
    for manifest in filter(_is_manifest_of_folder, files):
        try:
            listed.update((row.file, row) for row in rows_of_manifest(manifest, follow=follow, on_problem=on_problem))
        except InputError as error:
            on_problem(error)
    others = [file for file in files if suffix_of(file) not in KNOWN_SUFFIXES and not _is_manifest_of_folder(file)]
    articles = [file for file in files if suffix_of(file) in KNOWN_SUFFIXES and not _is_manifest_of_folder(file)]
    if others:
        on_problem(_other_kinds(others, folder))
    if not articles:
        remedy = "give a folder with .txt, .md, .html, .docx, .rtf, .pdf, .eml or .jsonl files"
        raise InputError("holds no articles", place=str(folder), remedy=remedy)
    found = {file: _named(listed.get(file), file, folder) for file in articles}
    absent = {file: row for file, row in listed.items() if file not in found}
    yield from (found | absent).values()


def _named(listed: Row | None, file: Path, folder: Path) -> Row:
    """Return the row of a file below the folder: two of one name in two folders are two articles."""
    row = listed or Row(str(file), file, None, Metadata())
    return row._replace(name=row.name or name_of(file.relative_to(folder)))


def _is_manifest_of_folder(path: Path) -> bool:
    # A table of another name beside the articles is somebody's data; only given by itself it is taken for a manifest.
    return is_manifest(path) and path.stem.lower() == "manifest"


def _files_below(folder: Path, *, follow: bool, on_problem: Callable[[KgError], None]) -> list[Path]:
    """Return the files below a folder without hidden ones, sorted.

    Folders that can not be opened are reported, and so are links to files elsewhere unless we `follow` them.
    """

    def report(error: OSError) -> None:
        on_problem(unreadable(error, Path(error.filename)))

    found: list[Path] = []
    for parent, folders, files in os.walk(folder, onerror=report):
        folders[:] = [name for name in folders if not name.startswith(".") and not _is_of_page(name, files)]
        found.extend(Path(parent, name) for name in files if not name.startswith("."))
    elsewhere = {file for file in found if file.is_symlink() and not (follow or is_below(file, folder))}
    for file in sorted(elsewhere):
        on_problem(InputError("is a link to a file outside the folder", place=str(file), remedy=FOLLOW))
    return sorted(set(found) - elsewhere, key=lambda file: file.relative_to(folder).as_posix())


def _is_of_page(folder: str, files: list[str]) -> bool:
    """Whether a folder holds what a browser saved beside a page: "Talks_files" of "Talks.html"."""
    page = folder.removesuffix("_files")
    return page != folder and any(f"{page}{suffix}" in files for suffix in (".html", ".htm"))


def _other_kinds(files: list[Path], folder: Path) -> LeftOut:
    names = ", ".join(file.name for file in files[:_MOST_NAMES]) + (" ..." if len(files) > _MOST_NAMES else "")
    problem = f"left out {len(files)} of a kind that holds no article: {names}"
    return LeftOut(problem, place=str(folder), remedy="save them as .txt or .html if they hold articles")
