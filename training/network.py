"""The network: MiniLM with word-shape features, and heads for tags, sentence starts, arcs, labels and names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 (the name that torch users know)

from kg.language.labels import NER_CLASSES
from kg.language.subwords import FEATURE_COUNT

if TYPE_CHECKING:
    from pathlib import Path

LAYERS, WIDTH, HEADS, INNER, VOCABULARY, POSITIONS = 6, 384, 12, 1536, 30522, 512
#: Layers that tags, trees, names and events share; the upper ones of events are their own.
SHARED = 3
ARC_WIDTH, LABEL_WIDTH = 256, 192


@dataclass(frozen=True, slots=True)
class Sizes:
    """Number of classes per head."""

    tag: int
    pos: int
    morph: int
    lemma: int
    dep: int


class Layer(nn.Module):
    """One BERT layer, normalised after each sub-layer."""

    def __init__(self, dropout: float) -> None:
        """Make a layer with random weights."""
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the layer's output, B x P x WIDTH."""
        b, p, _ = x.shape
        q, k, v = self.qkv(x).view(b, p, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # Spelt out: on CPU this is faster than the fused form, whose backward pass is slow for masks.
        scores = (q * (WIDTH // HEADS) ** -0.5) @ k.transpose(-1, -2)
        a = scores.masked_fill(~mask, -1e4).softmax(-1).to(v.dtype) @ v
        return self.finish(x, a.transpose(1, 2).reshape(b, p, WIDTH))

    def finish(self, x: Tensor, attended: Tensor) -> Tensor:
        """Return the layer's output given its input and what attention has gathered."""
        x = self.norm1(x + self.drop(self.out(attended)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Mix(nn.Module):
    """A learned average of the layers' outputs (Peters et al., 2018)."""

    def __init__(self) -> None:
        """Start near the last layers."""
        super().__init__()
        self.logits = nn.Parameter(torch.tensor([-2.0] * (LAYERS - 2) + [0.0, 1.0]))

    def forward(self, layers: list[Tensor]) -> Tensor:
        """Return the weighted sum of the layers."""
        weights = self.logits.softmax(0)
        return torch.stack([w * x for w, x in zip(weights, layers, strict=True)]).sum(0)


class Network(nn.Module):
    """Encoder and heads; `forward` gives scores per word."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1) -> None:
        """Make a network with random weights."""
        super().__init__()
        self.sizes = sizes
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.Embedding(FEATURE_COUNT, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.drop = nn.Dropout(0.2)
        self.mixes = nn.ModuleDict({name: Mix() for name in ("tags", "parse", "names")})
        self.tags = nn.Linear(WIDTH, sizes.tag + sizes.pos + sizes.morph + sizes.lemma + 1)
        self.names = nn.Linear(WIDTH, NER_CLASSES)
        self.parse = nn.Linear(WIDTH, 2 * ARC_WIDTH + 2 * LABEL_WIDTH)
        self.arc = nn.Linear(ARC_WIDTH, ARC_WIDTH)
        self.arc_bias = nn.Linear(ARC_WIDTH, 1)
        self.root_arc = nn.Parameter(torch.randn(ARC_WIDTH) * 0.05)
        self.root_label = nn.Parameter(torch.randn(LABEL_WIDTH) * 0.05)
        self.label = nn.Linear(2 * LABEL_WIDTH, sizes.dep)
        nn.init.normal_(self.features.weight, std=0.01)

    def encode(self, ids: Tensor, features: Tensor, mask: Tensor) -> list[Tensor]:
        """Return every layer's output for the pieces."""
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.features(features)
        x = self.drop(self.norm(x)) if self.training else self.norm(x)
        outputs = []
        for layer in self.layers:
            x = layer(x, mask)
            outputs.append(x)
        return outputs

    def heads(self, layers: list[Tensor], first: Tensor) -> dict[str, Tensor]:
        """Return tag scores, name scores, and the projections for arcs and labels, per word."""
        index = first.unsqueeze(-1).expand(-1, -1, WIDTH)
        words = [torch.gather(layer, 1, index) for layer in layers]
        return self.scores(words)

    def scores(self, words: list[Tensor]) -> dict[str, Tensor]:
        """Return what `heads` returns, given every layer's output at the words' first pieces."""
        at = {name: self.drop(mix(words)) for name, mix in self.mixes.items()}
        arc_dep, arc_head, label_dep, label_head = F.gelu(self.parse(at["parse"])).split(
            [ARC_WIDTH, ARC_WIDTH, LABEL_WIDTH, LABEL_WIDTH], -1
        )
        root = self.root_arc.expand(arc_head.shape[0], 1, ARC_WIDTH)
        arc_head = torch.cat([root, arc_head], 1)
        # Column 0 is the root, column 1 + j the j-th word.
        arcs = self.arc(self.drop(arc_dep)) @ self.drop(arc_head).transpose(1, 2) / ARC_WIDTH**0.5
        arcs = arcs + self.arc_bias(arc_head).transpose(1, 2)
        return {
            "tags": self.tags(at["tags"]),
            "names": self.names(at["names"]),
            "arcs": arcs,
            "label_dep": label_dep,
            "label_head": label_head,
        }

    def labels(self, dep: Tensor, head: Tensor) -> Tensor:
        """Return label scores for pairs of a word and its head: a factorised biaffine form plus a sum term."""
        return self.label(self.drop(torch.cat([dep * head, F.gelu(dep + head)], -1)))


def load_minilm(network: Network, path: Path) -> None:
    """Copy the weights of sentence-transformers/all-MiniLM-L6-v2 into the encoder."""
    w = load_file(path)
    with torch.no_grad():
        network.words.weight.copy_(w["embeddings.word_embeddings.weight"])
        network.positions.weight.copy_(
            w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0]
        )
        network.norm.weight.copy_(w["embeddings.LayerNorm.weight"])
        network.norm.bias.copy_(w["embeddings.LayerNorm.bias"])
        for i, layer in enumerate(network.layers):
            p = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                qkv = [w[f"{p}attention.self.{n}.{part}"] for n in ("query", "key", "value")]
                getattr(layer.qkv, part).copy_(torch.cat(qkv))
                for ours, theirs in (
                    ("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"), ("down", "output.dense"), ("norm2", "output.LayerNorm"),
                ):  # fmt: skip
                    getattr(getattr(layer, ours), part).copy_(w[f"{p}{theirs}.{part}"])
