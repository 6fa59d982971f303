"""Signature Version 4 of a call to an AWS service: a POST to the path `/`."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

from common.outgoing.calls import OutgoingRequest
from common.outgoing.egress import Destination

_ALGORITHM = "AWS4-HMAC-SHA256"


@dataclass(frozen=True, slots=True)
class Credentials:
    access_key_id: str
    secret: str = field(repr=False)
    region: str
    service: str


def signed(
    credentials: Credentials, url: str, headers: Mapping[str, str], body: bytes, now: datetime
) -> OutgoingRequest:
    """Of the request's headers, all that are given are signed, and the host with them."""
    time = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    scope = f"{time[:8]}/{credentials.region}/{credentials.service}/aws4_request"
    named = {name.lower(): value.strip() for name, value in headers.items()}
    named |= {"host": _host(url), "x-amz-date": time}
    names = ";".join(sorted(named))
    lines = "".join(f"{name}:{named[name]}\n" for name in sorted(named))
    canonical = f"POST\n/\n\n{lines}\n{names}\n{sha256(body).hexdigest()}"
    text = f"{_ALGORITHM}\n{time}\n{scope}\n{sha256(canonical.encode()).hexdigest()}"
    key = f"AWS4{credentials.secret}".encode()
    for piece in scope.split("/"):
        key = hmac.digest(key, piece.encode(), "sha256")
    signature = hmac.digest(key, text.encode(), "sha256").hex()
    named["authorization"] = (
        f"{_ALGORITHM} Credential={credentials.access_key_id}/{scope}, "
        f"SignedHeaders={names}, Signature={signature}"
    )
    del named["host"]
    return OutgoingRequest("POST", url, named, body)


def _host(url: str) -> str:
    where = Destination.parse(url)
    is_usual = where.port == {"http": 80, "https": 443}[where.scheme]
    return where.host if is_usual else f"{where.host}:{where.port}"
