"""What a user's automatic flag is counted from: which of their contents engines have flagged."""

from __future__ import annotations

from typing_extensions import TypedDict

from common.store.store import Collection, Key


class FlaggedContent(TypedDict):
    """`items` are the items' ids, each once, and no more once the user has been flagged."""

    items: list[str]


FLAGGED_CONTENT: Collection[FlaggedContent] = Collection("flagged_content")


def flagged_content_key(app: str, user_id: str) -> Key[FlaggedContent]:
    return Key(app, FLAGGED_CONTENT, user_id)
