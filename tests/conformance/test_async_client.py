"""getstream's asynchronous client: the same operations over its other transport."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from getstream import AsyncStream
from getstream.exceptions import StreamApiException
from getstream.models import ModerationPayload, UserRequest

from tests.running import Running

from .helpers import BLOCKED_TEXT, MOVED_TEXT, unique


def run(server: Running, use: Callable[[AsyncStream], Awaitable[None]]) -> None:
    async def session() -> None:
        client = AsyncStream(
            api_key=server.api_key, api_secret=server.secret, base_url=server.base_url
        )
        try:
            await use(client)
        finally:
            await client.moderation.aclose()
            await client.aclose()

    asyncio.run(session())


def test_a_check_is_answered_flagged_and_acted_upon(server: Running, policy: str) -> None:
    async def story(client: AsyncStream) -> None:
        author, user = unique("author"), unique("mo")
        answer = await client.moderation.check(
            entity_type="post",
            entity_id=unique("post"),
            entity_creator_id=author,
            moderation_payload=ModerationPayload(texts=[BLOCKED_TEXT]),
            config_key=policy,
        )
        item = answer.data.item
        assert item is not None
        await client.upsert_users(UserRequest(id=user, role="moderator"))
        await client.moderation.flag(
            entity_type="post", entity_id=item.entity_id, user_id=user, reason="spam"
        )
        await client.moderation.submit_action("ban", item_id=item.id, user_id=user)
        found = await client.moderation.query_review_queue(filter={"entity_creator_id": author})
        (shown,) = found.data.items
        assert (shown.id, shown.reviewed_by, shown.flags_count) == (item.id, user, 2)
        assert shown.entity_creator is not None
        assert shown.entity_creator.banned

    run(server, story)


def test_a_slow_check_is_waited_for(server: Running, slow_policy: str) -> None:
    async def story(client: AsyncStream) -> None:
        answer = await client.moderation.check(
            entity_type="post",
            entity_id=unique("post"),
            entity_creator_id=unique("author"),
            moderation_payload=ModerationPayload(texts=[MOVED_TEXT]),
            config_key=slow_policy,
        )
        assert answer.data.status == "partial"
        assert answer.data.task_id is not None
        task = await client.wait_for_task(answer.data.task_id, poll_interval=0.05, timeout=20)
        assert task.data.result is not None
        assert task.data.result["recommended_action"] == "flag"

    run(server, story)


def test_many_checks_at_once(server: Running, policy: str) -> None:
    async def story(client: AsyncStream) -> None:
        answers = await asyncio.gather(
            *(
                client.moderation.check(
                    entity_type="post",
                    entity_id=unique("post"),
                    entity_creator_id="busy",
                    moderation_payload=ModerationPayload(texts=[BLOCKED_TEXT]),
                    config_key=policy,
                )
                for _ in range(20)
            )
        )
        assert {answer.data.recommended_action for answer in answers} == {"remove"}

    run(server, story)


def test_refusals_are_its_own_exceptions(server: Running) -> None:
    async def story(client: AsyncStream) -> None:
        for attempt, code in (
            (client.moderation.get_review_queue_item(unique()), 16),
            (client.moderation.get_config(unique()), 16),
            (client.get_block_list(unique()), 16),
            (client.get_task(unique()), 16),
            (client.moderation.flag(entity_type="post", entity_id=unique()), 4),
            (client.moderation.submit_action("hug"), 4),
        ):
            with pytest.raises(StreamApiException) as caught:
                await attempt
            assert caught.value.code == code

    run(server, story)
