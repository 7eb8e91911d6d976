"""What the processes beside the driver do with a page: read it, and make it ready for the record."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

import tellings.relate as relate
from tellings.clean.refusals import or_reject
from tellings.clean.repeats import without
from tellings.engine.article import Dated, Reader
from tellings.model.article import Cleaned
from tellings.model.page import Page, Reject
from tellings.record.ready import Form, ReadyPage, ready_page


def read(form: Form, reader: Reader, page: Page) -> ReadyPage | Reject:
    """Read a page, and make it ready for a store of this form."""
    return _ready(form, page, reader.dated(page))


def read_again(form: Form, held: Mapping[str, str], reader: Reader, cleaned: Cleaned) -> ReadyPage | Reject | None:
    """Read an article again, and make it ready to be put in its own place.

    Nothing where the article that is `held` of its page, by its id, is what its site leaves of it.
    """
    left = without(cleaned, reader.repeats)
    if left.article.article_id == held[cleaned.article.page_id]:
        return None
    return _ready(form, cleaned, reader.dated_again(cleaned))


def _ready(form: Form, of: Page | Cleaned, found: Dated | Reject) -> ReadyPage | Reject:
    if isinstance(found, Reject):
        return found
    reading, dating = found

    def made() -> ReadyPage:
        sketch = msgspec.msgpack.encode(relate.sketch(reading, dating)) if form.sketched else None
        return ready_page(form, of, reading, sketch)

    return or_reject(reading.article.page, made)
