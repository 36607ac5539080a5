"""Timelines as files, one format a file."""
