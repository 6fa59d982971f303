"""What OpenAI's clients have judged, and what is said of it, category by category."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from common.domain.errors import Refused

InputType = Literal["text", "image"]


@dataclass(frozen=True, slots=True)
class ModerationInput:
    """What is answered with one result. Images are URLs, `data:` among them."""

    texts: tuple[str, ...] = ()
    images: tuple[str, ...] = ()


class Verdict(NamedTuple):
    """Of one category on an input: `judged` are the kinds of what was looked at, `missing` those of
    what was not though the category can be said of it, and `failed` those of them at which an
    engine failed that another call may find well.
    """

    category: str
    score: float
    is_flagged: bool
    judged: Sequence[InputType]
    missing: Sequence[InputType]
    failed: Sequence[InputType]

    def unjudged(self, kinds: Sequence[InputType]) -> Sequence[str]:
        """Its name, where any of these kinds was not judged; if others were, with the kind."""
        if kinds and not self.judged:
            return (self.category,)
        return [f"{self.category}:{kind}" for kind in kinds]


class Unjudged(Refused):
    """Categories that were not judged, in an app that wants no answer then. Some `have_failed`, so
    that the same request may succeed later.
    """

    def __init__(self, names: Sequence[str], *, have_failed: bool) -> None:
        super().__init__(f"Not judged: {', '.join(names)}.", {"input": "was not judged"})
        self.have_failed = have_failed
