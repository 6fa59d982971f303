"""The EU's transparency database: where it is, and what became of statements."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from common.api.gavel.base import ByBody, ListQuery
from common.domain.transparency.codes import codes
from common.domain.transparency.database import Mode

DatabaseUrl = Annotated[str, StringConstraints(max_length=2_048)]
DatabaseToken = Annotated[str, StringConstraints(min_length=1, max_length=1_024)]


def _countries(values: list[str]) -> list[str]:
    if unknown := codes().unknown("territorial_scope", values):
        raise ValueError(f"{unknown[0]!r} is no country of the database's")
    return sorted(set(values))


class TransparencyDatabaseBody(ByBody):
    """`url` is the site's, without `/api/v1`. `token` is never answered; leaving it out keeps the
    stored one as long as `url` stays as it is, null removes it. In the mode `dry_run` nothing is
    submitted. `territorial_scope` is that of statements which say none. `user_id` is whom the log
    names for it.
    """

    url: DatabaseUrl = ""
    token: DatabaseToken | None = None
    mode: Mode = "dry_run"
    territorial_scope: Annotated[list[str], Field(max_length=30), AfterValidator(_countries)] = (
        Field(default_factory=list)
    )


class SubmissionsQuery(ListQuery):
    pass
