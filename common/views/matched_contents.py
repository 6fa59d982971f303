"""The contents that made a rule hold, as its event tells them (contract 13.4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.analysis import Classification
from common.domain.item import Item
from common.domain.labels import SEVERITIES, LabelDocument

_MOST_CONTENTS = 10


class MatchedContent(TypedDict):
    """A text or an image of the content that made the rule hold, and what it was classified as."""

    id: str
    type: Literal["text", "image", "video"]
    published_at: int
    text: NotRequired[str]
    severity: NotRequired[str]
    confidence: NotRequired[float]
    classifications: list[Classification]


def matched_contents(item: Item) -> list[MatchedContent]:
    """Those that something was found in; the whole content where nothing was."""
    payload = item.get("payload") or {}
    media: tuple[tuple[Literal["text", "image", "video"], Sequence[str]], ...] = (
        ("text", payload.get("texts") or ()),
        ("image", payload.get("images") or ()),
        ("video", payload.get("videos") or ()),
    )
    found = [
        _content(item, type, number, each)
        for type, several in media
        for number, each in enumerate(several)
    ]
    classified = [each for each in found if each["classifications"]]
    return (classified or found)[:_MOST_CONTENTS]


def _content(
    item: Item, type: Literal["text", "image", "video"], number: int, content: str
) -> MatchedContent:
    """An image or video is known by its address."""
    labels = [each for each in item.get("labels") or () if _is_in(each, type, number)]
    made: MatchedContent = {
        "id": f"{item['entity_id']}:{type}:{number}" if type == "text" else content,
        "type": type,
        "published_at": item.get("published_at") or item.get("content_at", item["created_at"]),
        "classifications": [_classification(each) for each in labels],
    }
    if type == "text":
        made["text"] = content
    if labels:
        made["confidence"] = max(label["score"] for label in labels)
    severities = [label["severity"] for label in labels if label["severity"]]
    if severities:
        made["severity"] = max(severities, key=SEVERITIES.index)
    return made


def _is_in(label: LabelDocument, type: str, number: int) -> bool:
    if label["modality"] != type:
        return False
    places = label["spans"] if type == "text" else label.get("places", [])
    return not places or any(place[0] == number for place in places)


def _classification(label: LabelDocument) -> Classification:
    made: Classification = {"name": label["name"], "confidence": label["score"]}
    if label["severity"]:
        made["severity"] = label["severity"].upper()
    return made
