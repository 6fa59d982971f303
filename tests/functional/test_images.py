"""Images are fetched and judged after the answer; what nobody has seen is not judged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from common.configuration.context import now
from common.engines.images.config import ImageConfig
from common.moderation.content.scans import scan
from common.queue.messages import ScanOrder
from tests.functional.pictured import World, open_world
from tests.pictures import Image, animated, code, encoded, optional, picture, video
from tests.receiver import Behaviour, Receiver, answer, hang, huge, redirect

# isort: split
from common.engines.images import engine, nsfw, reading

_LIST = "/api/v1/image_hash_lists/known"
_ELSEWHERE = "http://169.254.169.254/latest/meta-data/"


@pytest.fixture
def world(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[World]:
    """With one list of hashes, and without what takes long."""
    monkeypatch.setattr(nsfw, "is_installed", lambda: False)
    with open_world(tmp_path_factory.mktemp("images") / "data") as world:
        world.send("PUT", _LIST, {"label": "Weapons"})
        yield world


_WEAPONS = {"rules": [{"label": "Weapons", "action": "remove"}]}


def test_a_known_picture_is_found_again_however_it_comes_back(world: World) -> None:
    """From a picture that a moderator saw to its mirrored copy, removed."""
    world.put_policy(ai_image_config=_WEAPONS)
    original = picture(1)
    seen = world.serve("/seen.jpg", encoded(original))
    other = world.serve("/other.png", encoded(picture(2), "PNG"))
    item = world.scanned(other, seen)
    assert (item["status"], item["recommended_action"], item["labels"]) == ("complete", "keep", [])
    assert sorted(item["image_hashes"]) == ["0", "1"]

    order = {"item_id": item["id"], "image": 1, "note": "case 7"}
    added = world.send("POST", f"{_LIST}/add", order)
    assert (added["added"], added["known"], added["image_hash_list"]["count"]) == (1, 0, 1)
    assert world.send("POST", f"{_LIST}/add", order)["known"] == 1
    exported = world.send("GET", f"{_LIST}/export")
    assert (exported["text"], exported["next"]) == (f"{item['image_hashes']['1']},case 7\n", None)

    copy = original.transpose(0).resize((640, 480))
    mirrored = world.serve("/mirrored", encoded(copy, "WEBP", quality=40))
    item = world.scanned(other, mirrored, id="q")
    assert item["recommended_action"] == "remove"
    assert "not_judged" not in item
    (queued,) = world.queued()
    (flag,) = queued["flags"]
    assert (flag["type"], flag["labels"], queued["has_image"]) == ("ai_image", ["Weapons"], True)
    (result,) = flag["result"]
    assert (result["image"], result["action"]) == (mirrored, "remove")
    assert result["places"] == [{"index": 1, "second": None, "term": "known: case 7"}]
    assert 0.5 <= result["score"] <= 1

    removed = world.send("POST", f"{_LIST}/remove", {"hashes": [exported["text"][:64].upper()]})
    assert (removed["removed"], removed["image_hash_list"]["count"]) == (1, 0)
    assert world.scanned(other, mirrored, id="r")["recommended_action"] == "keep"
    world.send("DELETE", _LIST)
    assert world.send("GET", _LIST, status=404)["code"] == 16


def test_a_text_alone_waits_for_no_image_engine(world: World) -> None:
    world.put_policy(ai_image_config=_WEAPONS, ai_video_config=_WEAPONS)
    checked = world.check(texts=["good morning"])
    assert (checked["status"], checked["recommended_action"]) == ("complete", "keep")
    assert "task_id" not in checked or not checked["task_id"]


_BROKEN: dict[str, bytes | Behaviour] = {
    "missing": answer(404),
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    "html": answer(body=b"<html>", headers={"Content-Type": "image/png"}),
    "half of it": encoded(picture(1), "PNG")[:5_000],
    "too many pixels": encoded(Image.new("1", (50_000, 50_000)), "PNG"),
    "too many bytes": huge(25_000_000),
    "slow": hang(30),
    "elsewhere": redirect(_ELSEWHERE),
    "no address": redirect("http://["),
    "a file": redirect("file:///etc/passwd"),
    "a ring": redirect("/picture"),
}


@pytest.mark.parametrize("name", _BROKEN)
def test_what_nobody_has_seen_is_not_judged(
    world: World, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_SECONDS", 1.0 if name == "slow" else 8.0)
    fine = world.serve("/fine", encoded(picture(3)))
    broken = world.serve("/picture", _BROKEN[name])
    for choice, action in ((None, "flag"), ("keep", "keep")):
        world.put_policy(ai_image_config={**_WEAPONS, "not_judged": choice})
        item = world.scanned(fine, broken, id=f"p {choice}")
        assert (item["status"], item["recommended_action"]) == ("complete", action)
        assert item["not_judged"] == ["ai_image"]
        assert sorted(item["image_hashes"]) == ["0"]
    assert [each["not_judged"] for each in world.queued()] == [["ai_image"]]


def test_a_redirect_leads_to_nothing_that_is_not_allowed(world: World) -> None:
    """Each address on the way goes through the guard, which the operator opened for one port."""
    world.put_policy(ai_image_config=_WEAPONS)
    with Receiver() as hidden:
        hidden.always("/secret", answer(body=encoded(picture(1))))
        for number, status in enumerate((301, 302, 303, 307, 308)):
            away = world.serve(f"/away/{number}", redirect(hidden.url("/secret"), status))
            assert world.scanned(away, id=f"p{number}")["not_judged"] == ["ai_image"]
        assert hidden.requests == []


@pytest.mark.parametrize(("steps", "is_seen"), [(3, True), (4, False)])
def test_three_redirects_are_followed(world: World, steps: int, is_seen: bool) -> None:
    world.put_policy(ai_image_config=_WEAPONS)
    world.serve("/0", encoded(picture(1)))
    for step in range(1, steps + 1):
        url = world.serve(f"/{step}", redirect(f"/{step - 1}"))
    item = world.scanned(url)
    assert ("image_hashes" in item, "not_judged" in item) == (is_seen, not is_seen)


def test_a_frame_of_an_animation_is_known(world: World) -> None:
    world.put_policy(ai_image_config=_WEAPONS)
    first = world.scanned(world.serve("/one", encoded(picture(4, 200, 150), "PNG")))
    world.send("POST", f"{_LIST}/add", {"item_id": first["id"]})
    images = [picture(5, 200, 150)] * 6 + [picture(4, 200, 150)] * 2 + [picture(6, 200, 150)] * 6
    item = world.scanned(world.serve("/gif", animated(images)), id="q")
    assert item["recommended_action"] == "remove"


def test_a_label_that_nothing_gives_is_not_judged(world: World) -> None:
    fine = world.serve("/fine", encoded(picture(1)))
    for number, (rules, is_judged) in enumerate(
        (
            ([{"label": "Violence", "action": "flag"}], True),
            ([{"label": "Drinking", "action": "flag"}], False),
            ([{"label": "Explicit Nudity", "action": "flag"}], False),
            ([], True),
        )
    ):
        world.put_policy(ai_image_config={"rules": rules})
        item = world.scanned(fine, id=f"p{number}")
        assert item.get("not_judged", []) == ([] if is_judged else ["ai_image"])
    world.send("DELETE", _LIST)
    assert world.scanned(fine, id="nothing")["not_judged"] == ["ai_image"]


def test_the_kinds_of_a_label_and_how_sure_it_has_to_be(world: World) -> None:
    fine = world.serve("/fine", encoded(picture(1)))
    world.put_policy(ai_image_config=_WEAPONS)
    hash = bytearray.fromhex(world.scanned(fine)["image_hashes"]["0"])
    for place in range(3):
        hash[place] ^= 0xFF
    world.send("POST", f"{_LIST}/import", {"text": f"{hash.hex()},24 bits away"})
    rule = {"label": "Violence", "action": "remove"}
    cases: tuple[tuple[dict[str, Any], str], ...] = (
        (rule, "remove"),
        ({**rule, "min_confidence": 60}, "remove"),
        ({**rule, "min_confidence": 62}, "keep"),
        ({**rule, "subclassifications": {"Weapons": True}}, "remove"),
        ({**rule, "subclassifications": {"Weapons": False, "Graphic Violence": True}}, "keep"),
        ({**rule, "label": "Alcohol"}, "keep"),
    )
    for number, (each, action) in enumerate(cases):
        world.put_policy(ai_image_config={"rules": [each], "not_judged": "keep"})
        assert world.scanned(fine, id=f"p{number}")["recommended_action"] == action


def test_a_rule_asks_for_what_an_image_shows(world: World) -> None:
    world.put_policy(ai_image_config={})
    fine = world.serve("/fine", encoded(picture(1)))
    known = world.scanned(fine)
    world.send("POST", f"{_LIST}/add", {"item_id": known["id"]})
    rule = {
        "name": "Weapons",
        "scope": "post",
        "when": {
            "type": "classified_as",
            "modality": "image",
            "classes": ["Weapons"],
            "threshold": 0.9,
        },
        "actions": ["flag_for_review"],
    }
    world.send("PUT", "/api/v1/rules/weapons", rule)
    checked = world.check(fine, id="q")
    assert checked["triggered_rules"] == []
    order = ScanOrder(world.app.name, checked["task_id"])
    world.server.run(scan(world.server.context, order, now()))
    task = world.send("GET", f"/api/v2/tasks/{checked['task_id']}")
    assert "weapons" in str(task)


@pytest.mark.skipif(not nsfw.is_installed(), reason="gavel[nsfw] is not installed")
def test_what_the_classifier_sees_is_labelled(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of pictures that show nothing it is nearly sure that they show nothing."""
    monkeypatch.undo()
    rules = [{"label": label, "action": "flag"} for label in nsfw.LABELS]
    world.put_policy(ai_image_config={"rules": rules})
    item = world.scanned(world.serve("/fine", encoded(picture(1))))
    scores = {label["name"]: label["score"] for label in item["labels"]}
    assert set(scores) == set(nsfw.LABELS)
    assert all(0 <= score < 0.5 for score in scores.values())
    assert (item["recommended_action"], "not_judged" in item) == ("keep", False)


def test_an_engine_that_is_off_looks_at_nothing(world: World) -> None:
    world.put_policy(ai_image_config={**_WEAPONS, "enabled": False})
    checked = world.check(world.serve("/fine", encoded(picture(1))))
    assert (checked["status"], checked["recommended_action"]) == ("complete", "keep")
    assert world.receiver.requests == []


def test_where_nothing_decodes_pictures_the_check_says_so(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "common.engines.images.decoding", None)
    world.put_policy(ai_image_config=_WEAPONS)
    item = world.scanned(world.serve("/fine", encoded(picture(1))))
    assert (item["recommended_action"], item["not_judged"]) == ("flag", ["ai_image"])


def test_the_older_name_means_the_same() -> None:
    assert ImageConfig.model_validate(_WEAPONS).asks()[0].action == "remove"
    assert reading.reads_codes()


_SCAM = "Congratulations, you won $5000! Send your bank password to claim: http://bit.ly/x1y2"


def test_what_a_bar_code_says_is_judged_as_a_text(world: World) -> None:
    """Writing is not read without its extra, and the check says so."""
    rules = [{"label": "SCAM", "action": "remove"}]
    url = world.serve("/code", encoded(code(_SCAM), "PNG"))
    for number, (asked, action) in enumerate(((rules, "remove"), (None, "keep"))):
        config = {"rules": [], "ocr_rules": asked, "not_judged": "keep"}
        world.put_policy(ai_image_config=config)
        item = world.scanned(url, id=f"p{number}")
        assert item["recommended_action"] == action
        assert item.get("not_judged", []) == (
            ["ai_image"] if asked and not reading.reads_writing() else []
        )
    (queued,) = world.queued()
    (result,) = queued["flags"][0]["result"]
    assert result["image"] == url
    assert "SCAM" in result["labels"]
    assert {place["term"] for place in result["places"]} == {_SCAM}


def test_a_scene_of_a_video_is_known(world: World, tmp_path: Path) -> None:
    optional("cv2", "video")
    world.put_policy(ai_image_config={}, ai_video_config=_WEAPONS)
    scenes = [picture(seed, 320, 240) for seed in range(3)]
    known = world.scanned(world.serve("/still", encoded(scenes[1])))
    world.send("POST", f"{_LIST}/add", {"item_id": known["id"]})
    made = video(tmp_path / "made.mp4", scenes)
    url, broken = world.serve("/video", made), world.serve("/broken", made[: len(made) // 2])
    item = world.scanned(id="q", videos=[broken, url])
    assert (item["recommended_action"], item["not_judged"]) == ("remove", ["ai_video"])
    (label,) = item["labels"]
    ((index, second, _),) = label["places"]
    assert (label["modality"], index) == ("video", 1)
    assert 1 <= second < 2
