"""Trees that the parser is known to get wrong in news, set right where grammar leaves no doubt.

Of the sentences of the project's own pages 1 in 170 is a name with an apposition or a relative clause and then its
verb, which the parser hangs on the nearest noun as a participle ("Peru's premier, Luis Ochoa, called for talks").
"""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from tellings.events.acts.clauses import FINITE, is_finite, is_verb
from tellings.events.acts.lexicon import acts
from tellings.model.text import Sentence, Token
from tellings.text.once import once
from tellings.text.tree import SUBJECTS, children, subtree
from tellings.text.tree import root as root_of

NOMINAL = frozenset({"NOUN", "PROPN"})
#: What a name is taken for where the parser does not see that it acts.
NAMING = frozenset({*NOMINAL, "ADV", "ADJ", "X"})
ANY_SUBJECT = (*SUBJECTS, "csubjpass", "expl")
TENSED = frozenset({"VBD", "VBN"})
#: Verbs that have no passive.
UNPASSIVE = frozenset({"protest", "demonstrate", "rally", "march", "gather", "flee"})
#: What tags of nouns are tags of verbs taken for.
TENSES = {"NNS": "VBZ", "NNPS": "VBZ", "NNP": "VBZ", "NN": "VBP"}
YEAR_DIGITS = 4


def mended(sentence: Sentence) -> Sentence:
    """The sentence with its tree as it must be; the tokens themselves stay."""
    made = _mended(sentence)
    if made is None:
        return sentence
    return made.moved(sentence.index, sentence.paragraph, sentence.start - made.start)


@once
def _mended(sentence: Sentence) -> Sentence | None:
    """The same, where the sentence or a copy of it was first met; None where the tree is as it must be.

    Never the sentence itself: kept with itself, it would be a cycle that only a whole look for garbage lets go.
    """
    made = sentence
    for mend in MENDS:
        made = mend(made)
    return None if made is sentence else made


def _with(sentence: Sentence, *changed: Token) -> Sentence:
    """The sentence with some of its tokens changed: the same where none is."""
    if not changed:
        return sentence
    new = {token.i: token for token in changed}
    return replace(sentence, tokens=tuple(new.get(t.i, t) for t in sentence.tokens))


def _main_verb(sentence: Sentence) -> Sentence:
    """A name without a verb, with more said of it between commas, and a past tense after the second comma."""
    root = root_of(sentence)
    if root.pos not in NOMINAL or not children(sentence, root.i, "appos", "relcl"):
        return sentence
    verb = next((t for t in sentence.tokens if t.i > root.i and _opens_predicate(sentence, t)), None)
    if verb is None or children(sentence, root.i, "cop", "nsubj", "nsubjpass"):
        return sentence
    return replace(sentence, tokens=tuple(_rehung(t, root, verb) for t in sentence.tokens))


def _verb_as_noun(sentence: Sentence) -> Sentence:
    """ "Peru arrests cartoonist", "Peru massed troops near Chile": the parser takes the verb for part of the object.

    A plural that could be a verb is one only in a headline, which has no full stop and no other verb.
    """
    verb = next((t for t in sentence.tokens[1:] if _could_be_verb(sentence, t)), None)
    thing = _object_of(sentence, verb) if verb is not None else None
    if verb is None or thing is None:
        return sentence
    return replace(sentence, tokens=tuple(_told(t, verb, thing) for t in sentence.tokens))


def _could_be_verb(sentence: Sentence, token: Token) -> bool:
    """Whether a token right after a name, with no verb of the sentence before it, is a form of an act's verb."""
    if sentence.tokens[token.i - 1].pos != "PROPN":
        return False
    before = sentence.tokens[: token.i]
    if any(t.pos in {"VERB", "AUX"} or t.text in {"'s", "’s"} for t in before):
        return False
    forms = {"NNS", "NNPS"} if all(t.text != "," for t in before) else {"NN"}  # "US, Peru condemn launch"
    headline = sentence.tokens[-1].pos != "PUNCT" and token.tag in forms
    participle = token.tag == "VBN" and token.dep == "amod" and before[-1].dep in {"npadvmod", "nsubj", "compound"}
    return (headline or participle) and ("v", token.lemma.lower()) in acts()


def _object_of(sentence: Sentence, verb: Token) -> Token | None:
    """The noun behind a verb that the parser has under that noun, or under a word that it takes for the verb."""
    over = sentence.tokens[verb.head]
    if over.i <= verb.i or any(t.tag in FINITE and t.i > over.i for t in sentence.tokens):
        return None
    if over.pos in NOMINAL:
        return over if verb.dep in {"amod", "compound", "nmod"} and not children(sentence, over.i, "cop") else None
    below = [t for t in children(sentence, over.i, "dobj") if over.i + 1 == t.i and over.tag not in FINITE - {"VBP"}]
    return below[0] if verb.dep == "nsubj" and below else None


def _told(token: Token, verb: Token, thing: Token) -> Token:
    """A token of "X ships Y to Z" as it hangs once "ships" is its verb."""
    if token.i == verb.i:
        return structs.replace(token, pos="VERB", tag=TENSES.get(token.tag, "VBD"), dep="ROOT", head=verb.i)
    if token.i == thing.i:
        return structs.replace(token, dep="dobj", head=verb.i)
    if token.i == verb.i - 1:
        return structs.replace(token, dep="nsubj", head=verb.i)
    if token.i < verb.i and token.head >= verb.i:
        return structs.replace(token, head=verb.i)
    if token.i > thing.i and token.dep in {"prep", "advmod", "npadvmod", "punct"}:
        return structs.replace(token, head=verb.i)
    if verb.i < token.i < thing.i and not (verb.i < token.head <= thing.i and token.head != token.i):
        return structs.replace(token, pos="NOUN", dep="compound", head=thing.i)
    return token


def _opens_predicate(sentence: Sentence, token: Token) -> bool:
    """Whether a participle right after a comma is no passive: nothing says by whom."""
    if token.dep != "acl" or token.tag not in TENSED or sentence.tokens[token.i - 1].text != ",":
        return False
    return not children(sentence, token.i, "nsubj", "nsubjpass", "agent", "aux", "auxpass")


def _rehung(token: Token, root: Token, verb: Token) -> Token:
    if token.i == verb.i:
        return structs.replace(token, dep="ROOT", head=verb.i, tag="VBD")
    if token.i == root.i:
        return structs.replace(token, dep="nsubj", head=verb.i)
    if token.head == verb.i and token.dep == "npadvmod" and token.pos in NOMINAL and token.ent not in {"DATE", "TIME"}:
        return structs.replace(token, dep="dobj")
    return token


def _year_before_subject(sentence: Sentence) -> Sentence:
    """ "In 2014 Peru, Chile and Fiji withdrew": the parser takes the year for part of the first name."""
    if len(sentence.tokens) < YEAR_DIGITS or sentence.tokens[0].lemma.lower() != "in":
        return sentence
    year, opening = sentence.tokens[1], sentence.tokens[0]
    name = sentence.tokens[year.head]
    subject = next((t for t in children(sentence, opening.head, "nsubj") if t.i > name.i), None)
    if not (
        year.text.isdigit() and len(year.text) == YEAR_DIGITS and name.dep == "pobj" and name.head == 0 and subject
    ):
        return sentence
    between = sentence.tokens[max(subtree(sentence, name.i)) + 1 : min(subtree(sentence, subject.i))]
    if name.pos != "PROPN" or [t.text for t in between] != [","] or not children(sentence, subject.i, "conj"):
        return sentence
    return _with(
        sentence,
        structs.replace(year, dep="pobj", head=0),
        structs.replace(name, dep="conj", head=subject.i),
    )


def _listed(sentence: Sentence) -> Sentence:
    """ "Laos, Vietnam agree to ...": the first of two subjects of a headline, which a comma joins.

    Their verb is in the plural, so that "Paris, Texas, votes" is none.
    """
    comma = next((t.i for t in sentence.tokens[1:4] if t.text == ","), 0)
    subject = next((t for t in sentence.tokens if t.dep == "nsubj" and t.i > comma), None)
    if not comma or subject is None or sentence.tokens[subject.head].tag not in {"VBP", "VB"}:
        return sentence
    verb, names = sentence.tokens[subject.head], (sentence.tokens[:comma], sentence.tokens[comma + 1 : subject.i + 1])
    first = sentence.tokens[comma - 1]
    between = {t.pos for t in sentence.tokens[subject.i + 1 : verb.i]} - {"ADV", "AUX", "PART"}
    if between or any(t.pos != "PROPN" or t.ent in {"DATE", "TIME"} for name in names for t in name):
        return sentence
    return _with(
        sentence,
        structs.replace(first, dep="nsubj", head=verb.i),
        structs.replace(subject, dep="conj", head=first.i),
    )


def _lost_subject(sentence: Sentence) -> Sentence:
    """ "On a visit to Kenya, President Ana Rell praised Peru": the parser joins her to the land before the comma.

    What stands right before the main verb, from the comma or the sentence's first word on, is its subject.
    """
    root = root_of(sentence)
    if not is_verb(root) or not is_finite(sentence, root.i) or children(sentence, root.i, *ANY_SUBJECT):
        return sentence
    before = [t for t in children(sentence, root.i, "aux", "auxpass", "neg") if t.i < root.i]
    name = sentence.tokens[min([root.i, *(t.i for t in before)]) - 1]
    if name.i >= root.i or name.pos not in NAMING or name.ent in {"DATE", "TIME"} or not name.text[:1].isupper():
        return sentence
    first = min(subtree(sentence, name.i))
    if first and sentence.tokens[first - 1].text != ",":
        return sentence
    dep = "nsubjpass" if children(sentence, root.i, "auxpass") else "nsubj"
    return _with(sentence, structs.replace(name, dep=dep, head=root.i, pos="PROPN"))


def _labelled(sentence: Sentence) -> Sentence:
    """ "Mexico: Since January the government has ordered": a label is no second subject."""
    colon = next((t.i for t in sentence.tokens[1:4] if t.text == ":"), 0)
    label = sentence.tokens[colon - 1]
    others = [t for t in children(sentence, label.head, *SUBJECTS) if t.i > colon]
    if not colon or label.dep not in SUBJECTS or not others:
        return sentence
    return _with(sentence, structs.replace(label, dep="npadvmod"))


def _called(sentence: Sentence) -> Sentence:
    """ "Called Peru's President Ana Rell on Monday": the parser takes her name for what someone is called."""
    names = [t for t in sentence.tokens if t.dep == "oprd" and t.pos == "PROPN"]
    names = [t for t in names if sentence.tokens[t.head].lemma == "call" and t.head < t.i]
    alone = [t for t in names if not children(sentence, t.head, "dobj", "nsubjpass", "ccomp")]
    return _with(sentence, *(structs.replace(t, dep="dobj") for t in alone))


def _set_free(sentence: Sentence) -> Sentence:
    """ "Set free seven sailors": the parser takes what they become for a word that describes them."""
    at = [t for t in sentence.tokens[1:] if t.lemma == "free" and sentence.tokens[t.i - 1].lemma in {"set", "let"}]
    return _with(sentence, *(structs.replace(t, dep="acomp", head=t.i - 1) for t in at if t.dep == "amod"))


def _crowd(sentence: Sentence) -> Sentence:
    """ "Some 200 people protested outside": the parser takes a verb that has no passive for a participle."""
    root = root_of(sentence)
    if root.tag != "NNS" or children(sentence, root.i, "nsubj", "cop", "relcl"):
        return sentence
    verb = next((t for t in children(sentence, root.i, "acl") if t.i == root.i + 1 and t.lemma in UNPASSIVE), None)
    if verb is None:
        return sentence
    return replace(sentence, tokens=tuple(_told_of(t, root, verb) for t in sentence.tokens))


def _told_of(token: Token, root: Token, verb: Token) -> Token:
    if token.i == verb.i:
        return structs.replace(token, dep="ROOT", head=verb.i, tag="VBD")
    if token.i == root.i:
        return structs.replace(token, dep="nsubj", head=verb.i)
    if token.head == root.i and token.dep in {"prep", "punct", "npadvmod", "advmod"}:
        return structs.replace(token, head=verb.i)
    return token


#: In this order: what one sets right the next may build on.
MENDS = (_main_verb, _year_before_subject, _verb_as_noun, _listed, _set_free, _crowd, _lost_subject, _labelled, _called)
