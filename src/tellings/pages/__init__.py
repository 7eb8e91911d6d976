"""Pages: bytes from files, WARC, JSON lines and feeds, read into pages."""
