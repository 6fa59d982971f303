"""The seed's policy and texts, through stream-chat for JavaScript, unmodified."""

from __future__ import annotations

from typing import Any

from tests.functional.test_ai_text import DATE, LURE, SEED_POLICY
from tests.running import Running

from .helpers import unique
from .javascript import run_script


def moderate(server: Running, **asked: Any) -> Any:
    order = {"url": server.base_url, "key": server.api_key, "secret": server.secret, **asked}
    return run_script("moderate.cjs", "stream-chat", order)


def test_the_seed_s_queue_comes_of_the_seed_s_policy(server: Running) -> None:
    policy = {"key": unique("policy"), **SEED_POLICY}
    answer = moderate(server, policy=policy, texts=[DATE, LURE], entityType=unique("kind"))
    assert [each["status"] for each in answer["checked"]] == ["complete", "complete"]
    assert [each["recommended_action"] for each in answer["checked"]] == ["remove", "remove"]
    date, lure = (
        {flag["type"]: set(flag["labels"]) for flag in item["flags"]} for item in answer["queued"]
    )
    assert date["automod_toxicity"] >= {"obscene", "insult"}
    assert date["ai_text"] == {"INSULT", "SUPPORTIVE", "VULGARITY"}
    assert lure["automod_platform_circumvention"] == {"platform_circumvention"}
    assert lure["ai_text"] == {"SCAM", "PII"}
