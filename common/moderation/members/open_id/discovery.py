"""What a provider says of itself: where its endpoints are, and the keys that it signs with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

import orjson

from common.configuration.context import Context
from common.domain.cache import Cache
from common.outgoing.calls import OutgoingRequest
from common.outgoing.fetching import FetchFailed, fetcher_for

_SECONDS = 10.0
_MOST_BYTES = 500_000
_KEPT_SECONDS = 600.0
_KEPT = 100


class ProviderFailed(Exception):
    """The provider does not do what is expected of it; the text says what, without a secret."""


@dataclass(frozen=True, slots=True)
class Endpoints:
    authorization: str
    token: str
    keys: str
    takes_secret_in_body: bool


class Discovery:
    """One for a context, which remembers what was found for ten minutes."""

    def __init__(self, context: Context) -> None:
        self._fetcher = fetcher_for(context.settings.egress_allow)
        self._endpoints: Cache[str, Endpoints] = Cache(_KEPT, _KEPT_SECONDS)
        self._keys: Cache[str, list[Mapping[str, Any]]] = Cache(_KEPT, _KEPT_SECONDS)

    async def endpoints(self, issuer: str) -> Endpoints:
        """Raises ProviderFailed, also where another issuer answers for this one."""
        known = self._endpoints.get(issuer, None)
        if known is not None:
            return known
        url = f"{issuer.rstrip('/')}/.well-known/openid-configuration"
        found = await self._json(OutgoingRequest("GET", url, {"accept": "application/json"}))
        if found.get("issuer") != issuer:
            raise ProviderFailed("its description is of another issuer")
        methods = found.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        endpoints = Endpoints(
            _url(found, "authorization_endpoint", issuer),
            _url(found, "token_endpoint", issuer),
            _url(found, "jwks_uri", issuer),
            "client_secret_basic" not in methods,
        )
        self._endpoints.put(issuer, endpoints)
        return endpoints

    async def keys(self, url: str, *, anew: bool = False) -> list[Mapping[str, Any]]:
        """Its public keys; `anew` where one is missing among those that are remembered."""
        known = None if anew else self._keys.get(url, None)
        if known is not None:
            return known
        found = await self._json(OutgoingRequest("GET", url, {"accept": "application/json"}))
        keys = found.get("keys")
        if not isinstance(keys, list):
            raise ProviderFailed("it has no keys")
        kept: list[Mapping[str, Any]] = [each for each in keys if isinstance(each, dict)]
        self._keys.put(url, kept)
        return kept

    async def posted(
        self, url: str, form: Mapping[str, str], headers: Mapping[str, str]
    ) -> Mapping[str, Any]:
        sent = {
            "accept": "application/json",
            "content-type": "application/x-www-form-urlencoded",
            **headers,
        }
        return await self._json(OutgoingRequest("POST", url, sent, urlencode(form).encode()))

    async def _json(self, request: OutgoingRequest) -> Mapping[str, Any]:
        try:
            fetched = await self._fetcher.fetch(request, seconds=_SECONDS, most_bytes=_MOST_BYTES)
        except FetchFailed as error:
            raise ProviderFailed(str(error)) from None
        if fetched.status != 200:
            raise ProviderFailed(f"it answered {fetched.status}")
        try:
            found = orjson.loads(fetched.body)
        except orjson.JSONDecodeError:
            raise ProviderFailed("it answered no JSON") from None
        if not isinstance(found, dict):
            raise ProviderFailed("it answered no object")
        return found


def _url(found: Mapping[str, Any], name: str, issuer: str) -> str:
    """As safe as the issuer's own: what browser and codes are sent to goes over TLS."""
    url = found.get(name)
    if not isinstance(url, str):
        raise ProviderFailed(f"it has no {name}")
    scheme = urlsplit(url).scheme
    if scheme != "https" and scheme != urlsplit(issuer).scheme:
        raise ProviderFailed(f"its {name} does not begin with https://")
    return url
