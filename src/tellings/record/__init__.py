"""Record: the tables, kept in SQLite or in Parquet."""
