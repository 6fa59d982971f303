"""Flags as Stream's clients read them: those of engines, people and rules alike."""

from __future__ import annotations

from typing import Any, NotRequired

from typing_extensions import TypedDict

from common.domain.content import Payload
from common.domain.flag import USER_REPORT, Flag
from common.domain.item import Item
from common.domain.labels import LabelDocument
from common.domain.recommendation import KEEP


class SpanAnswer(TypedDict):
    """Characters `start` to `end` of the text, as the customer sent it."""

    start: int
    end: int
    term: str


class EngineResult(TypedDict):
    """What an engine found in one text; `action` is what the policy asks for."""

    provider_name: str
    text: str
    action: str
    labels: list[str]
    score: float
    spans: list[SpanAnswer]


class FlagAnswer(TypedDict):
    """`result` has an engine's results, or the customer's own fields beside the flag's labels."""

    type: str
    user_id: str
    reason: NotRequired[str]
    labels: list[str]
    custom: NotRequired[dict[str, Any]]
    result: list[EngineResult] | list[dict[str, Any]]
    created_at: int
    updated_at: int
    entity_type: str
    entity_id: str
    entity_creator_id: str
    moderation_payload: Payload
    review_queue_item_id: str


def engine_flags(item: Item) -> list[FlagAnswer]:
    """One flag for each engine whose labels asked for an action."""
    by_engine: dict[str, list[LabelDocument]] = {}
    for label in item.get("labels") or ():
        if label["action"] != KEEP:
            by_engine.setdefault(label["engine"], []).append(label)
    return [_engine_flag(item, engine, labels) for engine, labels in by_engine.items()]


def _engine_flag(item: Item, engine: str, labels: list[LabelDocument]) -> FlagAnswer:
    flag = _flag(item, engine, item.get("completed_at") or item["updated_at"])
    flag["labels"] = list(dict.fromkeys(label["name"] for label in labels))
    flag["result"] = _results(item, engine, labels)
    return flag


def flag_answer(flag: Flag, item: Item) -> FlagAnswer:
    answer = _flag(item, flag["type"], flag["created_at"])
    answer["user_id"] = flag["user_id"]
    answer["reason"] = flag["reason"]
    answer["labels"] = flag["labels"]
    answer["custom"] = flag["custom"]
    if flag["type"] != USER_REPORT:
        own = {"provider_name": flag["type"], "labels": flag["labels"], **flag["custom"]}
        answer["result"] = [own]
    return answer


def _flag(item: Item, type: str, at: int) -> FlagAnswer:
    return {
        "type": type,
        "user_id": "",
        "labels": [],
        "result": [],
        "created_at": at,
        "updated_at": at,
        "entity_type": item["entity_type"],
        "entity_id": item["entity_id"],
        "entity_creator_id": item["creator_id"],
        "moderation_payload": item.get("payload") or {},
        "review_queue_item_id": item["id"],
    }


def _results(item: Item, engine: str, labels: list[LabelDocument]) -> list[EngineResult]:
    """One result for each text that something was found in."""
    texts = (item.get("payload") or {}).get("texts") or []
    found = [
        (text, number, [each for each in labels if any(s[0] == number for s in each["spans"])])
        for number, text in enumerate(texts)
    ]
    return [_result(engine, text, number, each) for text, number, each in found if each]


def _result(engine: str, text: str, number: int, labels: list[LabelDocument]) -> EngineResult:
    spans = [span for label in labels for span in label["spans"] if span[0] == number]
    return {
        "provider_name": engine,
        "text": text,
        "action": labels[0]["action"],
        "labels": list(dict.fromkeys(label["name"] for label in labels)),
        "score": max(label["score"] for label in labels),
        "spans": [{"start": start, "end": end, "term": term} for _, start, end, term in spans],
    }
