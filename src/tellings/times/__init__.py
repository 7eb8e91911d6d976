"""Times: expressions to days, and the day of an article that does not say it."""
