"""With which key an app's evidence is signed: its own signing key, or one that is made for it."""

from __future__ import annotations

import os
from base64 import b64encode

from common.configuration.context import Context
from common.configuration.vaults import vault_in
from common.domain.log_tree import EvidenceKey, evidence_key_key
from common.domain.secret_fields import opened
from common.domain.settings import settings_key
from common.outgoing.signing import PRIVATE_KEY_PREFIX, parse_private_key, public_key_text, sign
from common.store.unit_of_work import UnitOfWork

_SEED_BYTES = 32


async def signed(context: Context, unit: UnitOfWork, app: str, data: bytes) -> tuple[str, str]:
    """The public key and the signature in Base64; both empty where no key can be kept."""
    seed = await _seed(context, unit, app)
    if seed is None:
        return "", ""
    return public_key_text(seed), b64encode(sign(seed, data)).decode()


async def _seed(context: Context, unit: UnitOfWork, app: str) -> bytes | None:
    """One that is made is stored with what it signs."""
    vault = vault_in(context)
    key, configured = evidence_key_key(app), settings_key(app)
    await unit.read([key, configured])
    settings = await unit.get(configured)
    own = opened(vault, configured, settings).get("signing_keys") if settings is not None else None
    if own:
        return parse_private_key(own[0])
    kept = await unit.get(key)
    if kept is not None:
        return parse_private_key(opened(vault, key, kept)["seed"])
    if not vault.has_key:
        return None
    seed = os.urandom(_SEED_BYTES)
    made: EvidenceKey = {"seed": PRIVATE_KEY_PREFIX + b64encode(seed).decode()}
    unit.create(key, made)
    return seed
