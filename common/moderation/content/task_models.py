"""Which of the models that a task of Hive's names have judged its content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from common.configuration.configuration import Configuration
from common.domain.models import TaskModel
from common.engines.registry import ENGINES
from common.engines.running import Outcome

_READERS = ("ai_image", "ai_video")
_SEEN = ("images", "videos")


def not_judged(
    configuration: Configuration, outcomes: Sequence[Outcome], models: Sequence[TaskModel]
) -> list[TaskModel]:
    """Those of which no engine ran, or one that ran did not judge all."""
    sees = any(each["images"] for each in configuration.providers.values())
    found: list[TaskModel] = []
    for model in models:
        own = [each for each in outcomes if model in _models_of(each.engine, sees=sees)]
        if not own or any(each.why for each in own):
            found.append(model)
    return found


def _models_of(name: str, *, sees: bool) -> Iterator[TaskModel]:
    engine = ENGINES[name]
    if engine.media is None:
        yield "text"
    asks = "secrets" in engine.needs
    if (asks and sees) or (engine.media is not None and set(engine.media) & set(_SEEN)):
        yield "visual"
    if name in _READERS:
        yield "ocr"
