"""What Stream's clients are told of a check."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NotRequired

from typing_extensions import TypedDict

from common.domain.item import Item
from common.domain.recommendation import strongest
from common.domain.review_item import ReviewItem
from common.domain.standing import Scope, Standing, StandingBan
from common.views.stream_items import (
    ItemAnswer,
    TriggeredRule,
    item_answer,
    triggered_rule,
)
from common.views.triggered_rules import NotLookedAtAnswer, not_looked_at_answers

if TYPE_CHECKING:
    from common.rules.evaluator import Match, NotLookedAt


class CreatorBan(TypedDict):
    """Of the account, of the channel that the content names, or of another who wrote from the same
    address. Without `expires` it is for good.
    """

    scope: Scope
    created_at: int
    reason: str
    shadow: bool
    channel_cid: NotRequired[str]
    expires: NotRequired[int]


class CheckAnswer(TypedDict):
    """`item` is there where there is something for a moderator to see, `task_id` while slow engines
    have yet to answer. `not_judged` names the engines that failed, and those that the policy
    asks for and that do not exist; what they might have found is not known. `triggered_rule` is
    the first of `triggered_rules`; `not_looked_at` has the rules behind it where only the first
    counts. `creator_ban` is what keeps the creator from posting there; the
    recommended action is not less than that asks for, and the item says what its content does.
    `configuration_version` is that of the policies, rules and lists that it went by.
    """

    status: str
    recommended_action: str
    triggered_rules: list[TriggeredRule]
    triggered_rule: NotRequired[TriggeredRule]
    not_looked_at: NotRequired[list[NotLookedAtAnswer]]
    task_id: NotRequired[str]
    item: NotRequired[ItemAnswer]
    not_judged: NotRequired[list[str]]
    creator_ban: NotRequired[CreatorBan]
    configuration_version: int


class CustomCheckAnswer(TypedDict):
    id: str
    status: str
    item: ItemAnswer


def check_answer(
    item: Item,
    triggered: Sequence[Match],
    not_looked_at: Sequence[NotLookedAt],
    task_id: str | None,
    review_item: ReviewItem | None,
    standing: Standing,
    configuration_version: int,
    now: int,
) -> CheckAnswer:
    rules = [triggered_rule(match) for match in triggered]
    answer: CheckAnswer = {
        "status": item["status"],
        "recommended_action": strongest([item["recommended_action"], standing.recommended_action]),
        "triggered_rules": rules,
        "configuration_version": configuration_version,
    }
    if standing.ban is not None:
        answer["creator_ban"] = _creator_ban(standing.ban)
    if item.get("not_judged"):
        answer["not_judged"] = item["not_judged"]
    if rules:
        answer["triggered_rule"] = rules[0]
    if not_looked_at:
        answer["not_looked_at"] = not_looked_at_answers(not_looked_at)
    if task_id:
        answer["task_id"] = task_id
    if review_item is not None:
        answer["item"] = item_answer(review_item, now)
    return answer


def _creator_ban(ban: StandingBan) -> CreatorBan:
    record = ban.record
    answer: CreatorBan = {
        "scope": ban.scope,
        "created_at": record["created_at"],
        "reason": record["reason"],
        "shadow": record["shadow"],
    }
    if "channel_cid" in record:
        answer["channel_cid"] = record["channel_cid"]
    if record["expires"] is not None:
        answer["expires"] = record["expires"]
    return answer


def custom_check_answer(review_item: ReviewItem, now: int) -> CustomCheckAnswer:
    item = item_answer(review_item, now)
    return {"id": item["id"], "status": item["status"], "item": item}
