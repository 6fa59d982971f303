"""Ids that are derived, so that a second submission finds the first one's document."""

from __future__ import annotations

import secrets
from hashlib import blake2b


def derived_id(*parts: str) -> str:
    """The same parts give the same id; no two lists of parts share one."""
    encoded = [part.encode("utf-8", "surrogatepass") for part in parts]
    whole = b"".join([piece for data in encoded for piece in (len(data).to_bytes(4, "big"), data)])
    return _as_uuid(blake2b(whole, digest_size=16).hexdigest())


def ordered_id(at: int, *parts: str) -> str:
    """Sorts by `at` (ns); random in the rest unless parts are given."""
    tail = derived_id(*parts).replace("-", "") if parts else secrets.token_hex(10)
    return _as_uuid(f"{at // 1_000_000:012x}{tail}"[:32])


def _as_uuid(text: str) -> str:
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:32]}"
