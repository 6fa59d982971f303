"""An app's policies, compiled: only what judges imports this, for it brings the engines."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from common.configuration.configuration import Configuration
from common.configuration.image_hash_lists import hash_lists_of
from common.configuration.policy import BUILT_IN_POLICY, CompiledPolicy, compile_policy
from common.domain.cache import Cache
from common.domain.policy import Policy, find_policy
from common.engines.engine import Resources
from common.engines.remote.remote import Providers, remote_for
from common.outgoing.fetching import fetcher_for

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
        return compile_policy(document, self._resources)

    @cached_property
    def _resources(self) -> Resources:
        known = self._configuration
        fetcher = fetcher_for(known.egress_allow)
        providers = None
        if known.store is not None:
            remote = remote_for(known.store, fetcher, known.vault)
            providers = Providers(remote, known.app, known.providers, known.settings)
        return Resources(
            known.block_lists,
            known.settings,
            known.app,
            fetcher,
            known.semantic_filters,
            providers,
            hash_lists=hash_lists_of(known),
        )


def policies_of(configuration: Configuration) -> Policies:
    return configuration.one(Policies)
