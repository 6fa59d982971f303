"""What was counted in a time, for a report on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from common.domain.figures import Figures
from common.domain.rule_vote import Votes


@dataclass(frozen=True, slots=True)
class Period:
    """From the day `first` to the day `last`, counted from the epoch. `since` is the first day of
    which anything is counted, None where nothing is. `engines` and `rules` are what people said of
    them.
    """

    first: int
    last: int
    since: int | None
    figures: Figures
    engines: Mapping[str, Votes]
    rules: Mapping[str, Votes]
