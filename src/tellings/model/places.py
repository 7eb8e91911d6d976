"""Where: places that an article names."""

from __future__ import annotations

from dataclasses import dataclass

from tellings.model.spans import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in an article. `country` is ISO 3166 alpha-3; `listed` says whether a gazetteer holds it."""

    index: int
    sentence: int
    head: int
    start: int
    end: int
    text: str
    name: str
    country: str | None = None
    geonames_id: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    detail: str = ""
    listed: bool = True

    @property
    def span(self) -> Span:
        """The place's span in the article."""
        return Span(self.start, self.end)
