"""The classes that an app's rules name, and which labels of engines mean them."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from common.store.store import Collection

ClassModality = Literal["text", "visual", "image", "video", "audio"]
"""`visual` is what images and the frames of videos show."""
CLASS_MODALITIES: tuple[ClassModality, ...] = ("text", "visual", "image", "video", "audio")
SEEN_AS: dict[str, tuple[str, ...]] = {"image": ("image", "visual"), "video": ("video", "visual")}
"""For which classes a label of a modality counts, where that is more than those of its own."""


class ContentClassFields(TypedDict):
    """A label counts for the class of its own name as well. Content is of the class from
    `automatic_threshold` on, and a person has to look at it from `needs_review_threshold` on; None
    is never.
    """

    modality: ClassModality
    name: str
    display_name: str
    labels: list[str]
    automatic_threshold: float
    needs_review_threshold: float | None


class ContentClass(ContentClassFields):
    """Its id is modality and name, as `text:bullying`."""

    id: str
    created_at: int
    updated_at: int


CONTENT_CLASSES: Collection[ContentClass] = Collection("content_class")


def class_id(modality: str, name: str) -> str:
    return f"{modality}:{name}"
