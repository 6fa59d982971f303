"""Writes the trained network as an int8 ONNX file with its vocabulary.

python -m benchmarks.toxicity.stronger.export TRAINED [TRAINED ...] --out FOLDER

Of several runs from one start the weights' mean is taken. Biases and norms stay float32.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from benchmarks.toxicity.stronger.network import Network
from common.engines.toxicity.model import LABELS

OPSET = 17


def network_of(trained: list[Path]) -> tuple[Network, list[str]]:
    stored = [torch.load(path, weights_only=True) for path in trained]
    pieces: list[str] = stored[0]["pieces"]
    states = [each["state"] for each in stored]
    mean = {name: torch.stack([s[name] for s in states]).mean(0) for name in states[0]}
    network = Network(len(pieces), len(stored[0]["layers"].split(",")), len(LABELS))
    network.load_state_dict(mean)
    return network.eval(), pieces


def export(network: Network, to: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            network,
            (torch.tensor([[2, 3, 4, 1]]),),
            str(full),
            input_names=["numbers"],
            output_names=["logits"],
            dynamic_axes={"numbers": {0: "rows", 1: "length"}, "logits": {0: "rows"}},
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(full, to, per_channel=True, weight_type=QuantType.QInt8)
    model = onnx.load(to)
    model.doc_string = ""
    onnx.save(model, to)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    network, pieces = network_of(given.trained)
    given.out.mkdir(parents=True, exist_ok=True)
    export(network, given.out / "model.onnx")
    (given.out / "words.txt").write_text("\n".join([*pieces, ""]), "utf-8")
    size = (given.out / "model.onnx").stat().st_size
    print(f"{size / 1e6:.1f} MB, {len(pieces)} pieces")


if __name__ == "__main__":
    main()
