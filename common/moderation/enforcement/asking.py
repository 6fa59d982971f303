"""Asking engines that wait for a reason: a report, or a rule that held (see engines/cascade.py)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from common.configuration.configuration import Configuration
from common.domain.item import Item, is_decided
from common.domain.policy import find_policy
from common.domain.task import new_task
from common.engines.cascade import REPORTED, ruled
from common.moderation.enforcement import triggering
from common.queue.messages import ScanOrder
from common.store.unit_of_work import UnitOfWork


def ask_if_due(
    unit: UnitOfWork, configuration: Configuration, item: Item, rules: Collection[str], now: int
) -> None:
    """Orders another look at the content where the policy waits for what has happened: `rules` are
    the ids of those that held. The same reason orders it once for one content.
    """
    if is_decided(item) or item.get("bypassed") or not item.get("payload"):
        return
    reported = triggering.REPORTED in item["pending"]
    wanted = {
        reason
        for asking in _waiting(configuration, item)
        for reason in _reasons(asking, rules, reported=reported)
    }
    known = item.get("asked_for", [])
    if wanted <= set(known):
        return
    item.update(
        {
            "asked_for": sorted({*known, *wanted}),
            "status": "partial",
            "completed_at": None,
            "updated_at": now,
        }
    )
    task = new_task(configuration.app, item, now, reason=" ".join(item["asked_for"]))
    unit.add(task)
    unit.send(ScanOrder(configuration.app, task.key.id, item["id"], configuration.version))


def _waiting(configuration: Configuration, item: Item) -> Iterator[Mapping[str, Any]]:
    """What the parts of the item's policy that are on say of when they are asked."""
    key = item.get("config_key") or configuration.default_policy
    policy = find_policy(configuration.policies, key, item.get("team", ""))
    for settings in (policy["config"] if policy is not None else {}).values():
        if settings.get("ask_when") and settings.get("enabled") is not False:
            yield settings["ask_when"]


def _reasons(asking: Mapping[str, Any], rules: Collection[str], *, reported: bool) -> Iterator[str]:
    if reported and asking.get("on_report"):
        yield REPORTED
    yield from (ruled(rule) for rule in asking.get("rules") or () if rule in rules)
