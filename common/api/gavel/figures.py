"""The figures of reports on transparency."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from common.api.base import Request
from common.domain.errors import Invalid
from common.domain.log_tree import start_of
from common.domain.times import DAY

MOST_DAYS = 400
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class FiguresQuery(Request):
    """Days of the calendar, in UTC, of which `to` is the last."""

    since: Day = Field(alias="from")
    to: Day

    @property
    def days(self) -> tuple[int, int]:
        """Counted from the epoch, the last one with them."""
        return _day("from", self.since), _day("to", self.to)

    @model_validator(mode="after")
    def _is_a_time(self) -> FiguresQuery:
        first, last = self.days
        if last < first:
            raise Invalid.field("to", "is before from")
        if last - first >= MOST_DAYS:
            raise Invalid.field("to", f"is more than {MOST_DAYS} days after from")
        return self


def _day(name: str, text: str) -> int:
    try:
        at = start_of(text)
    except ValueError:
        at = -1
    if at < 0:
        raise Invalid.field(name, "is not a day, as in 2026-11-30")
    return at // DAY
