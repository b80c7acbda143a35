"""Manifests: tables of files with the date, outlet, title and url of each."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import InputError, KgError
from kg.ingest.columns import named
from kg.ingest.formats import KNOWN_SUFFIXES, check_regular, decoded, json_object, unreadable
from kg.ingest.kinds.streams import suffix_of
from kg.ingest.kinds.tables import delimiter_of, not_csv
from kg.ingest.metadata import Metadata, metadata_from, text_field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_REMEDY = "use the columns file,id,date,outlet,title,url"
_LONGEST_HEADER = 10_000
_SURPLUS = "more cells than the header"


FOLLOW = "put it there, or build with --follow"


def is_below(file: Path, folder: Path) -> bool:
    """Say whether a file is in a folder or below it, wherever links lead."""
    return Path(os.path.realpath(file)).is_relative_to(os.path.realpath(folder))


class Row(NamedTuple):
    """One file; `name` is the id of its article, None where none is given, `about` None where the row is broken."""

    place: str
    file: Path
    name: str | None
    about: Metadata | None


def is_manifest(path: Path) -> bool:
    """Whether the file's name says that it lists files: manifest.jsonl or any .csv."""
    return path.name.lower() == "manifest.jsonl" or path.suffix.lower() == ".csv"


def holds_articles(path: Path) -> bool:
    """Whether a CSV file has the texts of its articles in itself, and names no files."""
    if path.suffix.lower() != ".csv" or not path.is_file():
        return False
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        header = lines.readline(_LONGEST_HEADER)
    names = [name.strip().strip('"') for name in header.split(delimiter_of(header))]
    found = named(names, {}, place=str(path))
    return "file" not in found and len(names) > 1


def rows_of_manifest(
    path: Path, *, follow: bool, on_problem: Callable[[KgError], None], by_name: bool = False
) -> Iterator[Row]:
    """Yield the rows of a manifest, files relative to its folder; report rows that are broken.

    A row that names a file outside that folder is broken unless we `follow`; in a manifest that was given `by_name`,
    and not found in a folder, only one that has no suffix of an article. Raises InputError if the manifest is broken.
    """
    try:
        check_regular(path)
        text = decoded(path.read_bytes(), place=str(path))
    except OSError as error:
        raise unreadable(error, path) from error
    read = _json_rows if path.suffix.lower() == ".jsonl" else _csv_rows
    for place, fields in read(text, path, on_problem=on_problem):
        file: str | None = None
        try:
            file = text_field(fields, "file", place=place)
            if file is None:
                raise InputError("names no file", place=place, remedy=_REMEDY)
            chosen = by_name and suffix_of(Path(file)) in KNOWN_SUFFIXES
            if not (follow or chosen or is_below(path.parent / file, path.parent)):
                on_problem(InputError(f"names a file outside its folder: {file}", place=place, remedy=FOLLOW))
                continue
            if _SURPLUS in fields:
                raise InputError(f"has {_SURPLUS}", place=place, remedy="quote cells that hold commas")
            name = text_field(fields, "id", place=place)
            yield Row(place, path.parent / file, name, metadata_from(fields, place=place))
        except InputError as error:
            on_problem(error)
            if file is not None:
                yield Row(place, path.parent / file, None, None)


def _json_rows(
    text: str, path: Path, *, on_problem: Callable[[KgError], None]
) -> Iterator[tuple[str, Mapping[str, object]]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            place = f"{path}:{number}"
            try:
                yield place, json_object(line, place=place)
            except InputError as error:
                on_problem(error)


def _csv_rows(
    text: str, path: Path, *, on_problem: Callable[[KgError], None]
) -> Iterator[tuple[str, Mapping[str, object]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey=_SURPLUS, strict=True)
    try:
        reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
        if "file" not in reader.fieldnames:
            raise InputError('has no column "file"', place=str(path), remedy=_REMEDY)
        for fields in reader:
            yield f"{path}:{reader.line_num}", fields
    except csv.Error as error:
        on_problem(not_csv(error, place=f"{path}:{reader.line_num + 1}"))
