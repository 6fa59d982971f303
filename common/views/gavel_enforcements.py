"""What caps hold, as Gavel's own API has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.enforcement import CapKind, HeldEnforcement, HeldStatus
from common.domain.rule import HeldCondition


class ShownEnforcement(TypedDict):
    """`cap` is which one was reached. `engine` is the policy's that asked for it where no rule did.
    `delivery_ids` are the deliveries that a release makes. `refused` is why a release has dropped
    it.
    """

    id: str
    at: int
    status: HeldStatus
    cap: CapKind
    action: str
    rule_id: str
    rule_name: str
    rule_version: int
    item_id: str
    entity_type: str
    entity_id: str
    user_id: str
    why: list[HeldCondition]
    delivery_ids: list[str]
    engine: NotRequired[str]
    decided_at: NotRequired[int]
    decided_by: NotRequired[str]
    reason: NotRequired[str]
    refused: NotRequired[str]


class EnforcementAnswer(TypedDict):
    enforcement: ShownEnforcement


class EnforcementsAnswer(TypedDict):
    enforcements: list[ShownEnforcement]
    next: str | None


class SettledAnswer(TypedDict):
    """Those that were named, as they are then; or the task that settles those of a rule."""

    enforcements: list[ShownEnforcement]
    task_id: str | None


def enforcement_answer(held: HeldEnforcement) -> EnforcementAnswer:
    return {"enforcement": _shown(held)}


def enforcements_answer(held: Sequence[HeldEnforcement], cursor: str | None) -> EnforcementsAnswer:
    return {"enforcements": [_shown(each) for each in held], "next": cursor}


def settled_answer(held: Sequence[HeldEnforcement], task: str | None = None) -> SettledAnswer:
    return {"enforcements": [_shown(each) for each in held], "task_id": task}


def _shown(held: HeldEnforcement) -> ShownEnforcement:
    shown: ShownEnforcement = {
        "id": held["id"],
        "at": held["at"],
        "status": held["status"],
        "cap": held["cap"],
        "action": held["action"],
        "rule_id": held["rule_id"],
        "rule_name": held["rule_name"],
        "rule_version": held["rule_version"],
        "item_id": held["item_id"],
        "entity_type": held["entity_type"],
        "entity_id": held["entity_id"],
        "user_id": held["user_id"],
        "why": held["why"],
        "delivery_ids": [order["id"] for order in held["orders"]],
    }
    if "engine" in held:
        shown["engine"] = held["engine"]
    if "decided_at" in held:
        shown["decided_at"] = held["decided_at"]
        shown["decided_by"] = held["decided_by"]
        shown["reason"] = held["reason"]
    if "refused" in held:
        shown["refused"] = held["refused"]
    return shown
