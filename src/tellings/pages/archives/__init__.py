"""Downloads from news databases (Nexis, Factiva, ProQuest): many articles in one file, each with its own header."""

from tellings.pages.archives.articles import split_download
from tellings.pages.archives.documents import is_document, read_document

__all__ = ["is_document", "read_document", "split_download"]
