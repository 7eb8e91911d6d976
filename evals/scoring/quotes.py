"""Quotes: found, by whom, to whom, when; and which of them render one utterance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evals.scoring.words import Check, Row, has, in_time, on_any, on_page, overlap, pair_off, same_name, words

#: Below this likeness of words a quote is another one.
SAME_QUOTE = 0.7
SAME_WORDS = 0.8


def check_quotes(key: Row, quotes: Sequence[Row]) -> Iterator[Check]:
    """Ask every quote of the key; where the key is complete, ask every quote found."""
    asked: Sequence[Row] = key.get("quotes", [])
    likely = [
        (_likeness(got, want), i, j)
        for i, want in enumerate(asked)
        for j, got in enumerate(quotes)
        if on_page(got["page"], want["page"])
    ]
    likely = [pair for pair in likely if pair[0] >= SAME_QUOTE]
    taken = pair_off(likely)
    joined = {i: j for _, i, j in sorted(likely) if asked[i].get("may_join")}
    for i, want in enumerate(asked):
        record = taken.get(i, joined.get(i))
        yield from _fields(want, quotes[record] if record is not None else None)
    if key.get("quotes_complete"):
        yield from _precision(key, quotes, {*taken.values(), *joined.values()})


def _likeness(got: Row, want: Row) -> float:
    """1 for the same words; a key that gives a part only asks for it inside a quote of like length."""
    if "text" in want:
        inside = want.get("may_join") and has(got["text"], want["text"].rstrip(",."))
        return max(overlap(got["text"], want["text"]), 0.75 if inside else 0.0)
    short = len(words(got["text"])) <= 4 * len(words(want["contains"])) + 30
    return 0.9 if short and has(got["text"], want["contains"]) else 0.0


def _fields(want: Row, found: Row | None) -> Iterator[Check]:
    name = f"{want['page'][:3]}: {(want.get('text') or want['contains'])[:50]!r}"
    yield Check("quotes found", found is not None, name)
    got = found or {}
    speakers = [want[field] for field in ("speaker", "speaker_or") if field in want]
    named = any(same_name(got.get(field), s) for s in speakers for field in ("speaker_name", "speaker_text"))
    yield Check("quote speaker", named, f"{name}: {got.get('speaker_name')}")
    yield Check("quote kind", got.get("kind") in {want["kind"], want.get("kind_or")}, f"{name}: {got.get('kind')}")
    for field in ("addressee", "relayed_by"):
        if field in want:
            value = got.get(f"{field}_name") or got.get(field)
            yield Check(f"quote {field}", same_name(value, want[field]), f"{name}: {value}")
    if {"said_on", "said_between"} & want.keys():
        ok = in_time(got.get("said_on"), want, "said_on", "said_between")
        yield Check("quote date", ok, f"{name}: {got.get('said_on')}")


def _precision(key: Row, quotes: Sequence[Row], known: set[int]) -> Iterator[Check]:
    """Quoted words that the key neither asks for nor leaves free are false; indirect ones are not counted."""
    pages = {want["page"] for want in key.get("quotes", [])}
    for j, got in enumerate(quotes):
        if got.get("kind") not in {"direct", "mixed"} or not on_any(got["page"], pages):
            continue
        if j in known or not _is_free(key, got):
            yield Check("quotes precision", j in known, f"{got['page'][:3]}: {got['text'][:60]!r}")


def _is_free(key: Row, got: Row) -> bool:
    free = key.get("quotes_optional", [])
    return any(on_page(got["page"], o["page"]) and has(got["text"], o["contains"]) for o in free)


def check_utterances(key: Row, quotes: Sequence[Row]) -> Iterator[Check]:
    """Ask which renderings of one utterance were joined, and which utterances were kept apart."""
    for want in key.get("same_words", []):
        groups = [_utterances(quotes, text) for text in want["texts"]]
        yield Check("utterances joined", all(groups) and bool(set.intersection(*groups)), want["texts"][0][:60])
    for want in key.get("different_words", []):
        groups = [_utterances(quotes, text) for text in want["texts"]]
        yield Check("words kept apart", not set.intersection(*groups), want["texts"][0][:60])


def _utterances(quotes: Sequence[Row], text: str) -> set[str]:
    named = (q for q in quotes if q.get("utterance_id") is not None)
    return {q["utterance_id"] for q in named if overlap(q["text"], text) >= SAME_WORDS}
