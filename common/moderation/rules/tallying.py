"""What a backtest's evaluations add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import inf

import orjson

from common.domain.backtest import Backtest, Most, Sample, Tally, Work
from common.domain.decided import was_kept, was_taken_back
from common.domain.ids import derived_id
from common.domain.item import Item
from common.domain.rule_input import RuleInput, content_mark, fired_rule
from common.domain.times import DAY, HOUR, to_rfc3339
from common.domain.user import MODERATOR_ROLES, User
from common.rules.replaying import Replay, Replayed

SAMPLES = 20
MOST_HIT = 10
FALSE_ALARMS = 100
_USERS_KEPT = 7_000
_DECIDED_KEPT = 3_000
_OVERLAP_KEPT = 200
_REASONS_KEPT = 50
_DIGEST = 12


class Tallying:
    """Changes the tally and the work in place. `items` and `users` are those of the hits."""

    def __init__(self, backtest: Backtest, tally: Tally, work: Work, replay: Replay) -> None:
        self._rule_id = backtest["rule_id"]
        # The same rule shows the same samples, whoever tests it and when.
        self._seed = orjson.dumps(backtest["rule"]["when"], option=orjson.OPT_SORT_KEYS).decode()
        self._tally = tally
        self._work = work
        self._replay = replay
        self._decided = set(work["decided"])

    @property
    def near(self) -> float:
        """What is farther off than that is not among the nearest."""
        shown = self._tally["near_misses"]
        return shown[-1]["distance"] if len(shown) == SAMPLES else inf

    def add(
        self,
        replayed: Iterable[Replayed],
        items: Mapping[str, Item],
        users: Mapping[str, User],
    ) -> None:
        for each in replayed:
            self._count(each)
            if each.holds:
                user = users.get(each.input["user_id"])
                self._hit(each, items.get(each.input["item_id"]), user)
            elif each.holds is False:
                self._miss(each)
        self._work["decided"] = [*self._decided]

    def end_shard(self) -> None:
        """All evaluations of a user are in one."""
        self._tally["users"] += len(self._work["users"])
        self._work["users"], self._work["decided"] = {}, []
        self._decided = set()

    def _count(self, each: Replayed) -> None:
        tally, input = self._tally, each.input
        tally["seen"] += 1
        day = tally["days"].setdefault(_day(input["at"] // DAY), [0, 0])
        day[0] += 1
        day[1] += each.holds is True
        tally["errors"] += each.failed
        tally["undecided"] += each.holds is None
        because = tally["because"]
        for reason in each.because:
            if reason in because or len(because) < _REASONS_KEPT:
                because[reason] = because.get(reason, 0) + 1
        percent = input.get("percent", 100)
        if percent not in tally["percents"]:
            tally["percents"] = sorted([*tally["percents"], percent])
        if not each.holds and self._fired_then(input):
            tally["no_longer"] += 1

    def _fired_then(self, input: RuleInput) -> bool:
        fired = input.get("fired", ())
        return bool(self._rule_id) and any(fired_rule(n)[0] == self._rule_id for n in fired)

    def _hit(self, each: Replayed, item: Item | None, user: User | None) -> None:
        tally, input = self._tally, each.input
        tally["fired"] += 1
        hour = str(input["at"] // HOUR)
        hours = self._work["hours"]
        hours[hour] = hours.get(hour, 0) + 1
        if hours[hour] > tally["peak"]:
            tally["peak"], tally["peak_at"] = hours[hour], int(hour) * HOUR
        self._count_user(input["user_id"])
        self._overlap(input)
        roles = {each.facts.author.role, user.get("role") if user is not None else None}
        tally["staff"] += not MODERATOR_ROLES.isdisjoint(filter(None, roles))
        tally["trusted"] += bool(user and user.get("bypass_moderation"))
        sample = _sample(each, item)
        if item is not None:
            self._decision(sample, input, item)
        self._show(each, sample)

    def _count_user(self, user: str) -> None:
        """The ten most hit are exact: whoever is among them was, at the latest when last hit."""
        counts, digest = self._work["users"], derived_id("user", user)[:_DIGEST]
        if not user:
            return
        if digest not in counts and len(counts) >= _USERS_KEPT:
            self._tally["users_exact"] = False
            return
        count = counts[digest] = counts.get(digest, 0) + 1
        most = [each for each in self._tally["most_hit"] if each["user_id"] != user]
        most.append(Most(user_id=user, fired=count))
        most.sort(key=lambda each: (-each["fired"], each["user_id"]))
        self._tally["most_hit"] = most[:MOST_HIT]

    def _overlap(self, input: RuleInput) -> None:
        overlap, fired = self._tally["overlap"], input.get("fired", ())
        for name in fired:
            if name in overlap or len(overlap) < _OVERLAP_KEPT:
                overlap[name] = overlap.get(name, 0) + 1
        self._tally["new"] += set(fired) <= set(input.get("quiet", ()))

    def _decision(self, sample: Sample, input: RuleInput, item: Item) -> None:
        """Of content that is another by now, nothing was decided that would count."""
        mark = content_mark(item.get("payload_hash", ""))
        kept = was_kept(item) if mark == input.get("content", "") else None
        digest = input["item_id"][-_DIGEST:]
        if kept is None or digest in self._decided:
            return
        if len(self._decided) < _DECIDED_KEPT:
            self._decided.add(digest)
        tally = self._tally
        tally["kept" if kept else "acted"] += 1
        tally["reversed"] += kept and was_taken_back(item)
        if kept and len(tally["false_alarms"]) < FALSE_ALARMS:
            tally["false_alarms"].append(sample)

    def _show(self, each: Replayed, sample: Sample) -> None:
        """Twenty at random: those with the lowest marks, however the work was cut into pages."""
        shown, mark = self._tally["hits"], self._mark(each)
        if len(shown) == SAMPLES and mark >= shown[-1]["mark"]:
            return
        chosen: Sample = {**sample, "clauses": self._replay.clauses(each), "mark": mark}
        self._tally["hits"] = sorted([*shown, chosen], key=_by_mark)[:SAMPLES]

    def _miss(self, each: Replayed) -> None:
        shown = self._tally["near_misses"]
        if len(shown) == SAMPLES and each.distance > shown[-1]["distance"]:
            return
        mark = self._mark(each)
        if len(shown) == SAMPLES and (each.distance, mark) >= _by_distance(shown[-1]):
            return
        chosen = _sample(each, None)
        chosen |= {"distance": each.distance, "mark": mark}
        chosen["clauses"] = self._replay.clauses(each)
        self._tally["near_misses"] = sorted([*shown, chosen], key=_by_distance)[:SAMPLES]

    def _mark(self, each: Replayed) -> str:
        input = each.input
        return derived_id(self._seed, input["item_id"], str(input["revision"]))[:_DIGEST]


def _sample(each: Replayed, item: Item | None) -> Sample:
    input = each.input
    sample: Sample = {
        "item_id": input["item_id"],
        "revision": input["revision"],
        "at": input["at"],
        "user_id": input["user_id"],
        "entity_type": each.facts.content.entity_type,
    }
    if item is not None:
        sample["entity_id"] = item["entity_id"]
        if item.get("latest_moderator_action"):
            sample["decision"] = item["latest_moderator_action"]
    return sample


def _by_mark(sample: Sample) -> str:
    return sample["mark"]


def _by_distance(sample: Sample) -> tuple[float, str]:
    return sample["distance"], sample["mark"]


@lru_cache(maxsize=400)
def _day(number: int) -> str:
    return to_rfc3339(number * DAY)[:10]
