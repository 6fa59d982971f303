"""Setting moderation up, and feedback."""

from __future__ import annotations

from tests.functional.areas.area import Area, Made

_V2 = "/api/v2/moderation"
_FEEDBACK = {
    "message": "hello",
    "published_at": "2026-01-02T03:04:05Z",
    "reference": "m1",
}


def _things(made: Made, mark: str) -> dict[str, str]:
    made("POST", f"{_V2}/feeds_moderation_template", {**_TEMPLATE, "name": mark})
    session = {**_SESSION, "setup_data": {"note": mark}}
    made("POST", f"{_V2}/setup", session)
    made("POST", f"{_V2}/submit_moderation_feedback", {**_FEEDBACK, "message": mark})
    return {}


_TEMPLATE = {"name": "posts", "config": {"data_types": {"text": "text"}}}
_SESSION = {"current_step": "input", "status": "in_progress"}

AREA = Area(
    valid={
        "upsert_setup_session": _SESSION,
        "v2_upsert_template": _TEMPLATE,
        "check_s3_access": {},
        "submit_moderation_feedback": _FEEDBACK,
    },
    wrong={
        "upsert_setup_session": (
            ("another step", "current_step", {"current_step": "done"}),
            ("another status", "status", {"status": "done"}),
        ),
        "v2_upsert_template": (
            ("no name", "name", {"name": ""}),
            ("no types", "config.data_types", {"config": {"data_types": {}}}),
            (
                "no policy",
                "config.config_key",
                {"config": {"data_types": {"text": "text"}, "config_key": "none"}},
            ),
        ),
        "check_s3_access": (
            ("no URL", "s3_url", {"s3_url": "a bucket"}),
            ("no bucket", "s3_url", {"s3_url": "s3:///key"}),
            ("another service", "s3_url", {"s3_url": "https://ec2.amazonaws.com/x"}),
        ),
        "submit_moderation_feedback": (
            ("no time", "published_at", {"published_at": "yesterday"}),
            ("too many labels", "expected_labels", {"expected_labels": ["x"] * 17}),
            ("an empty label", "expected_labels.0", {"expected_labels": [""]}),
            (
                "no action",
                "expected_recommended_action",
                {"expected_recommended_action": "whatever"},
            ),
            (
                "no action now",
                "current_recommended_action",
                {"current_recommended_action": "whatever"},
            ),
        ),
    },
    samples={
        "current_step": "live",
        "upsert_setup_session status": "completed",
        "upsert_setup_session setup_data": {"a": 1},
        "data_types": {"body": "text"},
        "s3_url": "s3://bucket/key",
        "published_at": "2026-02-03T04:05:06Z",
        "current_recommended_action": "flag",
        "expected_recommended_action": "remove",
        "current_labels": ["SCAM"],
        "expected_labels": ["SCAM"],
    },
    things=_things,
)
