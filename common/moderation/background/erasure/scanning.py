"""The scan: whether documents have anything of a person, whatever the walk has done to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from common.moderation.background.erasure.person import Person
from common.moderation.background.erasure.places import Place
from common.store.store import Document

AT_ONCE = 100
PAGES = 5


def found(person: Person, place: Place, documents: Sequence[Document[Any]]) -> tuple[int, int, int]:
    """How many documents there are, how many have what should be gone, how many what stays. What is
    under the person's key should be gone wherever it is.
    """
    left = stays = 0
    for document in documents:
        if person.id in document.under.values():
            left += 1
            continue
        hits = {name for name, value in document.data.items() if _has(person, name, value)}
        if place.why and place.stays is None:
            stays += bool(hits)
        elif hits - (place.stays or frozenset()) or _is_named(person, place, document):
            left += 1
        elif hits:
            stays += 1
    return len(documents), left, stays


def _has(person: Person, name: str, value: Any) -> bool:
    return person.cleaned(name) is not name or person.cleaned(value, name) is not value


def _is_named(person: Person, place: Place, document: Document[Any]) -> bool:
    is_theirs = place.is_by_id or place.collection == "user"
    return (is_theirs or person.is_sure) and document.key.id == person.id
