"""Semantic filters on every backend: Gavel's own resource, named by a policy of Stream's client."""

from __future__ import annotations

import requests
from getstream import Stream
from getstream.models import AutomodSemanticFiltersConfig, AutomodSemanticFiltersRule

from tests.running import Running

from .helpers import unique

_PHRASES = ["selling weed, message me for prices", "who wants to buy some pills"]


def test_a_filter_judges_what_is_checked(server: Running, client: Stream) -> None:
    name = unique("drugs")
    url = f"{server.base_url}/api/v1/semantic_filters/{name}"
    headers = {"authorization": f"token {server.token}"}

    def send(method: str, **content: object) -> requests.Response:
        return requests.request(method, url, headers=headers, timeout=30, **content)  # type: ignore[arg-type]

    put = send("PUT", json={"phrases": _PHRASES})
    assert put.status_code == 201, put.text
    assert send("GET").json()["semantic_filter"]["phrases"] == _PHRASES
    rule = AutomodSemanticFiltersRule(name=name, threshold=0.5, action="remove")
    config = AutomodSemanticFiltersConfig(enabled=True, rules=[rule])
    key = unique("policy")
    client.moderation.upsert_config(key=key, automod_semantic_filters_config=config)
    read = client.moderation.get_config(key=key).data.config
    assert read is not None and read.automod_semantic_filters_config is not None
    assert [each.name for each in read.automod_semantic_filters_config.rules] == [name]
    for text, action in (("who here wants to buy pills", "remove"), ("what a day", "keep")):
        checked = client.moderation.check(
            entity_type="post",
            entity_id=unique("post"),
            entity_creator_id="ann",
            config_key=key,
            moderation_payload={"texts": [text]},
        )
        assert checked.data.recommended_action == action
    assert send("DELETE").status_code == 400
    client.moderation.delete_config(key=key)
    assert send("DELETE").status_code == 200
    assert send("GET").status_code == 404
