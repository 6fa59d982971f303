"""What is read of a request without the framework's own, slower ways."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from random import getrandbits
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from common.http.errors import HTTPError

if TYPE_CHECKING:
    from starlette.types import Scope

_MOST_PARAMETERS = 100


def header(scope: Scope, name: bytes, otherwise: str = "") -> str:
    """`name` in lower case, which is how ASGI gives them; `otherwise` where there is none."""
    for key, value in scope["headers"]:
        if key == name:
            return bytes(value).decode("latin-1")
    return otherwise


def query(scope: Scope) -> Mapping[str, str]:
    return _parsed(scope.get("query_string", b""))


def request_id(scope: Scope) -> str:
    """The client's own where it sends one."""
    return header(scope, b"x-client-request-id")[:100] or f"{getrandbits(64):016x}"


@lru_cache(maxsize=1024)
def _parsed(raw: bytes) -> Mapping[str, str]:
    """A server-side client sends the same one with every call."""
    try:
        pairs = parse_qsl(
            raw.decode("latin-1"), keep_blank_values=True, max_num_fields=_MOST_PARAMETERS
        )
    except ValueError:
        problem = f"has more than {_MOST_PARAMETERS} parameters"
        raise HTTPError(400, 4, f"the query {problem}", fields={"query": problem}) from None
    values: dict[str, str] = {}
    for name, value in pairs:
        if values.setdefault(name, value) != value:
            raise HTTPError(400, 4, f"{name} is there twice", fields={name: "is there twice"})
    return values
