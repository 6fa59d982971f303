"""Flags as Stream's clients read them: those of engines, people and rules alike."""

from __future__ import annotations

from typing import Any, NotRequired

from typing_extensions import TypedDict

from common.domain.content import Payload
from common.domain.flag import USER_REPORT, Flag
from common.domain.item import Item
from common.domain.labels import LabelDocument, flagging_engines
from common.domain.recommendation import KEEP, strongest

AI_TEXT = "ai_text"


class SpanAnswer(TypedDict):
    """Characters `start` to `end` of the text, as the customer sent it."""

    start: int
    end: int
    term: str


class PlaceAnswer(TypedDict):
    """Which image or video of the content it is, counted from 0, and where in a video. `term` is
    what was found there, empty where the label says it all.
    """

    index: int
    second: float | None
    term: str


class EngineResult(TypedDict):
    """What an engine found in one text, image or video; `action` is what the policy asks for."""

    provider_name: str
    text: NotRequired[str]
    image: NotRequired[str]
    video: NotRequired[str]
    action: str
    labels: list[str]
    score: float
    spans: NotRequired[list[SpanAnswer]]
    places: NotRequired[list[PlaceAnswer]]


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
    """One flag for each engine whose labels asked for an action. What else ai_text found is in its
    flag, for whoever weighs the harm: that the words were kind, too, or a little vulgar.
    """
    labels = item.get("labels") or ()
    by_engine: dict[str, list[LabelDocument]] = {name: [] for name in flagging_engines(labels)}
    for label in labels:
        engine = label["engine"]
        if label["action"] != KEEP or (engine == AI_TEXT and engine in by_engine):
            by_engine[engine].append(label)
    return [_engine_flag(item, engine, found) for engine, found in by_engine.items()]


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
    """One result for each text, image and video that something was found in."""
    payload = item.get("payload") or {}
    results: list[EngineResult] = []
    for number, text in enumerate(payload.get("texts") or ()):
        if found := [each for each in labels if any(s[0] == number for s in each["spans"])]:
            spans = [span for each in found for span in each["spans"] if span[0] == number]
            result = _result(engine, found)
            result["text"] = text
            result["spans"] = [
                {"start": start, "end": end, "term": term} for _, start, end, term in spans
            ]
            results.append(result)
    for number, url in enumerate(payload.get("images") or ()):
        if (seen := _seen(engine, labels, "image", number)) is not None:
            seen["image"] = url
            results.append(seen)
    for number, url in enumerate(payload.get("videos") or ()):
        if (seen := _seen(engine, labels, "video", number)) is not None:
            seen["video"] = url
            results.append(seen)
    return results or [_result(engine, labels)]


def _seen(
    engine: str, labels: list[LabelDocument], modality: str, number: int
) -> EngineResult | None:
    found = [
        each
        for each in labels
        if each["modality"] == modality and any(p[0] == number for p in each.get("places", ()))
    ]
    if not found:
        return None
    result = _result(engine, found)
    places = [place for each in found for place in each.get("places", ()) if place[0] == number]
    result["places"] = [
        {"index": index, "second": second, "term": term} for index, second, term in places
    ]
    return result


def _result(engine: str, labels: list[LabelDocument]) -> EngineResult:
    return {
        "provider_name": engine,
        "action": strongest(label["action"] for label in labels),
        "labels": list(dict.fromkeys(label["name"] for label in labels)),
        "score": max(label["score"] for label in labels),
    }
