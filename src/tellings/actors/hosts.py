"""Whose leader or counterpart it is who is met abroad: the host's, where the words leave it open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tellings.actors.chains import COUNTERPART, Chains, country_of
from tellings.actors.phrase import Phrase
from tellings.actors.pronouns import Candidate, co_agents, is_subject
from tellings.model.text import Parsed, Sentence
from tellings.text.tree import children
from tellings.vocab.countries import countries

#: So many namings back it may be told where someone goes.
NEAR = 12
TRAVELLING = frozenset({"come", "drive", "fly", "go", "head", "journey", "sail", "travel", "trip"})
ARRIVING = frozenset({"arrive", "land"})
VISITING = frozenset({"tour", "visit"})
Linked = Sequence[tuple[Phrase, int]]


def host(linked: Linked, parsed: Parsed, first: int) -> str | None:
    """The one state to which the sentences from `first` on have someone go."""
    near = [p for p, _ in linked[-NEAR:] if p.sentence >= first]
    hosts = {p.country for p in near if _is_goal(parsed.sentences[p.sentence], p)}
    return hosts.pop() if len(hosts) == 1 else None


def hosted(phrase: Phrase, linked: Linked, parsed: Parsed) -> Phrase:
    """A counterpart met abroad with the host's country: "flew to Lima to meet his counterpart"."""
    if phrase.agent is None or phrase.office != COUNTERPART or country_of(phrase):
        return phrase
    country = host(linked, parsed, phrase.sentence)
    return replace(phrase, country=country) if country else phrase


def is_received(phrase: Phrase, parsed: Parsed, known: Sequence[Candidate], chains: Chains, visited: str) -> bool:
    """Whether a leader meets someone of another state who came: "He flew to Lima. President Rell thanked him"."""
    sentence = parsed.sentences[phrase.sentence]
    acting = {c.entity for c in known[-NEAR:] if c.role == "subject" and c.sentence >= phrase.sentence - 1}
    others = {chains.chains[i].country for i in acting} - {None, visited}
    return bool(others) and not _goes(sentence, phrase)


def other_of_two(phrase: Phrase, parsed: Parsed, known: Sequence[Candidate], chains: Chains) -> str | None:
    """The other of the only two states named so far, where one of the one deals with a leader of an open state."""
    acting = {t.i for t in co_agents(parsed.sentences[phrase.sentence], phrase.head)}
    homes = {chains.chains[c.entity].country for c in known if c.sentence == phrase.sentence and c.head in acting}
    named = {chain.country for chain in chains.chains if chain.country in countries()}
    others = named - homes
    return others.pop() if len(named) == 2 and len(homes) == len(others) == 1 else None


def _is_goal(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a state is where someone goes: "flew to Lima", "visiting Peru"."""
    head = sentence.tokens[phrase.head]
    above = sentence.tokens[head.head]
    if phrase.kind != "state" or head.dep == "dobj":
        return phrase.kind == "state" and above.lemma in VISITING
    verb = sentence.tokens[above.head].lemma
    to, there = above.lemma == "to", above.lemma == "in"
    return head.dep == "pobj" and ((to and verb in TRAVELLING) or (there and verb in ARRIVING))


def _goes(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether someone is the visitor: the subject of what takes him to a state."""
    verb = sentence.tokens[sentence.tokens[phrase.head].head]
    there = verb.lemma in VISITING or any(t.lemma in {"to", "in"} for t in children(sentence, verb.i, "prep"))
    return is_subject(sentence, phrase.head) and there
