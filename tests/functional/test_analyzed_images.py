"""Images in `analyze`: fetched and judged one by one, at once or told to webhooks."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from common.domain.policy import policy_id, policy_key
from common.store.store import Delete
from tests.functional.announced import announced
from tests.functional.pictured import V2, World, open_world
from tests.pictures import code, encoded, picture
from tests.receiver import answer, hang

# isort: split
from common.engines.images import nsfw, reading

_LIST = "/api/v1/image_hash_lists/known"
_SCAM = "Congratulations, you won $5000! Send your bank password to claim: http://bit.ly/x1y2"
_ENTITY = {"entity_type": "post", "entity_id": "p", "entity_creator_id": "ann"}
_CONFIG: dict[str, Any] = {
    "rules": [{"label": "Weapons", "action": "remove"}],
    "not_judged": "flag",
}
_WRITTEN = {**_CONFIG, "ocr_rules": [{"label": "SCAM", "action": "flag"}]}


@pytest.fixture
def world(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[World]:
    """One picture is known; writing is not read, only bar codes."""
    monkeypatch.setattr(nsfw, "is_installed", lambda: False)
    monkeypatch.setattr(reading, "reads_writing", lambda: False)
    with open_world(tmp_path_factory.mktemp("analyzed") / "data") as world:
        world.send("PUT", _LIST, {"label": "Weapons"})
        world.put_policy(ai_image_config=_CONFIG)
        item = world.scanned(world.serve("/first", encoded(picture(1))), id="first")
        world.send("POST", f"{_LIST}/add", {"item_id": item["id"]})
        yield world


def _analyze(world: World, images: dict[str, str], **fields: Any) -> Any:
    body = {"config_key": "own", "images": images, **fields}
    return world.send("POST", f"{V2}/analyze", body)


def _refused(world: World, images: dict[str, str], **fields: Any) -> str:
    """Why, of the field `images`."""
    body = {"config_key": "own", "images": images, **fields}
    refused = world.send("POST", f"{V2}/analyze", body, status=400)
    why: str = refused["exception_fields"]["images"]
    return why


def test_each_image_has_its_own_verdict(world: World) -> None:
    images = {
        "known": world.serve("/known", encoded(picture(1).transpose(0), "PNG")),
        "other": world.serve("/other", encoded(picture(2))),
        "gone": world.serve("/gone", answer(404)),
        "page": world.serve("/page", b"<html>"),
    }
    said = _analyze(
        world, images, content_ids={"image:known": "k1", "body": "b"}, texts={"body": "hi"}
    )
    assert said["status"] == "partial"
    found = said["images"]
    assert list(found) == list(images)
    (known,) = found["known"]["classifications"]
    assert (known["name"], found["known"]["action"]) == ("Weapons", "remove")
    assert known["confidence"] == found["known"]["confidence"] >= 0.5
    assert found["known"]["id"] == "k1"
    assert found["other"] == {"action": "keep", "classifications": [], "ocr_classifications": []}
    for name, why in (("gone", "HTTP 404"), ("page", "no picture of a known format")):
        assert why in found[name]["error"]
        assert ("action" in found[name], found[name]["not_judged"]) == (False, ["ai_image"])
        assert images[name] not in found[name]["error"]
    assert said["texts"] == {"body": {"action": "keep", "classifications": [], "id": "b"}}


def test_what_stands_in_an_image_is_told_apart_from_what_it_shows(world: World) -> None:
    world.put_policy(ai_image_config={**_WRITTEN, "not_judged": "keep"})
    coded = world.serve("/code", encoded(code(_SCAM), "PNG"))
    found = _analyze(world, {"code": coded})["images"]["code"]
    assert (found["action"], found["classifications"]) == ("flag", [])
    assert "SCAM" in [each["name"] for each in found["ocr_classifications"]]
    assert "confidence" not in found


def test_a_policy_without_an_image_engine_is_refused(world: World) -> None:
    fine = world.serve("/fine", encoded(picture(2)))
    world.put_policy(ai_text_config={"rules": [{"label": "SCAM", "action": "flag"}]})
    cases: tuple[dict[str, Any], ...] = ({}, {"async_response": True}, _ENTITY)
    for asked in cases:
        before = world.server.documents(world.app.name)
        assert "no engine that looks at images" in _refused(world, {"a": fine}, **asked)
        assert world.server.documents(world.app.name) == before


def test_a_provider_that_takes_no_images_is_no_image_engine(world: World) -> None:
    fine = world.serve("/fine", encoded(picture(2)))
    said = b'{"labels": [{"label": "gun", "score": 0.9, "image": 0}]}'
    world.serve("/judge", answer(200, said, {"content-type": "application/json"}))
    rules = [{"provider": "own", "label": "gun", "action": "remove"}]
    for takes_images in (False, True):
        provider = {
            "kind": "webhook",
            "url": world.receiver.url("/judge"),
            "key": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "images": takes_images,
        }
        world.send("PUT", "/api/v1/providers/own", provider)
        world.put_policy(remote_config={"rules": rules})
        if takes_images:
            assert _analyze(world, {"a": fine})["images"]["a"]["action"] == "remove"
        else:
            assert "no engine that looks at images" in _refused(world, {"a": fine})


def test_an_entitys_images_are_the_content_of_an_item(world: World) -> None:
    known = world.serve("/known", encoded(picture(1)))
    said = _analyze(world, {"photo": known}, **_ENTITY, content_ids={"image:photo": "7"})
    assert (said["status"], said["images"]["photo"]["action"]) == ("complete", "remove")
    payload = world.item()["payload"]
    assert payload["images"] == [known]
    assert (payload["image_ordered_keys"], payload["image_ids"]) == (["photo"], {"photo": "7"})
    assert world.item()["status"] == "partial"


def _told(world: World) -> list[Any]:
    events = announced(world.server, world.app)
    return [each for each in events if "analysis" in each["type"]]


def _subscribe(world: World) -> None:
    hooks = [{"webhook_url": "https://example.com/events", "enabled": True}]
    world.send("PATCH", "/api/v2/app", {"event_hooks": hooks})


def test_what_is_not_waited_for_is_told_to_the_webhook(world: World) -> None:
    _subscribe(world)
    images = {
        "known": world.serve("/known", encoded(picture(1))),
        "gone": world.serve("/gone", answer(404)),
    }
    fields: dict[str, Any] = {
        "texts": {"body": "hello"},
        "content_ids": {"image:gone": "g"},
        "custom": {"k": 1},
    }
    said = _analyze(world, images, async_response=True, **fields)
    assert (said["status"], "images" in said) == ("pending", False)
    for _ in range(2):
        world.scan(said["task_id"])
    task = world.send("GET", f"/api/v2/tasks/{said['task_id']}")
    of_texts, event = _told(world)
    assert of_texts["type"] == "moderation.text_analysis.complete"
    assert event["type"] == "moderation.image_analysis.complete"
    assert event["images"] == task["result"]["images"]
    assert ("images" in of_texts, "texts" in event) == (False, False)
    assert (
        of_texts["texts"]
        == task["result"]["texts"]
        == {"body": {"action": "keep", "classifications": []}}
    )
    assert event["images"]["known"]["action"] == "remove"
    assert (event["images"]["gone"]["id"], "error" in event["images"]["gone"]) == ("g", True)
    assert (event["custom"], event["config_key"]) == ({"k": 1}, "own")
    assert task["result"]["recommended_action"] == "remove"


def test_an_analysis_whose_engine_has_gone_says_so_of_each_image(world: World) -> None:
    _subscribe(world)
    fine = world.serve("/fine", encoded(picture(2)))
    said = _analyze(world, {"a": fine}, async_response=True)
    world.put_policy(ai_text_config={"rules": []})
    world.scan(said["task_id"])
    (event,) = _told(world)
    assert event["images"]["a"]["error"] == "the policy has no engine that looks at images"


def test_an_analysis_of_images_whose_policy_has_gone_fails(world: World) -> None:
    _subscribe(world)
    fine = world.serve("/fine", encoded(picture(2)))
    said = _analyze(world, {"a": fine}, async_response=True, content_ids={"image:a": "1"})
    gone = Delete(policy_key(world.app.name, policy_id("own", "")))
    world.server.run(world.server.context.configurations.change(world.app.name, [gone]))
    world.scan(said["task_id"])
    (event,) = _told(world)
    assert (event["type"], event["content_ids"]) == ("moderation.analysis.failed", {"image:a": "1"})


def test_images_that_hang_hold_up_the_answer_for_a_bounded_time(world: World) -> None:
    images = {str(n): world.serve(f"/hanging/{n}", hang(60)) for n in range(8)}
    images["fine"] = world.serve("/fine", encoded(picture(2)))
    began = time.monotonic()
    found = _analyze(world, images)["images"]
    assert time.monotonic() - began < 25
    assert all("error" in found[str(n)] for n in range(8))
