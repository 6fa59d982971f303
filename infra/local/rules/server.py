"""A running Gavel, as a command asks it."""

from __future__ import annotations

import json
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

_SECONDS = 120


class Refusal(Exception):
    """What the server says of a request that it does not take."""


class Server:
    def __init__(self, url: str, token: str) -> None:
        self._url = url.rstrip("/")
        self._token = token

    def get(self, path: str) -> dict[str, Any]:
        return self._asked("GET", path, None)

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        return self._asked("POST", path, json.dumps(body).encode())

    def _asked(self, method: str, path: str, body: bytes | None) -> dict[str, Any]:
        headers = {"authorization": f"token {self._token}", "content-type": "application/json"}
        request = Request(self._url + path, data=body, headers=headers, method=method)
        try:
            with urlopen(request, timeout=_SECONDS) as answer:
                found: dict[str, Any] = json.load(answer)
                return found
        except HTTPError as error:
            raise Refusal(_said(error)) from None


def _said(error: HTTPError) -> str:
    try:
        body = json.load(error)
    except ValueError:
        return f"{error.code} {error.reason}"
    fields = body.get("exception_fields") or {}
    lines = [f"{name}: {problem}" for name, problem in fields.items()]
    return "\n".join(lines) or str(body.get("message") or error.reason)
