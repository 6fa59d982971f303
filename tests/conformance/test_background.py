"""What is done in the background, with every client that has it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import requests

from tests.receiver import Receiver
from tests.receiver import answer as served

from .clients import Caller, each_client, effect, refusal
from .helpers import BLOCKED_TEXT, Raw, eventually, unique

_MISSING = "00000000-0000-0000-0000-000000000000"


def _ended(caller: Caller, task: str) -> Any:
    told: list[Any] = []

    def has_ended() -> bool:
        told.append(caller.call("get_task", id=task))
        return told[-1]["status"] in ("completed", "failed")

    eventually(has_ended, 30)
    return told[-1]


def _test_set(caller: Caller, policy: str) -> Any:
    rows = [
        {"text": BLOCKED_TEXT, "recommended_action": "remove"},
        {"text": "hello", "recommended_action": "keep", "labels": []},
        {"text": "hello again", "recommended_action": "remove"},
    ]
    answer = caller.call("create_policy_test_set", name=unique("set"), config_key=policy, rows=rows)
    return answer["set"]


@each_client("import_block_list", "get_task", "create_block_list", "get_block_list")
@effect("import_block_list", through="get_block_list")
@effect("get_task", through="import_block_list")
def test_a_block_list_is_imported(
    caller: Caller, other_caller: Caller, user_caller: Callable[[str], Caller]
) -> None:
    name = unique("list")
    caller.call("create_block_list", name=name, words=["first"])
    items = ["second", "third", "first"]
    task = caller.call("import_block_list", id=name, items=items, chunk_size=1)["task_id"]
    again = caller.call("import_block_list", id=name, items=items, chunk_size=1)
    assert again["task_id"] == task
    assert _ended(caller, task)["status"] == "completed"
    shown = caller.call("get_block_list", name=name)["blocklist"]
    assert shown["words"] == ["first", "second", "third"]
    assert refusal(caller, "import_block_list", id=name, items=[" "]) == (400, 4)
    assert refusal(caller, "import_block_list", id=unique(), items=["a"]) == (404, 16)
    assert refusal(other_caller, "import_block_list", id=name, items=["a"]) == (404, 16)
    assert refusal(other_caller, "get_task", id=task) == (404, 16)
    assert refusal(caller, "get_task", id=_MISSING) == (404, 16)
    user = user_caller(unique("user"))
    assert refusal(user, "import_block_list", id=name, items=["a"]) == (403, 17)
    assert refusal(user, "get_task", id=task) == (403, 17)


@each_client(
    "create_policy_test_set",
    "list_policy_test_sets",
    "get_policy_test_set",
    "start_policy_test_run",
    "get_policy_test_run",
    "delete_policy_test_set",
    "get_task",
)
@effect("create_policy_test_set", through="list_policy_test_sets")
@effect("list_policy_test_sets", through="create_policy_test_set")
@effect("get_policy_test_set", through="create_policy_test_set")
@effect("start_policy_test_run", through="get_policy_test_run")
@effect("get_policy_test_run", through="get_policy_test_set")
@effect("delete_policy_test_set", through="get_policy_test_set")
def test_a_policy_is_tested(caller: Caller, policy: str) -> None:
    made = _test_set(caller, policy)
    listed = {each["id"]: each for each in caller.call("list_policy_test_sets")["sets"]}
    assert listed[made["id"]]["row_count"] == 3
    run = caller.call("start_policy_test_run", id=made["id"])["run"]
    assert _ended(caller, run["task_id"])["status"] == "completed"
    found = caller.call("get_policy_test_run", id=run["id"])
    assert (found["run"]["status"], found["run"]["rows_completed"]) == ("completed", 3)
    assert [each["passed"] for each in found["results"]] == [True, True, False]
    assert found["run"]["metrics"]["totals"]["failed"] == 1
    shown = caller.call("get_policy_test_set", id=made["id"])
    assert shown["baseline_run_id"] == run["id"]
    assert [each["id"] for each in shown["recent_runs"]] == [run["id"]]
    caller.call("delete_policy_test_set", id=made["id"])
    assert refusal(caller, "get_policy_test_set", id=made["id"]) == (404, 16)
    assert refusal(caller, "get_policy_test_run", id=run["id"]) == (404, 16)


@each_client("create_policy_test_set", "start_policy_test_run", "get_policy_test_run")
def test_policy_tests_are_refused_by_name(
    caller: Caller, other_caller: Caller, user_caller: Callable[[str], Caller], policy: str
) -> None:
    made = _test_set(caller, policy)
    run = caller.call("start_policy_test_run", id=made["id"])["run"]
    user = user_caller(unique("user"))
    named = (
        ("get_policy_test_set", made["id"]),
        ("delete_policy_test_set", made["id"]),
        ("start_policy_test_run", made["id"]),
        ("get_policy_test_run", run["id"]),
    )
    for operation, id in named:
        assert refusal(caller, operation, id=_MISSING) == (404, 16)
        assert refusal(other_caller, operation, id=id) == (404, 16)
        assert refusal(user, operation, id=id) == (403, 17)
    assert refusal(caller, "create_policy_test_set", name=unique()) == (400, 4)
    assert refusal(user, "create_policy_test_set", name=unique(), rows=[]) == (403, 17)
    assert refusal(user, "list_policy_test_sets") == (403, 17)
    assert other_caller.call("list_policy_test_sets")["sets"] == []


@each_client("bulk_image_moderation", "get_task")
@effect("bulk_image_moderation", through="get_task")
@pytest.mark.usefixtures("caller")
def test_many_images_are_judged(own_caller: Caller, own_raw: Raw, receiver: Receiver) -> None:
    """By the policy of an app whose images nobody else has judged: the file's one is nowhere."""
    rules = [{"label": "Weapons", "action": "remove"}]
    policy = {"key": "images", "ai_image_config": {"rules": rules, "not_judged": "flag"}}
    own_raw.post("/api/v2/moderation/config", policy)
    answer = own_raw.send("PUT", "/api/v1/settings", {"default_policy": "images"})
    assert answer.status_code == 201, answer.text
    path, missing = f"/{unique()}.csv", receiver.url(f"/{unique()}.png")
    receiver.always(path, served(body=f"image_url\n{missing}\n".encode()))
    receiver.always(missing.removeprefix(receiver.url("")), served(404))
    csv_file = receiver.url(path)
    task = own_caller.call("bulk_image_moderation", csv_file=csv_file)["task_id"]
    told = _ended(own_caller, task)
    assert (told["status"], told["result"]["images_done"]) == ("completed", 1)
    report = requests.get(told["result"]["url"], timeout=30).text.splitlines()
    assert report[1:] == [f"{missing},flag,,ai_image"]


@each_client("bulk_image_moderation")
def test_bulk_moderation_is_refused_where_nothing_could_come_of_it(
    caller: Caller, user_caller: Callable[[str], Caller]
) -> None:
    inner = {"csv_file": "http://169.254.169.254/images.csv"}
    assert refusal(caller, "bulk_image_moderation", **inner) == (400, 4)
    user = user_caller(unique("user"))
    assert refusal(user, "bulk_image_moderation", **inner) == (403, 17)
