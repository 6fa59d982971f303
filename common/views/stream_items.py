"""Items as Stream's clients read them (contract appendix A): every starred field is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NotRequired

from typing_extensions import TypedDict

from common.domain.appeal import (
    Appeal,
    AppealRole,
    AppealStatus,
    Outcome,
    outcome_of,
    role_of,
)
from common.domain.content import Payload
from common.domain.item import Escalation, Item, flags_count, version_of
from common.domain.item_locks import locker_of
from common.domain.log import LogEntry, reporter_type_of
from common.domain.review_item import ReviewItem
from common.views.masking import masked_texts
from common.views.stream_flags import FlagAnswer, engine_flags, flag_answer
from common.views.stream_users import (
    BanAnswer,
    CreatorAnswer,
    UserAnswer,
    ban_answer,
    creator_answer,
    user_answer,
)
from common.views.triggered_rules import (
    ExemptAnswer,
    HeldConditionAnswer,
    exempt_answer,
    held_conditions,
)

if TYPE_CHECKING:
    from common.rules.evaluator import Match


class ActionAnswer(TypedDict):
    """An entry of the moderation log among an item's actions. `user_id` is who did it, empty for
    Gavel itself; the clients take a user beside it, of whom they need nothing.
    """

    id: str
    created_at: int
    type: str
    user_id: str
    user: UserAnswer | None
    reason: str
    custom: dict[str, Any]
    target_user_id: str
    reporter_type: str
    ai_providers: list[str]
    review_queue_item_id: str


class AppealAnswer(TypedDict):
    """An appeal alone (contract appendix A, AppealItemResponse). The fields from `role` on are
    Gavel's own. `reversal_arrived_at` is when what takes back the decision had reached the app's
    server.
    """

    id: str
    appeal_reason: str
    attachments: list[str]
    status: AppealStatus
    entity_type: str
    entity_id: str
    created_at: int
    updated_at: int
    review_queue_item_id: NotRequired[str]
    channel_cid: NotRequired[str]
    decision_reason: NotRequired[str]
    role: AppealRole
    late: bool
    told_at: NotRequired[int]
    statement_id: NotRequired[str]
    language: NotRequired[str]
    outcome: NotRequired[Outcome]
    reversal_arrived_at: NotRequired[int]


class ItemAnswer(TypedDict):
    """Times are as the dialect has them. `assigned_to` is the moderator who has the item locked,
    `appeal` the last appeal against a decision on it.
    The fields from `deleted_at` on are Gavel's own: what moderators have done to the content, and
    in `not_judged` the engines that failed or do not exist. `masked_texts` are all texts as others
    are to see them, where the policy masks something in them; `image_hashes` are by the images'
    numbers. `version` is for `if_version`.
    """

    id: str
    created_at: int
    updated_at: int
    entity_type: str
    entity_id: str
    entity_creator_id: str
    entity_creator: CreatorAnswer | None
    moderation_payload: Payload
    moderation_payload_hash: str
    has_text: bool
    has_image: bool
    has_video: bool
    has_audio: bool
    status: str
    recommended_action: str
    completed_at: int | None
    config_key: str
    languages: list[str]
    severity: int
    ai_text_severity: str
    reviewed_at: int | None
    reviewed_by: str
    escalated: bool
    escalated_at: NotRequired[int]
    escalated_by: NotRequired[str]
    escalation_metadata: NotRequired[Escalation]
    latest_moderator_action: str
    content_changed: bool
    flags: list[FlagAnswer]
    flags_count: int
    bans: list[BanAnswer]
    actions: list[ActionAnswer]
    teams: list[str]
    version: str
    assigned_to: NotRequired[UserAnswer]
    appeal: NotRequired[AppealAnswer]
    deleted_at: NotRequired[int]
    blocked_at: NotRequired[int]
    shadow_blocked_at: NotRequired[int]
    unmasked: NotRequired[bool]
    masked_texts: NotRequired[list[str]]
    image_hashes: NotRequired[dict[str, str]]
    not_judged: NotRequired[list[str]]


class TriggeredRule(TypedDict):
    """What the clients do not know of is Gavel's own: `rule_version`, `scope`, `conditions`."""

    rule_id: str
    rule_version: int
    rule_name: str
    type: str
    scope: str
    conditions: list[HeldConditionAnswer]
    actions: list[str]
    violation_number: NotRequired[int]
    exempt: NotRequired[ExemptAnswer]


def item_answer(review_item: ReviewItem, now: int) -> ItemAnswer:
    item = review_item.item
    creator = _creator(review_item, now)
    payload = item.get("payload") or {}
    bans = review_item.creator.get("bans", ()) if review_item.creator is not None else ()
    answer: ItemAnswer = {
        "id": item["id"],
        "created_at": item["created_at"],
        "updated_at": item["updated_at"],
        "entity_type": item["entity_type"],
        "entity_id": item["entity_id"],
        "entity_creator_id": item["creator_id"],
        "entity_creator": creator,
        "moderation_payload": payload,
        "moderation_payload_hash": item.get("payload_hash", ""),
        "has_text": bool(payload.get("texts")),
        "has_image": bool(payload.get("images")),
        "has_video": bool(payload.get("videos")),
        "has_audio": bool(payload.get("audios")),
        "status": item["status"],
        "recommended_action": item["recommended_action"],
        "completed_at": item.get("completed_at"),
        "config_key": item.get("config_key", ""),
        "languages": item.get("languages", []),
        "severity": item.get("severity", 0),
        "ai_text_severity": item.get("ai_text_severity", ""),
        "reviewed_at": item.get("reviewed_at"),
        "reviewed_by": item.get("reviewed_by") or "",
        "escalated": bool(item.get("escalated")),
        "latest_moderator_action": item.get("latest_moderator_action", ""),
        "content_changed": item.get("content_changed", False),
        "flags": [*engine_flags(item), *(flag_answer(flag, item) for flag in review_item.flags)],
        "flags_count": flags_count(item),
        "bans": [ban_answer(ban, creator) for ban in bans],
        "actions": [action_answer(entry) for entry in review_item.actions],
        "teams": [item["team"]] if item.get("team") else [],
        "version": version_of(item),
    }
    if locker := locker_of(item, now):
        answer["assigned_to"] = user_answer(locker, review_item.locker, now)
    if review_item.appeal is not None:
        answer["appeal"] = appeal_answer(review_item.appeal)
    _add_escalation(answer, item)
    _add_states(answer, item)
    return answer


def _creator(review_item: ReviewItem, now: int) -> CreatorAnswer | None:
    item = review_item.item
    if not item["creator_id"]:
        return None
    return creator_answer(item["creator_id"], review_item.creator, item["created_at"], now)


def _add_escalation(answer: ItemAnswer, item: Item) -> None:
    if "escalated_at" in item:
        answer["escalated_at"] = item["escalated_at"]
    if item.get("escalated_by"):
        answer["escalated_by"] = item["escalated_by"]
    if item.get("escalation_metadata"):
        answer["escalation_metadata"] = item["escalation_metadata"]


def _add_states(answer: ItemAnswer, item: Item) -> None:
    if "deleted_at" in item:
        answer["deleted_at"] = item["deleted_at"]
    if "blocked_at" in item:
        answer["blocked_at"] = item["blocked_at"]
    if "shadow_blocked_at" in item:
        answer["shadow_blocked_at"] = item["shadow_blocked_at"]
    if "unmasked" in item:
        answer["unmasked"] = item["unmasked"]
    if (masked := masked_texts(item)) is not None:
        answer["masked_texts"] = masked
    if item.get("image_hashes"):
        answer["image_hashes"] = item["image_hashes"]
    if item.get("not_judged"):
        answer["not_judged"] = item["not_judged"]


def appeal_answer(appeal: Appeal) -> AppealAnswer:
    answer: AppealAnswer = {
        "id": appeal["id"],
        "appeal_reason": appeal["appeal_reason"],
        "attachments": appeal["attachments"],
        "status": appeal["status"],
        "entity_type": appeal["entity_type"],
        "entity_id": appeal["entity_id"],
        "created_at": appeal["created_at"],
        "updated_at": appeal["updated_at"],
        "role": role_of(appeal),
        "late": appeal.get("late", False),
    }
    if "told_at" in appeal:
        answer["told_at"] = appeal["told_at"]
    if "statement_id" in appeal:
        answer["statement_id"] = appeal["statement_id"]
    if "language" in appeal:
        answer["language"] = appeal["language"]
    if (outcome := outcome_of(appeal)) is not None:
        answer["outcome"] = outcome
    if "arrived_at" in appeal:
        answer["reversal_arrived_at"] = appeal["arrived_at"]
    if "item_id" in appeal:
        answer["review_queue_item_id"] = appeal["item_id"]
    if "channel_cid" in appeal:
        answer["channel_cid"] = appeal["channel_cid"]
    if "decision_reason" in appeal:
        answer["decision_reason"] = appeal["decision_reason"]
    return answer


def action_answer(entry: LogEntry) -> ActionAnswer:
    return {
        "id": entry["id"],
        "created_at": entry["at"],
        "type": entry["type"],
        "user_id": entry["by"],
        "user": None,
        "reason": entry["reason"],
        "custom": entry["custom"],
        "target_user_id": entry.get("user_id", ""),
        "reporter_type": reporter_type_of(entry),
        "ai_providers": entry.get("ai_providers", []),
        "review_queue_item_id": entry.get("item_id", ""),
    }


def triggered_rule(match: Match) -> TriggeredRule:
    answer: TriggeredRule = {
        "rule_id": match.rule_id,
        "rule_version": match.version,
        "rule_name": match.name,
        "type": match.kind,
        "scope": match.scope,
        "conditions": held_conditions(match),
        "actions": match.does,
    }
    if match.violation:
        answer["violation_number"] = match.violation
    if match.spared is not None:
        answer["exempt"] = exempt_answer(match, match.spared)
    return answer
