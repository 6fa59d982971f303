"""Which fields of which documents are secrets, and how they are sealed and opened there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from common.domain.action import ACTIONS
from common.domain.apps import CREDENTIALS
from common.domain.provider import PROVIDERS
from common.domain.settings import CONFIGURATION
from common.domain.sign_in_provider import SIGN_IN_PROVIDERS
from common.domain.vault import CannotOpen, Vault
from common.domain.webhook import SECRETS, WEBHOOKS
from common.store.store import Create, Key, Put, Update, Write

D = TypeVar("D", bound=Mapping[str, Any])

SECRET_FIELDS: Mapping[str, tuple[str, ...]] = {
    ACTIONS: ("auth_value",),
    WEBHOOKS: SECRETS,
    PROVIDERS: ("key", "options.session_token"),
    SIGN_IN_PROVIDERS: ("client_secret",),
    CONFIGURATION: (
        "signing_secrets",
        "signing_keys",
        "pseudonym_key",
        "receipt_key",
        "transparency_database.token",
    ),
    CREDENTIALS: ("secret",),
}
"""A field behind a dot is one of the object before it; of a list each text is a secret."""


def sealed(vault: Vault, write: Write) -> Write:
    """Raises Invalid for a secret that cannot be kept."""
    if write.key.collection not in SECRET_FIELDS:
        return write
    if isinstance(write, Create):
        return Create(write.key, _changed(write.key, write.data, vault.seal))
    if isinstance(write, Put):
        return Put(write.key, _changed(write.key, write.data, vault.seal), write.version)
    if isinstance(write, Update) and write.set:
        return Update(
            write.key,
            _changed(write.key, write.set, vault.seal),
            write.increment,
            write.union,
            write.remove,
            write.version,
            write.upsert,
            write.read,
        )
    return write


def opened(vault: Vault, key: Key[D], document: D) -> D:
    """A copy with its secrets as they were given. Raises CannotOpen."""
    return cast(D, _changed(key, document, vault.open))


def is_sealed_today(vault: Vault, key: Key[Any], document: Mapping[str, Any]) -> bool:
    """Whether it has no secret that lies open, or is under a key that is not the first any more."""
    found: list[str] = []

    def note(_key: Key[Any], _name: str, text: str) -> str:
        found.append(text)
        return text

    _changed(key, document, note)
    return all(vault.is_sealed_today(text) for text in found)


def compared(vault: Vault, key: Key[D], document: D) -> D:
    """The same, to tell whether something else is wanted: what cannot be opened is."""
    try:
        return opened(vault, key, document)
    except CannotOpen:
        return document


def _changed(
    key: Key[Any], document: Mapping[str, Any], change: Callable[[Key[Any], str, str], str]
) -> dict[str, Any]:
    found = dict(document)
    for name in SECRET_FIELDS[key.collection]:
        outer, _, inner = name.partition(".")
        value = found.get(outer)
        if not value:
            continue
        if inner and isinstance(value, Mapping):
            if value.get(inner):
                found[outer] = {**value, inner: change(key, name, value[inner])}
        elif isinstance(value, list):
            found[outer] = [change(key, name, each) for each in value]
        elif isinstance(value, str):
            found[outer] = change(key, name, value)
    return found
