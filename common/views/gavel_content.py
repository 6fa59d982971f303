"""Everything that an app has submitted."""

from __future__ import annotations

from typing_extensions import TypedDict

from common.views.stream_items import ItemAnswer


class ContentAnswer(TypedDict):
    """Newest first; a page can be shorter than asked for although others follow. `listed_since` is
    from when on content is listed, null where it is not now: `list_content` of the settings.
    """

    items: list[ItemAnswer]
    next: str | None
    listed_since: int | None
