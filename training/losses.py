"""Losses: cross entropy for tags and trees, marginal likelihood for partially annotated names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 (the name that torch users know)

from training.windows import IGNORE

if TYPE_CHECKING:
    from training.network import Network

WEIGHTS = {"tag": 0.5, "pos": 0.4, "morph": 0.3, "lemma": 0.4, "start": 0.5, "arc": 1.0, "label": 1.0, "names": 1.0}
TAGS = ("tag", "pos", "morph", "lemma")


def weighted(parts: dict[str, Tensor]) -> Tensor:
    """Return the sum of losses, each with its head's weight."""
    return torch.stack([WEIGHTS[name] * loss for name, loss in parts.items()]).sum()


def split_tags(network: Network, scores: Tensor) -> dict[str, Tensor]:
    """Return the per-head slices of the concatenated tag scores."""
    s = network.sizes
    parts = scores.split([s.tag, s.pos, s.morph, s.lemma, 1], -1)
    return dict(zip((*TAGS, "start"), parts, strict=True))


def arc_scores(scores: Tensor, sentence: Tensor) -> Tensor:
    """Return arc scores with heads outside the word's own sentence, and the word itself, ruled out."""
    same = sentence.unsqueeze(2) == sentence.unsqueeze(1)
    same &= ~torch.eye(sentence.shape[1], dtype=torch.bool, device=sentence.device)
    root = torch.ones(*sentence.shape, 1, dtype=torch.bool, device=sentence.device)
    return scores.masked_fill(~torch.cat([root, same], 2), -1e4)


def label_scores(network: Network, out: dict[str, Tensor], head: Tensor) -> Tensor:
    """Return label scores given heads as columns of the arc matrix (0 is the root)."""
    batch = head.shape[0]
    root = network.root_label.expand(batch, 1, -1)
    heads = torch.cat([root.to(out["label_head"].dtype), out["label_head"]], 1)
    chosen = torch.gather(heads, 1, head.unsqueeze(-1).expand(-1, -1, heads.shape[-1]))
    return network.labels(out["label_dep"], chosen)


def read(network: Network, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the scores of the network's heads for a batch."""
    layers = network.encode(batch["ids"], batch["features"], batch["mask"][:, None, None, :])
    return network.heads(layers, batch["first"])


def losses(network: Network, batch: dict[str, Tensor], out: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the mean loss of every head that the batch has targets for, given what the network read."""
    result = {}
    tags = split_tags(network, out["tags"].float())
    start = batch["start"]
    known = start != IGNORE
    result["start"] = F.binary_cross_entropy_with_logits(tags["start"].squeeze(-1)[known], start[known].float())
    result["names"] = name_loss(out["names"].float(), batch["allowed"], batch["weight"])
    head = batch["head"]
    if (head == IGNORE).all():
        return result
    for name in TAGS:
        result[name] = F.cross_entropy(tags[name].flatten(0, 1), batch[name].flatten(), ignore_index=IGNORE)
    arcs = arc_scores(out["arcs"].float(), batch["sentence"])
    target = torch.where(head == IGNORE, IGNORE, head + 1)
    result["arc"] = F.cross_entropy(arcs.flatten(0, 1), target.flatten(), ignore_index=IGNORE)
    labels = label_scores(network, out, target.clamp(min=0)).float()
    result["label"] = F.cross_entropy(labels.flatten(0, 1), batch["dep"].flatten(), ignore_index=IGNORE)
    return result


def name_loss(scores: Tensor, allowed: Tensor, weight: Tensor) -> Tensor:
    """Return minus the log of the allowed classes' total probability, averaged over words that rule something out."""
    told = ~allowed.all(-1)
    inside = scores.masked_fill(~allowed, -1e4).logsumexp(-1)
    loss = (scores.logsumexp(-1) - inside) * told * weight.unsqueeze(1)
    return loss.sum() / told.sum().clamp(min=1)
