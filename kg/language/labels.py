"""The label inventories of the network's heads, as written by the training recipe and read at run time."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

#: Entity types; the model card defines each.
ENTITY_TYPES = (
    "PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "DATE", "TIME",
    "MONEY", "CARDINAL", "QUANTITY", "EVENT", "WEAPON", "PLATFORM",
)  # fmt: skip

#: Class 0 is O; the class of prefix p and type t is 1 + 4 * t + p.
PREFIXES = "BIES"
NER_CLASSES = 1 + len(PREFIXES) * len(ENTITY_TYPES)

#: Classes of events; the class of a word that evokes none is 0, and these follow.
EVENT_CLASSES = (
    "Attack", "Abduction", "Arrest", "Call", "Meeting", "Conversation", "Transfer", "Aid",
    "Sanction", "SanctionsRelief", "Threat", "Demand", "Accusation", "Agreement", "Ceasefire", "Support",
    "Rejection", "Mobilization", "Withdrawal", "Protest", "PrisonerRelease", "Appointment", "Departure", "Statement",
)  # fmt: skip
FACTUALITIES = ("Asserted", "Planned", "Possible", "Negated", "Denied")
#: The one who tells of an event, beside those who take part in it.
SOURCE = "source"
#: Roles of words in events. In an event a word has at most one of each group, the likeliest; each is preceded by a
#: column for none of it. The packaged weights have one group.
ROLE_GROUPS = (
    (
        "attacker", "target", "weapon", "place", "date", "killed", "injured", "launched", "intercepted",
        "actor", "topic", "participant", "initiator", "duration", "medium", "supplier", "recipient", "amount",
        "count", "person", "office", "of", "speaker", "addressee", "venue", "quote", SOURCE,
    ),
)  # fmt: skip
ROLES = tuple(role for group in ROLE_GROUPS for role in group)
ROLE_COLUMNS = tuple(name for group in ROLE_GROUPS for name in ("", *group))
#: What became of an event of this class; 0 where it is not told, and these follow.
TRANSFER = "Transfer"
STATUSES = ("delivered", "pledged", "paused", "requested", "proposed", "sold", "banned")


@dataclass(frozen=True, slots=True)
class Labels:
    """Names of the classes of each head, in class order."""

    tag: tuple[str, ...]
    pos: tuple[str, ...]
    morph: tuple[str, ...]
    lemma: tuple[str, ...]
    dep: tuple[str, ...]


def ner_class(prefix: str, entity_type: str) -> int:
    """Return the class of a BIES prefix and an entity type; raises ValueError for unknown ones."""
    return 1 + len(PREFIXES) * ENTITY_TYPES.index(entity_type) + PREFIXES.index(prefix)


def labels_from_json(text: str) -> Labels:
    """Return the inventories written by `labels_to_json`."""
    return Labels(**{name: tuple(classes) for name, classes in json.loads(text).items()})


def labels_to_json(labels: Labels) -> str:
    """Return the inventories as JSON, one list per head."""
    return json.dumps(asdict(labels), ensure_ascii=False, indent=0) + "\n"
