"""Ids that are derived, so that a second submission finds the first one's document."""

from __future__ import annotations

import secrets
from hashlib import blake2b


def derived_id(*parts: str) -> str:
    """The same parts give the same id; no two lists of parts share one."""
    digest = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(4, "big"))
        digest.update(data)
    return _as_uuid(digest.hexdigest())


def ordered_id(at: int, *parts: str) -> str:
    """Sorts by `at` (ns); random in the rest unless parts are given."""
    tail = derived_id(*parts).replace("-", "") if parts else secrets.token_hex(10)
    return _as_uuid(f"{at // 1_000_000:012x}{tail}"[:32])


def _as_uuid(text: str) -> str:
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:32]}"
