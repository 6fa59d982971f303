"""The request that carries out a customer's own action."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from common.domain.callback import value_named
from common.outgoing.calls import OutgoingRequest

USER_AGENT = "Gavel/0.1.0"

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE = re.compile(r"[\x21-\x7e\x80-\xff](?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?")
# What frames the message, or is Gavel's to say.
_RESERVED = {
    "accept-encoding",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "expect",
    "host",
    "keep-alive",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "webhook-id",
    "webhook-signature",
    "webhook-timestamp",
    "x-api-key",
    "x-signature",
    "x-webhook-attempt",
    "x-webhook-id",
    "x-webhook-sequence",
}


@dataclass(frozen=True, slots=True)
class Callback:
    """`parameters` maps our names to the customer's; when it is empty, all go out under ours.

    The URL itself is the egress policy's to check.
    """

    url: str = field(repr=False)
    method: Literal["POST", "GET"] = "POST"
    auth_header: str | None = None
    auth_value: str | None = field(default=None, repr=False)
    parameters: Mapping[str, str] = field(default_factory=dict)
    extra_query: Mapping[str, str] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        if self.method not in ("POST", "GET"):
            raise ValueError("method must be POST or GET")
        if self.auth_header is not None:
            check_header(self.auth_header, self.auth_value)
            if self.auth_header.lower() in _RESERVED:
                raise ValueError(f"the header {self.auth_header} cannot be set")
        elif self.auth_value is not None:
            check_header("Authorization", self.auth_value)
        names = list(self.parameters.values())
        if not all(names) or len(set(names)) < len(names):
            raise ValueError("the parameters' names must differ and not be empty")


def check_header(name: str, value: str | None) -> None:
    if not _TOKEN.fullmatch(name):
        raise ValueError(f"not a header name: {name!r}")
    if value is not None and not _HEADER_VALUE.fullmatch(value):
        raise ValueError(f"the value of the header {name} cannot be sent")


def build(
    callback: Callback,
    data: Mapping[str, object],
    delivery_id: str,
    attempt: int,
    sequence: int = 0,
) -> OutgoingRequest:
    """`attempt` counts from 1; the delivery id is the same on each. No header says sequence 0."""
    if attempt < 1:
        raise ValueError("attempts count from 1")
    check_header("X-Webhook-Id", delivery_id)
    headers = {
        "User-Agent": USER_AGENT,
        "X-Webhook-Id": delivery_id,
        "X-Webhook-Attempt": str(attempt),
        **({"X-Webhook-Sequence": str(sequence)} if sequence else {}),
    }
    if callback.auth_value is not None:
        headers[callback.auth_header or "Authorization"] = callback.auth_value
    fields = named(callback, data)
    if callback.method == "GET":
        url = _with_query(callback.url, callback.extra_query, _as_query(fields))
        return OutgoingRequest("GET", url, headers, None)
    headers["Content-Type"] = "application/json"
    body = json.dumps(fields, separators=(",", ":")).encode()
    return OutgoingRequest("POST", _with_query(callback.url, callback.extra_query), headers, body)


def named(callback: Callback, data: Mapping[str, object]) -> dict[str, object]:
    """What is sent, by the customer's names."""
    if not callback.parameters:
        return dict(data)
    found = ((theirs, value_named(data, ours)) for ours, theirs in callback.parameters.items())
    return {theirs: value for theirs, value in found if value is not None}


def _as_query(named: Mapping[str, object]) -> dict[str, str]:
    return {
        name: value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))
        for name, value in named.items()
        if value is not None
    }


def _with_query(url: str, *added: Mapping[str, str]) -> str:
    parts = urlsplit(url)
    # quote, not quote_plus: %20 is a space to every server.
    more = (urlencode(pairs, quote_via=quote, safe="", errors="replace") for pairs in added)
    query = "&".join(text for text in (parts.query, *more) if text)
    return urlunsplit(parts._replace(query=query, fragment=""))
