"""Exports: the record in the formats that people already read, one file a format."""
