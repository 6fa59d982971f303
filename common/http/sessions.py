"""Who calls, by the session of a member who signed in to the dashboard."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from common.configuration.context import Context, now
from common.domain.session import SignedIn, token_of
from common.http.auth import Caller
from common.http.errors import HTTPError
from common.http.requests import header, query
from common.http.visit import cookies_of
from common.moderation.members import sessions

if TYPE_CHECKING:
    from starlette.types import Scope

COOKIE = "gavel_session"
CSRF = "x-gavel-csrf"


def shows_session(scope: Scope) -> bool:
    """Whoever shows a token of another kind means that one."""
    return not header(scope, b"authorization") and COOKIE in cookies_of(scope)


async def signed_in(scope: Scope, context: Context) -> SignedIn:
    """Raises HTTPError 401. It does not look at who made the browser ask."""
    token = token_of(cookies_of(scope).get(COOKIE, ""))
    found = await sessions.find(context, token, now()) if token else None
    if found is None:
        raise HTTPError(401, 5, "nobody is signed in here, or the session has ended")
    return found


async def by_session(scope: Scope, context: Context) -> Caller:
    """Raises HTTPError 401 and, where another site's page may have made the browser ask, 403."""
    found = await signed_in(scope, context)
    shown = header(scope, CSRF.encode())
    if not hmac.compare_digest(shown.encode(), found.token.csrf.encode()):
        problem = "is missing or not this session's"
        raise HTTPError(403, 17, f"{CSRF} {problem}", fields={CSRF: problem})
    if "api_key" in query(scope):
        problem = "is not for a session, which knows its app"
        raise HTTPError(400, 4, f"api_key {problem}", fields={"api_key": problem})
    return Caller(found.token.app, signed_in=found)
