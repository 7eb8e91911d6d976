"""The dates that a page states, wherever it states them."""
