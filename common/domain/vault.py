"""Secrets as they are stored: sealed on their way into the store, opened where they are used.

AES-256-GCM. What is sealed belongs to one field of one document of one app: put anywhere else, it
cannot be opened.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from common.domain.errors import Invalid
from common.queue.queue import Cause
from common.store.store import Key, StoreError

MARK = "sealed:1:"
KEY_FILE = "encryption.key"
NO_KEY = "cannot be kept: GAVEL_ENCRYPTION_KEY is not set, and secrets are stored encrypted only"
_KEY_BYTES = 32
_NONCE_BYTES = 12
_NAME_LENGTH = 12


class CannotOpen(StoreError):
    """The text says why, and has nothing of the secret."""

    cause: Cause = "corrupt"


@dataclass(frozen=True, slots=True)
class SealingKey:
    """`name` is public, and tells which key has sealed something."""

    name: str
    secret: bytes = field(repr=False)


def parse_keys(text: str) -> tuple[SealingKey, ...]:
    """Of a list with commas. Raises ValueError, which has none of it."""
    return tuple(_parsed(part.strip()) for part in text.split(",") if part.strip())


def _parsed(text: str) -> SealingKey:
    try:
        padded = text.translate(_STANDARD).rstrip("=") + "="
        secret = base64.b64decode(padded, validate=True)
    except (binascii.Error, ValueError):
        secret = b""
    if len(secret) != _KEY_BYTES:
        raise ValueError("a key is 32 bytes in Base64: openssl rand -base64 32 makes one")
    return SealingKey(sha256(b"gavel sealing key\n" + secret).hexdigest()[:_NAME_LENGTH], secret)


_STANDARD = str.maketrans("-_", "+/")


def is_sealed(text: str) -> bool:
    return text.startswith(MARK)


@dataclass(slots=True)
class Vault:
    """`text` has the keys that were given: the first one seals, all of them open. In `folder`,
    where there is one, a key is made for who was given none; made once, it goes on opening.
    """

    text: str = field(default="", repr=False)
    folder: Path | None = None
    _kept: tuple[SealingKey, ...] = field(default=(), repr=False)

    def seal(self, key: Key[Any], name: str, text: str) -> str:
        """Raises Invalid where there is no key. What is sealed already is sealed with today's."""
        keys = self._keys(make=True)
        if not keys:
            raise Invalid.field(name, NO_KEY)
        if is_sealed(text):
            try:
                opened = self.open(key, name, text)
            except CannotOpen as error:
                raise Invalid.field(name, f"{error}: give it again") from None
            if text.startswith(f"{MARK}{keys[0].name}:"):
                return text
            text = opened
        nonce = os.urandom(_NONCE_BYTES)
        sealed = _cipher(keys[0]).encrypt(nonce, text.encode(), _place(key, name))
        return f"{MARK}{keys[0].name}:{base64.urlsafe_b64encode(nonce + sealed).decode()}"

    def open(self, key: Key[Any], name: str, text: str) -> str:
        """What an earlier release stored as it was is that. Raises CannotOpen."""
        if not is_sealed(text):
            return text
        from cryptography.exceptions import InvalidTag

        by, _, rest = text.removeprefix(MARK).partition(":")
        known = {each.name: each for each in self._keys()}
        if by not in known:
            raise CannotOpen(f"{name} was encrypted with a key that GAVEL_ENCRYPTION_KEY lacks")
        try:
            data = base64.urlsafe_b64decode(rest)
            cipher, place = _cipher(known[by]), _place(key, name)
            opened: bytes = cipher.decrypt(data[:_NONCE_BYTES], data[_NONCE_BYTES:], place)
        except (InvalidTag, binascii.Error, ValueError):
            raise CannotOpen(f"{name} is not what was encrypted for this place") from None
        return opened.decode()

    def is_sealed_today(self, text: str) -> bool:
        """Whether it is as `seal` would leave it."""
        keys = self._keys(make=True)
        return bool(keys) and text.startswith(f"{MARK}{keys[0].name}:")

    @property
    def has_key(self) -> bool:
        return bool(self.text) or self.folder is not None

    def _keys(self, *, make: bool = False) -> Sequence[SealingKey]:
        """A key file that another process has made meanwhile is found, too."""
        given = parse_keys(self.text)
        if self.folder is not None and not self._kept:
            path = self.folder / KEY_FILE
            if make and not given:
                self._kept = parse_keys(kept_key(self.folder))
            elif path.exists():
                self._kept = parse_keys(path.read_text())
        return (*given, *self._kept)


def kept_key(folder: Path) -> str:
    """The folder's own key, made once; whoever comes second has that of who came first."""
    path = folder / KEY_FILE
    if not path.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = folder / f"{KEY_FILE}.{os.getpid()}-{os.urandom(4).hex()}"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(base64.b64encode(os.urandom(_KEY_BYTES)) + b"\n")
            file.flush()
            os.fsync(descriptor)
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()


def _cipher(key: SealingKey) -> Any:
    # 30 ms, and only who keeps or sends a secret needs it.
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key.secret)


def _place(key: Key[Any], name: str) -> bytes:
    return json.dumps([key.app, key.collection, key.id, name]).encode()
