"""What a shadow has found: counts, whom it would have hit, and what people thought of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from common.domain.rule_shadow import Kind, ShadowHit
from common.domain.times import DAY, to_rfc3339

SHOWN = 50
"""Of each kind."""


@dataclass(frozen=True, slots=True)
class Found:
    """`hits` are the latest of each kind, the newest first; `is_exact` says that these are all.
    `upheld` and `overturned` are contents that people decided on, as they are now.
    """

    hits: Mapping[Kind, Sequence[ShadowHit]]
    is_exact: bool
    staff_hits: Sequence[ShadowHit]
    upheld: int
    overturned: int

    @property
    def of_shadow(self) -> list[ShadowHit]:
        """The newest first."""
        found = [*self.hits["both"], *self.hits["shadow"]]
        return sorted(found, key=lambda hit: hit["at"], reverse=True)

    @property
    def fired(self) -> int:
        return len(self.hits["both"]) + len(self.hits["shadow"])

    @property
    def precision(self) -> float | None:
        decided = self.upheld + self.overturned
        return self.upheld / decided if decided else None

    @property
    def users(self) -> int:
        return len({hit["user_id"] for hit in self.of_shadow if hit["user_id"]})

    @property
    def days(self) -> dict[str, Counter[Kind]]:
        """By day (UTC), the first one first."""
        days: dict[str, Counter[Kind]] = {}
        hits = (hit for hits in self.hits.values() for hit in hits)
        for hit in sorted(hits, key=lambda hit: hit["at"]):
            day = to_rfc3339(hit["at"] // DAY * DAY)[:10]
            days.setdefault(day, Counter())[hit["kind"]] += 1
        return days

    @property
    def overlap(self) -> Counter[str]:
        """Rules that held when the shadow did, each as its version and id."""
        return Counter(name for hit in self.of_shadow for name in hit["others"])
