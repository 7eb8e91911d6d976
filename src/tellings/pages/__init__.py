"""Pages: bytes from files, WARC records, JSON lines and feeds, read into decoded pages."""

from tellings.pages.read import read

__all__ = ["read"]
