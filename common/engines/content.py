"""What the engines look at."""

from __future__ import annotations

from dataclasses import dataclass, field

from common.text.folding import Folded, fold


@dataclass(frozen=True, slots=True)
class Content:
    texts: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    videos: tuple[str, ...] = ()
    audios: tuple[str, ...] = ()
    creator_region: str | None = None
    _folded: dict[int, Folded] = field(default_factory=dict, init=False, repr=False, compare=False)

    def folded(self, index: int) -> Folded:
        """Text number `index`, folded once for all engines."""
        found = self._folded.get(index)
        if found is None:
            found = self._folded[index] = fold(self.texts[index])
        return found
