"""Vectors of tokens by the pipeline's own networks, in plain numpy and in half of the time.

A network (`spacy.Tok2Vec.v2`: hash embeddings mixed by a maxout layer, then four windows of three tokens) gives each
token a vector. Three things make it quick. What the embedding gives hangs on the word alone and is kept. So is what it
adds to the first window's products as the word before, as the word itself and as the word after. The other windows'
products are one `products.Product` each, with the pieces of a maxout side by side, so that it is two maxima of rows.

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

#: Words that are kept, 3.8 kB each: those of 30 to 80 pages. Each that is new to both networks takes 10 CPU us.
MOST_WORDS = 12_000
#: Where the row stands of what is beside a text: it adds nothing.
NO_WORD = 0
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
        self.weights = pieces_first(maxout.get_param("W"))
        self._product = Product(self.weights)
        self.bias = pieces_first(maxout.get_param("b")[:, :, None])[0]
        self.scale, self.shift = norm.get_param("G"), norm.get_param("b")

    def of(self, x: Floats) -> Floats:
        """Rows to rows."""
        return self.made(self._product(x))

    def made(self, y: Floats) -> Floats:
        """Products `xW`, which are changed, to rows."""
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
        self._beside = [Product(weights) for weights in np.split(self._layers[0].weights, 3)]
        self._forget()

    def _forget(self) -> None:
        """Keep no words, only the row of nothing."""
        self._rows: dict[int, int] = {}
        self._kept = np.zeros((1024, self._mix.width), np.float32)
        self._added = np.zeros((3, 1024, len(self._layers[0].bias)), np.float32)

    def of(self, docs: Sequence[Doc]) -> list[Floats]:
        """Each text's vectors, a row a token."""
        rows = self._rows_of(docs)
        starts, at = [], self._reach
        for row in rows:
            starts.append(at)
            at += len(row) + self._reach
        words = np.full(at, NO_WORD)
        for start, row in zip(starts, rows, strict=True):
            words[start : start + len(row)] = row
        x = self._encoded(words)
        return [x[start : start + len(row)] for start, row in zip(starts, rows, strict=True)]

    def _encoded(self, words: NDArray[np.intp]) -> Floats:
        x = self._kept.take(words, axis=0)
        x += self._layers[0].made(self._first(words))
        width = x.shape[1]
        around = np.zeros((len(x), 3 * width), np.float32)
        for layer in self._layers[1:]:
            around[1:, :width] = x[:-1]
            around[:, width : 2 * width] = x
            around[:-1, 2 * width :] = x[1:]
            x = x + layer.of(around)
        return x

    def _first(self, words: NDArray[np.intp]) -> Floats:
        """The first window's products: what each word adds, and what those before and after it do."""
        before, own, after = self._added
        made: Floats = own.take(words, axis=0)
        made[1:] += before.take(words[:-1], axis=0)
        made[:-1] += after.take(words[1:], axis=0)
        return made

    def _rows_of(self, docs: Sequence[Doc]) -> list[list[int]]:
        """Where the embeddings of texts' words are kept."""
        if len(self._rows) > MOST_WORDS:
            self._forget()
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
        first = NO_WORD + 1 + len(self._rows)
        last = first + len(keys)
        while last > len(self._kept):
            self._kept = np.concatenate([self._kept, np.zeros_like(self._kept)])
            self._added = np.concatenate([self._added, np.zeros_like(self._added)], axis=1)
        self._kept[first:last] = made
        for added, product in zip(self._added, self._beside, strict=True):
            added[first:last] = product(made)
        self._rows.update(zip(keys, range(first, last), strict=True))


def _keys(doc: Doc) -> list[int]:
    """Numbers by which the words of a text are told apart: 64 bits mixed from those of the vocabulary's strings."""
    word, norm, blank = doc.to_array(list(WORD)).T
    keys: list[int] = (word * np.uint64(5) + norm * np.uint64(3) + blank).tolist()
    return keys


def _named(model: Any) -> list[Any]:
    """A network's maxout layers and their norms, in order."""
    return [node for node in model.walk(order="dfs_pre") if node.name in {"maxout", "layernorm"}]
