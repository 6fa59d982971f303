"""Apps and what opens them."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from common.store.store import Data, Key, Put, Write


@dataclass(frozen=True, slots=True)
class Credential:
    """`secret` signs the app's JWTs; it is None for a Hive-style token, which is its own proof."""

    app: str
    secret: str | None


def app_key(app: str) -> Key:
    return Key("", "app", app)


def api_key_key(api_key: str) -> Key:
    return Key("", "credential", f"key:{api_key}")


def token_key(token: str) -> Key:
    """Only the token's digest is stored."""
    return Key("", "credential", f"token:{sha256(token.encode('utf-8', 'replace')).hexdigest()}")


def credential_of(data: Data) -> Credential:
    return Credential(data["app"], data.get("secret"))


def new_app(app: str, api_key: str, secret: str, token: str, now: int) -> list[Write]:
    return [
        Put(app_key(app), {"name": app, "api_key": api_key, "created_at": now}),
        Put(api_key_key(api_key), {"app": app, "secret": secret}),
        Put(token_key(token), {"app": app}),
    ]
