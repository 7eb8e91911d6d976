"""Exports: a record in the formats that users already read. One module a format."""

from tellings.exports.registry import FORMATS, export

__all__ = ["FORMATS", "export"]
