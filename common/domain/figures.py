"""What reports on transparency are made of: counts of a day (UTC), which outlive what was counted.

A count's name is its kind and what it is counted by, with bars between. No kind begins with a
letter that counts of rules are put together by in another way (`rule_count.folded`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from common.domain.durations import bucket_of
from common.domain.ids import derived_id
from common.domain.rule_count import place_name
from common.store.store import Collection, Key

Kind = Literal[
    "notice", "stated", "restricted", "acted_after", "reversed",
    "complained", "decided", "decided_after", "answered",
    "disputed", "settled", "settled_after", "implemented",
    "suspended",
    "ordered", "acknowledged_after", "given_effect_after",
]  # fmt: skip
"""`notice` is by source and category, where no category is all of them. `stated` measures are by
source, category, detection, decision and ground, and `restricted` what they restrict by source,
field and code. `acted_after` is how long after the notice, by source and bucket, and `reversed` are
measures that were taken back, by source and decision.

Complaints are `complained` of and `decided` by role, the former by basis and the latter by outcome,
`decided_after` by bucket. `answered` counts on the day on which they were made those that were
decided whenever.

Disputes out of court are `disputed` on the day of their beginning and `settled` on that of their
end, by outcome, `settled_after` by bucket, and `implemented` by yes or no.

`suspended` is by what for, and whether it was a warning.

Orders by authorities are `ordered` by kind, issuing state and category, empty where none was said,
on the day on which they were received; `acknowledged_after` and `given_effect_after` are by kind
and bucket.
"""

FIGURES: Collection[dict[str, int]] = Collection("figure_day")
MARK = "figures"
_BAR = "|"
_DETECTED = {"Yes": "automated", "No": "manual"}
_DECIDED = {
    "AUTOMATED_DECISION_FULLY": "automated",
    "AUTOMATED_DECISION_PARTIALLY": "partly",
    "AUTOMATED_DECISION_NOT_AUTOMATED": "manual",
}
_GROUNDS = {
    "DECISION_GROUND_ILLEGAL_CONTENT": "law",
    "DECISION_GROUND_INCOMPATIBLE_CONTENT": "terms",
}
RESTRICTIONS = (
    "decision_visibility",
    "decision_monetary",
    "decision_provision",
    "decision_account",
)


def figures_key(app: str, day: int, counted: str) -> Key[dict[str, int]]:
    """`counted` is what the shard goes by."""
    return Key(app, FIGURES, place_name(day, MARK, derived_id(MARK, counted)[0]))


def figure(kind: Kind, *by: str) -> str:
    return _BAR.join((kind, *by))


def lasted(kind: Kind, nanoseconds: int, *by: str) -> str:
    return figure(kind, *by, f"{bucket_of(nanoseconds):03d}")


def detection_of(said: str) -> str:
    return _DETECTED[said]


def decision_of(said: str) -> str:
    return _DECIDED[said]


def ground_of(said: str) -> str:
    """Empty where the app has said none."""
    return _GROUNDS.get(said, "")


class Figures:
    """Of some days."""

    def __init__(self, documents: Iterable[Mapping[str, int]] = ()) -> None:
        self._by_kind: dict[str, Counter[tuple[str, ...]]] = {}
        for document in documents:
            for name, count in document.items():
                kind, *by = name.split(_BAR)
                self._by_kind.setdefault(kind, Counter())[tuple(by)] += count

    def of(self, kind: Kind, *by: str) -> Iterator[tuple[tuple[str, ...], int]]:
        """What is counted by these first, each with the rest of what it is counted by."""
        for names, count in sorted(self._by_kind.get(kind, {}).items()):
            if names[: len(by)] == by and count:
                yield names[len(by) :], count

    def count(self, kind: Kind, *by: str) -> int:
        return sum(count for _, count in self.of(kind, *by))

    def durations(self, kind: Kind, *by: str) -> dict[int, int]:
        """By bucket."""
        return {int(names[-1]): count for names, count in self.of(kind, *by)}
