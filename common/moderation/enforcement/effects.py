"""What rules of Stream's builder do without an action of the app (contract section 9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from common.domain.item import Item, enter_queue, queue_before
from common.domain.recommendation import strongest
from common.domain.rule import EffectType

if TYPE_CHECKING:
    from common.rules.evaluator import Match
    from common.rules.rule import Effect

FLAG_CONTENT: EffectType = "flag_content"
ON_USER = frozenset[EffectType](("ban_user", "flag_user"))
RECOMMENDED: Mapping[EffectType, str] = {
    FLAG_CONTENT: "flag",
    "block_content": "remove",
    "shadow_content": "shadow",
    "bounce_content": "bounce",
    "bounce_flag_content": "bounce_flag",
    "bounce_remove_content": "bounce_remove",
}
"""What a check recommends where a rule does that to the content."""


@dataclass(frozen=True, slots=True)
class UserEffect:
    match: Match
    effect: Effect


def on_content(matches: Iterable[Match]) -> Iterator[Effect]:
    return (
        effect
        for each in matches
        for effect in each.effects
        if effect.type in RECOMMENDED and not each.spares(effect.type)
    )


def recommend(item: Item, known: Item | None, matches: Iterable[Match], now: int) -> None:
    """What a check answers with what rules ask for beside its policy, and whether a moderator is to
    see it. The flags themselves are raised with the rest of what the rules do. `known` is the item
    before the check.
    """
    effects = [*on_content(matches)]
    asked = [RECOMMENDED[effect.type] for effect in effects]
    before = item["recommended_action"]
    item["recommended_action"] = strongest([before, *asked])
    item["policy_recommends"] = before
    is_same = known is not None and known.get("payload_hash") == item.get("payload_hash")
    if is_same and known is not None and is_bounce(known["recommended_action"]):
        before = known["recommended_action"]
    if is_bounce(item["recommended_action"]) and not is_bounce(before):
        item["bounce_count"] = item.get("bounce_count", 0) + 1
    if any(not effect.skip_inbox for effect in effects):
        item.setdefault("before_rules", queue_before(item))
        enter_queue(item, now)


def is_bounce(recommended: str) -> bool:
    return recommended.startswith("bounce")
