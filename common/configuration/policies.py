"""An app's policies, compiled: only what judges imports this, for it brings the engines."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from common.configuration.configuration import Configuration
from common.configuration.policy import BUILT_IN_POLICY, CompiledPolicy, compile_policy
from common.domain.cache import Cache
from common.domain.policy import Policy, find_policy
from common.engines.engine import Resources
from common.engines.registry import ENGINES

if TYPE_CHECKING:
    from common.configuration.image_hash_lists import HashLists
    from common.engines.remote.remote import Providers
    from common.outgoing.fetching import Fetcher

_REMEMBERED = 10_000
_UNKNOWN: Any = object()


class Policies:
    """Of one version of an app's configuration: `policies_of` finds it."""

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        self._found: Cache[tuple[str, str], CompiledPolicy | None] = Cache(_REMEMBERED)
        self._compiled: dict[str, CompiledPolicy] = {}

    def find(self, key: str | None, team: str = "", usual: str = "") -> CompiledPolicy | None:
        """The policy of `key`, or of what it falls back to; compiled once. Without a key that of
        `usual`, where there is one, else the app's default.
        """
        if not key and usual and (found := self.find(usual, team)) is not None:
            return found
        name = (key or self._configuration.default_policy, team)
        found = self._found.get(name, _UNKNOWN)
        if found is _UNKNOWN:
            found = self._find(*name)
            self._found.put(name, found)
        return found

    def _find(self, key: str, team: str) -> CompiledPolicy | None:
        document = find_policy(self._configuration.policies, key, team)
        if document is None:
            return None
        compiled = self._compiled.get(document["id"])
        if compiled is None:
            compiled = self._compiled[document["id"]] = self.compile(document)
        return compiled

    @cached_property
    def built_in(self) -> CompiledPolicy:
        """What a Hive-style task runs when the app made no policy of its own."""
        return self.compile(BUILT_IN_POLICY)

    def compile(self, document: Policy) -> CompiledPolicy:
        """What neither the app has nor the policy asks for is not loaded."""
        config, known = document["config"], self._configuration
        more = Resources(settings=known.settings, app=known.app)
        asked = [each for each in ENGINES.values() if config.get(each.config_field) is not None]
        if known.lists or known.has_rules or any(each.names_lists for each in asked):
            more = replace(more, lists=known.block_lists)
        if known.filters:
            more = replace(more, filters=known.semantic_filters)
        if known.image_hash_lists:
            more = replace(more, hash_lists=self._hash_lists)
        if any("network" in each.needs for each in asked):
            more = replace(more, fetcher=self._fetcher)
        if any(each.asks_providers for each in asked):
            more = replace(more, providers=self._providers)
        return compile_policy(document, more)

    @cached_property
    def _hash_lists(self) -> HashLists | None:
        from common.configuration.image_hash_lists import hash_lists_of

        return hash_lists_of(self._configuration)

    @cached_property
    def _fetcher(self) -> Fetcher:
        from common.outgoing.fetching import fetcher_for

        return fetcher_for(self._configuration.egress_allow)

    @cached_property
    def _providers(self) -> Providers | None:
        from common.engines.remote.remote import Providers, remote_for

        known = self._configuration
        if known.store is None:
            return None
        remote = remote_for(known.store, self._fetcher, known.vault)
        return Providers(remote, known.app, known.providers, known.settings)


def policies_of(configuration: Configuration) -> Policies:
    return configuration.one(Policies)
