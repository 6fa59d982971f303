"""What came of a check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from common.domain.item import Item, is_queued
from common.domain.standing import Standing
from common.moderation.content.judging import Judgement

if TYPE_CHECKING:
    from common.rules.evaluator import Match, NotLookedAt


@dataclass(frozen=True, slots=True)
class Checked:
    """`task_id` is set while slow engines have yet to answer. `standing` is how the creator does,
    as far as the check looked. `not_looked_at` are rules behind the first that matched, where only
    that counts; `counts` is what a test would have counted for the creator.
    `configuration_version` is that of what the check went by.
    """

    item: Item
    judgement: Judgement
    triggered: list[Match] = field(default_factory=list)
    not_looked_at: list[NotLookedAt] = field(default_factory=list)
    task_id: str | None = None
    standing: Standing = field(default_factory=Standing)
    counts: Mapping[str, int] = field(default_factory=dict)
    configuration_version: int = 0

    @property
    def is_noteworthy(self) -> bool:
        """Whether there is something to see: for a moderator, or of the creator."""
        return is_queued(self.item) or self.standing.ban is not None
