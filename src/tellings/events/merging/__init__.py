"""Merging: the codings of all tellings of a story become its events, and where they differ is said."""
