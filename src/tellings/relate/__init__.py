"""Relate: families of one text, stories of one occurrence, and how two tellings hang together."""
