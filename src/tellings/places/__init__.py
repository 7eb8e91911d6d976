"""Places: where, from a gazetteer."""
