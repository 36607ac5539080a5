"""What one article gives, as a story keeps it, and back."""

from __future__ import annotations

from timeline.pipeline import Extract
from timeline.store.database import Reading


def reading_of(extract: Extract) -> Reading:
    """An extract as it is kept."""
    return extract.article, extract.happenings, tuple(extract.phrases.items()), extract.constraints


def extract_of(reading: Reading) -> Extract:
    """The extract that is kept so."""
    article, happenings, phrases, constraints = reading
    return Extract(article, happenings, dict(phrases), constraints)
