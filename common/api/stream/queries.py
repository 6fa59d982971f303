"""What queries of Stream's API have in common."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from common.api.base import Request
from common.api.stream.users import Unrecorded, UnrecordedId

ONE_LINE = r"^[^\x00-\x1f\x7f]+$"
"""What stands in a path is one line of text."""
Team = Annotated[str, StringConstraints(min_length=1, max_length=128)]


class PageRequest(Request):
    """A limit of 0 asks for no documents. Pages are left forwards with `next` and backwards with
    `prev`, as the page before answered them.
    """

    filter: dict[str, Any] | None = None
    sort: list[dict[str, Any]] | dict[str, Any] | None = None
    limit: int | None = Field(None, ge=0, le=100)
    next: str | None = Field(None, max_length=8_192)
    prev: str | None = Field(None, max_length=8_192)

    @property
    def cursor_name(self) -> str:
        """The field to name where a cursor is none of the query's."""
        return "prev" if self.prev else "next"


class QueryRequest(PageRequest):
    user_id: UnrecordedId = None
    user: Unrecorded | None = None


class TeamQuery(Request):
    team: str | None = Field(None, max_length=128)
