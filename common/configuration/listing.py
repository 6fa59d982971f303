"""What puts an item into the list of all content, where the app keeps one; pure.

Whatever changes an item lists it, so that one from before the list was kept is in it from its next
change on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from common.store.store import Create, Update, Write


def listed(write: Write) -> Write:
    """The write of an item, with the places that its item has in the list."""
    if isinstance(write, Create):
        places = _places(write.data)
        return replace(write, data={**write.data, **places})
    if not isinstance(write, Update) or write.read is None:
        return write
    before: Mapping[str, Any] = write.read.data
    places = _places({**before, **write.set})
    new = {name: at for name, at in places.items() if name not in before}
    return replace(write, set={**write.set, **new}) if new else write


def _places(item: Mapping[str, Any]) -> dict[str, int]:
    at = item["created_at"]
    return {"listed_at": at, **({"listed_of_creator_at": at} if item["creator_id"] else {})}
