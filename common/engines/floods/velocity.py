"""The velocity filter: a user who posts too fast, or into too many channels."""

from __future__ import annotations

from collections.abc import Sequence

from common.domain.content import Content
from common.domain.labels import BanTerms, Label
from common.engines.engine import Classifier, CreatorFacts, Resources
from common.engines.floods.counting import whole_texts
from common.engines.floods.velocity_config import Found, Kind, VelocityConfig, case_of

NAME = "velocity_filter"

Config = VelocityConfig


def prepare(config: VelocityConfig, resources: Resources) -> Classifier:
    del resources

    async def classify(content: Content, facts: CreatorFacts) -> Sequence[Label]:
        activity = facts.activity
        if activity is None:
            return []
        strongest: dict[Kind, Found] = {}
        for watch in config.watches:
            found = watch.found(activity.post, activity.past)
            if found is not None:
                known = strongest.get(watch.kind, found)
                strongest[watch.kind] = max(known, found, key=lambda each: each.weight)
        return [_label(found, content) for found in strongest.values()]

    return classify


def _label(found: Found, content: Content) -> Label:
    watch = found.watch
    terms: BanTerms | None = None
    if found.action == "ban":
        shadow = bool(watch.rule.shadow_ban)
        terms = {"minutes": watch.minutes, "shadow": shadow, "since": found.since}
        if watch.rule.ip_ban:
            terms["ip"] = True
    return Label(
        NAME,
        watch.kind,
        1.0,
        spans=whole_texts(content),
        case=case_of(watch.number, found.is_cascaded),
        ban=terms,
    )
