"""The rules, one family of phrases a file."""
