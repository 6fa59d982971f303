"""What the request models take, refuse and make of it."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from common.api.base import to_nanoseconds
from common.api.gavel.actions import ActionBody
from common.api.gavel.settings import FirstMatchOnly
from common.api.hive import ReportRequest, TaskRequest
from common.api.stream.actions import SubmitActionRequest
from common.api.stream.block_lists import CreateBlockListRequest, UpdateBlockListRequest
from common.api.stream.checks import CheckRequest, CustomCheckRequest
from common.api.stream.flags import ChatFlagRequest, FlagRequest
from common.api.stream.new_flags import chat_flag, custom_flags
from common.api.stream.policies import UpsertConfigRequest
from common.domain.callback import CALLBACK_NAMES
from common.domain.errors import Invalid
from common.domain.fields import MAX_ID
from common.http.routes import ROUTES
from common.moderation.reports.flags import new_flag_of
from common.rules.conditions.base import SCOPES
from tests.documents import ROOT

CHECK = {"entity_type": "t", "entity_id": "1", "entity_creator_id": "u"}
ACTION = {"name": "n", "kind": "post", "url": "https://example.com/"}


def _refused(model: type[BaseModel], value: Any) -> set[str]:
    with pytest.raises(ValidationError) as raised:
        model.model_validate(value)
    return {".".join(map(str, each["loc"])) for each in raised.value.errors()}


@pytest.mark.parametrize("reference", sorted({r for x in ROUTES for r in (x.body, x.query) if r}))
def test_every_model_of_the_route_table_loads(reference: str) -> None:
    module, _, name = reference.partition(":")
    model: type[BaseModel] = getattr(import_module(module), name)
    assert model.model_json_schema()["type"] == "object"


@pytest.mark.parametrize(
    ("value", "at"),
    [
        ("2026-01-02T03:04:05+00:00", 1_767_323_045_000_000_000),
        ("2026-01-02T03:04:05.000Z", 1_767_323_045_000_000_000),
        ("2026-01-02T05:04:05.123456+02:00", 1_767_323_045_123_456_000),
        (1_767_323_045_000_000_001, 1_767_323_045_000_000_001),
    ],
)
def test_times_come_in_two_shapes(value: Any, at: int) -> None:
    assert to_nanoseconds(value) == at
    check = CheckRequest.model_validate({**CHECK, "content_published_at": value})
    assert check.submission().published_at == at


@pytest.mark.parametrize(
    "value",
    ["", "now", "2026-01-02", "2026-01-02T03:04:05", 2**63, -(2**70), 0.5, [], "9999-12-31Z"],
)
def test_times_that_are_none(value: Any) -> None:
    assert _refused(CheckRequest, {**CHECK, "content_published_at": value}) == {
        "content_published_at"
    }


def test_unknown_members_are_refused_and_null_is_absent() -> None:
    assert _refused(CheckRequest, {**CHECK, "zzz": 1}) == {"zzz"}
    check = CheckRequest.model_validate({**CHECK, "config_key": None, "options": None})
    assert check.submission().config_key is None
    assert check.force_sync is False


@pytest.mark.parametrize("options", [{}, {"force_sync": False}, {"force_sync": None}])
def test_a_check_waits_only_when_asked(options: dict[str, Any]) -> None:
    assert CheckRequest.model_validate({**CHECK, "options": options}).force_sync is False
    asked = CheckRequest.model_validate({**CHECK, "options": {"force_sync": True}})
    assert asked.force_sync is True
    assert _refused(CheckRequest, {**CHECK, "options": {"other": 1}}) == {"options.other"}


def test_a_policy_in_a_check_is_for_tests_only() -> None:
    inline: dict[str, Any] = {"config": {}}
    with pytest.raises(Invalid) as raised:
        CheckRequest.model_validate({**CHECK, **inline})
    assert set(raised.value.fields) == {"config"}
    assert CheckRequest.model_validate({**CHECK, **inline, "test_mode": True}).config == {}


def test_a_payload_keeps_what_is_not_content() -> None:
    payload = {"texts": ["a"], "images": ["i"], "custom": {"k": [1]}, "text_ids": {"a": "b"}}
    check = CheckRequest.model_validate({**CHECK, "moderation_payload": payload})
    assert check.submission().content.document() == payload


@pytest.mark.parametrize("id", ["", "x" * (MAX_ID + 1), "a\0b", None, 5, ["a"]])
def test_ids(id: Any) -> None:
    assert _refused(CheckRequest, {**CHECK, "entity_id": id}) == {"entity_id"}


def test_the_longest_ids_are_taken_in_any_script() -> None:
    for id in ("x" * MAX_ID, "\U0001f600" * MAX_ID, "a b\n\t", "chat:messaging:a/b"):
        assert CheckRequest.model_validate({**CHECK, "entity_id": id}).entity_id == id


def test_a_flags_custom_is_a_map_or_a_list_of_maps() -> None:
    for custom in ({"a": 1, "b": 2}, [{"a": 1}, {"b": 2}], [{"a": 0}, "x", {"a": 1, "b": 2}]):
        flags = [{"type": "custom_check_text", "custom": custom}]
        body = CustomCheckRequest.model_validate(
            {**CHECK, "moderation_payload": {"texts": ["x"]}, "flags": flags}
        )
        (flag,) = custom_flags(body, "m")
        assert flag.custom == {"a": 1, "b": 2}


def test_only_a_chat_message_comes_without_creator_and_content() -> None:
    flags = [{"type": "custom_check_text"}]
    bare = {"entity_id": "1", "flags": flags}
    message = {**bare, "entity_type": "stream:chat:v1:message"}
    assert len(custom_flags(CustomCheckRequest.model_validate(message), None)) == 1
    with pytest.raises(Invalid) as raised:
        custom_flags(CustomCheckRequest.model_validate({**bare, "entity_type": "x"}), None)
    assert set(raised.value.fields) == {"entity_creator_id"}


def test_a_flags_reason_counts_as_its_category() -> None:
    body = FlagRequest.model_validate({"entity_type": "t", "entity_id": "1", "reason": "spam"})
    flag = new_flag_of(body, "r", "moderator")
    assert (flag.categories, flag.reporter_type) == (("spam",), "moderator")


@pytest.mark.parametrize("body", [{}, {"target_message_id": "m", "target_user_id": "u"}])
def test_a_chat_flag_has_one_target(body: dict[str, str]) -> None:
    with pytest.raises(Invalid) as raised:
        chat_flag(ChatFlagRequest.model_validate(body), "r", "user")
    assert set(raised.value.fields) == {"target_message_id"}


def test_hives_older_name_of_the_user() -> None:
    for name in ("user_id", "patron_id"):
        task = TaskRequest.model_validate({"post_id": "1", name: "u", "text_data": "x"})
        assert task.submission().creator_id == "u"


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://h/a.png", "images"),
        ("https://h/a", "images"),
        ("https://h/a.MP4?x=.png", "videos"),
        ("https://h/a.mp3", "audios"),
    ],
)
def test_hives_one_url_is_of_a_kind(url: str, kind: str) -> None:
    task = TaskRequest.model_validate({"post_id": "1", "user_id": "u", "url": url})
    assert task.submission().content.document() == {kind: [url]}


@pytest.mark.parametrize("content", [{}, {"text_data": "x", "url": "https://h/"}])
def test_a_task_has_one_content(content: dict[str, str]) -> None:
    assert _refused(TaskRequest, {"post_id": "1", "user_id": "u", **content}) == {""}


@pytest.mark.parametrize("subject", [{}, {"post_id": "p", "user_id": "u"}, {"post_id": ""}])
def test_a_report_has_one_subject(subject: dict[str, str]) -> None:
    assert _refused(ReportRequest, {"report_categories": ["a"], **subject}) == {""}


def test_the_options_are_those_of_the_action_asked_for() -> None:
    body = {
        "action_type": "ban",
        "ban": {"timeout": 5, "reason": None},
        "unban": {"channel_cid": None},
        "kick_user": {},
    }
    assert SubmitActionRequest.model_validate(body).decision("m").said == {"timeout": 5}
    other = SubmitActionRequest.model_validate({**body, "unban": {"channel_cid": "c"}})
    with pytest.raises(Invalid) as raised:
        other.decision("m")
    assert set(raised.value.fields) == {"unban"}
    kick = SubmitActionRequest.model_validate({"action_type": "kick_user"})
    assert kick.decision("m").said == {}


@pytest.mark.parametrize("timeout", [-1, 2**70, 1e300, 0.5, "soon"])
def test_bans_end_within_ten_years(timeout: Any) -> None:
    body = {"action_type": "ban", "ban": {"timeout": timeout}}
    assert _refused(SubmitActionRequest, body) == {"ban.timeout"}


@pytest.mark.parametrize("key", ["", "a\nb", "a\0b", "\x7f"])
def test_what_stands_in_a_path_is_one_line(key: str) -> None:
    assert _refused(UpsertConfigRequest, {"key": key}) == {"key"}
    assert _refused(CreateBlockListRequest, {"name": key, "words": []}) == {"name"}


def test_older_names_of_engines_become_todays() -> None:
    rules = {"rules": [{"label": "a", "action": "flag"}]}
    body = {"key": "k", "bodyguard_config": rules}
    assert UpsertConfigRequest.model_validate(body).sub_configs() == {"ai_text_config": rules}
    both = {**body, "ai_text_config": {"enabled": False}}
    with pytest.raises(Invalid) as raised:
        UpsertConfigRequest.model_validate(both)
    assert set(raised.value.fields) == {"bodyguard_config"}


def test_a_list_keeps_the_flags_that_are_not_given() -> None:
    assert UpdateBlockListRequest.model_validate({}).flags() == {}
    given = {"is_leet_check_enabled": False, "is_plural_check_enabled": None}
    assert UpdateBlockListRequest.model_validate(given).flags() == {"is_leet_check_enabled": False}


@pytest.mark.parametrize("value", ["", " a", "a ", "a\r\nB: c", "a\nb", "a\0", "é€", "x" * 4_097])
def test_what_no_header_can_carry(value: str) -> None:
    refused = _refused(ActionBody, {**ACTION, "auth_header": "A", "auth_value": value})
    assert refused == {"auth_value"}


@pytest.mark.parametrize("value", ["a", "Bearer a b", "token=é", "a\tb"])
def test_what_a_header_can_carry(value: str) -> None:
    assert ActionBody.model_validate({**ACTION, "auth_value": value}).auth_value == value


@pytest.mark.parametrize("name", ["zz", "user id", "userid", "USER_ID", "", "text", "webhook_id"])
def test_a_parameter_that_no_call_has(name: str) -> None:
    refused = _refused(ActionBody, {**ACTION, "parameters": {name: "x"}})
    assert refused == {f"parameters.{name}.[key]"}


@pytest.mark.parametrize("theirs", ["", "x\n", "a b", "é" * 101])
def test_what_no_parameter_can_be_called(theirs: str) -> None:
    refused = _refused(ActionBody, {**ACTION, "parameters": {"user_id": theirs}})
    assert refused == {"parameters.user_id"}


def test_every_name_that_a_call_has_can_be_given_another() -> None:
    parameters = {name: f"their.{name}" for name in CALLBACK_NAMES}
    assert ActionBody.model_validate({**ACTION, "parameters": parameters}).parameters == parameters


def test_all_names_are_documented() -> None:
    (line,) = [
        line
        for line in (ROOT / "docs/api.md").read_text("utf-8").splitlines()
        if line.startswith("What can be named in `parameters`")
    ]
    assert set(re.findall(r"`(\w+)`", line)) == {"parameters", *CALLBACK_NAMES}


def test_a_resource_refuses_what_it_does_not_know() -> None:
    assert _refused(ActionBody, {**ACTION, "auth_values": "x"}) == {"auth_values"}


def test_each_scope_can_stop_at_its_first_match() -> None:
    assert tuple(FirstMatchOnly.model_fields) == SCOPES
