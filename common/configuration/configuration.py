"""What an app has configured, held in memory and looked after.

Every change to a policy, list, rule, action, category, webhook or setting raises the app's
configuration version in the same commit, so that one small read tells whether anything changed.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from common.domain.action import ACTIONS, Action
from common.domain.block_list import BLOCK_LISTS, BlockList
from common.domain.cache import Cache
from common.domain.policy import POLICIES, Policy
from common.domain.report_category import REPORT_CATEGORIES, ReportCategory
from common.domain.rule import RULES, RuleDocument
from common.domain.settings import AppSettings, settings_key, version_key
from common.domain.webhook import WEBHOOKS, EventType, Webhook, wants
from common.store.store import Collection, D, Store, Update, Write

if TYPE_CHECKING:
    from common.configuration.block_lists import BlockLists
    from common.configuration.policy import CompiledPolicy
    from common.engines.engine import Resources
    from common.rules.evaluator import RuleSet

_STALE_TTLS = 4
_POLICIES_REMEMBERED = 10_000
_APPS_REMEMBERED = 1_000
_UNKNOWN: Any = object()


@dataclass(slots=True)
class _Held:
    configuration: Configuration
    checked: float


@dataclass(eq=False)
class Configuration:
    """One version of everything an app configured; documents by id."""

    app: str
    version: int
    policies: dict[str, Policy] = field(default_factory=dict)
    lists: dict[str, BlockList] = field(default_factory=dict)
    rule_documents: dict[str, RuleDocument] = field(default_factory=dict)
    actions: dict[str, Action] = field(default_factory=dict)
    report_categories: dict[str, ReportCategory] = field(default_factory=dict)
    webhooks: dict[str, Webhook] = field(default_factory=dict)
    settings: AppSettings = field(default_factory=AppSettings)
    _policies: Cache[tuple[str, str], CompiledPolicy | None] = field(
        default_factory=lambda: Cache(_POLICIES_REMEMBERED)
    )
    _compiled: dict[str, CompiledPolicy] = field(default_factory=dict)

    def policy(self, key: str | None, team: str = "") -> CompiledPolicy | None:
        """The policy of `key`, or of what it falls back to; compiled once per version."""
        name = (key or self.default_policy, team)
        found = self._policies.get(name, _UNKNOWN)
        if found is _UNKNOWN:
            found = self._found_policy(*name)
            self._policies.put(name, found)
        return found

    def _found_policy(self, key: str, team: str) -> CompiledPolicy | None:
        from common.configuration.policy import compile_policy, find_policy

        document = find_policy(self.policies, key, team)
        if document is None:
            return None
        compiled = self._compiled.get(document["id"])
        if compiled is None:
            compiled = self._compiled[document["id"]] = compile_policy(document, self.resources)
        return compiled

    @property
    def has_rules(self) -> bool:
        """Without any, what reads rules is not even imported: that costs 30 ms of a start."""
        return bool(self.rule_documents)

    @cached_property
    def history_scopes(self) -> frozenset[str]:
        """The scopes whose rules look at the author's history."""
        if not self.has_rules:
            return frozenset()
        from common.rules.conditions.base import SCOPES

        return frozenset(scope for scope in SCOPES if self.rules.needs_history(scope))

    @cached_property
    def built_in_policy(self) -> CompiledPolicy:
        """What a Hive-style task runs when the app made no policy of its own."""
        from common.configuration.policy import BUILT_IN_POLICY, compile_policy

        return compile_policy(BUILT_IN_POLICY, self.resources)

    @cached_property
    def rules(self) -> RuleSet:
        from common.rules.evaluator import RuleSet
        from common.rules.rule import Rule

        return RuleSet([Rule.model_validate(d) for d in self.rule_documents.values()])

    @cached_property
    def block_lists(self) -> BlockLists:
        from common.configuration.block_lists import block_lists_of

        ruled = sorted(self.rules.lists()) if self.has_rules else []
        return block_lists_of(self.app, self.lists, ruled)

    @cached_property
    def resources(self) -> Resources:
        from common.engines.engine import Resources

        return Resources(self.block_lists, self.settings)

    def webhooks_for(self, event_type: EventType) -> list[Webhook]:
        return [webhook for webhook in self.webhooks.values() if wants(webhook, event_type)]

    @property
    def default_policy(self) -> str:
        return self.settings.get("default_policy") or "default"

    @property
    def default_region(self) -> str | None:
        """The country whose telephone numbers are read without its code."""
        return self.settings.get("default_region")

    def first_match_only(self, scope: str) -> bool:
        return bool(self.settings.get("first_match_only", {}).get(scope, False))


class Configurations:
    """Answers from memory for `ttl` seconds, then looks for changes while answering from it.

    A copy older than four times that is never used unchecked.
    """

    def __init__(self, store: Store, ttl: float) -> None:
        self._store = store
        self._ttl = ttl
        self._held: Cache[str, _Held] = Cache(_APPS_REMEMBERED)
        self._refreshing: dict[str, asyncio.Task[Configuration]] = {}
        self._changes: Cache[str, int] = Cache(_APPS_REMEMBERED)

    async def of(self, app: str, at_least: int = 0) -> Configuration:
        """`at_least` is a version the caller knows to exist, from a message or its own change."""
        held = self._held.get(app, None)
        if held is None or held.configuration.version < at_least:
            return await self._refreshed(app)
        age = time.monotonic() - held.checked
        if age < self._ttl:
            return held.configuration
        refresh = self._refreshed(app)
        return held.configuration if age < self._ttl * _STALE_TTLS else await refresh

    async def change(self, app: str, writes: Iterable[Write]) -> None:
        """Commits a change of the configuration; this process sees it at once."""
        raised = Update(version_key(app), increment={"version": 1}, upsert=True)
        await self._store.commit([*writes, raised])
        self._changes.put(app, self._changes.get(app, 0) + 1)
        self._held.forget(app)
        self._refreshing.pop(app, None)

    def _refreshed(self, app: str) -> asyncio.Task[Configuration]:
        running = self._refreshing.get(app)
        if running is None or running.done() or running.get_loop() is not _loop():
            running = _loop().create_task(self._refresh(app))
            self._refreshing[app] = running
            running.add_done_callback(lambda done: self._forget(app, done))
        return running

    def _forget(self, app: str, done: asyncio.Task[Configuration]) -> None:
        if self._refreshing.get(app) is done:
            del self._refreshing[app]

    async def _refresh(self, app: str) -> Configuration:
        changes = self._changes.get(app, 0)
        (document,) = await self._store.get([version_key(app)])
        version = int(document.data["version"]) if document else 0
        held = self._held.get(app, None)
        if held is None or held.configuration.version != version:
            held = _Held(await self._load(app, version), 0.0)
        if changes == self._changes.get(app, 0):
            held.checked = time.monotonic()
            self._held.put(app, held)
        return held.configuration

    async def _load(self, app: str, version: int) -> Configuration:
        (settings,) = await self._store.get([settings_key(app)])
        return Configuration(
            app,
            version,
            policies=await self._all(app, POLICIES),
            lists=await self._all(app, BLOCK_LISTS),
            rule_documents=await self._all(app, RULES),
            actions=await self._all(app, ACTIONS),
            report_categories=await self._all(app, REPORT_CATEGORIES),
            webhooks=await self._all(app, WEBHOOKS),
            settings=settings.data if settings else {},
        )

    async def _all(self, app: str, collection: Collection[D]) -> dict[str, D]:
        found: dict[str, D] = {}
        cursor: str | None = None
        while True:
            page = await self._store.query(collection, app=app, limit=100, cursor=cursor)
            found.update((document.key.id, document.data) for document in page.documents)
            cursor = page.cursor
            if cursor is None:
                return found


def _loop() -> asyncio.AbstractEventLoop:
    return asyncio.get_running_loop()
