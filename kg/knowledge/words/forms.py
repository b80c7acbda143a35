"""How word classes are read: the forms of each, into the field of a record that is named like it."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING, TypeVar

from kg.errors import OntologyError
from kg.knowledge.namespaces import KG

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import DataclassInstance

    from kg.knowledge.files import Index

Words = TypeVar("Words", bound="DataclassInstance")


def class_of(field: str) -> str:
    """Return the word class that a field is named like: AimingVerb for aiming_verb."""
    return re.sub(r"(?:^|_)(.)", lambda match: match[1].upper(), field)


def read_forms(
    index: Index,
    kind: type[Words],
    file: str,
    *,
    fold: Callable[[str], str],
    class_of: Callable[[str], str] = class_of,
) -> Words:
    """Return the record whose every field has the forms of its word class; OntologyError for a class without any."""

    def members(field: str) -> frozenset[str]:
        local = class_of(field)
        forms = index.get(KG + local, {}).get(KG + "form")
        if not forms:
            raise OntologyError(f"kg:{local} has no kg:form", place=file, remedy="give the word class its forms")
        return frozenset(map(fold, forms))

    return kind(**{field.name: members(field.name) for field in fields(kind)})
