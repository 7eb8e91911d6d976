"""Where an act is said to have happened: the place that its own sentence gives."""

from __future__ import annotations

from collections.abc import Sequence

from tellings.events.acts.clauses import clause_verb
from tellings.events.acts.lexicon import kinds
from tellings.events.acts.matching import Match
from tellings.events.circumstances.finding import FAR, NEAR, coming, distance, gap
from tellings.events.status.chain import Told
from tellings.model.places import Place
from tellings.model.text import Sentence, Token
from tellings.places.extent import is_country
from tellings.text.tree import children, top
from tellings.times.words import words

PLACED = frozenset(
    {"in", "at", "to", "near", "outside", "into", "off", "around", "across", "over", "through", "inside"}
)
PLACED |= {"within", "along", "throughout", "above", "below", "beside", "behind", "opposite"}
#: Nouns that a place's name follows with "of" ("the port of Callao").
SITES = frozenset(
    {"port", "city", "town", "village", "capital", "region", "province", "district", "island", "peninsula", "outskirt",
     "outskirts", "suburb", "coast", "shore", "street", "square", "centre", "center", "north", "south", "east", "west",
     "edge", "airport", "gate", "airspace", "water"}
)  # fmt: skip
#: Verbs whose object is where it happens.
VISITED = frozenset({"visit", "tour", "leave", "reach", "enter"})
#: Verbs whose subject, where it is a town, is where it happens ("Cairo hosted talks").
HOSTED = frozenset({"host"})
#: What is done to things and people where they are: a town that it is done to is its place.
ON_THINGS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
#: Modes of leaving, after which "from" names the place.
LEFT = frozenset({("SANCTION", "expel"), ("RETREAT", "withdraw"), ("COERCE", "deport")})
MATERIAL = frozenset({2, 4})
#: Acts of speech: what their object's place is says nothing of theirs.
STATEMENTS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
#: Modes of speech that are an office's work, done where it sits ("prosecutors in Tarvo opened an inquiry").
BY_OFFICE = frozenset({"investigate"})
#: What is done by voice where all who do it are; what one side says alone may name places that it is not in.
SPOKEN_TOGETHER = frozenset({"CONSULT", "SUPPORT", "AGREE"})
#: What ends an act's own words.
ENDS = frozenset({",", ";", ":", "(", "–", "—"})
#: Steps that "and sent her home to Lima" lies farther than any place of the act's own.
AFTERWARDS = 20
#: Steps of a list, an apposition or an owner that are followed to the phrase they stand in.
LIST = 40


def where(sentence: Sentence, match: Match, told: Told, places: Sequence[Place]) -> int | None:
    """The place that the act's own words give: "in Lima", "a visit to Oslo"."""
    outer = _where_of(sentence, told, places)
    if outer is not None:
        return outer
    here = [(p, _dangling(sentence, p) or top(sentence, p.span)) for p in places if p.sentence == sentence.index]
    scored = [
        (_reached(sentence, match, told, token), gap(sentence, match, p.start), p.index)
        for p, token in here
        if _placed(sentence, told, p, token)
        and (_announced(match, told) or not coming(told, match, sentence, token))
        and not _of_another(sentence, match, told, token)
    ]
    far = FAR if kinds()[match.act.type, ""].quad in MATERIAL or told.type in SPOKEN_TOGETHER else NEAR
    near = [s for s in scored if s[0] < far]
    if near:
        return _within(min(near)[2], [p for p, _ in here if p.index in {s[2] for s in near}])
    return _right_after(sentence, match, told, [p for p, token in here if _placed(sentence, told, p, token)])


def _announced(match: Match, told: Told) -> bool:
    """Whether forces are said to be sent: where they will stand is the place of the threat."""
    return told.type == "THREATEN" and match.act.type == "MOBILIZE"


def _within(index: int, near: Sequence[Place]) -> int:
    """The town or site that the act's words give within the country that is nearest ("at the Tarna base in Peru")."""
    best = next(p for p in near if p.index == index)
    inside = [p for p in near if is_country(best) and p.country == best.country and not is_country(p)]
    return inside[0].index if inside else index


def _dangling(sentence: Sentence, place: Place) -> Token | None:
    """The preposition before a place that the parse takes for part of the name after it ("In Kabul President ...")."""
    first = next(t.i for t in sentence.tokens if sentence.start + t.start >= place.start)
    opens = sentence.tokens[first - 1] if first else None
    if opens is None or opens.dep != "prep" or opens.lemma.lower() not in {"in", "at"}:
        return None
    return None if any(children(sentence, opens.i, "pobj")) else opens


def _right_after(sentence: Sentence, match: Match, told: Told, placed: Sequence[Place]) -> int | None:
    """ "Signed a deal with the six in Geneva": a town after "in", with no verb or comma before it."""
    if told.type in STATEMENTS:
        return None
    act = sentence.tokens[match.token]
    for place in placed:
        between = [t for t in sentence.tokens[act.i + 1 :] if sentence.start + t.start < place.start]
        plain = bool(between) and between[-1].lemma.lower() == "in"
        if plain and not any(t.text in ENDS or t.pos in {"VERB", "AUX"} for t in between):
            return place.index
    return None


def _reached(sentence: Sentence, match: Match, told: Told, token: Token) -> int:
    """Steps from an act to a place, through "Meeting in Lima, they ..." and "freed her and sent her home in Lima"."""
    steps = distance(sentence, match, told, token.i)
    if steps < FAR:
        return steps
    while token.dep not in {"advcl", "conj"} and token.head != token.i:
        token = sentence.tokens[token.head]
    if token.dep == "conj" and any(t.tag == "PRP" for t in children(sentence, token.i, "dobj")):
        return distance(sentence, match, told, token.head) + AFTERWARDS
    opening = token.dep == "advcl" and token.i == 0 and token.tag in {"VBG", "VBN"}
    return distance(sentence, match, told, token.head) + 1 if opening else FAR


def _where_of(sentence: Sentence, told: Told, places: Sequence[Place]) -> int | None:
    """ "The summit in Tarna, where he met her", "Tarna, which he visited": the place right before the clause."""
    verb = clause_verb(sentence, told.path[-1])
    if verb is None or verb.dep != "relcl":
        return None
    where_ = [t for t in children(sentence, verb.i, "advmod") if t.lemma.lower() == "where"]
    which = [t for t in children(sentence, verb.i, "dobj") if t.tag == "WDT"]
    if which and (verb.lemma.lower() in VISITED or told.type in ON_THINGS):
        return _antecedent(sentence, sentence.tokens[verb.head], places)
    end = sentence.start + where_[0].start if where_ else -1
    before = [p for p in places if p.sentence == sentence.index and p.end <= end]
    return before[-1].index if before else None


def _antecedent(sentence: Sentence, head: Token, places: Sequence[Place]) -> int | None:
    """The town that a relative clause is about: itself, or by what explains its name ("Shusha, the town that")."""
    heads = {head.i, head.head} if head.dep == "appos" else {head.i}
    about = (p for p in places if p.sentence == sentence.index and top(sentence, p.span).i in heads)
    return next((p.index for p in about), None)


def _placed(sentence: Sentence, told: Told, place: Place, token: Token) -> bool:
    """Whether a place's name stands where an act's place is told."""
    token = _phrase(sentence, token)
    above = sentence.tokens[token.head]
    if token.dep == "prep":
        return True
    if token.dep == "pobj":
        return _after(sentence, told, place, above)
    if token.dep in {"compound", "nmod"}:
        return above.pos == "NOUN"
    if token.dep == "nsubj":
        return above.lemma.lower() in HOSTED
    if token.dep == "dobj":
        return above.lemma.lower() in VISITED or told.type in ON_THINGS
    return token.dep == "nsubjpass" and told.type in ON_THINGS


def _after(sentence: Sentence, told: Told, place: Place, preposition: Token) -> bool:
    word, holder = preposition.lemma.lower(), sentence.tokens[preposition.head]
    if word == "of":
        return holder.lemma.lower() in SITES or told.type in ON_THINGS
    if word == "on":
        return told.type in ON_THINGS
    if word == "from":
        return (told.type, told.mode) in LEFT
    return word in PLACED and not (word == "near" and place.country is None)


def _phrase(sentence: Sentence, token: Token) -> Token:
    """The head of the phrase that a name stands in as one of a list, an apposition or an owner."""
    for _ in range(LIST):
        if token.dep not in {"conj", "appos", "poss"} or token.head == token.i:
            break
        token = sentence.tokens[token.head]
    return token


def _of_another(sentence: Sentence, match: Match, told: Told, token: Token) -> bool:
    """Whether a place says where someone is who speaks, or is spoken of, not where it was said or done.

    "Accused people in Tarna", "the staff in Oskel announced a drill".
    """
    token = _phrase(sentence, token)
    if token.dep != "pobj":
        return False
    holder = _held(sentence, sentence.tokens[sentence.tokens[token.head].head])
    own = {*match.words, *told.path}
    if told.type in STATEMENTS and told.mode not in BY_OFFICE and not _announced(match, told):
        verb = clause_verb(sentence, told.path[-1])
        return holder.i not in own and (verb is None or holder.i != verb.i)
    above = sentence.tokens[holder.head]
    return holder.i not in own and holder.dep == "nsubj" and above.lemma.lower() in words("report_word")


def _held(sentence: Sentence, holder: Token) -> Token:
    """What a place's phrase hangs from, past other phrases of place ("at the assembly in Lima")."""
    for _ in range(LIST):
        above = sentence.tokens[holder.head]
        if holder.dep != "pobj" or above.lemma.lower() not in PLACED:
            break
        holder = sentence.tokens[above.head]
    return holder
