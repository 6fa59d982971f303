"""What must hold of deliveries whatever happens: while it goes on, and once nothing is left."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from common.domain.delivery import Delivery, delivery_key, is_open, ordering_key
from common.domain.endpoint import endpoint_key
from common.domain.log import LogEntry
from common.store.store import Key
from tests.delivering.clock import seconds_since
from tests.delivering.platform import Attempt
from tests.delivering.world import APP, World

_FIXED_HEADERS = ("X-Webhook-Id", "webhook-id", "X-Webhook-Sequence", "Content-Type")


class Watcher:
    """Looks at each attempt as it begins. What is wrong is kept for the test to find: an error
    raised here would only fail the attempt.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self.wrong: list[str] = []
        world.platform.watch = self.watch

    async def watch(self, attempt: Attempt) -> None:
        store = self._world.store
        keys: list[Key[Any]] = [
            delivery_key(APP, attempt.delivery),
            endpoint_key(APP, attempt.endpoint),
        ]
        delivery, endpoint = await store.get(keys)
        if delivery is None:
            self.wrong.append(f"{attempt.delivery} was sent and is not stored")
            return
        attempt.claim = delivery.data.get("next_attempt_at", 0)
        probe = endpoint.data.get("probe_until") if endpoint is not None else None
        attempt.is_probe = probe == attempt.claim
        everything = await self._world.deliveries()
        ordered = [each for each in everything if _are_ordered(each, delivery.data)]
        self.wrong += [
            f"{_named(delivery.data)} attempt {attempt.number}: {text}"
            for text in (
                *_own_state(delivery.data, attempt),
                *_order(attempt, delivery.data, ordered, self._world.platform.attempts),
                *_sameness(attempt, self._world.platform.of(attempt.delivery)),
                *_probing(self._world, attempt),
            )
        ]


def _are_ordered(one: Delivery, other: Delivery) -> bool:
    return bool(one["lane"]) and one["lane"] == other["lane"]


def _own_state(delivery: Delivery, attempt: Attempt) -> Iterator[str]:
    if delivery["state"] != "pending":
        yield f"it is {delivery['state']}"
    elif delivery.get("sending") is None or delivery["next_attempt_at"] <= attempt.ends:
        yield "it is sent without a claim that lasts as long"
    if delivery["attempts"] != attempt.number:
        yield f"{delivery['attempts']} attempts are stored"


def _order(
    attempt: Attempt,
    delivery: Delivery,
    ordered: Sequence[Delivery],
    attempts: Sequence[Attempt],
) -> Iterator[str]:
    ids = {each["id"]: each for each in ordered}
    for each in ordered:
        if each["sequence"] < delivery["sequence"] and is_open(each):
            yield f"{_named(each)} is not done"
    for other in attempts:
        if other is attempt or other.delivery not in ids:
            continue
        if other.ends > attempt.starts:
            yield f"attempt {other.number} of {_named(ids[other.delivery])} is still under way"
        if other.sequence > attempt.sequence:
            yield f"{_named(ids[other.delivery])} was sent before"


def _sameness(attempt: Attempt, own: Sequence[Attempt]) -> Iterator[str]:
    for other in own:
        if other is attempt:
            continue
        if other.number >= attempt.number:
            yield f"it has the number {attempt.number} after {other.number}"
        if other.sequence != attempt.sequence:
            continue
        if other.body != attempt.body:
            yield "its body differs"
        for name in _FIXED_HEADERS:
            if other.headers.get(name) != attempt.headers.get(name):
                yield f"its {name} differs"
    if attempt.headers["webhook-id"] != attempt.delivery:
        yield "its webhook-id is another's"
    if attempt.fields.get("sequence", 0) != attempt.sequence:
        yield "its body and header tell different sequence numbers"


def _probing(world: World, attempt: Attempt) -> Iterator[str]:
    if not attempt.is_probe:
        return
    for other in world.platform.attempts:
        if not other.is_probe or other.endpoint != attempt.endpoint:
            continue
        if other.claim == attempt.claim:
            # Of two claimed at one moment, one is the last attempt of what was held for too long.
            continue
        if seconds_since(other.starts, attempt.starts) < world.settings.breaker_seconds[0]:
            yield "it is a probe soon after another"


async def chain_faults(world: World) -> list[str]:
    """What is open of each ordering key is one list linked both ways, and its first alone is
    pending.
    """
    ordered: dict[str, list[Delivery]] = defaultdict(list)
    wrong: list[str] = []
    for delivery in await world.deliveries():
        if not is_open(delivery):
            left = {"ahead", "behind", "next_attempt_at", "sending", "closing"} & set(delivery)
            if left:
                wrong.append(f"{_named(delivery)} is {delivery['state']} and has {sorted(left)}")
        elif delivery["lane"]:
            ordered[delivery["lane"]].append(delivery)
    for name, members in ordered.items():
        (key,) = await world.store.get([ordering_key(APP, name)])
        members.sort(key=lambda each: each["sequence"])
        ids = [each["id"] for each in members]
        for number, each in enumerate(members):
            ahead = ids[number - 1] if number else None
            behind = ids[number + 1] if number + 1 < len(ids) else None
            if (each.get("ahead"), each.get("behind")) != (ahead, behind):
                wrong.append(f"{_named(each)} is linked to others than its neighbours")
            if (each["state"] == "pending") != (number == 0):
                wrong.append(f"{_named(each)} is {each['state']} as number {number} of its key")
            if ("next_attempt_at" in each) != (number == 0):
                wrong.append(f"{_named(each)} has or lacks its time")
        if key is None or key.data["tail"] != ids[-1]:
            wrong.append(f"the ordering key {name} ends with another than its last")
    return wrong


async def message_faults(world: World) -> list[str]:
    """Of each that waits for its turn, at most one message counts: whatever else is on its way, or
    comes twice, means nothing.
    """
    sent = Counter(
        (message.body["delivery"], message.body.get("at"))
        for message in (*world.waiting.messages, *world.under_way())
        if "delivery" in message.body
    )
    return [
        f"{sent[delivery['id'], turn]} messages count for {_named(delivery)}"
        for delivery in await world.deliveries()
        if (turn := delivery.get("next_attempt_at")) and sent[delivery["id"], turn] > 1
    ]


async def ending_faults(world: World, retries: int, lives: int) -> list[str]:
    """Once nothing is open. `lives` counts the processes that died: what each had in its hands may
    have gone out once more.
    """
    log = await world.log()
    attempts = {each["id"]: world.platform.of(each["id"]) for each in await world.deliveries()}
    most = (len(world.settings.retry_delays) + 1) * (1 + retries) + lives
    wrong: list[str] = []
    for delivery in await world.deliveries():
        name, own = _named(delivery), attempts[delivery["id"]]
        told = [e for e in log if e["custom"].get("delivery_id") == delivery["id"]]
        match delivery["state"]:
            case "delivered":
                if not any(attempt.succeeded and attempt.was_seen for attempt in own):
                    wrong.append(f"{name} is delivered without a success")
            case "dead" | "superseded" | "cancelled" as state:
                if state == "dead" and not any(attempt.was_seen for attempt in own):
                    wrong.append(f"{name} is dead and was never tried")
                if not delivery["reason"]:
                    wrong.append(f"{name} is {state} for no reason")
                wrong += _untold(name, state, told)
            case state:
                wrong.append(f"{name} is still {state}")
        counted = [each for each in own if not each.is_probe and each.given.error != "busy"]
        if len(counted) > most:
            wrong.append(f"{name} was sent {len(counted)} times, {most} at most")
    return [*wrong, *_effects(world, await world.deliveries())]


def _untold(name: str, state: str, told: Iterable[LogEntry]) -> Iterator[str]:
    entries = [e for e in told if e["type"] == state or e["result"] == state]
    if not entries:
        yield f"{name} is {state} and the log does not say so"
    elif state == "dead" and not any("unread_at" in entry for entry in entries):
        yield f"{name} is dead and nobody is told"


def _effects(world: World, deliveries: Sequence[Delivery]) -> Iterator[str]:
    """Where the last that was ordered has arrived, the platform is left in that state."""
    last: dict[str, Delivery] = {}
    for delivery in deliveries:
        key = delivery["lane"]
        if key not in last or delivery["sequence"] > last[key]["sequence"]:
            last[key] = delivery
    key_of = {delivery["id"]: delivery["lane"] for delivery in deliveries}
    state = {key_of[each.delivery]: each.delivery for each in world.platform.arrivals()}
    for key, delivery in last.items():
        if delivery["state"] == "delivered" and state[key] != delivery["id"]:
            yield f"{_named(delivery)} was ordered last and is not what arrived last"


def _named(delivery: Delivery) -> str:
    return f"{delivery['action_id']} {delivery['sequence']} of {delivery['lane']}"
