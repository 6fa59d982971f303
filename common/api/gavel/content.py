"""Everything that was submitted, looked for."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from common.api.gavel.base import ListQuery, Moment
from common.domain.fields import OptionalId

_NAME = Field(None, min_length=1, max_length=255)


class ContentQuery(ListQuery):
    """`label` and `category` (an engine, or what people reported) are of flags. `since` is the
    first moment and `until` the first after the last.
    """

    user_id: OptionalId = None
    label: str | None = _NAME
    category: str | None = _NAME
    config_key: str | None = _NAME
    entity_type: str | None = _NAME
    recommended_action: str | None = _NAME
    since: Moment | None = None
    until: Moment | None = None

    def filter(self) -> dict[str, Any]:
        """In the words of the review queue."""
        named = {"label", "category", "config_key", "entity_type", "recommended_action"}
        return self.model_dump(include=named, exclude_none=True)
