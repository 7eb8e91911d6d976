"""The English pipeline, set up to be quick: the same tags, heads, names and lemmas in a third of the time.

Its networks are computed by `vectors`, its names found by `named`; the parser's own products are made by numpy's BLAS.
Attributes and lemmas, which follow from a word, its tag and its head's label, are looked up where they were found
before.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from tellings.text.model_files import checked_folder
from tellings.text.named import Recogniser
from tellings.text.vectors import Vectors, product

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

#: What is looked up rather than run on each text.
LOOKED_UP = ("attribute_ruler", "lemmatizer")
#: Words whose lemma or part of speech hangs on the word after them, in the pipeline's own rules ("gonna", "let's",
#: "y'all", "c'mon", "ain't"), and the label of "there" before a verb.
BESIDE = frozenset({"ai", "gon", "got", "let", "c'm", "y", "y'"})
EXPLETIVE = "expl"
#: The component that finds names.
NAMES = "tellings_names"
#: Words with a tag and a label that are kept, some 200 bytes each.
MOST_WORDS = 200_000

#: A word, its tag and its head's label, as the pipeline numbers them.
Key = tuple[int, int, int]


class Looks(NamedTuple):
    """What a word is in its sentence, wherever that stands."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str


@cache
def pipeline() -> Language:
    """The pipeline, its files checked by hash; one a process."""
    import spacy  # takes a second: only who parses pays for it

    nlp = spacy.load(checked_folder())
    _quicken(nlp)
    return nlp


@cache
def looked() -> Looked:
    """What is known of the words that this process has met."""
    return Looked(pipeline())


def _quicken(nlp: Language) -> None:
    """Put quicker ways to the same answers in the place of components and of layers."""
    from spacy.language import Language
    from thinc.api import Model

    context = Vectors(nlp.get_pipe("tok2vec").model)  # type: ignore[attr-defined]
    nlp.get_pipe("tok2vec").model = Model("vectors", lambda model, docs, is_train: (context.of(docs), None))  # type: ignore[attr-defined]
    for node in nlp.get_pipe("parser").model.walk():  # type: ignore[attr-defined]
        if node.name in {"linear", "precomputable_affine"}:
            node.ops = _ops()
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index = lookups.get_table("lemma_index")
    for part in list(index):  # lists of up to 50,000 words, searched for each form
        index[part] = frozenset(index[part])
    Language.component(NAMES, func=Recogniser(nlp.get_pipe("ner")))
    nlp.remove_pipe("ner")
    nlp.add_pipe(NAMES, name="ner")


def _ops() -> Any:
    from thinc.api import NumpyOps

    class Ops(NumpyOps):  # type: ignore[misc]
        """Products by numpy's BLAS."""

        def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
            if trans1:
                return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            return product(x, y.T if trans2 else y, out)

    return Ops()


class Looked:
    """What a text's words are, most of them looked up by what it follows from."""

    def __init__(self, nlp: Language) -> None:
        """Ask the pipeline's own components once for each word with a tag and a label."""
        self._nlp = nlp
        self._rest = [nlp.get_pipe(name) for name in LOOKED_UP]
        self._known: dict[Key, Looks] = {}
        strings = nlp.vocab.strings
        self._beside, self._expletive = frozenset(strings.add(word) for word in BESIDE), strings.add(EXPLETIVE)

    def of(self, docs: Sequence[Doc]) -> list[list[Looks]]:
        """What each token is, text by text."""
        if len(self._known) > MOST_WORDS:
            self._known.clear()
        new: dict[Key, Token] = {}
        keys = [self._keys(doc, new) for doc in docs]
        if new:
            self._learn(new)
        known = self._known
        return [
            [known[key] for key in own] if own is not None else list(map(_looks, self._ruled(doc)))
            for doc, own in zip(docs, keys, strict=True)
        ]

    def _keys(self, doc: Doc, new: dict[Key, Token]) -> list[Key] | None:
        """What the looks of a text's words follow from, unknown ones put among the new; None where it is more."""
        rows = doc.to_array(["ORTH", "TAG", "DEP", "LOWER"])
        if not self._beside.isdisjoint(rows[:, 3].tolist()) or self._expletive in rows[:, 2]:
            return None
        keys: list[Key] = list(map(tuple, rows[:, :3].tolist()))
        for i, key in enumerate(keys):
            if key not in self._known and key not in new:
                new[key] = doc[i]
        return keys

    def _learn(self, new: dict[Key, Token]) -> None:
        """Ask about words side by side: none of them is one that hangs on its neighbours."""
        from spacy.tokens import Doc

        words = list(new.values())
        tags, labels = [word.tag_ for word in words], [word.dep_ for word in words]
        heads = list(range(len(words)))
        beside = Doc(self._nlp.vocab, [word.text for word in words], tags=tags, deps=labels, heads=heads)
        self._known.update(zip(new, map(_looks, self._ruled(beside)), strict=True))

    def _ruled(self, doc: Doc) -> Doc:
        for component in self._rest:
            doc = component(doc)
        return doc


def _looks(token: Token) -> Looks:
    return Looks(token.text, token.lemma_, token.pos_, token.tag_, token.dep_)
