"""A story in a file: articles, what was read in them, and the events that come of it."""
