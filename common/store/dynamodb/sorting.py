"""Values as texts that sort as the values do: numbers by value, before texts, by code point.

DynamoDB's own numbers have 38 digits and no ties; here a number keeps 64 bits, whole or floating,
and an id stands behind it. Keys of more than about 960 bytes are told apart but not sorted by what
comes after them.
"""

from __future__ import annotations

import math
import struct
from hashlib import blake2b

Value = str | int | float

LOWEST, HIGHEST = "!", "~"
"""Below and above every text made here, and every id in a primary key."""

# What is longer becomes longer still, so that it can equal nothing that was short enough.
_HEAD_BYTES = 960
_DIGEST_BYTES = 16
_ALL_BITS = 2**64 - 1
_SIGN = 2**63
_END = "\1\1"
_ESCAPES = str.maketrans({"\0": "\1\2", "\1": "\1\3"})


def sortable(value: Value) -> str:
    """Ends before what `joined` puts after a value: at or below all that begins with the value."""
    if isinstance(value, str):
        return "t" + value.translate(_ESCAPES)
    return "n" + _number(value)


def joined(*values: Value) -> str:
    return fitted("".join(sortable(value) + _END for value in values))


def fitted(text: str) -> str:
    """Short enough for a key. Raises ValueError for half a surrogate pair."""
    data = text.encode()
    if len(data) <= _HEAD_BYTES:
        return text
    head = data[:_HEAD_BYTES].decode(errors="ignore")
    return head + blake2b(data, digest_size=_DIGEST_BYTES).hexdigest()


def _number(value: int | float) -> str:
    """The largest double that is not above it, and what is left of a whole number."""
    below = float(value)
    if below > value:
        below = math.nextafter(below, -math.inf)
    # Adding zero turns -0.0 into 0.0.
    bits = int.from_bytes(struct.pack(">d", below + 0.0), "big")
    bits = bits ^ _ALL_BITS if bits & _SIGN else bits | _SIGN
    left = int(value) - int(below) if isinstance(value, int) else 0
    return f"{bits:016x}{left:03x}"
