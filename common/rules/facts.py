"""What rules are evaluated over: plain values, gathered before."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from common.domain.history import History
from common.domain.reports import Reports


@dataclass(slots=True)
class Facts:
    """`classes` has the best score and `severities` the worst severity (1 low to 4 critical) under
    "modality:class". `history` is the author's, None when no post is known. `reports` are
    those that no moderator has decided on.
    """

    classes: Mapping[str, float] = field(default_factory=dict)
    severities: Mapping[str, int] = field(default_factory=dict)
    lists: Set[str] = frozenset()
    needs_review: bool = False
    history: History | None = None
    reports: Reports = field(default_factory=Reports)
