"""The statements that follow from what rules, engines and strikes lead to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, cast

from common.configuration.configuration import Configuration
from common.delivery.outbox import Order
from common.domain.delivery import Delivery, item_subject, user_subject
from common.domain.ids import derived_id
from common.domain.item import Item, author_of, is_decided
from common.domain.log import LogEntry
from common.domain.rule import EffectType
from common.domain.statement import standing_name
from common.domain.user import User
from common.moderation.enforcement.ladders import Climbed
from common.moderation.enforcement.triggering import CHECKED
from common.moderation.statements.evidence import Evidence, evidence_of
from common.moderation.statements.restriction import DecidedBy, Restriction
from common.moderation.statements.stating import Stating

if TYPE_CHECKING:
    from common.moderation.enforcement.consequences import Consequences
    from common.moderation.enforcement.outcome import Outcome

_EFFECTS: Mapping[EffectType, str] = {
    "block_content": "block",
    "shadow_content": "shadow_block",
    "bounce_content": "bounce",
    "bounce_flag_content": "bounce",
    "bounce_remove_content": "bounce",
}
"""What rules of Stream's builder do to content, as the built-in action that it is."""
_RECOMMENDED = {
    "shadow": "shadow_block",
    "remove": "block",
    "bounce": "bounce",
    "bounce_flag": "bounce",
    "bounce_remove": "bounce",
}
"""What a policy recommends, likewise."""
_REPORTED = ("reported_post", "reported_user")


class Made(Protocol):
    """A ban: the user as they are then, with it as the last of theirs."""

    @property
    def user(self) -> User: ...
    @property
    def entry(self) -> LogEntry: ...


class Sent:
    """What was ordered, and which of it a moderator's decision had superseded by then."""

    def __init__(self, pairs: Iterable[tuple[Order, Delivery]]) -> None:
        self.orders = [order for order, each in pairs if each["state"] != "superseded"]


async def state_evaluation(
    stating: Stating,
    configuration: Configuration,
    item: Item,
    of: Consequences,
    causes: Collection[str],
    sent: Sent,
) -> None:
    """Of one evaluation. `item` is as it will be, with the `causes` that it was evaluated for."""
    evaluated = _Evaluated(configuration, item, of.outcome, causes)
    found = [
        *evaluated.effects(),
        *evaluated.policy(),
        *evaluated.bans([of.banned] if of.banned is not None else [], "engine"),
        *evaluated.bans(of.done.bans, "rule"),
        *evaluated.bans(of.ladder.bans, "rule"),
    ]
    ids = {order.id for order in (*of.outcome.orders, *called_by(of.ladder))}
    found += [evaluated.order(order) for order in sent.orders if order.id in ids]
    for restriction in found:
        await stating.state(restriction)
    await reverse_by_orders(stating, sent)


async def reverse_by_orders(stating: Stating, sent: Sent, by: str = "") -> None:
    """What the app's own actions take back that were ordered."""
    for order in sent.orders:
        if order.reverses:
            names = [standing_name(id, is_built_in=False) for id in order.reverses]
            await stating.reverse(order.subject, names, by, order.id)


def called_by(climbed: Climbed) -> list[Order]:
    """What steps of a ladder call, but for what carries out a ban of theirs."""
    effects = [effect for each in climbed.effects.values() for effect in each]
    carrying = {id for effect in effects for id in effect.get("deliveries", ())}
    return [order for order in climbed.orders if order.id not in carrying]


def ordered(
    order: Order,
    decided_by: DecidedBy,
    evidence: Evidence,
    item: Item | None,
    *,
    reason: str = "",
    since: int = 0,
    id: str = "",
) -> Restriction:
    """What an app's own action is called for, as a decision with that `id` where it is one."""
    why = order.why
    user = order.data.get("user_id") or (author_of(item) if item is not None else "")
    return Restriction(
        id or order.id,
        order.action_id,
        False,
        decided_by,
        order.subject,
        user,
        item,
        evidence,
        [held["type"] for held in why.get("held", ())] or _strikes(why),
        why.get("rule_id", ""),
        why.get("rule_version", 0),
        reason=reason,
        since=since,
    )


def banned(
    made: Made,
    decided_by: DecidedBy,
    evidence: Evidence,
    item: Item | None,
    *,
    conditions: Sequence[str] = (),
    reason: str = "",
    since: int = 0,
) -> Restriction:
    """A ban of the account, by no moderator's own decision."""
    record, custom = made.user["bans"][-1], made.entry["custom"]
    return Restriction(
        made.entry["id"],
        "shadow_ban" if record["shadow"] else "ban",
        True,
        decided_by,
        user_subject(made.user["id"]),
        made.user["id"],
        item,
        evidence,
        conditions or _strikes(custom),
        custom.get("rule_id", ""),
        custom.get("rule_version", 0),
        reason=reason,
        ends_at=record["expires"],
        since=since,
    )


def _strikes(named: Mapping[str, object]) -> list[str]:
    return ["strikes"] if "strike_policy" in named else []


def effect_id(item_id: str, revision: int, rule_id: str, action: str) -> str:
    """Of what a rule did to the content itself."""
    return derived_id("rule's restriction", item_id, str(revision), rule_id, action)


def still_restricts(item: Item, action: str) -> bool:
    """Whether what a rule did to the content is to be done for another reason, too."""
    asked = _RECOMMENDED.get(item["recommended_action"])
    return asked is not None and asked == _EFFECTS.get(cast(EffectType, action))


class _Evaluated:
    def __init__(
        self,
        configuration: Configuration,
        item: Item,
        outcome: Outcome,
        causes: Collection[str],
    ) -> None:
        self._item = item
        self._outcome = outcome
        self._causes = causes
        self._matches = {match.rule_id: match for match in outcome.matches}
        labels = outcome.item.get("labels") or ()
        self._unreported = evidence_of(configuration, item, labels, is_reported=False)
        self._reported = evidence_of(configuration, item, labels)

    def effects(self) -> list[Restriction]:
        found = []
        for (rule_id, action), effect in self._outcome.effects.items():
            if action in _EFFECTS and effect["result"] != "held":
                id = effect_id(self._item["id"], self._item["revision"], rule_id, action)
                built_in = _EFFECTS[cast(EffectType, action)]
                found.append(self._on_content(id, built_in, "rule", rule_id))
        return found

    def policy(self) -> list[Restriction]:
        """What was answered to the check, and is to be done, without any rule."""
        item = self._item
        is_checked = CHECKED in self._causes and bool(self._outcome.engines)
        if not is_checked or is_decided(item) or item.get("raised_by_report"):
            return []
        asked = item.get("policy_recommends", item["recommended_action"])
        if asked not in _RECOMMENDED:
            return []
        id = derived_id("policy's restriction", item["id"], str(item["revision"]))
        return [self._on_content(id, _RECOMMENDED[asked], "engine")]

    def bans(self, made: Sequence[Made], by: DecidedBy) -> list[Restriction]:
        return [
            banned(
                each,
                by,
                self._evidence(each.entry["custom"].get("rule_id", "")),
                self._item,
                conditions=self._conditions(each.entry["custom"].get("rule_id", "")),
                since=self._since,
            )
            for each in made
        ]

    def order(self, order: Order) -> Restriction:
        evidence = self._evidence(order.why.get("rule_id", ""))
        return ordered(order, "rule", evidence, self._item, since=self._since)

    def _on_content(self, id: str, action: str, by: DecidedBy, rule_id: str = "") -> Restriction:
        item = self._item
        match: Any = self._matches.get(rule_id)
        return Restriction(
            id,
            action,
            True,
            by,
            item_subject(item["id"]),
            author_of(item),
            item,
            self._evidence(rule_id),
            self._conditions(rule_id),
            rule_id,
            match.version if match is not None else 0,
            since=self._since,
        )

    @property
    def _since(self) -> int:
        return self._item.get("content_at", 0)

    def _evidence(self, rule_id: str) -> Evidence:
        match = self._matches.get(rule_id)
        is_reported = match is not None and match.scope in _REPORTED
        return self._reported if is_reported else self._unreported

    def _conditions(self, rule_id: str) -> list[str]:
        match = self._matches.get(rule_id)
        return [held.type for held in match.held] if match is not None else []
