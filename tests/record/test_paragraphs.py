"""What sites repeat, kept up to date page by page, is what going through all articles finds."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from records import page, reading

from tellings.model.article import Trace
from tellings.model.reading import Reading
from tellings.record import open_store
from tellings.record.paragraphs import repeated_by_site
from tellings.record.ready import ready_page
from tellings.record.store import Store

KEYS = "abcdefgh"


def of_site(number: int, dice: random.Random) -> Reading:
    """A page's reading with paragraphs of which other pages of its site hold some."""
    found = reading(page(number))
    site = dice.choice(("one.example", "two.example", None))
    own = ((f"own {number}", dice.randint(5, 90)),)
    shared = tuple((key, 10 * place + 5) for place, key in enumerate(KEYS) if dice.random() < 0.3)
    return replace(found, trace=Trace(found.article.page_id, site, (*shared, *own)) if site else None)


def holders(store: Store) -> dict[tuple[str, str], set[str]]:
    """By site and key, the pages that hold it."""
    found: dict[tuple[str, str], set[str]] = {}
    for site, key, page_id in store.rows('SELECT site, "key", page_id FROM paragraphs'):
        found.setdefault((str(site), str(key)), set()).add(str(page_id))
    return found


def test_pages_that_come_go_and_change_leave_what_all_articles_show(tmp_path: Path) -> None:
    dice = random.Random(3)
    with open_store(tmp_path / "record.sqlite", create=True) as store:
        inside = dict[int, Reading]()
        for turn in range(60):
            number = dice.randrange(25)
            if number not in inside:
                inside[number] = of_site(number, dice)
                store.add(page(number), inside[number])
                store.commit()
            elif dice.random() < 0.4:
                store.remove(page(number).page_id)
                del inside[number]
            else:
                inside[number] = of_site(number, dice)
                again = inside[number]
                store.replace([ready_page(store.form, again.cleaned, again)])
            if turn % 3:
                continue
            before, now = store_repeats(store), repeated_by_site(store)
            assert store.repeats() == now
            left = {trace.page_id for _, trace in store.unsettled()}
            changed = {
                (site, key)
                for site in before.keys() | now.keys()
                for key in before.get(site, {}).keys() | now.get(site, {}).keys()
                if before.get(site, {}).get(key) != now.get(site, {}).get(key)
            }
            stand = holders(store)
            assert left >= set().union(*(stand.get(key, set()) for key in changed))
            store.settled(())
            assert not list(store.unsettled())


def store_repeats(store: Store) -> dict[str, dict[str, bool]]:
    """What the tables say before they are brought up to date."""
    found: dict[str, dict[str, bool]] = {}
    for site, key, often in store.rows('SELECT site, "key", often FROM repeats'):
        found.setdefault(str(site), {})[str(key)] = bool(often)
    return found


def test_a_page_that_stays_unsettled_is_asked_for_again(tmp_path: Path) -> None:
    dice = random.Random(1)
    with open_store(tmp_path / "record.sqlite", create=True) as store:
        for number in range(8):
            store.add(page(number), of_site(number, dice))
        store.repeats()
        ids = sorted(trace.page_id for _, trace in store.unsettled())
        store.settled(ids[:1])
        store.repeats()
        assert [trace.page_id for _, trace in store.unsettled()] == ids[:1]
        store.remove(ids[1])  # between the two calls: it is not forgotten
        store.settled(())
        store.repeats()
        assert store.repeats() == repeated_by_site(store)
