"""Signing in at a provider: authorization code, with PKCE, a state and a nonce.

All three come from one secret that only the browser has, in a cookie, so nothing is stored and
another browser cannot go on with what this one began.
"""

from __future__ import annotations

import hmac
import secrets
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote, urlencode

from common.configuration.context import Context
from common.configuration.vaults import vault_in
from common.domain.secret_fields import opened
from common.domain.sign_in_provider import SignInProvider, sign_in_provider_key
from common.domain.times import MINUTE
from common.moderation.members.open_id import providers
from common.moderation.members.open_id.discovery import Discovery, Endpoints, ProviderFailed
from common.moderation.members.open_id.tokens import Person, person

LASTS = 10 * MINUTE


@dataclass(frozen=True, slots=True)
class Attempt:
    """One sign-in under way."""

    app: str
    provider: str
    began_at: int
    secret: str

    def __str__(self) -> str:
        return f"{self.app}.{self.provider}.{self.began_at}.{self.secret}"

    def derived(self, what: str) -> str:
        digest = hmac.new(str(self).encode(), what.encode(), sha256).digest()
        return urlsafe_b64encode(digest).rstrip(b"=").decode()

    @property
    def challenge(self) -> str:
        digest = sha256(self.derived("verifier").encode()).digest()
        return urlsafe_b64encode(digest).rstrip(b"=").decode()


def attempt_of(text: str) -> Attempt | None:
    parts = text.split(".")
    if len(parts) != 4 or not all(parts) or not parts[2].isdecimal() or len(parts[2]) > 19:
        return None
    return Attempt(parts[0], parts[1], int(parts[2]), parts[3])


async def begin(
    context: Context, app: str, provider_id: str, redirect: str, now: int
) -> tuple[Attempt, str]:
    """What the browser keeps, and where it goes. Raises NotFound and ProviderFailed."""
    provider = await providers.find(context, app, provider_id)
    endpoints = await context.one(Discovery).endpoints(provider["issuer"])
    attempt = Attempt(app, provider_id, now, secrets.token_urlsafe(32))
    asked = {
        "response_type": "code",
        "client_id": provider["client_id"],
        "redirect_uri": redirect,
        "scope": " ".join(provider["scopes"]),
        "state": attempt.derived("state"),
        "nonce": attempt.derived("nonce"),
        "code_challenge": attempt.challenge,
        "code_challenge_method": "S256",
    }
    joint = "&" if "?" in endpoints.authorization else "?"
    return attempt, f"{endpoints.authorization}{joint}{urlencode(asked)}"


async def finish(
    context: Context, attempt: Attempt, state: str, code: str, redirect: str, now: int
) -> tuple[SignInProvider, Person]:
    """Raises ProviderFailed, and NotFound where the provider is gone."""
    if now - attempt.began_at > LASTS or attempt.began_at > now:
        raise ProviderFailed("the sign-in took too long")
    if not hmac.compare_digest(state.encode(), attempt.derived("state").encode()):
        raise ProviderFailed("the answer is of another sign-in")
    provider = await providers.find(context, attempt.app, attempt.provider)
    endpoints = await context.one(Discovery).endpoints(provider["issuer"])
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": redirect,
        "code_verifier": attempt.derived("verifier"),
    }
    credentials, headers = _credentials(context, attempt.app, provider, endpoints)
    answer = await context.one(Discovery).posted(endpoints.token, {**form, **credentials}, headers)
    token = answer.get("id_token")
    if not isinstance(token, str):
        raise ProviderFailed("it gave no ID token")
    return provider, await person(context, provider, endpoints, token, attempt.derived("nonce"))


def _credentials(
    context: Context, app: str, provider: SignInProvider, endpoints: Endpoints
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The client's, as members of the form and as headers."""
    key = sign_in_provider_key(app, provider["id"])
    known = opened(vault_in(context), key, provider)
    id, secret = known["client_id"], known["client_secret"]
    if secret is None:
        return {"client_id": id}, {}
    if endpoints.takes_secret_in_body:
        return {"client_id": id, "client_secret": secret}, {}
    pair = f"{quote(id, safe='')}:{quote(secret, safe='')}"
    return {}, {"authorization": f"Basic {b64encode(pair.encode()).decode()}"}
