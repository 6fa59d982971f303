"""A person with whatever a user can have, and their erasure, turn by turn."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from common.configuration.context import now
from common.domain.task import task_key
from common.moderation.background.working import work
from common.queue.messages import ScanOrder
from tests.functional.desk import BAD, V2, Desk

ANN = "ann-4711"
WORDS = "my own words that nobody else has said"


def plant(bench: Desk, id: str = ANN, words: str = WORDS) -> None:
    """Whatever a user can fill, filled."""
    custom = {"mail": f"{words} custom", "nested": {"deep": [f"{words} deep"]}}
    profile = {"id": id, "name": f"{words} name", "image": f"https://a/{words}", "custom": custom}
    bench.done("POST", "/api/v2/users", {"users": {id: profile, "ben": {"id": "ben"}}})
    for number, text in enumerate((f"{words} {BAD}", f"{words} quietly")):
        bench.check(
            entity_id=f"{id}-post{number}",
            entity_creator_id=id,
            moderation_payload={
                "texts": [text, f'{words} "quoted"\nand broken'],
                "images": [f"https://images.example/{words.replace(' ', '-')}"],
                "custom": custom,
            },
        )
    others = bench.flagged("ben")
    bench.done(
        "POST",
        f"{V2}/flag",
        {
            "entity_type": "post",
            "entity_id": others["entity_id"],
            "user_id": id,
            "reason": f"{words} reported",
            "custom": custom,
        },
    )
    bench.done("POST", "/moderation/mute", {"target_id": "ben", "user_id": id})
    bench.done("POST", "/moderation/mute", {"target_id": id, "user_id": "ben"})
    bench.done("POST", "/api/v2/users/block", {"user_id": id, "blocked_user_id": "ben"})
    bench.done(
        "POST",
        f"{V2}/ban",
        {"target_user_id": id, "banned_by_id": "mo", "reason": "spam", "timeout": 60},
    )
    bench.done(
        "POST",
        f"{V2}/appeal",
        {
            "entity_type": "stream:user",
            "entity_id": id,
            "appeal_reason": f"{words} appealed",
            "attachments": [f"https://images.example/{words.replace(' ', '_')}.png"],
            "user_id": id,
        },
    )


def erase(bench: Desk, id: str = ANN) -> Any:
    ordered = bench.send("DELETE", f"/api/v1/users/{quote(id, safe='')}/data")
    assert ordered.status == 202, ordered.text
    return finish(bench, ordered.json()["id"])


def finish(bench: Desk, erasure: str, most: int = 600) -> Any:
    for _ in range(most):
        turn(bench, erasure)
        told = bench.done("GET", f"/api/v1/erasures/{erasure}")
        if told["status"] == "completed":
            return told
    raise AssertionError(told)


def turn(bench: Desk, erasure: str) -> None:
    key = task_key(bench.app.name, erasure)
    (task,) = bench.server.run(bench.server.context.store.get([key]))
    assert task is not None
    if "due_at" in task.data:
        at = task.data["due_at"]
        order = ScanOrder(bench.app.name, erasure, at=at)
        bench.server.run(work(bench.server.context, order, max(now(), at)))
