"""Writing in pictures: read by the optional reader, and judged as a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from tests.functional.pictured import V2, World, open_world
from tests.pictures import Image, encoded, optional, picture

# isort: split
from common.engines.images import nsfw, reading

if not reading.reads_writing():
    pytest.skip("gavel[ocr] is not installed: see docs/engines/images.md", allow_module_level=True)

ImageDraw, ImageFont = optional("PIL.ImageDraw"), optional("PIL.ImageFont")
_INSULT, _PHONE = "you fucking idiot", "call me +1 415 555 0132"
_RULES = [{"label": label, "action": "flag"} for label in ("INSULT", "VULGARITY")]
_CONFIG = {"rules": [], "ocr_rules": [*_RULES, {"label": "PII", "action": "remove"}]}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nsfw, "is_installed", lambda: False)
        with open_world(tmp_path_factory.mktemp("writing") / "data") as world:
            world.put_policy(ai_image_config=_CONFIG)
            yield world


@cache
def _font(size: int) -> Any:
    return ImageFont.load_default(size)


def _written(*lines: str, width: int = 800, height: int = 300, size: int = 40) -> Any:
    image = Image.new("RGB", (width, height), "white")
    drawing = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        place = (width // 40, height // 20 + number * size * 1.5)
        drawing.text(place, line, fill="black", font=_font(size))
    return image


_INSULTS = {
    "plain": _written(_INSULT),
    "a little askew": _written(_INSULT).rotate(10, expand=True, fillcolor="white"),
    "diagonal": _written(_INSULT).rotate(45, expand=True, fillcolor="white"),
    "on its side": _written(_INSULT).rotate(90, expand=True),
    "upside down": _written(_INSULT).rotate(180),
    "small": _written(_INSULT, width=150, height=24, size=14),
    "large": _written(_INSULT, width=4_000, height=3_000, size=200),
    "a strip": _written(_INSULT, width=3_000, height=80, size=50),
    "one of many lines": _written(*["all is well"] * 6, _INSULT, height=600),
}


@pytest.mark.parametrize("name", _INSULTS)
def test_an_insult_is_read_however_it_stands(world: World, name: str) -> None:
    url = world.serve(f"/{name.replace(' ', '-')}", encoded(_INSULTS[name], "PNG"))
    item = world.scanned(url, id=name)
    assert (item["recommended_action"], "not_judged" in item) == ("flag", False)
    found = {label["name"]: label for label in item["labels"]}
    assert {"INSULT", "VULGARITY"} <= found.keys()
    assert found["INSULT"]["modality"] == "image"
    ((index, second, term),) = found["INSULT"]["places"]
    assert (index, second) == (0, None)
    assert "".join(_INSULT.split()) in "".join(term.split())


def test_a_telephone_number_on_a_photograph_is_read(world: World) -> None:
    image = picture(3, 800, 600)
    drawing = ImageDraw.Draw(image)
    look = {"fill": "white", "stroke_width": 3, "stroke_fill": "black"}
    drawing.text((60, 250), _PHONE, font=_font(48), **look)
    url = world.serve("/photo", encoded(image))
    item = world.scanned(world.serve("/nothing", encoded(picture(4))), url, id="phone")
    assert item["recommended_action"] == "remove"
    (queued,) = [each for each in world.queued() if each["entity_id"] == "phone"]
    (result,) = queued["flags"][0]["result"]
    assert (result["image"], "PII" in result["labels"]) == (url, True)
    assert {place["index"] for place in result["places"]} == {1}


_SILENT = {
    "empty": Image.new("RGB", (800, 400), "white"),
    "tiny": Image.new("RGB", (3, 3), "white"),
    "a line of pixels": Image.new("RGB", (3_000, 1), "white"),
    "a column of pixels": Image.new("RGB", (1, 3_000), "black"),
    "a picture": picture(1),
}


@pytest.mark.parametrize("name", _SILENT)
def test_nothing_is_read_where_nothing_stands(world: World, name: str) -> None:
    """However narrow it is: of a line of pixels the reader alone would make a gigabyte."""
    url = world.serve(f"/{name.replace(' ', '-')}", encoded(_SILENT[name], "PNG"))
    item = world.scanned(url, id=name)
    assert (item["recommended_action"], item["labels"], "not_judged" in item) == ("keep", [], False)


def test_letters_that_the_reader_does_not_know_are_not_judged(world: World) -> None:
    for number, text in enumerate(("ты дурак и я тебя убью", "Θα σε σκοτώσω αύριο")):
        url = world.serve(f"/letters-{number}", encoded(_written(text), "PNG"))
        item = world.scanned(url, id=f"letters-{number}")
        assert (item["recommended_action"], item["not_judged"]) == ("flag", ["ai_image"])


def test_a_rule_asks_for_what_stands_in_an_image(world: World) -> None:
    rule = {
        "name": "Insulting pictures",
        "scope": "post",
        "when": {
            "type": "classified_as",
            "modality": "image",
            "classes": ["INSULT"],
            "threshold": 0.5,
        },
        "actions": ["flag_for_review"],
    }
    world.send("PUT", "/api/v1/rules/insulting", rule)
    url = world.serve("/ruled", encoded(_written(_INSULT), "PNG"))
    checked = world.check(url, id="ruled")
    assert checked["triggered_rules"] == []
    world.scan(checked["task_id"])
    task = world.send("GET", f"/api/v2/tasks/{checked['task_id']}")
    assert "insulting" in str(task)


def test_analyze_tells_what_is_written(world: World) -> None:
    url = world.serve("/analyzed", encoded(_written(_INSULT), "PNG"))
    body = {"config_key": "own", "images": {"a": url}}
    found = world.send("POST", f"{V2}/analyze", body)["images"]["a"]
    assert (found["action"], found["classifications"]) == ("flag", [])
    written = {each["name"]: each.get("severity") for each in found["ocr_classifications"]}
    assert written["INSULT"] and written["INSULT"].isupper()
