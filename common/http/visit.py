"""What a browser's request says of itself beside its body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from common.http.requests import header
from common.settings import is_on_google

if TYPE_CHECKING:
    from starlette.types import Scope

_LONGEST_AGENT = 200


@dataclass(frozen=True, slots=True)
class Visit:
    """`root` is under which address the browser finds Gavel, without a slash at its end."""

    cookies: Mapping[str, str]
    address: str
    agent: str
    root: str
    takes_gzip: bool

    @property
    def is_secure(self) -> bool:
        return self.root.startswith("https:")


def visit_of(scope: Scope, public_url: str | None) -> Visit:
    return Visit(
        cookies_of(scope),
        _address(scope),
        header(scope, b"user-agent")[:_LONGEST_AGENT],
        public_url.rstrip("/") if public_url else _root(scope),
        "gzip" in header(scope, b"accept-encoding"),
    )


def cookies_of(scope: Scope) -> Mapping[str, str]:
    """The first of each name: what is set for the longest path stands before the others."""
    found: dict[str, str] = {}
    for part in header(scope, b"cookie").split(";"):
        name, _, value = part.partition("=")
        found.setdefault(name.strip(), value.strip())
    return found


def is_of_another_site(scope: Scope) -> bool:
    """Whether the browser says that a page from elsewhere made the request."""
    return header(scope, b"sec-fetch-site") in ("cross-site", "same-site")


def _root(scope: Scope) -> str:
    forwarded = header(scope, b"x-forwarded-proto").rpartition(",")[2].strip().lower()
    scheme = forwarded if forwarded in ("http", "https") else scope["scheme"]
    return f"{scheme}://{header(scope, b'host')}"


def _address(scope: Scope) -> str:
    """On Google Cloud what the load balancer saw: it adds that and its own to what it was sent,
    which anybody can make up. Elsewhere whoever is connected, or who is so to API Gateway.
    """
    if is_on_google():
        sent = [part.strip() for part in header(scope, b"x-forwarded-for").split(",")]
        return (sent[-2] if len(sent) > 1 else sent[-1])[:100]
    client = scope.get("client")
    return str(client[0]) if client else ""
