"""Downloads from news databases (Nexis, Factiva, ProQuest): many articles in one file, each with its own header."""

from tellings.pages.archives.articles import split_download

__all__ = ["split_download"]
