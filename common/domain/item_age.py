"""When an item may go, and the job that sees to what goes in time."""

from __future__ import annotations

from typing import Literal

from common.domain.appeal_rules import appeal_rules
from common.domain.ids import derived_id
from common.domain.item import Item, flags_count, is_decided, is_first_flag, is_queued
from common.domain.recommendation import KEEP
from common.domain.retention import GRACE, retention_days
from common.domain.settings import AppSettings
from common.domain.task import Task, new_job
from common.domain.times import DAY


def item_kind(item: Item) -> Literal["clean_items", "flagged_items"]:
    """Clean is that which nothing and nobody has ever asked for a moderator."""
    asks = (
        not is_first_flag(item)
        or is_queued(item)
        or is_decided(item)
        or flags_count(item)
        or item["recommended_action"] != KEEP
        or any(name in item for name in ("reported_at", "appeal_id", "latest_moderator_action"))
    )
    return "flagged_items" if asks else "clean_items"


def last_change(item: Item) -> int:
    """When anything last came, or was found or decided."""
    times = (
        item["created_at"],
        item["updated_at"],
        item.get("content_at"),
        item.get("completed_at"),
        item.get("evaluated_at"),
        item.get("reported_at"),
        item.get("reviewed_at"),
        item.get("decided_at"),
    )
    return max(at or 0 for at in times)


def item_goes_at(item: Item, settings: AppSettings) -> int | None:
    """What a moderator has decided on stays as long as appeals against it are taken."""
    days = retention_days(settings)[item_kind(item)]
    if days is None:
        return None
    if is_decided(item) or "latest_moderator_action" in item:
        days = max(days, appeal_rules(settings).window_days)
    return last_change(item) + days * DAY


def retention_id(app: str) -> str:
    """Of the job by which what is kept goes in time."""
    return derived_id("retention", app)


def new_retention(app: str, now: int) -> Task:
    task = new_job("retention", retention_id(app), {}, {}, now)
    task["due_at"] = now + GRACE
    return task
