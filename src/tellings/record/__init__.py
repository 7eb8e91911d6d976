"""Record: the schema, its two stores, judgements, and the questions a record answers."""

from tellings.record.store import Store, open_store

__all__ = ["Store", "open_store"]
