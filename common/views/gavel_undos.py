"""What rules did, and undos of it, as Gavel's own API has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NotRequired, cast

from typing_extensions import TypedDict

from common.domain.log import LogEntry, RuleEffect, Undone
from common.domain.rule import HeldCondition
from common.domain.task import JobResult, Task, TaskError
from common.domain.undo import REFUSALS, Refusal, Undo


class DoneByRule(TypedDict):
    """What the rule did with one item at one time, and at which revision of it; `undone` is there
    once some is taken back.
    """

    id: str
    at: int
    rule_id: str
    rule_version: int
    rule_name: str
    item_id: str
    entity_type: str
    entity_id: str
    user_id: str
    revision: int | None
    why: list[HeldCondition]
    effects: list[RuleEffect]
    undone: NotRequired[Undone]


class DoneByRuleAnswer(TypedDict):
    enforcements: list[DoneByRule]
    next: str | None


class NotUndone(TypedDict):
    enforcement: str
    item_id: str
    user_id: str
    action: str
    refused: Refusal
    reason: str


class UndoFound(TypedDict):
    """What there is to undo: enforcements, what they did, and whom and what it concerns, as far as
    it was looked through. `complete` where that is all, and all was looked at closely.
    """

    enforcements: int
    actions: dict[str, int]
    items: int
    users: int
    sample: list[DoneByRule]
    complete: bool


class ShownUndo(TypedDict):
    """`undone` counts by action, `not_undone` by why; `examples` are some that are not. Of a
    preview, the counts are of what was looked at closely.
    """

    id: str | None
    rule_id: str
    version: int | None
    since: int
    until: int
    by: str
    reason: str
    status: Literal["preview", "pending", "running", "completed", "failed"]
    enforcements: int
    undone: dict[str, int]
    not_undone: dict[str, int]
    examples: list[NotUndone]
    found: NotRequired[UndoFound]
    created_at: NotRequired[int]
    started_at: NotRequired[int]
    finished_at: NotRequired[int]
    error: NotRequired[TaskError]


class UndoAnswer(TypedDict):
    undo: ShownUndo


def done_answer(entries: Sequence[LogEntry], cursor: str | None) -> DoneByRuleAnswer:
    return {"enforcements": [_done(each) for each in entries], "next": cursor}


def undo_answer(undo: Undo, task: Task) -> UndoAnswer:
    shown = _shown(undo, cast(JobResult, task["result"]))
    shown["id"], shown["status"] = undo.id, task["status"]
    shown["created_at"] = task["created_at"]
    if "started_at" in task:
        shown["started_at"] = task["started_at"]
    if "finished_at" in task:
        shown["finished_at"] = task["finished_at"]
    if "error" in task:
        shown["error"] = task["error"]
    return {"undo": shown}


def preview_answer(
    undo: Undo,
    result: JobResult,
    counts: tuple[int, int, int],
    actions: dict[str, int],
    sample: Sequence[LogEntry],
    *,
    complete: bool,
) -> UndoAnswer:
    """`counts` are of enforcements, items and users."""
    shown = _shown(undo, result)
    enforcements, items, users = counts
    shown["found"] = {
        "enforcements": enforcements,
        "actions": actions,
        "items": items,
        "users": users,
        "sample": [_done(each) for each in sample],
        "complete": complete,
    }
    return {"undo": shown}


def _shown(undo: Undo, result: JobResult) -> ShownUndo:
    return {
        "id": None,
        "rule_id": undo.rule_id,
        "version": undo.version,
        "since": undo.since,
        "until": undo.until,
        "by": undo.by,
        "reason": undo.reason,
        "status": "preview",
        "enforcements": result["enforcements"],
        "undone": result["undone"],
        "not_undone": result["not_undone"],
        "examples": [_not_undone(each) for each in result["examples"]],
    }


def _not_undone(example: Mapping[str, Any]) -> NotUndone:
    refused: Refusal = example["refused"]
    return cast(NotUndone, {**example, "reason": REFUSALS[refused]})


def _done(entry: LogEntry) -> DoneByRule:
    shown: DoneByRule = {
        "id": entry["id"],
        "at": entry["at"],
        "rule_id": entry["rule_id"],
        "rule_version": entry["custom"].get("rule_version", 0),
        "rule_name": entry["reason"],
        "item_id": entry.get("item_id", ""),
        "entity_type": entry.get("entity_type", ""),
        "entity_id": entry.get("entity_id", ""),
        "user_id": entry.get("user_id", ""),
        "revision": entry.get("revision"),
        "why": entry["custom"].get("held", []),
        "effects": entry.get("effects", []),
    }
    if "undone" in entry:
        shown["undone"] = entry["undone"]
    return shown
