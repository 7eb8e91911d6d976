"""Find who an article names: mentions, chains and claims of office."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tellings.actors.chains import Chains, country_of
from tellings.actors.epithets import epithet, latter
from tellings.actors.extent import POSSESSIVES
from tellings.actors.gazetteer import fold, gazetteer
from tellings.actors.groups import meant, they
from tellings.actors.hosts import host, hosted, is_received, of_speaker, other_of_two
from tellings.actors.houses import meant as meant_house
from tellings.actors.lands import lands
from tellings.actors.namings import of_article
from tellings.actors.persons import is_leader
from tellings.actors.phrase import Phrase
from tellings.actors.phrases import phrases
from tellings.actors.plurals import PERSONAL
from tellings.actors.pronouns import Candidate, antecedent, is_main, is_subject, quotations
from tellings.actors.realms import meant as meant_realm
from tellings.actors.shorthand import shorthand
from tellings.actors.unions import with_unions
from tellings.model.actors import Cast, Mention
from tellings.model.article import Article
from tellings.model.text import Parsed, Sentence
from tellings.text.once import once
from tellings.text.tree import children
from tellings.vocab.agents import agents

WORD = re.compile(r"[^\W\d_][\w'’.-]*")
#: "His country" is the state of whoever he is.
COUNTRY_WORDS = frozenset({"country", "nation", "homeland"})
POSSESSIVE = re.compile(r"['’]s?$")
LONGEST_TITLE_NAME = 4
#: So many mentions back a pronoun can reach, so that a page of one endless paragraph is read in linear time.
RECENT = 300
#: So many namings may stand between an office and the name in apposition to it.
NEAR = 4


def find(article: Article, parsed: Parsed) -> Cast:
    """Give everyone whom the article names. Spans lie in `article.text`; the title only lends full names."""
    titled = _titled(article.title or "")
    linker = _Linker(parsed, Chains(titled=titled))
    for sentence, found in zip(parsed.sentences, _phrases(parsed, titled), strict=True):
        linker.read(sentence, found)
    return with_unions(linker.cast())


def _phrases(parsed: Parsed, titled: Sequence[str]) -> list[tuple[Phrase, ...]]:
    """Each sentence's phrases; sentences with a surname that another gives in full are read once more."""
    first = [_here(sentence, _alone(sentence)) for sentence in parsed.sentences]
    namings = of_article(parsed.sentences, first, titled)
    own, short = lands(parsed, namings.surnames), shorthand(first, namings.surnames)
    again = namings.surnames | namings.inner | namings.roles | short.keys() | namings.endings.keys()
    return [
        phrases(sentence, own, short, namings) if own or _words(sentence) & again else found
        for sentence, found in zip(parsed.sentences, first, strict=True)
    ]


@once
def _alone(sentence: Sentence) -> tuple[Phrase, ...]:
    """The phrases of a sentence by itself."""
    return phrases(sentence)


def _here(sentence: Sentence, found: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Phrases that may have been found in a copy."""
    return tuple(p if p.sentence == sentence.index else replace(p, sentence=sentence.index) for p in found)


@once
def _words(sentence: Sentence) -> frozenset[str]:
    """The words of a sentence as they stand, and folded where that changes them."""
    words = {token.text for token in sentence.tokens}
    return frozenset(words.union(fold(word) for word in words if not word.isascii()))


class _Linker:
    """Links an article's phrases in order; what came before is what a pronoun can mean."""

    def __init__(self, parsed: Parsed, chains: Chains) -> None:
        self.parsed = parsed
        self.chains = chains
        self.marks = quotations(parsed)
        self.linked: list[tuple[Phrase, int]] = []
        self.candidates: list[Candidate] = []

    def read(self, sentence: Sentence, found: tuple[Phrase, ...]) -> None:
        """Names first, so that a pronoun before its clause ("In his remarks, she ...") finds its subject."""
        before, known = len(self.linked), len(self.candidates)
        for phrase in found:
            if phrase.plural is not None or phrase.countries:
                self._several(phrase, sentence)
            elif phrase.kind != "pronoun":
                self._name(phrase, sentence)
            elif _owns(phrase, sentence):
                self._pronoun(phrase, sentence)
        for phrase in found:
            if phrase.kind == "pronoun" and not _owns(phrase, sentence):
                self._pronoun(phrase, sentence)
        self.linked[before:] = sorted(self.linked[before:], key=lambda pair: pair[0].first)
        self.candidates[known:] = sorted(self.candidates[known:], key=lambda candidate: candidate.first)

    def cast(self) -> Cast:
        """Everyone found; an office that turned out to be a person's leaves no entity behind."""
        named = {index for _, index in self.linked}
        meant = {member for index in named for member in self.chains.chains[index].members}
        kept = {chain: i for i, chain in enumerate(sorted(named | meant))}
        mentions = (_mention(i, phrase, kept[index], self.parsed) for i, (phrase, index) in enumerate(self.linked))
        entities = tuple(self.chains.chains[chain].entity(i, kept) for chain, i in kept.items())
        return Cast(tuple(mentions), entities, tuple(self.chains.claims))

    def _name(self, phrase: Phrase, sentence: Sentence) -> None:
        phrase = hosted(phrase, self.linked, self.parsed)
        phrase = of_speaker(phrase, self.linked, self.parsed, self.chains)
        index = self._epithet(phrase, sentence)
        if index is None:
            index = self.chains.link(phrase, sentence, len(self.linked), self._owner(phrase, sentence))
        self._receive(index, phrase)
        office = self.chains.nameless(index, phrase, sentence) if phrase.kind == "person" else None
        if office is not None:
            self._replace(office, index)
        if self.linked:
            index = self._appose(phrase, index)
        self.linked.append((phrase, index))
        if not phrase.anyone:
            self._remember(phrase, sentence, index)

    def _receive(self, index: int, phrase: Phrase) -> None:
        """A leader whose state the words leave open is the host's, beside a visitor."""
        chain = self.chains.chains[index]
        if chain.country is None and phrase.kind == "person" and is_leader(chain.office or ""):
            visited = host(self.linked, self.parsed, phrase.sentence - 1)
            known = self.candidates[-RECENT:]
            received = visited and is_received(phrase, self.parsed, known, self.chains, visited)
            chain.country = visited if received else other_of_two(phrase, self.parsed, known, self.chains)

    def _remember(self, phrase: Phrase, sentence: Sentence, index: int) -> None:
        """A mention that a later pronoun can mean."""
        chain, head = self.chains.chains[index], phrase.head
        kind = chain.kind if phrase.kind == "pronoun" else phrase.kind
        role = "subject" if is_subject(sentence, head) else sentence.tokens[head].dep
        quoted, main = head in self.marks[sentence.index], is_main(sentence, head)
        self.candidates.append(
            Candidate(index, sentence.index, phrase.first, kind, role, quoted, chain.gender, main, head, chain.members)
        )

    def _epithet(self, phrase: Phrase, sentence: Sentence) -> int | None:
        """Whom a word for what someone is means; a name or office beside it says it better."""
        after = sentence.tokens[phrase.last + 1 : phrase.last + 2]
        definite = sentence.tokens[phrase.first].text.lower() == "the"
        if phrase.kind != "office" or any(token.text == "," for token in after):
            return None
        return epithet(phrase, definite, self.candidates[-RECENT:], self.chains)

    def _several(self, phrase: Phrase, sentence: Sentence) -> None:
        """Link a plural naming to those that it stands for; without them it is no mention, or a role's."""
        members = (
            self.chains.sharers(phrase) if phrase.countries else meant(phrase, self.linked, self.chains, self.parsed)
        )
        if len(members) > 1:
            detail = "several who share a role" if phrase.countries else "a plural naming of those named before"
            self.linked.append((phrase, self.chains.group(members, detail)))
        elif phrase.plural is not None and phrase.plural.owned:
            words = " ".join(token.text.lower() for token in sentence.tokens[phrase.first + 1 : phrase.last + 1])
            agent = agents().get(words) or agents().get(phrase.plural.noun)
            if agent is not None:
                self._name(replace(phrase, plural=None, kind=agent.kind, agent=agent), sentence)

    def _owner(self, phrase: Phrase, sentence: Sentence) -> int | None:
        """Whose aide or counterpart a phrase names: "his Russian counterpart", "Biden's envoy"."""
        first = sentence.tokens[phrase.first]
        if phrase.agent is None:
            return None
        if first.text.lower() == "their":
            return self._of_several(phrase)
        if first.tag == "PRP$" and first.text.lower() in {"his", "her", "its"}:
            pronoun = replace(phrase, first=first.i, head=first.i)
            return antecedent(pronoun, sentence, self.candidates[-RECENT:], first.i in self.marks[sentence.index])
        last, index = self.linked[-1] if self.linked else (None, 0)
        near = last and last.sentence == phrase.sentence and last.last == phrase.first - 2
        return index if near and sentence.tokens[phrase.first - 1].text in POSSESSIVES else None

    def _of_several(self, phrase: Phrase) -> int | None:
        """Whose commander "their commander" is, where those before are of one state."""
        several = replace(phrase, last=phrase.first, head=phrase.first)
        index = they(several, self.parsed, self.linked, self.chains)
        return index if index is not None and not self.chains.chains[index].members else None

    def _realm(self, phrase: Phrase, sentence: Sentence) -> int | None:
        """The state that "the kingdom" means, or "its neighbour"."""
        known = self.candidates[-RECENT:]
        opens = replace(phrase, last=phrase.first, head=phrase.first)
        owned = sentence.tokens[phrase.first].tag == "PRP$"
        owner = antecedent(opens, sentence, known, quoted=False) if owned else None
        return meant_realm(phrase, sentence, known, owner, self.chains)

    def _appose(self, phrase: Phrase, index: int) -> int:
        """Join an office and the name beside it: "China's defence minister, Gen. Li Shangfu". Gives the chain."""
        at = self._neighbour(phrase)
        if at is None:
            return index
        last, before = self.linked[at]
        office, nameless, person = (last, before, index) if last.kind == "office" else (phrase, index, before)
        sentence, known = self.parsed.sentences[office.sentence], self.chains.chains[person]
        if nameless == person:
            if known.office is None:
                self.chains.describe(person, office, sentence)
            return index
        if country_of(office) and known.country not in {country_of(office), None}:
            return index
        self.chains.describe(person, office, sentence)
        known.country = known.country or self.chains.chains[nameless].country
        if self.chains.chains[nameless].kind == "office":
            self._replace(nameless, person)
        elif last is office:  # of whom else it could be said: beside a name it is that person's
            self.linked[at] = (office, person)
            place = (office.sentence, office.first)
            self.candidates[-RECENT:] = [
                replace(c, entity=person) if (c.sentence, c.first) == place else c for c in self.candidates[-RECENT:]
            ]
        return person

    def _neighbour(self, phrase: Phrase) -> int | None:
        """The place of the office beside a name, or of the name beside an office."""
        kinds = {"office": "person", "person": "office"}
        for at in range(len(self.linked) - 1, max(len(self.linked) - 1 - NEAR, -1), -1):
            last, _ = self.linked[at]
            if last.kind == kinds.get(phrase.kind) and (
                (at == len(self.linked) - 1 and self._beside(last, phrase)) or self._governs(last, phrase)
            ):
                return at
        return None

    def _governs(self, left: Phrase, right: Phrase) -> bool:
        """Whether the tree puts the right in apposition to the left: "the bishop of Pardo, Odo Tal"."""
        if left.sentence != right.sentence:
            return False
        tokens = self.parsed.sentences[right.sentence].tokens
        above = tokens[tokens[right.head].head]
        if above.i > left.last and above.dep == "pobj":  # "of Pardo", to which trees often hang the name
            above = tokens[tokens[above.head].head]
        return tokens[right.head].dep == "appos" and left.first <= above.i <= left.last

    def _beside(self, left: Phrase, right: Phrase) -> bool:
        """Whether words beside one another say that an office is a person's."""
        return _apposed(left, right, self.parsed) or _predicated(left, right, self.parsed.sentences[right.sentence])

    def _replace(self, chain: int, person: int) -> None:
        """The nameless office turns out to be the person's."""
        self.linked = [(phrase, person if i == chain else i) for phrase, i in self.linked]
        self.candidates = [replace(c, entity=person) if c.entity == chain else c for c in self.candidates]
        self.chains.chains[chain].former = True
        for other in self.chains.chains:
            other.members = tuple(person if i == chain else i for i in other.members)

    def _pronoun(self, phrase: Phrase, sentence: Sentence) -> None:
        quoted = phrase.head in self.marks[sentence.index]
        if sentence.tokens[phrase.head].text.lower() in PERSONAL:
            index = None if quoted else they(phrase, self.parsed, self.linked, self.chains)
        elif phrase.house:
            index = None if quoted else meant_house(phrase, sentence, self.candidates[-RECENT:], self.chains)
        elif phrase.realm:
            index = None if quoted else self._realm(phrase, sentence)
        elif phrase.last > phrase.first:
            index = latter(phrase, sentence.tokens[phrase.last].lemma == "former", self.candidates)
        else:
            index = antecedent(phrase, sentence, self.candidates[-RECENT:], quoted)
        if index is None:
            if phrase.house and phrase.agent and phrase.country:
                self._name(replace(phrase, kind=phrase.agent.kind, house=False), sentence)
            return
        chain = self.chains.chains[index]
        after = sentence.tokens[phrase.last + 1] if phrase.last + 1 < len(sentence.tokens) else None
        if after and after.lemma in COUNTRY_WORDS and sentence.tokens[phrase.first].tag == "PRP$" and chain.country:
            state = replace(phrase, last=after.i, head=after.i, kind="state", country=chain.country)
            self._name(state, sentence)
        else:
            chain.seen = len(self.linked)
            self.linked.append((phrase, index))
            self._remember(phrase, sentence, index)


def _owns(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether a word for a state or organisation can say whose the next one is: "the kingdom recalled its envoy"."""
    after = sentence.tokens[phrase.last + 1 : phrase.last + 2]
    owns = any(token.text in POSSESSIVES for token in after) or is_subject(sentence, phrase.head)
    return (phrase.realm or phrase.house) and owns and sentence.tokens[phrase.first].tag != "PRP$"


def _apposed(left: Phrase, right: Phrase, parsed: Parsed) -> bool:
    """Whether only a comma, or the full stop of an odd split, stands between an office and a name."""
    a, b = parsed.sentences[left.sentence], parsed.sentences[right.sentence]
    if a.index == b.index:
        return right.first == left.last + 2 and a.tokens[left.last + 1].text == ","
    alone = right.first == 0 and right.last >= len(b.tokens) - 2
    ends = left.last == len(a.tokens) - 2 and a.tokens[-1].text == "."
    return left.kind == "office" and b.index == a.index + 1 and ends and alone


def _predicated(left: Phrase, right: Phrase, sentence: Sentence) -> bool:
    """Whether a person is said to be an office: "Tal Ovan is the defence minister", "Ovan, who is ..."."""
    verb = sentence.tokens[sentence.tokens[right.head].head]
    if (left.kind, right.kind) != ("person", "office") or left.sentence != right.sentence or right.former:
        return False
    is_one = sentence.tokens[right.head].dep == "attr" and verb.lemma == "be" and verb.tag in {"VBZ", "VBP"}
    subject = next((t for t in children(sentence, verb.i, "nsubj") if t.i < verb.i), None)
    if not is_one or subject is None or children(sentence, verb.i, "neg"):
        return False
    return subject.i == left.head or (verb.dep == "relcl" and verb.head == left.head and subject.lemma == "who")


def _mention(index: int, phrase: Phrase, entity: int, parsed: Parsed) -> Mention:
    sentence = parsed.sentences[phrase.sentence]
    span = sentence.span_of(phrase.first, phrase.last)
    text = sentence.text[span.start - sentence.start : span.end - sentence.start]
    return Mention(index, phrase.sentence, phrase.head, span.start, span.end, text, phrase.kind, entity)


def _titled(title: str) -> tuple[str, ...]:
    """Known full names in the title as it spells them, the longest at each word."""
    words = [match.group() for match in WORD.finditer(title)]
    found: list[str] = []
    for i in range(len(words)):
        for n in range(LONGEST_TITLE_NAME, 1, -1):
            name = POSSESSIVE.sub("", " ".join(words[i : i + n]))
            if fold(name) in gazetteer().entries and gazetteer().entries[fold(name)][0] == "name":
                found.append(name)
                break
    return tuple(dict.fromkeys(found))
