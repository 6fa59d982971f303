"""Appeals as Stream's clients read them (contract appendix A, AppealItemResponse)."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.appeal import is_open
from common.domain.appeal_case import AppealCase
from common.domain.content import Payload
from common.domain.delivery import State
from common.domain.reversal import ReversalState, state_of
from common.domain.review_item import ReviewItem
from common.views.gavel_approvals import ApprovalView
from common.views.gavel_statements import MadeStatement
from common.views.paging import PageCursors
from common.views.stream_flags import FlagAnswer, engine_flags, flag_answer
from common.views.stream_items import (
    ActionAnswer,
    AppealAnswer,
    ItemAnswer,
    action_answer,
    appeal_answer,
)
from common.views.stream_users import UserAnswer, user_answer


class AppealedItem(TypedDict):
    """The item with the content that an appeal is about, and what was found in it; all empty where
    there is none.
    """

    actions: list[ActionAnswer]
    flags: list[FlagAnswer]
    flag_types: list[str]
    flag_labels: list[str]
    ai_text_severity: str
    severity: int
    recommended_action: str
    config_key: str
    entity_content: Payload


class AppealDecisions(TypedDict, total=False):
    """The decision that an appeal is against, and the one on the appeal."""

    original_moderation_action: ActionAnswer
    moderation_action: ActionAnswer


class ReversalDelivery(TypedDict):
    id: str
    action_id: str
    state: State


class Reversal(TypedDict):
    """What takes the decision back; its `deliveries` are the app's actions'."""

    state: ReversalState
    deliveries: list[ReversalDelivery]


class AppealOutcome(TypedDict, total=False):
    """Gavel's own, once it is decided; `reversal` where it was accepted."""

    unfounded: bool
    reversal: Reversal


class AppealItemAnswer(AppealAnswer, AppealedItem, AppealDecisions, AppealOutcome):
    user: UserAnswer


class DecidedAnswer(TypedDict):
    """Without an item where the decision was about a user of whom there is none. `appeal_item` is
    the appeal that it decided; `auto_restore_warning` says what accepting it did not bring back.
    `statements` are Gavel's own: those of reasons that it made, with what they lack. With an
    `approval` nothing was decided yet: it waits for a second person.
    """

    item: NotRequired[ItemAnswer]
    appeal_item: NotRequired[AppealItemAnswer]
    auto_restore_warning: NotRequired[str]
    statements: NotRequired[list[MadeStatement]]
    approval: NotRequired[ApprovalView]


class AppealMadeAnswer(TypedDict):
    appeal_id: str


class OneAppealAnswer(TypedDict):
    """Who appeals is shown the appeal alone, moderators what stands around it."""

    item: AppealAnswer | AppealItemAnswer


class AppealsAnswer(PageCursors):
    items: list[AppealAnswer | AppealItemAnswer]


class BulkResult(TypedDict):
    appeal_id: str
    appeal_item: AppealItemAnswer


class BulkError(TypedDict):
    appeal_id: str
    error: str


class BulkAnswer(TypedDict):
    results: list[BulkResult]
    errors: list[BulkError]


def appeal_item_answer(case: AppealCase, now: int) -> AppealItemAnswer:
    appeal = case.appeal
    return {
        **appeal_answer(appeal),
        **_appealed(case.review_item),
        **_decisions(case),
        **_outcome(case),
        "user": user_answer(appeal["user_id"], case.user, now),
    }


def _outcome(case: AppealCase) -> AppealOutcome:
    appeal = case.appeal
    if is_open(appeal):
        return {}
    found: AppealOutcome = {"unfounded": appeal.get("unfounded", False)}
    if appeal["status"] == "accepted":
        found["reversal"] = _reversal(case)
    return found


def _reversal(case: AppealCase) -> Reversal:
    sent: list[ReversalDelivery] = [
        {"id": each["id"], "action_id": each["action_id"], "state": each["state"]}
        for each in case.deliveries
    ]
    return {"state": state_of(case.appeal, case.deliveries), "deliveries": sent}


def _decisions(case: AppealCase) -> AppealDecisions:
    found: AppealDecisions = {}
    if case.original is not None:
        found["original_moderation_action"] = action_answer(case.original)
    if case.decision is not None:
        found["moderation_action"] = action_answer(case.decision)
    return found


def _appealed(review_item: ReviewItem | None) -> AppealedItem:
    if review_item is None:
        return _NO_ITEM
    item = review_item.item
    flags = [*engine_flags(item), *(flag_answer(flag, item) for flag in review_item.flags)]
    return {
        "actions": [action_answer(entry) for entry in review_item.actions],
        "flags": flags,
        "flag_types": list(dict.fromkeys(flag["type"] for flag in flags)),
        "flag_labels": list(dict.fromkeys(label for flag in flags for label in flag["labels"])),
        "ai_text_severity": item.get("ai_text_severity", ""),
        "severity": item.get("severity", 0),
        "recommended_action": item["recommended_action"],
        "config_key": item.get("config_key", ""),
        "entity_content": item.get("payload") or {},
    }


_NO_ITEM: AppealedItem = {
    "actions": [],
    "flags": [],
    "flag_types": [],
    "flag_labels": [],
    "ai_text_severity": "",
    "severity": 0,
    "recommended_action": "",
    "config_key": "",
    "entity_content": {},
}
