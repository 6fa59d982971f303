"""Reports in Hive's manner: about posts and users that were submitted before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from common.configuration.context import Context
from common.domain.content import HIVE_POST, USER_ENTITY
from common.domain.errors import Invalid, NotFound
from common.domain.ids import derived_id
from common.domain.item import Item, item_id, item_key
from common.domain.user import history_key, user_key
from common.moderation.reports.flags import flag
from common.moderation.reports.new_flags import NewFlag
from common.store.store import Key


@dataclass(frozen=True, slots=True)
class Report:
    """Exactly one of `post_id` and `user_id` is set; `categories` are category keys. `said_with`
    is where it came with a task that may be sent again.
    """

    post_id: str | None
    user_id: str | None
    categories: tuple[str, ...]
    reporter_id: str = ""
    reason: str = ""
    said_with: str = ""


def with_task(number: int, categories: Sequence[str], reason: str) -> str:
    """What tells a task's report of that number from others of the post that nobody has signed."""
    return derived_id("task's report", str(number), reason, *sorted(categories))


async def report(context: Context, app: str, report: Report, now: int) -> Item:
    """Returns the item. Raises NotFound for what was never submitted, Invalid for a category that
    is not configured for it.
    """
    await check_categories(context, app, report)
    creator = await _creator(context, app, report)
    new = NewFlag(
        HIVE_POST if report.post_id else USER_ENTITY,
        report.post_id or report.user_id or "",
        report.reporter_id,
        creator_id=creator,
        reason=report.reason,
        categories=report.categories,
        labels=report.categories,
        reviewable=False,
        said_with=report.said_with,
    )
    return await flag(context, app, [new], now, named="reporter_id")


async def check_categories(context: Context, app: str, report: Report) -> None:
    """Raises Invalid for one that is not configured for what is reported."""
    configuration = await context.configurations.of(app)
    known = configuration.report_categories
    wanted = "posts" if report.post_id else "users"
    for category in report.categories:
        document = known.get(category)
        if document is None:
            raise Invalid.field("report_categories", f"names {category!r}, which is not configured")
        if document["applies_to"] not in (wanted, "both"):
            raise Invalid.field(
                "report_categories", f"names {category!r}, which does not apply to {wanted}"
            )


async def _creator(context: Context, app: str, report: Report) -> str:
    if report.post_id:
        (item,) = await context.store.get([item_key(app, item_id(app, HIVE_POST, report.post_id))])
        if item is None:
            raise NotFound(
                f"post {report.post_id!r} was never submitted", {"post_id": "was never submitted"}
            )
        return item.data["creator_id"]
    user = report.user_id or ""
    keys: list[Key[Any]] = [history_key(app, user), user_key(app, user)]
    if not any(await context.store.get(keys)):
        raise NotFound(f"user {user!r} never submitted anything", {"user_id": "is not known"})
    return user
