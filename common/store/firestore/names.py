"""Names that Firestore takes for any app, id and field.

Documents lie at apps/{app}/{collection}/{id}. Firestore refuses names that are empty, `.`, `..` or
like `__x__`, and slashes in them, and sorts them by their UTF-8 bytes. The encoding keeps that
order the order of the ids themselves, except among ids of more than about 1,400 bytes that begin
alike: those end in a digest.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

from common.store.store import Key

MAX_NAME_BYTES = 1500
ID_FIELD = "~id"
"""Every document's id: some names end in a digest, and Firestore sorts no names downwards."""

_START = "="
# The slash comes right after the dot, so both become a dot and a letter, in the same order.
_ESCAPES = str.maketrans({".": ".d", "/": ".s"})
_DIGEST = ".x"
_HEAD_BYTES = 1400


class Names:
    """The names of one database, of the form projects/{project}/databases/{database}."""

    def __init__(self, project: str, database: str) -> None:
        self.database = f"projects/{project}/databases/{database}"
        self.root = f"{self.database}/documents"

    def app(self, app: str) -> str:
        """The parent of the app's collections; ValueError for a name too long to be read back."""
        name = encoded_id(app)
        if _DIGEST in name:
            raise ValueError("the app's name is too long")
        return f"{self.root}/apps/{name}"

    def document(self, key: Key[Any]) -> str:
        return f"{self.app(key.app)}/{key.collection}/{encoded_id(key.id)}"


def encoded_id(id: str) -> str:
    """Raises ValueError for half a surrogate pair."""
    name = _START + id.translate(_ESCAPES)
    data = name.encode()
    if len(data) <= MAX_NAME_BYTES:
        return name
    head = data[:_HEAD_BYTES].decode(errors="ignore")
    return f"{head}{_DIGEST}{blake2b(id.encode(), digest_size=16).hexdigest()}"


def decoded_key(name: str, id: str) -> Key:
    """`id` is what the document holds in ID_FIELD."""
    _, app, collection, _ = name.rsplit("/", 3)
    app = app.removeprefix(_START).replace(".s", "/").replace(".d", ".")
    return Key(app, collection, id)


def encoded_field(field: str) -> str:
    """Leaves `~` and a letter to fields of the store's own; ValueError where it is too long."""
    if not is_native_field(field):
        field = "~" + field
    if len(field.encode()) > MAX_NAME_BYTES:
        raise ValueError(f"a field's name is longer than {MAX_NAME_BYTES} bytes")
    return field


def decoded_field(name: str) -> str:
    return name.removeprefix("~")


def is_native_field(field: str) -> bool:
    """Whether Firestore takes the name, apart from its length, and the store has no use for it."""
    reserved = field.startswith("__") and field.endswith("__")
    return bool(field) and not reserved and not field.startswith("~")
