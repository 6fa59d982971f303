"""No field of any request is accepted and ignored: each makes a difference that can be seen, is
refused by name, or is named in the answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from common.api.stream.policies import PolicyConfig
from common.engines.block_list.config import ListConfig, ListRule
from common.engines.config import ThresholdConfig, ThresholdRule
from common.engines.registry import ENGINES
from common.engines.unserved import UNSERVED
from common.http.routes import ROUTES
from common.http.routes.route import Route
from common.moderation.review.decisions.action_types import ACTION_TYPES
from infra.local.credentials import Credentials, create_app
from tests.functional import bad_bodies
from tests.functional.differing import Given, Seen, fields, look, with_value
from tests.functional.inprocess import App, Server, in_process
from tests.functional.samples import SAMPLES

_OF_A_WRONG_TYPE = re.compile("Input should|String should|Field required|should have|ISO 8601")
_numbers = count()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("differing") / "data") as server:
        yield server


class World:
    """An app with one of everything, and what its ids are."""

    def __init__(self, server: Server) -> None:
        name = f"app-{next(_numbers):04d}"
        credentials = Credentials(f"key-{name}", f"s3cret-{name}-" * 4, f"t0ken-{name}-" * 3)
        server.run(create_app(server.context.store, name, credentials))
        self._server, self.app = server, App(name, credentials)
        self._send("POST", "/api/v2/blocklists", bad_bodies.BLOCK_LIST)
        self._send("POST", "/api/v2/moderation/config", bad_bodies.POLICY)
        self._send("PUT", "/api/v1/actions/hook", bad_bodies.ACTION)
        self._send("PUT", "/api/v1/rules/rule", bad_bodies.RULE)
        self._send("PUT", "/api/v1/report_categories/spam", {"name": "Spam"})
        self._send("POST", "/api/v1/task/sync", bad_bodies.VALID["task_sync"])
        self.item = self._send("POST", "/api/v2/moderation/flag", bad_bodies.VALID["flag"])[
            "item_id"
        ]
        order = {"action_type": "custom", "custom": {"id": "hook"}, "user_id": "m"}
        self._send("POST", "/api/v2/moderation/submit_action", {**order, "item_id": self.item})
        query = {"endpoint": "action:hook"}
        found = server.call(self.app, "GET", "/api/v1/deliveries", query=query).json()
        self.delivery = found["deliveries"][0]["id"]

    def _send(self, method: str, path: str, body: Any) -> Any:
        answer = self._server.call(self.app, method, path, body)
        assert answer.status in (200, 201), answer.text
        return answer.json()

    def look(self, route: Route, body: Any, query: Any) -> Seen:
        path = bad_bodies.path_of(route).replace("{delivery}", self.delivery)
        text = json.dumps([body, query])
        text = text.replace("{item}", self.item).replace("{delivery}", self.delivery)
        return look(self._server, self.app, route, path, *json.loads(text))


_CASES = [
    (route, given)
    for route in ROUTES
    for given in fields(route, SAMPLES)
    if given.path[0] != "when"
]


def _base(route: Route, given: Given) -> Any:
    """The route's valid request, in which is what the field stands in."""
    base = bad_bodies.VALID.get(route.operation, {})
    if route.operation == "submit_action" and given.path[0] in ACTION_TYPES:
        base = {**base, "action_type": given.path[0]}
    for path, value in given.around:
        base = with_value(base, path, value)
    return base


@pytest.mark.parametrize(
    ("route", "given"), _CASES, ids=[f"{r.operation_id or r.operation} {g.name}" for r, g in _CASES]
)
def test_a_field_makes_a_difference(server: Server, route: Route, given: Given) -> None:
    base = _base(route, given)
    query = {given.name: given.value} if given.in_query else {}
    body = base if given.in_query else with_value(base, given.path, given.value)
    before = World(server).look(route, base, {})
    after = World(server).look(route, body, query)
    assert after != before, after.answer
    # A sample that is not even of the field's type proves nothing.
    assert not _OF_A_WRONG_TYPE.search(after.answer if after.status == 400 else ""), after.answer


_SUBCONFIGS = {
    field.alias or name: field.annotation for name, field in PolicyConfig.model_fields.items()
}
_OLD = {"bodyguard_config": "ai_text_config", "aws_rekognition_config": "ai_image_config"}


def test_each_part_of_a_policy_has_an_engine_or_says_that_it_has_none() -> None:
    served = {engine.config_field for engine in ENGINES.values()}
    unserved = {each.config_field for each in UNSERVED.values()}
    assert served & unserved == set()
    assert served | unserved | set(_OLD) == set(_SUBCONFIGS)
    assert set(_ASKING) == set(_SUBCONFIGS) - served


_ASKING: dict[str, dict[str, Any]] = {
    "ai_text_config": {"rules": [{"label": "INSULT", "action": "remove"}]},
    "bodyguard_config": {"severity_rules": [{"severity": "low", "action": "flag"}]},
    "ai_image_config": {"rules": [{"label": "Nudity", "action": "remove"}]},
    "aws_rekognition_config": {"ocr_rules": [{"label": "INSULT", "action": "flag"}]},
    "ai_video_config": {"rules": [{"label": "Nudity", "action": "remove"}]},
    "ai_audio_config": {"profile": "strict"},
    "automod_toxicity_config": {"rules": [{"label": "threat", "threshold": 0.1, "action": "flag"}]},
    "automod_semantic_filters_config": {
        "rules": [{"name": "scam", "threshold": 0.5, "action": "flag"}]
    },
    "llm_config": {"rules": [{"label": "insult", "description": "insults", "action": "remove"}]},
    "google_vision_config": {"enabled": True},
    "velocity_filter_config": {"rules": [{"action": "remove", "fast_spam_threshold": 3}]},
    "flood_config": {"identical": {"enabled": True, "action": "remove", "threshold": 3}},
    "rule_builder_config": {"rules": [{"name": "r", "action": {"type": "block_content"}}]},
    "video_call_rule_config": {"flag_all_labels": True},
}
_CONTENT = {
    "texts": {"texts": ["you idiot"]},
    "images": {"images": ["https://example.com/a.png"]},
    "videos": {"videos": ["https://example.com/a.mp4"]},
    "audios": {"audios": ["https://example.com/a.mp3"]},
}


@pytest.mark.parametrize("field", sorted(_ASKING))
def test_what_no_engine_serves_is_named_and_not_judged(server: Server, field: str) -> None:
    app = World(server).app
    shown = _OLD.get(field, field)
    unserved = UNSERVED[shown.removesuffix("_config")]

    def upsert(settings: dict[str, Any]) -> list[str]:
        body = {"key": "own", field: settings}
        answer = server.call(app, "POST", "/api/v2/moderation/config", body)
        assert answer.status == 201, answer.text
        read = server.call(app, "GET", "/api/v2/moderation/config/own").json()["config"]
        named: list[str] = answer.json()["config"].get("not_in_effect", [])
        assert read.get("not_in_effect", []) == named
        return named

    def check(kind: str, n: int) -> Any:
        body = {
            "entity_type": "post",
            "entity_id": f"{field}-{kind}-{n}",
            "entity_creator_id": "u",
            "config_key": "own",
            "moderation_payload": _CONTENT[kind],
        }
        return server.call(app, "POST", "/api/v2/moderation/check", body).json()

    assert upsert(_ASKING[field]) == [shown]
    for kind in _CONTENT:
        answer = check(kind, 1)
        concerned = unserved.media is None or kind in unserved.media
        assert answer.get("not_judged", []) == ([unserved.name] if concerned else [])
        assert answer["recommended_action"] == ("flag" if concerned else "keep")
        if concerned:
            assert answer["item"]["not_judged"] == [unserved.name]
            before = server.documents(app.name)
            assert check(kind, 1)["not_judged"] == [unserved.name]
            assert server.documents(app.name) == before
    assert upsert({**_ASKING[field], "enabled": False}) == []
    assert check("texts", 2)["recommended_action"] == "keep"


_LISTED = {"block_list_config": {"rules": [{"name": "words", "action": "flag"}]}}
_MOVED = {
    "automod_platform_circumvention_config": {
        "rules": [{"label": "platform_circumvention", "threshold": 0.5, "action": "flag"}]
    }
}
_IN_LIST, _CALL = "you grobble", "call me on whatsapp +49 151 23456789"
_JUDGED: dict[str, tuple[dict[str, Any], tuple[str | int, ...], Any, str]] = {
    "ListConfig.enabled": (_LISTED, ("enabled",), False, _IN_LIST),
    "ListConfig.async": (_LISTED, ("async",), True, _IN_LIST),
    "ListConfig.match_substring": (_LISTED, ("match_substring",), True, "xxgrobblexx"),
    "ListConfig.rules": (_LISTED, ("rules",), [], _IN_LIST),
    "ListRule.name": (_LISTED, ("rules", 0, "name"), "profanity_en_2020_v1", _IN_LIST),
    "ListRule.action": (_LISTED, ("rules", 0, "action"), "remove", _IN_LIST),
    "ListRule.team": (_LISTED, ("rules", 0, "team"), "reds", "you redword"),
    "ThresholdConfig.enabled": (_MOVED, ("enabled",), False, _CALL),
    "ThresholdConfig.async": (_MOVED, ("async",), True, _CALL),
    "ThresholdConfig.rules": (_MOVED, ("rules",), [], _CALL),
    "ThresholdRule.threshold": (_MOVED, ("rules", 0, "threshold"), 1.0, _CALL),
    "ThresholdRule.action": (_MOVED, ("rules", 0, "action"), "remove", _CALL),
}


def test_every_field_of_what_has_an_engine_is_tried() -> None:
    models = (ListConfig, ListRule, ThresholdConfig, ThresholdRule)
    named = {
        f"{model.__name__}.{field.alias or name}"
        for model in models
        for name, field in model.model_fields.items()
    }
    # The label is refused where it is another than the engine's, below.
    assert named == set(_JUDGED) | {"ThresholdRule.label"}


@pytest.mark.parametrize("name", _JUDGED)
def test_a_policy_s_field_changes_what_is_judged(server: Server, name: str) -> None:
    base, path, value, text = _JUDGED[name]
    ((part, settings),) = base.items()
    verdicts = []
    for config in (base, {part: with_value(settings, path, value)}):
        app = World(server).app
        server.call(
            app,
            "POST",
            "/api/v2/blocklists",
            {"name": "words", "words": ["redword"], "team": "reds"},
        )
        policy = {"key": "own", **config}
        put = server.call(app, "POST", "/api/v2/moderation/config", policy)
        assert put.status == 201, put.text
        body = {**bad_bodies.VALID["check"], "entity_id": name, "config_key": "own"}
        body["moderation_payload"] = {"texts": [text]}
        answer = server.call(app, "POST", "/api/v2/moderation/check", body).json()
        verdicts.append((answer["recommended_action"], answer["status"]))
    assert verdicts[0] != verdicts[1]


def test_a_label_that_its_engine_does_not_give_is_refused(server: Server) -> None:
    app = World(server).app
    rule = {"label": "insult", "threshold": 0.5, "action": "flag"}
    config = {"automod_platform_circumvention_config": {"rules": [rule]}}
    body = {**bad_bodies.VALID["check"], "test_mode": True, "config": config}
    for path, sent in (
        ("/api/v2/moderation/config", {"key": "own", **config}),
        ("/api/v2/moderation/check", body),
    ):
        answer = server.call(app, "POST", path, sent)
        assert answer.status == 400
        assert set(answer.json()["exception_fields"]) == {
            "automod_platform_circumvention_config.rules.0.label"
        }


@pytest.mark.parametrize("type", ["regex", "domain", "email_allowlist"])
def test_flags_of_words_are_for_lists_of_words(server: Server, type: str) -> None:
    app = World(server).app
    body = {"name": type, "words": ["a.example"], "type": type, "is_leet_check_enabled": True}
    answer = server.call(app, "POST", "/api/v2/blocklists", body)
    assert answer.status == 400
    assert set(answer.json()["exception_fields"]) == {"is_leet_check_enabled"}
