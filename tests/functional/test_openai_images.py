"""OpenAI's moderations of images: looked at where a policy has an engine for them."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any

import pytest

from tests.functional.facades import Facades
from tests.functional.inprocess import in_process
from tests.functional.moderating import moderated, not_judged
from tests.pictures import encoded, optional, picture
from tests.receiver import Receiver, answer, redirect

nsfw = optional("common.engines.images.nsfw", "nsfw")
_LOOKED_FOR = ("sexual", "violence/graphic")
_OTHERS = ["self-harm", "self-harm/intent", "self-harm/instructions", "violence"]
_RULES = [
    {"label": "Explicit Nudity", "action": "flag", "min_confidence": 50},
    {"label": "Graphic Violence", "action": "flag", "min_confidence": 50},
]


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    with Receiver() as receiver:
        yield receiver


@pytest.fixture(scope="module")
def facades(tmp_path_factory: pytest.TempPathFactory, receiver: Receiver) -> Iterator[Facades]:
    allowed = f"127.0.0.1:{receiver.port}"
    data = tmp_path_factory.mktemp("openai-images") / "data"
    with in_process(data, GAVEL_EGRESS_ALLOW=allowed) as server:
        facades = Facades(server)
        policy = {"key": "facades", "ai_image_config": {"rules": _RULES}}
        facades.send("POST", "/api/v2/moderation/config", policy)
        facades.settings(policy="facades")
        yield facades


def _sent(facades: Facades, *urls: str) -> Any:
    return moderated(facades, [{"type": "image_url", "image_url": {"url": url}} for url in urls])


@pytest.mark.parametrize("inline", [False, True])
def test_a_picture_is_looked_at(facades: Facades, receiver: Receiver, inline: bool) -> None:
    assert nsfw.is_installed()
    image = encoded(picture(1), "PNG")
    receiver.always("/a.png", answer(body=image))
    data = f"data:image/png;base64,{base64.b64encode(image).decode()}"
    answered = _sent(facades, data if inline else receiver.url("/a.png"))
    assert not_judged(answered) == _OTHERS
    (result,) = answered.json()["results"]
    kinds = result["category_applied_input_types"]
    assert [name for name in kinds if kinds[name]] == list(_LOOKED_FOR)
    assert all(kinds[name] == ["image"] for name in _LOOKED_FOR)
    assert all(0 < result["category_scores"][name] < 0.5 for name in _LOOKED_FOR)


@pytest.mark.parametrize(
    "url",
    [
        "data:image/png;base64,aGVsbG8=",
        "http://169.254.169.254/latest/meta-data/",
        "http://localhost/a.png",
    ],
)
def test_a_picture_that_nobody_saw_was_not_judged(facades: Facades, url: str) -> None:
    answered = _sent(facades, url)
    assert set(not_judged(answered)) == {*_OTHERS, *_LOOKED_FOR}


def test_a_redirect_leads_nowhere_private(facades: Facades, receiver: Receiver) -> None:
    receiver.always("/away.png", redirect("http://169.254.169.254/latest/meta-data/"))
    answered = _sent(facades, receiver.url("/away.png"))
    assert set(_LOOKED_FOR) <= set(not_judged(answered))


def test_one_of_two_that_nobody_saw(facades: Facades, receiver: Receiver) -> None:
    receiver.always("/b.png", answer(body=encoded(picture(2), "PNG")))
    answered = _sent(facades, receiver.url("/b.png"), receiver.url("/nothing.png"))
    assert set(_LOOKED_FOR) <= set(not_judged(answered))
