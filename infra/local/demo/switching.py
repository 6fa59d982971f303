"""The fourth act: a bad rule is caught in shadow, a good one promoted, a mass false mute undone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from infra.local.demo.client import Client, Refused
from infra.local.demo.expectations import Expectation, that
from infra.local.demo.receiver import Receiver
from infra.local.demo.setup import ENTITY_TYPE, MUTE, POLICY, UNMUTE
from infra.local.demo.terminal import Progress, Terminal
from infra.local.demo.waiting import until

BAD, GOOD, HASTY = "demo_any_link", "demo_link_first", "demo_newcomers"
REGULARS, SPAMMERS, NEWCOMERS = 4, 3, 6
STEPS = 2 * REGULARS + SPAMMERS + 1 + NEWCOMERS
_PRECISION = 0.9
"""The share that people have to agree with."""
_MODERATOR = "demo-mo"
_LINK = {"type": "contains_url"}
_FIRST_POST = {"type": "post_count", "operator": "lte", "value": 1, "window": "30d"}


def _rule(name: str, when: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "scope": "post", "when": when, "actions": [MUTE]}


RULES: dict[str, dict[str, Any]] = {
    BAD: _rule("A link", _LINK),
    GOOD: _rule("A link in the first post", {"type": "all", "conditions": [_LINK, _FIRST_POST]}),
    HASTY: _rule("A first post", _FIRST_POST),
}


@dataclass(slots=True)
class Switched:
    """`shadows` are the reports of the two that ran in shadow, `refused` why the bad one was not
    promoted; `quiet` says that neither called anybody. `undo` is how the undo ended.
    """

    shadows: dict[str, dict[str, Any]] = field(default_factory=dict)
    refused: str = ""
    quiet: bool = False
    version: int = 0
    caught: bool = False
    muted: int = 0
    preview: dict[str, Any] = field(default_factory=dict)
    undo: dict[str, Any] = field(default_factory=dict)
    unmuted: int = 0


class _Act:
    def __init__(
        self, client: Client, receiver: Receiver, run: str, patience: float, progress: Progress
    ) -> None:
        self._client = client
        self._receiver = receiver
        self._run = run
        self._patience = patience
        self._progress = progress
        self._posts = 0
        self.seen = Switched()

    def play(self) -> Switched:
        remove(self._client)
        self._shadow()
        self._decide()
        self._promote()
        self._undo()
        remove(self._client)
        return self.seen

    def _shadow(self) -> None:
        """Regulars post links among other things; spammers begin with one."""
        for id in (BAD, GOOD):
            self._client.hive("POST", f"/rules/{id}/shadow", {"rule": RULES[id]})
        before = self._calls(MUTE)
        for number in range(REGULARS):
            self._post(f"regular-{number}", "Good morning, the seedlings are up.")
            self._post(f"regular-{number}", "I wrote it all down: https://garden.example/seedlings")
        for number in range(SPAMMERS):
            self._post(f"spammer-{number}", "Cheap followers at https://followers.example/buy")
        for id, hits in ((BAD, REGULARS + SPAMMERS), (GOOD, SPAMMERS)):
            self._until(partial(self._has_hits, id, hits))
        self.seen.quiet = self._calls(MUTE) == before

    def _decide(self) -> None:
        """A moderator looks at what the bad rule would have hit."""
        for hit in self._hits(BAD):
            action = "block" if hit["user_id"].startswith("spammer") else "mark_reviewed"
            order = {
                "action_type": action,
                "item_id": hit["item_id"],
                "user_id": _MODERATOR,
            }
            self._client.stream("POST", "/moderation/submit_action", order)

    def _promote(self) -> None:
        asked = {"n": SPAMMERS, "precision": _PRECISION}
        for id in (BAD, GOOD):
            self._until(partial(self._is_judged, id))
            self.seen.shadows[id] = self._report(id)
        try:
            self._client.hive("POST", f"/rules/{BAD}/shadow/promote", asked)
        except Refused as refused:
            self.seen.refused = str(refused)
        promoted = self._client.hive("POST", f"/rules/{GOOD}/shadow/promote", asked)
        self.seen.version = promoted["rule"]["version"]
        before = self._calls(MUTE)
        self._post("spammer-last", "Followers, cheap: https://followers.example/buy")
        self.seen.caught = self._until(lambda: self._calls(MUTE) > before)

    def _undo(self) -> None:
        """A rule that nobody tried mutes all who are new."""
        since = _now()
        self._client.hive("PUT", f"/rules/{HASTY}", RULES[HASTY])
        before = self._calls(MUTE), self._calls(UNMUTE)
        for number in range(NEWCOMERS):
            self._post(f"newcomer-{number}", "Hello, I am new here!")
        self._until(lambda: self._calls(MUTE) - before[0] >= NEWCOMERS)
        self.seen.muted = self._calls(MUTE) - before[0]
        self._client.hive("DELETE", f"/rules/{HASTY}")
        asked = {"rule_id": HASTY, "since": since}
        self.seen.preview = self._client.hive("POST", "/undos", asked)["undo"]
        undo = self._client.hive("POST", "/undos", {**asked, "preview": False})["undo"]
        self._until(lambda: self._undone(undo["id"])["status"] in ("completed", "failed"))
        self.seen.undo = self._undone(undo["id"])
        self._until(lambda: self._calls(UNMUTE) - before[1] >= NEWCOMERS)
        self.seen.unmuted = self._calls(UNMUTE) - before[1]

    def _post(self, author: str, text: str) -> None:
        self._posts += 1
        body = {
            "entity_type": ENTITY_TYPE,
            "entity_id": f"demo-{self._run}-rules-{self._posts}",
            "entity_creator_id": f"{author}-{self._run}",
            "moderation_payload": {"texts": [text]},
            "config_key": POLICY,
        }
        self._client.stream("POST", "/moderation/check", body)
        self._progress.show(self._posts)

    def _report(self, id: str) -> dict[str, Any]:
        result: dict[str, Any] = self._client.hive("GET", f"/rules/{id}/shadow")["shadow"]["result"]
        return result

    def _hits(self, id: str) -> list[dict[str, Any]]:
        hits: list[dict[str, Any]] = self._report(id)["hits"]["shadow"]
        return hits

    def _has_hits(self, id: str, hits: int) -> bool:
        return len(self._hits(id)) >= hits

    def _is_judged(self, id: str) -> bool:
        return self._report(id)["people"]["precision"] is not None

    def _undone(self, id: str) -> dict[str, Any]:
        undo: dict[str, Any] = self._client.hive("GET", f"/undos/{id}")["undo"]
        return undo

    def _calls(self, action: str) -> int:
        return self._receiver.taken(action)

    def _until(self, holds: Callable[[], bool]) -> bool:
        return until(holds, self._patience)


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - 1))


def play(
    client: Client, receiver: Receiver, run: str, patience: float, progress: Progress
) -> Switched:
    return _Act(client, receiver, run, patience, progress).play()


def remove(client: Client) -> None:
    """Rules and what of them ran in shadow."""
    for id in RULES:
        for path in (f"/rules/{id}/shadow", f"/rules/{id}"):
            with suppress(Refused):
                client.hive("DELETE", path)


def tell(terminal: Terminal, switched: Switched) -> None:
    terminal.heading("Rules that were tried before they did anything")
    rows = [
        [RULES[id]["name"], report["counts"]["shadow"], *_people(report), _outcome(switched, id)]
        for id, report in switched.shadows.items()
    ]
    terminal.table(["in shadow", "held", "upheld", "overturned", "so"], rows)
    counts = switched.undo.get("undone") or {}
    terminal.line(
        f'  "{RULES[HASTY]["name"]}" was not tried, and muted {switched.muted} who were new; '
        f"its undo called {UNMUTE} {sum(counts.values())} times."
    )


def _people(report: dict[str, Any]) -> tuple[int, int]:
    return report["people"]["upheld"], report["people"]["overturned"]


def _outcome(switched: Switched, id: str) -> str:
    return f"promoted to version {switched.version}" if id == GOOD else "not promoted"


def expectations(switched: Switched) -> Iterator[Expectation]:
    wanted = {BAD: REGULARS + SPAMMERS, GOOD: SPAMMERS}
    for id, held in wanted.items():
        found = switched.shadows[id]["counts"]["shadow"]
        text = f'"{RULES[id]["name"]}" held for {held} posts in shadow'
        yield Expectation(text, "" if found == held else f"it held for {found}")
    yield that("a rule in shadow calls nobody", switched.quiet)
    overturned = switched.shadows[BAD]["people"]["overturned"]
    yield that("people would have kept most of what the bad rule hit", overturned == REGULARS)
    yield that("the bad rule is not promoted, and the refusal says why", bool(switched.refused))
    yield that("the good rule is promoted, and mutes the next spammer", switched.caught)
    found = switched.preview.get("found") or {}
    yield that("the undo's preview counts who was muted", found.get("users") == NEWCOMERS)
    counts = switched.undo.get("undone")
    yield that("the undo takes back every one of them", counts == {MUTE: NEWCOMERS})
    yield that("each was muted and unmuted at the server", _each(switched))


def _each(switched: Switched) -> bool:
    return switched.muted == switched.unmuted == NEWCOMERS
