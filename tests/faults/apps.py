"""An app of a test's own at a runtime that tests share."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from common.configuration.context import Context, open_context
from common.domain.content import HIVE_POST
from common.domain.item import item_id
from common.settings import load_settings
from infra.local.credentials import create_app, generate
from tests.running import Running

CHAT = "chat"


@dataclass(frozen=True, slots=True)
class App:
    name: str
    runtime: Running
    api_key: str
    secret: str
    token: str

    @property
    def port(self) -> int:
        return self.runtime.port

    def chat(self, entity_id: str) -> str:
        """The id of its item."""
        return item_id(self.name, CHAT, entity_id)

    def post(self, entity_id: str) -> str:
        return item_id(self.name, HIVE_POST, entity_id)


def new_app(runtime: Running) -> App:
    name = f"app-{secrets.token_hex(4)}"
    made = generate()

    async def create() -> None:
        with opened(runtime) as context:
            await create_app(context.store, name, made)

    asyncio.run(create())
    return App(name, runtime, made.key, made.secret, made.token)


@contextmanager
def opened(runtime: Running, **other: str) -> Iterator[Context]:
    """The runtime's data with the product's own code and settings."""
    context = open_context(load_settings({**runtime.environment, **other}))
    try:
        yield context
    finally:
        context.close()
