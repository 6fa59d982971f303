"""What an app has configured, held in memory and looked after.

Every change to a policy, list, filter, rule, action, category, webhook or setting raises the app's
configuration version in the same commit, so that one small read tells whether anything changed.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from math import inf
from typing import TYPE_CHECKING, Any, TypeVar

from common.configuration.parts import Parts, parts_of
from common.domain.action import ACTIONS, Action
from common.domain.block_list import BLOCK_LISTS, BlockList
from common.domain.button import BUTTONS, Button
from common.domain.cache import Cache
from common.domain.content_class import CONTENT_CLASSES, ContentClass
from common.domain.image_hash_list import IMAGE_HASH_LISTS, ImageHashList
from common.domain.policy import POLICIES, Policy, has_rules
from common.domain.provider import PROVIDERS, Provider
from common.domain.queue import QUEUES
from common.domain.queue import Queue as ReviewQueue
from common.domain.report_category import REPORT_CATEGORIES, ReportCategory
from common.domain.rule import RULES, RuleDocument
from common.domain.rule_group import RULE_GROUPS, RuleGroup
from common.domain.rule_shadow import RULE_SHADOWS, RuleShadow
from common.domain.semantic_filter import SEMANTIC_FILTERS, SemanticFilter
from common.domain.settings import DEFAULT_POLICY, AppSettings, settings_key, version_key
from common.domain.strikes import STRIKE_POLICIES, StrikePolicy
from common.domain.times import nanoseconds
from common.domain.user_list import USER_LISTS, UserList
from common.domain.vault import Vault
from common.domain.webhook import WEBHOOKS, EventType, Webhook, wants
from common.store.store import Collection, D, Key, Store, Update, Write

if TYPE_CHECKING:
    from common.configuration.block_lists import BlockLists
    from common.configuration.semantic_filters import SemanticFilters
    from common.queue.messages import Outgoing
    from common.rules.evaluator import RuleSet

T = TypeVar("T")

_STALE_TTLS, _APPS_REMEMBERED = 4, 1_000
_PAGE, _RULES, _LISTS = 100, 25, 10
"""Documents to a page: large ones are read some at a time, between which others have their turn."""


@dataclass(slots=True)
class _Held:
    configuration: Configuration
    checked: float


@dataclass(frozen=True, slots=True)
class InEffect:
    """From when on, at the latest, no process answers by an older version of the configuration."""

    version: int
    at: int


@dataclass(eq=False)
class Configuration:
    """One version of everything an app configured; documents by id."""

    app: str
    version: int
    policies: dict[str, Policy] = field(default_factory=dict)
    lists: dict[str, BlockList] = field(default_factory=dict)
    filters: dict[str, SemanticFilter] = field(default_factory=dict)
    rule_documents: dict[str, RuleDocument] = field(default_factory=dict)
    actions: dict[str, Action] = field(default_factory=dict)
    report_categories: dict[str, ReportCategory] = field(default_factory=dict)
    webhooks: dict[str, Webhook] = field(default_factory=dict)
    content_classes: dict[str, ContentClass] = field(default_factory=dict)
    image_hash_lists: dict[str, ImageHashList] = field(default_factory=dict)
    providers: dict[str, Provider] = field(default_factory=dict)
    buttons: dict[str, Button] = field(default_factory=dict)
    queues: dict[str, ReviewQueue] = field(default_factory=dict)
    user_lists: dict[str, UserList] = field(default_factory=dict)
    rule_groups: dict[str, RuleGroup] = field(default_factory=dict)
    strike_policies: dict[str, StrikePolicy] = field(default_factory=dict)
    rule_shadows: dict[str, RuleShadow] = field(default_factory=dict)
    settings: AppSettings = field(default_factory=AppSettings)
    egress_allow: str = ""
    store: Store | None = None
    vault: Vault = field(default_factory=Vault)
    _made_of_it: dict[Any, Any] = field(default_factory=dict)
    _parts: Parts | None = None
    _ruled: bool | None = None

    def one(self, make: Callable[[Configuration], T]) -> T:
        """What `make` makes of this version, made on first use and kept as long as the version."""
        if make not in self._made_of_it:
            self._made_of_it[make] = make(self)
        made: T = self._made_of_it[make]
        return made

    @property
    def has_rules(self) -> bool:
        """Without any, what reads rules is not even imported: that costs 30 ms of a start."""
        if self._ruled is None:
            policies = self.policies.values()
            self._ruled = bool(self.rule_documents) or any(map(has_rules, policies))
        return self._ruled

    @property
    def history_scopes(self) -> frozenset[str]:
        """The scopes whose rules look at the author's history."""
        return self._made().history_scopes if self.has_rules else frozenset()

    @property
    def author_scopes(self) -> frozenset[str]:
        """The scopes whose rules look at who the author is."""
        return self._made().author_scopes if self.has_rules else frozenset()

    @property
    def strike_scopes(self) -> frozenset[str]:
        """The scopes whose rules look at the author's strikes."""
        return self._made().strike_scopes if self.has_rules else frozenset()

    @property
    def counts_addresses(self) -> bool:
        """Whether a rule counts what comes from a network address."""
        return self.has_rules and self._made().counts_addresses

    @property
    def rules(self) -> RuleSet:
        rules = self._made().rules
        assert rules is not None
        return rules

    @property
    def block_lists(self) -> BlockLists:
        return self._made().lists

    @property
    def semantic_filters(self) -> SemanticFilters:
        return self._made().filters

    def take_over(self, known: Configuration | None) -> None:
        """Makes of the documents what can be made at once; what `known` made of those that did not
        change is kept. With hundreds of rules that is for a thread.
        """
        self._parts = parts_of(self, known, known._parts if known is not None else None)

    def _made(self) -> Parts:
        if self._parts is None:
            self.take_over(None)
        assert self._parts is not None
        return self._parts

    def webhooks_for(self, event_type: EventType) -> list[Webhook]:
        return [webhook for webhook in self.webhooks.values() if wants(webhook, event_type)]

    @property
    def default_policy(self) -> str:
        return self.settings.get("default_policy") or DEFAULT_POLICY

    @property
    def default_region(self) -> str | None:
        """The country whose telephone numbers are read without its code."""
        return self.settings.get("default_region")

    def first_match_only(self, scope: str) -> bool:
        return bool(self.settings.get("first_match_only", {}).get(scope, False))


class Configurations:
    """Answers from memory for `ttl` seconds, then looks for changes while answering from it. A copy
    older than four times that is never used unchecked. `egress_allow` is where engines may call.
    """

    def __init__(
        self, store: Store, ttl: float, egress_allow: str = "", vault: Vault | None = None
    ) -> None:
        self._store, self._ttl = store, ttl
        self._egress_allow, self._vault = egress_allow, vault or Vault()
        self._held: Cache[str, _Held] = Cache(_APPS_REMEMBERED)
        self._refreshing: dict[str, asyncio.Task[Configuration]] = {}
        self._changes: Cache[str, int] = Cache(_APPS_REMEMBERED)
        self._settings: Cache[str, AppSettings] = Cache(_APPS_REMEMBERED, ttl)

    async def of(self, app: str, at_least: int = 0) -> Configuration:
        """`at_least` is a version the caller knows to exist, from a message or its own change."""
        known = self.at_hand(app)
        if known is not None and known.version >= at_least:
            return known
        return await self._refreshed(app)

    def at_hand(self, app: str) -> Configuration | None:
        """What there is without waiting; None where nothing is held, or nothing young enough."""
        held = self._held.get(app, None)
        age = time.monotonic() - held.checked if held is not None else inf
        if held is None or age >= self._ttl * _STALE_TTLS:
            return None
        if age >= self._ttl:
            self._refreshed(app)
        return held.configuration

    async def settings_of(self, app: str) -> AppSettings:
        """A moment old at the most; what else the app has configured is not read for them."""
        known = self.at_hand(app)
        if known is not None:
            return known.settings
        held = self._settings.get(app, None)
        if held is None:
            (found,) = await self._store.get([settings_key(app)])
            held = found.data if found is not None else AppSettings()
            self._settings.put(app, held)
        return held

    async def fresh(self, app: str) -> Configuration:
        """As it is stored now, whichever process has just changed it."""
        (document,) = await self._store.get([version_key(app)])
        return await self.of(app, int(document.data["version"]) if document else 0)

    async def in_effect(self, app: str, now: int) -> InEffect:
        """Of a change that was made before `now`."""
        (document,) = await self._store.get([version_key(app)])
        version = int(document.data["version"]) if document else 0
        return InEffect(version, now + nanoseconds(self._ttl * _STALE_TTLS))

    async def change(
        self, app: str, writes: Iterable[Write], messages: Iterable[Outgoing] = ()
    ) -> None:
        """Commits a change of the configuration; this process sees it at once."""
        raised = Update(version_key(app), increment={"version": 1}, upsert=True)
        await self._store.commit([*writes, raised], messages)
        self._changes.put(app, self._changes.get(app, 0) + 1)
        self._settings.forget(app)
        held = self._held.get(app, None)
        if held is not None:
            # What it made of documents that did not change is of use to the next one.
            held.checked = -inf
        self._refreshing.pop(app, None)

    async def change_settings(self, app: str, fields: AppSettings) -> None:
        """The same for fields of the settings alone. What this process holds of all else stays
        where nobody has changed anything meanwhile.
        """
        held = self._held.get(app, None)
        await self.change(app, [Update(settings_key(app), set={**fields}, upsert=True)])
        if held is None:
            return
        known, changes = held.configuration, self._changes.get(app, 0)
        keys: list[Key[Any]] = [version_key(app), settings_key(app)]
        version, settings = await self._store.get(keys)
        is_next = version is not None and int(version.data["version"]) == known.version + 1
        if is_next and settings is not None and changes == self._changes.get(app, 0):
            after = replace(
                known, version=known.version + 1, settings=settings.data, _made_of_it={}
            )
            self._held.put(app, _Held(after, time.monotonic()))

    def _refreshed(self, app: str) -> asyncio.Task[Configuration]:
        running, loop = self._refreshing.get(app), asyncio.get_running_loop()
        if running is None or running.done() or running.get_loop() is not loop:
            running = loop.create_task(self._refresh(app))
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
            loaded = await self._load(app, version)
            if loaded.has_rules or loaded.lists or loaded.filters:
                from common.engines.threads import COMPUTING

                known = held.configuration if held is not None else None
                await COMPUTING.run(app, partial(loaded.take_over, known))
            held = _Held(loaded, 0.0)
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
            lists=await self._all(app, BLOCK_LISTS, _LISTS),
            filters=await self._all(app, SEMANTIC_FILTERS),
            rule_documents=await self._all(app, RULES, _RULES),
            actions=await self._all(app, ACTIONS),
            report_categories=await self._all(app, REPORT_CATEGORIES),
            webhooks=await self._all(app, WEBHOOKS),
            content_classes=await self._all(app, CONTENT_CLASSES),
            image_hash_lists=await self._all(app, IMAGE_HASH_LISTS),
            providers=await self._all(app, PROVIDERS),
            buttons=await self._all(app, BUTTONS),
            queues=await self._all(app, QUEUES),
            user_lists=await self._all(app, USER_LISTS, _LISTS),
            rule_groups=await self._all(app, RULE_GROUPS),
            strike_policies=await self._all(app, STRIKE_POLICIES),
            rule_shadows=await self._all(app, RULE_SHADOWS, _RULES),
            settings=settings.data if settings else {},
            egress_allow=self._egress_allow,
            store=self._store,
            vault=self._vault,
        )

    async def _all(
        self, app: str, collection: Collection[D], page_size: int = _PAGE
    ) -> dict[str, D]:
        found: dict[str, D] = {}
        cursor: str | None = None
        while True:
            page = await self._store.query(collection, app=app, limit=page_size, cursor=cursor)
            found.update((document.key.id, document.data) for document in page.documents)
            cursor = page.cursor
            if cursor is None:
                return found
            # SQLite answers without waiting.
            await asyncio.sleep(0)
