"""What the characters of many texts are, counted for all texts at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

#: Kinds of characters; each has one.
OTHER, UPPER, LOWER, DIGIT, DENSE, BLANK, COMMA, STOP, CLOSE, COLON, BAR, QUOTE, COPYRIGHT, AT, UNSTOPPED = range(15)
KINDS = 16
#: Signs of one kind. QUOTE closes a sentence as CLOSE does and parts a trail of links as BAR does.
SIGNS = {
    COMMA: ",，、،၊፣",
    STOP: ".!?。！？؟।॥۔။።។｡．།։",
    CLOSE: '…"”’」）',
    COLON: ":：",
    BAR: "|›",
    QUOTE: "»",
    COPYRIGHT: "©",
    AT: "@",
    BLANK: " ",
}
#: Scripts written without blanks between words: kana, Chinese, Hangul; Tibetan, Burmese and Khmer; and Thai and Lao,
#: which have no sign for a sentence's end either.
DENSE_SCRIPTS = (
    *((0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xD7AF), (0xFF66, 0xFF9D)),
    *((0x0F00, 0x0FFF), (0x1000, 0x109F), (0x1780, 0x17FF)),
)
UNSTOPPED_SCRIPTS = ((0x0E00, 0x0EFF),)
LAST = 0xFFFF
#: Characters of a text that are counted, its last one among them: memory stays bounded.
MOST = 5000
FULL_STOP = ord("。")


@dataclass(frozen=True, slots=True)
class Characters:
    """Of each text: how many characters of each kind it has, the kinds of its first and last, and its sentence ends."""

    counts: Ints
    first: Ints
    last: Ints
    stops: Ints


@cache
def _kinds() -> NDArray[np.uint8]:
    """The kind of every character up to LAST, which stands for those beyond."""
    kinds = np.full(LAST + 1, OTHER, dtype=np.uint8)
    signs = list(map(chr, range(LAST)))
    for kind, test in ((UPPER, str.isupper), (LOWER, str.islower), (DIGIT, str.isdigit)):
        kinds[[place for place, sign in enumerate(signs) if test(sign)]] = kind
    for kind, scripts in ((DENSE, DENSE_SCRIPTS), (UNSTOPPED, UNSTOPPED_SCRIPTS)):
        for first, last in scripts:
            kinds[first : last + 1] = kind
    for kind, listed in SIGNS.items():
        kinds[list(map(ord, listed))] = kind
    return kinds


def characters(texts: Sequence[str]) -> Characters:
    """Count the characters of texts, none of them empty."""
    texts = [text if len(text) <= MOST else text[: MOST - 1] + text[-1] for text in texts]
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _kinds()[np.minimum(codes, LAST)]
    sizes = np.array(list(map(len, texts)))
    after = np.cumsum(sizes)
    text = np.repeat(np.arange(len(texts)), sizes)
    counts = np.bincount(text * KINDS + kinds, minlength=len(texts) * KINDS).reshape(-1, KINDS)
    stopped = np.append((kinds[:-1] == STOP) & (kinds[1:] == BLANK), False) | (codes == FULL_STOP)
    stops = np.bincount(text[stopped], minlength=len(texts))
    return Characters(counts, kinds[after - sizes], kinds[after - 1], stops)
