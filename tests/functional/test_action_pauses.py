"""What is ordered of a paused action waits, and goes out or is dropped when it is resumed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.functional.test_deliveries import World, world
from tests.receiver import answer

__all__ = ["world"]


def pause(world: World, action: str = "ban", **body: Any) -> Any:
    answered = world.post(f"actions/{action}/pause", body)
    assert answered.status == 201, answered.text
    return answered.json()["action"]


def resume(world: World, action: str = "ban", **body: Any) -> Any:
    answered = world.post(f"actions/{action}/resume", body)
    assert answered.status == 201, answered.text
    return answered.json()


def test_what_a_paused_action_is_ordered_waits_and_goes_out_on_resume(world: World) -> None:
    paused = pause(world, user_id="lea", reason="wrong people")
    assert (paused["paused"]["by"], paused["paused"]["reason"]) == ("lea", "wrong people")
    bans = [world.order("ban", f"user {number}") for number in range(3)]
    warned = world.order("warn", "another")
    for each in (*bans, warned):
        world.send(each)
    assert not world.calls("ban") and len(world.calls("warn")) == 1
    held = world.one(bans[0])
    assert (held["held"], held["attempts"]) == ("the action is paused: wrong people", 0)
    done = resume(world, user_id="tom")
    assert "paused" not in done["action"]
    job = world.resend(done["resending"]["id"])
    assert (job["kind"], job["state"], job["resent"]) == ("release", "done", 3)
    for each in bans:
        world.send(each, 1.0)
    assert set(world.states(*bans)) == {"delivered"}
    assert [each["by"] for each in world.log("action_paused")] == ["lea"]
    assert [each["by"] for each in world.log("action_resumed")] == ["tom"]


def test_nothing_is_given_up_for_a_pause(world: World) -> None:
    """As long as the schedule lasts, many times over, and tried before."""
    world.receiver.next(answer(500))
    ban = world.order("ban")
    world.send(ban)
    pause(world)
    for hour in range(1, 60):
        world.send(ban, hour * 4_000.0)
    assert world.states(ban) == ["pending"] and world.one(ban)["attempts"] == 1
    resume(world)
    world.send(ban, 60 * 4_000.0)
    assert world.states(ban) == ["delivered"]


def test_a_pause_of_an_action_ends_by_itself(world: World) -> None:
    until = (datetime.now(UTC) + timedelta(minutes=10)).isoformat()
    pause(world, until=until)
    ban = world.order("ban")
    world.send(ban)
    due = datetime.fromisoformat(world.one(ban)["next_attempt_at"])
    assert timedelta() <= due - datetime.fromisoformat(until) < timedelta(seconds=6)
    world.send(ban, 620.0)
    assert world.states(ban) == ["delivered"]


def test_what_waits_is_dropped_by_choice(world: World) -> None:
    delivered = world.order("ban", "earlier")
    world.send(delivered)
    pause(world)
    bans = [world.order("ban", f"user {number:02}") for number in range(30)]
    behind = [world.order("ban", "user 00"), world.order("warn", "user 00")]
    world.send(bans[0])
    answered = resume(world, user_id="tom", drop=True)
    assert answered["action"]["paused"]["by"] == "tom"
    job, id = answered["resending"], answered["resending"]["id"]
    for step in range(1, 10):
        if job["state"] == "done":
            break
        assert "paused" in world.get("actions/ban")["action"]
        job = world.resend(id, step * 10.0)
    assert (job["kind"], job["state"], job["resent"]) == ("drop", "done", 31)
    assert "paused" not in world.get("actions/ban")["action"]
    assert set(world.states(*bans, behind[0])) == {"cancelled"}
    assert world.states(delivered, behind[1]) == ["delivered", "pending"]
    assert "dropped" in world.one(bans[0])["reason"]
    world.send(behind[1], 200.0)
    after = world.order("ban", "later")
    world.send(after, 200.0)
    assert world.states(behind[1], after) == ["delivered", "delivered"]
    assert len(world.calls("ban")) == 2


def test_a_pause_outlives_a_change_of_the_action(world: World) -> None:
    pause(world)
    world.put("actions/ban", {"name": "Ban", "kind": "user", "url": world.receiver.url("/other")})
    assert "paused" in world.get("actions/ban")["action"]
    assert "paused" in world.get("actions")["actions"][0]


def test_what_is_wrong_is_named(world: World) -> None:
    over = (datetime.now(UTC) - timedelta(minutes=1)).isoformat()
    refused = world.post("actions/ban/pause", {"until": over})
    assert (refused.status, [*refused.json()["exception_fields"]]) == (400, ["until"])
    refused = world.post("actions/ban/resume", {"drop": True})
    assert (refused.status, [*refused.json()["exception_fields"]]) == (400, ["drop"])
    assert resume(world)["resending"] is None
    assert world.post("actions/none/pause", {}).status == 404
    assert world.post("actions/none/resume", {}).status == 404
