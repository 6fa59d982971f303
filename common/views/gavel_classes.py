"""An app's classes, as Gavel's own API has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.content_class import ClassModality, ContentClass


class ShownClass(TypedDict):
    """`updated_at` is there where the app has said something of it."""

    id: str
    modality: ClassModality
    name: str
    display_name: str
    labels: list[str]
    automatic_threshold: float
    needs_review_threshold: float | Literal["never"]
    updated_at: NotRequired[int]


ClassAnswer = TypedDict("ClassAnswer", {"class": ShownClass})


class ClassesAnswer(TypedDict):
    classes: list[ShownClass]
    next: str | None


def class_answer(known: ContentClass) -> ClassAnswer:
    return {"class": _shown(known)}


def classes_answer(known: Sequence[ContentClass], cursor: str | None) -> ClassesAnswer:
    return {"classes": [_shown(each) for each in known], "next": cursor}


def _shown(known: ContentClass) -> ShownClass:
    review = known["needs_review_threshold"]
    shown: ShownClass = {
        "id": known["id"],
        "modality": known["modality"],
        "name": known["name"],
        "display_name": known["display_name"],
        "labels": known["labels"],
        "automatic_threshold": known["automatic_threshold"],
        "needs_review_threshold": "never" if review is None else review,
    }
    if known["updated_at"]:
        shown["updated_at"] = known["updated_at"]
    return shown
