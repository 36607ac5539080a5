"""Mentions of one happening brought together."""
