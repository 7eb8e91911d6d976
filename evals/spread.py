"""Make `vocab/word_spread.tsv`: in how many of 1,000 short texts a word stem stands.

Counts come from the pages' bodies given with `--data` (form of `data/body`; the shipped table was made from
`wcxb_dev_article`, CC BY 4.0, and `aeb_dev`, MIT), cut to pieces of 300 words, the length of an agency report.
Those are blogs and guides as much as news, so the words of reports about states get their share by hand below.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from evals.data import read_rows
from tellings.relate.words import WORD, fold, stem

PIECE = 300
SHORTEST = 150
FEWEST = 8
HEADER = (
    "# Stems and in how many of 1,000 texts of 300 words each stands (evals/spread.py).\n"
    "# source: counted in WCXB dev articles (CC BY 4.0) and article-extraction-benchmark (MIT);"
    " shares of 50 and more for reports about states are set by hand.\n"
    "stem\tper_thousand\n"
)
#: Words that most reports about states share, whatever happened: by hand, in 1,000 such reports.
BY_HAND = {
    400: "say president minister government country state foreign official told",
    200: "leader unite war military defense defence meet talk nation visit forces security support relation people",
    100: "china russia america american chinese russian beijing moscow washington ukraine israel iran europe european"
    " united union council parliament party political power economic trade agreement deal peace conflict attack"
    " cooperation bilateral ties partner partnership statement conference summit spokesman spokesperson ministry"
    " international global region regional monday tuesday wednesday thursday friday saturday sunday kremlin",
    50: "sanction weapon troop army border missile nuclear aid ambassador diplomat diplomatic embassy treaty"
    " ally western nato killed soldier police protest vote election law court"
    " india japan korea turkey germany france britain syria gaza poland egypt pakistan",
}


def counted(paths: list[str]) -> tuple[Counter[str], int]:
    """Count the texts that hold each stem, and the texts."""
    spread: Counter[str] = Counter()
    texts = 0
    for path in paths:
        for row in read_rows(path):
            words = (
                [stem(fold(match.group())) for match in WORD.finditer(row["gold_text"])] if row["lang"] == "en" else []
            )
            for start in range(0, len(words), PIECE):
                if len(words) - start >= SHORTEST:
                    spread.update(set(words[start : start + PIECE]))
                    texts += 1
    return spread, texts


def table(spread: Counter[str], texts: int) -> dict[str, int]:
    """Give shares per thousand, the larger of what was counted and what is set by hand."""
    shares = {word: round(1000 * n / texts) for word, n in spread.items() if n >= FEWEST}
    for share, words in BY_HAND.items():
        for word in {stem(word) for word in words.split()}:
            shares[word] = max(share, shares.get(word, 0))
    return shares


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", nargs="+", required=True)
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    shares = table(*counted(options.data))
    rows = "".join(f"{word}\t{share}\n" for word, share in sorted(shares.items()) if share >= 3)
    options.to.write_text(HEADER + rows, encoding="utf-8")
    print(f"{len(shares)} stems to {options.to}")


if __name__ == "__main__":
    main()
