"""A policy that asks for the stronger toxicity model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.toxicity.sets import pairs
from common.engines.toxicity.stronger import installed
from common.engines.toxicity.stronger.transformer import transformer
from tests.functional.inprocess import App, Server, in_process
from tests.optional import needs_model

pytestmark = needs_model
_CONFIG, _CHECK = "/api/v2/moderation/config", "/api/v2/moderation/check"
_RULES = [
    {"label": label, "threshold": 0.5, "action": "remove"}
    for label in ("identity_attack", "insult", "obscene", "sexual_explicit", "threat", "toxic")
]


class Policies:
    """The same rules twice: judged by the default and by the blended model."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.app: App = server.app("app-a")
        self._posted = 0

    def put(self, model: str) -> Any:
        toxicity = {"rules": _RULES, "model": model}
        body = {"key": model, "automod_toxicity_config": toxicity}
        return self.server.call(self.app, "POST", _CONFIG, body)

    def check(self, text: str, model: str) -> Any:
        self._posted += 1
        body = {
            "entity_type": "post",
            "entity_id": f"p{self._posted}",
            "entity_creator_id": "ann",
            "moderation_payload": {"texts": [text]},
            "config_key": model,
        }
        answered = self.server.call(self.app, "POST", _CHECK, body)
        assert answered.status == 201, answered.text
        return answered.json()

    def both(self, text: str) -> tuple[str, str]:
        default, blended = (self.check(text, model) for model in ("default", "blended"))
        assert "not_judged" not in default and "not_judged" not in blended
        return default["recommended_action"], blended["recommended_action"]


@pytest.fixture(scope="module")
def policies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Policies]:
    with in_process(tmp_path_factory.mktemp("blended") / "data") as server:
        found = Policies(server)
        for model in ("default", "blended"):
            assert found.put(model).status in (200, 201)
        yield found


def test_it_finds_more_attacks_on_groups_and_accuses_no_more_harmless_texts(
    policies: Policies,
) -> None:
    found = pairs("identity")
    by_default, by_both = zip(*(policies.both(pair.harmful) for pair in found), strict=True)
    assert by_both.count("remove") >= by_default.count("remove") + 4
    by_default, by_both = zip(*(policies.both(pair.harmless) for pair in found), strict=True)
    assert by_both.count("remove") <= by_default.count("remove") + 2


def test_what_both_say_is_the_items_label_with_its_sentence(policies: Policies) -> None:
    answer = policies.check("Koreans are dog eaters, I hate them.", "blended")
    flags = answer["item"]["flags"]
    assert [flag["labels"] for flag in flags] == [["identity_attack"]]


@pytest.mark.parametrize(
    ("text", "action"),
    [("see you at lunch tomorrow", "keep"), ("you stupid fucking idiot", "remove")],
)
def test_where_the_default_is_sure_both_say_the_same(
    policies: Policies, text: str, action: str
) -> None:
    assert policies.both(text) == (action, action)


def test_the_model_is_a_word_of_two(policies: Policies) -> None:
    answered = policies.put("huge")
    assert answered.status == 400
    assert "automod_toxicity_config.model" in answered.text


def test_a_policy_is_refused_where_the_model_is_not(
    policies: Policies, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installed, "FOLDER", tmp_path)
    answered = policies.put("blended")
    assert answered.status == 400
    assert "automod_toxicity_config.model" in answered.text
    assert "--extra model" in answered.text
    assert policies.put("default").status in (200, 201)


def test_a_policy_that_has_lost_its_model_judges_by_the_default_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with in_process(tmp_path / "data") as server:
        policies = Policies(server)
        assert policies.put("blended").status in (200, 201)
        monkeypatch.setattr(installed, "FOLDER", tmp_path)
        transformer.cache_clear()
        clear, other = (
            policies.check(text, "blended")
            for text in ("you stupid fucking idiot", "see you at lunch tomorrow")
        )
    assert [each["not_judged"] for each in (clear, other)] == [["automod_toxicity"]] * 2
    assert (clear["recommended_action"], other["recommended_action"]) == ("remove", "flag")
