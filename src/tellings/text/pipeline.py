"""The English pipeline, set up to be quick: the same tags, heads, names and lemmas in a third of the time.

Its networks are computed by `vectors`, heads found by `heads` and names by `named`. Attributes and lemmas follow from
a word, its tag and its head's label: `looks` looks them up.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from tellings.text.heads import Heads
from tellings.text.looks import Looked
from tellings.text.model_files import checked_folder
from tellings.text.named import Recogniser
from tellings.text.vectors import Vectors

if TYPE_CHECKING:
    from spacy.language import Language

#: The components that find heads and names.
HEADS, NAMES = "tellings_heads", "tellings_names"
#: What is asked of a word's letters: the networks' own questions, and whether it is a blank. The others (is it like
#: an address, a stop word, a bracket ...) take as long as these, for each word that is new.
ASKED = frozenset({"LOWER", "NORM", "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE", "LANG"})


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
    from spacy.attrs import IDS
    from thinc.api import Model

    context = Vectors(nlp.get_pipe("tok2vec").model)  # type: ignore[attr-defined]
    nlp.get_pipe("tok2vec").model = Model("vectors", lambda model, docs, is_train: (context.of(docs), None))  # type: ignore[attr-defined]
    letters: dict[int, object] = nlp.vocab.lex_attr_getters  # type: ignore[attr-defined]
    for name in IDS.keys() - ASKED:
        letters.pop(IDS[name], None)
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index = lookups.get_table("lemma_index")
    for part in list(index):  # lists of up to 50,000 words, searched for each form
        index[part] = frozenset(index[part])
    _replace(nlp, "parser", HEADS, Heads(nlp.get_pipe("parser")))
    _replace(nlp, "ner", NAMES, Recogniser(nlp.get_pipe("ner")))


def _replace(nlp: Language, name: str, factory: str, component: Any) -> None:
    """Put a component in the place of another."""
    from spacy.language import Language

    place = nlp.pipe_names.index(name)
    Language.component(factory, func=component)
    nlp.remove_pipe(name)
    nlp.add_pipe(factory, name=name, before=place)
