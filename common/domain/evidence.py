"""What of an entry of the log goes into the tree of its day, so that changes show.

What may be about a person goes in as a commitment only, SHA-256 over a salt of the entry's own and
the value: without the salt nobody can try values out. Whoever erases a person puts commitments in
the place of values and drops the salt, and the leaf stays what it was.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NotRequired

from typing_extensions import TypedDict

from common.domain.merkle import leaf_hash

if TYPE_CHECKING:
    from common.domain.log import LogEntry

PERSONAL = ("by", "custom", "effects", "entity_id", "item_id", "reason", "user_id")
"""Fields that may tell of a person, or have what one wrote."""
OPEN = ("at", "id", "kind", "result", "type")
"""Fields that stand in the leaf as they are."""
_SALT_BYTES = 16


class Seal(TypedDict):
    """`salt` is the entry's; once something of it was erased there are instead the `salts` of the
    fields that are left, and the `commitments` of those that are not. All are hexadecimal.
    """

    salt: NotRequired[str]
    salts: NotRequired[dict[str, str]]
    commitments: NotRequired[dict[str, str]]


def new_seal() -> Seal:
    return {"salt": secrets.token_hex(_SALT_BYTES)}


def leaf_of(entry: LogEntry) -> bytes:
    """What `leaf_hash` is taken of: JSON in ASCII, keys sorted, nothing between."""
    return canonical({"commitments": commitments_of(entry), "entry": open_part(entry)})


def hash_of(entry: LogEntry) -> bytes:
    return leaf_hash(leaf_of(entry))


def open_part(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {name: entry[name] for name in OPEN}


def commitments_of(entry: LogEntry) -> dict[str, str]:
    seal = entry.get("seal") or {}
    fields: Mapping[str, Any] = entry
    kept = seal.get("commitments") or {}
    salts = salts_of(entry)
    found = {
        name: committed(salts.get(name, ""), name, canonical(fields[name]))
        for name in PERSONAL
        if name in fields and name not in kept
    }
    return {**found, **kept}


def salts_of(entry: LogEntry) -> dict[str, str]:
    """Of each field that can still be shown to be what it was."""
    seal = entry.get("seal") or {}
    if "salts" in seal:
        return seal["salts"]
    salt, fields = seal.get("salt", ""), {**entry}
    return {name: _field_salt(salt, name) for name in PERSONAL if name in fields}


def committed(salt: str, name: str, value: bytes) -> str:
    """`salt` is the field's own, in hexadecimal, and `value` JSON as `canonical` writes it."""
    return sha256(b"\x00".join((salt.encode(), name.encode(), value))).hexdigest()


def erased(entry: LogEntry, names: Iterable[str]) -> Seal:
    """The seal of an entry that has lost what these fields said: its leaf is the same, whatever
    stands in them from now on, and no value of theirs can be tried out.
    """
    gone = {*names}
    commitments = commitments_of(entry)
    already = (entry.get("seal") or {}).get("commitments") or {}
    salts = salts_of(entry)
    return {
        "salts": {name: salt for name, salt in salts.items() if name not in gone},
        "commitments": {
            name: each for name, each in commitments.items() if name in gone or name in already
        },
    }


def canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def _field_salt(salt: str, name: str) -> str:
    return sha256(b"\x00".join((salt.encode(), name.encode()))).hexdigest()
