"""What has to be true at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from infra.local.demo.outage import Outage, decisions
from infra.local.demo.outcome import Outcome, Wanted, about, is_spammer
from infra.local.demo.playing import Played
from infra.local.demo.receiver import Receiver
from infra.local.demo.setup import (
    ACTIONS,
    BAN,
    LISTED_RULE,
    MOVING_RULE,
    SUSPEND_RULE,
    SUSPEND_USER,
    UNBAN,
)
from infra.local.demo.story import ROLES, VERDICTS, Story

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Expectation:
    text: str
    problem: str = ""

    @property
    def holds(self) -> bool:
        return not self.problem


def that(text: str, holds: bool) -> Expectation:
    return Expectation(text, "" if holds else "it did not")


def expectations(
    story: Story, played: Played, outcome: Outcome, receiver: Receiver
) -> list[Expectation]:
    wanted = Wanted.by(story)
    return [
        *_answers(story, played),
        *_rules(outcome, wanted),
        *_callbacks(outcome, wanted, receiver),
        _queue(outcome, wanted),
    ]


def _answers(story: Story, played: Played) -> Iterator[Expectation]:
    for role in ROLES:
        ids = story.by(role)
        wrong = {id for id in ids if played.verdicts.get(id) != VERDICTS[role]}
        text = f"every one of {len(ids)} checks of the {role}'s posts says {VERDICTS[role]}"
        yield Expectation(text, _named(story, wrong))
    for role, rule in (("spammer", LISTED_RULE), ("mover", MOVING_RULE)):
        silent = {m.id for m in story.messages if m.role == role} - {
            id for id, rules in played.rules.items() if rule in rules
        }
        yield Expectation(
            f"each of those answers for the {role} names {rule}", _named(story, silent)
        )
    sent = len(story.reports)
    problem = "" if played.reports == sent else f"{played.reports} were"
    yield Expectation(f"all {sent} reports are received", problem)


def _rules(outcome: Outcome, wanted: Wanted) -> Iterator[Expectation]:
    for rule, posts in wanted.rules.items():
        found = set(outcome.fired[rule])
        text = f"{rule} fired for exactly the {len(posts)} posts it should"
        yield Expectation(text, _difference(posts, found))
    times = len(outcome.fired[SUSPEND_RULE])
    problem = "" if times >= wanted.suspensions else f"it fired {times} times"
    yield Expectation(f"{SUSPEND_RULE} fired {wanted.suspensions} times or more", problem)


def _callbacks(outcome: Outcome, wanted: Wanted, receiver: Receiver) -> Iterator[Expectation]:
    for action, posts in wanted.subjects().items():
        text = f"{action} was called for exactly the {len(posts)} posts it should"
        yield Expectation(text, _difference(posts, about(outcome.of(action))))
    suspensions = outcome.of(SUSPEND_USER)
    others = sorted({d["data"]["user_id"] for d in suspensions if not _is_about_spammer(d)})
    problem = "" if len(suspensions) >= wanted.suspensions else f"{len(suspensions)} times"
    yield Expectation(
        f"{SUSPEND_USER} was called {wanted.suspensions} times or more, for the spammer alone",
        problem or ", ".join(others),
    )
    for action in ACTIONS:
        deliveries = outcome.of(action)
        late = [d for d in deliveries if d["state"] != "delivered"]
        states = ", ".join(f"{d['state']} after {d['attempts']}" for d in late[:_NAMED])
        yield Expectation(
            f"every callback of {action} is delivered",
            f"{len(late)} are not: {states}" if late else "",
        )
    calls = [(d, receiver.answers(d["id"])) for d in outcome.deliveries]
    unlike = [d["id"] for d, answers in calls if not _agree(d["attempts"], answers)]
    yield Expectation(
        "both sides saw the same attempts: failures first, then one success",
        ", ".join(unlike[:_NAMED]),
    )


def _queue(outcome: Outcome, wanted: Wanted) -> Expectation:
    queued = wanted.queued()
    found = {item["entity_id"] for item in outcome.queue}
    posts = len(queued) - len(wanted.users)
    text = (
        f"the review queue holds exactly the {posts} posts with something to see,"
        f" and the {len(wanted.users)} users whom engines flagged most"
    )
    return Expectation(text, _difference(queued, found))


def outage_expectations(outage: Outage, receiver: Receiver) -> Iterator[Expectation]:
    found = len(outage.deliveries)
    problem = "" if found == decisions() else f"{found} are there"
    yield Expectation(
        f"{decisions()} decisions became callbacks while the server was down", problem
    )
    states = {each["action_id"]: each["state"] for each in outage.of(f"user:{outage.user}")}
    problem = "" if states == {BAN: "superseded", UNBAN: "delivered"} else str(states)
    yield Expectation("the ban was superseded by the unban, which arrived", problem)
    taken = len(receiver.arrivals(f"user:{outage.user}"))
    problem = "" if taken == 1 else f"it took {taken} callbacks"
    yield Expectation("the server never took the ban that was lifted", problem)
    for number, item in enumerate(outage.items, 1):
        wanted = [each["id"] for each in outage.of(f"item:{item}")]
        arrived = [each.delivery for each in receiver.arrivals(f"item:{item}")]
        in_order = [id for id in arrived if id in wanted] == wanted
        text = f"the decisions on post {number} arrived in their order"
        yield Expectation(text, "" if in_order else f"{wanted} as {arrived}")


def _is_about_spammer(delivery: dict[str, dict[str, str]]) -> bool:
    return is_spammer(delivery["data"]["user_id"])


def _agree(attempts: int, answers: list[int]) -> bool:
    failures, last = answers[:-1], answers[-1:]
    return len(answers) == attempts and last == [200] and 200 not in failures


def _difference(wanted: set[str], found: set[str]) -> str:
    parts = [
        f"{len(posts)} {word} ({_some(posts)})"
        for word, posts in (("missing", wanted - found), ("too many", found - wanted))
        if posts
    ]
    return ", ".join(parts)


def _named(story: Story, ids: set[str]) -> str:
    texts = {message.id: message.text for message in story.messages}
    shown = "; ".join(f"{id} {texts[id]!r}" for id in sorted(ids)[:_NAMED])
    return f"{len(ids)} not: {shown}" if ids else ""


def _some(ids: set[str]) -> str:
    more = ", …" if len(ids) > _NAMED else ""
    return ", ".join(sorted(ids)[:_NAMED]) + more
