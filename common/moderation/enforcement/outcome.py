"""The outcome of an evaluation, before anything is done about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from common.delivery.outbox import Order
from common.domain.flag import Flag
from common.domain.item import Item, QueueBefore
from common.domain.log import LogEntry, RuleEffect
from common.domain.recommendation import KEEP
from common.moderation.enforcement.effects import UserEffect
from common.store.store import Create

if TYPE_CHECKING:
    from common.rules.evaluator import Match


@dataclass(frozen=True, slots=True)
class Outcome:
    """`item` is what the rules saw; `entries` are all of the log's, those that are actions of the
    item first among `action_ids`. `engines` and `matches` are those with an effect; `recommended`
    is the strongest action that rules ask for, and `on_user` what they do to the author. `effects`
    are those that the entries of rules name, by the rule's id and the action.
    """

    item: Item
    engines: Sequence[str]
    matches: Sequence[Match]
    flags: Sequence[Flag]
    orders: Sequence[Order]
    entries: Sequence[Create[LogEntry]]
    action_ids: Sequence[str]
    recommended: str = KEEP
    on_user: Sequence[UserEffect] = ()
    effects: Mapping[tuple[str, str], RuleEffect] = field(default_factory=dict)

    def note_before(self, before: QueueBefore) -> None:
        """Where the item stood before these flags."""
        raised = {flag["id"] for flag in self.flags}
        for effect in self.effects.values():
            if effect["id"] in raised:
                effect["before"] = before
