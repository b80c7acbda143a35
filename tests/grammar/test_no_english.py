"""No English word stands in the code that reads: each string there is a label, a term, a rule's name or a field's."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

import kg
from kg.grammar.tree import Token
from kg.language import MODEL
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE: Final = Path(kg.__file__).parent
ROOMS: Final = ("extract", "grammar", "resolve")
UNIVERSAL: Final = frozenset(
    {"ROOT", "dep", "flat:name", "nmod:npmod", "nmod:tmod", "obl:npmod", "obl:tmod", "Sing", "Number"}
)
"""Labels of Universal Dependencies that other pipelines give, and features of its words."""
NAMES: Final = frozenset(
    {
        # forms of dates, the groups of their patterns, and kinds of dates
        *("digits", "weekday number", "month number", "number_word", "iso", "dotted", "day month", "days month"),
        *("month day", "month year", "named", "relative", "ago", "day-month", "deictic weekday", "deictic month"),
        *("deictic unit", "weekday", "month", "year", "day", "month-day", "part", "either", "either short"),
        *("month ordinal", "ordinal of month", "year month", "year day", "part year", "ahead", "nth weekday"),
        *(
            "nth weekday of",
            "nth day",
            "nth day of",
            "day of month",
            "weekday day",
            "part of year",
            "quarter",
            "numbered quarter",
        ),
        *("weekend", "unit beyond", "weekday of week", "week weekday", "weekday ago", "ago weekday", "from day"),
        *("from weekday", "elapsed", "to come", "last part of year", "single"),
        *("limit", "short weekday", "month_number", "joint", "deictic", "day_word", "short_year", "which"),
        *("beyond", "back", "one", "other", "nth", "fraction", "amount", "onward", "unit", "second", "point"),
        *("since", "until", "dddd", "lead", "more", "ordinal", "present"),
        # how a name, an office or a country was found
        *("model", "reference", "label", "adjective", "demonym", "metonym", "head noun"),
        *("weapons joined", "weapon name", "weapon noun", "generic weapon", "pair", "half", "leaders named last"),
        *("shown name",),
        *("female", "male"),
        *("clause", "description", "continuation", "counted-weapon", "counted-noun", "quotation/"),
        # readers of events, and the roles that the network gives numbers
        *("frames", "learnt", "killed", "injured", "launched", "intercepted"),
        # beginnings of keys, and options of spaCy's
        *(
            "Person/",
            "Weapon/",
            "participant/armed-people",
            "participant/armed-group",
            "participant/government",
            "participant/security-force",
            "participant/industrial-site",
            "participant/people",
            "participant/police",
            "participant/work",
            "participant/conveyance",
            "participant/journalist",
            "participant/body",
            "participant/aircraft",
            "participant/undertaking",
            "weapon/aircraft",
            "reference ",
            "08d",
            "expand",
            "contract",
            "strict",
        ),
    }
)
"""Words of this code about itself: no text is compared with them."""
RULES: Final = frozenset(
    {
        "Found",
        "Evidence",
        "Force",
        "Nominal",
        "Pronoun",
        "Name",
        "make_name",
        "Mention",
        "Cue",
        "cue_of",
        "Term",
        "TypeVar",
    }
)
"""What takes the name of a rule, or of a class."""
REASONS: Final = frozenset({"Fate", "Verdict", "OntologyError", "InputError", "ModelError"})
"""What takes words for a person to read."""
TELLING: Final = frozenset(f"extract/{name}.py" for name in ("__init__", "linking/coreference", "gate"))
"""Modules that put such words together: what they return or build by f-strings is told, and compared with nothing."""


def labels() -> frozenset[str]:
    found = json.loads((MODEL / "encoder" / "labels.json").read_text(encoding="utf-8"))
    return frozenset(label for head in ("tag", "pos", "dep") for label in found[head]) | UNIVERSAL


def terms() -> frozenset[str]:
    """Local names of the ontology's classes and individuals, and the sorts of organizations."""
    return frozenset(name for name in KNOWLEDGE.taxonomy.labels if name[0].isupper()) | {
        r.sort for r in KNOWLEDGE.reference.values() if r.sort
    }


def literals(path: Path) -> Iterator[tuple[str, ast.Constant]]:
    """Yield the strings of a module but its docstrings, names of rules and exports, with their places."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RULES | REASONS:
            given = (*node.args, *(keyword.value for keyword in node.keywords))
            told |= {id(argument) for argument in given}
            if node.func.id in REASONS:
                told |= {id(inner) for argument in given for inner in ast.walk(argument)}
        if isinstance(node, ast.GeneratorExp) and "Term(" in ast.unparse(node.elt):
            told |= {id(inner) for inner in ast.walk(node.generators[0].iter)}
        if isinstance(node, ast.JoinedStr | ast.Return) and path.relative_to(PACKAGE).as_posix() in TELLING:
            told |= {id(inner) for inner in _said(node)}
        if isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "__all__" for target in node.targets):
            told |= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node


def _said(node: ast.JoinedStr | ast.Return) -> Iterator[ast.AST]:
    """Yield what an f-string holds, or the one string or the other that is returned; never one that is compared."""
    if isinstance(node, ast.JoinedStr):
        yield from ast.walk(node)
    elif isinstance(node.value, ast.IfExp):
        yield from (node.value.body, node.value.orelse)
    elif node.value is not None:
        yield node.value


def words(text: str) -> list[str]:
    """Return the words of a string; of a pattern those that it fits, without its signs and the names of its groups."""
    if re.search(r"[\\|\[\]]|\(\?", text):
        text = re.sub(r"\(\?P<\w+>|\(\?[a-z]+:|\[[^\]]*\]|\\.", " ", text)
    return re.findall(r"[a-z]+", text)


MODULES: Final = sorted(path for room in ROOMS for path in (PACKAGE / room).rglob("*.py"))
FIELDS: Final = frozenset(field.name for field in fields(Token))
"""What a token is asked for by name."""
SPELLING: Final = frozenset({"iy", "yy", "yi", "ii", "yj", "ij", "y", "i"})
"""Endings of Slavic names, which no one writes in English alone."""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_string_is_an_english_word(path: Path) -> None:
    known = labels() | terms() | NAMES | SPELLING | FIELDS
    strangers = [
        f"{place}: {node.value!r}"
        for place, node in literals(path)
        if node.value not in known and set(words(node.value)) - SPELLING
    ]
    assert strangers == [], "words of English belong in ontology/en"


def test_a_word_is_seen_wherever_it_stands() -> None:
    assert words(r"(?i:\b(?P<count>[\w-]+)(?:\s+of)?\s+ago)\b") == ["of", "ago"]
    assert words("of") == ["of"]
    assert words(r"(?P<year>(?:19|20)\d\d)\b") == []
    assert not {"of", "the", "s", "including"} & (labels() | terms() | NAMES)
