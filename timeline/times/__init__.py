"""What a time phrase means, before it has a date."""
