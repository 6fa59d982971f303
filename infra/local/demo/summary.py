"""What happened, for a person to read."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from typing import Any

from infra.local.demo.client import Server
from infra.local.demo.expectations import Expectation
from infra.local.demo.outage import SECONDS, Outage
from infra.local.demo.outcome import Outcome
from infra.local.demo.playing import Played
from infra.local.demo.receiver import HANG, Receiver
from infra.local.demo.setup import ACTIONS, RULES
from infra.local.demo.story import ROLES, Story
from infra.local.demo.terminal import Terminal

_TOP = 5
_TEXT = 44
_UNREAD_MOST = 100


def summarize(
    terminal: Terminal, story: Story, played: Played, outcome: Outcome, receiver: Receiver
) -> None:
    _checks(terminal, story, played)
    _rules(terminal, outcome)
    _callbacks(terminal, outcome, receiver)
    _queue(terminal, outcome)
    terminal.heading("Unread failures in the moderation log")
    more = " or more" if outcome.unread >= _UNREAD_MOST else ""
    terminal.line(f"  {outcome.unread}{more}; POST /api/v1/log/mark_read acknowledges them")


def tell_outage(terminal: Terminal, outage: Outage, receiver: Receiver) -> None:
    terminal.heading(f"While your server was down for {SECONDS:.0f} s, and after")
    names = {f"item:{item}": f"post {number}" for number, item in enumerate(outage.items, 1)}
    rows = []
    for each in outage.deliveries:
        order = [arrival.delivery for arrival in receiver.arrivals(each["subject"])]
        arrived = f"as number {order.index(each['id']) + 1}" if each["id"] in order else "never"
        about = names.get(each["subject"], outage.user)
        rows.append([about, each["action_id"], each["state"], each["attempts"], arrived])
    terminal.table(["about", "decided", "became", "attempts", "arrived"], rows)


def judge(terminal: Terminal, results: Sequence[Expectation]) -> bool:
    failed = [each for each in results if not each.holds]
    terminal.line()
    for each in failed:
        terminal.line(f"{terminal.paint('did not hold:', 'red')} {each.text}: {each.problem}")
    if not failed:
        terminal.line(terminal.paint(f"All {len(results)} expectations held.", "green"))
    else:
        terminal.line(f"{len(failed)} of {len(results)} expectations did not hold.")
    return not failed


def where_next(terminal: Terminal, server: Server) -> None:
    """Secrets that come from the environment are named, not shown."""
    from_environment = os.environ.get("GAVEL_API_TOKEN")
    token = "$GAVEL_API_TOKEN" if from_environment else server.credentials.token
    header = f'-H "authorization: token {token}"'
    key = server.credentials.key
    terminal.heading("Where to look next")
    for path in ("log?kind=rule&limit=3", "deliveries?state=delivered&limit=1", "rules"):
        terminal.line(f'  curl -s {header} "{server.url}/api/v1/{path}"')
    terminal.line(
        f'  curl -s -X POST "{server.url}/api/v2/moderation/review_queue?api_key={key}" '
        f"-H 'content-type: application/json' -d '{{\"limit\": 1}}' "
        f'-H "authorization: {server.jwt()}"'
    )
    terminal.line("The last token is good for an hour. What the demo configured (ids demo…) stays;")
    terminal.line("this removes it: .venv/bin/python -m infra.local.demo --remove")


def _checks(terminal: Terminal, story: Story, played: Played) -> None:
    verdicts = sorted({"keep", "flag", "remove", *played.verdicts.values()}, key=_strength)
    rows: list[list[object]] = []
    for role in ROLES:
        ids = story.by(role)
        counts = Counter(played.verdicts.get(id, "?") for id in ids)
        rows.append([role, *(counts[verdict] for verdict in verdicts), len(ids)])
    columns = [[row[n] for row in rows] for n in range(1, len(verdicts) + 2)]
    rows.append(["all", *(sum(int(str(v)) for v in column) for column in columns)])
    terminal.heading("Checks by verdict")
    terminal.table(["", *verdicts, "all"], rows)


def _strength(verdict: str) -> int:
    order = ("keep", "flag", "remove")
    return order.index(verdict) if verdict in order else len(order)


def _rules(terminal: Terminal, outcome: Outcome) -> None:
    terminal.heading("Rules fired (from the moderation log)")
    rows = [
        [rule, len(posts), len(set(posts)), ", ".join(RULES[rule]["actions"])]
        for rule, posts in outcome.fired.items()
    ]
    terminal.table(["rule", "times", "posts", "leads to"], rows)


def _callbacks(terminal: Terminal, outcome: Outcome, receiver: Receiver) -> None:
    terminal.heading("Callbacks")
    rows = []
    for action in ACTIONS:
        deliveries = outcome.of(action)
        attempts = sum(each["attempts"] for each in deliveries)
        done = sum(each["state"] == "delivered" for each in deliveries)
        failures = _failures(receiver.failures(action))
        rows.append([action, len(deliveries), attempts, done, failures])
    terminal.table(["action", "callbacks", "attempts", "delivered", "failed at first"], rows)


def _failures(counts: Counter[int]) -> str:
    named = sorted(counts.items(), reverse=True)
    return ", ".join(f"{count} x {'no answer' if s == HANG else s}" for s, count in named)


def _queue(terminal: Terminal, outcome: Outcome) -> None:
    terminal.heading("Review queue")
    stats = ", ".join(f"{count} {kind}" for kind, count in outcome.stats.items())
    terminal.line(f"  {len(outcome.queue)} items of this run; waiting in all: {stats}")
    ranked = sorted(outcome.queue, key=lambda item: (-item["flags_count"], item["entity_id"]))
    rows = [
        [item["flags_count"], item["recommended_action"], _why(item), _text(item)]
        for item in ranked[:_TOP]
    ]
    if rows:
        terminal.table(["flags", "verdict", "flagged by", "text"], rows)


def _why(item: dict[str, Any]) -> str:
    return ", ".join(dict.fromkeys(flag["type"] for flag in item["flags"]))


def _text(item: dict[str, Any]) -> str:
    if item["entity_type"] == "stream:user":
        return f"(the user {item['entity_id']})"
    text = " ".join((item["moderation_payload"].get("texts") or [""])[0].split())
    return text if len(text) <= _TEXT else f"{text[: _TEXT - 1]}…"
