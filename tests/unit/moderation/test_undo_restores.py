"""Undo restores: after it all is as if the rule had never been, but for what moderators decided."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, cast

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from common.delivery.claims import claim
from common.delivery.settling import settle
from common.domain.action import FLAG_FOR_REVIEW, action_key
from common.domain.delivery import delivery_key
from common.domain.item import flags_count, is_queued, item_id
from common.domain.policy import policy_key
from common.domain.rule import RuleDocument, rule_key
from common.domain.user import is_banned
from common.moderation.background import undos
from common.moderation.background.working import work
from common.moderation.rules.undoing import get, new_undo
from common.outgoing.calls import AttemptResult
from common.queue.messages import ScanOrder
from common.store.store import Create, Put, Write
from tests.desk import BAD, DUBIOUS, SPAM, Desk, rule
from tests.factories import APP, action, policy

_POSTS, _USERS = ("p0", "p1", "p2"), ("ada", "bob")
_AUTHORS = {"p0": "ada", "p1": "ada", "p2": "bob"}
_TEXTS = ("hello", BAD, DUBIOUS, f"{BAD} {DUBIOUS}", f"{BAD} anew")
_ACTIONS = ("hide", "ban", FLAG_FOR_REVIEW)
_OTHERS = ("hide-bad", "ban-bad", "review-dubious", "reported")
_EFFECTS = ("ban_user", "flag_user", "block_content", "flag_content")

Step = tuple[Any, ...]


@dataclass(frozen=True)
class Plan:
    """What the rules do, and what happens meanwhile."""

    wrong: tuple[list[str], list[str]]
    right: tuple[list[str], list[str]]
    steps: list[Step]


def _does() -> st.SearchStrategy[tuple[list[str], list[str]]]:
    some = st.tuples(
        st.lists(st.sampled_from(_ACTIONS), unique=True, max_size=3),
        st.lists(st.sampled_from(_EFFECTS), unique=True, max_size=2),
    )
    return some.filter(lambda each: bool(each[0] or each[1]))


def _steps() -> st.SearchStrategy[list[Step]]:
    posts, users = st.sampled_from(_POSTS), st.sampled_from(_USERS)
    check = st.tuples(st.just("check"), posts, st.sampled_from(_TEXTS))
    report = st.tuples(st.just("report"), posts, st.sampled_from(("r1", "r2", "r3")))
    on_post = st.tuples(
        st.just("decide"), st.sampled_from(("mark_reviewed", "block", "restore")), posts
    )
    on_user = st.tuples(st.just("user"), st.sampled_from(("ban", "unban")), users)
    deliver = st.tuples(st.just("deliver"))
    return st.lists(st.one_of(check, check, check, report, on_post, on_user, deliver), max_size=12)


_PLANS = st.builds(Plan, wrong=_does(), right=_does(), steps=_steps())


class Platform:
    """What the customer's server makes of calls, in the order in which they arrive."""

    def __init__(self) -> None:
        self.hidden: set[str] = set()
        self.banned: set[str] = set()

    def take(self, action: str, subject: str) -> None:
        match action:
            case "hide":
                self.hidden.add(subject)
            case "show":
                self.hidden.discard(subject)
            case "ban":
                self.banned.add(subject)
            case "unban":
                self.banned.discard(subject)


class Run:
    """A desk on which the plan happens, with the wrong rule or without it."""

    def __init__(self, plan: Plan, *, is_wrong: bool) -> None:
        self.desk = Desk()
        self.platform = Platform()
        self.decided: dict[str, int] = {}
        self.known: set[str] = set()
        desk = self.desk
        hide = action("hide", kind="post")
        show = action("show", kind="post", reverses=["hide"])
        plain = policy("plain", config={})
        rules: list[Write] = [
            *(Put(rule_key(APP, id), _off(id)) for id in _OTHERS),
            Create(rule_key(APP, "wrong"), _rule("wrong", BAD, *plan.wrong, enabled=is_wrong)),
            Create(rule_key(APP, "right"), _rule("right", DUBIOUS, *plan.right, enabled=True)),
        ]
        desk.configure(
            Put(action_key(APP, "hide"), hide),
            Create(action_key(APP, "show"), show),
            Create(policy_key(APP, plain["id"]), plain),
            *rules,
        )
        self._steps = plan.steps

    def play(self) -> None:
        for step in self._steps:
            self._step(step)
            self.desk.hand_out_all()
        self.deliver()

    def close(self) -> None:
        self.desk.close()

    def _step(self, step: Step) -> None:
        desk = self.desk
        match step:
            case ("check", post, text):
                desk.check(post, text, _AUTHORS[post], policy="plain")
                self.known.add(post)
            case ("report", post, reporter) if post in self.known:
                desk.report(post, reporter, SPAM)
            case ("decide", decision, post) if post in self.known:
                desk.decide(decision, post)
                self.decided[post] = desk.now
            case ("user", decision, user):
                desk.decide(decision, user=user)
                self.decided[user] = desk.now
            case ("deliver",):
                self.deliver()

    def deliver(self) -> None:
        """All that is due arrives."""
        desk = self.desk
        while due := [
            each
            for each in desk.deliveries()
            if each["state"] == "pending" and each["endpoint_kind"] == "action"
        ]:
            for each in due:
                (found,) = desk.run(desk.store.get([delivery_key(APP, each["id"])]))
                assert found is not None
                taken = desk.run(claim(desk.context, APP, found, desk.later()))
                assert taken is not None
                self.platform.take(each["action_id"], each["subject"])
                done = AttemptResult(200, None, "", 1.0)
                desk.run(settle(desk.context, taken, done, desk.later()))

    def undo(self) -> dict[str, Any]:
        desk = self.desk
        undo = new_undo("wrong", None, 0, "lead", "", desk.later())
        desk.run(undos.start(desk.context, APP, undo, desk.now))
        while True:
            task = desk.run(get(desk.context, APP, undo.id))
            if "due_at" not in task:
                break
            at = task["due_at"]
            desk.run(work(desk.context, ScanOrder(APP, undo.id, at=at), desk.later()))
        assert task["status"] == "completed"
        self.deliver()
        return cast("dict[str, Any]", task["result"])

    def post(self, id: str) -> dict[str, Any]:
        item = self.desk.item(id)
        subject = f"item:{item_id(APP, 'post', id)}"
        return {
            "queue": (is_queued(item), item.get("queue_reviewed"), item.get("reviewed_by", "")),
            "counted_in": item.get("counted_in", []),
            "recommended": item["recommended_action"],
            "flags": flags_count(item),
            "flagged": "first_flagged_at" in item,
            "hidden": subject in self.platform.hidden,
        }

    def user(self, id: str) -> dict[str, Any]:
        user = self.desk.user(id)
        return {
            "banned": is_banned(user, self.desk.now),
            "bans": len(user.get("bans", ())),
            "flagged": user.get("flagged_count", 0),
            "platform": f"user:{id}" in self.platform.banned,
        }


def _rule(
    id: str, word: str, actions: list[str], effects: list[str], *, enabled: bool
) -> RuleDocument:
    made = rule(id, "post", {"type": "in_list", "lists": [word]}, *actions, enabled=enabled)
    if effects:
        made["built"] = {"effects": [cast(Any, _effect(each)) for each in effects]}
    return made


def _off(id: str) -> RuleDocument:
    return rule(id, "post", {"type": "in_list", "lists": [BAD]}, "hide", enabled=False)


def _effect(type: str) -> dict[str, Any]:
    ban = {"seconds": None, "shadow": False, "ip": False, "delete_messages": ""}
    own = {"ban": ban} if type == "ban_user" else {}
    return {"type": type, "reason": "", "skip_inbox": False, "violation": 0, **own}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
@given(plan=_PLANS)
def test_undo_restores(plan: Plan) -> None:
    with ExitStack() as closing:
        with_rule, without = (Run(plan, is_wrong=is_wrong) for is_wrong in (True, False))
        closing.callback(with_rule.close)
        closing.callback(without.close)
        with_rule.play()
        without.play()
        _check_restores(with_rule, without)


def _check_restores(run: Run, without: Run) -> None:
    before = {id: run.post(id) for id in run.known} | {id: run.user(id) for id in _USERS}
    run.undo()
    after = {id: run.post(id) for id in run.known} | {id: run.user(id) for id in _USERS}
    of_decided = {_AUTHORS[id] for id in run.decided if id in _AUTHORS}
    for id in run.known:
        if id not in run.decided:
            assert after[id] == without.post(id), id
    for id in _USERS:
        mine, theirs = after[id], without.user(id)
        if id in run.decided:
            assert mine["banned"] == before[id]["banned"] or _by_rule_since(run, id)
        else:
            assert mine["banned"] == theirs["banned"], id
            assert mine["platform"] == theirs["platform"], id
        if id not in of_decided:
            assert mine["flagged"] == theirs["flagged"], id
    again = {id: run.post(id) for id in run.known}
    second = run.undo()
    assert second["undone"] == {}
    assert {id: run.post(id) for id in run.known} == again


def _by_rule_since(run: Run, user: str) -> bool:
    """Whether the rule banned them after the moderator had decided."""
    entries = [
        entry
        for post, author in _AUTHORS.items()
        if author == user and post in run.known
        for entry in run.desk.rule_entries(post, "wrong")
    ]
    return any(entry["at"] > run.decided[user] for entry in entries)
