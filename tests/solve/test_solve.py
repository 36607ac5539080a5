"""Networks worked out by hand, and what must hold of any network."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.solve.networks import WEEKDAYS, network
from timeline.model import Basis, Bound, Constraint, End, Move, Point
from timeline.solve.move import apply, greatest, least
from timeline.solve.network import Known, Side
from timeline.solve.order import among, arranged, follows
from timeline.solve.solve import Solution, solve
from timeline.times.interval import Grain

# network, event, first day, last day, basis
HAND = [
    ("call = 2026-02-04", "call", "2026-02-04", "2026-02-04", "stated"),
    ("call = 2026-02-04; visit = call - 3 day", "visit", "2026-02-01", "2026-02-01", "derived"),
    ("call = 2026-02-04; call = expiry - 1 day; expiry lasts 1", "expiry", "2026-02-05", "2026-02-05", "derived"),
    ("a = 2026-03-31; b = a - 1 month", "b", "2026-02-28", "2026-02-28", "derived"),
    ("a = 2024-02-29; b = a + 1 year", "b", "2025-02-28", "2025-02-28", "derived"),
    ("a = 2022-12-12; b = a + 3 week", "b", "2023-01-02", "2023-01-02", "derived"),
    ("a = 2026-02-04; b = a + Tue", "b", "2026-02-10", "2026-02-10", "derived"),
    ("a = 2026-02-03; b = a + Tue", "b", "2026-02-10", "2026-02-10", "derived"),
    ("a = 2026-02-03; b = a - Tue", "b", "2026-01-27", "2026-01-27", "derived"),
    ("stay = 2026-05-06..2026-05-08; b = stay + 2 day", "b", "2026-05-10", "2026-05-10", "derived"),
    ("stay = 2026-05-06..2026-05-08; b = stay - 2 day", "b", "2026-05-04", "2026-05-04", "derived"),
    ("stay = 2026-05-06..2026-05-08; b @ stay", "b", "2026-05-06", "2026-05-08", "derived"),
    ("a = 2026-02-04; b = a + 1 day; c = b + 1 day; d = c + 1 day", "d", "2026-02-07", "2026-02-07", "derived"),
    ("a in 2026-03-01..2026-03-31; b = a - 3 day", "b", "2026-02-26", "2026-03-28", "derived"),
    ("a < 2026-02-04", "a", None, "2026-02-04", "bounded"),
    ("a = 2026-02-04; b < a", "b", None, "2026-02-04", "bounded"),
    ("a = 2026-02-04; b < a; c < b", "c", None, "2026-02-04", "bounded"),
    ("a = 2026-02-01; c = 2026-02-04; b > a; b < c", "b", "2026-02-01", "2026-02-04", "bounded"),
    ("a = 2026-02-01; b > a; ? b < 2026-02-04", "b", "2026-02-01", "2026-02-04", "bounded"),
    ("? a < 2026-02-04", "a", None, "2026-02-04", "assumed"),
    ("a = 2026-02-05; ? a < 2026-02-04", "a", "2026-02-05", "2026-02-05", "stated"),
    ("a in 2022-01-01..2022-12-31; ? a < 2026-02-04", "a", "2022-01-01", "2022-12-31", "stated"),
    ("b = a - 3 day", "b", None, None, "unknown"),
    ("b = a - 3 day; ? a < 2026-02-04", "b", None, "2026-02-01", "assumed"),
    ("a in 2026-02-01..2026-02-28; a in 2026-02-10..2026-03-10", "a", "2026-02-10", "2026-02-28", "stated"),
    ("stay = 2026-05-06..2026-05-08; stay lasts 1", "stay", "2026-05-06", "2026-05-08", "stated"),
    ("a = b + 1 day; b = 2026-02-01; c = 2026-02-09", "a", "2026-02-02", "2026-02-02", "derived"),
]


def solution_of(text: str) -> Solution:
    constraints = network(text)
    return solve(constraints, {c.target.event for c in constraints} | {c.term.point.event for c in constraints if c.term.point})


@pytest.mark.parametrize(("text", "event", "first", "last", "basis"), HAND)
def test_worked_out_by_hand(text: str, event: str, first: str | None, last: str | None, basis: str) -> None:
    found = solution_of(text)
    dating = found.dating(event)
    assert not found.conflicts
    assert (dating.first and str(dating.first), dating.last and str(dating.last), dating.basis) == (first, last, basis)


def test_two_stated_days_are_a_conflict_with_both_readings() -> None:
    found = solution_of("a = 2026-02-01; a = 2026-02-03; b = 2026-02-09")
    assert [c.event for c in found.conflicts] == ["a"]
    assert {(str(i.first), str(i.last)) for i in found.dating("a").alternatives} == {("2026-02-01",) * 2, ("2026-02-03",) * 2}
    assert found.dating("a").first is None
    assert str(found.dating("b").first) == "2026-02-09"


@pytest.mark.parametrize("text", ["a = 2026-02-04; b = a - 3 day; b = 2026-02-02", "b = 2026-02-02; b = a - 3 day; a = 2026-02-04"])
def test_the_event_it_hangs_on_keeps_its_date(text: str) -> None:
    found = solution_of(text)
    assert [c.event for c in found.conflicts] == ["b"]
    assert str(found.dating("a").first) == "2026-02-04"
    assert {str(i.first) for i in found.dating("b").alternatives} == {"2026-02-01", "2026-02-02"}


def test_a_cycle_that_nothing_can_satisfy_ends_as_a_conflict() -> None:
    found = solution_of("a = 2026-02-04; a = b + 1 day; b = a + 1 day")
    assert found.conflicts


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("b < a", [("b", "a")]),
        ("b > a", [("a", "b")]),
        ("b = a - 3 day; c = a + Tue", [("a", "c"), ("b", "a")]),
        ("b @ a; a = 2026-02-04", []),
        ("b = a - 0 day", []),
        ("b = 2026-02-04; b < a; b < c; c = 2026-02-01", [("b", "a")]),
    ],
)
def test_the_order_that_is_told(text: str, order: list[tuple[str, str]]) -> None:
    assert list(solution_of(text).order) == order


def test_an_order_through_others() -> None:
    order = (("a", "b"), ("b", "c"), ("c", "d"), ("d", "b"))
    assert among(order, {"a", "d"}) == (("a", "d"),)
    assert follows(order, "a", "d")
    assert not follows(order, "d", "a")
    assert arranged(["d", "c", "x", "a"], (("a", "c"), ("c", "d"))) == ("a", "c", "d", "x")
    assert sorted(arranged(["b", "c", "d"], order)) == ["b", "c", "d"]  # no order that ends where it began, and no endless one


def test_a_chain_runs_back_to_the_stated_day() -> None:
    found = solution_of("call = 2026-02-04; visit = call - 3 day")
    assert [(s.event, str(s.first)) for s in found.chain("visit")] == [("visit", "2026-02-01"), ("call", "2026-02-04")]


# --- what must hold of any network ---------------------------------------------------------------------------------------

names = st.sampled_from("abcde")
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
by_days = (
    st.builds("{} = {}".format, names, days),
    st.builds(lambda e, d, n: f"{e} in {d}..{d + timedelta(n)}", names, days, st.integers(0, 400)),
    st.builds("{} {} {}".format, names, st.sampled_from("<>"), days),
    st.builds("{} {} {}".format, names, st.sampled_from("<>@"), names),
    st.builds("{} = {} {} {} day".format, names, names, st.sampled_from("+-"), st.integers(0, 40)),
)
by_calendar = (
    st.builds("{} = {} {} {} month".format, names, names, st.sampled_from("+-"), st.integers(0, 40)),
    st.builds("{} = {} {} {}".format, names, names, st.sampled_from("+-"), st.sampled_from(WEEKDAYS)),
)
assumed = st.builds("? {} {} {}".format, names, st.sampled_from("<>"), days)
findings = st.one_of(*by_days, *by_calendar)
networks = st.lists(st.one_of(findings, assumed), max_size=12).map("; ".join)


def violated(constraint: Constraint, known: dict[Side, Known]) -> bool:
    """Whether no choice of days within the bounds can satisfy it."""
    low_side = constraint.bound is Bound.AT_LEAST
    mine = known.get((constraint.target, Bound.AT_MOST if low_side else Bound.AT_LEAST))
    point, day = constraint.term.point, constraint.term.day
    if point is not None:
        theirs = known.get((point, constraint.bound))
        day = theirs.day if theirs else None
    moved = apply(constraint.term.move, day) if day else None
    return bool(mine and moved and (mine.day < moved if low_side else mine.day > moved))


@settings(max_examples=150, deadline=None)
@given(networks)
def test_nothing_is_violated_without_a_conflict(text: str) -> None:
    found = solution_of(text)
    disputed = {c.event for c in found.conflicts}
    for constraint in network(text):
        if constraint.target.event not in disputed and constraint.why.basis is not Basis.ASSUMED:
            assert not violated(constraint, dict(found.known)), constraint.why.phrase


@settings(max_examples=150, deadline=None)
@given(networks)
def test_the_rest_of_the_timeline_is_untouched_by_a_conflict(text: str) -> None:
    constraints = network(text)
    events = {c.target.event for c in constraints}
    found = solve(constraints, events)
    disputed = {(c.event, why) for c in found.conflicts for why in c.evidence}
    kept = [c for c in constraints if (c.target.event, c.why) not in disputed]
    if not any(c.why.basis is Basis.ASSUMED and c.target.event in found.alternatives for c in kept):
        alone = solve(kept, events)
        assert not alone.conflicts
        for event in events - found.alternatives.keys():
            assert alone.dating(event) == found.dating(event)


@settings(max_examples=100, deadline=None)
@given(networks, st.randoms(use_true_random=False))
def test_the_order_of_evidence_does_not_matter(text: str, random: object) -> None:
    constraints = network(text)
    shuffled = list(constraints)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    events = [c.target.event for c in constraints]
    one, other = solve(constraints, events), solve(shuffled, events)
    assert [one.dating(e) for e in one.events] == [other.dating(e) for e in other.events]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(*by_days, assumed), max_size=12).map("; ".join), st.integers(-2000, 2000))
def test_shifting_every_day_shifts_the_solution(text: str, by: int) -> None:
    import re

    moved = re.sub(r"\d{4}-\d\d-\d\d", lambda m: str(date.fromisoformat(m[0]) + timedelta(by)), text)
    one, other = solution_of(text), solution_of(moved)
    for event in one.events:
        a, b = one.dating(event), other.dating(event)
        assert (a.first and a.first + timedelta(by), a.last and a.last + timedelta(by)) == (b.first, b.last)


@settings(max_examples=100, deadline=None)
@given(st.lists(findings, max_size=12).map("; ".join), findings)
def test_a_true_finding_never_widens(text: str, clause: str) -> None:
    one, other = solution_of(text), solution_of(f"{text}; {clause}")
    if not one.conflicts and not other.conflicts:
        for event in one.events:
            a, b = one.dating(event), other.dating(event)
            assert (a.first or date.min) <= (b.first or date.min)
            assert (a.last or date.max) >= (b.last or date.max)


moves = st.one_of(
    st.builds(Move, st.integers(-60, 60), st.sampled_from([Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR])),
    st.builds(Move, st.sampled_from([-1, 1]), weekday=st.integers(0, 6)),
    st.builds(
        Move,
        st.integers(-2, 2),
        st.sampled_from([Grain.WEEK, Grain.MONTH, Grain.YEAR]),
        st.sampled_from([Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR]),
        st.sampled_from(list(End)),
    ),
)


@settings(max_examples=300, deadline=None)
@given(moves, days)
def test_the_inverses_of_a_move(move: Move, day: date) -> None:
    last, first = greatest(move, day), least(move, day)
    assert last is not None and first is not None
    for turning, ahead in ((last, 1), (first, -1)):
        here, there = apply(move, turning), apply(move, turning + timedelta(ahead))
        assert here is not None and there is not None
        assert here <= day < there if ahead == 1 else there < day <= here


def test_point_is_hashable_and_frozen() -> None:
    assert len({Point("a", End.FIRST), Point("a", End.FIRST)}) == 1
