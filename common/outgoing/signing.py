"""Signatures of what goes out: Standard Webhooks beside Stream's own (contract 13.1)."""

from __future__ import annotations

import binascii
import hmac
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SECRET_PREFIX = "whsec_"
PRIVATE_KEY_PREFIX = "whsk_"
PUBLIC_KEY_PREFIX = "whpk_"
_SECRET_SIZES = range(24, 65)
_SEED_SIZE = 32


@dataclass(frozen=True, slots=True)
class Signer:
    """`secrets` are HMAC keys and `private_keys` ed25519 seeds; all of them sign, so that a
    receiver can change from one to another at its own time.
    """

    api_key: str
    api_secret: str = field(repr=False)
    secrets: tuple[bytes, ...] = field(default=(), repr=False)
    private_keys: tuple[bytes, ...] = field(default=(), repr=False)


def signed_headers(signer: Signer, delivery_id: str, timestamp: int, body: bytes) -> dict[str, str]:
    """`timestamp` is in seconds and `body` as it was before any compression.

    An app without secrets of its own signs with its API secret under both schemes.
    """
    api_secret = signer.api_secret.encode()
    return {
        **standard_headers(
            signer.secrets or (api_secret,), delivery_id, timestamp, body, signer.private_keys
        ),
        "X-Api-Key": signer.api_key,
        "X-Signature": _hmac(api_secret, body).hex(),
    }


def standard_headers(
    secrets: Sequence[bytes],
    message_id: str,
    timestamp: int,
    body: bytes,
    private_keys: Sequence[bytes] = (),
) -> dict[str, str]:
    """Those of Standard Webhooks, with a signature of each key; `timestamp` is in seconds."""
    content = b".".join((message_id.encode(), str(timestamp).encode(), body))
    signatures = [f"v1,{_base64(_hmac(key, content))}" for key in secrets]
    signatures += [f"v1a,{_base64(signature_of(key, content))}" for key in private_keys]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(signatures),
    }


def parse_secret(text: str) -> bytes:
    """Raises ValueError, which never holds the text."""
    key = _decoded(SECRET_PREFIX, text)
    if len(key) not in _SECRET_SIZES:
        raise ValueError(f"holds {len(key)} bytes instead of 24 to 64")
    return key


def parse_private_key(text: str) -> bytes:
    """The seed. Some tools, Svix among them, write the public key behind it."""
    key = _decoded(PRIVATE_KEY_PREFIX, text)
    seed, public = key[:_SEED_SIZE], key[_SEED_SIZE:]
    if len(seed) < _SEED_SIZE or (public and public != _public_bytes(seed)):
        raise ValueError("is not an ed25519 key of 32 bytes, or of 64 with its public half")
    return seed


def is_signed(public_key: str, data: bytes, signature: str) -> bool:
    """`public_key` as `public_key_text` gives it, `signature` in Base64."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(_decoded(PUBLIC_KEY_PREFIX, public_key))
        key.verify(b64decode(signature, validate=True), data)
    except (InvalidSignature, ValueError):
        return False
    return True


def public_key_text(seed: bytes) -> str:
    """What a receiver needs to verify the v1a signatures."""
    return PUBLIC_KEY_PREFIX + _base64(_public_bytes(seed))


def signature_of(seed: bytes, data: bytes) -> bytes:
    """ed25519, of the data alone."""
    return _private_key(seed).sign(data)


def _decoded(prefix: str, text: str) -> bytes:
    if not text.startswith(prefix):
        raise ValueError(f"does not begin with {prefix}")
    encoded = text.removeprefix(prefix).rstrip("=")
    try:
        return b64decode(encoded + "=" * (-len(encoded) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise ValueError(f"has something other than base64 behind {prefix}") from None


def _private_key(seed: bytes) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(seed)


def _public_bytes(seed: bytes) -> bytes:
    return _private_key(seed).public_key().public_bytes_raw()


def _hmac(key: bytes, data: bytes) -> bytes:
    return hmac.digest(key, data, "sha256")


def _base64(data: bytes) -> str:
    return b64encode(data).decode()
