"""What Stream's clients are told of the review queue."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from common.views.action_config import ButtonAnswers
from common.views.filter_config import FilterConfig
from common.views.paging import PageCursors
from common.views.stream_items import ItemAnswer


class QueueAnswer(PageCursors):
    """A page can be shorter than asked for although others follow. `action_config` has the buttons
    that the app configured, by entity type.
    """

    items: list[ItemAnswer]
    stats: dict[str, int]
    stats_complete: bool
    action_config: ButtonAnswers
    default_action_config: NotRequired[ButtonAnswers]
    filter_config: FilterConfig


class QueueItemAnswer(TypedDict):
    item: ItemAnswer
