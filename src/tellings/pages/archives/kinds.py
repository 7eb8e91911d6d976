"""What a file is by its first bytes, told without the libraries that read it."""

from __future__ import annotations

ZIP, PDF, RTF = b"PK\x03\x04", b"%PDF", b"{\\rtf"
#: The largest document taken in, in bytes.
MAX_DOCUMENT = 50 << 20


def is_pdf(head: bytes) -> bool:
    """Whether a file is a PDF; some have a few bytes before its mark."""
    return PDF in head[:1024] and not head.lstrip().startswith(b"<")


def is_document(head: bytes) -> bool:
    """Whether a file's first bytes are those of a Word, RTF or PDF file, or of another ZIP archive."""
    return head.startswith((ZIP, RTF)) or is_pdf(head)
