"""Texts, files and streams to articles, and where the publication date of each comes from."""

from timeline.read.articles import distinct, given, read, read_inputs
from timeline.read.language import in_english

__all__ = ["distinct", "given", "in_english", "read", "read_inputs"]
