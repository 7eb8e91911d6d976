"""Clean: the article out of a page, its metadata and the dates that it states."""
