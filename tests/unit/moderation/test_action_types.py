"""Action types: whatever the table names works, all the way from the body to the answer."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from common.api.gavel.actions import ActionBody
from common.api.stream.actions import SubmitAction, SubmitActionRequest, submit_action_request
from common.configuration.context import Context, open_context
from common.domain.action import action_key
from common.domain.content import USER_ENTITY
from common.domain.errors import Invalid, NotFound
from common.domain.fields import Note
from common.domain.item import Item, item_id, item_key
from common.domain.log import KINDS, LOG, LogEntry, LogKind
from common.domain.options import Options
from common.http.call import Call
from common.moderation.review.decisions.action_types import (
    ACTION_TYPES,
    OTHERS,
    ActionType,
    ActionTypes,
    buttons,
    by_name,
    carried_out,
)
from common.moderation.review.decisions.subject import Subject
from common.settings import Settings
from common.store.store import Create
from common.views.action_config import DefaultButton, default_buttons
from functions.submit_action.main import submit
from tests.factories import NOW, action, item

APP = "default"
ITEM = item_id(APP, "post", "p1")
OPTIONS: dict[str, dict[str, Any]] = {
    "custom": {"id": "warn", "options": {"x": 1}},
    "delete_user_messages": {"delete_messages": "soft"},
    "flag": {"entity_type": "post", "entity_id": "p1", "reason": "look"},
}
"""Of the types that need some."""


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    opened = open_context(Settings(data=tmp_path))
    asyncio.run(opened.store.commit([Create(item_key(APP, ITEM), item(APP))]))
    orders = ["delete_user_messages", "kick_user", "end_call"]
    actions = (action("warn", kind="post"), action("do", carries_out=orders))
    made = [Create(action_key(APP, each["id"]), each) for each in actions]
    asyncio.run(opened.configurations.change(APP, made))
    yield opened
    opened.close()


def submitted(context: Context, body: dict[str, Any], model: type[SubmitAction]) -> dict[str, Any]:
    """What the function answers."""
    call = Call(context, APP, "server", NOW + 1, "request")
    parsed = model.model_validate({"item_id": ITEM, "user_id": "mod", **body})
    work: Coroutine[Any, Any, Any] = submit(call, parsed)
    answer: dict[str, Any] = asyncio.run(work)
    return answer


def stored(context: Context) -> Item:
    (found,) = asyncio.run(context.store.get([item_key(APP, ITEM)]))
    assert found is not None
    return found.data


def entries(context: Context) -> list[LogEntry]:
    page = asyncio.run(context.store.query(LOG, app=APP, order="at", limit=10))
    return [document.data for document in page.documents if document.data["by"]]


_OF_SOMETHING = {"flag", "custom", "reject_appeal", "reopen"}
"""What needs options, or something that was done before."""


@pytest.mark.parametrize("name", sorted({*ACTION_TYPES} - {"reject_appeal", "reopen"}))
def test_every_type_works_and_is_logged_as_its_kind(context: Context, name: str) -> None:
    body = {"action_type": name, name: OPTIONS.get(name)}
    answer = submitted(context, body, SubmitActionRequest)
    assert [each["type"] for each in answer["item"]["actions"]] == [name]
    (entry,) = entries(context)
    assert (entry["kind"], entry["type"], entry["by"]) == (ACTION_TYPES[name].log_kind, name, "mod")
    kept = stored(context)
    assert kept["latest_moderator_action"] == name
    is_reviewed = kept.get("reviewed_by") == "mod"
    assert is_reviewed is (ACTION_TYPES[name].reviews and name != "flag")


def test_only_what_was_reviewed_is_reopened(context: Context) -> None:
    with pytest.raises(Invalid) as raised:
        submitted(context, {"action_type": "reopen"}, SubmitActionRequest)
    assert set(raised.value.fields) == {"action_type"}
    assert entries(context) == []


def test_there_is_no_appeal_to_reject(context: Context) -> None:
    with pytest.raises(NotFound):
        reject = {"reject_appeal": {"decision_reason": "no"}}
        submitted(context, {"action_type": "reject_appeal", **reject}, SubmitActionRequest)
    assert entries(context) == []


@pytest.mark.parametrize("name", sorted({*ACTION_TYPES} - _OF_SOMETHING))
def test_options_that_may_be_left_out(context: Context, name: str) -> None:
    submitted(context, {"action_type": name}, SubmitActionRequest)
    assert stored(context)["latest_moderator_action"] == name


@pytest.mark.parametrize(("name", "place"), [("flag", "flag"), ("custom", "custom.id")])
def test_options_that_may_not(context: Context, name: str, place: str) -> None:
    with pytest.raises(Invalid) as raised:
        submitted(context, {"action_type": name}, SubmitActionRequest)
    assert set(raised.value.fields) == {place}
    assert entries(context) == []


class _Wave(Options):
    whereto: Note = None

    def why(self) -> str:
        return self.whereto or ""


async def _waved(subject: Subject, options: _Wave, moderator: str) -> None:
    assert subject.item is not None
    subject.item["metadata"] = {"waved": [moderator, options.whereto, subject.now]}


WAVE = ActionType(
    "wave_through", _Wave, _waved, buttons=(OTHERS,), is_carried_out=True, log_kind="review"
)
WITH_WAVE: ActionTypes = by_name([*ACTION_TYPES.values(), WAVE])


def test_one_entry_is_a_whole_type(context: Context) -> None:
    model = submit_action_request(WITH_WAVE)
    body = {"action_type": "wave_through", "wave_through": {"whereto": "the door"}}
    shown = submitted(context, body, model)["item"]
    assert (shown["latest_moderator_action"], shown["reviewed_by"]) == ("wave_through", "mod")
    (entry,) = entries(context)
    assert (entry["kind"], entry["type"]) == ("review", "wave_through")
    assert (entry["reason"], entry["custom"]) == ("the door", {"whereto": "the door"})
    assert stored(context)["metadata"] == {"waved": ["mod", "the door", NOW + 1]}
    assert "wave_through" in carried_out(WITH_WAVE)
    assert DefaultButton("wave_through", "Wave through") in buttons(WITH_WAVE)[OTHERS]
    schema = model.model_json_schema()
    assert "wave_through" in schema["properties"]["action_type"]["enum"]
    assert "whereto" in schema["$defs"]["_Wave"]["properties"]


def test_the_table_names_each_type_as_the_request_does() -> None:
    assert all(name == each.name for name, each in ACTION_TYPES.items())
    schema = SubmitActionRequest.model_json_schema()
    assert schema["properties"]["action_type"]["enum"] == list(ACTION_TYPES)
    named = set(ACTION_TYPES)
    own = set(SubmitAction.model_fields)
    assert set(SubmitActionRequest.model_fields) == own | named
    assert {each.log_kind for each in ACTION_TYPES.values()} <= set(KINDS)
    assert all(KINDS[each.log_kind].is_action for each in ACTION_TYPES.values())
    assert set(get_args(LogKind)) == set(KINDS)


def test_an_action_carries_out_what_the_table_says() -> None:
    base = {"name": "n", "kind": "post", "url": "https://example.com/"}
    named = carried_out(ACTION_TYPES)
    assert ActionBody.model_validate({**base, "carries_out": named}).carries_out == list(named)
    schema = ActionBody.model_json_schema()["properties"]["carries_out"]
    assert schema["items"]["enum"] == list(named)


def test_the_buttons_of_each_entity_type() -> None:
    shown = default_buttons(buttons(ACTION_TYPES))
    common = ("restore", "ban", "escalate")
    assert {name: tuple(each["action"] for each in row) for name, row in shown.items()} == {
        "default": ("mark_reviewed", "block", "shadow_block", *common),
        "stream:chat:v1:message": ("mark_reviewed", "delete_message", *common),
        "stream:feeds:v2:activity": ("mark_reviewed", "delete_activity", *common),
        "stream:feeds:v2:reaction": ("mark_reviewed", "delete_reaction", *common),
        USER_ENTITY: ("mark_reviewed", "ban", "unban", "delete_user", "escalate"),
    }
    assert shown["default"][0] == {
        "action": "mark_reviewed",
        "description": "Mark reviewed",
        "entity_type": "default",
        "icon": "",
        "order": 0,
    }
