"""Triggers to mentions: what happened, who, where and whether."""
