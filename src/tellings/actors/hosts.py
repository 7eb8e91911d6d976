"""Whose leader or counterpart it is who is met abroad: the host's, where the words leave it open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tellings.actors.chains import COUNTERPART, Chains, country_of
from tellings.actors.persons import is_leader
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


def of_speaker(phrase: Phrase, linked: Linked, parsed: Parsed, chains: Chains) -> Phrase:
    """A ruler without a country as that of an official who speaks of him: "a Thai aide said that the king would go".

    Not where one of that office was just named, who is then meant.
    """
    sentence, before = parsed.sentences[phrase.sentence], linked[-NEAR:]
    bare = phrase.kind == "office" and not country_of(phrase) and is_leader(phrase.office)
    if not bare or sentence.tokens[phrase.first].text.lower() != "the" or phrase.former:
        return phrase
    if any(chains.chains[i].office == phrase.office and p.sentence >= phrase.sentence - 1 for p, i in before):
        return phrase
    speakers = {p.country for p, _ in before if p.sentence == phrase.sentence and _tells_of(sentence, p, phrase)}
    ruled = [code for code in speakers if code in countries() and _can_have(code, phrase.office)]
    return replace(phrase, country=ruled[0]) if len(ruled) == len(speakers) == 1 else phrase


def _tells_of(sentence: Sentence, speaker: Phrase, phrase: Phrase) -> bool:
    """Whether an official is the subject of the verb in whose clause a naming is the subject."""
    verb = sentence.tokens[sentence.tokens[phrase.head].head]
    said = verb.head if verb.dep == "ccomp" and is_subject(sentence, phrase.head) else None
    return speaker.agent is not None and speaker.kind != "state" and sentence.tokens[speaker.head].head == said


def _can_have(code: str, office: str | None) -> bool:
    """Whether a state has such a ruler; many have a president and a prime minister."""
    return office in {countries()[code].leader, "president", "prime minister"}


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
