"""Quick scores on gold sentences during training; the real evaluation is training.evaluate."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from training.examples import read_conllu
from training.losses import arc_scores, label_scores, read, split_tags
from training.windows import IGNORE, Cutter, tensors

if TYPE_CHECKING:
    import argparse

    from training.network import Network


@torch.no_grad()
def development_scores(
    network: Network, average: dict[str, Tensor], cutter: Cutter, args: argparse.Namespace, *, sentences: int = 600
) -> dict[str, float]:
    """Return accuracies in per cent of the averaged weights on ewt-dev, greedy heads, gold words and sentences."""
    own = {name: v.detach().clone() for name, v in network.named_parameters() if name in average}
    network.load_state_dict(average, strict=False)
    network.eval()
    right: dict[str, int] = {}
    total = 0
    dev = list(islice(read_conllu(args.corpora / "treebank/ewt-dev.conllu"), sentences))
    windows = sorted((cutter.window([s], [True], 1.0) for s in dev), key=lambda w: len(w.ids))
    for at in range(0, len(windows), 32):
        batch = {n: v.to(args.device) for n, v in tensors(windows[at : at + 32]).items()}
        with torch.autocast(args.device, torch.bfloat16):
            out = read(network, batch)
            heads = arc_scores(out["arcs"].float(), batch["sentence"]).argmax(-1)
            labels = label_scores(network, out, heads).argmax(-1)
        words = batch["head"] != IGNORE
        attached = (heads == batch["head"] + 1) & words
        counts = {"UAS": attached, "LAS": attached & (labels == batch["dep"])}
        for name, scores in split_tags(network, out["tags"]).items():
            if name != "start":
                counts[name] = (scores.argmax(-1) == batch[name]) & words
        total += int(words.sum())
        for name, hits in counts.items():
            right[name] = right.get(name, 0) + int(hits.sum())
    network.load_state_dict(own, strict=False)
    network.train()
    return {name: round(100 * count / total, 2) for name, count in right.items()}
