"""Headlines, which the pipeline was not trained on: "Kenya and Peru Sign Peace Deal" is to it a row of names.

A headline is parsed as a sentence of the same words: what is no name loses its capital, "to send" is "will send", a
comma between two verbs is "and", a stop ends it, and its verb stands in the past. Which word its verb is, the parse
decides: each that can be is tried, and the first that has a subject before it is taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tellings.text.looks import LOOKED_UP
from tellings.text.tree import SUBJECTS
from tellings.vocab.countries import countries, metonyms
from tellings.vocab.first_names import first_names
from tellings.vocab.organisations import organisations

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Words that can be the verb and are tried.
MOST_VERBS = 5
#: Of the longer words of a headline in capitals, as many have one at the least.
IN_CAPITALS = 0.6
LONG_WORD = 4
#: Words that are names in some headlines and lose no capital.
KEPT = frozenset({"i", "may", "march", "us", "who", "un", "it", "eu"})
#: How participles end where another form is the past: "given" beside "gave".
PARTICIPLES = ("en", "wn", "un", "rn", "ung", "one", "um")
#: How a verb's present ends, and what its base form has there.
PRESENT = (("", ""), ("s", ""), ("es", ""), ("ies", "y"))
ENDINGS = ("s", "es", "d", "ed", "ing", "ly")
VOWELS = "aeiou"
STOP = "."
NOUNS = ("NN", "PRP", "CD")


@dataclass(frozen=True, slots=True)
class Words:
    """What the pipeline knows of words: base forms by part of speech, and the base forms of irregular verbs' forms."""

    verbs: frozenset[str]
    others: frozenset[str]
    irregular: Mapping[str, str]
    pasts: Mapping[str, str]

    @classmethod
    def of(cls, nlp: Language) -> Words:
        """The lists of the pipeline's lemmatizer."""
        lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
        index, exceptions = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
        forms = {form: bases[0] for form, bases in exceptions["verb"].items()}
        pasts: dict[str, str] = {}
        for form, base in forms.items():
            if not form.endswith(("ing", "s")) and (base not in pasts or pasts[base].endswith(PARTICIPLES)):
                pasts[base] = form
        others = frozenset().union(*(index[part] for part in ("noun", "adj", "adv")))
        plurals = (form for part in ("noun", "adj", "adv") for form in exceptions[part])
        return cls(frozenset(index["verb"]), others.union(plurals), forms, pasts)

    def base(self, word: str) -> str | None:
        """The base form of which a word may be the present or base form."""
        for ending, instead in PRESENT:
            base = word.removesuffix(ending) + instead
            if word.endswith(ending) and base in self.verbs and len(base) > 1:
                return base
        return None

    def past(self, base: str) -> str:
        """The past of a verb."""
        if base in self.pasts:
            return self.pasts[base]
        if base.endswith("y") and base[-2:-1] not in VOWELS:
            return base[:-1] + "ied"
        return base + ("d" if base.endswith("e") else "ed")

    def is_common(self, word: str) -> bool:
        """Whether a word in lower case is one of the language, and no name that the vocabularies know."""
        if word in KEPT or word in _names():
            return False
        if word in self.irregular or self.base(word) or not word.isalpha():
            return True
        bases = {word, word.removesuffix("ies") + "y", *(word.removesuffix(ending) for ending in ENDINGS)}
        return any(base in self.others or base in self.verbs for base in bases)


def read(nlp: Language, doc: Doc) -> Doc:
    """A headline's words parsed as those of a sentence, a stop behind them; nothing of its attributes or lemmas."""
    words, spaces = _words(nlp), [bool(t.whitespace_) for t in doc]
    plain = _plain([t.text for t in doc], words)
    tried = [plain, *(_told(plain, verb, words) for verb in _verbs(plain, words))]
    parsed = list(nlp.pipe((_doc(nlp, one, spaces) for one in tried), disable=LOOKED_UP))
    return next((one for one in parsed if _is_told(one)), parsed[0])


def _doc(nlp: Language, words: Sequence[str], spaces: Sequence[bool]) -> Doc:
    from spacy.tokens import Doc

    made = Doc(nlp.vocab, words=[*words, STOP], spaces=[*spaces, False])
    for token in list(made)[1:]:
        token.is_sent_start = False
    return made


@cache
def _words(nlp: Language) -> Words:
    return Words.of(nlp)


@cache
def _names() -> frozenset[str]:
    """Words of names of states, seats, capitals and organisations, and given names, in lower case."""
    lands = [n for c in countries().values() for n in (c.name, *c.names, *c.adjectives, *c.capitals)]
    seats, known = [m.name for m in metonyms()], [n for o in organisations() for n in (o.name, *o.names)]
    single = [n for n in known if " " not in n]
    return frozenset(word.lower() for name in (*lands, *seats, *single) for word in name.split()) | first_names()


def _plain(texts: Sequence[str], words: Words) -> list[str]:
    """The words with their capitals, where most have one only names keep it; what is to come as it is said in full."""
    long = [t for t in texts if len(t) >= LONG_WORD and t.isalpha()]
    capitals = [t for t in long if t[:1].isupper()]
    titled = len(capitals) >= IN_CAPITALS * len(long)
    plain = [t.lower() if titled and t.istitle() and words.is_common(t.lower()) else t for t in texts]
    return [*plain[:1], *(_ahead(plain, i, words) for i in range(1, len(plain)))]


def _ahead(plain: Sequence[str], i: int, words: Words) -> str:
    """ "Brazil to Send Troops": "to" before a verb, where none stands before it."""
    verb = plain[i + 1] if i + 1 < len(plain) else ""
    if plain[i].lower() != "to" or verb not in words.verbs or not verb.islower():
        return plain[i]
    told = any(words.base(w) and w.islower() and (w.endswith("s") or w in words.irregular) for w in plain[1:i])
    return plain[i] if told else "will"


def _verbs(plain: Sequence[str], words: Words) -> list[int]:
    """The words that can be a headline's verb, in order: none that opens it."""
    can = [i for i in range(1, len(plain)) if plain[i].islower() and words.base(plain[i]) and plain[i] not in KEPT]
    return [] if "will" in plain else can[:MOST_VERBS]


def _told(plain: Sequence[str], verb: int, words: Words) -> list[str]:
    """The words with the verb at a place in the past, and those that a comma joins to it."""
    made = list(plain)
    for i in (verb, *range(verb + 2, len(plain))):
        base = words.base(plain[i]) if plain[i].islower() else None
        if base is not None and (i == verb or plain[i - 1] == ","):
            made[i] = words.past(base)
            if i > verb:
                made[i - 1] = "and"
    return made


def _is_told(doc: Doc) -> bool:
    """Whether the parse has a verb with a subject before it, at the head of all."""
    root = next(t for t in doc if t.head.i == t.i)
    subjects = [t for t in root.children if t.dep_ in SUBJECTS and t.i < root.i]
    return root.tag_.startswith("VB") and any(t.tag_.startswith(NOUNS) for t in subjects)
