"""The fifth act: somebody is banned, told why, appeals, comes back, and has their data erased."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from common.outgoing.signing import is_signed
from infra.local.demo.client import Client, Refused
from infra.local.demo.expectations import Expectation, that
from infra.local.demo.receiver import Receiver
from infra.local.demo.setup import BAN, ENTITY_TYPE, POLICY, UNBAN
from infra.local.demo.terminal import Progress, Terminal
from infra.local.demo.waiting import until

STEPS = 5
_LANGUAGE = "en"
_SAID = "Ask me about the glasshouse plan on telegram: t.me/glasshouse_plans"
_FIRST, _SECOND = "demo-mo", "demo-lea"
_APPEAL = "It was our own group, and the committee knows of it."
# The declaration and the words of this made-up community: yours are your own.
_DECLARED = {
    "decision_account": "DECISION_ACCOUNT_SUSPENDED",
    "decision_ground": "DECISION_GROUND_INCOMPATIBLE_CONTENT",
    "incompatible_content_ground": "House rule 3: no leading away",
    "incompatible_content_explanation": "Members may not be asked to other services.",
    "category": "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
}
_TEMPLATE = {
    "text": "On {restricted_at} we did this: {restriction}. {clause}. {explanation} "
    "What we know: {facts}.",
    "words": {"DECISION_ACCOUNT_SUSPENDED": "your account was suspended"},
}


@dataclass(slots=True)
class Redress:
    """Each as the API answered it; `left` is what is found of the person after the erasure."""

    user: str
    told: dict[str, Any] = field(default_factory=dict)
    statement: dict[str, Any] = field(default_factory=dict)
    appeal: dict[str, Any] = field(default_factory=dict)
    erasure: dict[str, Any] = field(default_factory=dict)
    calls: tuple[int, int] = (0, 0)
    left: int = -1


class _Act:
    def __init__(
        self, client: Client, receiver: Receiver, run: str, patience: float, progress: Progress
    ) -> None:
        self._client = client
        self._receiver = receiver
        self._run = run
        self._patience = patience
        self._progress = progress
        self._before = self._calls()
        self.seen = Redress(f"demo-{run}-gardener")

    def play(self) -> Redress:
        declared = _declare(self._client)
        for number, step in enumerate(
            (self._ban, self._appeal, self._reverse, self._erase, self._look), 1
        ):
            step()
            self._progress.show(number)
        _take_back(self._client, declared)
        return self.seen

    def _ban(self) -> None:
        post = {
            "entity_type": ENTITY_TYPE,
            "entity_id": f"{self.seen.user}-post",
            "entity_creator_id": self.seen.user,
            "moderation_payload": {"texts": [_SAID]},
            "config_key": POLICY,
        }
        checked = self._client.stream("POST", "/moderation/check", post)
        ban = {"target_user_id": self.seen.user, "reason": "leads people away"}
        self._decide("ban", _FIRST, ban=ban, item_id=checked["item"]["id"])
        until(lambda: self._calls()[0] > self._before[0], self._patience)
        (stated,) = self._statements()
        query = {"language": _LANGUAGE}
        path = f"/statements/{stated['id']}"
        self.seen.told = self._client.hive("GET", path, query=query)["statement"]

    def _appeal(self) -> None:
        body = {
            "entity_type": "stream:user",
            "entity_id": self.seen.user,
            "appeal_reason": _APPEAL,
            "user_id": self.seen.user,
        }
        id = self._client.stream("POST", "/moderation/appeal", body)["appeal_id"]
        self.seen.appeal = self._handled(id)

    def _reverse(self) -> None:
        """By another person than the one who banned."""
        id = self.seen.appeal["id"]
        unban = {"target_user_id": self.seen.user, "decision_reason": "it was no advertising"}
        self._decide("unban", _SECOND, unban=unban, appeal_id=id)
        until(lambda: "reversal_arrived_at" in self._handled(id), self._patience)
        self.seen.appeal = self._handled(id)
        self.seen.statement = self._statements()[0]
        before, now = self._before, self._calls()
        self.seen.calls = now[0] - before[0], now[1] - before[1]

    def _erase(self) -> None:
        ordered = self._client.hive("DELETE", f"/users/{self.seen.user}/data")
        until(lambda: self._erasure(ordered["id"])["status"] == "completed", self._patience)
        self.seen.erasure = self._erasure(ordered["id"])

    def _look(self) -> None:
        asked = {"filter": {"entity_creator_id": self.seen.user}}
        queue = self._client.stream("POST", "/moderation/review_queue", asked)["items"]
        self.seen.left = len(queue) + len(self._statements())

    def _decide(self, kind: str, by: str, **fields: Any) -> None:
        body = {"action_type": kind, "user_id": by, **fields}
        self._client.stream("POST", "/moderation/submit_action", body)

    def _statements(self) -> list[dict[str, Any]]:
        asked = {"user_id": self.seen.user}
        found: list[dict[str, Any]] = self._client.hive("GET", "/statements", query=asked)[
            "statements"
        ]
        return found

    def _handled(self, id: str) -> dict[str, Any]:
        appeal: dict[str, Any] = self._client.hive("GET", f"/appeals/{id}")["appeal"]
        return appeal

    def _erasure(self, id: str) -> dict[str, Any]:
        return self._client.hive("GET", f"/erasures/{id}")

    def _calls(self) -> tuple[int, int]:
        return self._receiver.taken(BAN), self._receiver.taken(UNBAN)


def play(
    client: Client, receiver: Receiver, run: str, patience: float, progress: Progress
) -> Redress:
    return _Act(client, receiver, run, patience, progress).play()


def _declare(client: Client) -> list[str]:
    """Where the app has said something itself, that stays. Answers what to take back."""
    made = []
    for path, known, body in (
        ("/statement_settings/ban", _has_declared, _DECLARED),
        (f"/statement_templates/{_LANGUAGE}", _has_words, _TEMPLATE),
    ):
        if not known(client):
            client.hive("PUT", path, body)
            made.append(path)
    return made


def _take_back(client: Client, paths: list[str]) -> None:
    for path in paths:
        with suppress(Refused):
            client.hive("DELETE", path)


def _has_declared(client: Client) -> bool:
    setting = client.hive("GET", "/statement_settings/ban")["statement_setting"]
    return bool(setting["missing"] != ["statement"])


def _has_words(client: Client) -> bool:
    known = client.hive("GET", "/statement_templates")["statement_templates"]
    return any(each["language"] == _LANGUAGE for each in known)


def tell(terminal: Terminal, redress: Redress) -> None:
    terminal.heading("A ban that was wrong")
    terminal.line(f"  banned by {_FIRST}, told: {redress.told.get('text', '')}")
    appeal = redress.appeal
    reversal = appeal.get("reversal") or {"state": "missing"}
    terminal.line(
        f"  appealed; {_decider(appeal)} decided: {appeal.get('outcome')}, "
        f"and at your server it has {reversal['state']}"
    )
    places = _places(redress.erasure)
    deleted, changed = (sum(each[name] for each in places) for name in ("deleted", "changed"))
    terminal.line(
        f"  erased: {deleted} documents deleted and {changed} changed in {len(places)} places; "
        "the receipt is signed"
    )
    terminal.line(
        "  From tomorrow on this proves that today's log is what it was: "
        ".venv/bin/python -m infra.local.verify"
    )


def expectations(redress: Redress) -> Iterator[Expectation]:
    told, appeal = redress.told, redress.appeal
    yield that("the ban has a statement that lacks nothing", told.get("missing") == [])
    yield that("the statement has a text to send", bool(told.get("text")))
    is_reversed = appeal.get("outcome") == "reversed" and _decider(appeal) == _SECOND
    yield that("another person reverses the ban on appeal", is_reversed)
    yield that("the reversal arrives", "reversal_arrived_at" in appeal)
    yield that("the server is told of the ban and of its end", redress.calls == (1, 1))
    yield that("the statement says that it is reversed", "reversed_at" in redress.statement)
    yield that("the erasure ends with a receipt that is signed", _is_proven(redress.erasure))
    yield that("nothing is found of whom was erased", redress.left == 0)


def _decider(appeal: dict[str, Any]) -> str:
    decision: dict[str, str] = appeal.get("moderation_action") or {}
    return decision.get("user_id", "nobody")


def _is_proven(erasure: dict[str, Any]) -> bool:
    """By the recipe of docs/erasure.md."""
    signed = erasure.get("signed")
    if erasure.get("status") != "completed" or not signed:
        return False
    text = json.dumps(signed["receipt"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    is_whole = is_signed(signed["public_key"], text.encode(), signed["signature"])
    return is_whole and not any(each["left"] for each in _places(erasure))


def _places(erasure: dict[str, Any]) -> list[dict[str, Any]]:
    signed = erasure.get("signed") or {"receipt": {"places": []}}
    places: list[dict[str, Any]] = signed["receipt"]["places"]
    return places
