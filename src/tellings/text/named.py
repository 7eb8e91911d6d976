"""Names in text: the pipeline's own recogniser, decided for all tokens at once rather than state by state.

The recogniser (`spacy.TransitionBasedParser.v2`, one best path) says of each token whether it begins a name, is one, or
is in none; inside a name it only says whether the name goes on. Outside a name its features are the token alone, so
that all tokens are asked in one product; inside, those of the token, the name's first and the one before.

Measured on 40 news pages, CPU ms a page of 950 tokens: 54 as it comes, of which the interpreter's lock
takes a third; 13 so.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tellings.text.products import Floats, Product
from tellings.text.vectors import Vectors, pieces_first

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]
#: Texts whose names are found at once.
BATCH = 256
#: How the pipeline numbers a token that begins a sentence.
STARTS = 1
NEVER = np.float32(-np.inf)


class Name(NamedTuple):
    """A name's first and last token, and its label."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Moves:
    """What can be said of a token, as places among the scores.

    `outside` are the moves where no name is open: `begins` that begin one of several tokens, then those that are one
    alone, then one for no name. Moves of each label in `labels` go on with an open name (`on`) or end it (`off`).
    """

    labels: tuple[str, ...]
    outside: Indices
    begins: int
    on: Indices
    off: Indices

    @classmethod
    def of(cls, names: Sequence[str]) -> Moves:
        """The moves by their names: B, I, L or U with a label, or O. U without a label only blocks what was preset."""
        labels = [name[2:] for name in names if name.startswith("B-")]
        placed = [np.array([names.index(f"{kind}-{label}") for label in labels], np.intp) for kind in "BILU"]
        outside = np.concatenate([placed[0], placed[3], [names.index("O")]])
        return cls(tuple(labels), outside, len(labels), placed[1], placed[2])


@dataclass(frozen=True, slots=True)
class Limits:
    """Of each token whether no name may go beyond it, and whether none may begin with it (it is a blank)."""

    last: Flags
    blank: Flags

    @classmethod
    def of(cls, docs: Iterable[Doc]) -> Limits:
        """The limits in texts, their tokens counted through."""
        rows = [doc.to_array(["SENT_START", "IS_SPACE"]) for doc in docs]
        last = [np.append(row[1:, 0] == STARTS, True) for row in rows]
        return cls(np.concatenate(last), np.concatenate([row[:, 1] != 0 for row in rows]))


class Recogniser:
    """Finds names as the pipeline's own component does, and writes them into the texts as it does."""

    def __init__(self, component: EntityRecognizer) -> None:
        """Take the component's weights over."""
        model: Any = component.model
        vectors, _, linear = model.get_ref("tok2vec").layers
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self._vectors = Vectors(vectors)
        self._narrow, self._shift = Product(linear.get_param("W").T), linear.get_param("b")
        self._features = [Product(pieces_first(weights)) for weights in lower.get_param("W")]
        self._nothing = [pieces_first(pad[:, :, None])[0] for pad in lower.get_param("pad")[0]]
        self._bias = pieces_first(lower.get_param("b")[:, :, None])[0]
        moves: Any = component.moves
        self._moves = Moves.of([moves.get_class_name(i) for i in range(upper.get_dim("nO"))])
        self._scores, self._start = upper.get_param("W"), upper.get_param("b")
        self._begins = Product(self._scores[self._moves.outside].T), self._start[self._moves.outside]

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of one text."""
        self._name([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """Find the names of texts, many at a time."""
        left = iter(docs)
        while batch := list(islice(left, batch_size)):
            self._name(batch)
            yield from batch

    def _name(self, docs: Sequence[Doc]) -> None:
        docs = [doc for doc in docs if len(doc)]
        if not docs:
            return
        names, start = deque(self._names(docs)), 0
        for doc in docs:
            end, own = start + len(doc), list[Name]()
            while names and names[0].first < end:
                own.append(names.popleft())
            _write(doc, own, start)
            start = end

    def _names(self, docs: Sequence[Doc]) -> list[Name]:
        """The names in texts, in order, their tokens counted through."""
        limits = Limits.of(docs)
        features = self._of_tokens(np.concatenate(self._vectors.of(docs)))
        said = self._outside(features[0], limits)
        begin = np.flatnonzero(said < self._moves.begins)
        last = dict(zip(begin.tolist(), self._last(begin, said[begin], features, limits).tolist(), strict=True))
        found: list[Name] = []
        for i in np.flatnonzero(said < 2 * self._moves.begins).tolist():
            if not found or i > found[-1].last:
                found.append(Name(i, last.get(i, i), self._moves.labels[said[i] % self._moves.begins]))
        return found

    def _of_tokens(self, vectors: Floats) -> list[Floats]:
        """What each token adds to a state as the token asked about, as the name's first and as the one before."""
        narrow = self._narrow(vectors) + self._shift
        return [product(narrow) for product in self._features]

    def _hidden(self, state: Floats) -> Floats:
        state += self._bias
        width = state.shape[1] // 2
        made: Floats = np.maximum(state[:, :width], state[:, width:])
        return made

    def _outside(self, tokens: Floats, limits: Limits) -> Indices:
        """What is said of each token where no name is open, as a place in `Moves.outside`."""
        product, start = self._begins
        scores = product(self._hidden(tokens + self._nothing[1] + self._nothing[2])) + start
        scores[limits.last | limits.blank, : self._moves.begins] = NEVER
        scores[limits.blank, :-1] = NEVER
        made: Indices = scores.argmax(axis=1)
        return made

    def _last(self, first: Indices, said: Indices, features: Sequence[Floats], limits: Limits) -> Indices:
        """The last token of each name that begins at one of `first`."""
        on, off = self._moves.on[said], self._moves.off[said]
        last, open_ = first + 1, np.arange(len(first))
        while len(open_):
            at = last[open_]
            hidden = self._hidden(features[0][at] + features[1][first[open_]] + features[2][at - 1])
            goes_on = self._score(hidden, on[open_]) >= self._score(hidden, off[open_])
            open_ = open_[goes_on & ~limits.last[at]]
            last[open_] += 1
        return last

    def _score(self, hidden: Floats, moves: Indices) -> Floats:
        """The score of one move in each state."""
        made: Floats = np.einsum("ij,ij->i", hidden, self._scores[moves])
        made += self._start[moves]
        return made


def _write(doc: Doc, names: Iterable[Name], start: int) -> None:
    from spacy.tokens import Span

    spans = [Span(doc, name.first - start, name.last + 1 - start, label=name.label) for name in names]
    doc.set_ents(spans, default="outside")
