"""Sentences of `ngec_synthetic` with probabilities of types: what an earlier network, the rules and the maker say.

python -m recipes.types.silver ngec_synthetic.jsonl --to silver.json

The stories were written by GPT-2 from a headline of one type (ahalterman, NGEC-2025, MIT), so a sentence need not
tell what its story is labelled with; the label and the rules only shift what the shipped network says, and what
stays in doubt is left out.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from evals.data import read_rows
from numpy.typing import NDArray

from tellings import actors
from tellings.events.coder import candidates
from tellings.events.sides.parties import Named
from tellings.events.typing import TYPES, Marked, typed_all
from tellings.model.actors import Cast, Mention
from tellings.model.article import Article
from tellings.model.text import Sentence
from tellings.text.parser import Parser

#: So many letters of a story are read, and sentences of so many tokens.
READ, SHORTEST, LONGEST = 700, 6, 55
#: What the rules' type and the maker's label add to the logarithm of a probability; how sure a sentence must be.
BY_RULE, BY_LABEL, SURE = 1.8, 1.3, 0.75
LEAST, MOST_OF_A_TYPE = 1e-3, 420


@dataclass(frozen=True, slots=True)
class Found:
    """A marked sentence of a story, the rules' type of it and the story's label."""

    marked: Marked
    rule: str | None
    label: str


def found(story: str, label: str, parser: Parser) -> Iterator[Found]:
    """Acts with two named sides; in a sentence without any, its first two names."""
    cut = story.strip()[:READ]
    article = Article("story", "story", "story", cut[: cut.rfind(".") + 1] or cut)
    parsed = parser.parse(article)
    cast = actors.find(article, parsed)
    for sentence in parsed.sentences:
        if SHORTEST <= len(sentence.tokens) <= LONGEST:
            for actor, recipient, rule in _pairs(sentence, cast):
                yield Found(_marked(sentence, actor, recipient), rule, label)


def _pairs(sentence: Sentence, cast: Cast) -> list[tuple[Mention, Mention, str | None]]:
    pairs: list[tuple[Mention, Mention, str | None]] = []
    for candidate in candidates(Named(sentence, cast)):
        sides = (cast.mentions[m] for m in (*candidate.sides.actors[:1], *candidate.sides.recipients[:1]))
        here = [m for m in sides if m.sentence == sentence.index]
        if candidate.sides.actors and len(here) > 1 and here[0].entity != here[1].entity:
            pairs.append((here[0], here[1], candidate.told.type))
    named = [m for m in cast.mentions if m.sentence == sentence.index and m.kind != "pronoun"]
    if not pairs and len(named) > 1 and named[0].entity != named[1].entity:
        pairs.append((named[0], named[1], None))
    return pairs


def _marked(sentence: Sentence, actor: Mention, recipient: Mention) -> Marked:
    spans = [((m.start - sentence.start, m.end - sentence.start),) for m in (actor, recipient)]
    return Marked(sentence.text.replace("\n", " "), spans[0], spans[1])


def weighed(several: list[Found]) -> NDArray[np.float64]:
    """Probabilities of the types, a row a sentence."""
    scores = np.log(np.array([one.of_types for one in typed_all(f.marked for f in several)]) + LEAST)
    for row, one in zip(scores, several, strict=True):
        row += [BY_RULE * (kind == one.rule) + BY_LABEL * (kind == one.label) for kind in TYPES]
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def kept(several: list[Found], probabilities: NDArray[np.float64]) -> Iterator[dict[str, object]]:
    """Sure rows in any order, no more of a type than `MOST_OF_A_TYPE`."""
    count: Counter[str] = Counter()
    for i in random.Random(0).sample(range(len(several)), len(several)):
        kind = TYPES[int(probabilities[i].argmax())]
        if probabilities[i].max() >= SURE and count[kind] < MOST_OF_A_TYPE:
            count[kind] += 1
            yield {"text": _text(several[i].marked), "label": kind, "soft": probabilities[i].round(4).tolist()}


def _text(marked: Marked) -> str:
    text = marked.text
    for (start, end), mark in sorted([(marked.actors[0], "a"), (marked.recipients[0], "r")], reverse=True):
        text = f"{text[:start]}<{mark}>{text[start:end]}</{mark}>{text[end:]}"
    return text


def main() -> None:
    """Read the stories and write the sentences."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--to", type=Path, required=True)
    args = arguments.parse_args()
    parser = Parser()
    several = [one for row in read_rows(args.data) for one in found(row["text"], row["label"], parser)]
    args.to.write_text(json.dumps(list(kept(several, weighed(several)))), "utf-8")


if __name__ == "__main__":
    main()
