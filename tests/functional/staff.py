"""Members of an app's staff, each on a browser of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import orjson

from infra.local.credentials import Credentials, create_app
from tests.functional.inprocess import Answer, App, Server

PASSWORD = "correct horse battery staple"
JSON = {"content-type": "application/json"}


@dataclass(frozen=True, slots=True)
class Browser:
    """Who is signed in, with what the browser has and the page knows."""

    server: Server
    id: str
    name: str
    cookie: str
    csrf: str

    @property
    def headers(self) -> dict[str, str]:
        return {**JSON, "cookie": self.cookie, "x-gavel-csrf": self.csrf}

    def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        query: Mapping[str, Any] | None = None,
        **headers: str,
    ) -> Answer:
        target = f"{path}?{urlencode(query)}" if query else path
        encoded = body if isinstance(body, bytes) or body is None else orjson.dumps(body)
        return self.server.raw(method, target, {**self.headers, **headers}, encoded)


def own_app(server: Server, name: str) -> App:
    """For tests of which each has its own: other than `Server.app`, whatever its last letter."""
    credentials = Credentials(f"key-{name}", f"s3cret-{name}-" * 6, f"t0ken-{name}-" * 4, name * 9)
    server.run(create_app(server.context.store, name, credentials))
    return App(name, credentials)


def new_member(server: Server, app: App, name: str, role: str = "moderator", **fields: Any) -> str:
    """The id."""
    body = {"name": name, "role": role, **fields}
    made = server.call(app, "POST", "/api/v1/members", body)
    assert made.status == 201, made.text
    id: str = made.json()["member"]["id"]
    return id


def new_link(server: Server, app: App, id: str) -> str:
    made = server.call(app, "POST", f"/api/v1/members/{id}/link", {})
    assert made.status == 201, made.text
    link: str = made.json()["link"]
    return link


def sign_in(server: Server, body: Mapping[str, Any], **headers: str) -> Answer:
    return server.raw("POST", "/dashboard/session", {**JSON, **headers}, orjson.dumps(body))


def cookie_of(answer: Answer) -> str:
    return answer.headers["set-cookie"].partition(";")[0]


def browser_of(server: Server, answer: Answer) -> Browser:
    assert answer.status == 201, answer.text
    told = answer.json()
    member = told["member"]
    return Browser(server, member["id"], member["name"], cookie_of(answer), told["csrf"])


def signed_in(
    server: Server, app: App, name: str, role: str = "moderator", **fields: Any
) -> Browser:
    """A new member, by a link."""
    link = new_link(server, app, new_member(server, app, name, role, **fields))
    return browser_of(server, sign_in(server, {"link": link}))
