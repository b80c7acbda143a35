"""Human decisions about entities and events: a plain CSV file, one line a decision, replayed on every build."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

from kg.errors import DecisionError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Action(StrEnum):
    """What a decision does."""

    MERGE = "merge"
    SPLIT = "split"
    NOT_SAME = "not-same"
    RENAME = "rename"
    LINK = "link"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Decision:
    """What someone decided about the members that `left` and `right` select, and why.

    Both are selectors (see kg/consolidate/selectors.py) in a merge and a not-same; in a split `right` selects the part
    of `left` that leaves it. `right` is the new name of a rename, the IRI of the same thing elsewhere (Wikidata, say)
    of a link, and empty for reject, which removes events, or mentions with all that rests on them.
    """

    action: Action
    left: str
    right: str
    who: str
    why: str

    def __str__(self) -> str:
        """Say what was decided, for a message."""
        return " ".join(filter(None, (self.action.value, repr(self.left), self.right and repr(self.right))))


@dataclass(frozen=True, slots=True)
class Decisions:
    """Every decision, in the order of the file."""

    decisions: tuple[Decision, ...] = ()


NO_DECISIONS = Decisions()
_SIGN = r"[^\s<>\"{}|^`\\\x00-\x20]"
_IRI = re.compile(rf"https?://(?!/){_SIGN}+|urn:[A-Za-z0-9-]+:{_SIGN}+")
_FIELDS = tuple(field.name for field in fields(Decision))


def read_decisions(path: Path) -> Decisions:
    """Return the decisions of a CSV file; a missing file holds none.

    Raises DecisionError, with the line, for a wrong header, an unknown action or a decision without what it needs.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.reader(stream))
    except FileNotFoundError:
        return NO_DECISIONS
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DecisionError(str(error), place=str(path), remedy="make it a readable CSV file in UTF-8") from error
    if rows and tuple(rows[0]) != _FIELDS:
        remedy = "begin the file with " + ",".join(_FIELDS)
        raise DecisionError("the header is not that of a decisions file", place=f"{path}:1", remedy=remedy)
    return Decisions(tuple(_decision(row, f"{path}:{line}") for line, row in enumerate(rows[1:], start=2) if row))


def _decision(row: Sequence[str], place: str) -> Decision:
    if len(row) != len(_FIELDS):
        problem = f"{len(row)} fields in place of {len(_FIELDS)}"
        raise DecisionError(problem, place=place, remedy="quote fields that hold a comma")
    action, left, right, who, why = (cell.strip() for cell in row)
    if action not in set(Action):
        raise DecisionError(f"unknown action {action!r}", place=place, remedy="use " + ", ".join(Action))
    if not left or bool(right) == (action == Action.REJECT):
        needed = "a left side only" if action == Action.REJECT else "a left and a right side"
        raise DecisionError(f"{action} needs {needed}", place=place, remedy="fill or empty the field")
    if action == Action.LINK and not _IRI.fullmatch(right):
        remedy = "name one such as http://www.wikidata.org/entity/Q180589"
        raise DecisionError(f"{right!r} is no web address of the same thing", place=place, remedy=remedy)
    if not who or not why:
        raise DecisionError("nobody can check this later", place=place, remedy="say who decided and why")
    return Decision(Action(action), left, right, who, why)


def add_decision(decision: Decision, path: Path) -> bool:
    """Write the decision behind those of the file, which need not exist; return False where it stands there already.

    Raises DecisionError for a decision that `read_decisions` would refuse and for a file that can not be written.
    """
    _decision((decision.action, *_rest(decision)), "the new decision")
    if decision in read_decisions(path).decisions:
        return False
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        lines = io.StringIO(newline="")
        writer = csv.writer(lines, lineterminator="\n")
        if not before:
            writer.writerow(_FIELDS)
        writer.writerow([decision.action, *_rest(decision)])
        gap = "\n" if before and not before.endswith("\n") else ""
        with path.open("a", encoding="utf-8", newline="") as stream:
            stream.write(gap + lines.getvalue())
    except OSError as error:
        raise DecisionError(str(error), place=str(path), remedy="choose a file that can be written") from error
    return True


def _rest(decision: Decision) -> tuple[str, ...]:
    return decision.left, decision.right, decision.who, decision.why
