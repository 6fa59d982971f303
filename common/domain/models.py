"""The models that Hive's tasks name: what each looks at, and which labels are its own."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from common.domain.labels import LabelDocument

TaskModel = Literal["text", "visual", "ocr", "audio"]
LOOKS_AT: dict[TaskModel, Collection[str]] = {
    "text": ("texts",),
    "visual": ("images", "videos"),
    "ocr": ("images", "videos"),
    "audio": ("audios", "videos"),
}
_PICTURED = ("image", "video")


def is_of(model: TaskModel, label: LabelDocument, written: Collection[str]) -> bool:
    """Whether the label is one of the model's; `written` are those of what stands in pictures."""
    if label["modality"] in _PICTURED:
        return model == ("ocr" if label["name"] in written else "visual")
    return model == label["modality"]
