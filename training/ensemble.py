"""Learn from several trained networks at once: their averaged probabilities are targets for every head.

Distillation after Hinton et al. (2015), of an ensemble of parsers into one as in Kuncoro et al. (2016). It also gives
sentences that nobody annotated something to teach.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F  # noqa: N812 (the name that torch users know)

from training.losses import TAGS, arc_scores, label_scores, read, split_tags
from training.windows import IGNORE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from training.network import Network


@dataclass(frozen=True, slots=True)
class Opinion:
    """What an ensemble believes: probabilities per head, and the arcs (0 is the root) that its labels are for."""

    probabilities: dict[str, Tensor]
    heads: Tensor


def _probabilities(network: Network, out: dict[str, Tensor], batch: dict[str, Tensor]) -> dict[str, Tensor]:
    tags = split_tags(network, out["tags"].float())
    return {name: tags[name].softmax(-1) for name in TAGS} | {
        "start": tags["start"].squeeze(-1).sigmoid(),
        "names": out["names"].float().softmax(-1),
        "arc": arc_scores(out["arcs"].float(), batch["sentence"]).softmax(-1),
    }


@torch.no_grad()
def opinion(teachers: Sequence[Network], batch: dict[str, Tensor]) -> Opinion:
    """Return the mean of the teachers' probabilities; labels are of gold arcs, else of the likeliest ones."""
    readings = [read(teacher, batch) for teacher in teachers]
    told = [_probabilities(teacher, out, batch) for teacher, out in zip(teachers, readings, strict=True)]
    mean = {name: torch.stack([probabilities[name] for probabilities in told]).mean(0) for name in told[0]}
    heads = torch.where(batch["head"] == IGNORE, mean["arc"].argmax(-1), batch["head"] + 1)
    labels = [
        label_scores(teacher, out, heads).float().softmax(-1) for teacher, out in zip(teachers, readings, strict=True)
    ]
    return Opinion(mean | {"label": torch.stack(labels).mean(0)}, heads)


def agreement_losses(
    network: Network, batch: dict[str, Tensor], out: dict[str, Tensor], wanted: Opinion
) -> dict[str, Tensor]:
    """Return for every head the mean cross entropy of the network's probabilities with those of an ensemble.

    On names the ensemble has no say where the annotation leaves one class only.
    """
    words = batch["sentence"] >= 0
    counted = {"names": words & (batch["allowed"].sum(-1) > 1)}
    tags = split_tags(network, out["tags"].float())
    scores = {name: tags[name] for name in TAGS} | {
        "names": out["names"].float(),
        "arc": arc_scores(out["arcs"].float(), batch["sentence"]),
        "label": label_scores(network, out, wanted.heads).float(),
    }
    result = {}
    for name, values in scores.items():
        loss = -(wanted.probabilities[name] * values.log_softmax(-1)).sum(-1)
        result[name] = loss[counted.get(name, words)].mean()
    result["start"] = F.binary_cross_entropy_with_logits(
        tags["start"].squeeze(-1)[words], wanted.probabilities["start"][words]
    )
    return result
