"""Find who an article names: mentions, chains and claims of office."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tellings.actors.chains import Chains
from tellings.actors.gazetteer import fold, gazetteer
from tellings.actors.names import entity_spans
from tellings.actors.persons import same_person
from tellings.actors.phrases import Phrase, phrases
from tellings.actors.pronouns import Candidate, antecedent, is_subject, quotations
from tellings.model.actors import Cast, Mention
from tellings.model.article import Article
from tellings.model.text import Parsed, Sentence

WORD = re.compile(r"[^\W\d_][\w'’.-]*")


def find(article: Article, parsed: Parsed) -> Cast:
    """Give everyone whom the article names. Spans lie in `article.text`; the title only lends full names."""
    surnames = _surnames(parsed)
    read = [phrases(sentence, lambda word: word in surnames) for sentence in parsed.sentences]
    chains = Chains(titled=_titled(article.title or ""))
    linked: list[tuple[Phrase, int]] = []
    candidates: list[Candidate] = []
    marks = quotations(parsed)
    order = 0
    for sentence, found in zip(parsed.sentences, read, strict=True):
        for place, phrase in enumerate(found):
            order += 1
            index = _linked(phrase, place, found, parsed, chains, candidates, marks, linked, order)
            if index is None:
                continue
            linked.append((phrase, index))
            if phrase.kind != "pronoun":
                candidates.append(_candidate(phrase, index, sentence, marks, chains))
    mentions = tuple(_mention(i, phrase, index, parsed) for i, (phrase, index) in enumerate(linked))
    entities = tuple(chain.entity(i) for i, chain in enumerate(chains.chains))
    return Cast(mentions, entities, tuple(chains.claims))


def _linked(
    phrase: Phrase, place: int, found: Sequence[Phrase], parsed: Parsed, chains: Chains, candidates: Sequence[Candidate],
    marks: Sequence[frozenset[int]], linked: Sequence[tuple[Phrase, int]], order: int,
) -> int | None:  # fmt: skip
    sentence = parsed.sentences[phrase.sentence]
    if phrase.kind == "pronoun":
        return antecedent(phrase, sentence, candidates, phrase.head in marks[phrase.sentence])
    if phrase.kind == "person" and linked:
        last, index = linked[-1]
        if last.kind == "office" and _apposed(last, phrase, parsed) and chains.chains[index].kind == "office":
            return _named_later(phrase, index, last, parsed, chains, order)
    return chains.link(phrase, parsed, order)


def _named_later(phrase: Phrase, index: int, office: Phrase, parsed: Parsed, chains: Chains, order: int) -> int:
    person = chains.link(phrase, parsed, order)
    chains.describe(person, office, parsed.sentences[office.sentence])
    return person


def _apposed(office: Phrase, person: Phrase, parsed: Parsed) -> bool:
    """Whether only a comma, or the full stop of an odd split, stands between an office and a name."""
    a, b = parsed.sentences[office.sentence], parsed.sentences[person.sentence]
    if a.index == b.index:
        return person.first == office.last + 2 and a.tokens[office.last + 1].text == ","
    alone = person.first == 0 and person.last >= len(b.tokens) - 2
    return b.index == a.index + 1 and office.last == len(a.tokens) - 2 and alone


def _candidate(
    phrase: Phrase, index: int, sentence: Sentence, marks: Sequence[frozenset[int]], chains: Chains
) -> Candidate:
    chain = chains.chains[index]
    quoted = phrase.head in marks[sentence.index]
    return Candidate(
        index, sentence.index, phrase.first, phrase.kind, is_subject(sentence, phrase.head), quoted, chain.gender
    )


def _mention(index: int, phrase: Phrase, entity: int, parsed: Parsed) -> Mention:
    sentence = parsed.sentences[phrase.sentence]
    span = sentence.span_of(phrase.first, phrase.last)
    text = sentence.text[span.start - sentence.start : span.end - sentence.start]
    return Mention(index, phrase.sentence, phrase.head, span.start, span.end, text, phrase.kind, entity)


def _surnames(parsed: Parsed) -> frozenset[str]:
    """Last and first parts of every full name that the tagger found: "Li" is Li Shangfu wherever it stands."""
    found = set()
    for sentence in parsed.sentences:
        for first, last in entity_spans(sentence, "PERSON"):
            words = [t.text for t in sentence.tokens[first : last + 1] if t.text[:1].isupper()]
            if len(words) > 1:
                found |= {fold(words[-1]), fold(words[0])}
    return frozenset(word for word in found if len(word) > 1)


def _titled(title: str) -> tuple[str, ...]:
    """Known full names in the title."""
    words = [match.group() for match in WORD.finditer(title)]
    found = []
    for n in (4, 3, 2):
        for i in range(len(words) - n + 1):
            name = " ".join(words[i : i + n])
            entry = gazetteer().entries.get(fold(name))
            if entry and entry[0] == "name" and not any(same_person(name, other) for other in found):
                found.append(entry[1])
    return tuple(found)
