"""What all tests share."""

from __future__ import annotations

from hypothesis import settings

# The same examples on every run and no deadline: a slow machine is no fault of the code.
settings.register_profile("timeline", derandomize=True, deadline=None)
settings.load_profile("timeline")
