"""Pictures of a check, on every backend: fetched by the scan function, and judged there."""

from __future__ import annotations

from typing import Any

import pytest
from getstream import Stream
from getstream.models import ModerationPayload

from tests.pictures import encoded, picture
from tests.receiver import Receiver, answer

# isort: split
from common.engines.images.pdq import hashes_of

from .helpers import Raw, eventually, unique

_KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


def _policy(raw: Raw, **config: Any) -> str:
    key = unique("pictures")
    raw.post("/api/v2/moderation/config", {"key": key, **config})
    return key


def _checked(client: Stream, raw: Raw, policy: str, image: str) -> dict[str, Any]:
    """The item's task once the scan function is through with it."""
    said = client.moderation.check(
        entity_type="post",
        entity_id=unique("post"),
        entity_creator_id=unique("author"),
        moderation_payload=ModerationPayload(images=[image]),
        config_key=policy,
    ).data
    assert (said.status, said.task_id is not None) == ("partial", True)
    path = f"/api/v2/tasks/{said.task_id}"
    eventually(lambda: raw.get(path)["status"] == "completed", 60)
    result: dict[str, Any] = raw.get(path)["result"]
    return result


@pytest.fixture(scope="module")
def known(raw: Raw) -> str:
    """A list that has the first picture."""
    name = unique("known")
    raw.send("PUT", f"/api/v1/image_hash_lists/{name}", {"label": "Weapons"})
    text = f"{hashes_of(picture(1)).text},case 7"
    raw.send("POST", f"/api/v1/image_hash_lists/{name}/import", {"text": text})
    return name


def test_a_known_picture_is_found_by_the_scan(
    client: Stream, raw: Raw, receiver: Receiver, known: str
) -> None:
    path = f"/{known}"
    receiver.always(path, answer(body=encoded(picture(1).transpose(0), quality=60)))
    rules = [{"label": "Weapons", "action": "remove"}]
    policy = _policy(raw, ai_image_config={"rules": rules})
    result = _checked(client, raw, policy, receiver.url(path))
    assert result["recommended_action"] == "remove"


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(("choice", "action"), [("keep", "keep"), ("flag", "flag")])
def test_a_picture_that_is_not_there_is_not_judged(
    client: Stream, raw: Raw, receiver: Receiver, choice: str, action: str
) -> None:
    path = f"/{unique('gone')}"
    receiver.always(path, answer(404))
    rules = [{"label": "Weapons", "action": "remove"}]
    policy = _policy(raw, ai_image_config={"rules": rules, "not_judged": choice})
    result = _checked(client, raw, policy, receiver.url(path))
    assert result["recommended_action"] == action


@pytest.mark.usefixtures("known")
def test_a_picture_that_is_waited_for_keeps_its_task(
    client: Stream, raw: Raw, receiver: Receiver
) -> None:
    path = f"/{unique('late')}"
    receiver.always(path, answer(503))
    rules = [{"label": "Weapons", "action": "remove"}]
    policy = _policy(raw, ai_image_config={"rules": rules, "not_judged": "wait"})
    said = client.moderation.check(
        entity_type="post",
        entity_id=unique("post"),
        entity_creator_id=unique("author"),
        moderation_payload=ModerationPayload(images=[receiver.url(path)]),
        config_key=policy,
    ).data
    eventually(lambda: any(each.path == path for each in receiver.requests), 60)
    assert raw.get(f"/api/v2/tasks/{said.task_id}")["status"] == "pending"


def test_a_provider_elsewhere_judges_a_picture(
    client: Stream, raw: Raw, receiver: Receiver
) -> None:
    """By the generic webhook, asked by the scan function: what it answers reaches the item."""
    path, id = f"/{unique('model')}", unique("own")
    body = b'{"labels": [{"label": "gun", "score": 0.9, "image": 0}]}'
    receiver.always(path, answer(200, body, {"content-type": "application/json"}))
    provider = {"kind": "webhook", "url": receiver.url(path), "key": _KEY, "images": True}
    raw.send("PUT", f"/api/v1/providers/{id}", provider)
    rules = [{"provider": id, "label": "gun", "action": "remove"}]
    policy = _policy(raw, remote_config={"rules": rules})
    result = _checked(client, raw, policy, "https://example.com/a.png")
    assert result["recommended_action"] == "remove"
    (asked,) = [each for each in receiver.requests if each.path == path]
    assert b"https://example.com/a.png" in asked.body and _KEY.encode() not in asked.body
