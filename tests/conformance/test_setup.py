"""The setup session, feeds templates, feedback and access to S3, with every client."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .clients import Caller, each_client, effect, refusal
from .helpers import Raw, unique


@each_client("upsert_setup_session", "get_setup_session")
@effect("upsert_setup_session", through="get_setup_session")
@effect("get_setup_session", through="upsert_setup_session")
def test_a_setup_is_kept(caller: Caller, other_caller: Caller) -> None:
    data = {"mark": unique()}
    step = {"current_step": "configure", "status": "in_progress"}
    caller.call("upsert_setup_session", **step, setup_data=data)
    session = caller.call("get_setup_session")["setup_session"]
    assert {**step, "setup_data": data}.items() <= session.items()
    caller.call("upsert_setup_session", current_step="live", status="completed")
    session = caller.call("get_setup_session")["setup_session"]
    assert (session["status"], session["setup_data"]) == ("completed", data)
    assert session["completed_at"]
    assert "setup_session" not in other_caller.call("get_setup_session")
    wrong = {"current_step": "done", "status": "completed"}
    assert refusal(caller, "upsert_setup_session", **wrong) == (400, 4)


@each_client("v2_upsert_template", "v2_query_templates", "v2_delete_template")
@effect("v2_upsert_template", through="v2_query_templates")
@effect("v2_query_templates", through="v2_upsert_template")
@effect("v2_delete_template", through="v2_query_templates")
def test_templates_come_and_go(caller: Caller, own_caller: Caller, policy: str) -> None:
    """Of an app in which nobody else makes one."""
    of_app = own_caller
    config = {"data_types": {"text": "text"}}
    assert refusal(of_app, "v2_delete_template") == (404, 16)
    no_policy = {**config, "config_key": policy}
    assert refusal(of_app, "v2_upsert_template", name="posts", config=no_policy) == (400, 4)
    of_app.call("v2_upsert_template", name="posts", config=config)
    (shown,) = of_app.call("v2_query_templates")["templates"]
    assert (shown["name"], shown["config"]) == ("posts", config)
    of_app.call("v2_upsert_template", name="albums", config=config)
    assert refusal(of_app, "v2_delete_template") == (400, 4)
    here = {each["name"] for each in caller.call("v2_query_templates")["templates"]}
    assert not here & {"posts", "albums"}


@each_client("v2_upsert_template", "v2_query_templates", "v2_delete_template")
@effect("v2_delete_template", through="v2_query_templates")
@pytest.mark.usefixtures("caller")
def test_the_only_template_is_deleted_without_its_name(own_caller: Caller) -> None:
    config = {"data_types": {"text": "text"}}
    own_caller.call("v2_upsert_template", name="posts", config=config)
    own_caller.call("v2_delete_template")
    assert own_caller.call("v2_query_templates")["templates"] == []


@each_client("submit_moderation_feedback")
@effect("submit_moderation_feedback", through="GET /api/v1/log")
def test_feedback_is_in_the_log(caller: Caller, raw: Raw) -> None:
    reference = unique("message")
    said = {
        "message": "a song's title",
        "published_at": "2026-01-02T03:04:05Z",
        "reference": reference,
        "expected_recommended_action": "keep",
    }
    caller.call("submit_moderation_feedback", **said)
    entries = raw.get("/api/v1/log", {"kind": "feedback"})["entries"]
    (entry,) = [each for each in entries if each["custom"]["reference"] == reference]
    assert entry["custom"]["expected_recommended_action"] == "keep"
    wrong = {**said, "expected_recommended_action": "whatever"}
    assert refusal(caller, "submit_moderation_feedback", **wrong) == (400, 4)
    wrong = {**said, "published_at": "yesterday"}
    assert refusal(caller, "submit_moderation_feedback", **wrong) == (400, 4)


@each_client("check_s3_access")
def test_access_to_a_bucket_is_tried(caller: Caller) -> None:
    answer = caller.call("check_s3_access")
    assert answer["success"] is False
    assert answer["message"]
    assert refusal(caller, "check_s3_access", s3_url="a bucket") == (400, 4)
    answer = caller.call("check_s3_access", s3_url=f"s3://{unique('bucket')}/key")
    assert answer["success"] is False
    assert answer["message"]


@each_client("get_setup_session", "v2_query_templates", "check_s3_access")
@pytest.mark.usefixtures("caller")
def test_a_users_token_does_none_of_it(
    user_caller: Callable[[str], Caller], moderator: str
) -> None:
    user = user_caller(moderator)
    config = {"data_types": {"text": "text"}}
    for operation, fields in (
        ("get_setup_session", {}),
        ("upsert_setup_session", {"current_step": "live", "status": "completed"}),
        ("v2_query_templates", {}),
        ("v2_upsert_template", {"name": "x", "config": config}),
        ("v2_delete_template", {}),
        ("check_s3_access", {}),
        (
            "submit_moderation_feedback",
            {"message": "x", "published_at": "2026-01-02T03:04:05Z", "reference": "x"},
        ),
    ):
        assert refusal(user, operation, **fields) == (403, 17), operation
