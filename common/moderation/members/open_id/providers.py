"""Keeping an app's providers of OpenID Connect."""

from __future__ import annotations

import re
from typing import cast
from urllib.parse import urlsplit

from common.configuration.context import Context
from common.domain.errors import Invalid, NotFound, TryAgain
from common.domain.sign_in_provider import (
    MOST_SIGN_IN_PROVIDERS,
    SIGN_IN_PROVIDERS,
    SignInProvider,
    SignInProviderFields,
    sign_in_provider_key,
)
from common.moderation.contention import ATTEMPTS
from common.moderation.resources.urls import checked_url
from common.store.deciding import until_committed
from common.store.store import Create, Delete, Put

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")
_LOCAL = ("127.0.0.1", "::1", "localhost")


async def put(
    context: Context,
    app: str,
    id: str,
    fields: SignInProviderFields,
    now: int,
    *,
    keep_secret: bool,
) -> SignInProvider:
    """Raises Invalid. A secret stays with whom it was given for."""
    if not _ID.fullmatch(id):
        raise Invalid.field("id", "may have small letters, digits, _ and - only, at most 63")
    _check(context, fields)
    key = sign_in_provider_key(app, id)

    async def attempt() -> SignInProvider:
        (found,) = await context.store.get([key])
        known = found.data if found else None
        if known is None and len(await list_all(context, app)) >= MOST_SIGN_IN_PROVIDERS:
            raise Invalid.field("id", f"would be more than the {MOST_SIGN_IN_PROVIDERS} allowed")
        wanted = fields
        if keep_secret and known is not None and known["issuer"] == fields["issuer"]:
            wanted = {**fields, "client_secret": known["client_secret"]}
        created = known["created_at"] if known else now
        own = {"id": id, "created_at": created, "updated_at": now}
        provider = cast(SignInProvider, {**wanted, **own})
        write = Put(key, provider, found.version) if found else Create(key, provider)
        await context.store.commit([write])
        return provider

    busy = TryAgain("many change this provider at once")
    return await until_committed(attempt, ATTEMPTS, busy)


async def find(context: Context, app: str, id: str) -> SignInProvider:
    """With its secret as it is stored. Raises NotFound."""
    (found,) = await context.store.get([sign_in_provider_key(app, id)])
    if found is None:
        raise NotFound(f"there is no sign-in provider {id!r}", {"id": "does not exist"})
    return found.data


async def list_all(context: Context, app: str) -> list[SignInProvider]:
    page = await context.store.query(SIGN_IN_PROVIDERS, app=app, limit=MOST_SIGN_IN_PROVIDERS)
    return [each.data for each in page.documents]


async def delete(context: Context, app: str, id: str) -> None:
    await find(context, app, id)
    await context.store.commit([Delete(sign_in_provider_key(app, id))])


def _check(context: Context, fields: SignInProviderFields) -> None:
    issuer = fields["issuer"]
    checked_url(context, "issuer", issuer)
    parts = urlsplit(issuer)
    if parts.scheme != "https" and parts.hostname not in _LOCAL:
        raise Invalid.field("issuer", "has to begin with https://")
    if parts.query:
        raise Invalid.field("issuer", "has no query")
    if "openid" not in fields["scopes"]:
        raise Invalid.field("scopes", "has to have openid")
    if bool(fields["role_claim"]) != bool(fields["roles"]):
        name = "roles" if fields["role_claim"] else "role_claim"
        raise Invalid.field(name, "is needed: one goes with the other")
