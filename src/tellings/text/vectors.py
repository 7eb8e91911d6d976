"""Vectors of tokens by the pipeline's own networks, in plain numpy and in half of the time.

A network (`spacy.Tok2Vec.v2`: hash embeddings mixed by a maxout layer, then four windows of three tokens) gives each
token a vector. Two things make it quick. What the embedding gives hangs on the word alone and is kept. The windows'
products are `products.Product`s, with the pieces of a maxout side by side, so that it is two maxima of rows.

Measured on 40 news pages, CPU ms a page of 950 tokens: 20 for either network as it comes with numpy's products, 11 so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from tellings.text.products import Floats, Product

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Words that are kept, 400 bytes each.
MOST_WORDS = 50_000
#: What tells words apart: two of a spelling differ in their norm where the tokenizer has split a word ("ca", "n't").
WORD = ("ORTH", "NORM", "SPACY")
#: What the networks add to a variance.
TINY = np.float32(1e-8)


def pieces_first(weights: Floats) -> Floats:
    """A maxout's weights (outputs x pieces x inputs) as inputs x (pieces x outputs), so that maxima are of rows."""
    return np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1))


class Layer:
    """A maxout layer with its norm: `max` over the pieces of `xW + b`, scaled to mean 0 and variance 1, `* g + s`."""

    def __init__(self, maxout: Any, norm: Any) -> None:
        """Take the weights over, pieces first."""
        self.width = maxout.get_dim("nO")
        self._product = Product(pieces_first(maxout.get_param("W")))
        self.bias = pieces_first(maxout.get_param("b")[:, :, None])[0]
        self.scale, self.shift = norm.get_param("G"), norm.get_param("b")

    def of(self, x: Floats) -> Floats:
        """Rows to rows."""
        y = self._product(x)
        y += self.bias
        most = y[:, : self.width].copy()
        for start in range(self.width, y.shape[1], self.width):
            np.maximum(most, y[:, start : start + self.width], out=most)
        return self._normed(most)

    def _normed(self, x: Floats) -> Floats:
        x -= x.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", x, x) / np.float32(self.width) + TINY
        x *= (1 / np.sqrt(spread))[:, None]
        x *= self.scale
        x += self.shift
        return x


class Vectors:
    """A network that gives tokens their vectors."""

    def __init__(self, network: Any) -> None:
        """Take the network's weights over; what it embeds is asked of its own layers."""
        embed, encode = network.get_ref("embed"), network.get_ref("encode")
        extract, _, self._hashes, mix, _ = embed.layers
        self._columns = list(extract.attrs["columns"])
        self._mix = Layer(*_named(mix))
        layers = _named(encode)
        self._layers = [Layer(*pair) for pair in zip(layers[::2], layers[1::2], strict=True)]
        self._reach = len(self._layers)
        self._rows: dict[int, int] = {}
        self._kept = np.zeros((1024, self._mix.width), np.float32)

    def of(self, docs: Sequence[Doc]) -> list[Floats]:
        """Each text's vectors, a row a token."""
        rows = self._rows_of(docs)
        starts, at = [], self._reach
        for row in rows:
            starts.append(at)
            at += len(row) + self._reach
        x = np.zeros((at, self._mix.width), np.float32)
        for start, row in zip(starts, rows, strict=True):
            x[start : start + len(row)] = self._kept[row]
        x = self._encoded(x)
        return [x[start : start + len(row)] for start, row in zip(starts, rows, strict=True)]

    def _encoded(self, x: Floats) -> Floats:
        width = x.shape[1]
        around = np.zeros((len(x), 3 * width), np.float32)
        for layer in self._layers:
            around[1:, :width] = x[:-1]
            around[:, width : 2 * width] = x
            around[:-1, 2 * width :] = x[1:]
            x = x + layer.of(around)
        return x

    def _rows_of(self, docs: Sequence[Doc]) -> list[list[int]]:
        """Where the embeddings of texts' words are kept."""
        if len(self._rows) > MOST_WORDS:
            self._rows.clear()
        keys = [_keys(doc) for doc in docs]
        new: dict[int, NDArray[np.uint64]] = {}
        for doc, own in zip(docs, keys, strict=True):
            unknown = {key: i for i, key in enumerate(own) if key not in self._rows and key not in new}
            if unknown:
                new.update(zip(unknown, doc.to_array(self._columns)[list(unknown.values())], strict=True))
        if new:
            self._learn(list(new), np.array(list(new.values())))
        return [[self._rows[key] for key in own] for own in keys]

    def _learn(self, keys: Sequence[int], features: NDArray[np.uint64]) -> None:
        """Embed words."""
        made = self._mix.of(self._hashes.predict(features))
        first = len(self._rows)
        while first + len(keys) > len(self._kept):
            self._kept = np.concatenate([self._kept, np.zeros_like(self._kept)])
        self._kept[first : first + len(keys)] = made
        self._rows.update(zip(keys, range(first, first + len(keys)), strict=True))


def _keys(doc: Doc) -> list[int]:
    """Numbers by which the words of a text are told apart: 64 bits mixed from those of the vocabulary's strings."""
    word, norm, blank = doc.to_array(list(WORD)).T
    keys: list[int] = (word * np.uint64(5) + norm * np.uint64(3) + blank).tolist()
    return keys


def _named(model: Any) -> list[Any]:
    """A network's maxout layers and their norms, in order."""
    return [node for node in model.walk(order="dfs_pre") if node.name in {"maxout", "layernorm"}]
