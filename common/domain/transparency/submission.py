"""One statement as the EU's transparency database takes it."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

MOST_TOGETHER = 100
"""Statements in one request."""

Problems = dict[str, str]
"""What is wrong, by the database's own name of the field."""


class Submission(TypedDict):
    """What goes into a request; what is not there was not said."""

    puid: str
    decision_visibility: NotRequired[list[str]]
    decision_visibility_other: NotRequired[str]
    decision_monetary: NotRequired[str]
    decision_monetary_other: NotRequired[str]
    decision_provision: NotRequired[str]
    decision_account: NotRequired[str]
    account_type: NotRequired[str]
    decision_ground: NotRequired[str]
    decision_ground_reference_url: NotRequired[str]
    illegal_content_legal_ground: NotRequired[str]
    illegal_content_explanation: NotRequired[str]
    incompatible_content_ground: NotRequired[str]
    incompatible_content_explanation: NotRequired[str]
    incompatible_content_illegal: NotRequired[str]
    decision_facts: NotRequired[str]
    content_type: NotRequired[list[str]]
    content_type_other: NotRequired[str]
    category: NotRequired[str]
    category_addition: NotRequired[list[str]]
    category_specification: NotRequired[list[str]]
    category_specification_other: NotRequired[str]
    content_id: NotRequired[dict[str, str]]
    territorial_scope: NotRequired[list[str]]
    content_language: NotRequired[str]
    content_date: NotRequired[str]
    application_date: NotRequired[str]
    end_date_visibility_restriction: NotRequired[str]
    end_date_monetary_restriction: NotRequired[str]
    end_date_service_restriction: NotRequired[str]
    end_date_account_restriction: NotRequired[str]
    source_type: NotRequired[str]
    source_identity: NotRequired[str]
    automated_detection: NotRequired[str]
    automated_decision: NotRequired[str]
