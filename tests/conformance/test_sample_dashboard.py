"""Stream's published sample dashboard for moderators, call by call as it makes them in a browser:
it connects, fills two tabs, goes on where a page ended, and decides.
"""

from __future__ import annotations

from typing import Any

from getstream import Stream

from tests.running import Running

from .clients.node import Connected, Node
from .helpers import BLOCKED_TEXT, check, unique

_PAGE = 25


class Dashboard:
    """What the sample keeps of its two tabs."""

    def __init__(self, connected: Connected) -> None:
        self._connected = connected
        self.waiting, self.reviewed = (
            self._fetched(None, reviewed=False),
            self._fetched(None, reviewed=True),
        )

    def more(self) -> list[dict[str, Any]]:
        """The next page of the first tab."""
        return self._fetched(self._cursor, reviewed=False)

    def decide(self, action: str, item: dict[str, Any], **options: Any) -> None:
        self._connected.call("submit_action", action_type=action, item_id=item["id"], **options)

    def again(self) -> None:
        self.waiting = self._fetched(None, reviewed=False)
        self.reviewed = self._fetched(None, reviewed=True)

    def _fetched(self, cursor: str | None, *, reviewed: bool) -> list[dict[str, Any]]:
        kind = {"entity_type": "stream:chat:v1:message", "has_text": True, "reviewed": reviewed}
        answer = self._connected.call(
            "query_review_queue", filter=kind, sort=[], next=cursor, limit=_PAGE
        )
        if not reviewed:
            self._cursor = answer.get("next")
        items: list[dict[str, Any]] = answer["items"]
        return items


def test_a_moderator_empties_the_queue(
    server: Running, node: Node, client: Stream, policy: str
) -> None:
    moderator, author = unique("mo"), unique("author")
    client.update_users(
        users={
            moderator: {"id": moderator, "role": "moderator"},
            author: {"id": author, "name": "Ann"},
        }
    )
    flagged = [
        check(
            client,
            BLOCKED_TEXT,
            policy,
            entity_type="stream:chat:v1:message",
            entity_creator_id=author,
        ).item
        for _ in range(_PAGE + 2)
    ]
    ids = {item.id for item in flagged if item is not None}
    token = client.create_token(moderator)
    connected = Connected(node, server.base_url, server.api_key, {"id": moderator}, token)
    page = Dashboard(connected)
    assert len(page.waiting) == _PAGE
    assert ids & {item["id"] for item in [*page.waiting, *page.more()]} == ids

    shown = next(item for item in page.waiting if item["id"] in ids)
    creator = shown["entity_creator"]
    assert (creator["id"], creator["name"], creator["role"]) == (author, "Ann", "user")
    assert (creator["ban_count"], creator["removed_content_count"]) == (0, 0)
    assert creator["created_at"] / 1_000_000 > 1_700_000_000_000
    assert shown["moderation_payload"]["texts"] == [BLOCKED_TEXT]
    assert [flag["type"] for flag in shown["flags"]] == ["block_list"]
    assert shown["flags"][0]["labels"] != []

    kept, removed = [item for item in page.waiting if item["id"] in ids][:2]
    page.decide("mark_reviewed", kept)
    page.decide("delete_message", removed, delete_message={"hard_delete": False})
    page.again()
    left = {item["id"] for item in page.waiting}
    assert not left & {kept["id"], removed["id"]}
    done = {item["id"]: item for item in page.reviewed}
    assert done[kept["id"]]["reviewed_by"] == moderator
    assert done[removed["id"]]["entity_creator"]["removed_content_count"] == 1
    connected.close()
