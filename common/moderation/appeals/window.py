"""Until when an appeal may be made."""

from __future__ import annotations

from common.domain.appeal_rules import AppealRules
from common.domain.errors import Invalid
from common.domain.times import DAY, to_rfc3339


def told_at(asked: int | None, decided_at: int, now: int) -> int:
    """When who appeals was told of the decision: when it was made, unless the app says that it was
    later. Raises Invalid for what cannot be.
    """
    if asked is None:
        return decided_at
    if asked < decided_at:
        raise Invalid.field("told_at", f"is before the decision, of {to_rfc3339(decided_at)}")
    if asked > now:
        raise Invalid.field("told_at", "is in the future")
    return asked


def is_late(told: int, rules: AppealRules, now: int) -> bool:
    """Raises Invalid where the app takes none that are."""
    ends = told + rules.window_days * DAY
    if now < ends:
        return False
    if rules.late == "refuse":
        problem = f"names a decision against which appeals were taken until {to_rfc3339(ends)}"
        raise Invalid.field("entity_id", problem)
    return True
