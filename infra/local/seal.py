"""`python -m infra.local.seal`: seals what earlier releases stored in the open, or under a key that
is not the first any more. It can be broken off and run again, while Gavel runs.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from common.configuration.context import Context, open_context
from common.configuration.data_keys import FIELD
from common.configuration.opening import open_store
from common.configuration.vaults import vault_in
from common.domain.action import ACTIONS
from common.domain.apps import APPS, CREDENTIALS
from common.domain.errors import Invalid
from common.domain.provider import PROVIDERS
from common.domain.secret_fields import is_sealed_today, opened
from common.domain.settings import settings_key
from common.domain.user import HISTORIES
from common.domain.vault import CannotOpen, Vault
from common.domain.webhook import WEBHOOKS
from common.settings import Settings, load_settings
from common.store.deciding import until_committed
from common.store.store import Collection, Conflict, Document, DocumentStore, Key, Put, Update
from infra.local.complaints import TROUBLE, complain, explained
from infra.local.credentials import FIRST_APP

_ATTEMPTS = 50


@dataclass(slots=True)
class Sealed:
    """`lost` names what no key opens."""

    looked_at: int = 0
    sealed: int = 0
    lost: list[str] = field(default_factory=list)


def main() -> int:
    try:
        found = asyncio.run(seal(load_settings()))
    except Invalid as error:
        return complain(error.message)
    except TROUBLE as error:
        return complain(explained(error))
    print(f"{found.sealed} of {found.looked_at} documents with secrets were sealed.")
    if found.lost:
        return complain(f"under a key that is not here: {', '.join(found.lost)}")
    print("Nothing is left in the open or under another key.")
    return 0


async def seal(settings: Settings) -> Sealed:
    """Raises Invalid where there is no key, and StoreError."""
    context, bare, found = open_context(settings), open_store(settings), Sealed()
    try:
        apps = await _apps(context)
        async for document in _documents(context, apps):
            await _seal(context, document, found)
        for app in apps:
            async for history in _all(bare, HISTORIES, app):
                if FIELD in history.data:
                    found.looked_at += 1
                    await _seal_data_key(bare, vault_in(context), history.key, found)
    finally:
        bare.close()
        context.close()
    return found


async def _seal_data_key(
    bare: DocumentStore, vault: Vault, key: Key[dict[str, int]], found: Sealed
) -> None:
    """What users wrote stays as it is: only their keys are moved. Posts are counted in the same
    document, and a key that somebody drops meanwhile must not come back.
    """

    async def attempt() -> bool:
        (history,) = await bare.get([key])
        stored: Any = history.data.get(FIELD) if history is not None else None
        if history is None or stored is None or vault.is_sealed_today(stored):
            return False
        moved = vault.seal(key, FIELD, vault.open(key, FIELD, stored))
        await bare.commit([Update(key, set={FIELD: moved}, version=history.version)])
        return True

    try:
        found.sealed += await until_committed(attempt, _ATTEMPTS, Conflict(key))
    except CannotOpen as error:
        found.lost.append(f"{key.app}/{key.collection}/{key.id} ({error})")


async def _seal(context: Context, document: Document[Any], found: Sealed) -> None:
    """Whoever is faster has sealed it."""
    vault, key = vault_in(context), document.key
    found.looked_at += 1
    if is_sealed_today(vault, key, document.data):
        return
    try:
        data = opened(vault, key, document.data)
        await context.store.commit([Put(key, data, document.version)])
    except CannotOpen as error:
        found.lost.append(f"{key.app or '-'}/{key.collection}/{key.id} ({error})")
    except Conflict:
        return
    else:
        found.sealed += 1


async def _apps(context: Context) -> list[str]:
    found = [document.key.id async for document in _all(context.store, APPS, "")]
    return list(dict.fromkeys([FIRST_APP, *found]))


async def _documents(context: Context, apps: Sequence[str]) -> AsyncIterator[Document[Any]]:
    async for document in _all(context.store, CREDENTIALS, ""):
        yield document
    for app in apps:
        for collection in (ACTIONS, WEBHOOKS, PROVIDERS):
            async for document in _all(context.store, collection, app):
                yield document
        (settings,) = await context.store.get([settings_key(app)])
        if settings is not None:
            yield settings


async def _all(
    store: DocumentStore, collection: Collection[Any], app: str
) -> AsyncIterator[Document[Any]]:
    cursor: str | None = None
    while True:
        page = await store.query(collection, app=app, cursor=cursor)
        for document in page.documents:
            yield document
        cursor = page.cursor
        if cursor is None:
            return


if __name__ == "__main__":
    sys.exit(main())
