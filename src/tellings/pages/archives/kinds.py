"""What a file is by its first bytes, told without the libraries that read it."""

from __future__ import annotations

ZIP, PDF, RTF = b"PK\x03\x04", b"%PDF", b"{\\rtf"
#: What Word and Excel wrote before 2007.
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
#: The largest document taken in, in bytes.
MAX_DOCUMENT = 50 << 20


def is_pdf(head: bytes) -> bool:
    """Whether a file is a PDF; some have a few bytes before its mark."""
    return PDF in head[:1024] and not head.lstrip().startswith(b"<")


def is_document(head: bytes) -> bool:
    """Whether a file's first bytes are those of a Word, RTF or PDF file, or of another archive."""
    return head.startswith((ZIP, RTF, OLD_OFFICE)) or is_pdf(head)
