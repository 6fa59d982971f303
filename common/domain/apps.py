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
    """`secret` signs the app's JWTs; a Hive-style token and a score key have none, for each is its
    own proof. `score_key` and `api_token` are ids of such as were made through the API.
    """

    app: str
    secret: NotRequired[str]
    score_key: NotRequired[str]
    api_token: NotRequired[str]


@dataclass(frozen=True, slots=True)
class Credential:
    """`secret` signs the app's JWTs; it is None for what is its own proof."""

    app: str
    secret: str | None


ENVIRONMENTS_APP = "default"
"""The app whose credentials may be given by the settings; then none are stored of it."""
APPS: Collection[App] = Collection("app")
CREDENTIALS: Collection[StoredCredential] = Collection("credential")


def app_key(app: str) -> Key[App]:
    return Key("", APPS, app)


def api_key_key(api_key: str) -> Key[StoredCredential]:
    return credential_key(f"key:{api_key}")


def token_key(token: str) -> Key[StoredCredential]:
    """Only the token's digest is stored."""
    return credential_key(f"token:{_digest(token)}")


def score_credential_key(score_key: str) -> Key[StoredCredential]:
    """Only the score key's digest is stored."""
    return credential_key(f"score:{_digest(score_key)}")


def credential_key(id: str) -> Key[StoredCredential]:
    return Key("", CREDENTIALS, id)


def credential_of(data: StoredCredential) -> Credential:
    return Credential(data["app"], data.get("secret"))


def new_app(
    app: str, api_key: str, secret: str, token: str, score_key: str, now: int
) -> list[Write]:
    document: App = {"name": app, "api_key": api_key, "created_at": now}
    signing: StoredCredential = {"app": app, "secret": secret}
    return [
        Put(app_key(app), document),
        Put(api_key_key(api_key), signing),
        Put(token_key(token), {"app": app}),
        Put(score_credential_key(score_key), {"app": app}),
    ]


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()
