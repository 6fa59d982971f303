"""What Gavel's engines can say, as Stream's clients list it beside rules and policies."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from common.engines.ai_text.config import PROFILES
from common.engines.image_labels import KINDS


class ImageLabel(TypedDict):
    key: str
    label: str
    group: str
    description: str


class ProfileSummary(TypedDict):
    name: str
    display_name: NotRequired[str]
    text_type: NotRequired[str]


def image_labels() -> list[ImageLabel]:
    return [
        {"key": kind, "label": kind, "group": group, "description": f"{kind}, of {group}"}
        for group, kinds in KINDS.items()
        for kind in kinds
    ]


def image_subclassifications() -> dict[str, list[str]]:
    return {group: list(kinds) for group, kinds in KINDS.items()}


def text_profiles() -> list[ProfileSummary]:
    """Those that `ai_text_config.profile` can name."""
    return [{"name": name} for name in PROFILES]
