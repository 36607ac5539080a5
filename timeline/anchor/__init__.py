"""Phrases and mentions to constraints."""
