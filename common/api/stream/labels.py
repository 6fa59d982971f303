"""Texts that are only labelled, and the query of what was said of them (contract section 6)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from common.api.base import Request
from common.api.stream.queries import QueryRequest
from common.domain.fields import Prose
from common.domain.label_result import ContentType, Unlabelled

LabelContent = Annotated[str, StringConstraints(min_length=1, max_length=20_000), Prose]
ShortId = Annotated[str, StringConstraints(max_length=256, pattern=r"^[^\x00]*$")]
ShortName = Annotated[str, StringConstraints(max_length=128, pattern=r"^[^\x00]*$")]


class LabelsRequest(Request):
    """`dry_run` keeps nothing of it."""

    content: LabelContent
    category: ShortName | None = None
    content_id: ShortId | None = None
    content_type: ContentType | None = None
    dry_run: bool | None = None
    policy: ShortName | None = None
    user_id: ShortId | None = None

    def asked(self) -> Unlabelled:
        return Unlabelled(
            self.content,
            self.content_type or "text",
            self.category or "",
            self.content_id or "",
            self.policy or "",
            self.user_id or "",
        )


class QueryLabelResultsRequest(QueryRequest):
    """Stream's clients may ask for nothing, and then get a page of the usual size."""

    limit: int | None = Field(None, ge=0, le=100)
