"""The stages on Daft: on this machine's cores, or on a Ray cluster; the record comes as a folder of Parquet tables."""
