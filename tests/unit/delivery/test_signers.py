"""Whose secret signs what an app sends, and how soon a new one does."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from common.configuration.context import Context, open_context
from common.delivery.dispatcher import dispatcher_of
from common.domain.apps import app_key, new_app
from common.domain.errors import NotFound
from common.domain.settings import AppSettings
from common.moderation.resources import settings
from common.settings import Settings
from common.store.store import Delete

SECRET = "whsec_" + "A" * 32
KEY = "whsk_" + "A" * 43 + "="


def opened(data: Path, **settings: Any) -> Context:
    context = open_context(Settings(data=data, **settings))
    asyncio.run(context.store.commit(new_app("shop", "key", "secret", "token", "score", 0)))
    return context


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    context = opened(tmp_path, config_ttl=3_600)
    yield context
    context.close()


def test_an_app_without_secrets_has_its_credentials(context: Context) -> None:
    signer = asyncio.run(dispatcher_of(context).signers.of("shop"))
    assert (signer.api_key, signer.api_secret) == ("key", "secret")
    assert signer.secrets == signer.private_keys == ()


def test_new_secrets_sign_at_once(context: Context) -> None:
    async def run() -> None:
        before = await dispatcher_of(context).signers.of("shop")
        assert await dispatcher_of(context).signers.of("shop") is before
        fields: AppSettings = {"signing_secrets": [SECRET], "signing_keys": [KEY]}
        await settings.put(context, "shop", fields, 0)
        after = await dispatcher_of(context).signers.of("shop")
        assert after.secrets == (bytes(24),) and after.private_keys == (bytes(32),)

    asyncio.run(run())


def test_new_credentials_sign_when_the_old_ones_are_forgotten(tmp_path: Path) -> None:
    context = opened(tmp_path, config_ttl=0)

    async def run() -> None:
        assert (await dispatcher_of(context).signers.of("shop")).api_secret == "secret"
        await context.store.commit(new_app("shop", "key", "new secret", "token", "score", 0))
        assert (await dispatcher_of(context).signers.of("shop")).api_secret == "new secret"

    try:
        asyncio.run(run())
    finally:
        context.close()


def test_the_environment_s_credentials_are_the_first_app_s(tmp_path: Path) -> None:
    context = opened(tmp_path, api_key="given", api_secret="theirs" * 8)
    try:
        first = asyncio.run(dispatcher_of(context).signers.of("default"))
        assert (first.api_key, first.api_secret) == ("given", "theirs" * 8)
        assert asyncio.run(dispatcher_of(context).signers.of("shop")).api_key == "key"
    finally:
        context.close()


def test_an_app_that_has_gone_signs_nothing(context: Context) -> None:
    asyncio.run(context.store.commit([Delete(app_key("shop"))]))
    for app in ("shop", "nobody"):
        with pytest.raises(NotFound, match=app):
            asyncio.run(dispatcher_of(context).signers.of(app))
