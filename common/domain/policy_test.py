"""The policy test: a set of labelled texts, and what a policy said of them in each run."""

from __future__ import annotations

from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.label_result import ContentType
from common.store.store import Collection, Key

Mode = Literal["check", "labels"]
Seed = Literal["decisions", "suggestions"]
"""What rows are taken from."""
MOST_ROWS = 1_000
MOST_BYTES = 1_500_000
"""Of the texts of a set in all, which one answer has."""
MOST_SETS = 100
RUNS_KEPT = 10


class Row(TypedDict):
    """What is expected of a text: an action, labels, or neither, which is not scored. One with a
    `policy` is judged by that.
    """

    text: str
    content_type: NotRequired[ContentType]
    policy: NotRequired[str]
    labels: NotRequired[list[str]]
    recommended_action: NotRequired[str]


class PolicyTest(TypedDict):
    """`parts` counts the documents that have its rows. `run_ids` are those that are kept, the
    newest first; `running` is the one that has not ended. The first that was completed is the
    baseline.
    """

    id: str
    name: str
    config_key: str
    team: str
    mode: Mode
    created_by: str
    row_count: int
    parts: int
    run_ids: list[str]
    running: str
    baseline: str
    created_at: int
    updated_at: int


class Rows(TypedDict):
    """A part of a set's rows; `first` is the number of the first one."""

    first: int
    rows: list[Row]


class Counts(TypedDict):
    """Over the rows that were judged so far. `hits` were expected and found, `missed` expected
    alone, `wrong` found alone: actions other than keep, or labels. `by_label` has the same of each
    label, in this order.
    """

    passed: int
    failed: int
    unscored: int
    hits: int
    missed: int
    wrong: int
    by_label: dict[str, list[int]]


class RowChange(TypedDict):
    """A row that another run judged differently."""

    row_index: int
    action_before: str
    action_now: str
    labels_before: list[str]
    labels_now: list[str]


class Comparison(TypedDict):
    """`rows` are the first hundred of `changed`."""

    run_id: str
    changed: int
    rows: list[RowChange]


class Run(TypedDict):
    """`id` is its task's as well. `last` and `baseline` compare it with the run before it and with
    the set's first. Times are nanoseconds.
    """

    id: str
    set_id: str
    config_key: str
    mode: Mode
    status: Literal["pending", "running", "completed", "failed"]
    triggered_by: str
    rows_total: int
    rows_completed: int
    parts: int
    counts: Counts
    created_at: int
    config_updated_at: NotRequired[int]
    started_at: NotRequired[int]
    completed_at: NotRequired[int]
    error_message: NotRequired[str]
    last: NotRequired[Comparison]
    baseline: NotRequired[Comparison]


class Result(TypedDict):
    """`scored` says whether anything was expected."""

    row_index: int
    message_text: str
    scored: bool
    actual_action: str
    actual_labels: list[str]
    severity: str
    created_at: int
    raw_response: dict[str, Any]
    expected_action: NotRequired[str]
    expected_labels: NotRequired[list[str]]
    passed: NotRequired[bool]
    failure_reason: NotRequired[str]


class Results(TypedDict):
    """What a run said of a part of the rows."""

    results: list[Result]


POLICY_TESTS: Collection[PolicyTest] = Collection("policy_test_set")
POLICY_TEST_ROWS: Collection[Rows] = Collection("policy_test_rows")
POLICY_TEST_RUNS: Collection[Run] = Collection("policy_test_run")
POLICY_TEST_RESULTS: Collection[Results] = Collection("policy_test_results")


def policy_test_id(name: str, team: str) -> str:
    return derived_id("policy test set", team, name)


def policy_test_key(app: str, id: str) -> Key[PolicyTest]:
    return Key(app, POLICY_TESTS, id)


def rows_key(app: str, set: str, part: int) -> Key[Rows]:
    return Key(app, POLICY_TEST_ROWS, f"{set}:{part:03d}")


def run_key(app: str, id: str) -> Key[Run]:
    return Key(app, POLICY_TEST_RUNS, id)


def results_key(app: str, run: str, part: int) -> Key[Results]:
    return Key(app, POLICY_TEST_RESULTS, f"{run}:{part:03d}")


def no_counts() -> Counts:
    return {
        "passed": 0,
        "failed": 0,
        "unscored": 0,
        "hits": 0,
        "missed": 0,
        "wrong": 0,
        "by_label": {},
    }


def precision(hits: int, wrong: int) -> float | None:
    """Of what was found, how much was expected; None where nothing was found."""
    return round(hits / (hits + wrong), 4) if hits + wrong else None


def recall(hits: int, missed: int) -> float | None:
    """Of what was expected, how much was found; None where nothing was expected."""
    return round(hits / (hits + missed), 4) if hits + missed else None
