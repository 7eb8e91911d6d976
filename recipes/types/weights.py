"""Write the weights that ship: the encoder as ONNX in 8 bits, the table of word pieces rounded row by row.

python -m recipes.types.weights NET.pt

Prints the hashes that `tellings.events.typing.model` checks.
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from recipes.types.network import Network
from torch import Tensor, nn

from tellings.events import typing
from tellings.events.typing.marks import BEFORE_ACTOR, BEFORE_RECIPIENT
from tellings.events.typing.model import VOCABULARY, WEIGHTS, WORDS

FOLDER = Path(typing.__file__).parent
OPSET, LARGEST = 17, 127


class Reader(nn.Module):  # type: ignore[misc]
    """What is exported: scores from vectors, roles and mask."""

    def __init__(self, network: Network) -> None:
        """Wrap a network."""
        super().__init__()
        self.network = network

    def forward(self, words: Tensor, role: Tensor, mask: Tensor) -> Tensor:
        """Scores, a row a sentence."""
        return self.network.read(words, role, mask)


def export(network: Network, to: Path) -> None:
    """Write the encoder, its matrices rounded to 8 bits column by column."""
    role = torch.zeros((2, 16), dtype=torch.long)
    role[:, 3], role[:, 8] = BEFORE_ACTOR, BEFORE_RECIPIENT
    example = (torch.randn(2, 16, network.encoder.config.hidden_size), role, torch.ones_like(role))
    names = ["words", "role", "mask"]
    axes = {name: {0: "sentence", 1: "piece"} for name in names}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            Reader(network), example, str(plain), input_names=names, output_names=["scores"],
            dynamic_axes=axes, opset_version=OPSET, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(plain, to, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"])


def write_words(network: Network, to: Path) -> None:
    """Write the table of word pieces: whole numbers to 127 and each row's step."""
    table = network.encoder.embeddings.word_embeddings.weight.detach().numpy()
    steps = (np.abs(table).max(axis=1) / LARGEST).clip(1e-8).astype(np.float32)
    np.savez(to, numbers=np.round(table / steps[:, None]).astype(np.int8), steps=steps)


def main() -> None:
    """Write the files and print their hashes."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("network", type=Path)
    args = arguments.parse_args()
    network = Network()
    network.load_state_dict(torch.load(args.network))
    network.eval()
    export(network, FOLDER / WEIGHTS)
    write_words(network, FOLDER / WORDS)
    hashes = [f"{name} {hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()}" for name in (WEIGHTS, WORDS)]
    print("\n".join([*hashes, f"{VOCABULARY}: the base's vocab.txt"]))  # noqa: T201


if __name__ == "__main__":
    main()
