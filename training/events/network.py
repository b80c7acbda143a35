"""The branch for events: upper layers of its own over the packaged encoder's lower ones, and heads for events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 (the name that torch users know)

from kg.language.labels import EVENT_CLASSES, FACTUALITIES, ROLE_COLUMNS, STATUSES
from training.network import LAYERS, SHARED, WIDTH, Layer, Mix, Network

if TYPE_CHECKING:
    from pathlib import Path

PAIR_WIDTH = 256


class EventBranch(nn.Module):
    """Reads on from the states of the shared layers; `states` gives one vector per word, which the heads take."""

    def __init__(self, dropout: float = 0.1) -> None:
        """Make a branch with random weights."""
        super().__init__()
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS - SHARED))
        self.mix = Mix()
        self.drop = nn.Dropout(0.2)
        self.kind = nn.Linear(WIDTH, 1 + len(EVENT_CLASSES))
        self.factuality = nn.Linear(WIDTH, len(FACTUALITIES))
        self.status = nn.Linear(WIDTH, 1 + len(STATUSES))
        self.trigger = nn.Linear(WIDTH, PAIR_WIDTH)
        self.word = nn.Linear(WIDTH, PAIR_WIDTH)
        self.classes = nn.Embedding(1 + len(EVENT_CLASSES), PAIR_WIDTH)
        self.role = nn.Linear(2 * PAIR_WIDTH, len(ROLE_COLUMNS))
        nn.init.normal_(self.classes.weight, std=0.02)

    def states(self, lower: list[Tensor], first: Tensor, mask: Tensor) -> Tensor:
        """Return the words' vectors, B x N x WIDTH, given the shared layers' states of all pieces."""
        states, x = list(lower), lower[-1]
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x)
        index = first.unsqueeze(-1).expand(-1, -1, WIDTH)
        return self.drop(self.mix([torch.gather(s, 1, index) for s in states]))

    def roles(self, trigger: Tensor, kind: Tensor, word: Tensor) -> Tensor:
        """Return role scores, T x N x columns, of projections of triggers (T) with their classes, and words (T x N)."""
        t = F.gelu(trigger + self.classes(kind)).unsqueeze(1)
        return self.role(self.drop(torch.cat([t * word, F.gelu(t + word)], -1)))


@torch.no_grad()
def shared_states(network: Network, ids: Tensor, features: Tensor, mask: Tensor) -> list[Tensor]:
    """Return the states of the layers that the branch shares, which do not learn from events."""
    x = network.norm(network.words(ids) + network.positions.weight[: ids.shape[1]] + network.features(features))
    states = []
    for layer in network.layers[:SHARED]:
        x = layer(x, mask)
        states.append(x)
    return states


def branch_from(network: Network) -> EventBranch:
    """Return a branch that begins with the parser's upper layers."""
    branch = EventBranch()
    for own, layer in zip(branch.layers, network.layers[SHARED:], strict=True):
        own.load_state_dict(layer.state_dict())
    return branch


def load_branch(path: Path) -> EventBranch:
    """Return the branch that a run has saved, for inference."""
    branch = EventBranch()
    branch.load_state_dict({name: value.float() for name, value in torch.load(path, map_location="cpu").items()})
    return branch.eval()
