"""What compares meanings: a model makes vectors of phrases and of windows of a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from common.engines.semantic.lanes import Rows
from common.engines.semantic.vectors import SIZE, harmless, static_vectors
from common.engines.semantic.windows import Window
from common.text.folding import fold

if TYPE_CHECKING:
    from common.engines.semantic.config import Tier

Vector = Sequence[int]


class Model(Protocol):
    """`most_windows` of a content are looked at; None means all. `harmless` are vectors of
    messages in which nothing is bad.
    """

    @property
    def tier(self) -> Tier: ...

    @property
    def most_windows(self) -> int | None: ...

    @property
    def harmless(self) -> Rows: ...

    def of_phrases(self, phrases: Sequence[str]) -> list[Vector]: ...

    def of_windows(self, windows: Sequence[Window]) -> list[Vector]: ...


class StaticModel:
    tier: Tier = "vectors"
    most_windows = None

    @property
    def harmless(self) -> Rows:
        return harmless("data/harmless.bin", SIZE)

    def of_phrases(self, phrases: Sequence[str]) -> list[Vector]:
        known = static_vectors()
        return [known.direction(fold(phrase).tokens) for phrase in phrases]

    def of_windows(self, windows: Sequence[Window]) -> list[Vector]:
        known = static_vectors()
        return [known.vector(window.words) for window in windows]


def meaningless(phrases: Sequence[str]) -> int | None:
    """The first phrase without a word in it."""
    wordless = (number for number, each in enumerate(phrases) if not fold(each).tokens)
    return next(wordless, None)


def model_of(tier: Tier) -> Model:
    """Raises Unavailable for one that is not installed."""
    if tier == "minilm":
        from common.engines.semantic.minilm import minilm

        return minilm()
    return StaticModel()
