"""What an app has configured, held in memory and looked after.

Every change to a policy, list, filter, rule, action, category, webhook or setting raises the app's
configuration version in the same commit, so that one small read tells whether anything changed.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from math import inf
from typing import TYPE_CHECKING, Any, TypeVar

from common.domain.action import ACTIONS, Action
from common.domain.block_list import BLOCK_LISTS, BlockList
from common.domain.button import BUTTONS, Button
from common.domain.cache import Cache
from common.domain.image_hash_list import IMAGE_HASH_LISTS, ImageHashList
from common.domain.policy import POLICIES, Policy, has_rules
from common.domain.provider import PROVIDERS, Provider
from common.domain.queue import QUEUES
from common.domain.queue import Queue as ReviewQueue
from common.domain.report_category import REPORT_CATEGORIES, ReportCategory
from common.domain.rule import RULES, RuleDocument
from common.domain.semantic_filter import SEMANTIC_FILTERS, SemanticFilter
from common.domain.settings import DEFAULT_POLICY, AppSettings, settings_key, version_key
from common.domain.webhook import WEBHOOKS, EventType, Webhook, wants
from common.queue.messages import Outgoing
from common.store.store import Collection, D, Key, Store, Update, Write

if TYPE_CHECKING:
    from common.configuration.block_lists import BlockLists
    from common.configuration.semantic_filters import SemanticFilters
    from common.rules.evaluator import RuleSet
    from common.rules.rule import Rule

T = TypeVar("T")

_STALE_TTLS = 4
_APPS_REMEMBERED = 1_000
_PAGE, _RULES, _LISTS = 100, 25, 10
"""Documents to a page: large ones are read some at a time, between which others have their turn."""


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
    filters: dict[str, SemanticFilter] = field(default_factory=dict)
    rule_documents: dict[str, RuleDocument] = field(default_factory=dict)
    actions: dict[str, Action] = field(default_factory=dict)
    report_categories: dict[str, ReportCategory] = field(default_factory=dict)
    webhooks: dict[str, Webhook] = field(default_factory=dict)
    image_hash_lists: dict[str, ImageHashList] = field(default_factory=dict)
    providers: dict[str, Provider] = field(default_factory=dict)
    buttons: dict[str, Button] = field(default_factory=dict)
    queues: dict[str, ReviewQueue] = field(default_factory=dict)
    settings: AppSettings = field(default_factory=AppSettings)
    egress_allow: str = ""
    store: Store | None = None
    _made_of_it: dict[Any, Any] = field(default_factory=dict)
    _parts: _Parts | None = None
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
        before = known._parts if known is not None else None
        self._parts = _parts_of(self, known, before)

    def _made(self) -> _Parts:
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


@dataclass(frozen=True, slots=True)
class _Parts:
    """What is made of rules, lists and filters; `rules` is None where there are none."""

    rules: RuleSet | None
    parsed: Mapping[str, Rule]
    lists: BlockLists
    filters: SemanticFilters
    history_scopes: frozenset[str]
    author_scopes: frozenset[str]
    counts_addresses: bool


def _parts_of(own: Configuration, known: Configuration | None, before: _Parts | None) -> _Parts:
    from common.configuration.block_lists import block_lists_of
    from common.configuration.semantic_filters import semantic_filters_of

    lists = before.lists if before is not None else None
    filters = semantic_filters_of(own.filters, before.filters if before is not None else None)
    if not own.has_rules:
        unruled = block_lists_of(own.lists, (), lists)
        return _Parts(None, {}, unruled, filters, frozenset(), frozenset(), False)
    from common.rules.conditions.base import SCOPES
    from common.rules.evaluator import RuleSet
    from common.rules.rule import Rule

    parsed = {}
    for id, document in own.rule_documents.items():
        is_known = known is not None and known.rule_documents.get(id) == document
        held = before.parsed.get(id) if before is not None and is_known else None
        parsed[id] = held or Rule.of(document)
    for policy in filter(has_rules, own.policies.values()):
        parsed |= _rules_of(policy, known, before)
    rules = RuleSet(parsed.values(), before.rules if before is not None else None)
    of_history = frozenset(scope for scope in SCOPES if rules.needs_history(scope))
    of_author = frozenset(scope for scope in SCOPES if rules.needs_author(scope))
    ruled = block_lists_of(own.lists, sorted(rules.lists()), lists)
    of_address = any(rules.needs_address(scope) for scope in SCOPES)
    return _Parts(rules, parsed, ruled, filters, of_history, of_author, of_address)


def _rules_of(
    policy: Policy, known: Configuration | None, before: _Parts | None
) -> Mapping[str, Rule]:
    """Those that a policy has in itself; what `before` had made of them stays where it can."""
    from common.rules.builders.of_policies import rules_of

    made = {rule.id: rule for rule in rules_of(policy)}
    is_known = known is not None and known.policies.get(policy["id"]) == policy
    if before is None or not is_known:
        return made
    return {id: before.parsed.get(id, rule) for id, rule in made.items()}


class Configurations:
    """Answers from memory for `ttl` seconds, then looks for changes while answering from it.

    A copy older than four times that is never used unchecked. `egress_allow` is where
    engines may call besides public addresses.
    """

    def __init__(self, store: Store, ttl: float, egress_allow: str = "") -> None:
        self._store = store
        self._ttl = ttl
        self._egress_allow = egress_allow
        self._held: Cache[str, _Held] = Cache(_APPS_REMEMBERED)
        self._refreshing: dict[str, asyncio.Task[Configuration]] = {}
        self._changes: Cache[str, int] = Cache(_APPS_REMEMBERED)

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

    async def fresh(self, app: str) -> Configuration:
        """As it is stored now, whichever process has just changed it."""
        (document,) = await self._store.get([version_key(app)])
        return await self.of(app, int(document.data["version"]) if document else 0)

    async def change(
        self, app: str, writes: Iterable[Write], messages: Iterable[Outgoing] = ()
    ) -> None:
        """Commits a change of the configuration; this process sees it at once."""
        raised = Update(version_key(app), increment={"version": 1}, upsert=True)
        await self._store.commit([*writes, raised], messages)
        self._changes.put(app, self._changes.get(app, 0) + 1)
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
            image_hash_lists=await self._all(app, IMAGE_HASH_LISTS),
            providers=await self._all(app, PROVIDERS),
            buttons=await self._all(app, BUTTONS),
            queues=await self._all(app, QUEUES),
            settings=settings.data if settings else {},
            egress_allow=self._egress_allow,
            store=self._store,
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


def _loop() -> asyncio.AbstractEventLoop:
    return asyncio.get_running_loop()
