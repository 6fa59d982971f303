"""One submission to the transparency database, against its published rules."""

from __future__ import annotations

from typing import Any

import pytest

from common.domain.transparency.codes import codes
from common.domain.transparency.rules import problems_of

_GOOD: dict[str, Any] = {
    "puid": "b5ec958d-892a-4c11",
    "decision_visibility": ["DECISION_VISIBILITY_CONTENT_REMOVED"],
    "decision_ground": "DECISION_GROUND_INCOMPATIBLE_CONTENT",
    "incompatible_content_ground": "House rules, 4.2",
    "incompatible_content_explanation": "Offers of this kind are not allowed here.",
    "decision_facts": "A rule on spam held: more than ten links in an hour.",
    "content_type": ["CONTENT_TYPE_TEXT"],
    "category": "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
    "territorial_scope": ["DE", "FR"],
    "content_date": "2026-03-01",
    "application_date": "2026-03-02",
    "source_type": "SOURCE_VOLUNTARY",
    "automated_detection": "Yes",
    "automated_decision": "AUTOMATED_DECISION_FULLY",
}
_ILLEGAL = {
    "decision_ground": "DECISION_GROUND_ILLEGAL_CONTENT",
    "incompatible_content_ground": None,
    "incompatible_content_explanation": None,
    "illegal_content_legal_ground": "§ 1",
    "illegal_content_explanation": "Because.",
}


def test_the_lists_are_as_long_as_published() -> None:
    known = codes()
    assert known.version == "2025-07-01"
    assert {field: len(values) for field, values in known.of.items()} == {
        "decision_visibility": 7,
        "decision_monetary": 3,
        "decision_provision": 4,
        "decision_account": 2,
        "account_type": 2,
        "decision_ground": 2,
        "incompatible_content_illegal": 2,
        "content_type": 8,
        "category": 16,
        "category_specification": 69,
        "territorial_scope": 30,
        "content_language": 184,
        "source_type": 4,
        "automated_detection": 2,
        "automated_decision": 3,
    }
    assert all(len(set(values)) == len(values) for values in known.of.values())


def test_a_whole_submission_has_no_problem() -> None:
    assert problems_of(_GOOD) == {}
    assert problems_of({**_GOOD, **_ILLEGAL}) == {}
    assert problems_of({**_GOOD, "content_id": {"EAN-13": "4006381333931"}}) == {}


@pytest.mark.parametrize(
    "field",
    [
        "puid",
        "decision_ground",
        "decision_facts",
        "content_type",
        "category",
        "territorial_scope",
        "content_date",
        "application_date",
        "source_type",
        "automated_detection",
        "automated_decision",
        "incompatible_content_ground",
        "incompatible_content_explanation",
        "decision_visibility",
    ],
)
def test_what_is_missing_is_named(field: str) -> None:
    without = {name: value for name, value in _GOOD.items() if name != field}
    problems = problems_of(without)
    assert list(problems) == [field]
    assert "is missing" in problems[field]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"puid": "a b"}, "puid"),
        ({"puid": "a\n"}, "puid"),
        ({"puid": "a" * 501}, "puid"),
        ({"decision_visibility": ["REMOVED"]}, "decision_visibility"),
        (
            {"decision_visibility": ["DECISION_VISIBILITY_OTHER"]},
            "decision_visibility_other",
        ),
        ({"decision_visibility_other": "blurred"}, "decision_visibility_other"),
        ({"decision_monetary": "DECISION_MONETARY_OTHER"}, "decision_monetary_other"),
        ({"decision_account": "SUSPENDED"}, "decision_account"),
        ({"decision_provision": "DECISION_ACCOUNT_SUSPENDED"}, "decision_provision"),
        ({"account_type": "BUSINESS"}, "account_type"),
        ({"decision_ground_reference_url": "www.example.com"}, "decision_ground_reference_url"),
        ({"incompatible_content_ground": "x" * 501}, "incompatible_content_ground"),
        ({"incompatible_content_explanation": "x" * 2_001}, "incompatible_content_explanation"),
        ({"illegal_content_legal_ground": "§ 1"}, "illegal_content_legal_ground"),
        ({**_ILLEGAL, "incompatible_content_illegal": "Yes"}, "incompatible_content_illegal"),
        ({"incompatible_content_illegal": "yes"}, "incompatible_content_illegal"),
        ({"decision_facts": "x" * 5_001}, "decision_facts"),
        ({"content_type": []}, "content_type"),
        ({"content_type": ["CONTENT_TYPE_OTHER"]}, "content_type_other"),
        ({"category": "STATEMENT_CATEGORY_NON_CONSENSUAL_BEHAVIOUR"}, "category"),
        ({"category_addition": ["VIOLENCE"]}, "category_addition"),
        ({"category_specification": ["KEYWORD_SPAM"]}, "category_specification"),
        ({"category_specification_other": "spam"}, "category_specification_other"),
        ({"content_id": {"EAN-13": "123"}}, "content_id"),
        ({"content_id": {"ISBN": "4006381333931"}}, "content_id"),
        ({"territorial_scope": ["US"]}, "territorial_scope"),
        ({"content_language": "en"}, "content_language"),
        ({"content_date": "1999-12-31"}, "content_date"),
        ({"content_date": "2026-02-30"}, "content_date"),
        ({"application_date": "2019-12-31"}, "application_date"),
        ({"application_date": "2.3.2026"}, "application_date"),
        ({"application_date": "2038-01-02"}, "application_date"),
        ({"end_date_visibility_restriction": "2026-03-01"}, "end_date_visibility_restriction"),
        ({"end_date_account_restriction": "2026-04-01"}, "end_date_account_restriction"),
        ({"source_type": "SOURCE_OTHER"}, "source_type"),
        ({"source_identity": "a firm"}, "source_identity"),
        ({"automated_detection": True}, "automated_detection"),
        ({"automated_decision": "Yes"}, "automated_decision"),
        ({"url": "https://example.com"}, "url"),
    ],
)
def test_what_the_database_would_refuse_is_named(change: dict[str, Any], field: str) -> None:
    assert list(problems_of({**_GOOD, **change})) == [field]


def test_all_problems_are_told_together() -> None:
    assert set(problems_of({"puid": "a"})) >= {"category", "decision_facts", "content_date"}
