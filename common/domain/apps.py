"""Apps and what opens them."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import NotRequired

from typing_extensions import TypedDict

from common.store.store import Collection, Key, Put, Write


class App(TypedDict):
    name: str
    api_key: str
    created_at: int


class StoredCredential(TypedDict):
    """`secret` signs the app's JWTs; a Hive-style token has none, for it is its own proof."""

    app: str
    secret: NotRequired[str]


@dataclass(frozen=True, slots=True)
class Credential:
    """`secret` signs the app's JWTs; it is None for a Hive-style token, which is its own proof."""

    app: str
    secret: str | None


APPS: Collection[App] = Collection("app")
CREDENTIALS: Collection[StoredCredential] = Collection("credential")


def app_key(app: str) -> Key[App]:
    return Key("", APPS, app)


def api_key_key(api_key: str) -> Key[StoredCredential]:
    return credential_key(f"key:{api_key}")


def token_key(token: str) -> Key[StoredCredential]:
    """Only the token's digest is stored."""
    return credential_key(f"token:{sha256(token.encode('utf-8', 'replace')).hexdigest()}")


def credential_key(id: str) -> Key[StoredCredential]:
    return Key("", CREDENTIALS, id)


def credential_of(data: StoredCredential) -> Credential:
    return Credential(data["app"], data.get("secret"))


def new_app(app: str, api_key: str, secret: str, token: str, now: int) -> list[Write]:
    document: App = {"name": app, "api_key": api_key, "created_at": now}
    signing: StoredCredential = {"app": app, "secret": secret}
    return [
        Put(app_key(app), document),
        Put(api_key_key(api_key), signing),
        Put(token_key(token), {"app": app}),
    ]
