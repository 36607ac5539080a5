"""The picture measured on its artists, as a reader would see them."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from tests.sample_events import PUBLISHED, awkward, event, many, story
from timeline.draw import draw, save
from timeline.draw.lanes import By, lanes
from timeline.model import Basis, Event
from timeline.table import in_order
from timeline.timeline import Timeline

PICTURES = {
    "none": (),
    "one": story()[4:5],
    "story": story(),
    "awkward": (*awkward(), *story()),
    "undated only": (event("a", None, ""), event("b", None, "")),
    "thirty": many(30),
    "thirty on one day": many(30, dense=30),
    "a hundred": many(100, dense=30),
    "three hundred of thirty years": many(300, days=11000),
    "the whole calendar": (event("first", "0001-01-01"), event("last", "9999-12-31"), *story()),
}


def page_of(ax: Axes) -> Figure:
    figure = ax.get_figure(root=True)
    assert isinstance(figure, Figure)
    return figure


def box_of(artist: Artist, ax: Axes) -> Bbox:
    figure = page_of(ax)
    # a new canvas for every artist would be a whole bitmap for every artist
    canvas: Any = figure.canvas if isinstance(figure.canvas, FigureCanvasAgg) else FigureCanvasAgg(figure)
    return artist.get_window_extent(canvas.get_renderer())


def boxes(ax: Axes) -> dict[str, Bbox]:
    """The drawn box of every label (all its lines together), mark and leader, by gid."""
    found: dict[str, list[Bbox]] = defaultdict(list)
    for artist in ax.get_children():
        gid = artist.get_gid()
        if gid and ":" in gid:
            found[":".join(gid.split(":")[:2])].append(box_of(artist, ax))
    return {gid: Bbox.union(parts) for gid, parts in found.items()}


def overlaps(a: Bbox, b: Bbox, least: float = 0.5) -> bool:
    return bool(min(a.x1, b.x1) - max(a.x0, b.x0) > least and min(a.y1, b.y1) - max(a.y0, b.y0) > least)


LANED: dict[str, By] = {"story": "country", "awkward": "participant", "a hundred": "participant", "thirty": "kind", "none": "kind"}
Drawn = tuple[tuple[str, ...], Axes]


@pytest.fixture(params=[*((name, "order") for name in PICTURES), *LANED.items()], scope="module", ids=" by ".join)
def drawn(request: pytest.FixtureRequest) -> Drawn:
    """The keys of the rows of a picture, and the axes it is drawn on."""
    name, by = request.param
    parted = lanes(PICTURES[name], by)
    keys = [f"{e.id}@{n}" if by != "order" else e.id for n, lane in enumerate(parted) for e in lane.events]
    title = "A headline of some length, for which there is room enough"
    return tuple(keys), draw(PICTURES[name], published=(PUBLISHED,), title=title, by=by)


def test_every_event_has_label_mark_and_leader(drawn: Drawn) -> None:
    keys, ax = drawn
    assert set(boxes(ax)) == {f"{part}:{key}" for key in keys for part in ("label", "mark", "leader")}


def test_no_two_labels_overlap(drawn: Drawn) -> None:
    found = boxes(drawn[1])
    labels = sorted((box for gid, box in found.items() if gid.startswith("label:")), key=lambda box: box.y0)
    assert not [n for n, (a, b) in enumerate(pairwise(labels)) if overlaps(a, b)]


def test_no_texts_overlap(drawn: Drawn) -> None:
    texts = [a for a in drawn[1].get_children() if isinstance(a, Text) and a.get_text()]
    placed = sorted(((box_of(t, drawn[1]), t.get_text()) for t in texts), key=lambda pair: pair[0].y0)
    for number, (box, words) in enumerate(placed):
        for other, more in placed[number + 1 :]:
            if other.y0 > box.y1:
                break
            assert not overlaps(box, other, least=2.5), (words, more)


def test_nothing_is_clipped_by_the_figure(drawn: Drawn) -> None:
    page = page_of(drawn[1]).bbox
    for artist in drawn[1].get_children():
        if isinstance(artist, Text) and not artist.get_text():
            continue
        if artist.get_gid() or isinstance(artist, Text):
            box = box_of(artist, drawn[1])
            assert box.x0 >= page.x0 and box.y0 >= page.y0 and box.x1 <= page.x1 and box.y1 <= page.y1, artist


def test_each_label_is_joined_to_its_mark(drawn: Drawn) -> None:
    keys, ax = drawn
    point = page_of(ax).dpi / 72
    found = boxes(ax)
    for key in keys:
        label, mark, leader = (found[f"{part}:{key}"] for part in ("label", "mark", "leader"))
        assert -point <= leader.x0 - label.x1 <= 16 * point, key
        assert -point <= mark.x0 - leader.x1 <= 8 * point, key
        middle = (leader.y0 + leader.y1) / 2
        assert label.y0 <= middle <= label.y1 and mark.y0 - point <= middle <= mark.y1 + point, key


def test_an_event_stands_in_the_lane_of_each_who_took_part() -> None:
    parted = {lane.name: [e.id for e in lane.events] for lane in lanes(story(), "country")}
    assert "talks" in parted["NRL"] and "talks" in parted["VAS"] and "talks" in parted["SUN"]
    assert parted["SUN"] == ["letter", "talks"]
    assert [lane.name for lane in lanes(awkward(), "participant")] == ["nobody named"]
    words = {t.get_text() for t in draw(story(), by="kind").texts}
    assert {"treaty expiry", "visit", "call"} <= words


def test_another_way_to_part_is_refused() -> None:
    with pytest.raises(ValueError, match="order, participant, country, kind"):
        draw(story(), by="colour")  # type: ignore[arg-type]


def test_rows_are_in_order_of_time_and_marks_too() -> None:
    events = many(30)
    found = boxes(Timeline(tuple(reversed(events))).plot())
    order = sorted(events, key=lambda e: -found[f"label:{e.id}"].y0)
    starts = [e.start for e in order if e.start]
    assert starts == sorted(starts)
    days = {e.start: found[f"mark:{e.id}"].x0 for e in order if e.start == e.end and e.basis.value == "stated"}
    places = [days[when] for when in sorted(when for when in days if when)]
    assert places == sorted(places)


def test_forms_differ_without_colour() -> None:
    """Stated, derived, bounded and assumed marks have outlines of different shapes, and a plan is hollow."""
    ax = draw(story(), published=(PUBLISHED,))
    patches = {a.get_gid(): a for a in ax.patches if (a.get_gid() or "").startswith("mark:")}
    shapes = {gid: (str(a.get_path().codes), a.get_linestyle()) for gid, a in patches.items()}
    kinds = {shapes[f"mark:{name}"] for name in ("call", "visit", "letter", "talks")}
    assert len(kinds) == 4
    assert patches["mark:expiry"].get_facecolor()[:3] == (1, 1, 1)
    assert patches["mark:visit"].get_facecolor()[:3] != (1, 1, 1)


def test_the_key_names_only_what_is_there() -> None:
    def words(events: tuple[Event, ...]) -> set[str]:
        return {text.get_text() for text in draw(events, published=(PUBLISHED,)).texts}

    assert "stated in the text" in words(story()[4:5])
    assert not words(story()[4:5]) & {"planned", "assumed from the tense", "no date", "under way"}
    assert {"planned", "under way", "assumed from the tense"} <= words(story())
    assert {"cancelled or denied", "hypothetical", "told with different dates", "no date"} <= words(awkward())


def test_words_of_the_article_are_never_markup() -> None:
    texts = draw(awkward()).texts
    assert not [t for t in texts if t.get_parse_math() and "$" in t.get_text()]
    assert any("$5bn to $7bn" in t.get_text() for t in texts)


def test_publication_is_marked_once_or_often() -> None:
    one = draw(story(), published=(PUBLISHED,))
    assert [a for a in one.lines if a.get_gid() == "published"]
    several = draw(story(), published=(PUBLISHED, date(2026, 2, 2)))
    assert not [a for a in several.lines if a.get_gid() == "published"]
    assert "▼ articles published" in {t.get_text() for t in several.texts}


def test_draws_on_given_axes_and_fits_them() -> None:
    figure = Figure(figsize=(12, 4))
    FigureCanvasAgg(figure)
    left, right = figure.subplots(1, 2)
    assert draw(story(), published=(PUBLISHED,), ax=left) is left
    frame = left.get_window_extent()
    for gid, box in boxes(left).items():
        assert frame.x0 - 1 <= box.x0 and box.x1 <= frame.x1 + 1 and frame.y0 - 1 <= box.y0 and box.y1 <= frame.y1 + 1, gid
    assert not right.texts


def test_leaves_no_trace_in_matplotlib() -> None:
    before = dict(mpl.rcParams)
    draw(story(), published=(PUBLISHED,))
    assert dict(mpl.rcParams) == before


def test_a_wild_style_of_the_user_changes_nothing() -> None:
    plain = page_of(draw(story(), published=(PUBLISHED,)))
    with mpl.rc_context({
        "text.color": "red", "figure.facecolor": "black", "axes.facecolor": "black", "lines.linewidth": 9, "figure.autolayout": True,
        "text.parse_math": True, "font.size": 30, "lines.marker": "x", "axes.grid": True, "figure.dpi": 30, "patch.linewidth": 7,
    }):  # fmt: skip
        wild = page_of(draw(story(), published=(PUBLISHED,)))
        pictures = []
        for figure in (plain, wild):
            canvas = FigureCanvasAgg(figure)
            canvas.draw()
            pictures.append(bytes(canvas.buffer_rgba()))
    assert pictures[0] == pictures[1]


def test_an_open_side_runs_off_in_an_arrow_whatever_the_basis() -> None:
    closed = event("e", "2026-02-04", basis=Basis.ASSUMED)
    opened = event("e", "", "2026-02-04", basis=Basis.ASSUMED)
    shapes = [len(draw([e], published=(PUBLISHED,)).patches) for e in (closed, opened)]
    assert shapes[1] == shapes[0] + 1


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_same_events_same_bytes(tmp_path: Path, suffix: str) -> None:
    paths = [tmp_path / f"{n}{suffix}" for n in range(2)]
    for path, events in zip(paths, (in_order(story()), in_order(reversed(story()))), strict=True):
        save(draw(events, published=(PUBLISHED,), title="Same"), path)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert sorted(tmp_path.iterdir()) == paths


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.png, \.svg, \.pdf"):
        save(draw(story()), tmp_path / "picture.bmp")
    assert not list(tmp_path.iterdir())


def test_two_hundred_events_cost_what_their_words_and_marks_cost(tmp_path: Path) -> None:
    """Against matplotlib itself with as many texts and lines on a page of the same size, in turn: seconds say little on a busy machine."""
    events = many(200)
    inches = page_of(draw(events, published=(PUBLISHED,))).get_size_inches()

    def bare() -> None:
        page = Figure(figsize=tuple(inches), dpi=150)
        FigureCanvasAgg(page)
        ax = page.add_axes((0, 0, 1, 1))
        ax.set(xlim=(0, 1), ylim=(0, len(events)))
        for y, told in enumerate(events):
            ax.text(0, y, "Sun 1 Feb 2026", parse_math=False)
            ax.text(0.2, y, told.summary, parse_math=False)
            ax.plot([0.5, 0.9], [y, y])
            ax.plot([0.9], [y], "o")
        page.savefig(tmp_path / "bare.png")

    def seconds(work: Callable[[], None]) -> float:
        began = time.process_time()
        work()
        return time.process_time() - began

    pairs = [(seconds(lambda: save(draw(events, published=(PUBLISHED,)), tmp_path / "many.png")), seconds(bare)) for _ in range(3)]
    assert min(ours for ours, _ in pairs) <= 1.5 * min(theirs for _, theirs in pairs)
