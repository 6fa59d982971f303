"""What a policy says of users who post too fast, or into too many channels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from common.domain.activity import Past, Post, digest
from common.domain.recommendation import STRENGTH
from common.domain.times import DAY, SECOND
from common.engines.config import Ask
from common.engines.floods.counting import (
    DISTANCE,
    LONGEST,
    MOST_COUNTED,
    CountingConfig,
)
from common.engines.floods.limits import Limit

VelocityAction = Literal["flag", "shadow", "remove", "ban"]
Kind = Literal["fast_spam", "slow_spam", "cids_per_user"]
_MOST_RULES = 20
_MOST_CASCADED = 20
_TEN_YEARS = 10 * 366 * DAY
_TOGETHER = (
    ("fast_spam_threshold", "fast_spam_ttl"),
    ("slow_spam_threshold", "slow_spam_ttl"),
    ("cascading_action", "cascading_threshold"),
    ("cascading_threshold", "cascading_action"),
)
_Minutes = Annotated[int | None, Field(ge=0, le=_TEN_YEARS // (60 * SECOND))]
_Window = Annotated[int | None, Field(ge=0, le=LONGEST // SECOND)]
_Threshold = Annotated[int | None, Field(ge=0, le=MOST_COUNTED)]


class VelocityRule(BaseModel):
    """Bans are in minutes, 0 or none is for good; ttls and the probation in seconds. What is 0 is
    not there.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    action: VelocityAction
    ban_duration: _Minutes = None
    cascading_action: VelocityAction | None = None
    cascading_threshold: int | None = Field(None, ge=0, le=_MOST_CASCADED)
    check_message_context: bool | None = None
    fast_spam_threshold: _Threshold = None
    fast_spam_ttl: _Window = None
    ip_ban: bool | None = None
    probation_period: int | None = Field(None, ge=0, le=_TEN_YEARS // SECOND)
    shadow_ban: bool | None = None
    slow_spam_ban_duration: _Minutes = None
    slow_spam_threshold: _Threshold = None
    slow_spam_ttl: _Window = None
    url_only: bool | None = None

    @property
    def key(self) -> str:
        return digest(self.model_dump_json(exclude_none=True), 4)


@dataclass(frozen=True, slots=True)
class Watch:
    """One limit of rule number `number`. `minutes` is how long a ban by it is, None for good;
    from the `cascade`th time that the rule catches the user, its other action is asked for.
    """

    kind: Kind
    number: int
    rule: VelocityRule
    limit: Limit
    minutes: int | None
    cascade: int

    def found(self, post: Post, past: Past) -> Found | None:
        counted = self.limit.reached(post, past)
        if not counted:
            return None
        times = self.limit.offences_of(past, post.at) + 1
        is_cascaded = bool(self.cascade) and times >= self.cascade
        action = (self.rule.cascading_action or "flag") if is_cascaded else self.rule.action
        return Found(self, is_cascaded, action, min(each.at for each in counted))


@dataclass(frozen=True, slots=True)
class Found:
    watch: Watch
    is_cascaded: bool
    action: VelocityAction
    since: int

    @property
    def weight(self) -> tuple[int, float, bool]:
        minutes = self.watch.minutes
        length = float("inf") if minutes is None else minutes
        return STRENGTH.index(self.action), length, not self.watch.rule.shadow_ban


class VelocityConfig(CountingConfig):
    """`cids_per_user` is in how many channels within a rule's longer ttl one is caught, however
    little one posts there; `advanced_filters` has `check_message_context` count like texts too.
    """

    advanced_filters: bool | None = None
    cascading_actions: bool | None = None
    cids_per_user: int | None = Field(None, ge=0, le=MOST_COUNTED)
    first_message_only: bool | None = None
    rules: list[VelocityRule] | None = Field(None, max_length=_MOST_RULES)

    def asks(self) -> Sequence[Ask]:
        return [
            Ask(watch.kind, action, case=case_of(watch.number, is_cascaded))
            for watch in self.watches
            for is_cascaded, action in (
                (False, watch.rule.action),
                (True, watch.rule.cascading_action),
            )
            if action is not None
        ]

    def limits(self) -> Sequence[Limit]:
        return [watch.limit for watch in self.watches]

    @cached_property
    def watches(self) -> Sequence[Watch]:
        return [
            watch
            for number, rule in enumerate(self.rules or ())
            for watch in self._watches(number, rule)
        ]

    def refused(self) -> Iterator[tuple[str, str]]:
        """A threshold is nothing without its time, nor one cascading field without the other."""
        for number, rule in enumerate(self.rules or ()):
            for given, missing in _TOGETHER:
                if getattr(rule, given) and not getattr(rule, missing):
                    yield f"rules.{number}.{missing}", f"is required with {given}"
            counts = rule.fast_spam_threshold or rule.slow_spam_threshold or self.cids_per_user
            if not counts or not (rule.fast_spam_ttl or rule.slow_spam_ttl):
                field = f"rules.{number}.fast_spam_threshold"
                yield field, "is required, or slow_spam_threshold, each with its ttl"

    def in_vain(self) -> Iterator[str]:
        """What is given and changes nothing, because what it is about is not asked for."""
        if self.advanced_filters and not any(r.check_message_context for r in self.rules or ()):
            yield "advanced_filters"
        if not self.rules:
            names = ("cascading_actions", "cids_per_user", "first_message_only")
            yield from (name for name in names if getattr(self, name))
        for number, rule in enumerate(self.rules or ()):
            cascades = bool(self.cascading_actions and rule.cascading_threshold)
            bans = rule.action == "ban" or (cascades and rule.cascading_action == "ban")
            idle = {
                "cascading_action": not cascades,
                "cascading_threshold": not cascades,
                "ban_duration": not bans,
                "ip_ban": not bans,
                "shadow_ban": not bans,
                "slow_spam_ban_duration": not bans or not rule.slow_spam_threshold,
                "fast_spam_ttl": not rule.fast_spam_threshold and not self.cids_per_user,
                "slow_spam_ttl": not rule.slow_spam_threshold and not self.cids_per_user,
            }
            for name, is_idle in idle.items():
                if is_idle and getattr(rule, name):
                    yield f"rules.{number}.{name}"

    def _watches(self, number: int, rule: VelocityRule) -> Iterator[Watch]:
        cascade = rule.cascading_threshold or 0 if self.cascading_actions else 0
        fast, slow = rule.fast_spam_ttl or 0, rule.slow_spam_ttl or 0

        def watch(kind: Kind, most: int, seconds: int, minutes: int | None) -> Watch:
            is_of_channels = kind == "cids_per_user"
            limit = Limit(
                0 if is_of_channels else most,
                seconds * SECOND,
                self._alike if rule.check_message_context else "",
                DISTANCE,
                channels=most if is_of_channels else 0,
                with_link=bool(rule.url_only),
                first_only=bool(self.first_message_only),
                probation=(rule.probation_period or 0) * SECOND,
                key=rule.key if cascade else "",
                offences=max(0, cascade - 1),
            )
            return Watch(kind, number, rule, limit, minutes or None, cascade)

        if rule.fast_spam_threshold:
            yield watch("fast_spam", rule.fast_spam_threshold, fast, rule.ban_duration)
        if rule.slow_spam_threshold:
            yield watch("slow_spam", rule.slow_spam_threshold, slow, rule.slow_spam_ban_duration)
        if self.cids_per_user:
            yield watch("cids_per_user", self.cids_per_user, max(fast, slow), rule.ban_duration)

    @property
    def _alike(self) -> Literal["identical", "similar"]:
        return "similar" if self.advanced_filters else "identical"


def case_of(number: int, is_cascaded: bool) -> str:
    return f"{number} cascaded" if is_cascaded else str(number)
