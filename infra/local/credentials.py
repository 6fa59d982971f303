"""The first app's credentials: from the environment, else generated once into the data folder."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from common.domain.apps import CREDENTIALS, StoredCredential, app_key, new_app
from common.domain.score_key import new_score_key
from common.settings import Settings
from common.store.store import Conflict, Create, Delete, Document, DocumentStore, Put, Write
from infra.local.folder import write_private

FIRST_APP = "default"
_MADE = frozenset({"score_key", "api_token"})
"""What a credential has that was made through the API, where it is deleted again."""
FILE = "credentials.json"


class CredentialsError(Exception):
    """The app cannot have these credentials; the text says why."""


class _Saved(BaseModel):
    model_config = ConfigDict(extra="forbid")

    api_key: str | None = None
    api_secret: str | None = None
    api_token: str | None = None
    score_key: str | None = None


@dataclass(frozen=True, slots=True)
class Credentials:
    """`new` says that one of them was made just now."""

    key: str
    secret: str
    token: str
    score_key: str
    new: bool = False


def generate() -> Credentials:
    return Credentials(_new_key(), _new_secret(), _new_token(), new_score_key())


def first_credentials(settings: Settings) -> Credentials:
    """Raises CredentialsError when what was saved cannot be read."""
    path = settings.data / FILE
    saved = _read(path)
    found = saved.model_copy()
    key = _chosen(found, "api_key", settings.api_key, _new_key)
    secret = _chosen(found, "api_secret", settings.api_secret, _new_secret)
    token = _chosen(found, "api_token", settings.api_token, _new_token)
    score_key = _chosen(found, "score_key", settings.score_key, new_score_key)
    if found != saved:
        write_private(path, found.model_dump_json(indent=2, exclude_none=True).encode() + b"\n")
    return Credentials(key, secret, token, score_key, new=found != saved)


def known_credentials(settings: Settings) -> Credentials | None:
    """What the runtime uses, without making anything; None where something is missing. A score key
    may be: an earlier release made none.
    """
    saved = _read(settings.data / FILE)
    key = settings.api_key or saved.api_key
    secret = settings.api_secret or saved.api_secret
    token = settings.api_token or saved.api_token
    score_key = settings.score_key or saved.score_key or ""
    return Credentials(key, secret, token, score_key) if key and secret and token else None


def _chosen(saved: _Saved, name: str, given: str | None, make: Callable[[], str]) -> str:
    if given:
        return given
    value: str = getattr(saved, name) or make()
    setattr(saved, name, value)
    return value


def _read(path: Path) -> _Saved:
    try:
        return _Saved.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return _Saved()
    except (OSError, ValidationError):
        raise CredentialsError(
            f"{path} cannot be read: repair it, or delete it and new ones are made"
        ) from None


async def create_app(store: DocumentStore, app: str, credentials: Credentials) -> None:
    writes = _puts(app, credentials, time.time_ns())
    try:
        await store.commit([Create(put.key, put.data) for put in writes])
    except Conflict:
        raise CredentialsError(f"app {app} exists: --rotate gives it new credentials") from None


async def set_credentials(store: DocumentStore, app: str, credentials: Credentials) -> None:
    """Creates the app when it is new; what opened it before opens it no more. Score keys that were
    made through the API stay until they are deleted there.
    """
    (known,) = await store.get([app_key(app)])
    puts = _puts(app, credentials, known.data["created_at"] if known else time.time_ns())
    kept = {put.key for put in puts}
    writes: list[Write] = [*puts]
    for document in await _all_credentials(store):
        owned = document.data["app"] == app
        if owned and document.key not in kept and not _MADE & document.data.keys():
            writes.append(Delete(document.key))
        if not owned and document.key in kept:
            raise CredentialsError(f"a key or the token of app {app} belongs to another app")
    await store.commit(writes)


async def app_exists(store: DocumentStore, app: str) -> bool:
    (known,) = await store.get([app_key(app)])
    return known is not None


def _puts(app: str, credentials: Credentials, created_at: int) -> list[Put]:
    given = (credentials.key, credentials.secret, credentials.token, credentials.score_key)
    return [write for write in new_app(app, *given, created_at) if isinstance(write, Put)]


async def _all_credentials(store: DocumentStore) -> list[Document[StoredCredential]]:
    documents: list[Document[StoredCredential]] = []
    cursor: str | None = None
    while True:
        page = await store.query(CREDENTIALS, app="", cursor=cursor)
        documents += page.documents
        cursor = page.cursor
        if cursor is None:
            return documents


def _new_key() -> str:
    return secrets.token_hex(8)


def _new_secret() -> str:
    return secrets.token_hex(32)


def _new_token() -> str:
    return secrets.token_urlsafe(24)
