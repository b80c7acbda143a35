"""The packaged encoder back as a PyTorch network: what its int8 weights stand for, so that a branch can grow on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from kg.language.labels import labels_from_json
from training.train import untrained

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np

    from training.network import Network

#: Nodes between a product of integers and the sum with its bias.
_STEPS = 6


def packaged_network(model: Path) -> Network:
    """Return the network of a package folder with the weights of its embeddings and layers; its heads stay random."""
    network = untrained(labels_from_json((model / "encoder/labels.json").read_text(encoding="utf-8")))
    graph = onnx.load(model / "encoder/encoder.onnx").graph
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    weights = _matrices(graph, stored)
    weights |= {name: _tensor(value) for name, value in stored.items() if name.startswith("network.")}
    weights = {name.removeprefix("network."): value for name, value in weights.items()}
    weights["words.weight"] = _tensor(stored["table"]) * _tensor(stored["scale"])
    encoder = ("words.", "positions.", "features.", "norm.", "layers.")
    wanted = {name for name in network.state_dict() if name.startswith(encoder)}
    network.load_state_dict({name: value for name, value in weights.items() if name in wanted}, strict=False)
    if missing := sorted(wanted - weights.keys()):
        raise ValueError(f"{model}: the encoder has no {', '.join(missing)}")
    return network.eval()


def _tensor(array: np.ndarray) -> Tensor:
    return torch.from_numpy(array.copy()).float()


def _matrices(graph: Any, stored: dict[str, np.ndarray]) -> dict[str, Tensor]:
    """Return the quantised matrices by the name of the bias that is added to their product."""
    readers: dict[str, Any] = {}
    for node in graph.node:
        for name in node.input:
            readers.setdefault(name, node)
    found = {}
    for node in graph.node:
        if node.op_type != "MatMulInteger":
            continue
        base, name = node.input[1].removesuffix("_quantized"), node.output[0]
        for _ in range(_STEPS):
            reader = readers.get(name)
            if reader is None or reader.op_type == "Add":
                break
            name = reader.output[0]
        biases = [i for i in reader.input if i.endswith(".bias")] if reader is not None else []
        if biases:
            steps = _tensor(stored[node.input[1]]) - _tensor(stored[f"{base}_zero_point"])
            found[biases[0].removesuffix("bias") + "weight"] = (steps * _tensor(stored[f"{base}_scale"])).T.contiguous()
    return found
