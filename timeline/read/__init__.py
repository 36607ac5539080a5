"""Texts, files and streams to articles, and where the publication date of each comes from."""

from timeline.read.articles import distinct, read, read_inputs

__all__ = ["distinct", "read", "read_inputs"]
