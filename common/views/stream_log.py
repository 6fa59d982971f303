"""The log of actions and queries of flags as Stream's clients read them (contract appendix A)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NotRequired, cast

from typing_extensions import TypedDict

from common.domain.flag import Flag
from common.domain.log import LogEntry
from common.domain.review_item import ReviewItem
from common.domain.user import User
from common.views.stream_flags import FlagAnswer, engine_flags, flag_answer
from common.views.stream_items import ActionAnswer, ItemAnswer, action_answer, item_answer
from common.views.stream_users import UserAnswer, user_answer

Acted = tuple[LogEntry, ReviewItem | None, User | None, User | None]
"""An entry, its item, who did it, and to whom."""


class LoggedAction(ActionAnswer):
    target_user: NotRequired[UserAnswer]
    review_queue_item: NotRequired[ItemAnswer]


class ActionLogsAnswer(TypedDict):
    logs: list[LoggedAction]
    next: NotRequired[str]
    prev: NotRequired[str]


class QueriedFlag(FlagAnswer):
    user: NotRequired[UserAnswer]
    review_queue_item: ItemAnswer


class FlagsAnswer(TypedDict):
    flags: list[QueriedFlag]
    next: NotRequired[str]
    prev: NotRequired[str]


class FlagCountAnswer(TypedDict):
    count: int


def action_logs_answer(
    found: Iterable[Acted], next: str | None, prev: str | None, now: int
) -> ActionLogsAnswer:
    answer: ActionLogsAnswer = {"logs": [_logged(*each, now) for each in found]}
    if next:
        answer["next"] = next
    if prev:
        answer["prev"] = prev
    return answer


def _logged(
    entry: LogEntry, review_item: ReviewItem | None, by: User | None, target: User | None, now: int
) -> LoggedAction:
    answer = cast(LoggedAction, {**action_answer(entry)})
    if entry["by"]:
        answer["user"] = user_answer(entry["by"], by, now)
    if answer["target_user_id"]:
        answer["target_user"] = user_answer(answer["target_user_id"], target, now)
    if review_item is not None:
        answer["review_queue_item"] = item_answer(review_item, now)
    return answer


def flags_answer(
    found: Iterable[tuple[Flag, ReviewItem]],
    users: Mapping[str, User],
    next: str | None,
    prev: str | None,
    now: int,
) -> FlagsAnswer:
    answer: FlagsAnswer = {"flags": [_flag(*each, users, now) for each in found]}
    if next:
        answer["next"] = next
    if prev:
        answer["prev"] = prev
    return answer


def _flag(flag: Flag, review_item: ReviewItem, users: Mapping[str, User], now: int) -> QueriedFlag:
    item = review_item.item
    by_engine = {each["type"]: each for each in engine_flags(item)} if "is_engine" in flag else {}
    shown = by_engine.get(flag["type"]) or flag_answer(flag, item)
    answer = cast(QueriedFlag, {**shown, "review_queue_item": item_answer(review_item, now)})
    answer["created_at"] = flag["created_at"]
    if flag["user_id"]:
        answer["user"] = user_answer(flag["user_id"], users.get(flag["user_id"]), now)
    return answer
