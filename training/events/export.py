"""Put a trained branch into the package: `python -m training.events.export --run RUN [--model DIR]`."""

from __future__ import annotations

import argparse
import io
from pathlib import Path

import torch
from torch import Tensor, nn

from kg.language.components import FILES, pipeline
from training.attention import Attention, written_out
from training.events.network import PAIR_WIDTH, EventBranch, load_branch
from training.export import on_grid, quantise
from training.network import SHARED, WIDTH

MODEL = Path(__file__).parents[2] / "kg/language/model"


class EventGraph(nn.Module):
    """The branch for one window: states of the shared layers for P pieces, and the first pieces of N words."""

    def __init__(self, branch: EventBranch) -> None:
        """Wrap a trained branch."""
        super().__init__()
        self.branch = branch

    def forward(self, lower: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Return the fields of kg.language.network.EventScores."""
        net = self.branch
        x = lower[-1:]
        states = [layer[first] for layer in lower]
        for layer in net.layers:
            x = layer.finish(x, Attention.apply(*layer.qkv(x).split(WIDTH, -1)))
            states.append(x[0, first])
        words = net.mix(states)
        heads = (on_grid(head(words)) for head in (net.kind, net.factuality, net.status))
        return (*heads, net.trigger(words), nn.functional.gelu(net.word(words)))


class RoleGraph(nn.Module):
    """Scores of every word's role in the event of every trigger."""

    def __init__(self, branch: EventBranch) -> None:
        """Wrap a trained branch."""
        super().__init__()
        self.branch = branch

    def forward(self, trigger: Tensor, kind: Tensor, word: Tensor) -> Tensor:
        """Return role scores, T x N x columns."""
        return on_grid(self.branch.roles(trigger, kind, word.unsqueeze(0)))


def export_branch(branch: EventBranch, *, quantised: bool) -> dict[str, bytes]:
    """Return the graphs of a branch by file name, the weights of its layers as int8 unless told otherwise."""
    events, roles = io.BytesIO(), io.BytesIO()
    names = ["kind", "factuality", "status", "trigger", "word"]
    axes: dict[str, dict[int, str]] = {"lower": {1: "pieces"}, "first": {0: "words"}} | {n: {0: "words"} for n in names}
    torch.onnx.export(
        EventGraph(branch), (torch.randn(SHARED, 12, WIDTH), torch.tensor([1, 3, 4, 7])), events,
        input_names=["lower", "first"], output_names=names, dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip
    pairs = (torch.zeros(3, PAIR_WIDTH), torch.tensor([1, 2, 3]), torch.zeros(4, PAIR_WIDTH))
    torch.onnx.export(
        RoleGraph(branch), pairs, roles, input_names=["trigger", "kind", "word"], output_names=["roles"],
        dynamic_axes={"trigger": {0: "triggers"}, "kind": {0: "triggers"}, "word": {0: "words"},
                      "roles": {0: "triggers", 1: "words"}}, opset_version=17, dynamo=False,
    )  # fmt: skip
    graph = events.getvalue()
    return {"events.onnx": written_out(quantise(graph) if quantised else graph), "roles.onnx": roles.getvalue()}


def main() -> None:
    """Write the graphs of a run's branch into a packaged pipeline, the rest of which stays as it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=MODEL, help="folder of the packaged pipeline that it grew on")
    parser.add_argument("--out", type=Path, help="another folder to write to")
    parser.add_argument("--fp32", action="store_true", help="leave the weights as they are, to measure the difference")
    args = parser.parse_args()
    folder = args.model / "encoder"
    files = {name: (folder / name).read_bytes() for name in FILES if (folder / name).exists()}
    files |= export_branch(load_branch(args.run / "branch.pt"), quantised=not args.fp32)
    pipeline(files).to_disk(args.out or args.model)


if __name__ == "__main__":
    main()
