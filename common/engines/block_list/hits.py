"""What a compiled block list answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from common.text.folding import Folded

Hit = tuple[int, int, str]
"""Start, end and the term; in the original text where it leaves a matcher."""
Matcher = Callable[[Folded], Iterable[Hit]]
