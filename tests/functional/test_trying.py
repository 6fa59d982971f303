"""POST /api/v1/try: what engines and rules say of content, of which nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.domain.content import Content
from common.domain.labels import Label
from common.engines.engine import CreatorFacts
from tests.functional.inprocess import App, Server, in_process
from tests.made_up_engines import TAKEN, add_engine, always

_V2 = "/api/v2/moderation"
_MOVED = "text me on whatsapp, my number is +49 151 23456789"
_LISTED = {"block_list_config": {"rules": [{"name": "words", "action": "remove"}]}}
_RULE = {
    "name": "Listed",
    "scope": "post",
    "when": {"type": "in_list", "lists": ["words"]},
    "actions": ["flag_for_review"],
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("trying") / "data") as server:
        yield server


@pytest.fixture(scope="module")
def app(server: Server) -> App:
    app = server.app("app-a")
    _send(server, app, "/api/v2/blocklists", {"name": "words", "words": ["grobble"]})
    _send(server, app, f"{_V2}/config", {"key": "policy", **_LISTED})
    return app


def _send(server: Server, app: App, path: str, body: Any, method: str = "POST") -> Any:
    answer = server.call(app, method, path, body)
    assert answer.status in (200, 201), answer.text
    return answer.json()


def _try(server: Server, app: App, **body: Any) -> Any:
    before = server.documents()
    answer = _send(server, app, "/api/v1/try", body)
    assert server.documents() == before
    return answer


def test_every_engine_says_what_it_found_and_how_long_it_took(server: Server, app: App) -> None:
    circumvention = {"rules": [{"label": "platform_circumvention", "threshold": 0.5}]}
    circumvention["rules"][0]["action"] = "flag"
    config = {**_LISTED, "automod_platform_circumvention_config": circumvention}
    answer = _try(server, app, text=f"you old grobble: {_MOVED}", config=config)
    assert answer["recommended_action"] == "remove"
    assert answer["languages"] == ["en"]
    listed, moved = sorted(answer["engines"], key=lambda each: each["name"], reverse=True)
    assert [listed["name"], moved["name"]] == ["block_list", "automod_platform_circumvention"]
    assert all(each["judged"] and each["ms"] > 0 for each in answer["engines"])
    assert listed["labels"] == [
        {
            "name": "words",
            "modality": "text",
            "score": 1.0,
            "action": "remove",
            "spans": [{"text": 0, "start": 8, "end": 15, "term": "grobble"}],
        }
    ]
    assert [label["name"] for label in moved["labels"]] == ["platform_circumvention"]
    assert answer["not_judged"] == answer["triggered_rules"] == []


def test_what_did_not_judge_says_why(
    server: Server, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(content: Content, facts: CreatorFacts) -> list[Label]:
        del content, facts
        raise ValueError("a customer's text")

    add_engine(monkeypatch, "deep", always(broken), config_field=TAKEN)
    rules = {"rules": [{"label": "deep", "threshold": 0.5, "action": "flag"}]}
    answer = _try(server, app, text="hello", config={TAKEN: rules})
    assert answer["recommended_action"] == "flag"
    (engine,) = answer["engines"]
    assert (engine["name"], engine["judged"], engine["labels"]) == ("deep", False, [])
    assert engine["why"] == "it failed with ValueError"
    assert {each["name"]: each["why"] for each in answer["not_judged"]} == {
        "deep": "it failed with ValueError",
    }


def test_slow_engines_are_waited_for(server: Server, app: App) -> None:
    config = {"block_list_config": {**_LISTED["block_list_config"], "async": True}}
    assert _try(server, app, text="grobble", config=config)["recommended_action"] == "remove"


def test_a_stored_policy_is_tried(server: Server, app: App) -> None:
    assert _try(server, app, text="grobble", config_key="policy")["recommended_action"] == "remove"
    assert _try(server, app, text="grobble")["recommended_action"] == "keep"
    payload = {"texts": ["hello", "grobble"]}
    answer = _try(server, app, moderation_payload=payload, config_key="policy")
    (span,) = answer["engines"][0]["labels"][0]["spans"]
    assert span["text"] == 1


def test_an_item_is_tried_again(server: Server, app: App) -> None:
    entity = {"entity_type": "post", "entity_id": "p", "entity_creator_id": "ann"}
    check = {**entity, "config_key": "policy", "moderation_payload": {"texts": ["grobble"]}}
    item = _send(server, app, f"{_V2}/check", check)["item"]["id"]
    assert _try(server, app, item_id=item)["recommended_action"] == "remove"
    flagging = {"block_list_config": {"rules": [{"name": "words", "action": "flag"}]}}
    assert _try(server, app, item_id=item, config=flagging)["recommended_action"] == "flag"


def test_no_app_tries_anothers_item(server: Server, app: App) -> None:
    entity = {"entity_type": "post", "entity_id": "q", "entity_creator_id": "ann"}
    check = {**entity, "config_key": "policy", "moderation_payload": {"texts": ["grobble"]}}
    item = _send(server, app, f"{_V2}/check", check)["item"]["id"]
    other = server.app("app-b")
    answer = server.call(other, "POST", "/api/v1/try", {"item_id": item})
    assert (answer.status, set(answer.json()["exception_fields"])) == (404, {"item_id"})


def test_the_rules_that_would_hold_are_named(server: Server, app: App) -> None:
    _send(server, app, "/api/v1/rules/listed", _RULE, "PUT")
    found = _try(server, app, text="grobble", config_key="policy")["triggered_rules"]
    assert [(rule["rule_id"], rule["actions"]) for rule in found] == [
        ("listed", ["flag_for_review"])
    ]
    assert _try(server, app, text="hello", config_key="policy")["triggered_rules"] == []


def test_the_country_is_whose_telephone_numbers_are_read(server: Server, app: App) -> None:
    rules = [{"label": "platform_circumvention", "threshold": 0.5, "action": "flag"}]
    config = {"automod_platform_circumvention_config": {"rules": rules}}
    text = "so 020 7946 0958 tonight"
    assert _try(server, app, text=text, config=config)["recommended_action"] == "keep"
    assert _try(server, app, text=text, config=config, region="gb")["recommended_action"] == "flag"


def test_who_is_trusted_passes(server: Server, app: App) -> None:
    _send(server, app, f"{_V2}/bypass", {"enabled": True, "target_user_id": "friend"})
    trusted = {"text": "grobble", "config_key": "policy", "entity_creator_id": "friend"}
    answer = _try(server, app, **trusted)
    assert (answer["recommended_action"], answer["bypassed"]) == ("keep", True)
    assert answer["engines"] == []
