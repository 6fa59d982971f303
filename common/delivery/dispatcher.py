"""What sends, made once a process on first use: only `deliver` and Test Action call out."""

from __future__ import annotations

from functools import cached_property

from common.configuration.context import Context
from common.delivery.endpoints import Endpoints
from common.delivery.signers import Signers
from common.delivery.slots import Slots
from common.outgoing.client import Sender
from common.outgoing.egress import EgressPolicy
from common.outgoing.fetching import Fetcher, fetcher_for


class Dispatcher:
    """Of one context: `dispatcher_of` finds it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @cached_property
    def sender(self) -> Sender:
        settings = self._context.settings
        return Sender(
            EgressPolicy.parse(settings.egress_allow), total_timeout=settings.callback_timeout
        )

    @property
    def fetcher(self) -> Fetcher:
        """For calls whose whole answer is wanted."""
        return fetcher_for(self._context.settings.egress_allow)

    @cached_property
    def signers(self) -> Signers:
        context = self._context
        return Signers(context.settings, context.store, context.configurations)

    @cached_property
    def slots(self) -> Slots:
        return Slots()

    @cached_property
    def endpoints(self) -> Endpoints:
        return Endpoints(self._context.store, self._context.settings.breaker_seconds)


def dispatcher_of(context: Context) -> Dispatcher:
    return context.one(Dispatcher)
