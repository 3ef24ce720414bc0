"""Readers: a path or bytes in, a Document out. The format is told by content as well as by name."""

from scr_lint.readers.dispatch import SUFFIXES, content_of, read, read_bytes

__all__ = ["SUFFIXES", "content_of", "read", "read_bytes"]
