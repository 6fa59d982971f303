"""Fetches what a customer's content refers to, wherever that is, be it in the URL itself."""

from __future__ import annotations

import base64
import binascii
import time
from urllib.parse import urljoin

from common.engines.images.unseen import Unseen
from common.outgoing.calls import OutgoingRequest
from common.outgoing.fetching import Fetched, Fetches, FetchFailed

_MOST_REDIRECTS = 3
_REDIRECTS = (301, 302, 303, 307, 308)
_DATA, _BASE64 = "data:", ";base64"
_HEADERS = {"user-agent": "gavel", "accept": "*/*"}


async def get(fetcher: Fetches, url: str, *, seconds: float, most_bytes: int) -> bytes:
    """One deadline and one size for all of it. Each address on the way goes through the egress
    guard, for a redirect may lead anywhere. Raises Unseen.
    """
    if url[:5].lower() == _DATA:
        return _inline(url, most_bytes)
    until = time.monotonic() + seconds
    for _ in range(1 + _MOST_REDIRECTS):
        left = until - time.monotonic()
        if left <= 0:
            raise Unseen("no complete answer in time")
        request = OutgoingRequest("GET", url, _HEADERS)
        try:
            fetched = await fetcher.fetch(request, seconds=left, most_bytes=most_bytes)
        except FetchFailed as error:
            raise Unseen(f"it cannot be fetched ({error.word})") from None
        if fetched.status not in _REDIRECTS:
            return _body(fetched)
        url = _next(url, fetched)
    raise Unseen(f"it is behind more than {_MOST_REDIRECTS} redirects")


def _inline(url: str, most_bytes: int) -> bytes:
    kind, _, encoded = url.partition(",")
    if not kind.lower().endswith(_BASE64):
        raise Unseen("it is in a data URL that is not in base64")
    if len(encoded) > most_bytes * 4 // 3 + 4:
        raise Unseen("it is too large")
    try:
        return base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise Unseen("it is in a data URL that cannot be read") from None


def _body(fetched: Fetched) -> bytes:
    if fetched.status != 200:
        raise Unseen(f"it cannot be fetched (HTTP {fetched.status})")
    return fetched.body


def _next(url: str, fetched: Fetched) -> str:
    try:
        return urljoin(url, fetched.headers["location"])
    except (KeyError, ValueError):
        raise Unseen("a redirect leads nowhere") from None
