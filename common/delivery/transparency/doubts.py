"""Whether an earlier attempt may have arrived, although nobody was told so."""

from __future__ import annotations

from common.delivery.breaker import SERVER_ERROR
from common.domain.delivery import Delivery, Try

_NOT_ARRIVED = (
    "busy",
    "bad_request",
    "refused_address",
    "resolve",
    "connect",
    "tls",
    "refused",
    "bad_token",
)


def is_doubtful(delivery: Delivery) -> bool:
    """Of one that is claimed. An attempt of which there is no record was broken off."""
    tries = delivery["tries"]
    return delivery["attempts"] - 1 > len(tries) or any(map(_may_have_arrived, tries))


def _may_have_arrived(tried: Try) -> bool:
    if tried["error"] is not None:
        return tried["error"] not in _NOT_ARRIVED
    return (tried["status"] or 0) >= SERVER_ERROR
