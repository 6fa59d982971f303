"""What a rule that matched does not do, because it spares the user."""

from __future__ import annotations

from dataclasses import dataclass

from common.domain.action import FLAG_FOR_REVIEW

_ASKING = frozenset((FLAG_FOR_REVIEW, "flag_content", "flag_user"))
"""What asks for a person, and does nothing else."""


@dataclass(frozen=True, slots=True)
class Spared:
    """`why` says as what the user is exempt: from `everything`, or from all that does more than ask
    for a person.
    """

    why: str
    everything: bool = True

    def spares(self, action: str) -> bool:
        return self.everything or action not in _ASKING
