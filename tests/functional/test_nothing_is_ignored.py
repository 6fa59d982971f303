"""No field of any request is accepted and ignored: each makes a difference that can be seen, is
refused by name, or is named in the answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from common.api.stream.policies import PolicyConfig
from common.configuration.context import now
from common.delivery.outbox import Outbox
from common.delivery.transparency.orders import submission_order
from common.domain.item import Item, item_key
from common.domain.log import log_key
from common.domain.log_tree import LogRoot, root_key
from common.domain.policy import RULE_BUILDER
from common.domain.reporter import (
    Rates,
    Reporter,
    judge,
    new_reporter,
    reporter_id,
    reporter_key,
    score,
)
from common.domain.rule_shadow import ShadowHit, rule_shadow_key, run_kind, shadow_hit_key
from common.domain.times import DAY
from common.engines.ai_text.config import SeverityRule, TextConfig, TextRule
from common.engines.block_list.config import ListConfig, ListRule
from common.engines.config import ThresholdConfig, ThresholdRule
from common.engines.registry import ENGINES
from common.engines.semantic.config import SemanticConfig, SemanticRule
from common.engines.unserved import UNSERVED
from common.http.routes import ROUTES
from common.http.routes.route import Route
from common.moderation.review.decisions.action_types import ACTION_TYPES
from common.store.store import Create, Key, Update
from common.store.unit_of_work import UnitOfWork
from infra.local.credentials import Credentials, create_app
from tests.factories import statement
from tests.functional import areas, bad_bodies
from tests.functional.differing import Given, Seen, fields, look, with_value
from tests.functional.facades import SUGGEST
from tests.functional.inprocess import App, Server, in_process
from tests.functional.samples import BESIDE, PATHS, SAMPLES
from tests.functional.staff import signed_in

_OF_A_WRONG_TYPE = re.compile("Input should|String should|Field required|should have|ISO 8601")
_SENT_OUT = {"test_action data"}
"""Its receiver sees it, in `tests/faults/test_receivers.py`."""
_DECIDING = ("submit_action", "preview_statement")
_numbers = count()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("differing") / "data") as server:
        yield server


class World:
    """An app with one of everything, and what its ids are. Each look is at it as it was made."""

    def __init__(self, server: Server) -> None:
        name = f"app-{next(_numbers):04d}"
        credentials = Credentials(
            f"key-{name}", f"s3cret-{name}-" * 4, f"t0ken-{name}-" * 3, f"score-{name}" * 2
        )
        server.run(create_app(server.context.store, name, credentials))
        self._server, self.app = server, App(name, credentials)
        self._send("POST", "/api/v2/blocklists", bad_bodies.BLOCK_LIST)
        self._send("POST", "/api/v2/moderation/config", bad_bodies.POLICY)
        self._send("PUT", "/api/v1/actions/hook", bad_bodies.ACTION)
        self._send("PUT", "/api/v1/rules/rule", bad_bodies.RULE)
        for category in ("spam", "rude"):
            self._send("PUT", f"/api/v1/report_categories/{category}", {"name": category})
        for filter in ("drugs", "votes"):
            self._send("PUT", f"/api/v1/semantic_filters/{filter}", bad_bodies.SEMANTIC_FILTER)
        self._make_two_of_each()
        self._send("POST", "/api/v1/task/sync", bad_bodies.VALID["task_sync"])
        self.item = self._send("POST", "/api/v2/moderation/flag", bad_bodies.VALID["flag"])[
            "item_id"
        ]
        self._send("PUT", "/api/v1/image_hash_lists/known", {"label": "Weapons"})
        path = "/api/v1/image_hash_lists/known/import"
        self._send("POST", path, bad_bodies.VALID["import_image_hashes"])
        hashes = {"payload": {"images": ["a", "b", "c"]}, "image_hashes": {"0": "1" * 64}}
        server.run(self._put(item_key(name, self.item), hashes))
        order = {"action_type": "custom", "custom": {"id": "hook"}, "item_id": self.item}
        for moderator in ("m", "n"):
            body = {**order, "user_id": moderator}
            self._send("POST", "/api/v2/moderation/submit_action", body)
        query = {"endpoint": "action:hook"}
        found = server.call(self.app, "GET", "/api/v1/deliveries", query=query).json()
        unread = server.call(self.app, "GET", "/api/v1/log").json()["entries"][0]
        notice = Update(log_key(name, unread["id"]), set={"unread_at": now()})
        server.run(server.context.store.commit([notice]))
        made = {
            "item": self.item,
            "delivery": found["deliveries"][0]["id"],
            "unread": unread["id"],
        }
        self._ids = {**areas.things(self._send, "mark"), **made}
        for member in ("First", "Third"):
            signed_in(server, self.app, member)
        server.run(self._judge_reporters())
        server.run(self._hit_in_shadow())
        server.run(self._submit())
        server.run(self._close_days())
        self._made = server.snapshot()
        self._seen: dict[tuple[str, str, str], Seen] = {}

    async def _judge_reporters(self) -> None:
        """As the queue does after decisions."""
        found: list[Create[Reporter]] = []
        for user, right in (("one", True), ("two", False)):
            reporter = new_reporter(user, now())
            judge(reporter, ["spam"], now(), right=right)
            reporter["score"] = score(reporter, "", Rates(), now())
            found.append(Create(reporter_key(self.app.name, reporter_id(user)), reporter))
        suspended = new_reporter("reporter", now())
        suspended.update({"judged": 1, "suspended_until": now() + DAY})
        found.append(Create(reporter_key(self.app.name, reporter_id("reporter")), suspended))
        await self._server.context.store.commit(found)

    async def _submit(self) -> None:
        """Two statements of reasons, as decisions do."""
        context, app = self._server.context, self.app.name
        settings = (await context.configurations.fresh(app)).settings
        unit = UnitOfWork(context.store)
        outbox = Outbox(unit, app, now())
        for id in ("stated-1", "stated-2"):
            order = submission_order(settings, statement(id))
            assert order is not None
            await outbox.add(order)
        await unit.commit()

    async def _close_days(self) -> None:
        """Two, as the job of the log's trees does."""
        empty: LogRoot = {
            "day": "",
            "entries": 0,
            "chunks": [],
            "lasts": [],
            "tree": "",
            "previous": "",
            "root": "",
            "key": "",
            "signature": "",
            "closed_at": now(),
        }
        writes = [
            Create(root_key(self.app.name, day), empty | {"day": day})
            for day in ("2026-03-01", "2026-03-02")
        ]
        await self._server.context.store.commit(writes)

    async def _hit_in_shadow(self) -> None:
        """A moderator, as the queue does."""
        store, app = self._server.context.store, self.app.name
        (shadow,) = await store.get([rule_shadow_key(app, "shadowed")])
        assert shadow is not None
        run = shadow.data["run"]
        hit: ShadowHit = {
            "run": run,
            "run_kind": run_kind(run, "shadow"),
            "rule_id": "shadowed",
            "kind": "shadow",
            "enabled_version": 0,
            "item_id": self.item,
            "entity_type": "post",
            "entity_id": "p",
            "user_id": "m",
            "revision": 1,
            "at": now(),
            "content": "",
            "others": [],
            "staff_run": run,
        }
        await store.commit([Create(shadow_hit_key(app, run, self.item, 1), hit)])

    async def _put(self, key: Key[Item], fields: dict[str, Any]) -> None:
        store = self._server.context.store
        (found,) = await store.get([key])
        assert found is not None
        await store.commit([Update(key, set=fields, read=found)])

    def _make_two_of_each(self) -> None:
        """So that a limit, an order and a filter show."""
        platform = {
            "name": "Platform",
            "kind": "user",
            "url": "https://example.com/platform",
            "carries_out": ["delete_user_messages", "kick_user", "end_call"],
        }
        self._send("PUT", "/api/v1/actions/platform", platform)
        rules = [{"name": "words", "action": "flag"}]
        slow = {"async": True, "rules": rules}
        self._send("POST", "/api/v2/moderation/config", {"key": "slow", "block_list_config": slow})
        self._send("PUT", "/api/v1/image_hash_lists/more", {"label": "Flags"})
        for provider in ("one", "two"):
            self._send("PUT", f"/api/v1/providers/{provider}", bad_bodies.PROVIDER)
        for content in ("hello", "grobble"):
            self._send("POST", "/api/v2/moderation/labels", {"content": content})
        key = self.app.credentials.score_key
        for community in ("a", "b"):
            body = {**bad_bodies.VALID["suggest_comment_score"], "communityId": community}
            target = f"{SUGGEST}?key={key}"
            answer = self._server.raw("POST", target, {}, json.dumps(body).encode())
            assert answer.status == 200, answer.text

    def _send(self, method: str, path: str, body: Any) -> Any:
        answer = self._server.call(self.app, method, path, body)
        assert answer.status in (200, 201, 202), answer.text
        return answer.json()

    def anew(self) -> App:
        """As it was made."""
        self._server.restore(self._made)
        return self.app

    def forget(self) -> None:
        """What it has seen."""
        self._seen.clear()

    def look(self, route: Route, name: str, body: Any, query: Any) -> Seen:
        """What the request does, which is about the field `name`."""
        ids = {**bad_bodies.IDS, **PATHS.get(f"{route.operation} {name}", {})}
        path = areas.named(bad_bodies.path_of(route, ids), self._ids)
        text = areas.named(json.dumps([body, query]), self._ids)
        # Many fields of a route are compared with one request that has none of them.
        asked = (route.method, path, text)
        if asked not in self._seen:
            app = self.anew()
            self._seen[asked] = look(self._server, app, route, path, *json.loads(text))
        return self._seen[asked]


def _is_of_a_rule(given: Given) -> bool:
    """What makes up a rule of Stream's builder has tests of its own, as trees of conditions have:
    `tests/unit/rules/test_builders.py` and `test_stream_rules.py`. The rules of a file are read by
    the models of single ones.
    """
    parts = [str(each) for each in given.path]
    ruled = ("rule", "conditions", "groups", "action", "action_sequences")
    if parts[0] == "rules":
        return len(parts) > 1
    return "rule_builder_config" in parts[:-1] or (parts[0] in ruled and len(parts) > 1)


@pytest.fixture(scope="module")
def world(server: Server) -> World:
    return World(server)


def _is_mere_form(route: Route, given: Given) -> bool:
    """The options of a decision that has none."""
    type = ACTION_TYPES.get(given.name)
    return route.operation in _DECIDING and type is not None and not type.has_options


_CASES = [
    (route, given)
    for route in ROUTES
    if not (bad_bodies.is_of_facade(route) or bad_bodies.is_of_page(route))
    for given in fields(route, SAMPLES)
    if f"{route.operation} {given.name}" not in _SENT_OUT
    if given.path[0] != "when" and not _is_of_a_rule(given) and not _is_mere_form(route, given)
]


def _base(route: Route, given: Given) -> Any:
    """The route's valid request, in which is what the field stands in."""
    base = bad_bodies.VALID.get(route.operation, {})
    if route.operation in _DECIDING and given.path[0] in ACTION_TYPES:
        base = {**base, "action_type": given.path[0]}
    base = {**base, **_beside(route, given)}
    if len(given.path) > 1:
        base.pop(f"{given.path[0]}_id", None)
    base = {name: value for name, value in base.items() if value is not None}
    for path, value in given.around:
        base = with_value(base, path, value)
    return base


def _beside(route: Route, given: Given) -> dict[str, Any]:
    for length in range(len(given.path), 0, -1):
        found = BESIDE.get(f"{route.operation} {'.'.join(map(str, given.path[:length]))}")
        if found is not None:
            return found
    return {}


@pytest.mark.parametrize(
    ("route", "given"), _CASES, ids=[f"{r.operation_id or r.operation} {g.name}" for r, g in _CASES]
)
def test_a_field_makes_a_difference(world: World, route: Route, given: Given) -> None:
    base = _base(route, given)
    asked = bad_bodies.ASKED.get(route.operation, {})
    query = asked
    if given.in_query:
        base, asked = bad_bodies.VALID.get(route.operation, {}), {**asked, **_beside(route, given)}
        query = {**asked, given.name: given.value}
        asked = {name: value for name, value in asked.items() if name != given.name}
    body = base if given.in_query else with_value(base, given.path, given.value)
    after = world.look(route, given.name, body, query)
    if not any(f"{given.name}.".startswith(f"{name}.") for name in after.not_in_effect):
        assert after != world.look(route, given.name, base, asked), after.answer
    # A sample that is not even of the field's type proves nothing.
    assert not _OF_A_WRONG_TYPE.search(after.answer if after.status == 400 else ""), after.answer


def test_the_same_request_twice_makes_no_difference(world: World) -> None:
    """Or whatever is sent would make one."""
    differing = []
    for route, given in {route.operation: (route, given) for route, given in _CASES}.values():
        asked = (_base(route, given), bad_bodies.ASKED.get(route.operation, {}))
        once = world.look(route, given.name, *asked)
        world.forget()
        if world.look(route, given.name, *asked) != once:
            differing.append(route.operation)
    assert differing == []


_SUBCONFIGS = {
    field.alias or name: field.annotation for name, field in PolicyConfig.model_fields.items()
}
_OLD = {"bodyguard_config": "ai_text_config", "aws_rekognition_config": "ai_image_config"}


def test_each_part_of_a_policy_has_an_engine_or_says_that_it_has_none() -> None:
    served = {engine.config_field for engine in ENGINES.values()}
    unserved = {each.config_field for each in UNSERVED.values()}
    assert served & unserved == set()
    assert served | unserved | {RULE_BUILDER} | set(_OLD) == set(_SUBCONFIGS)
    renamed = {old for old, new in _OLD.items() if new in served}
    assert set(_ASKING) == set(_SUBCONFIGS) - served - renamed - {RULE_BUILDER}


_ASKING: dict[str, dict[str, Any]] = {
    "ai_audio_config": {"profile": "strict"},
    "video_call_rule_config": {"flag_all_labels": True},
}
_CONTENT = {
    "texts": {"texts": ["you idiot"]},
    "images": {"images": ["https://example.com/a.png"]},
    "videos": {"videos": ["https://example.com/a.mp4"]},
    "audios": {"audios": ["https://example.com/a.mp3"]},
}


@pytest.mark.parametrize("field", sorted(_ASKING))
def test_what_no_engine_serves_is_named_and_not_judged(
    server: Server, world: World, field: str
) -> None:
    app = world.anew()
    shown = _OLD.get(field, field)
    unserved = UNSERVED[shown.removesuffix("_config")]

    def upsert(settings: dict[str, Any]) -> list[str]:
        body = {"key": "own", field: settings}
        answer = server.call(app, "POST", "/api/v2/moderation/config", body)
        assert answer.status == 201, answer.text
        read = server.call(app, "GET", "/api/v2/moderation/config/own").json()["config"]
        named: list[str] = answer.json()["config"].get("not_in_effect", [])
        assert read.get("not_in_effect", []) == named
        because = read.get("not_in_effect_because", {})
        assert because == dict.fromkeys(named, unserved.why)
        return named

    def check(kind: str, n: int) -> Any:
        body = {
            "entity_type": "post",
            "entity_id": f"{field}-{kind}-{n}",
            "entity_creator_id": "u",
            "config_key": "own",
            "moderation_payload": _CONTENT[kind],
        }
        return server.call(app, "POST", "/api/v2/moderation/check", body).json()

    assert upsert(_ASKING[field]) == [shown]
    for kind in _CONTENT:
        answer = check(kind, 1)
        concerned = unserved.media is None or kind in unserved.media
        assert answer.get("not_judged", []) == ([unserved.name] if concerned else [])
        assert answer["recommended_action"] == ("flag" if concerned else "keep")
        if concerned:
            assert answer["item"]["not_judged"] == [unserved.name]
            before = server.documents(app.name)
            assert check(kind, 1)["not_judged"] == [unserved.name]
            assert server.documents(app.name) == before
    assert upsert({**_ASKING[field], "enabled": False}) == []
    assert check("texts", 2)["recommended_action"] == "keep"


_LISTED = {"block_list_config": {"rules": [{"name": "words", "action": "flag"}]}}
_MOVED = {
    "automod_platform_circumvention_config": {
        "rules": [{"label": "platform_circumvention", "threshold": 0.5, "action": "flag"}]
    }
}
_TEXT = {"ai_text_config": {"rules": [{"label": "INSULT", "action": "shadow"}]}}
_TEXT_ALONE: dict[str, Any] = {"ai_text_config": {}}
_GRADED = {"ai_text_config": {"severity_rules": [{"severity": "low", "action": "bounce"}]}}
_BOUNCE = [{"severity": "medium", "action": "bounce"}]
_INSULT = "you are an idiot"
_MEANT = {
    "automod_semantic_filters_config": {
        "rules": [{"name": "drugs", "threshold": 0.5, "action": "flag"}]
    }
}
_DEAL = "does anybody want to buy some good weed from me"
_IN_LIST, _CALL = "you grobble", "call me on whatsapp +49 151 23456789"
_JUDGED: dict[str, tuple[dict[str, Any], tuple[str | int, ...], Any, str]] = {
    "ListConfig.enabled": (_LISTED, ("enabled",), False, _IN_LIST),
    "ListConfig.async": (_LISTED, ("async",), True, _IN_LIST),
    "ListConfig.not_judged": (_LISTED, ("not_judged",), "keep", "g%25252525252572obble"),
    "ListConfig.match_substring": (_LISTED, ("match_substring",), True, "xxgrobblexx"),
    "ListConfig.rules": (_LISTED, ("rules",), [], _IN_LIST),
    "ListRule.name": (_LISTED, ("rules", 0, "name"), "profanity_en_2020_v1", _IN_LIST),
    "ListRule.action": (_LISTED, ("rules", 0, "action"), "remove", _IN_LIST),
    "ListRule.team": (_LISTED, ("rules", 0, "team"), "reds", "you redword"),
    "SemanticConfig.enabled": (_MEANT, ("enabled",), False, _DEAL),
    "SemanticConfig.async": (_MEANT, ("async",), True, _DEAL),
    "SemanticConfig.model": (_MEANT, ("model",), "minilm", _DEAL),
    "SemanticConfig.rules": (_MEANT, ("rules",), [], _DEAL),
    "SemanticRule.name": (_MEANT, ("rules", 0, "name"), "votes", _DEAL),
    "SemanticRule.threshold": (_MEANT, ("rules", 0, "threshold"), 1.0, _DEAL),
    "SemanticRule.action": (_MEANT, ("rules", 0, "action"), "remove", _DEAL),
    "ThresholdConfig.enabled": (_MOVED, ("enabled",), False, _CALL),
    "ThresholdConfig.async": (_MOVED, ("async",), True, _CALL),
    "ThresholdConfig.not_judged": (_MOVED, ("not_judged",), "keep", "1.2.3.4 " * 8_000),
    "ThresholdConfig.rules": (_MOVED, ("rules",), [], _CALL),
    "ThresholdRule.threshold": (_MOVED, ("rules", 0, "threshold"), 1.0, _CALL),
    "ThresholdRule.action": (_MOVED, ("rules", 0, "action"), "remove", _CALL),
    "TextConfig.enabled": (_TEXT, ("enabled",), False, _INSULT),
    "TextConfig.async": (_TEXT, ("async",), True, _INSULT),
    "TextConfig.profile": (_TEXT_ALONE, ("profile",), "lenient", _INSULT),
    "TextConfig.not_judged": (_TEXT, ("not_judged",), "keep", "1.2.3.4 " * 8_000),
    "TextConfig.rules": (_TEXT, ("rules",), [], _INSULT),
    "TextConfig.severity_rules": (_TEXT_ALONE, ("severity_rules",), _BOUNCE, _INSULT),
    "TextRule.label": (_TEXT, ("rules", 0, "label"), "SCAM", _INSULT),
    "TextRule.action": (_TEXT, ("rules", 0, "action"), "remove", _INSULT),
    "TextRule.severity_rules": (_TEXT, ("rules", 0, "severity_rules"), _BOUNCE, _INSULT),
    "SeverityRule.severity": (_GRADED, ("severity_rules", 0, "severity"), "critical", _INSULT),
    "SeverityRule.action": (_GRADED, ("severity_rules", 0, "action"), "remove", _INSULT),
}


def test_every_field_of_what_has_an_engine_is_tried() -> None:
    models = (
        ListConfig,
        ListRule,
        SemanticConfig,
        SemanticRule,
        ThresholdConfig,
        ThresholdRule,
        TextConfig,
        TextRule,
        SeverityRule,
    )
    named = {
        f"{model.__name__}.{field.alias or name}"
        for model in models
        for name, field in model.model_fields.items()
    }
    # The label is refused where it is another than the engine's, below; what follows where a
    # filter is not judged is in test_filters_by_meaning.
    assert named == set(_JUDGED) | {"ThresholdRule.label", "SemanticConfig.not_judged"}


@pytest.mark.parametrize("name", _JUDGED)
def test_a_policy_s_field_changes_what_is_judged(server: Server, world: World, name: str) -> None:
    base, path, value, text = _JUDGED[name]
    ((part, settings),) = base.items()
    verdicts = []
    for config in (base, {part: with_value(settings, path, value)}):
        app = world.anew()
        server.call(
            app,
            "POST",
            "/api/v2/blocklists",
            {"name": "words", "words": ["redword"], "team": "reds"},
        )
        votes = {"phrases": ["the election was stolen"]}
        server.call(app, "PUT", "/api/v1/semantic_filters/votes", votes)
        policy = {"key": "own", **config}
        put = server.call(app, "POST", "/api/v2/moderation/config", policy)
        assert put.status == 201, put.text
        body = {**bad_bodies.VALID["check"], "entity_id": name, "config_key": "own"}
        body["moderation_payload"] = {"texts": [text]}
        answer = server.call(app, "POST", "/api/v2/moderation/check", body).json()
        verdicts.append((answer["recommended_action"], answer["status"]))
    assert verdicts[0] != verdicts[1]


def test_a_label_that_its_engine_does_not_give_is_refused(server: Server, world: World) -> None:
    app = world.anew()
    rule = {"label": "insult", "threshold": 0.5, "action": "flag"}
    config = {"automod_platform_circumvention_config": {"rules": [rule]}}
    body = {**bad_bodies.VALID["check"], "test_mode": True, "config": config}
    for path, sent in (
        ("/api/v2/moderation/config", {"key": "own", **config}),
        ("/api/v2/moderation/check", body),
    ):
        answer = server.call(app, "POST", path, sent)
        assert answer.status == 400
        assert set(answer.json()["exception_fields"]) == {
            "automod_platform_circumvention_config.rules.0.label"
        }


@pytest.mark.parametrize("type", ["regex", "domain", "email_allowlist"])
def test_flags_of_words_are_for_lists_of_words(server: Server, world: World, type: str) -> None:
    app = world.anew()
    body = {"name": type, "words": ["a.example"], "type": type, "is_leet_check_enabled": True}
    answer = server.call(app, "POST", "/api/v2/blocklists", body)
    assert answer.status == 400
    assert set(answer.json()["exception_fields"]) == {"is_leet_check_enabled"}
