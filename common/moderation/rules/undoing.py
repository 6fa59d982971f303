"""Undo of what a rule did since a time: looked at before, started, and read back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from common.configuration.context import Context
from common.domain.errors import Invalid, NotFound
from common.domain.ids import ordered_id
from common.domain.log import LOG, LogEntry
from common.domain.task import JobKind, JobResult, Task, task_key
from common.domain.undo import Taken, Undo
from common.moderation.resources import resources
from common.moderation.resources.kinds import RULE
from common.moderation.rules.taking_back import TakingBack
from common.store.store import Document, Page
from common.store.unit_of_work import UnitOfWork

KIND: JobKind = "rule_undo"
LOOKED_AT = 100
"""Enforcements of a preview that are looked at one by one, the newest first."""
_COUNTED = 10_000
_PAGE = 100
EXAMPLES = 50


@dataclass(slots=True)
class Preview:
    """`found` are the enforcements there are, up to ten thousand, by what they did; `checked` of
    them were looked at, as the undo would. `complete` says that these are all.
    """

    found: int = 0
    checked: int = 0
    complete: bool = True
    by_action: Counter[str] = field(default_factory=Counter)
    items: set[str] = field(default_factory=set)
    users: set[str] = field(default_factory=set)
    result: JobResult = field(default_factory=dict)
    sample: list[LogEntry] = field(default_factory=list)


def new_result() -> JobResult:
    return {"enforcements": 0, "undone": {}, "not_undone": {}, "examples": []}


async def preview(context: Context, app: str, undo: Undo, now: int) -> Preview:
    """What the undo would do, of which nothing is committed."""
    found = Preview(result=new_result())
    configuration = await context.configurations.fresh(app)
    unit = UnitOfWork(context.store)
    taking = TakingBack(context, configuration, unit, undo, now)
    cursor: str | None = None
    while True:
        page = await page_of(context, app, undo, cursor)
        for document in of_version(page.documents, undo):
            found.found += 1
            _count(found, document.data)
            if found.checked < LOOKED_AT:
                found.checked += 1
                taken = await taking.of(document.key)
                add_up(found.result, document.data, taken)
        cursor = page.cursor
        if cursor is None:
            break
        if found.found >= _COUNTED:
            found.complete = False
            break
    found.complete = found.complete and found.checked == found.found
    return found


async def get(context: Context, app: str, id: str) -> Task:
    (found,) = await context.store.get([task_key(app, id)])
    if found is None or found.data.get("kind") != KIND:
        raise NotFound(f"there is no undo {id!r}", {"id": "does not exist"})
    return found.data


def new_undo(rule_id: str, version: int | None, since: int, by: str, reason: str, now: int) -> Undo:
    """Up to now: what the rule does from now on is no part of it."""
    if since >= now:
        raise Invalid.field("since", "is not before now")
    return Undo(ordered_id(now), rule_id, version, since, now, by, reason)


def undo_of(task: Task) -> Undo:
    asked = task["asked"]
    return Undo(
        task["id"],
        asked["rule_id"],
        asked["version"],
        asked["since"],
        asked["until"],
        asked["by"],
        asked["reason"],
    )


async def check_known(context: Context, app: str, rule_id: str) -> None:
    """Raises Invalid for a rule that neither exists nor has ever done anything."""
    if await resources.find(context, app, RULE, rule_id) is not None:
        return
    page = await context.store.query(LOG, app=app, equal={"rule_id": rule_id}, order="at", limit=1)
    if not page.documents:
        raise Invalid.field("rule_id", f"is {rule_id!r}, which is no rule of the app")


async def done_by(
    context: Context,
    app: str,
    rule_id: str,
    since: int | None,
    until: int | None,
    limit: int,
    cursor: str | None,
) -> Page[LogEntry]:
    """The newest first."""
    return await context.store.query(
        LOG,
        app=app,
        equal={"rule_id": rule_id},
        order="at",
        descending=True,
        low=since,
        high=until,
        limit=limit,
        cursor=cursor,
    )


async def page_of(
    context: Context, app: str, undo: Undo, cursor: str | None, limit: int = _PAGE
) -> Page[LogEntry]:
    """The newest first, as a later one may stand on an earlier."""
    return await done_by(context, app, undo.rule_id, undo.since, undo.until, limit, cursor)


def of_version(documents: Iterable[Document[LogEntry]], undo: Undo) -> list[Document[LogEntry]]:
    """Those of the version that is undone, which were to do something."""
    return [
        document
        for document in documents
        if "effects" in document.data
        and undo.version in (None, document.data["custom"].get("rule_version"))
    ]


def add_up(result: JobResult, entry: LogEntry, taken: Sequence[Taken]) -> None:
    """In place, but for nested values, which are replaced."""
    result["enforcements"] += 1
    for each in taken:
        if each.refused is None:
            result["undone"] = _plus(result["undone"], each.action)
            continue
        result["not_undone"] = _plus(result["not_undone"], each.refused)
        if each.refused != "not_done" and len(result["examples"]) < EXAMPLES:
            result["examples"] = [*result["examples"], _example(entry, each)]


def _plus(counts: Mapping[str, int], name: str) -> dict[str, int]:
    return {**counts, name: counts.get(name, 0) + 1}


def _example(entry: LogEntry, taken: Taken) -> dict[str, Any]:
    return {
        "enforcement": entry["id"],
        "item_id": entry.get("item_id", ""),
        "user_id": entry.get("user_id", ""),
        "action": taken.action,
        "refused": taken.refused,
    }


def _count(found: Preview, entry: LogEntry) -> None:
    found.by_action.update(
        effect["action"] for effect in entry["effects"] if effect["result"] in ("done", "held")
    )
    found.items.add(entry.get("item_id", ""))
    if user := entry.get("user_id"):
        found.users.add(user)
    if len(found.sample) < EXAMPLES:
        found.sample.append(entry)
