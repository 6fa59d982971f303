"""The spam manager: what is looked for, and what people say of strings."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from common.api.gavel.base import Body, ListQuery
from common.domain.fields import OptionalId
from common.domain.spam_string import LONGEST_VALUE, SpamKind, SpamState, Verdict

MOST_AT_ONCE = 1_000


class SpamStringsQuery(ListQuery):
    kind: SpamKind | None = None
    state: SpamState | None = None


class SpamExportQuery(ListQuery):
    limit: int = Field(MOST_AT_ONCE, ge=1, le=MOST_AT_ONCE)
    verdict: Verdict = "deny"


class SpamEntryBody(Body):
    """`verdict` null takes back what was said."""

    kind: SpamKind
    value: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_VALUE)]
    verdict: Verdict | None


class SpamVerdictsBody(Body):
    """`user_id` is who says so."""

    entries: list[SpamEntryBody] = Field(min_length=1, max_length=MOST_AT_ONCE)
    user_id: OptionalId = None


class SpamVerdictBody(Body):
    """Of one string that was seen."""

    verdict: Literal["allow", "deny"] | None
    user_id: OptionalId = None
