"""Reporters: how often each was right, what that is worth, and who reports what others have just
reported.

A report was right where a moderator then acted on what it was about, and wrong where they kept it.
Both fade: what is half a year old counts a quarter. What is left is shrunk to the community's rate,
so that one report makes nobody a liar, and one who is not known counts as the community does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.item import SHARDS
from common.domain.misuse import Judged, Misuse
from common.domain.times import DAY, MINUTE
from common.store.store import Collection, Key

ANY_CATEGORY = ""
HALF_LIFE = 90 * DAY
PRIOR = 4.0
"""So many reports of the community's rate stand beside a reporter's own."""
TOGETHER = 5 * MINUTE
"""Who reports the same within that time of another has followed them."""
REPEATEDLY = 2.5
"""From so many times on, of which what is older counts less, a follower counts for less beside whom
they follow: three times within weeks.
"""
_PARTNERS_KEPT = 50
_CATEGORIES_KEPT = 100
_BUCKET = 30 * DAY
_BUCKETS_KEPT = 24
_JUDGEMENTS_KEPT = 200


class Tally(TypedDict):
    """As of the time that the reporter's document names."""

    right: float
    wrong: float


class Following(TypedDict):
    """How often they reported within minutes after another, as of `at`."""

    times: float
    at: int


class JudgedReport(Judged):
    """`report_id` is its flag."""

    report_id: str


class Reporter(Misuse):
    """`tallies` are by category, all of them under "any"; they are as of `at`. `judged` is how many
    reports ever were. `following` is by the keys of those they followed. `score` is what they were
    worth when it was last worked out, there once a report was judged: lists are sorted by it.
    `judgements` are the last that were decided on while the app had limits to misuse.
    """

    user_id: str
    tallies: dict[str, Tally]
    at: int
    judged: int
    following: dict[str, Following]
    updated_at: int
    score: NotRequired[float]
    judgements: NotRequired[list[JudgedReport]]


REPORTERS: Collection[Reporter] = Collection("reporter")
RATES: Collection[dict[str, int]] = Collection("report_rate")
"""An app has sixteen, by the shards of items: how many reports were right and wrong in each month,
in each category.
"""
_ALL = "any|"


def reporter_id(user: str) -> str:
    """Of a fixed length, as an item keeps those of its reports."""
    return derived_id("reporter", user)


def reporter_key(app: str, id: str) -> Key[Reporter]:
    return Key(app, REPORTERS, id)


def rates_keys(app: str) -> list[Key[dict[str, int]]]:
    return [rates_key(app, shard) for shard in SHARDS]


def rates_key(app: str, shard: str) -> Key[dict[str, int]]:
    return Key(app, RATES, shard)


def new_reporter(user: str, now: int) -> Reporter:
    return {
        "user_id": user,
        "tallies": {},
        "at": now,
        "judged": 0,
        "following": {},
        "updated_at": now,
    }


def faded(count: float, since: int, now: int) -> float:
    """What came `since` then is worth `now`; a clock that was set back makes it no more."""
    return count * float(0.5 ** (max(0, now - since) / HALF_LIFE))


def judge(reporter: Reporter, categories: Iterable[str], now: int, *, right: bool) -> None:
    """Counts one report, in place."""
    tallies, at = _faded_tallies(reporter, now)
    for name in {_ALL, *categories}:
        known = tallies.get(name, Tally(right=0.0, wrong=0.0))
        tallies[name] = Tally(right=known["right"] + right, wrong=known["wrong"] + (not right))
    if len(tallies) > _CATEGORIES_KEPT:
        largest = sorted(tallies, key=lambda name: -sum(_pair(tallies[name])))
        tallies = {name: tallies[name] for name in [_ALL, *largest][:_CATEGORIES_KEPT]}
    reporter.update({"tallies": tallies, "at": at, "judged": reporter["judged"] + 1})
    reporter["updated_at"] = now


def retract(
    reporter: Reporter, report: str, categories: Iterable[str], then: int, now: int
) -> None:
    """A report that was counted `then` as wrong is as if nobody had decided on it, in place."""
    tallies, at = _faded_tallies(reporter, now)
    for name in {_ALL, *categories} & {*tallies}:
        left = tallies[name]["wrong"] - faded(1, then, at)
        tallies[name] = Tally(right=tallies[name]["right"], wrong=max(0.0, left))
    judged = max(0, reporter["judged"] - 1)
    reporter.update({"tallies": tallies, "at": at, "judged": judged, "updated_at": now})
    if "judgements" in reporter:
        kept = [each for each in reporter["judgements"] if each["report_id"] != report]
        reporter["judgements"] = kept


def _faded_tallies(reporter: Reporter, now: int) -> tuple[dict[str, Tally], int]:
    """As of the time beside them."""
    at = max(now, reporter["at"])
    tallies = {
        name: Tally(
            right=faded(each["right"], reporter["at"], at),
            wrong=faded(each["wrong"], reporter["at"], at),
        )
        for name, each in reporter["tallies"].items()
    }
    return tallies, at


def note_judgement(reporter: Reporter, judged: JudgedReport) -> list[JudgedReport]:
    """All that are kept, with this one as the last."""
    kept = [*reporter.get("judgements", ()), judged][-_JUDGEMENTS_KEPT:]
    reporter["judgements"] = kept
    return kept


def _pair(tally: Tally) -> tuple[float, float]:
    return tally["right"], tally["wrong"]


def tally_of(reporter: Reporter | None, category: str, now: int) -> Tally:
    """Of all categories where none is named."""
    known = reporter["tallies"].get(category or _ALL) if reporter is not None else None
    if reporter is None or known is None:
        return Tally(right=0.0, wrong=0.0)
    return Tally(
        right=faded(known["right"], reporter["at"], now),
        wrong=faded(known["wrong"], reporter["at"], now),
    )


def categories_of(reporter: Reporter) -> list[str]:
    return sorted(name for name in reporter["tallies"] if name != _ALL)


@dataclass(frozen=True, slots=True)
class Rates:
    """The community's tallies, by category, all of them under the empty name."""

    tallies: Mapping[str, Tally] = field(default_factory=dict)

    def of(self, category: str) -> float:
        """How many of a hundred reports are right: half where nothing is known, and in a category
        of which little is, about as many as in all.
        """
        every = self.tallies.get(ANY_CATEGORY, Tally(right=0.0, wrong=0.0))
        overall = (every["right"] + 1) / (every["right"] + every["wrong"] + 2)
        own = self.tallies.get(category) if category else None
        return overall if own is None else shrunk(own, overall)


def shrunk(tally: Tally, rate: float) -> float:
    return (tally["right"] + PRIOR * rate) / (tally["right"] + tally["wrong"] + PRIOR)


def score(reporter: Reporter | None, category: str, rates: Rates, now: int) -> float:
    """How likely a report of theirs is right, between 0 and 1."""
    return shrunk(tally_of(reporter, category, now), rates.of(category))


def rate_increments(categories: Iterable[str], now: int, *, right: bool) -> dict[str, int]:
    """What to add for a report that was judged."""
    kind, month = "right" if right else "wrong", now // _BUCKET
    return {f"{month:05d}|{kind}|{name}": 1 for name in {ANY_CATEGORY, *categories}}


def rates_of(shards: Iterable[Mapping[str, int]], now: int) -> Rates:
    """A month fades as a whole, from its end on."""
    tallies: dict[str, Tally] = {}
    for shard in shards:
        for name, count in shard.items():
            month, _, rest = name.partition("|")
            kind, _, category = rest.partition("|")
            worth = faded(count, (int(month) + 1) * _BUCKET, now)
            tally = tallies.setdefault(category, Tally(right=0.0, wrong=0.0))
            if kind == "right":
                tally["right"] += worth
            else:
                tally["wrong"] += worth
    return Rates(tallies)


def old_rates(shard: Mapping[str, int], now: int) -> list[str]:
    """The fields that count no more."""
    oldest = f"{now // _BUCKET - _BUCKETS_KEPT:05d}|"
    return [name for name in shard if name < oldest]


def follow(reporter: Reporter, leaders: Sequence[str], now: int) -> None:
    """Notes that they reported within minutes after these, in place."""
    following = dict(reporter["following"])
    for leader in leaders:
        times = times_followed(reporter, leader, now) + 1
        following[leader] = Following(times=times, at=now)
    if len(following) > _PARTNERS_KEPT:
        kept = sorted(following, key=lambda each: _standing(following[each], now))
        following = {each: following[each] for each in kept[-_PARTNERS_KEPT:]}
    reporter.update({"following": following, "updated_at": now})


def _standing(following: Following, now: int) -> float:
    return faded(following["times"], following["at"], now)


def times_followed(reporter: Reporter, leader: str, now: int) -> float:
    known = reporter["following"].get(leader)
    return 0.0 if known is None else _standing(known, now)


def followed_among(reporter: Reporter | None, others: Iterable[str], now: int) -> int:
    """How many of these they follow again and again."""
    if reporter is None:
        return 0
    return sum(times_followed(reporter, each, now) >= REPEATEDLY for each in set(others))


def discounted(weight: float, followed: int) -> float:
    """Each that they follow halves it: however many report together, they count less than two."""
    return weight * 0.5**followed
