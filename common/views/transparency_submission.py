"""A stored statement of reasons as the EU's transparency database takes it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, cast

from common.domain.content import is_user
from common.domain.statement import Declaration, Statement
from common.domain.times import SECOND
from common.domain.transparency.codes import codes
from common.domain.transparency.submission import Submission

_ENDS = (
    ("decision_account", "end_date_account_restriction"),
    ("decision_provision", "end_date_service_restriction"),
    ("decision_monetary", "end_date_monetary_restriction"),
    ("decision_visibility", "end_date_visibility_restriction"),
)
"""A restriction that ends by itself is the first of these that the statement declares: a ban's end
is that of the account's, not of what was removed with it.
"""
_DECLARED = [name for name in Declaration.__annotations__ if name in Submission.__annotations__]
_AS_STATED = (
    "source_type",
    "automated_detection",
    "automated_decision",
    "content_type",
    "content_type_other",
    "content_id",
    "account_type",
)


def submission_of(statement: Statement, territorial_scope: list[str]) -> Submission:
    """`territorial_scope` is for one that says none. What nobody has said is not there."""
    given = cast(dict[str, Any], statement)
    found = {name: given.get(name) for name in (*_DECLARED, *_AS_STATED)}
    found["puid"] = statement["id"]
    found["decision_facts"] = statement["facts_text"] or _explanation(statement)
    found["territorial_scope"] = statement.get("territorial_scope") or territorial_scope
    found["application_date"] = _day(statement["restricted_at"])
    found["content_date"] = _day(statement.get("content_at") or _of_account(statement))
    found["content_language"] = _language(statement)
    if "ends_at" in statement:
        for decision, end in _ENDS:
            if found.get(decision):
                found[end] = _day(statement["ends_at"])
                break
    return cast(Submission, {name: value for name, value in found.items() if value})


def _explanation(statement: Statement) -> str:
    """Of an account alone there may be no facts but what the app has declared."""
    if not _of_account(statement):
        return ""
    own = statement.get("incompatible_content_explanation")
    return statement.get("illegal_content_explanation") or own or ""


def _of_account(statement: Statement) -> int:
    """When an account was restricted, which stands for the date of content that there is none of;
    0 where there is content.
    """
    is_account = not statement["entity_type"] or is_user(statement["entity_type"])
    return statement["restricted_at"] if is_account else 0


def _day(at: int | None) -> str | None:
    return str(datetime.fromtimestamp(at // SECOND, UTC).date()) if at else None


def _language(statement: Statement) -> str | None:
    """The field may be left out, so what the database has no code for is."""
    code = statement.get("content_language", "")[:2].upper()
    return None if codes().unknown("content_language", [code]) else code
