"""Access to Google's APIs: an API key, or a service account's key file as it was downloaded.

An access token is asked for with a signed JWT (RFC 7523), as Google's own clients do, by way of
the egress guard.
"""

from __future__ import annotations

import time
from urllib.parse import urlencode

from common.engines.remote.adapter import NotJudged
from common.engines.remote.answers import json_of, part
from common.engines.remote.endpoints.keys import ServiceAccount, read_key
from common.engines.remote.line import Line
from common.outgoing.calls import OutgoingRequest

_SCOPE = "https://www.googleapis.com/auth/cloud-platform"
_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_SECONDS = 3_600
_EARLIER = 300


async def headers(line: Line) -> dict[str, str]:
    """Raises NotJudged where there is no token to be had."""
    key = line.provider["key"] or ""
    try:
        account = read_key(key)
    except ValueError as error:
        raise NotJudged("key", f"the key {error}") from None
    if account is None:
        return {"x-goog-api-key": key}
    token = await line.remembered("access token", lambda: _token(line, account))
    return {"authorization": f"Bearer {token}"}


async def _token(line: Line, account: ServiceAccount) -> tuple[str, float]:
    form = urlencode({"grant_type": _GRANT, "assertion": _assertion(account)}).encode()
    sent = {"content-type": "application/x-www-form-urlencoded"}
    try:
        fetched = await line.send(OutgoingRequest("POST", account["token_uri"], sent, form))
    except NotJudged as error:
        cause = "key" if error.cause in ("content", "key") else error.cause
        raise NotJudged(cause, f"there is no access token: {error}") from None
    answer = json_of(fetched.body)
    seconds = float(part(answer, "expires_in", of=(int, float)))
    return part(answer, "access_token", of=str), max(seconds - _EARLIER, 0.0)


def _assertion(account: ServiceAccount) -> str:
    import jwt

    now = int(time.time())
    claims = {
        "iss": account["client_email"],
        "scope": _SCOPE,
        "aud": account["token_uri"],
        "iat": now,
        "exp": now + _SECONDS,
    }
    named = {"kid": account["private_key_id"]} if account["private_key_id"] else None
    try:
        return jwt.encode(claims, account["private_key"], algorithm="RS256", headers=named)
    except (ValueError, TypeError, jwt.PyJWTError):
        raise NotJudged("key", "the key's private_key cannot be read") from None
