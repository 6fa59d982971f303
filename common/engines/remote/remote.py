"""Asking providers: what a process shares for that, and what it does around an adapter."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from weakref import WeakKeyDictionary

from common.domain.cache import Cache
from common.domain.ids import derived_id
from common.domain.provider import DEFAULT_PROVIDER, NotJudgedChoice, Provider, provider_key
from common.domain.secret_fields import opened
from common.domain.settings import AppSettings
from common.domain.vault import CannotOpen, Vault
from common.engines.budget import seconds_left
from common.engines.remote.adapter import Finding, NotJudged, Question
from common.engines.remote.kinds import KINDS
from common.engines.remote.line import Line, Office
from common.engines.remote.purse import Purse
from common.engines.remote.verdicts import Verdicts, digest_of
from common.outgoing.fetching import Fetcher
from common.store.store import Store

_APPS_REMEMBERED = 1_000
_OFFICES_REMEMBERED = 2_000
_Asked = tuple[asyncio.AbstractEventLoop, str, str, bool]


class Remote:
    """One a process. Nothing in it is shared by two apps."""

    def __init__(self, store: Store, fetcher: Fetcher, vault: Vault) -> None:
        self._store = store
        self._vault = vault
        self._fetcher = fetcher
        self._verdicts = Verdicts(store)
        self._purses: Cache[str, Purse] = Cache(_APPS_REMEMBERED)
        self._offices: Cache[tuple[str, ...], Office] = Cache(_OFFICES_REMEMBERED)
        self._asking: dict[_Asked, asyncio.Task[tuple[Finding, ...]]] = {}

    async def ask(
        self, app: str, provider: Provider, question: Question, settings: AppSettings
    ) -> tuple[Finding, ...]:
        """What the provider finds, or found when it was asked the same before. Raises NotJudged.

        Who asks the same while it is asked waits for that answer, and gets it in its own time.
        """
        found = await self._verdicts.find(app, provider, question)
        if found is not None:
            return found
        has_time = seconds_left() >= provider["timeout"]
        asked = asyncio.get_running_loop(), app, digest_of(provider, question), has_time
        running = self._asking.get(asked)
        if running is None:
            running = asked[0].create_task(self._asked(app, provider, question, settings))
            self._asking[asked] = running
            running.add_done_callback(partial(self._end, asked))
        return await asyncio.shield(running)

    def _end(self, asked: _Asked, done: asyncio.Task[tuple[Finding, ...]]) -> None:
        self._asking.pop(asked, None)
        if not done.cancelled():
            # Whoever asked may have given up, and the loop would complain of what nobody saw.
            done.exception()

    async def _asked(
        self, app: str, provider: Provider, question: Question, settings: AppSettings
    ) -> tuple[Finding, ...]:
        purse = self._purse(app)
        try:
            provider = opened(self._vault, provider_key(app, provider["id"]), provider)
        except CannotOpen as error:
            raise NotJudged("provider", f"its secrets cannot be read: {error}") from None
        purse.limit(settings.get("provider_budget"))
        seconds = min(provider["timeout"], seconds_left())
        line = Line(provider, self._office(app, provider), self._fetcher, purse, seconds)
        try:
            found = tuple(await KINDS[provider["kind"]].load().ask(question, line))
        except NotJudged:
            raise
        except (KeyError, IndexError, TypeError, ValueError, AttributeError):
            # An adapter that stumbles over an answer has not understood it.
            raise NotJudged("answer", "the answer has another shape than documented") from None
        await self._verdicts.keep(app, provider, question, found)
        return found

    def _purse(self, app: str) -> Purse:
        purse = self._purses.get(app, None)
        if purse is None:
            purse = Purse(self._store, app)
            self._purses.put(app, purse)
        return purse

    def _office(self, app: str, provider: Provider) -> Office:
        """A provider that was changed starts anew."""
        name = app, provider["id"], provider["url"], str(provider["updated_at"])
        office = self._offices.get(name, None)
        if office is None:
            office = Office()
            self._offices.put(name, office)
        return office


_made: WeakKeyDictionary[Store, Remote] = WeakKeyDictionary()


def remote_for(store: Store, fetcher: Fetcher, vault: Vault) -> Remote:
    """One a process and store, which remembers how each provider does."""
    if store not in _made:
        _made[store] = Remote(store, fetcher, vault)
    return _made[store]


@dataclass(frozen=True, slots=True)
class Providers:
    """An app's, as engines see them."""

    remote: Remote = field(repr=False)
    app: str
    held: Mapping[str, Provider] = field(repr=False)
    settings: AppSettings = field(repr=False)

    def find(self, id: str | None, engine: str) -> Provider:
        """The one that is named, or that must be meant: the only one that serves the engine, or of
        several the one called `default`. Raises NotJudged where there is none such.
        """
        fitting = {
            name: each for name, each in self.held.items() if KINDS[each["kind"]].serves(engine)
        }
        if id is None and len(fitting) == 1:
            (id,) = fitting
        found = fitting.get(id or DEFAULT_PROVIDER)
        if found is not None:
            return found
        if id is not None:
            raise NotJudged("provider", f"there is no provider {id!r} that could be asked")
        many = f"several could be meant, and none is called {DEFAULT_PROVIDER!r}"
        why = many if fitting else "the app has none that could be asked"
        raise NotJudged("provider", f"the policy names no provider, and {why}")

    def choice(self, id: str | None, engine: str) -> NotJudgedChoice | None:
        """What it says is to follow where it did not judge; None where it is not there."""
        try:
            return self.find(id, engine)["not_judged"]
        except NotJudged:
            return None

    @property
    def revision(self) -> str:
        return derived_id(*sorted(f"{id}@{each['updated_at']}" for id, each in self.held.items()))

    async def ask(self, provider: Provider, question: Question) -> tuple[Finding, ...]:
        """Raises NotJudged."""
        return await self.remote.ask(self.app, provider, question, self.settings)
