"""Organisations named again by a word for what they are: "the company", "the bloc", "the Italian carmaker"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tellings.actors.chains import Chain, Chains
from tellings.actors.gazetteer import Piece
from tellings.actors.phrase import Phrase
from tellings.actors.pronouns import Candidate
from tellings.model.text import Sentence
from tellings.vocab.countries import countries

FIRM = frozenset({"BUS"})
#: What each word can be said of, by sector; an empty set stands for organisations of states ("the bloc").
WORDS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(
        ("airline", "automaker", "bank", "brand", "carmaker", "carrier", "chain", "company", "conglomerate",
         "corporation", "firm", "giant", "lender", "maker", "manufacturer", "operator", "planemaker", "producer",
         "retailer", "startup", "subsidiary", "supplier"),
        FIRM,
    ),
    **dict.fromkeys(
        ("alliance", "bloc", "grouping", "league", "organisation", "organization", "body"), frozenset[str]()
    ),
    **dict.fromkeys(("faction", "group", "militia", "movement"), frozenset({"REB", "UAF", "PRM", "CRM", "CVL", "PTY"})),
    "party": frozenset({"PTY", "OPP", "GOV"}),
    "union": frozenset({"LAB"}),
    "charity": frozenset({"CVL", "MED", "REF"}),
    "newspaper": frozenset({"JRN"}),
    "broadcaster": frozenset({"JRN"}),
    "channel": frozenset({"JRN"}),
    "cartel": frozenset({"CRM"}),
    "gang": frozenset({"CRM"}),
    "university": frozenset({"EDU"}),
}  # fmt: skip
DETERMINERS = frozenset({"the", "this"})
#: Verbs that someone has done to him "of" something.
OF_SOMETHING = frozenset({"accuse", "acquit", "advise", "assure", "convict", "inform", "notify", "remind", "suspect"})
LEAGUES = frozenset({"IGO", "EUR", "UNO", "NGO"})
#: How many sentences back the organisation may have been named.
REACH = 6


def house_at(sentence: Sentence, i: int, at: Mapping[int, Piece]) -> int | None:
    """The token of a word for an organisation whose naming begins at token `i`, None where none does."""
    tokens = sentence.tokens
    if tokens[i].text.lower() not in DETERMINERS:
        return None
    j = i + 1
    while j < len(tokens) - 1 and (tokens[j].pos == "ADJ" or (j in at and at[j].kind in {"state", "adjective"})):
        j += 1
    if j >= len(tokens) or tokens[j].lemma not in WORDS or tokens[j].tag != "NN" or tokens[j].dep == "compound":
        return None
    after = tokens[j + 1] if j + 1 < len(tokens) else None
    named = after is not None and (after.text in {"of", "for", "-"} or after.pos == "PROPN")
    return None if named and not charged(sentence, j) else j


def charged(sentence: Sentence, j: int) -> bool:
    """Whether "of" behind a noun belongs to the verb before it: "accused the company of fraud"."""
    after, above = sentence.tokens[j + 1], sentence.tokens[sentence.tokens[j].head]
    return after.text == "of" and sentence.tokens[j].dep == "dobj" and above.lemma in OF_SOMETHING


def meant(phrase: Phrase, sentence: Sentence, known: Sequence[Candidate], chains: Chains) -> int | None:
    """The organisation last named as a main subject of which the word can be said, else the last such."""
    word = sentence.tokens[phrase.head].lemma
    near = [c for c in known if phrase.sentence - REACH <= c.sentence]
    called = [c for c in near if _is_called(chains.chains[c.entity], word)]
    fitting = called or [c for c in near if _fits(chains.chains[c.entity], WORDS[word], phrase.country)]
    subjects = [c for c in fitting if c.role == "subject" and c.main]
    return (subjects or fitting)[-1].entity if fitting else None


def _is_called(chain: Chain, word: str) -> bool:
    """Whether the word is part of an organisation's name: "the union" of the African Union."""
    return chain.kind == "organisation" and word in chain.name.lower().split()


def _fits(chain: Chain, said_of: frozenset[str], country: str | None) -> bool:
    if chain.kind not in {"organisation", "group", "body"} or chain.words or chain.members:
        return False
    if country is not None and chain.country is not None and country != chain.country:
        return False
    unknown = chain.sector is None and chain.kind == "organisation"
    if said_of:
        return chain.sector in said_of or (said_of == FIRM and unknown and chain.country not in LEAGUES)
    return unknown and (chain.country in LEAGUES or chain.country not in countries())
