"""Write the packaged pipeline: `python -m training.export --run RUN --minilm DIR --lookups DIR --out DIR`."""

from __future__ import annotations

import argparse
import io
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnx import helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from kg.language.components import pipeline
from kg.language.lexicon import lexicon_to_json
from training.attention import Attention, written_out
from training.lexicon import read_lexicon
from training.network import SHARED, WIDTH, Network
from training.train import trained_network

#: Scores are rounded to this grid, so that no decision hangs on the last bits of a float.
GRID = 256.0
#: Added to the score of "no name", tried from 0 to 2.5 by halves on uner_ewt.dev: F 78.3, 79.0, 79.3, 79.2, 79.5, 79.5.
OUTSIDE_BONUS = 2.0


class EncoderGraph(nn.Module):
    """The encoder and its heads for one window of P pieces and N words, word embeddings as int8 with row scales."""

    def __init__(self, network: Network) -> None:
        """Wrap a trained network."""
        super().__init__()
        self.network = network
        table = network.words.weight.detach()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor, features: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Return the fields of kg.language.network.Reading."""
        net = self.network
        words = self.table[ids].float() * self.scale[ids]  # type: ignore[index]
        x = words + net.positions.weight[: ids.shape[0]] + net.features(features)
        x = net.norm(x).unsqueeze(0)
        layers = []
        for layer in net.layers:
            q, k, v = layer.qkv(x).split(WIDTH, -1)
            x = layer.finish(x, Attention.apply(q, k, v))
            layers.append(x[:, first])
        out = net.scores(layers)
        s = net.sizes
        tag, pos, morph, lemma, start = on_grid(out["tags"][0]).split([s.tag, s.pos, s.morph, s.lemma, 1], -1)
        label_head = torch.cat([net.root_label.unsqueeze(0), out["label_head"][0]])
        return (
            tag.argmax(-1), pos.argmax(-1), morph.argmax(-1), lemma.argmax(-1), start.squeeze(-1),
            on_grid(out["names"][0]), on_grid(out["arcs"][0]), out["label_dep"][0], label_head,
        )  # fmt: skip


class LabellerGraph(nn.Module):
    """Label scores of chosen arcs."""

    def __init__(self, network: Network) -> None:
        """Wrap a trained network."""
        super().__init__()
        self.network = network

    def forward(self, dep: Tensor, head: Tensor) -> Tensor:
        """Return label scores, n x classes."""
        return on_grid(self.network.labels(dep, head))


def on_grid(x: Tensor) -> Tensor:
    """Return scores rounded to the grid."""
    return torch.round(x * GRID) / GRID


def load_network(run: Path) -> Network:
    """Return the trained network of a run, less ready to see names."""
    network = trained_network(run)
    with torch.no_grad():
        network.names.bias[0] += OUTSIDE_BONUS
    return network


def export_graphs(network: Network, *, quantised: bool) -> tuple[bytes, bytes]:
    """Return the encoder's and the labeller's graph, the encoder's weights as int8 unless told otherwise."""
    ids, first = torch.arange(1000, 1012), torch.tensor([1, 3, 4, 7])
    encoder, labeller = io.BytesIO(), io.BytesIO()
    names = ["tag", "pos", "morph", "lemma", "start", "names", "arcs", "label_dep", "label_head"]
    axes: dict[str, dict[int, str]] = {"ids": {0: "pieces"}, "features": {0: "pieces"}, "first": {0: "words"}}
    axes |= {name: {0: "words"} for name in names} | {"arcs": {0: "words", 1: "heads"}, "label_head": {0: "heads"}}
    torch.onnx.export(
        EncoderGraph(network), (ids, ids % 7, first), encoder, input_names=["ids", "features", "first"],
        output_names=names, dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip
    pair = (torch.zeros(4, network.root_label.numel()),) * 2
    torch.onnx.export(
        LabellerGraph(network), pair, labeller, input_names=["dep", "head"], output_names=["labels"],
        dynamic_axes={name: {0: "arcs"} for name in ("dep", "head", "labels")}, opset_version=17, dynamo=False,
    )  # fmt: skip
    graph = encoder.getvalue()
    return written_out(with_lower_states(quantise(graph) if quantised else graph)), labeller.getvalue()


def with_lower_states(encoder: bytes) -> bytes:
    """Return an encoder's graph that also gives the states of its lower layers, from which other branches read on."""
    model = onnx.load_model_from_string(encoder)
    graph = model.graph
    ends = {
        node.input[1]: node.output[0]
        for node in graph.node
        if node.op_type == "LayerNormalization" and node.input[1].endswith("norm2.weight")
    }
    states = [ends[f"network.layers.{layer}.norm2.weight"] for layer in range(SHARED)]
    graph.node.append(helper.make_node("Concat", states, ["lower"], name="lower", axis=0))
    shape = [SHARED, "pieces", WIDTH]
    graph.output.append(helper.make_tensor_value_info("lower", onnx.TensorProto.FLOAT, shape))
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


def quantise(graph: bytes) -> bytes:
    """Return the graph with its constant matrices as int8 per column, activations quantised as they come.

    reduce_range keeps weights to 7 bits: processors without VNNI add U8 x S8 products in 16 bits, which 8 overflow.
    """
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "a.onnx", Path(folder) / "b.onnx"
        source.write_bytes(graph)
        quantize_dynamic(
            source, target, op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=True,
            weight_type=QuantType.QInt8,
        )  # fmt: skip
        model = onnx.load(target)
    return bytes(model.SerializeToString())


def main() -> None:
    """Write the packaged pipeline from a run's last checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--minilm", type=Path, required=True, help="folder with tokenizer.json")
    parser.add_argument("--lookups", type=Path, required=True, help="folder spacy_lookups_data/data")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fp32", action="store_true", help="leave the weights as they are, to measure the difference")
    args = parser.parse_args()
    encoder, labeller = export_graphs(load_network(args.run), quantised=not args.fp32)
    texts = {
        "labels.json": (args.run / "labels.json").read_text(encoding="utf-8"),
        "lexicon.json": lexicon_to_json(read_lexicon(args.lookups)),
        "tokenizer.json": tokenizer_json(args.minilm / "tokenizer.json"),
    }
    files = {"encoder.onnx": encoder, "labeller.onnx": labeller}
    nlp = pipeline(files | {name: text.encode() for name, text in texts.items()})
    if args.out.exists():
        shutil.rmtree(args.out)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(args.out)


def tokenizer_json(path: Path) -> str:
    """Return the serialised word-piece tokenizer without truncation and padding."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return str(tokenizer.to_str())


if __name__ == "__main__":
    main()
