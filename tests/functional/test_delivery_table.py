"""docs/delivery.md says what is measured."""

from __future__ import annotations

import pytest

from tests.delivery_table import (
    CROWD,
    DOCUMENT,
    SHORT,
    compared_line,
    documented,
    measured_lines,
    outages,
    report,
)


@pytest.mark.parametrize("seconds", SHORT)
def test_the_rows_up_to_an_hour_are_up_to_date(seconds: float) -> None:
    lines = DOCUMENT.read_text("utf-8").splitlines()
    for line in (compared_line(seconds), *measured_lines(seconds)):
        assert line in lines, "run: python -m tests.delivery_table --write"


@pytest.mark.parametrize("seconds", SHORT)
def test_everything_arrives_and_the_receiver_is_not_flooded(seconds: float) -> None:
    for outage in outages(seconds, CROWD):
        assert len(outage.late) == CROWD
        assert outage.requests <= 2 * CROWD
        assert outage.ended == []


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_the_page_is_up_to_date() -> None:
    text = DOCUMENT.read_text("utf-8")
    assert documented(text, report()) == text, "run: python -m tests.delivery_table --write"
