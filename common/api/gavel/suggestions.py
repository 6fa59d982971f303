"""Looking for scores that people suggested."""

from __future__ import annotations

from common.api.gavel.base import ListQuery
from common.domain.fields import OptionalId


class SuggestedScoresQuery(ListQuery):
    community_id: OptionalId = None
