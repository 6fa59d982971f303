"""Who calls and what they may do: what the dialects' ways of telling so have in common."""

from __future__ import annotations

import base64
import hmac
import json
import math
import time
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Strict, TypeAdapter, ValidationError

from common.configuration.context import Context, now
from common.configuration.vaults import vault_in
from common.domain.apps import (
    Credential,
    api_key_key,
    credential_key,
    credential_of,
    score_credential_key,
    token_key,
)
from common.domain.cache import Cache
from common.domain.fields import Id
from common.domain.member import Member
from common.domain.rights import Right, Role, first_role_with, has_right
from common.domain.secret_fields import opened
from common.domain.session import SignedIn
from common.domain.settings import settings_key
from common.domain.times import SECOND
from common.domain.user import User, is_gone, is_moderator, user_key
from common.http.errors import HTTPError
from common.http.requests import header
from common.store.store import Key

if TYPE_CHECKING:
    from starlette.types import Scope

Access = Literal["server", "moderator", "user", "guest", "public"]
"""server: a server token. moderator: also users with a moderator's role. user: also any user.
guest: whoever has the app's key.
"""
RouteRight = Right | Literal["server"]
"""What a member needs for a route; "server" is for no member."""
Restrictions = tuple[Literal["queues", "actions"], ...]
QUEUES: Restrictions = ("queues",)
BOTH: Restrictions = ("queues", "actions")
SCORE_KEY = "a score key: `make credentials` shows one, POST /api/v1/score_keys makes another"
"""What errors of the facades say is wanted: no other key or token opens them."""
_CLOCK_SKEW = 10.0
_MEMORY = 10_000
_CREDENTIAL_SECONDS = 60.0
_UNSIGNED = ".devtoken"
_URL_SAFE = str.maketrans("-_", "+/")
_USER_ID: TypeAdapter[str] = TypeAdapter(Annotated[Id, Strict()])


@dataclass(frozen=True, slots=True)
class Caller:
    """`user_id` is None for a server and for a member who is signed in; `role` and `issued`, in
    seconds since the epoch, are what a signed token claims, if anything. An unsigned token is for
    development; who shows none is anonymous, and `user_id` is empty then.
    """

    app: str
    user_id: str | None = None
    role: str | None = None
    issued: int | None = None
    is_signed: bool = True
    is_anonymous: bool = False
    signed_in: SignedIn | None = None

    @property
    def acting(self) -> str | None:
        """Who acts, whoever else a request names."""
        return self.signed_in.member["name"] if self.signed_in else self.user_id


_OWN_SERVER = Caller("default")
"""Who shows what the operator set for the first app."""


@dataclass(frozen=True, slots=True)
class _Verified:
    """`expires` in seconds since the epoch, as the token has it."""

    caller: Caller
    expires: float


class Authenticator:
    """Knows an app by its token or a score key, and an app and its user by a JWT that the app's
    secret signed.

    Credentials are remembered for a minute, verified tokens as long at most.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._own_score_key = _digest(context.settings.score_key)
        self._verified: Cache[bytes, _Verified] = Cache(_MEMORY, _CREDENTIAL_SECONDS, _seconds)
        self._credentials: Cache[str, Credential] = Cache(_MEMORY, _CREDENTIAL_SECONDS, _seconds)

    async def by_token(self, token: str) -> Caller:
        if _is_same(self._context.settings.api_token, token):
            return _OWN_SERVER
        credential = await self._credential(token_key(token).id) if token else None
        if credential is None:
            raise HTTPError(403, 5, "the API token is missing or unknown")
        return Caller(credential.app)

    async def by_score_key(self, key: str) -> Caller:
        """Only routes of facades ask for one, so that is all that it opens."""
        if key and hmac.compare_digest(self._own_score_key, _digest(key)):
            return _OWN_SERVER
        credential = await self._credential(score_credential_key(key).id) if key else None
        if credential is None:
            raise HTTPError(403, 5, "the score key is missing or unknown")
        return Caller(credential.app)

    async def by_jwt(self, api_key: str, token: str) -> Caller:
        remembered = sha256(f"{api_key}\n{token}".encode("utf-8", "replace")).digest()
        found = self._verified.get(remembered, None)
        if found is not None and _seconds() < found.expires:
            return found.caller
        credential = await self._signing(api_key)
        if token.endswith(_UNSIGNED):
            return _unsigned(credential.app, token)
        claims = _verified(token, credential.secret or "")
        caller = _caller(credential.app, claims)
        self._verified.put(remembered, _Verified(caller, _end(claims)))
        return caller

    async def app_of(self, api_key: str) -> str:
        """Of somebody who shows nothing else. Raises HTTPError 401, code 2."""
        credential = await self._credential_of_key(api_key) if api_key else None
        if credential is None:
            raise HTTPError(401, 2, "api_key is missing or unknown")
        return credential.app

    async def by_api_key(self, api_key: str) -> Caller:
        """Somebody who has no token yet."""
        credential = await self._signing(api_key)
        return Caller(credential.app, "", is_anonymous=True)

    async def user_token(self, api_key: str, user_id: str, issued: int) -> str:
        """A token that the app's secret signs; `issued` in seconds since the epoch."""
        import jwt

        credential = await self._signing(api_key)
        return jwt.encode({"user_id": user_id, "iat": issued}, credential.secret or "", "HS256")

    async def _signing(self, api_key: str) -> Credential:
        credential = await self._credential_of_key(api_key)
        if credential is None or credential.secret is None:
            raise HTTPError(401, 2, "api_key is missing or unknown")
        return credential

    async def _credential_of_key(self, api_key: str) -> Credential | None:
        settings = self._context.settings
        if settings.api_key and settings.api_secret and settings.api_key == api_key:
            return Credential("default", settings.api_secret)
        return await self._credential(api_key_key(api_key).id)

    async def _credential(self, id: str) -> Credential | None:
        found = self._credentials.get(id, None)
        if found is not None:
            return found
        (document,) = await self._context.store.get([credential_key(id)])
        if document is None:
            return None
        vault = vault_in(self._context)
        credential = credential_of(opened(vault, document.key, document.data))
        self._credentials.put(id, credential)
        return credential

    async def authorize(
        self,
        caller: Caller,
        access: Access,
        right: RouteRight,
        unrestricted: Restrictions = (),
    ) -> None:
        """Raises 403 code 17 where a member's role lacks the right, or they are restricted in what
        they may not be, or where a user's token is not enough or the user has left, and 401 code 40
        where it has been revoked. What is revoked, and
        what a user may do, is read anew for each call of theirs.
        """
        if caller.signed_in is not None:
            _check_right(caller.signed_in.member["role"], right)
            _check_unrestricted(caller.signed_in.member, right, unrestricted)
            return
        if caller.is_anonymous:
            if access == "guest":
                return
            raise HTTPError(401, 5, "this call needs a token")
        if caller.user_id is None:
            return
        asked: list[Key[Any]] = [settings_key(caller.app), user_key(caller.app, caller.user_id)]
        settings, user = (
            found.data if found else {} for found in await self._context.store.get(asked)
        )
        if not caller.is_signed and not settings.get("disable_auth_checks"):
            raise HTTPError(401, 43, "the token's signature is wrong")
        for document in (settings, user):
            if _is_revoked(caller, document.get("revoke_tokens_issued_before")):
                raise HTTPError(401, 40, "the token has been revoked")
        if is_gone(user):
            how = "deleted" if "deleted_at" in user else "deactivated"
            raise HTTPError(403, 17, f"the token's user was {how}")
        if access in ("user", "guest") or (access == "moderator" and _moderates(caller, user)):
            return
        raise HTTPError(403, 17, "this call needs a server-side token or a moderator's role")


def _check_right(role: Role, right: RouteRight) -> None:
    """Raises HTTPError 403 that names the right."""
    if right == "server":
        raise HTTPError(403, 17, "this call needs a server-side token: no member may make it")
    if not has_right(role, right):
        first = first_role_with(right)
        text = f"this call needs the right {right!r}, which a {role} does not have ({first}: yes)"
        raise HTTPError(403, 17, text)


def _check_unrestricted(member: Member, right: RouteRight, unrestricted: Restrictions) -> None:
    """Raises HTTPError 403 that names in what the member is restricted. Who administers could give
    themselves the rest.
    """
    for name in BOTH if right == "administer" else unrestricted:
        if member[name] is not None:
            text = f"this call is for those who are not restricted to some {name}"
            raise HTTPError(403, 17, f"{text}, as {member['name']} is")


def _is_same(own: str | None, shown: str) -> bool:
    """Of their digests, so that not even the length is told."""
    return bool(own) and hmac.compare_digest(_digest(own), _digest(shown))


def _digest(text: str | None) -> bytes:
    return sha256((text or "").encode("utf-8", "replace")).digest()


def _is_revoked(caller: Caller, before: int | None) -> bool:
    """A token that does not say when it was issued may be of any time before."""
    if before is None:
        return False
    return caller.issued is None or caller.issued * SECOND < before


def _moderates(caller: Caller, user: User) -> bool:
    return is_moderator(user, now(), caller.role)


def authorization(scope: Scope) -> tuple[str, str]:
    """The scheme in lower case, and the credential.

    Stream sends the bare JWT, guides show Bearer, Hive sends `token KEY` in any case.
    """
    sent = header(scope, b"authorization")
    head, _, rest = sent.strip().partition(" ")
    return (head.lower(), rest.strip()) if rest else ("", head)


def _unsigned(app: str, token: str) -> Caller:
    """Of a token that a client made for development, which says who it is and nothing else."""
    _, _, payload = token.removesuffix(_UNSIGNED).rpartition(".")
    try:
        padded = payload.rstrip("=") + "=" * (-len(payload.rstrip("=")) % 4)
        claims = json.loads(base64.b64decode(padded.translate(_URL_SAFE), validate=True))
        user_id = _USER_ID.validate_python(claims["user_id"])
    except (ValueError, TypeError, KeyError):
        raise HTTPError(401, 5, "the token is missing or malformed") from None
    return Caller(app, user_id, is_signed=False)


def _verified(token: str, secret: str) -> dict[str, Any]:
    import jwt

    try:
        claims: dict[str, Any] = jwt.decode(
            token, secret, algorithms=["HS256"], leeway=_CLOCK_SKEW, options={"verify_aud": False}
        )
    except jwt.ExpiredSignatureError:
        raise HTTPError(401, 40, "the token has expired") from None
    except jwt.ImmatureSignatureError as error:
        code = 42 if "iat" in str(error) else 41
        raise HTTPError(401, code, "the token is not valid yet") from None
    except jwt.InvalidSignatureError:
        raise HTTPError(401, 43, "the token's signature is wrong") from None
    except Exception:
        # Strangers choose what is parsed here, and not all that fails is a PyJWTError.
        raise HTTPError(401, 5, "the token is missing or malformed") from None
    return claims


def _end(claims: Mapping[str, Any]) -> float:
    """When the token expires, in seconds since the epoch."""
    expires = _seconds_of(claims, "exp")
    return math.inf if expires is None else expires


def _seconds_of(claims: Mapping[str, Any], name: str) -> int | None:
    """A time that was found to be one, which JWTs may also have as text. It stays an integer: of
    several hundred digits, no float says whether it is ahead or past.
    """
    return int(claims[name]) if name in claims else None


def _caller(app: str, claims: Mapping[str, Any]) -> Caller:
    if "user_id" not in claims:
        return Caller(app)
    user_id, role = claims["user_id"], claims.get("role")
    try:
        user_id = _USER_ID.validate_python(user_id)
    except ValidationError:
        raise HTTPError(401, 5, "the token's user_id is not a name") from None
    issued = _seconds_of(claims, "iat")
    return Caller(app, user_id, role if isinstance(role, str) else None, issued)


def _seconds() -> float:
    """Of the clock that a token's times are in."""
    return time.time()
