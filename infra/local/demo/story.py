"""A day of a small community, told in the order in which it happens."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from infra.local.demo.obfuscations import obfuscated
from infra.local.demo.texts import (
    BULLYING,
    CLOSINGS,
    LISTED,
    MOVING,
    OPENINGS,
    ORDINARY,
    OTHER_LANGUAGES,
    SPAM,
)

Role = Literal["member", "spammer", "mover", "bully"]
Style = Literal["stream", "hive"]
ROLES: tuple[Role, ...] = ("member", "spammer", "mover", "bully")
VERDICTS: dict[Role, str] = {
    "member": "keep",
    "spammer": "remove",
    "mover": "flag",
    "bully": "keep",
}
MEMBERS = ("ada", "bert", "chioma", "dieter", "elif", "farid", "greta", "hana", "ines", "jonas")
SPAMMER, MOVER, BULLY = "lucky_larry", "rosie", "viktor"
SPAM_POSTS = 24
SPAM_ALLOWED = 15
"""A user with more listed posts than this in a day is suspended."""
REPORTS_NEEDED = 3
_MEMBER_POSTS = 260
_MOVES = 10
_CHOICE = re.compile(r"\{([^{}]*\|[^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Message:
    """`author` and `id` carry the run's suffix, so that each run is about new people and posts."""

    id: str
    author: str
    role: Role
    style: Style
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    message: str
    reporter: str


Event = Message | Report


@dataclass(frozen=True, slots=True)
class Story:
    events: tuple[Event, ...]

    @property
    def messages(self) -> list[Message]:
        return [event for event in self.events if isinstance(event, Message)]

    @property
    def reports(self) -> list[Report]:
        return [event for event in self.events if isinstance(event, Report)]

    def by(self, role: Role) -> set[str]:
        return {message.id for message in self.messages if message.role == role}

    def reported(self, at_least: int) -> set[str]:
        counts: dict[str, int] = {}
        for report in self.reports:
            counts[report.message] = counts.get(report.message, 0) + 1
        return {message for message, count in counts.items() if count >= at_least}


def tell(seed: int, run: str) -> Story:
    """The same seed tells the same story; `run` only changes the names."""
    rng = random.Random(seed)
    posts = [*_members(rng), *_spam(rng), *_moving(rng), *_bullying(rng)]
    placed = sorted((rng.random(), number, post) for number, post in enumerate(posts))
    messages = [
        Message(f"demo-{run}-{number:03}", f"{author}-{run}", role, style, text)
        for number, (_, _, (author, role, style, text)) in enumerate(placed, 1)
    ]
    return Story(tuple(_with_reports(messages, run)))


_Post = tuple[str, Role, Style, str]


def _members(rng: random.Random) -> Iterator[_Post]:
    for number in range(_MEMBER_POSTS):
        if number % 6 == 5:
            text = _filled(OTHER_LANGUAGES[number // 6 % len(OTHER_LANGUAGES)], rng)
        else:
            sentence = _filled(ORDINARY[number % len(ORDINARY)], rng)
            text = rng.choice(OPENINGS) + sentence + rng.choice(CLOSINGS)
        style: Style = "hive" if number % 3 == 2 else "stream"
        yield rng.choice(MEMBERS), "member", style, text


def _spam(rng: random.Random) -> Iterator[_Post]:
    for number in range(SPAM_POSTS):
        word = obfuscated(LISTED[number % len(LISTED)], number, rng)
        yield SPAMMER, "spammer", "stream", SPAM[number % len(SPAM)].format(word)


def _moving(rng: random.Random) -> Iterator[_Post]:
    for number in range(_MOVES):
        yield MOVER, "mover", "stream", _filled(MOVING[number], rng)


def _bullying(rng: random.Random) -> Iterator[_Post]:
    for line in BULLYING:
        yield BULLY, "bully", "hive", line.format(rng.choice(MEMBERS))


def _filled(sentence: str, rng: random.Random) -> str:
    return _CHOICE.sub(lambda found: rng.choice(found[1].split("|")), sentence)


def _with_reports(messages: list[Message], run: str) -> Iterator[Event]:
    """Of the bully's posts one gets five reports, one four, one too few; so does a harmless one."""
    counts = iter((5, 4, REPORTS_NEEDED - 1))
    grudges = iter((1,))
    for message in messages:
        yield message
        wanted = 0
        if message.role == "bully":
            wanted = next(counts, 0)
        elif message.role == "member" and message.style == "hive":
            wanted = next(grudges, 0)
        for reporter in MEMBERS[:wanted]:
            yield Report(message.id, f"{reporter}-{run}")
