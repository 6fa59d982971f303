"""A backtest: what a rule, as it was drafted or saved, would have done to what was kept."""

from __future__ import annotations

from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.rule import RuleContent
from common.domain.task import TaskError
from common.store.store import Collection, Key

MOST_KEPT = 100
MOST_AT_ONCE = 5
BacktestStatus = Literal["pending", "running", "completed", "failed", "cancelled"]


class Sample(TypedDict):
    """An evaluation that is shown. `clauses` are what the rule's single conditions said of it, in
    their order: whether they hold, and what they saw. `decision` is the last thing that a moderator
    did to the item. `distance` is how little was missing, from 0 on. By their marks those are
    chosen that are shown.
    """

    item_id: str
    revision: int
    at: int
    user_id: str
    entity_type: str
    entity_id: NotRequired[str]
    decision: NotRequired[str]
    clauses: NotRequired[list[dict[str, Any]]]
    distance: NotRequired[float]
    mark: NotRequired[str]


class Work(TypedDict):
    """Where a backtest goes on, and what it has to remember: `users` and `decided` of the shard at
    hand, by digests, `hours` of all.
    """

    shard: int
    cursor: str
    users: dict[str, int]
    decided: list[str]
    hours: dict[str, int]


class Most(TypedDict):
    user_id: str
    fired: int


class Tally(TypedDict):
    """What was counted up to now. `seen` are evaluations in the rule's scopes, `undecided` those of
    them of which it cannot be said whether the rule holds, with the reasons in `because`.

    `days` has for each day how many were seen and how many fired. `overlap` has the rules that
    fired as well, by version and id; `new` is where none had an effect, `no_longer` where a version
    of the tested rule fired then and this one does not. `kept` and `acted` are hits on content that
    people kept or acted on, `reversed` those of the former where something had been done before.
    `percents` are the shares of items that were kept meanwhile.
    """

    seen: int
    fired: int
    undecided: int
    errors: int
    because: dict[str, int]
    days: dict[str, list[int]]
    users: int
    users_exact: bool
    most_hit: list[Most]
    overlap: dict[str, int]
    new: int
    no_longer: int
    staff: int
    trusted: int
    kept: int
    acted: int
    reversed: int
    false_alarms: list[Sample]
    hits: list[Sample]
    near_misses: list[Sample]
    percents: list[int]
    peak_at: NotRequired[int]
    peak: int


class Backtest(TypedDict):
    """Times are nanoseconds. `rule` is the tested version: `rule_id` is empty for a draft.
    `progress` goes from 0 to 1. `work` is what is needed to go on, as text.
    """

    id: str
    status: BacktestStatus
    progress: float
    rule_id: str
    rule_version: int
    rule: RuleContent
    starts_at: int
    ends_at: int
    created_at: int
    updated_at: int
    created_by: str
    tally: Tally
    work: NotRequired[str]
    finished_at: NotRequired[int]
    error: NotRequired[TaskError]


BACKTESTS: Collection[Backtest] = Collection("backtest")


def backtest_key(app: str, id: str) -> Key[Backtest]:
    return Key(app, BACKTESTS, id)


def no_tally() -> Tally:
    return {
        "seen": 0,
        "fired": 0,
        "undecided": 0,
        "errors": 0,
        "because": {},
        "days": {},
        "users": 0,
        "users_exact": True,
        "most_hit": [],
        "overlap": {},
        "new": 0,
        "no_longer": 0,
        "staff": 0,
        "trusted": 0,
        "kept": 0,
        "acted": 0,
        "reversed": 0,
        "false_alarms": [],
        "hits": [],
        "near_misses": [],
        "percents": [],
        "peak": 0,
    }


def has_ended(backtest: Backtest) -> bool:
    return backtest["status"] in ("completed", "failed", "cancelled")
