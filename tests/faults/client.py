"""A plain HTTP client of both APIs that tells "refused" from "nobody answered"."""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol
from urllib.parse import urlencode

import jwt


class Reached(Protocol):
    """An app, or a runtime, whose first app it is then."""

    @property
    def port(self) -> int: ...
    @property
    def api_key(self) -> str: ...
    @property
    def secret(self) -> str: ...
    @property
    def token(self) -> str: ...


class NoAnswer(Exception):
    """The request may have happened or not."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: dict[str, Any]

    @property
    def is_success(self) -> bool:
        return 200 <= self.status < 300


class Client:
    """One connection, for one thread; it is opened again after a crash."""

    def __init__(self, app: Reached) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", app.port, timeout=20)
        self._api_key = app.api_key
        self._stream = jwt.encode({"server": True}, app.secret, algorithm="HS256")
        self._hive = f"token {app.token}"

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._connection.close()

    def send(self, method: str, path: str, body: object = None, **query: object) -> Answer:
        """Raises NoAnswer."""
        hive = path.startswith("/api/v1/")
        parameters = query if hive else {"api_key": self._api_key, **query}
        headers = {
            "Authorization": self._hive if hive else self._stream,
            "Content-Type": "application/json",
        }
        content = None if body is None else json.dumps(body).encode()
        try:
            self._connection.request(method, f"{path}?{urlencode(parameters)}", content, headers)
            answer = self._connection.getresponse()
            return Answer(answer.status, json.loads(answer.read()))
        except (OSError, http.client.HTTPException) as error:
            self._connection.close()
            raise NoAnswer(f"{method} {path}: {error!r}") from error

    def get(self, path: str, **query: object) -> dict[str, Any]:
        return _expected(self.send("GET", path, **query))

    def post(self, path: str, body: object) -> dict[str, Any]:
        return _expected(self.send("POST", path, body))

    def put(self, path: str, body: object) -> dict[str, Any]:
        return _expected(self.send("PUT", path, body))

    def delete(self, path: str) -> dict[str, Any]:
        return _expected(self.send("DELETE", path))

    def all(self, path: str, name: str, **query: object) -> list[dict[str, Any]]:
        """A list of /api/v1 to its end."""
        found: list[dict[str, Any]] = []
        cursor: str | None = ""
        while cursor is not None:
            more = {"cursor": cursor} if cursor else {}
            page = self.get(path, limit=100, **query, **more)
            found += page[name]
            cursor = page["next"]
        return found


def _expected(answer: Answer) -> dict[str, Any]:
    assert answer.is_success, answer
    return answer.body
