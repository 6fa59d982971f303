"""The protocol's writes as Firestore's: one message each, with its precondition and transforms.

An increment of what is no number starts from zero and a union with what is no list starts with an
empty one, where SQLite refuses; an increment beyond 64 bits stops at the largest number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from random import getrandbits
from typing import Any

from google.cloud.firestore_v1.types.write import DocumentTransform
from google.cloud.firestore_v1.types.write import Write as GoogleWrite

from common.store.firestore.names import ID_FIELD, Names, encoded_field
from common.store.firestore.values import NONCE_FIELD, encoded_value, fill_fields
from common.store.store import Create, Delete, TooLarge, Update, Version, Write

MAX_DOCUMENT_BYTES = 1_048_576
MAX_COMMIT_BYTES = 10 * 1_048_576
_NANOSECONDS = 10**9

_Write = GoogleWrite.pb()
_Transform = DocumentTransform.FieldTransform.pb()
_SIMPLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def write_messages(writes: Iterable[Write], names: Names) -> list[Any]:
    """Raises ValueError for what Firestore cannot hold."""
    messages = [_message(write, names.document(write.key)) for write in writes]
    if sum(message.ByteSize() for message in messages) > MAX_COMMIT_BYTES:
        raise TooLarge(f"a commit may have at most {MAX_COMMIT_BYTES:,} bytes")
    return messages


def version_of(update_time: Any) -> int:
    """Nanoseconds, so that it is comparable and survives JSON."""
    return int(update_time.seconds * _NANOSECONDS + update_time.nanos)


def is_conditioned(write: Write) -> bool:
    match write:
        case Create() | Update(upsert=False):
            return True
        case _:
            return write.version is not None


def _message(write: Write, name: str) -> Any:
    message = _Write()
    _add_condition(message.current_document, write)
    if isinstance(write, Delete):
        message.delete = name
        return message
    message.update.name = name
    own = {ID_FIELD: write.key.id, NONCE_FIELD: getrandbits(63)}
    for field, value in own.items():
        message.update.fields[field].CopyFrom(encoded_value(value))
    if isinstance(write, Update):
        fill_fields(message.update.fields, write.set)
        message.update_mask.field_paths.extend(map(path, own))
        message.update_mask.field_paths.extend(map(field_path, (*write.set, *write.remove)))
        message.update_transforms.extend(_transforms(write.increment, write.union))
    else:
        fill_fields(message.update.fields, write.data)
    if message.update.ByteSize() > MAX_DOCUMENT_BYTES:
        raise TooLarge(f"{write.key.collection}: more than {MAX_DOCUMENT_BYTES:,} bytes")
    return message


def _add_condition(target: Any, write: Write) -> None:
    match write:
        case Create():
            target.exists = False
        case Update(version=None, upsert=False):
            target.exists = True
        case _ if write.version is not None:
            _set_time(target.update_time, write.version)


def _set_time(target: Any, version: Version) -> None:
    target.seconds, target.nanos = divmod(int(version), _NANOSECONDS)


def _transforms(increment: Mapping[str, int], union: Mapping[str, Sequence[str]]) -> Iterable[Any]:
    for field, amount in increment.items():
        yield _Transform(field_path=field_path(field), increment=encoded_value(amount))
    for field, members in union.items():
        added = encoded_value(list(members)).array_value
        yield _Transform(field_path=field_path(field), append_missing_elements=added)


def field_path(field: str) -> str:
    """Quoted where it has to be; `field` is one top-level field, whatever characters it has."""
    return path(encoded_field(field))


def path(name: str) -> str:
    if _SIMPLE.fullmatch(name):
        return name
    escaped = name.replace("\\", "\\\\").replace("`", "\\`")
    return f"`{escaped}`"
