"""When an engine that costs something is asked: only where something cheaper gives a reason to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from common.domain.content import Content
from common.domain.labels import Label

REPORTED = "report"
_PARTS = 1_000_000


def ruled(rule: str) -> str:
    """How an item notes that this rule asks for the engines that wait for it."""
    return f"rule:{rule}"


@dataclass(frozen=True, slots=True)
class Cascade:
    """Any of these is reason enough: the highest score of other engines' labels (of those that are
    named, else of all) lies within `band`; the content is one of `sample` percent; it was
    reported; one of `rules` holds for it.
    """

    band: tuple[float, float] | None = None
    labels: Sequence[str] = ()
    sample: float = 0.0
    on_report: bool = False
    rules: Sequence[str] = ()

    def holds(self, content: Content, found: Sequence[Label], reasons: Collection[str]) -> bool:
        """`found` are the labels of the engines that ran before, `reasons` what the item notes."""
        if self._asked_by(reasons) or self._in_band(found):
            return True
        return self.sample > 0 and _draw(content) * 100 < self.sample

    def waits_for(self, reason: str) -> bool:
        return self._asked_by((reason,))

    def _asked_by(self, reasons: Collection[str]) -> bool:
        if self.on_report and REPORTED in reasons:
            return True
        return any(ruled(rule) in reasons for rule in self.rules)

    def _in_band(self, found: Sequence[Label]) -> bool:
        if self.band is None:
            return False
        scores = [each.score for each in found if not self.labels or each.name in self.labels]
        return self.band[0] <= max(scores, default=0.0) <= self.band[1]


def _draw(content: Content) -> float:
    """0 to 1, the same for the same content in every process and app."""
    digest = blake2b(digest_size=8)
    for piece in (*content.texts, *content.images, *content.videos, *content.audios):
        digest.update(piece.encode("utf-8", "surrogatepass"))
        digest.update(b"\x00")
    return int.from_bytes(digest.digest()) % _PARTS / _PARTS
