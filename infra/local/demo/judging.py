"""The third act: posts that each engine has something to say about."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from infra.local.demo.client import Client
from infra.local.demo.expectations import Expectation
from infra.local.demo.picture import picture
from infra.local.demo.receiver import Receiver
from infra.local.demo.setup import ENGINES_POLICY, ENTITY_TYPE, IMAGE_LIST, KNOWN_PICTURE, REPEATS
from infra.local.demo.terminal import Progress, Terminal

_TEXT = 44


@dataclass(frozen=True, slots=True)
class Case:
    """`label` is what `engine` has to find in the last of `posts`, which asks for `action`."""

    what: str
    posts: tuple[str, ...]
    engine: str
    label: str
    action: str


TEXTS = (
    Case(
        "an insult",
        ("You stupid idiot, nobody wants you on these plots.",),
        "automod_toxicity",
        "insult",
        "flag",
    ),
    Case(
        "a threat",
        ("I know where you live. I will break your legs tonight.",),
        "automod_toxicity",
        "threat",
        "remove",
    ),
    Case(
        "a scam",
        ("Your account is locked. Send me your password and the code to get your money back.",),
        "ai_text",
        "SCAM",
        "remove",
    ),
    Case(
        "a flood",
        ("Vote for plot nine in the pumpkin contest!",) * REPEATS,
        "flood",
        "flood_identical",
        "remove",
    ),
)
IMAGE = Case("an image", (), "ai_image", KNOWN_PICTURE, "remove")
CHECKS = sum(len(case.posts) for case in TEXTS) + 2
_PAUSE = 0.1


@dataclass(frozen=True, slots=True)
class Finding:
    engine: str
    labels: tuple[str, ...]
    score: float
    action: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What was answered for the last post of a case, and for those before it."""

    case: Case
    shown: str
    findings: tuple[Finding, ...]
    not_judged: tuple[str, ...]
    action: str
    before: tuple[str, ...] = ()

    @property
    def is_judged(self) -> bool:
        return self.case.engine not in self.not_judged


def play(
    client: Client, receiver: Receiver, run: str, patience: float, progress: Progress
) -> list[Judged]:
    judged, sent = [], 0
    for case in TEXTS:
        answers = []
        for text in case.posts:
            answers.append(_check(client, run, case, sent, {"texts": [text]}))
            sent += 1
            progress.show(sent)
        judged.append(_judged(case, case.posts[-1], answers))
    judged.append(_known_picture(client, receiver, run, sent, patience))
    progress.show(CHECKS)
    return judged


def _known_picture(
    client: Client, receiver: Receiver, run: str, number: int, patience: float
) -> Judged:
    """The picture of one post is put on the list, and its mirror image is posted next."""
    first, copy = f"picture-{run}.png", f"copy-{run}.png"
    receiver.serve(first, picture(run))
    receiver.serve(copy, picture(run, mirrored=True))
    answer = _look(client, run, number, receiver.url(first), patience)
    if IMAGE.engine in answer.get("not_judged", ()):
        return _judged(IMAGE, first, [answer])
    order = {"item_id": answer["item_id"], "note": f"run {run}"}
    client.hive("POST", f"/image_hash_lists/{IMAGE_LIST}/add", order)
    second = _look(client, run, number + 1, receiver.url(copy), patience)
    return _judged(IMAGE, copy, [answer, second])


def _look(client: Client, run: str, number: int, url: str, patience: float) -> dict[str, Any]:
    """What came of a check whose image is looked at after the answer."""
    answer = _check(client, run, IMAGE, number, {"images": [url]})
    until = time.monotonic() + patience
    task = client.stream("GET", f"/tasks/{answer['task_id']}")
    while task["status"] == "pending" and time.monotonic() < until:
        time.sleep(_PAUSE)
        task = client.stream("GET", f"/tasks/{answer['task_id']}")
    if task["status"] != "completed":
        return {"recommended_action": f"none, its task is {task['status']}"}
    of_author = {"filter": {"entity_creator_id": _author(IMAGE, run)}}
    queue = client.stream("POST", "/moderation/review_queue", of_author)["items"]
    found = [item for item in queue if item["id"] == task["result"]["item_id"]]
    return {
        **task["result"],
        **({"item": found[0], "not_judged": found[0].get("not_judged", ())} if found else {}),
    }


def _check(
    client: Client, run: str, case: Case, number: int, payload: dict[str, Any]
) -> dict[str, Any]:
    return client.stream(
        "POST",
        "/moderation/check",
        {
            "entity_type": ENTITY_TYPE,
            "entity_id": _id(run, number),
            "entity_creator_id": _author(case, run),
            "moderation_payload": payload,
            "config_key": ENGINES_POLICY,
        },
    )


def _author(case: Case, run: str) -> str:
    return f"{case.what.split()[-1]}-{run}"


def _id(run: str, number: int) -> str:
    return f"demo-{run}-engine-{number}"


def _judged(case: Case, shown: str, answers: list[dict[str, Any]]) -> Judged:
    *before, last = answers
    findings = tuple(
        Finding(each["provider_name"], tuple(each["labels"]), each["score"], each["action"])
        for flag in last.get("item", {}).get("flags", ())
        for each in flag["result"]
        if "score" in each
    )
    not_judged = tuple(last.get("not_judged", ()))
    actions = tuple(each["recommended_action"] for each in before)
    return Judged(case, shown, findings, not_judged, last["recommended_action"], actions)


def tell(terminal: Terminal, judged: list[Judged]) -> None:
    terminal.heading("Judged by engines")
    rows = [row for each in judged for row in _rows(each)]
    terminal.table(["what", "engine", "labels", "score", "action", "post"], rows)
    if not all(each.is_judged for each in judged):
        terminal.line(
            "  Images are judged where the server has gavel[images]: docs/engines/images.md"
        )


def _rows(judged: Judged) -> Iterator[list[object]]:
    shown = judged.shown if len(judged.shown) <= _TEXT else f"{judged.shown[: _TEXT - 1]}…"
    what = judged.case.what
    for found in judged.findings:
        labels = ", ".join(found.labels)
        yield [what, found.engine, labels, f"{found.score:.2f}", found.action, shown]
    for engine in judged.not_judged:
        yield [what, engine, "not judged", "", judged.action, shown]


def expectations(judged: list[Judged]) -> Iterator[Expectation]:
    """What is not installed is not judged, and then said to be; that holds for images alone."""
    for each in judged:
        case = each.case
        if case is IMAGE and not each.is_judged:
            text = "an image that nobody can look at is flagged as not judged"
            yield Expectation(text, "" if each.action == "flag" else f"the answer is {each.action}")
            continue
        found = [
            finding
            for finding in each.findings
            if finding.engine == case.engine and case.label in finding.labels
        ]
        problem = "" if found and each.action == case.action else f"{each.action} by {found}"
        text = f"{case.what} is {case.label} to {case.engine}, and the answer {case.action}"
        yield Expectation(text, problem)
        early = [action for action in each.before if action != "keep"]
        if each.before:
            yield Expectation(
                f"what was posted before {case.what} is kept", ", ".join(map(str, early))
            )
