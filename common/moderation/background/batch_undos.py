"""Taking back all decisions of a batch, a decision a commit, the newest first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.configuration.context import Context
from common.domain.errors import NotFound, Outdated, Refused, TryAgain
from common.domain.ids import ordered_id
from common.domain.item import Item, item_key, version_of
from common.domain.item_lists import complete
from common.domain.log import LOG, LogEntry, log_key
from common.domain.task import JobResult, Task, new_job
from common.domain.undo import REFUSALS, Refusal
from common.moderation.background import starting
from common.moderation.background.job import Job, Step
from common.moderation.reports.invalidating import DROPPED, Asked, readmit

_A_PAGE = 20
_EXAMPLES = 100
_OF_TIME = len("01234567-89ab")


async def start(
    context: Context, app: str, batch: str, by: str, reason: str, now: int, *, by_member: bool
) -> Task:
    """What the batch has by now. The task's id is the batch of what takes it back. Raises NotFound
    for a batch of which the log has nothing.
    """
    page = await context.store.query(
        LOG, app=app, equal={"batch_id": batch}, order="at", high=now, limit=1
    )
    if not page.documents:
        raise NotFound(f"the log has no batch {batch!r}", {"id": "does not exist"})
    asked = {"batch_id": batch, "by": by, "by_member": by_member, "reason": reason, "until": now}
    result: JobResult = {"decisions": 0, "undone": {}, "not_undone": {}, "examples": []}
    task = new_job("batch_undo", ordered_id(now), asked, result, now)
    await starting.start(context, app, task)
    return task


async def step(job: Job) -> Step:
    """Broken off and done again, a page finds what it has taken back before, and counts it once."""
    asked = job.task["asked"]
    page = await job.context.store.query(
        LOG,
        app=job.app,
        equal={"batch_id": asked["batch_id"]},
        order="at",
        descending=True,
        high=asked["until"],
        limit=_A_PAGE,
        cursor=job.cursor or None,
    )
    result = dict(job.task["result"])
    for document in page.documents:
        entry = document.data
        refused, why = await _take_back(job, entry)
        result["decisions"] += 1
        if refused is None:
            result["undone"] = _plus(result["undone"], entry["type"])
            continue
        result["not_undone"] = _plus(result["not_undone"], refused)
        if len(result["examples"]) < _EXAMPLES:
            result["examples"] = [*result["examples"], _example(entry, refused, why)]
    return Step(page.cursor, result)


async def _take_back(job: Job, entry: LogEntry) -> tuple[Refusal | None, str]:
    """None where it is taken back; else why not, also in words."""
    if entry["type"] == DROPPED:
        return await _readmit(job, entry)
    item = await _item(job, entry)
    if item is None and "item_id" in entry:
        return _refused("gone")
    later = await _later(job, entry, item)
    if later is not None and later.get("batch_id") == job.task["id"]:
        return None, ""
    if later is not None:
        return _refused("decided_since" if later["by"] else "content_changed")
    try:
        refused = await _decide(job, entry, item)
    except Outdated:
        refused = "decided_since"
    except NotFound:
        refused = "gone"
    except TryAgain:
        raise
    except Refused as error:
        return "refused", str(error)
    return _refused(refused) if refused is not None else (None, "")


async def _readmit(job: Job, entry: LogEntry) -> tuple[Refusal | None, str]:
    asked = job.task["asked"]
    batch = Asked(asked["by"], asked["reason"], job.task["id"], asked["until"])
    refused = await readmit(job.context, job.app, entry, batch, job.now)
    return _refused(refused) if refused is not None else (None, "")


async def _decide(job: Job, entry: LogEntry, item: Item | None) -> Refusal | None:
    from common.moderation.review.decisions import decisions, inverses
    from common.moderation.review.decisions.decision import Decision

    asked = job.task["asked"]
    configuration = await job.context.configurations.of(job.app)
    inverse = inverses.inverse_of(entry, item, configuration.actions)
    if isinstance(inverse, str):
        return inverse
    type, options = inverse
    decision = Decision(
        type,
        asked["by"],
        item["id"] if item is not None else None,
        options,
        asked["reason"],
        if_version=version_of(item) if item is not None else "",
        batch_id=job.task["id"],
        by_member=asked["by_member"],
    )
    await decisions.decide(job.context, job.app, decision, job.now)
    return None


async def _item(job: Job, entry: LogEntry) -> Item | None:
    (found,) = await job.context.store.get([item_key(job.app, entry.get("item_id", ""))])
    return found.data if found is not None else None


async def _later(job: Job, entry: LogEntry, item: Item | None) -> LogEntry | None:
    """What was done last after it, about what it was about."""
    store, at = job.context.store, entry["at"]
    known = complete(item.get("action_ids")) if item is not None else None
    if known is not None:
        # Ids sort by milliseconds only.
        since = entry["id"][:_OF_TIME]
        found = await store.get([log_key(job.app, id) for id in known if id[:_OF_TIME] >= since])
        after = [each.data for each in found if each is not None and each.data["at"] > at]
        return max(after, key=lambda each: each["at"], default=None)
    name = "item_id" if item is not None else "user_id"
    about: Mapping[str, Any] = entry
    page = await store.query(
        LOG,
        app=job.app,
        equal={name: about.get(name, "")},
        order="acted_at",
        descending=True,
        low=at + 1,
        limit=1,
    )
    return page.documents[0].data if page.documents else None


def _refused(refusal: Refusal) -> tuple[Refusal, str]:
    return refusal, REFUSALS[refusal]


def _plus(counts: Mapping[str, int], name: str) -> dict[str, int]:
    return {**counts, name: counts.get(name, 0) + 1}


def _example(entry: LogEntry, refused: Refusal, why: str) -> dict[str, str]:
    return {
        "id": entry["id"],
        "type": entry["type"],
        "item_id": entry.get("item_id", ""),
        "user_id": entry.get("user_id", ""),
        "refused": refused,
        "reason": why,
    }
