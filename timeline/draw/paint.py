"""A layout becomes artists. Every length is in points of the layout, times `scale` where matplotlib counts points itself."""

from __future__ import annotations

from timeline.draw.axis import GAP, Segment
from timeline.draw.brush import FAINT, GREY, INK, PAPER, RULE, Brush
from timeline.draw.fonts import width
from timeline.draw.labels import LEADING, Heading, Row
from timeline.draw.layout import AXIS_HEIGHT, MARGIN, NOTE_SIZE, TITLE_SIZE, Layout, span
from timeline.draw.legend import SIZE as KEY_SIZE
from timeline.draw.legend import Placed
from timeline.draw.marks import CROSSED_OUT, Span, draw_alternatives, draw_mark, reach
from timeline.draw.ticks import SIZE as TICK_SIZE
from timeline.draw.ticks import Ticks, ticks
from timeline.edtf import day
from timeline.model import Basis, Status

PANEL = "#F4F2EC"


def paint(brush: Brush, layout: Layout) -> None:
    """Draw the whole layout: head, axis, rows, key."""
    brush.ground(0, 0, layout.width, layout.height, PAPER, zorder=-1)
    _head(brush, layout)
    if layout.scale:
        for segment in layout.scale.segments:
            _panel(brush, layout, segment)
        _breaks(brush, layout, layout.scale.segments)
        _publication(brush, layout)
    if layout.undated_from is not None:
        brush.line([(layout.columns.dates, layout.undated_from), (layout.width - MARGIN, layout.undated_from)], RULE, 0.8)
    for heading in layout.headings:
        _heading(brush, layout, heading)
    for row in layout.rows:
        _row(brush, layout, row)
    for placed in layout.legend:
        _key(brush, placed)


def _head(brush: Brush, layout: Layout) -> None:
    y = MARGIN + TITLE_SIZE * LEADING / 2
    for line in layout.title:
        brush.text(MARGIN, y, line, TITLE_SIZE, "headline")
        y += TITLE_SIZE * LEADING
    brush.text(MARGIN, y - TITLE_SIZE * LEADING / 2 + NOTE_SIZE * LEADING / 2, layout.note, NOTE_SIZE, colour=GREY)


def _panel(brush: Brush, layout: Layout, segment: Segment) -> None:
    """The ground of one segment, with a white line where each of its days, months or years begins."""
    assert layout.scale is not None
    last = segment is layout.scale.segments[-1]
    right = layout.width - MARGIN if last else segment.right
    brush.ground(segment.left, layout.top, right, layout.bottom, PANEL, zorder=0)
    words = ticks(segment)
    lines = {tick.line for tick in words.fine if tick.line is not None}
    for x in sorted(x for x in lines if x > segment.left + 1):
        brush.line([(x, layout.top), (x, layout.bottom)], "white", 1.0, zorder=1)
    _words(brush, words, layout.top - 9, layout.top - 21)
    brush.line([(segment.left, layout.top), (right, layout.top)], INK, 1.1)
    if layout.foot:
        _words(brush, words, layout.bottom + 9, layout.bottom + 21)
        brush.line([(segment.left, layout.bottom), (right, layout.bottom)], INK, 1.1)


def _words(brush: Brush, words: Ticks, fine_y: float, context_y: float) -> None:
    for tick in words.fine:
        brush.interrupt(brush.text(tick.x, fine_y, tick.text, TICK_SIZE, colour=GREY, ha="center"))
    for tick in words.context:
        brush.interrupt(brush.text(tick.x, context_y, tick.text, TICK_SIZE, "bold"))


def _breaks(brush: Brush, layout: Layout, segments: tuple[Segment, ...]) -> None:
    """Two strokes across the axis wherever it leaves time out."""
    edges = [layout.top, layout.bottom] if layout.foot else [layout.top]
    for segment in segments[:-1]:
        middle = segment.right + GAP / 2
        for y in edges:
            for x in (middle - 2.4, middle + 2.4):
                brush.line([(x - 2, y + 4), (x + 2, y - 4)], INK, 1.1)


def _publication(brush: Brush, layout: Layout) -> None:
    """A dashed line down the picture on the day of publication; small triangles on the axis when there were several."""
    assert layout.scale is not None
    places = [layout.scale.middle(when) for when in layout.published]
    if len(places) == 1:
        [x] = places
        brush.line([(x, layout.top - AXIS_HEIGHT + 15), (x, layout.bottom)], INK, 1.0, "--", zorder=1.5).set_gid("published")
        words = f"published {day(layout.published[0])}"
        half = width(words, TICK_SIZE) / 2
        x = min(max(x, layout.columns.track + half), layout.width - MARGIN - half)
        brush.text(x, layout.top - AXIS_HEIGHT + 8, words, TICK_SIZE, ha="center")
        return
    if places:
        brush.text(layout.columns.track, layout.top - AXIS_HEIGHT + 8, "▼ articles published", TICK_SIZE)
    for x in places:
        brush.ax.fill([x - 3, x + 3, x], [layout.top - 5, layout.top - 5, layout.top - 0.5], color=INK, linewidth=0, zorder=3)


def _heading(brush: Brush, layout: Layout, heading: Heading) -> None:
    """A lane's name, under a rule across the picture that parts it from the lane above."""
    if heading is not layout.headings[0]:
        brush.line([(layout.columns.dates, heading.top), (layout.width - MARGIN, heading.top)], RULE, 0.8)
    for line, y in _lines(heading.lines, heading.y, layout.sizes.line):
        brush.text(layout.columns.dates, y, line, layout.sizes.label, "bold")


def _row(brush: Brush, layout: Layout, row: Row) -> None:
    event, sizes, columns = row.event, layout.sizes, layout.columns
    colour = FAINT if event.status in CROSSED_OUT else INK
    for line, y in _lines(row.dates, row.y, sizes.line):
        brush.text(columns.dates, y, line, sizes.date, "bold", colour=GREY)
    for number, (line, y) in enumerate(_lines(row.lines, row.y, sizes.line)):
        brush.text(columns.labels, y, line, sizes.label, colour=colour).set_gid(f"label:{row.key}:{number}")
    ends = _mark(brush, layout, row)
    start = columns.labels + row.label_width + 4
    brush.line([(start, row.y), (max(ends - 3, start), row.y)], RULE, 0.9, (0, (1, 2))).set_gid(f"leader:{row.key}")


def _lines(words: tuple[str, ...], y: float, leading: float) -> list[tuple[str, float]]:
    first = y - leading * (len(words) - 1) / 2
    return [(line, first + number * leading) for number, line in enumerate(words)]


def _mark(brush: Brush, layout: Layout, row: Row) -> float:
    """Draw the mark and give the place where its ink begins."""
    event, scale, gid = row.event, layout.scale, f"mark:{row.key}"
    disputed = [[when for when in (i.first, i.last) if when] for i in event.alternatives]
    if scale and any(disputed):
        places = [(scale.middle(days[0]), scale.middle(days[-1])) for days in disputed if days]
        draw_alternatives(brush, places, row.y, gid)
        return min(left for left, _ in places) - 5
    if scale and (event.start or event.end):
        where, basis = span(event, scale, row.y), event.basis
    else:
        where, basis = Span(layout.columns.track - 8, layout.columns.track - 8, row.y), Basis.UNKNOWN
    draw_mark(brush, where, basis, event.status, gid)
    return reach(where, basis, event.status)[0]


def _key(brush: Brush, placed: Placed) -> None:
    entry, y = placed.entry, placed.y
    where = Span(placed.x + 6, placed.x + 6, y)
    if entry.disputed:
        draw_alternatives(brush, [(placed.x + 6, placed.x + 6), (placed.x + 22, placed.x + 22)], y, "key")
    else:
        if entry.basis is Basis.BOUNDED:
            where = Span(placed.x + 6, placed.x + 20, y)
        draw_mark(brush, where, entry.basis, entry.status, "key", colour=None if entry.status is Status.HAPPENED else GREY)
    brush.text(placed.x + entry.symbol, y, entry.text, KEY_SIZE, colour=GREY)
