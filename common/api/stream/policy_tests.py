"""Policy tests (contract 6, "Policy tests")."""

from __future__ import annotations

from typing import Annotated, cast

from pydantic import Field, StringConstraints

from common.api.base import Request
from common.api.stream.queries import ONE_LINE, Team
from common.domain.errors import Invalid
from common.domain.fields import Prose
from common.domain.label_result import ContentType
from common.domain.policy_test import MOST_ROWS, Mode, Row, Seed
from common.domain.recommendation import STRENGTH

_Key = Annotated[str, StringConstraints(min_length=1, max_length=128, pattern=ONE_LINE)]
_Label = Annotated[str, StringConstraints(min_length=1, max_length=128, pattern=ONE_LINE)]
_Text = Annotated[str, StringConstraints(min_length=1, max_length=5_000), Prose]


class RowRequest(Request):
    """`recommended_action` and `labels` are what is expected of the text."""

    text: _Text
    content_type: ContentType | None = None
    policy: _Key | None = None
    labels: list[_Label] | None = Field(None, max_length=50)
    recommended_action: str | None = Field(None, max_length=32)

    def row(self) -> Row:
        return cast(Row, self.model_dump(exclude_none=True))


class SeedRequest(Request):
    """`of` is Gavel's own."""

    of: Seed = "decisions"
    limit: int = Field(ge=1, le=MOST_ROWS)
    labels: list[_Label] | None = Field(None, max_length=50)


class CreatePolicyTestSetRequest(Request):
    """Either `rows`, or a `seed` that takes them from what people have decided or suggested."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=255, pattern=ONE_LINE)]
    config_key: _Key | None = None
    mode: Mode = "check"
    rows: list[RowRequest] | None = Field(None, min_length=1, max_length=MOST_ROWS)
    seed: SeedRequest | None = None
    team: Team | None = None

    def given_rows(self) -> list[Row]:
        """Raises Invalid for an action that no policy recommends."""
        if (self.rows is None) == (self.seed is None):
            raise Invalid.field("rows", "or seed is required, and not both")
        if self.seed is not None and self.seed.of == "suggestions":
            if self.mode != "check":
                raise Invalid.field("mode", "can be check: what is suggested says no labels")
            if self.seed.labels:
                raise Invalid.field("seed.labels", "cannot be there: what is suggested says none")
        rows = [each.row() for each in self.rows or ()]
        for number, row in enumerate(rows):
            if row.get("recommended_action", "keep") not in STRENGTH:
                field = f"rows.{number}.recommended_action"
                raise Invalid.field(field, f"can be {', '.join(STRENGTH)}")
        return rows
