"""getstream: labels and analyze, read back as the client's own types."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from getstream import Stream

from .helpers import BLOCKED, BLOCKED_TEXT, CLEAN_TEXT, MOVED_TEXT, is_recent, refused, unique


def test_a_text_is_labelled(client: Stream, policy: str, block_list: str) -> None:
    answer = client.moderation.labels(BLOCKED_TEXT, policy=policy, content_id="c").data
    assert (answer.recommended_action, answer.labels) == ("remove", [block_list])
    assert (answer.content_id, answer.harm_type) == ("c", "block_list")
    assert answer.masked_content is None
    assert answer.fully_masked_content is not None
    assert BLOCKED not in answer.fully_masked_content
    assert answer.duration.endswith("ms")


def test_a_clean_text_has_no_labels(client: Stream, policy: str) -> None:
    answer = client.moderation.labels(CLEAN_TEXT, policy=policy, content_type="message").data
    assert (answer.recommended_action, answer.labels) == ("keep", [])
    assert (answer.language, answer.fully_masked_content) == ("en", None)


def test_results_are_read_back(client: Stream, policy: str) -> None:
    user = unique("user")
    for text in (BLOCKED_TEXT, CLEAN_TEXT, MOVED_TEXT):
        client.moderation.labels(text, policy=policy, user_id=user, category="bio")
    client.moderation.labels(BLOCKED_TEXT, policy=policy, user_id=user, dry_run=True)
    found = client.moderation.query_label_results(filter={"user_id": user}, limit=2).data
    assert [each.content for each in found.label_results] == [MOVED_TEXT, CLEAN_TEXT]
    assert found.next is not None
    rest = client.moderation.query_label_results(
        filter={"user_id": user}, limit=2, next=found.next
    ).data
    (oldest,) = rest.label_results
    assert (oldest.content, oldest.recommended_action) == (BLOCKED_TEXT, "remove")
    assert (oldest.category, oldest.policy, oldest.content_type) == ("bio", policy, "text")
    assert is_recent(oldest.created_at)
    assert rest.next is None


def test_an_unknown_policy_is_refused(client: Stream) -> None:
    with refused(404, 16, "policy"):
        client.moderation.labels("x", policy="nowhere")
    with refused(400, 4, "texts"):
        client.moderation.analyze()


def test_texts_are_analyzed(client: Stream, policy: str, block_list: str) -> None:
    texts = {"title": CLEAN_TEXT, "body": BLOCKED_TEXT}
    answer = client.moderation.analyze(
        texts=texts, config_key=policy, content_ids={"body": "b1"}
    ).data
    assert answer.status == "complete"
    assert answer.texts is not None
    assert (answer.texts["title"].action, answer.texts["title"].language) == ("keep", "en")
    body = answer.texts["body"]
    assert (body.action, body.id, body.error) == ("remove", "b1", None)
    assert body.classifications is not None
    assert [each.name for each in body.classifications] == [block_list]


@pytest.mark.parametrize("is_entitys", [True, False])
def test_an_analysis_need_not_be_waited_for(client: Stream, policy: str, is_entitys: bool) -> None:
    entity = {"entity_type": "post", "entity_id": unique(), "entity_creator_id": unique()}
    published = {"content_published_at": datetime(2026, 1, 2, tzinfo=UTC)}
    response = client.moderation.analyze(
        texts={"body": BLOCKED_TEXT},
        config_key=policy,
        async_response=True,
        custom={"a": 1},
        **({**entity, **published} if is_entitys else {}),
    )
    assert (response.data.status, response.data.texts) == ("pending", None)
    found = client.moderation.query_review_queue(filter={"entity_id": entity["entity_id"]}).data
    assert len(found.items) == is_entitys
