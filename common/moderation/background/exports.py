"""Exports of the log of actions and of the review queue, as CSV, from the oldest on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from common.domain.item import ITEMS, Item, flags_count
from common.domain.labels import LabelDocument
from common.domain.log import LOG, LogEntry, reporter_type_of
from common.domain.recommendation import KEEP
from common.domain.task import Task
from common.domain.times import to_rfc3339
from common.domain.webhook import EventType
from common.moderation.background import files
from common.moderation.background.job import Job, Step
from common.moderation.csv_rows import csv_text
from common.store.store import Collection
from common.views.log_rows import COLUMNS, log_row

_PAGE = 100
_MOST_TEXT = 2_000


@dataclass(frozen=True, slots=True)
class Export:
    """`order` is the time that the documents are exported by; `row` has a cell for each column."""

    collection: Collection[Any]
    order: str
    columns: tuple[str, ...]
    row: Callable[[Any], Sequence[object]]
    success: EventType
    error: EventType

    async def step(self, job: Job) -> Step:
        number, _, cursor = job.cursor.partition("|")
        part, asked = int(number or 0), job.task["asked"]
        page = await job.context.store.query(
            self.collection,
            app=job.app,
            order=self.order,
            low=asked["since"],
            high=asked["until"],
            limit=_PAGE,
            cursor=cursor or None,
        )
        documents = [document.data for document in page.documents]
        rows = [self.row(each) for each in documents]
        text = csv_text([self.columns, *rows] if part == 0 else rows)
        files.add_part(job, part, text)
        result = dict(job.task["result"])
        result["rows"] += len(rows)
        result["bytes"] += len(text.encode())
        result["parts"] = part + 1
        if page.cursor is None:
            return Step(None, result)
        if result["bytes"] >= files.MOST_BYTES:
            result["complete_until"] = to_rfc3339(documents[-1][self.order])
            return Step(None, result)
        return Step(f"{part + 1}|{page.cursor}", result)

    async def ended(self, job: Job, task: Task) -> None:
        await files.ended(job, task, self.success, self.error)


def _of_entry(entry: LogEntry) -> Sequence[object]:
    return (
        entry["id"],
        to_rfc3339(entry["at"]),
        entry["type"],
        entry["by"],
        reporter_type_of(entry),
        entry.get("user_id", ""),
        entry["reason"],
        entry["result"],
        entry.get("item_id", ""),
        entry.get("entity_type", ""),
        entry.get("entity_id", ""),
        ";".join(entry.get("ai_providers", ())),
    )


def _of_item(item: Item) -> Sequence[object]:
    labels: list[LabelDocument] = item.get("labels") or []
    texts = (item.get("payload") or {}).get("texts") or ()
    reviewed_at = item.get("reviewed_at")
    return (
        item["id"],
        to_rfc3339(item["created_at"]),
        item["entity_type"],
        item["entity_id"],
        item["creator_id"],
        item["status"],
        item["recommended_action"],
        ";".join(dict.fromkeys(each["name"] for each in labels if each["action"] != KEEP)),
        flags_count(item),
        to_rfc3339(reviewed_at) if reviewed_at else "",
        item.get("reviewed_by", ""),
        item.get("latest_moderator_action", ""),
        "\n".join(texts)[:_MOST_TEXT],
    )


EXPORTS: Mapping[str, Export] = {
    "whole_log_export": Export(
        LOG, "at", COLUMNS, log_row, EventType.LOGS_EXPORTED, EventType.LOGS_NOT_EXPORTED
    ),
    "log_export": Export(
        LOG,
        "acted_at",
        (
            "id",
            "created_at",
            "type",
            "user_id",
            "reporter_type",
            "target_user_id",
            "reason",
            "result",
            "review_queue_item_id",
            "entity_type",
            "entity_id",
            "ai_providers",
        ),
        _of_entry,
        EventType.LOGS_EXPORTED,
        EventType.LOGS_NOT_EXPORTED,
    ),
    "queue_export": Export(
        ITEMS,
        "queue_created_at",
        (
            "id",
            "created_at",
            "entity_type",
            "entity_id",
            "entity_creator_id",
            "status",
            "recommended_action",
            "labels",
            "flags_count",
            "reviewed_at",
            "reviewed_by",
            "latest_moderator_action",
            "text",
        ),
        _of_item,
        EventType.QUEUE_EXPORTED,
        EventType.QUEUE_NOT_EXPORTED,
    ),
}
