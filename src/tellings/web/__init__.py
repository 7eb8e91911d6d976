"""Web: the reading room in the browser."""
