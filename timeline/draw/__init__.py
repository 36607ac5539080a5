"""Events as a matplotlib picture: `draw` them on axes, `save` those to a file."""

from timeline.draw.picture import draw
from timeline.draw.save import save

__all__ = ["draw", "save"]
