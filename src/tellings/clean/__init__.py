"""Clean: the article out of a page, its metadata and the dates that it states."""

from tellings.clean.cleaning import body_text, clean, find_body
from tellings.clean.errors import NoArticleError

__all__ = ["NoArticleError", "body_text", "clean", "find_body"]
