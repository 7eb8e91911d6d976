"""Flat pages: lines, what each is, and which of them are the article."""
