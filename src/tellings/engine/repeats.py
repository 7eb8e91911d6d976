"""What pages of one site show of each other: articles of the record without the paragraphs that their site repeats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from tellings.clean.repeats import Repeated
from tellings.engine import ready
from tellings.engine.article import Reader
from tellings.engine.local import Engine
from tellings.model.ids import stable_id
from tellings.model.page import Reject
from tellings.record.load import batched
from tellings.record.ready import ReadyPage
from tellings.record.store import Store

#: Articles looked at before those that changed are replaced, in one commit: in a Parquet folder it writes tables anew.
BATCH = 500


def replace_repeating(store: Store, engine: Engine, done: Callable[[int], None]) -> list[Reject]:
    """Read anew the articles whose site, by all pages of the record, repeats other paragraphs than they have lost.

    What comes out is a function of the set of pages. An article that cannot be read anew stays as it is, with the
    reason given.
    """
    by_site, failed, count = store.repeats(), dict[str, Reject](), 0
    for some in batched(list(_touched(store, by_site)), BATCH):
        read_again = partial(ready.read_again, store.form, dict(some))
        # looked at while others of them are read, and put in place when all are: what is looked at must not change
        articles = (reading.cleaned for reading in store.readings(article_id for _, article_id in some))
        again = list(engine.each(articles, read_again, partial(Reader, None, by_site)))
        if read := [found for _, found in again if isinstance(found, ReadyPage)]:
            store.replace(read)
        failed |= {one.article.page_id: found for one, found in again if isinstance(found, Reject)}
        done(count := count + len(again))
    store.settled(failed.keys())
    return list(failed.values())


def _touched(store: Store, by_site: Repeated) -> Iterator[tuple[str, str]]:
    """Pages and articles that hold a repeated paragraph, or have lost one: then the id is not the page's own."""
    for article_id, trace in store.unsettled():
        keys = by_site.get(trace.site, {})
        if article_id != stable_id("a", trace.page_id) or any(key in keys for key, _ in trace.paragraphs):
            yield trace.page_id, article_id
