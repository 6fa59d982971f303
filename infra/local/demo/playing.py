"""Sends the story, event by event, and keeps what was answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from infra.local.demo.client import Client
from infra.local.demo.setup import CATEGORY, ENTITY_TYPE, POLICY
from infra.local.demo.story import Message, Report, Story
from infra.local.demo.terminal import Progress


@dataclass(slots=True)
class Played:
    """`items` has the post of each review queue item that an answer named."""

    verdicts: dict[str, str] = field(default_factory=dict)
    rules: dict[str, set[str]] = field(default_factory=dict)
    items: dict[str, str] = field(default_factory=dict)
    reports: int = 0


def play(client: Client, story: Story, progress: Progress) -> Played:
    played = Played()
    for number, event in enumerate(story.events, 1):
        if isinstance(event, Report):
            _report(client, event, played)
        elif event.style == "hive":
            _post(client, event, played)
        else:
            _say(client, event, played)
        progress.show(number)
    return played


def _say(client: Client, message: Message, played: Played) -> None:
    answer = client.stream(
        "POST",
        "/moderation/check",
        {
            "entity_type": ENTITY_TYPE,
            "entity_id": message.id,
            "entity_creator_id": message.author,
            "moderation_payload": {"texts": [message.text]},
            "config_key": POLICY,
            "options": {"force_sync": True},
        },
    )
    _keep(message, answer, played)
    if "item" in answer:
        played.items[answer["item"]["id"]] = message.id


def _post(client: Client, message: Message, played: Played) -> None:
    body = {"post_id": message.id, "user_id": message.author, "text_data": message.text}
    answer = client.hive("POST", "/task/sync", body)
    _keep(message, answer, played)
    played.items[answer["id"]] = message.id


def _keep(message: Message, answer: dict[str, Any], played: Played) -> None:
    played.verdicts[message.id] = answer["recommended_action"]
    played.rules[message.id] = {rule["rule_id"] for rule in answer["triggered_rules"]}


def _report(client: Client, report: Report, played: Played) -> None:
    body = {
        "post_id": report.message,
        "reporter_id": report.reporter,
        "report_categories": [CATEGORY],
        "report_reason": "This is aimed at one of us.",
    }
    answer = client.hive("POST", "/report", body)
    played.items[answer["item_id"]] = report.message
    played.reports += 1
