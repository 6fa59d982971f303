"""ID tokens: who signed in at a provider, as it has signed."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from common.configuration.context import Context
from common.domain.sign_in_provider import SignInProvider
from common.moderation.members.open_id.discovery import Discovery, Endpoints, ProviderFailed

_ALGORITHMS = (
    "RS256",
    "RS384",
    "RS512",
    "PS256",
    "PS384",
    "PS512",
    "ES256",
    "ES384",
    "ES512",
    "EdDSA",
)
"""Of key pairs alone: a token that a secret signed, or nobody, proves nothing."""
_CLOCK_SKEW = 30
_REQUIRED = ["iss", "sub", "aud", "exp", "iat"]


@dataclass(frozen=True, slots=True)
class Person:
    """`email` is empty where the provider does not vouch for it; `values` are those of the claim
    that says what they may do.
    """

    issuer: str
    subject: str
    email: str
    values: frozenset[str]


async def person(
    context: Context, provider: SignInProvider, endpoints: Endpoints, token: str, nonce: str
) -> Person:
    """Raises ProviderFailed for a token that is not for this sign-in, or not as it should be."""
    import jwt

    try:
        head = jwt.get_unverified_header(token)
        if head.get("alg") not in _ALGORITHMS:
            raise ProviderFailed("the token is not signed with a key pair")
        key = await _key(context, endpoints, head)
        claims: Mapping[str, Any] = jwt.decode(
            token,
            key,
            algorithms=[head["alg"]],
            audience=provider["client_id"],
            issuer=provider["issuer"],
            leeway=_CLOCK_SKEW,
            options={"require": _REQUIRED},
        )
    except jwt.PyJWTError as error:
        raise ProviderFailed(f"the token is wrong: {type(error).__name__}") from None
    _check(claims, provider["client_id"], nonce)
    return Person(
        provider["issuer"],
        str(claims["sub"]),
        _email(claims),
        _values(claims, provider["role_claim"]),
    )


async def _key(context: Context, endpoints: Endpoints, head: Mapping[str, Any]) -> Any:
    """The provider may have changed its keys since they were read."""
    discovery = context.one(Discovery)
    for anew in (False, True):
        for each in await discovery.keys(endpoints.keys, anew=anew):
            if _fits(each, head):
                return _public(each, head["alg"])
    raise ProviderFailed("the token is signed with a key that it does not have")


def _fits(key: Mapping[str, Any], head: Mapping[str, Any]) -> bool:
    if key.get("use", "sig") != "sig" or key.get("alg", head["alg"]) != head["alg"]:
        return False
    return "kid" not in head or key.get("kid") == head["kid"]


def _public(key: Mapping[str, Any], algorithm: str) -> Any:
    import jwt

    return jwt.PyJWK(dict(key), algorithm).key


def _check(claims: Mapping[str, Any], client_id: str, nonce: str) -> None:
    shown = claims.get("nonce")
    if not isinstance(shown, str) or not hmac.compare_digest(shown.encode(), nonce.encode()):
        raise ProviderFailed("the token is of another sign-in")
    audience = claims["aud"]
    several = isinstance(audience, list) and len(audience) > 1
    if (several or "azp" in claims) and claims.get("azp") != client_id:
        raise ProviderFailed("the token is for another client")
    if not claims["sub"]:
        raise ProviderFailed("the token names nobody")


def _email(claims: Mapping[str, Any]) -> str:
    email = claims.get("email")
    vouched = claims.get("email_verified") in (True, "true")
    return email.lower() if isinstance(email, str) and vouched else ""


def _values(claims: Mapping[str, Any], name: str) -> frozenset[str]:
    found = claims.get(name) if name else None
    listed = found if isinstance(found, list) else [found]
    return frozenset(each for each in listed if isinstance(each, str))
