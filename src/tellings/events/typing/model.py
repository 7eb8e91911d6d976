"""The network that types marked sentences: its weights, checked and loaded once a process, and its scores.

It was made from all-MiniLM-L6-v2 (Apache-2.0) by `recipes.types` and learnt from this project's own sentences
alone. It runs through onnxruntime, in 8 bits, on one thread.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tellings.events.typing.marks import Marked, shown
from tellings.events.typing.wordpiece import WordPieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

WEIGHTS, WORDS, VOCABULARY = "weights/types.onnx", "weights/words.npz", "weights/vocabulary.txt"
SHA256 = {
    WEIGHTS: "aba8f219a90eaf874e30eed2f9569266ce9ca2a92160a87e968f66e65901c109",
    WORDS: "65f8c491bb791f3aeee46037107b5ca639ef13b61f17c45bee3b22ae66a6d6c0",
}
#: The types in the order of the network's scores; NONE: nothing passes between the two sides.
TYPES = (
    "ACCUSE",
    "AGREE",
    "AID",
    "ASSAULT",
    "COERCE",
    "CONCEDE",
    "CONSULT",
    "COOPERATE",
    "MOBILIZE",
    "PROTEST",
    "REJECT",
    "REQUEST",
    "RETREAT",
    "SANCTION",
    "SUPPORT",
    "THREATEN",
    "NONE",
)


class WeightsChangedError(RuntimeError):
    """The file of weights is not the one that was shipped."""


@dataclass(frozen=True, slots=True)
class TypeScores:
    """The probability of each of `TYPES`, in their order."""

    of_types: tuple[float, ...]

    def of(self, kind: str) -> float:
        """The probability of one type."""
        return self.of_types[TYPES.index(kind)]

    @property
    def ranked(self) -> tuple[tuple[str, float], ...]:
        """Every type and its probability, the likeliest first."""
        return tuple(sorted(zip(TYPES, self.of_types, strict=True), key=lambda one: -one[1]))

    @property
    def best(self) -> tuple[str, float]:
        """The likeliest type and its probability."""
        return self.ranked[0]


def typed(marked: Marked) -> TypeScores:
    """Type a marked sentence.

    Raises:
        WeightsChangedError: where the weights in the package are not those that were shipped.
    """
    return _network().scores(marked)


def typed_all(several: Iterable[Marked]) -> list[TypeScores]:
    """Type marked sentences, in their order.

    They are read one by one: what is rounded to 8 bits in a batch depends on who else is in it (measured:
    macro-F1 moved by .007 with the size of the batch), and batches of 16 were but a fifth faster on one core.
    """
    network = _network()
    return [network.scores(marked) for marked in several]


@dataclass(frozen=True, slots=True)
class _Network:
    """Word pieces are looked up in a table that is rounded row by row, then read by the encoder.

    Rounded as one, the table cost .012 of macro-F1; row by row, nothing.
    """

    session: InferenceSession
    words: WordPieces
    numbers: NDArray[np.int8]
    steps: NDArray[np.float32]

    def scores(self, marked: Marked) -> TypeScores:
        """Probabilities over `TYPES`."""
        seen = shown(marked, self.words)
        pieces = list(seen.pieces)
        given = {
            "words": (self.numbers[pieces] * self.steps[pieces, None])[None],
            "role": np.array([seen.roles], np.int64),
            "mask": np.ones((1, len(pieces)), np.int64),
        }
        scores = np.asarray(self.session.run(None, given)[0], np.float32)[0]
        raised = np.exp(scores - scores.max())
        return TypeScores(tuple((raised / raised.sum()).tolist()))


@cache
def _network() -> _Network:
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # on by default in some of its releases
    import onnxruntime as ort  # a third of a second: only who types pays for it

    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = ort.InferenceSession(_checked(WEIGHTS), options, providers=["CPUExecutionProvider"])
    vocabulary = (files(__package__) / VOCABULARY).read_text("utf-8").removesuffix("\n").split("\n")
    with np.load(io.BytesIO(_checked(WORDS))) as table:
        return _Network(session, WordPieces(vocabulary), table["numbers"], table["steps"])


def _checked(name: str) -> bytes:
    """A file of weights, its hash found to be the one that was shipped."""
    weights = (files(__package__) / name).read_bytes()
    if hashlib.sha256(weights).hexdigest() != SHA256[name]:
        message = f"tellings: {name} is not the file that was shipped; reinstall tellings"
        raise WeightsChangedError(message)
    return weights
