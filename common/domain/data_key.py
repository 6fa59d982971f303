"""A user's data key, and what is stored under one: AES-256-GCM.

What is encrypted belongs to one field of one document of one app: put anywhere else, it cannot be
opened. It names the user whose key opens it, and the key, so that what an erased key has left is
told from what somebody has tampered with.
"""

from __future__ import annotations

import binascii
import os
import zlib
from functools import cached_property
from hashlib import sha256
from typing import Any, NamedTuple

import orjson

from common.store.store import Key

MARK = "content:1:"
PLAIN = "plain:1:"
"""Before a text that is stored as it is and begins like one of these marks."""
_KEY_BYTES = 32
_NONCE_BYTES = 12
_NAME_LENGTH = 12
_COMPRESSED_FROM = 2_000
_AS_IT_IS, _COMPRESSED = b"j", b"z"


class Tampered(ValueError):
    """It is not what was encrypted for this place. The text has nothing of it."""


class DataKey:
    """`name` is public. `stored` is the key as the history has it, sealed with the operator's."""

    def __init__(self, secret: bytes, stored: str) -> None:
        self.name = sha256(b"gavel data key\n" + secret).hexdigest()[:_NAME_LENGTH]
        self.stored = stored
        self._secret = secret

    @cached_property
    def cipher(self) -> Any:
        # 30 ms, and only who keeps or reads content needs it.
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(self._secret)


class Encrypted(NamedTuple):
    """What is stored: `box` in Base64, for `user` under the key `name`."""

    name: str
    box: str
    user: str


def new_secret() -> bytes:
    return os.urandom(_KEY_BYTES)


def read(text: str) -> Encrypted:
    """Of a text that `is_encrypted`. Raises Tampered."""
    parts = text[len(MARK) :].split(":", 2)
    if len(parts) < 3:
        raise Tampered("something is missing")
    return Encrypted(*parts)


def is_encrypted(value: object) -> bool:
    return isinstance(value, str) and value.startswith(MARK)


def encrypt(key: DataKey, user: str, place: Key[Any], field: str, value: object) -> str:
    """Raises ValueError for what JSON cannot hold."""
    try:
        said = orjson.dumps(value)
    except TypeError as error:
        raise ValueError(str(error)) from error
    if len(said) < _COMPRESSED_FROM:
        said = _AS_IT_IS + said
    else:
        said = _COMPRESSED + zlib.compress(said, 1)
    nonce = os.urandom(_NONCE_BYTES)
    box = nonce + key.cipher.encrypt(nonce, said, _bound_to(place, field))
    return f"{MARK}{key.name}:{binascii.b2a_base64(box, newline=False).decode()}:{user}"


def decrypt(key: DataKey, place: Key[Any], field: str, found: Encrypted) -> Any:
    """Raises Tampered."""
    from cryptography.exceptions import InvalidTag

    try:
        box = binascii.a2b_base64(found.box)
        nonce, sealed = box[:_NONCE_BYTES], box[_NONCE_BYTES:]
        said: bytes = key.cipher.decrypt(nonce, sealed, _bound_to(place, field))
    except (InvalidTag, binascii.Error, ValueError):
        raise Tampered("it was not encrypted for this place") from None
    return orjson.loads(said[1:] if said[:1] == _AS_IT_IS else zlib.decompress(said[1:]))


def escaped(value: Any) -> Any:
    """As it is stored where it is not encrypted: no text may pass for one that is."""
    if isinstance(value, str) and value.startswith((MARK, PLAIN)):
        return PLAIN + value
    return value


def unescaped(value: Any) -> Any:
    return value[len(PLAIN) :] if isinstance(value, str) and value.startswith(PLAIN) else value


def _bound_to(place: Key[Any], field: str) -> bytes:
    """No two lists of the four share one."""
    app, collection, id = place.app, place.collection, place.id
    lengths = f"{len(app)}:{len(collection)}:{len(id)}:"
    return f"{lengths}{app}{collection}{id}{field}".encode("utf-8", "surrogatepass")
