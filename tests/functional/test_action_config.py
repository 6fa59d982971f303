"""The buttons of moderators' pages, and what the review queue says that it can be filtered by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.engines.ai_text.labels import LABELS
from common.engines.image_labels import KINDS
from common.moderation.resources.kinds import BUTTON
from tests.functional import bad_bodies
from tests.functional.desk import V2, Desk, desk

_PATH = f"{V2}/action_config"
_BAN = {"action": "ban", "entity_type": "stream:user", "order": 1}


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("buttons") / "data") as made:
        made.done("PUT", "/api/v1/actions/hook", bad_bodies.ACTION)
        yield made


def _put(bench: Desk, **fields: Any) -> Any:
    return bench.done("POST", _PATH, {**_BAN, **fields})["action_config"]


def _get(bench: Desk, **query: str) -> dict[str, list[Any]]:
    answered = bench.server.call(bench.app, "GET", _PATH, query=query)
    assert answered.status == 200, answered.text
    found: dict[str, list[Any]] = answered.json()["action_config"]
    return found


def _own(bench: Desk) -> dict[str, list[Any]]:
    return _get(bench, exclude_defaults="true")


def test_what_is_configured_is_beside_the_queue_in_its_order(bench: Desk) -> None:
    last = _put(bench, order=9, icon="gavel", description="Ban for good")
    first = _put(bench, action="unban", order=0)
    mine = _put(bench, action="custom", entity_type="post", custom={"id": "hook", "tone": "red"})
    assert set(last) >= {"action", "description", "entity_type", "icon", "order", "id"}
    wanted = {"stream:user": [first, last], "post": [mine]}
    answer = bench.queue()
    assert answer["action_config"] == wanted == _own(bench)
    assert answer["default_action_config"] == _get(bench, only_defaults="true")
    assert "default_action_config" not in bench.queue(exclude_default_action_config=True)


def test_an_entity_type_s_own_buttons_stand_for_its_defaults(bench: Desk) -> None:
    defaults = _get(bench)
    assert defaults == _get(bench, only_defaults="true")
    own = _put(bench)
    found = _get(bench)
    assert found == {**defaults, "stream:user": [own]}
    assert _get(bench, entity_type="stream:user") == {"stream:user": [own]}
    assert _get(bench, entity_type="default", exclude_defaults="true") == {}


def test_a_queue_type_has_its_own_and_those_of_every_queue(bench: Desk) -> None:
    every = _put(bench)
    one = _put(bench, queue_type="appeals")
    _put(bench, queue_type="other")
    assert one["id"] != every["id"]
    found = _get(bench, queue_type="appeals", exclude_defaults="true")["stream:user"]
    assert {each["id"] for each in found} == {every["id"], one["id"]}


def test_the_same_button_is_made_once_and_changed_by_its_id(bench: Desk) -> None:
    made = _put(bench)
    assert _put(bench, order=5) == {**made, "order": 5}
    moved = _put(bench, id=made["id"], action="unban")
    assert _own(bench) == {"stream:user": [moved]}
    again = _put(bench)
    assert again["id"] != made["id"]
    answered = bench.send("POST", _PATH, {**_BAN, "id": moved["id"]})
    assert (answered.status, set(answered.json()["exception_fields"])) == (400, {"action"})


def test_many_are_put_and_deleted_at_once_or_not_at_all(bench: Desk) -> None:
    two = [_BAN, {**_BAN, "action": "unban", "order": 2}]
    made = bench.done("POST", f"{_PATH}/bulk", {"action_configs": two})["action_configs"]
    assert _own(bench)["stream:user"] == made
    missing = {**_BAN, "action": "block", "id": "nothing"}
    answered = bench.send(
        "POST", f"{_PATH}/bulk", {"action_configs": [{**_BAN, "order": 50}, missing]}
    )
    assert (answered.status, answered.json()["code"]) == (404, 16)
    assert set(answered.json()["exception_fields"]) == {"action_configs.1.id"}
    assert _own(bench)["stream:user"] == made
    ids = [each["id"] for each in made]
    gone = bench.done("POST", f"{_PATH}/bulk_delete", {"ids": [*ids, ids[0], "nothing"]})
    assert (gone["deleted"], _own(bench)) == (2, {})


def test_one_is_deleted_once(bench: Desk) -> None:
    path = f"{_PATH}/{_put(bench)['id']}"
    assert [bench.done("DELETE", path)["deleted"] for _ in range(2)] == [1, 0]
    assert _own(bench) == {}


def test_there_are_no_more_than_an_app_may_have(
    bench: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _put(bench)
    limited = type(BUTTON)(BUTTON.collection, BUTTON.noun, 2, BUTTON.held)
    monkeypatch.setattr("common.moderation.resources.buttons.BUTTON", limited)
    _put(bench, action="unban")
    answered = bench.send("POST", _PATH, {**_BAN, "action": "block"})
    assert (answered.status, set(answered.json()["exception_fields"])) == (400, {"action"})
    assert _put(bench, order=4)["order"] == 4


def test_an_action_that_a_button_calls_is_not_deleted(bench: Desk) -> None:
    button = _put(bench, action="custom", custom={"id": "hook"})
    answered = bench.send("DELETE", "/api/v1/actions/hook")
    assert (answered.status, button["id"] in answered.text) == (400, True)
    assert bench.done("GET", "/api/v1/actions/hook")
    bench.done("DELETE", f"{_PATH}/{button['id']}")
    bench.done("DELETE", "/api/v1/actions/hook")
    answered = bench.send("POST", _PATH, {**_BAN, "action": "custom", "custom": {"id": "hook"}})
    assert set(answered.json()["exception_fields"]) == {"custom.id"}


def test_buttons_keep_nobody_from_deciding(bench: Desk) -> None:
    _put(bench, entity_type="post")
    item = bench.flagged()["id"]
    assert bench.act("mark_reviewed", item)["reviewed_at"]


def test_moderators_configure_and_users_do_not(bench: Desk) -> None:
    users = {"mo": {"id": "mo", "role": "moderator"}, "u": {"id": "u"}}
    bench.done("POST", "/api/v2/users", {"users": users})
    for path, body in (("", _BAN), ("/bulk", {"action_configs": [_BAN]})):
        as_user = bench.send("POST", f"{_PATH}{path}", body, as_user=bench.app.user("u"))
        assert (as_user.status, as_user.json()["code"]) == (403, 17)
    made = bench.send("POST", _PATH, _BAN, as_user=bench.app.user("mo"))
    assert made.status == 201


def test_another_app_has_buttons_of_its_own(bench: Desk) -> None:
    id = _put(bench)["id"]
    other = bench.server.app("app-b")
    assert bench.server.call(other, "DELETE", f"{_PATH}/{id}").json()["deleted"] == 0
    answered = bench.server.call(other, "POST", _PATH, {**_BAN, "id": id})
    assert (answered.status, answered.json()["code"]) == (404, 16)
    shown = bench.server.call(other, "GET", _PATH, query={"exclude_defaults": "true"})
    assert shown.json()["action_config"] == {}
    assert len(_own(bench)["stream:user"]) == 1


def test_what_the_queue_can_be_filtered_by(bench: Desk) -> None:
    empty = bench.queue()["filter_config"]
    assert {**empty, "config_keys": []} == {
        "llm_labels": [],
        "ai_image_labels": [],
        "ai_image_taxonomy": {},
        "ai_text_labels": [],
        "config_keys": [],
        "filterable_custom_keys": [],
    }
    bench.done("PUT", "/api/v1/providers/p", bad_bodies.PROVIDER)
    bench.policy(
        "all",
        ai_text_config={},
        llm_config={"rules": [{"label": "RUDE"}, {"label": "SCAM"}], "provider": "p"},
        ai_image_config={"rules": [{"label": "Alcohol", "action": "flag"}]},
    )
    found = bench.queue()["filter_config"]
    assert found["ai_text_labels"] == sorted(LABELS)
    assert found["llm_labels"] == ["RUDE", "SCAM"]
    assert found["config_keys"] == ["all", "default"]
    assert {"Alcohol", "Drinking", "Explicit Nudity"} <= set(found["ai_image_labels"])
    assert found["ai_image_taxonomy"]["Alcohol"] == list(KINDS["Alcohol"])
    assert set(found["ai_image_taxonomy"]) <= set(found["ai_image_labels"])
    bench.done("PUT", "/api/v1/image_hash_lists/known", {"label": "Our own"})
    assert "Our own" in bench.queue()["filter_config"]["ai_image_labels"]
