"""The example pages and their key agree: what the key says stands on the pages."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from tellings.vocab.tables import rows

EXAMPLES = Path(__file__).parents[1] / "examples"
KEY = json.loads((EXAMPLES / "answers.json").read_text("utf-8"))
PAGES = {path.name: path.read_text("utf-8") for path in sorted((EXAMPLES / "pages").iterdir())}
BY_NUMBER = {name[:3]: name for name in PAGES}
ARTICLES = {article["page"]: article for article in KEY["articles"]}

PLOVER = {(row["type"], row["mode"]) for row in rows("plover.tsv")}
PLOVER_TYPES = {kind for kind, _ in PLOVER}
STATUSES = {"happened", "planned", "hypothetical", "alleged", "denied", "negated"}
RELATIONS = {"copy", "excerpt", "rewritten", "translated", "independent"}
FEATURES = {
    *("flat text", "html", "navigation", "trending list", "agency credit", "verbatim copy", "rewrite"),
    *("translated-looking retelling", "false date", "office without a name", "pronoun speaker", "negated act"),
    *("planned event", "undated page", "independent report", "excerpt", "nested quote", "relayed quote", "denial"),
    *("hypothetical", "unnamed official", "two people of one surname", "furniture in another language"),
    *("passive acts", "double surnames", "single names", "title before and after the name", "hard-wrapped lines"),
}


def flat(text: str) -> str:
    """The words a reader sees: no tags, straight quotation marks, single blanks."""
    seen = html.unescape(re.sub(r"<(script|style)\b.*?</\1>|<[a-zA-Z/!][^>]*>", " ", text, flags=re.DOTALL))
    straight = seen.translate(str.maketrans("‘’“”–—", "''\"\"--"))
    return re.sub(r"\s+", " ", straight).strip()


def key_rows() -> list[dict[str, object]]:
    return [*KEY["quotes"], *KEY["events"]]


def test_there_are_enough_pages_and_stories() -> None:
    assert len(PAGES) >= 64
    assert len(KEY["stories"]) >= 27


def test_the_key_has_quotes_with_speakers_on_enough_pages() -> None:
    assert len({quote["page"] for quote in KEY["quotes"]}) >= 60


def test_every_page_has_a_number_of_its_own_and_an_article_in_the_key() -> None:
    assert len(BY_NUMBER) == len(PAGES)
    assert set(ARTICLES) == set(PAGES)


def test_every_page_is_in_exactly_one_story() -> None:
    told = [number for story in KEY["stories"] for number in story]
    assert sorted(told) == sorted(BY_NUMBER)


@pytest.mark.parametrize("name", PAGES)
def test_the_article_of_the_key_stands_on_its_page(name: str) -> None:
    page, article = flat(PAGES[name]), ARTICLES[name]
    missing = [p for p in article["gold_text"].split("\n\n") if flat(html.escape(p)) not in page]
    assert not missing


@pytest.mark.parametrize("name", PAGES)
def test_what_the_article_lacks_stands_on_its_page_and_not_in_its_text(name: str) -> None:
    article = ARTICLES[name]
    assert article["body_lacks"]
    for furniture in article["body_lacks"]:
        assert furniture in html.unescape(PAGES[name])
        assert furniture not in article["gold_text"]


@pytest.mark.parametrize("name", PAGES)
def test_title_outlet_byline_and_captions_stand_on_the_page(name: str) -> None:
    article, page = ARTICLES[name], flat(PAGES[name]).casefold()
    named = [article.get(field) for field in ("title", "byline", "outlet", "agency", "dateline_place")]
    assert [value for value in named if value and flat(value).casefold() not in page] == []
    assert [caption for caption in article.get("caption_contains", ()) if caption not in flat(PAGES[name])] == []


def test_quoted_words_stand_in_the_article_of_their_page() -> None:
    for quote in KEY["quotes"]:
        text = flat(html.escape(ARTICLES[BY_NUMBER[quote["page"]]]["gold_text"]))
        if quote["kind"] in ("direct", "mixed"):
            assert flat(html.escape(quote["text"])) in text, quote


def test_optional_quotes_and_absent_events_name_words_of_their_page() -> None:
    for row in [*KEY["quotes_optional"], *KEY["not_events"]]:
        assert flat(html.escape(row["contains"])) in flat(PAGES[BY_NUMBER[row["page"]]]), row


def test_utterances_name_words_that_the_key_quotes() -> None:
    quoted = {quote["text"] for quote in KEY["quotes"]}
    optional = [row["contains"] for row in KEY["quotes_optional"]]
    for row in [*KEY["same_words"], *KEY["different_words"]]:
        assert [t for t in row["texts"] if t not in quoted and not any(c in t for c in optional)] == []


def test_every_row_names_pages_that_exist() -> None:
    rows = [*KEY["events"], *KEY["events_optional"], *KEY["lineage"], *KEY["disagreements"], *KEY["same_words"]]
    assert {number for row in rows for number in row["pages"]} <= set(BY_NUMBER)


def test_events_of_several_pages_lie_within_one_story() -> None:
    stories = [set(story) for story in KEY["stories"]]
    for row in [*KEY["events"], *KEY["lineage"]]:
        assert any(set(row["pages"]) <= story for story in stories), row


def test_types_modes_statuses_and_relations_are_known() -> None:
    for event in KEY["events"]:
        types = {event["type"], *event.get("type_or", ())}
        assert types <= PLOVER_TYPES
        assert "mode" not in event or any((kind, event["mode"]) in PLOVER for kind in types), event
        assert event.get("status") is None or event["status"] in STATUSES
    assert {event["type"] for event in KEY["events_optional"]} <= PLOVER_TYPES
    assert {row["relation"] for row in KEY["lineage"]} <= RELATIONS


def test_days_are_valid_and_intervals_run_forward() -> None:
    for article in KEY["articles"]:
        assert article["published"] or article["published_between"]
        assert not article["published"] or datetime.fromisoformat(article["published"])
    for row in [*key_rows(), *KEY["articles"]]:
        for field in ("date", "said_on"):
            assert field not in row or datetime.fromisoformat(str(row[field]))
        for field in ("date_between", "said_between", "published_between"):
            first, last = row.get(field) or ("2000-01-01", "2000-01-01")
            assert datetime.fromisoformat(first) <= datetime.fromisoformat(last)


def test_the_pages_show_every_feature_that_the_corpus_is_for() -> None:
    shown = {feature for article in KEY["articles"] for feature in article["features"]}
    assert FEATURES - shown == set()


def test_the_corpus_has_many_types_of_event_and_some_that_did_not_happen() -> None:
    times = Counter(event["type"] for event in KEY["events"])
    assert {kind for kind in PLOVER_TYPES if times[kind] < 3} == set()
    assert {event["status"] for event in KEY["events"] if "status" in event} == STATUSES
