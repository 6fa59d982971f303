"""The keys that Gavel makes for an app: one for what stands for people who were erased, and one for
receipts of erasures and roots of the log, where the app has no signing key of its own.
"""

from __future__ import annotations

import base64
import hmac
import os
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import orjson

from common.configuration.context import Context
from common.domain.settings import AppSettings, settings_key
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.resources import settings as app_settings
from common.outgoing.signing import (
    PRIVATE_KEY_PREFIX,
    parse_private_key,
    public_key_text,
    signature_of,
)
from common.store.deciding import until_committed
from common.store.store import Create, Update, Write

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_KEY_BYTES = 32
_NONCE_BYTES = 12
_SHOWN = 32


@dataclass(frozen=True, slots=True)
class Secrets:
    app: str
    key: bytes = field(repr=False)
    signing: bytes = field(repr=False)

    def stand_in(self, name: str) -> str:
        return _stand_in(self.key, self.app, name)

    def signed(self, data: bytes) -> tuple[str, str]:
        """The public key (whpk_…), and the ed25519 signature in Base64."""
        signature = base64.b64encode(signature_of(self.signing, data)).decode()
        return public_key_text(self.signing), signature

    def sealed(self, value: object) -> str:
        """What a job has to know for a while, so that what it looks for is not found in it."""
        nonce = os.urandom(_NONCE_BYTES)
        return base64.b64encode(
            nonce + self._cipher().encrypt(nonce, orjson.dumps(value), None)
        ).decode()

    def opened(self, text: str) -> Any:
        data = base64.b64decode(text)
        plain = self._cipher().decrypt(data[:_NONCE_BYTES], data[_NONCE_BYTES:], None)
        return orjson.loads(plain)

    def _cipher(self) -> AESGCM:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(sha256(b"erasure\n" + self.key).digest())


def stand_in(pseudonym_key: str, app: str, name: str) -> str:
    """With the key as the settings have it, opened."""
    return _stand_in(base64.b64decode(pseudonym_key), app, name)


def _stand_in(key: bytes, app: str, name: str) -> str:
    """What stands for a name from its erasure on: the same for the same name, and nobody without
    the key can tell whose it is.
    """
    digest = hmac.new(key, f"{app}\n{name}".encode(), sha256).hexdigest()
    return f"erased-{digest[:_SHOWN]}"


async def secrets_of(context: Context, app: str) -> Secrets:
    """Made where the app has none. Raises Invalid where no secret can be kept."""
    stored = await until_committed(lambda: _kept(context, app), ATTEMPTS, too_busy())
    known = app_settings.opened(context, app, stored)
    own = (known.get("signing_keys") or (known["receipt_key"],))[0]
    return Secrets(app, base64.b64decode(known["pseudonym_key"]), parse_private_key(own))


async def _kept(context: Context, app: str) -> AppSettings:
    """On the version that was read: keys that another has made meanwhile stay."""
    key = settings_key(app)
    (found,) = await context.store.get([key])
    stored: AppSettings = found.data if found is not None else {}
    if "pseudonym_key" in stored and "receipt_key" in stored:
        return stored
    made: AppSettings = {
        "pseudonym_key": stored.get("pseudonym_key") or _new_key(),
        "receipt_key": stored.get("receipt_key") or PRIVATE_KEY_PREFIX + _new_key(),
    }
    write: Write = (
        Create(key, made)
        if found is None
        else Update(key, set={**made}, version=found.version, read=found)
    )
    await context.configurations.change(app, [write])
    return await app_settings.get(context, app)


def _new_key() -> str:
    return base64.b64encode(os.urandom(_KEY_BYTES)).decode()
