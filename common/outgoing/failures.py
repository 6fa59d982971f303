"""The word for each way in which a request through aiohttp fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import (
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientError,
    ClientPayloadError,
    ClientResponseError,
    ClientSSLError,
    InvalidURL,
)

from common.outgoing.egress import EgressRefused
from common.outgoing.lookups import LookupsBusy, Unresolved

if TYPE_CHECKING:
    from common.outgoing.calls import SendError

FAILURES = (ClientError, OSError, ValueError)
# The first that holds: the later are more general.
_WORDS: tuple[tuple[type[Exception], SendError], ...] = (
    (EgressRefused, "refused_address"),
    (Unresolved, "resolve"),
    (ClientConnectorDNSError, "resolve"),
    (TimeoutError, "timeout"),
    (ClientSSLError, "tls"),
    (ClientConnectorError, "connect"),
    (ClientPayloadError, "reset"),
    (ClientResponseError, "bad_answer"),
    (InvalidURL, "bad_request"),
    (OSError, "reset"),
    (ClientError, "reset"),
)


def word_of(error: Exception) -> SendError:
    if isinstance(error, ClientConnectorDNSError) and isinstance(error.os_error, LookupsBusy):
        return "busy"
    return next((word for kind, word in _WORDS if isinstance(error, kind)), "bad_request")
