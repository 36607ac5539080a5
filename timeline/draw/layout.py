"""Where everything stands: dates at the left, labels beside them, and the track with the marks at the right.

All lengths are points, y runs down; nothing here draws. A layout depends on the events and on the width alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline.draw.axis import TimeScale, time_scale
from timeline.draw.fonts import legible, width
from timeline.draw.labels import LEADING, Heading, Row, Type, date_lines, headed_rows, label, type_for, wrap
from timeline.draw.lanes import Lane
from timeline.draw.legend import Entry, Placed, entries, flow
from timeline.draw.marks import RADIUS, Span
from timeline.edtf import day
from timeline.model import Basis, Event

MARGIN = 20.0
TITLE_SIZE = 16.0
NOTE_SIZE = 9.0
COLUMN_GAP = 14.0
GUTTER = 40.0  # left and right of the track: leaders end and arrows run out here
AXIS_HEIGHT = 42.0
FOOT_AXIS_FROM = 700.0  # rows taller than this get the axis again at their foot
NARROWEST_TRACK = 0.34
EMPTY = "No events were found."


@dataclass(frozen=True, slots=True)
class Columns:
    """The left edges of the three columns, and the right edge of the track."""

    dates: float
    labels: float
    track: float
    right: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole picture, measured."""

    width: float
    height: float
    sizes: Type
    title: tuple[str, ...]
    note: str
    columns: Columns
    scale: TimeScale | None
    published: tuple[date, ...]
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    top: float
    bottom: float
    foot: bool
    undated_from: float | None
    legend: tuple[Placed, ...]


def arrange(parted: Sequence[Lane], published: Sequence[date], title: str, whole: float) -> Layout:
    """Lay out the lanes, in the order given, in a picture `whole` points wide."""
    events = tuple({event.id: event for lane in parted for event in lane.events}.values())
    sizes = type_for(sum(len(lane.events) for lane in parted))
    inner = whole - 2 * MARGIN
    columns = _columns(events, sizes, inner)
    head = wrap(legible(title), inner, TITLE_SIZE, "headline") if title.strip() else ()
    below_title = MARGIN + len(head) * TITLE_SIZE * LEADING
    scale = _scale(events, published, columns)
    top = below_title + NOTE_SIZE * LEADING + (AXIS_HEIGHT if scale else 8)
    headings, found = headed_rows(parted, sizes, columns.track - GUTTER - columns.labels, columns.track - GUTTER - MARGIN, top)
    found, undated_from = (found, None) if headings else _set_undated_apart(found, gap=10.0 if scale else 0.0)
    bottom = found[-1].y + found[-1].height / 2 if found else top
    foot = scale is not None and bottom - top > FOOT_AXIS_FROM
    legend_top = bottom + (AXIS_HEIGHT - 10 if foot else 16)
    key: tuple[Entry, ...] = entries(events)
    legend, end = flow(key, MARGIN, legend_top, inner)
    return Layout(
        width=whole, height=end + MARGIN, sizes=sizes, title=head, note=_note(events, parted, published), columns=columns,
        scale=scale, published=tuple(published), headings=headings, rows=found, top=top, bottom=bottom, foot=foot,
        undated_from=undated_from, legend=legend,
    )  # fmt: skip


def span(event: Event, scale: TimeScale, y: float) -> Span:
    """Where the mark of a dated event stands: a day in its middle, a stretch from its first day's morning to its last night."""
    start, end = event.start, event.end
    if start and start == end and event.basis is not Basis.BOUNDED:
        return Span(scale.middle(start), scale.middle(start), y)
    left = scale.beginning(start) + RADIUS if start else None
    right = scale.finish(end) - RADIUS if end else None
    if left is None or right is None:
        known = right if left is None else left
        assert known is not None
        return Span(known, known, y, open_left=start is None, open_right=end is None)
    if right < left:
        left = right = (left + right) / 2
    return Span(left, right, y)


def _columns(events: Sequence[Event], sizes: Type, inner: float) -> Columns:
    dates = max((width(line, sizes.date, "bold") for event in events for line in date_lines(event, sizes.date)), default=0.0)
    labels = max((width(label(event), sizes.label) for event in events), default=0.0)
    left = MARGIN + dates + COLUMN_GAP
    most = (inner - dates - COLUMN_GAP - 2 * GUTTER) - NARROWEST_TRACK * inner
    track = left + min(labels, max(most, 60.0)) + GUTTER
    return Columns(MARGIN, left, track, MARGIN + inner - GUTTER / 2)


def _scale(events: Sequence[Event], published: Sequence[date], columns: Columns) -> TimeScale | None:
    days = [when for event in events for when in (event.start, event.end) if when]
    days += [when for e in events for i in e.alternatives for when in (i.first, i.last) if when]
    return time_scale([*days, *published], columns.track, columns.right) if days else None


def _set_undated_apart(found: tuple[Row, ...], gap: float) -> tuple[tuple[Row, ...], float | None]:
    """A rule, and a gap, above the events at the end that have no date at all."""
    dated = [bool(row.event.start or row.event.end or row.event.alternatives) for row in found]
    first = next((n for n in range(len(found)) if not any(dated[n:])), 0)
    if first == 0:
        return found, None
    line = found[first].y - found[first].height / 2 + gap / 2
    return found[:first] + tuple(replace(row, y=row.y + gap) for row in found[first:]), line


def _note(events: Sequence[Event], parted: Sequence[Lane], published: Sequence[date]) -> str:
    if not events:
        return EMPTY
    count = f"{len(events)} event{'s' if len(events) != 1 else ''}"
    if sum(len(lane.events) for lane in parted) > len(events):
        count += ", each in every lane that it belongs to"
    if not published:
        return count
    if len(published) == 1:
        return f"{count}, as published on {day(published[0])}"
    return f"{count}, as published between {day(min(published))} and {day(max(published))}"
