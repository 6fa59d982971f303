"""Who may call a queue function: the service account that pushes, by Google's signature."""

from __future__ import annotations

import asyncio
import re
import threading
import time
from collections.abc import Collection, Mapping
from typing import Any, Protocol

from common.settings import Settings

IN_PROCESS = "gavel.in_process"
"""What the scope of a call says that this process makes itself; no request from outside can."""
_MAX_AGE = re.compile(r"max-age=(\d+)")
_DEFAULT_AGE = 3600.0
_BEARER = "bearer "
_CLOCK_SKEW_SECONDS = 10


class Fetch(Protocol):
    """google.auth's transport: gives an answer with `status`, `data` and `headers`."""

    def __call__(self, url: str, method: str = "GET") -> Any: ...


class PushIdentity:
    """Checks the bearer token that Pub/Sub, Cloud Tasks and Cloud Scheduler send."""

    def __init__(self, audience: str, accounts: Collection[str], fetch: Fetch | None = None):
        self._audience = audience
        self._accounts = frozenset(accounts)
        self._fetch = fetch
        self._certificates: _Cached | None = None

    async def allows(self, authorization: str) -> bool:
        """Raises google.auth.exceptions.TransportError when Google's keys cannot be fetched."""
        if authorization[: len(_BEARER)].lower() != _BEARER:
            return False
        return await asyncio.to_thread(self._verify, authorization[len(_BEARER) :].strip())

    def _verify(self, token: str) -> bool:
        from google.auth.exceptions import TransportError
        from google.oauth2.id_token import verify_oauth2_token

        if self._certificates is None:
            self._certificates = _Cached(self._fetch or _google())
        try:
            claims: Mapping[str, Any] = verify_oauth2_token(  # type: ignore[no-untyped-call]
                token, self._certificates, self._audience, _CLOCK_SKEW_SECONDS
            )
        except TransportError:
            raise
        except Exception:
            # Strangers choose what is parsed here, and not all that fails is a ValueError.
            return False
        return claims.get("email_verified") is True and claims.get("email") in self._accounts


def push_identity(settings: Settings) -> PushIdentity | None:
    """None where nobody from outside may call, or with `push_anybody` everybody."""
    if settings.push_audience is None or settings.push_service_account is None:
        return None
    accounts = {settings.push_service_account, settings.tasks_service_account}
    return PushIdentity(settings.push_audience, [name for name in accounts if name])


class _Cached:
    """Google's keys for as long as its answer says: they are asked for at every verification."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._lock = threading.Lock()
        self._answer: Any = None
        self._until = 0.0

    def __call__(self, url: str, method: str = "GET") -> Any:
        with self._lock:
            if time.monotonic() >= self._until:
                self._answer = self._fetch(url, method=method)
                self._until = time.monotonic() + _age(self._answer)
            return self._answer


def _age(answer: Any) -> float:
    if answer.status != 200:
        return 0.0
    found = _MAX_AGE.search(answer.headers.get("cache-control") or "")
    return float(found[1]) if found else _DEFAULT_AGE


def _google() -> Fetch:
    from google.auth.transport.requests import Request

    transport: Fetch = Request()
    return transport
