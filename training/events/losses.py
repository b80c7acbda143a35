"""What the branch for events is punished for: cross entropies, each a mean over triggers or over arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 (the name that torch users know)

from kg.language.labels import EVENT_CLASSES, ROLE_GROUPS, TRANSFER
from training.events.network import shared_states
from training.windows import IGNORE

if TYPE_CHECKING:
    from training.events.network import EventBranch
    from training.network import Network

WEIGHTS = {"kind": 0.5, "factuality": 0.3, "status": 0.1, "roles": 0.5}
#: A batch with fewer triggers, or arguments, counts as if it had so many.
LEAST = 8
_TRANSFER = 1 + EVENT_CLASSES.index(TRANSFER)


def weighted(parts: dict[str, Tensor]) -> Tensor:
    """Return the sum of losses, each with its head's weight."""
    return torch.stack([WEIGHTS[name] * loss for name, loss in parts.items()]).sum()


def read(network: Network, branch: EventBranch, batch: dict[str, Tensor]) -> Tensor:
    """Return the words' vectors for a batch."""
    mask = batch["mask"][:, None, None, :]
    return branch.states(shared_states(network, batch["ids"], batch["features"], mask), batch["first"], mask)


def losses(branch: EventBranch, batch: dict[str, Tensor], words: Tensor) -> dict[str, Tensor]:
    """Return the loss of every head, given the words' vectors."""
    kinds = F.cross_entropy(
        branch.kind(words).flatten(0, 1), batch["kinds"].flatten(), ignore_index=IGNORE, reduction="sum"
    )
    result = {"kind": kinds / max(LEAST, len(batch["at"]))}
    if not len(batch["at"]):
        return result
    triggers = words[batch["at"], batch["trigger"]]
    result["factuality"] = F.cross_entropy(branch.factuality(triggers), batch["factuality"])
    transfers = batch["kind"] == _TRANSFER
    if transfers.any():
        result["status"] = F.cross_entropy(branch.status(triggers[transfers]), batch["status"][transfers])
    scores = branch.roles(branch.trigger(triggers), batch["kind"], F.gelu(branch.word(words))[batch["at"]])
    wrong = torch.zeros(())
    for number, part in enumerate(scores.split([1 + len(group) for group in ROLE_GROUPS], -1)):
        target = batch["roles"][:, number]
        wrong = wrong + F.cross_entropy(part.flatten(0, 1), target.flatten(), ignore_index=IGNORE, reduction="sum")
    return result | {"roles": wrong / (batch["roles"] > 0).sum().clamp(min=LEAST)}
