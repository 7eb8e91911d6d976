"""WARC records made for tests."""

from __future__ import annotations


def record(
    url: str,
    body: bytes,
    kind: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    headers: str = "",
    named: str = "response",
    warc: str = "",
) -> bytes:
    """One WARC record with the HTTP response that it holds; `headers` and `warc` are more header lines."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {named}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-03-15T10:00:00Z\r\n{warc}"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"
