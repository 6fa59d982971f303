"""The public API as its callers use it: Stream's with a signed token, Hive's with a plain one."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import jwt
import requests

from common.settings import load_settings
from infra.local.credentials import Credentials, CredentialsError, known_credentials

_TIMEOUT = 30.0
_ANYWHERE = ("0.0.0.0", "::")


class CannotPlay(Exception):
    """The demo cannot run; the text says what to do."""


class Refused(Exception):
    def __init__(self, call: str, status: int, answer: dict[str, Any]) -> None:
        self.status = status
        self.fields = set(answer.get("exception_fields") or ())
        super().__init__(f"{call} answered {status}: {answer.get('message', answer)}")


@dataclass(frozen=True, slots=True)
class Server:
    url: str
    credentials: Credentials

    def jwt(self, seconds: int = 3600) -> str:
        claims = {"server": True, "exp": int(time.time()) + seconds}
        return jwt.encode(claims, self.credentials.secret, algorithm="HS256")


def find_server() -> Server:
    """By GAVEL_URL or PORT, with the credentials of the environment or the data folder."""
    settings = load_settings()
    host = "127.0.0.1" if settings.host in _ANYWHERE else settings.host
    url = (os.environ.get("GAVEL_URL") or f"http://{host}:{settings.port}").rstrip("/")
    try:
        answer = requests.get(f"{url}/healthz", timeout=_TIMEOUT)
    except requests.RequestException:
        raise CannotPlay(
            f"nothing answers at {url}: start Gavel with `make run`, "
            "or say where it runs with PORT or GAVEL_URL"
        ) from None
    if answer.status_code != 200:
        raise CannotPlay(
            f"{url}/healthz answers {answer.status_code}: is that Gavel, and is it up?"
        )
    try:
        credentials = known_credentials(settings)
    except CredentialsError as error:
        raise CannotPlay(str(error)) from None
    if credentials is None:
        raise CannotPlay(
            f"there are no credentials in {settings.data}: set GAVEL_DATA to the server's folder, "
            "or GAVEL_API_KEY, GAVEL_API_SECRET and GAVEL_API_TOKEN"
        )
    return Server(url, credentials)


class Client:
    def __init__(self, server: Server) -> None:
        self.server = server
        self._session = requests.Session()
        self._jwt = server.jwt()

    def stream(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        key = {"api_key": self.server.credentials.key}
        return self._call(method, f"/api/v2{path}", self._jwt, body, key)

    def hive(
        self, method: str, path: str, body: Any = None, query: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        authorization = f"token {self.server.credentials.token}"
        return self._call(method, f"/api/v1{path}", authorization, body, query)

    def newest(self, path: str, name: str, query: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """A list of /api/v1, page after page, newest first."""
        cursor: str | None = None
        while True:
            asked = {**query, "limit": 100, **({"cursor": cursor} if cursor else {})}
            page = self.hive("GET", path, query=asked)
            yield from page[name]
            cursor = page["next"]
            if cursor is None:
                return

    def close(self) -> None:
        self._session.close()

    def _call(
        self, method: str, path: str, authorization: str, body: Any, query: dict[str, Any] | None
    ) -> dict[str, Any]:
        try:
            answer = self._session.request(
                method,
                self.server.url + path,
                json=body,
                params=query,
                headers={"authorization": authorization},
                timeout=_TIMEOUT,
            )
            content: dict[str, Any] = answer.json()
        except (requests.RequestException, ValueError) as error:
            raise CannotPlay(f"{method} {path} failed: {type(error).__name__}") from None
        if answer.status_code in (401, 403):
            raise CannotPlay(f"these credentials are not those of {self.server.url}")
        if not answer.ok:
            raise Refused(f"{method} {path}", answer.status_code, content)
        return content
