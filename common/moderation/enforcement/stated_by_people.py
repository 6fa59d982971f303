"""The statements of what people let a machine do: what a cap held, and strikes given by hand."""

from __future__ import annotations

from common.configuration.configuration import Configuration
from common.domain.enforcement import HeldEnforcement
from common.domain.ids import ordered_id
from common.domain.item import Item
from common.moderation.enforcement.ladders import Climbed
from common.moderation.enforcement.stated import (
    Made,
    Sent,
    banned,
    called_by,
    ordered,
    reverse_by_orders,
)
from common.moderation.statements.evidence import NOTHING_KNOWN, evidence_of
from common.moderation.statements.stating import Stating


async def state_released(
    stating: Stating,
    configuration: Configuration,
    held: HeldEnforcement,
    item: Item | None,
    ban: Made | None,
    sent: Sent,
) -> None:
    """A person decided it, on what a machine had proposed."""
    evidence = evidence_of(configuration, item)
    if ban is not None:
        conditions = [each["type"] for each in held["why"]]
        await stating.state(banned(ban, "moderator", evidence, item, conditions=conditions))
    else:
        for order in sent.orders:
            await stating.state(ordered(order, "moderator", evidence, item))
    await reverse_by_orders(stating, sent, held.get("decided_by", ""))


def released_ids(held: HeldEnforcement) -> list[str]:
    """Of the statements that there may be about it."""
    if "ban" in held:
        return [ordered_id(held.get("decided_at", 0), *held["ban"]["derived_from"])]
    return [order["id"] for order in held["orders"]]


async def state_climbed(stating: Stating, climbed: Climbed, sent: Sent) -> None:
    """Of strikes that a person gave."""
    called = {order.id for order in called_by(climbed)}
    for ban in climbed.bans:
        await stating.state(banned(ban, "moderator", NOTHING_KNOWN, None))
    for order in sent.orders:
        if order.id in called:
            await stating.state(ordered(order, "moderator", NOTHING_KNOWN, None))
    await reverse_by_orders(stating, sent)
