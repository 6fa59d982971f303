"""The older chat API's requests about reports of messages (contract 11)."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from common.api.base import Request
from common.api.stream.users import ActingUser
from common.domain.fields import Custom, OptionalId
from common.moderation.review.decisions.options import ReviewedReport


class FlagReportsRequest(Request):
    filter_conditions: dict[str, Any] | None = Field(None, max_length=20)
    limit: int | None = Field(None, ge=0, le=300, description="0 and none stand for 100")
    offset: int | None = Field(None, ge=0, le=1_000)


class ReviewReportRequest(Request):
    review_result: Annotated[str, StringConstraints(min_length=1, max_length=255)]
    user_id: OptionalId = None
    user: ActingUser | None = None
    review_details: Custom | None = None

    def options(self) -> ReviewedReport:
        details = self.review_details or None
        return ReviewedReport.model_validate(
            {"review_result": self.review_result, "review_details": details}
        )
