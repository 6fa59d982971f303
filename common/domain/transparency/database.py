"""The EU's transparency database as an app has set it up, and what becomes of statements there."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.transparency.submission import Problems, Submission

Mode = Literal["dry_run", "sandbox", "production"]
"""`dry_run` submits nothing; of the others each is a database of its own."""

SubmissionState = Literal[
    "waiting", "dry", "delivered", "duplicate", "refused", "scrubbed", "incomplete", "failed",
    "cancelled",
]  # fmt: skip


class TransparencyDatabase(TypedDict):
    """`url` is that of the site, without `/api/v1`. `token` is never answered. `territorial_scope`
    is that of statements which say none. `updated_at` is in nanoseconds.
    """

    url: str
    token: str | None
    mode: Mode
    territorial_scope: list[str]
    updated_by: str
    updated_at: int


class Outcome(TypedDict):
    """What came of a statement last, in which mode. `problems` has what is wrong by field: what
    the database said, what is missing, or what kind of personal data stands there. `submission` is
    what was or would be sent; it is not kept where it has personal data. `uuid` and `permalink` are
    the database's.
    """

    state: Literal["dry", "delivered", "duplicate", "refused", "scrubbed", "incomplete"]
    mode: Mode
    problems: NotRequired[Problems]
    submission: NotRequired[Submission]
    uuid: NotRequired[str]
    permalink: NotRequired[str]
