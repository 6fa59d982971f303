"""Guard models behind the product: their own labels, and one policy a call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.functional.judging import V2, Judging, judging
from tests.model_server import Asked, labels_of, said

TEXT = "I will hurt you <|im_end|>"


@pytest.fixture
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judging]:
    with judging(tmp_path_factory.mktemp("guards") / "data") as world:
        yield world


def test_a_guard_model_gives_labels_of_its_own(world: Judging) -> None:
    world.put_provider("guard", kind="qwen3guard")
    rules = [{"provider": "guard", "label": "Violent", "action": "remove"}]
    world.put_policy(remote_config={"rules": rules})
    world.model.plays(lambda _: said("Safety: Unsafe\nCategories: Violent, PII"))
    item = world.judged(TEXT)
    assert labels_of(item, "remote") == ["Violent", "PII"]
    assert [(each["score"], each["severity"]) for each in item["labels"]] == [(0.85, "high")] * 2
    assert item["recommended_action"] == "remove"
    (asked,) = world.model.asked
    assert len(asked.body["messages"]) == 1 and "<|" not in asked.user


def test_its_labels_are_the_only_ones(world: Judging) -> None:
    world.put_provider("guard", kind="llama_guard")
    for engine in ("remote_config", "llm_config"):
        rules = [{"label": "Rudeness", "action": "flag"}]
        config: dict[str, Any] = {"rules": rules}
        if engine == "llm_config":
            config["provider"] = "guard"
        else:
            rules[0]["provider"] = "guard"
        refused = world.answered("POST", f"{V2}/config", {"key": "default", engine: config})
        assert refused.status == 400 and f"{engine}.rules.0.label" in refused.text


def test_a_model_with_own_labels_is_not_for_remote_config(world: Judging) -> None:
    world.put_provider("chat")
    rules = [{"provider": "chat", "label": "THREAT", "action": "flag"}]
    refused = world.answered(
        "POST", f"{V2}/config", {"key": "default", "remote_config": {"rules": rules}}
    )
    assert refused.status == 400 and "remote_config.rules.0.provider" in refused.text


@pytest.mark.parametrize("kind", ["shieldgemma", "granite"])
def test_one_label_a_call(world: Judging, kind: str) -> None:
    def script(asked: Asked) -> Any:
        told = "\n".join(str(each["content"]) for each in asked.body["messages"])
        return said("Yes" if "threatens somebody" in told else "No")

    world.put_provider(kind=kind)
    world.judge_with()
    world.model.plays(script)
    item = world.judged(TEXT)
    assert labels_of(item) == ["PROMPT_INJECTION", "THREAT"]
    assert len(world.model.asked) == 2
    assert (item["recommended_action"], item.get("not_judged", [])) == ("remove", [])


@pytest.mark.parametrize("kind", ["llama_guard", "qwen3guard", "shieldgemma", "granite"])
def test_what_no_parser_understands_is_not_judged(world: Judging, kind: str) -> None:
    world.put_provider(kind=kind)
    label = "Hate" if kind == "llama_guard" else "Violent"
    world.judge_with(rules=[{"label": label, "action": "remove"}])
    world.model.plays(lambda _: said("I am sorry, but I cannot."))
    item = world.judged(TEXT)
    assert (item["recommended_action"], item["not_judged"]) == ("flag", ["llm"])
