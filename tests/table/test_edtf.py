"""Dates as EDTF and as a reader writes them, one case a row."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.edtf import edtf, readable
from timeline.times.interval import Grain


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


# start, end, grain, EDTF, short, long
CASES = """
2026-02-01  2026-02-01  day      2026-02-01             Sun 1 Feb 2026            Sunday 1 February 2026
2026-02-02  2026-02-08  week     2026-02-02/2026-02-08  2–8 Feb 2026              2–8 February 2026
2022-03-01  2022-03-31  month    2022-03                Mar 2022                  March 2022
2022-03-01  2022-03-31  span     2022-03-01/2022-03-31  Mar 2022                  March 2022
2024-02-01  2024-02-29  month    2024-02                Feb 2024                  February 2024
2022-01-01  2022-03-31  quarter  2022-01/2022-03        Jan – Mar 2022            January – March 2022
2021-12-01  2022-02-28  season   2021-12/2022-02        Dec 2021 – Feb 2022       December 2021 – February 2022
2022-01-01  2022-12-31  year     2022                   2022                      2022
2022-01-01  2022-02-24  year     2022-01-01/2022-02-24  1 Jan – 24 Feb 2022       1 January – 24 February 2022
2022-01-01  2022-06-30  year     2022-01/2022-06        Jan – Jun 2022            January – June 2022
2020-01-01  2022-12-31  span     2020-01-01/2022-12-31  2020–2022                 2020–2022
1990-01-01  1999-12-31  decade   199X                   1990s                     1990s
1992-01-01  2001-12-31  decade   1992/2001              1992–2001                 1992–2001
1800-01-01  1899-12-31  century  18XX                   19th century              19th century
1801-01-01  1900-12-31  century  1801/1900              19th century              19th century
0001-01-01  0100-12-31  century  0001/0100              1st century               1st century
2001-01-01  2100-12-31  century  2001/2100              21st century              21st century
0800-01-01  0809-12-31  decade   080X                   800s                      800s
0987-05-06  0987-05-06  day      0987-05-06             Sun 6 May 987             Sunday 6 May 987
2026-05-06  2026-05-08  span     2026-05-06/2026-05-08  6–8 May 2026              6–8 May 2026
2026-04-30  2026-05-02  span     2026-04-30/2026-05-02  30 Apr – 2 May 2026       30 April – 2 May 2026
2025-12-30  2026-01-02  span     2025-12-30/2026-01-02  30 Dec 2025 – 2 Jan 2026  30 December 2025 – 2 January 2026
-           2026-02-04  day      ../2026-02-04          by Wed 4 Feb 2026         by Wednesday 4 February 2026
2026-02-04  -           day      2026-02-04/..          from Wed 4 Feb 2026       from Wednesday 4 February 2026
-           -           day      -                      ?                         ?
9999-01-01  9999-12-31  year     9999                   9999                      9999
"""


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_dates(line: str) -> None:
    start, end, grain, machine, short, long = (
        "" if cell == "-" else cell for cell in [*line.split(maxsplit=4)[:4], *line.split(maxsplit=4)[4].split("  ", 1)]
    )
    days = (day(start), day(end), Grain(grain))
    assert edtf(*days) == machine
    assert readable(*days) == short
    assert readable(*days, style="long") == long.strip()


def test_what_is_approximate() -> None:
    assert edtf(day("2026-02-01"), day("2026-02-01"), Grain.DAY, approximate=True) == "2026-02-01~"
    assert edtf(day("2022-03-01"), day("2022-03-31"), Grain.MONTH, approximate=True) == "2022-03~"
    assert edtf(day("2026-05-06"), day("2026-05-08"), Grain.SPAN, approximate=True) == "2026-05-06~/2026-05-08~"
    assert edtf(None, day("2026-05-08"), Grain.SPAN, approximate=True) == "../2026-05-08~"
