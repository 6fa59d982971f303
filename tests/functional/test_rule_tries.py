"""POST /api/v1/rules/try, what is explained of items and users, and what a save warns of."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_letters
from typing import Any

import pytest

from common.domain.item import item_id
from tests.functional.inprocess import App, Server, in_process

_names = (f"app-{letter}" for letter in ascii_letters)
_CHECK = "/api/v2/moderation/check"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("tries") / "data") as server:
        yield server


class Desk:
    """An app of its own."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.app: App = server.app(next(_names))
        self.done("POST", "/api/v2/blocklists", {"name": "words", "words": ["grobble"]})
        for name, more in (("hide", {}), ("show", {"reverses": ["hide"]}), ("ban", {})):
            kind = "user" if name == "ban" else "post"
            url = f"https://example.com/{name}"
            body = {"name": name, "kind": kind, "url": url, "parameters": {"post_id": "id"}}
            self.done("PUT", f"/api/v1/actions/{name}", {**body, **more})

    def done(self, method: str, path: str, body: Any = None, **query: Any) -> Any:
        answer = self.server.call(self.app, method, path, body, query=query)
        assert answer.status in (200, 201), answer.text
        return answer.json()

    def refused(self, method: str, path: str, body: Any) -> dict[str, str]:
        answer = self.server.call(self.app, method, path, body)
        assert answer.status in (400, 404), answer.text
        fields: dict[str, str] = answer.json()["exception_fields"]
        return fields

    def put(self, id: str, when: Any, *actions: str, **fields: Any) -> Any:
        return self.done("PUT", f"/api/v1/rules/{id}", rule(when, *actions, **fields))

    def check(self, id: str, text: str, creator: str = "ann", **fields: Any) -> Any:
        content = {"entity_type": "post", "entity_id": id, "entity_creator_id": creator}
        body = {**content, "moderation_payload": {"texts": [text]}, **fields}
        return self.done("POST", _CHECK, body)

    def tried(self, **body: Any) -> Any:
        before = self.server.documents()
        answer = self.done("POST", "/api/v1/rules/try", body)
        assert self.server.documents() == before
        return answer

    def item(self, entity: str) -> str:
        return item_id(self.app.name, "post", entity)


@pytest.fixture
def desk(server: Server) -> Desk:
    return Desk(server)


def rule(when: Any, *actions: str, scope: str = "post", **fields: Any) -> dict[str, Any]:
    own = [*actions] or ["flag_for_review"]
    return {"name": "A rule", "scope": scope, "when": when, "actions": own, **fields}


IN_LIST = {"type": "in_list", "lists": ["words"]}
LONG = {"type": "text_length", "operator": "gte", "value": 10}
POSTS = {"type": "post_count", "operator": "gt", "value": 3, "window": "1h"}
YOUNG = {"type": "user_age", "operator": "lt", "age": "1d"}


def both(*parts: Any) -> dict[str, Any]:
    return {"type": "all", "conditions": [*parts]}


def negated(part: Any) -> dict[str, Any]:
    return {"type": "not", "condition": part}


def test_each_clause_has_its_value_and_the_nearest_miss_its_distance(desk: Desk) -> None:
    found = desk.tried(rule=rule(both(IN_LIST, LONG)), text="grobble")
    assert found["holds"] is False
    listed, long = found["clause"]["parts"]
    assert (listed["holds"], listed["values"]) == (True, {"words": True})
    assert (long["holds"], long["values"]) == (False, {"characters": 7})
    assert found["nearest_miss"] == {
        "of": "characters of the text",
        "seen": 7,
        "operator": "gte",
        "threshold": 10,
        "distance": 3,
    }
    change = {"of": "characters of the text", "before": 7, "after": "10"}
    assert found["smallest_change"] == {"to": True, "changes": [change], "is_smallest": True}


def test_each_clause_has_what_it_asks_for_as_fields_too(desk: Desk) -> None:
    links = {"type": "contains_url"}
    counted = {"type": "matching_count", "condition": links, **_MANY, "of": "author"}
    found = desk.tried(rule=rule(both(IN_LIST, counted)), text="you")
    listed, many = found["clause"]["parts"]
    assert listed["asked"] == {"lists": IN_LIST["lists"]}
    assert many["asked"] == {"condition": links, **_MANY, "of": "author"}
    assert "asked" not in found["clause"]


_MANY = {"operator": "gt", "value": 3, "window": "7d"}


def test_a_list_that_only_the_draft_names_is_looked_up(desk: Desk) -> None:
    assert desk.tried(rule=rule(IN_LIST), text="you grobble")["holds"] is True
    assert desk.tried(rule=rule(IN_LIST), text="you")["holds"] is False


def test_what_is_not_known_neither_holds_nor_does_its_negation(desk: Desk) -> None:
    old = {"type": "user_age", "operator": "gt", "age": "1d"}
    for when in (old, negated(old)):
        found = desk.tried(rule=rule(when), text="hello", entity_creator_id="stranger")
        assert found["holds"] is None
    clause = found["clause"]["parts"][0]
    assert clause["why"] == ["when the app told of the user is not known"]
    (change,) = found["smallest_change"]["changes"]
    assert change["before"] is None


def test_an_engine_that_did_not_judge_is_named(desk: Desk) -> None:
    desk.done("POST", "/api/v2/moderation/config", {"key": "k", "ai_audio_config": {}})
    audio = {"type": "classified_as", "classes": ["bullying"]}
    payload = {"audios": ["https://example.com/a.mp3"]}
    body = {"moderation_payload": payload, "config": {"ai_audio_config": {"profile": "strict"}}}
    found = desk.tried(rule=rule(negated(audio)), **body)
    assert found["holds"] is None
    (why,) = found["clause"]["parts"][0]["why"]
    assert why.endswith("did not judge")
    assert found["not_judged"]


def test_what_would_happen_is_told_in_order_with_what_is_sent(desk: Desk) -> None:
    desk.put("first", IN_LIST, "ban", position=1, name="First")
    desk.put("last", IN_LIST, "show", position=9, name="Last")
    body = {"rule": rule(IN_LIST, "hide", "flag_for_review", position=5), "text": "grobble"}
    found = desk.tried(**body)
    outcomes = [(each["rule_id"], each["outcome"]) for each in found["order"]]
    assert outcomes == [("first", "fires"), ("draft", "fires"), ("last", "fires")]
    steps = [(each["rule_id"], each["does"], each["action"]) for each in found["would_do"]]
    assert steps == [
        ("first", "call", "ban"),
        ("draft", "call", "hide"),
        ("draft", "flag_for_review", "flag_for_review"),
        ("last", "call", "show"),
    ]
    assert found["would_do"][1]["sends"] == {"id": ""}
    assert [each["is_tried"] for each in found["order"]] == [False, True, False]


def test_what_is_behind_the_first_match_is_not_looked_at(desk: Desk) -> None:
    desk.put("first", IN_LIST, "ban", position=1, name="First")
    desk.put("last", LONG, "show", position=9)
    desk.done("PUT", "/api/v1/settings", {"first_match_only": {"post": True}})
    found = desk.tried(rule=rule(IN_LIST, "hide", position=5), text="grobble")
    assert found["holds"] is True
    first, own, last = found["order"]
    assert first["outcome"] == "fires"
    for each in (own, last):
        assert (each["outcome"], each["because"]) == ("not_looked_at", "first")
    assert [each["action"] for each in found["would_do"]] == ["ban"]
    (warning,) = (each for each in found["warnings"] if each["kind"] == "shadowed")
    assert warning["rule_id"] == "first"
    answer = desk.check("p", "a grobble of some length")
    (triggered,) = answer["triggered_rules"]
    assert triggered["rule_id"] == "first"
    assert triggered["scope"] == "post"
    assert triggered["conditions"] == [
        {
            "type": "in_list",
            "text": "text in list words",
            "values": {"words": True},
            "negated": False,
        }
    ]
    assert answer["not_looked_at"] == [{"rule_id": "last", "because": "first"}]
    told = desk.done("POST", "/api/v1/task/sync", {**_HIVE, "text_data": "grobble"})
    assert told["not_looked_at"] == [{"rule_id": "last", "because": "first"}]
    assert told["triggered_rules"][0]["conditions"][0]["values"] == {"words": True}


_HIVE = {"post_id": "hive", "user_id": "ann"}


def test_a_kept_rule_and_its_versions_are_tried(desk: Desk) -> None:
    desk.put("r", LONG)
    desk.put("r", {**LONG, "value": 3})
    assert desk.tried(rule_id="r", text="hello")["holds"] is True
    before = desk.tried(rule_id="r", version=1, text="hello")
    assert (before["holds"], before["rule"]["rule_version"]) == (False, 1)
    draft = desk.tried(rule_id="r", rule=rule({**LONG, "value": 4}), text="hello")
    assert [each["rule_id"] for each in draft["order"]] == ["r"]
    off = {"rule": rule(LONG, enabled=False), "text": "hello hello"}
    assert desk.tried(**off)["holds"] is True


def test_an_item_is_tried_as_it_stands(desk: Desk) -> None:
    desk.check("p", "you grobble")
    desk.check("q", "hello hello")
    for named in ({"item_id": desk.item("p")}, {"entity_type": "post", "entity_id": "p"}):
        found = desk.tried(rule=rule(both(LONG, {**POSTS, "value": 1})), **named)
        assert found["holds"] is True
        assert found["clause"]["parts"][1]["values"] == {"posts": 2}
    body = {"rule": rule(LONG), "item_id": "no-such-item"}
    assert desk.refused("POST", "/api/v1/rules/try", body) == {"item_id": "does not exist"}


def test_an_invented_user_has_the_history_that_is_said(desk: Desk) -> None:
    share = {
        "type": "classified_share",
        "classes": ["bullying"],
        "operator": "gte",
        "percent": 40,
        "window": "7d",
    }
    posts = [
        {"count": 60, "ago": "2d"},
        {"count": 41, "ago": "3d", "classes": ["bullying"]},
        {"count": 500, "ago": "8d", "classes": ["bullying"]},
    ]
    when = both({**POSTS, "value": 100, "window": "7d"}, share)
    found = desk.tried(rule=rule(when, "ban", scope="user"), user={"posts": posts})
    assert found["holds"] is True
    many, shared = found["clause"]["parts"]
    assert many["values"] == {"posts": 101}
    assert shared["values"]["classified"] == 41
    young = {"age": "1h", "role": "guest", "custom": {"plan": "free"}, "flagged_count": 2}
    whole = both(
        YOUNG,
        {"type": "user_role", "roles": ["guest"]},
        {"type": "user_property", "key": "plan", "operator": "eq", "value": "free"},
        {"type": "flagged_count", "operator": "eq", "value": 2},
    )
    assert desk.tried(rule=rule(whole, scope="user"), user=young)["holds"] is True
    mixed = both(IN_LIST, POSTS, YOUNG)
    body = {"rule": rule(mixed), "text": "grobble"}
    three = {"age": "1h", "posts": [{"count": 3}]}
    assert desk.tried(**body, user=three)["holds"] is True
    assert desk.tried(**body, user={**three, "posts": [{"count": 2}]})["holds"] is False


def test_counting_rules_count_the_invented_posts_that_match(desk: Desk) -> None:
    counting = {
        "type": "matching_count",
        "condition": LONG,
        "operator": "gte",
        "value": 5,
        "window": "1h",
    }
    body = {"rule": rule(counting), "text": "a long enough text"}
    five = {"posts": [{"count": 4, "matching": True}, {"count": 9}]}
    assert desk.tried(**body, user=five)["holds"] is True
    four = {"posts": [{"count": 3, "matching": True}, {"count": 9}]}
    found = desk.tried(**body, user=four)
    assert (found["holds"], found["clause"]["values"]) == (False, {"posts": 4})


def test_reports_are_as_said(desk: Desk) -> None:
    for category in ("hate", "spam"):
        desk.done("PUT", f"/api/v1/report_categories/{category}", {"name": category})
    hate = {"type": "report_count", "categories": ["hate"], "operator": "gt", "value": 5}
    for scope in ("reported_post", "reported_user"):
        body = {"rule": rule(hate, scope=scope)}
        assert desk.tried(**body, reports={"hate": 6})["holds"] is True
        found = desk.tried(**body, reports={"hate": 5, "spam": 9})
        assert found["holds"] is False
        assert found["nearest_miss"]["distance"] == 1


def test_staff_is_tried_as_an_ordinary_user(desk: Desk) -> None:
    staff = {"id": "mod", "role": "admin"}
    desk.done("POST", "/api/v2/users", {"users": {"mod": staff}})
    desk.check("p", "hello")
    exempt = both(IN_LIST, negated({"type": "user_role", "roles": ["admin"]}))
    body = {"rule": rule(exempt), "text": "grobble", "entity_creator_id": "mod"}
    found = desk.tried(**body)
    assert (found["holds"], found["set_aside"]) == (True, ["role admin"])
    found = desk.tried(**body, as_user=False)
    assert (found["holds"], found["set_aside"]) == (False, [])


def test_every_rule_of_an_item_is_explained_page_by_page(desk: Desk) -> None:
    desk.put("a", IN_LIST, position=1)
    desk.put("b", LONG, position=2)
    desk.put("c", POSTS, position=3, scope="user")
    hate = {"type": "report_count", "operator": "gt", "value": 0}
    desk.put("d", hate, scope="reported_post")
    desk.put("e", hate, scope="reported_user")
    desk.put("off", LONG, enabled=False)
    desk.check("p", "you grobble")
    path = f"/api/v1/items/{desk.item('p')}/rules"
    shown: list[Any] = []
    cursor: dict[str, str] = {}
    while True:
        before = desk.server.documents()
        page = desk.done("GET", path, limit=1, **cursor)
        assert desk.server.documents() == before
        shown += page["rules"]
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    assert [(each["rule_id"], each["holds"]) for each in shown] == [
        ("a", True),
        ("b", True),
        ("c", False),
        ("d", False),
    ]
    assert shown[1]["smallest_change"]["changes"] == [
        {"of": "characters of the text", "before": 11, "after": "9"}
    ]
    assert page["as_of"].endswith("Z")
    user = desk.done("GET", "/api/v1/users/ann/rules")["rules"]
    assert [each["rule_id"] for each in user] == ["c", "e"]
    assert desk.refused("GET", "/api/v1/users/nobody/rules", None) == {"id": "does not exist"}


def test_the_rule_in_front_is_named_where_only_the_first_counts(desk: Desk) -> None:
    desk.put("a", IN_LIST, position=1)
    desk.put("b", LONG, position=2)
    desk.done("PUT", "/api/v1/settings", {"first_match_only": {"post": True}})
    desk.check("p", "you grobble")
    rules = desk.done("GET", f"/api/v1/items/{desk.item('p')}/rules")["rules"]
    assert [each.get("not_looked_at_because") for each in rules] == [None, "a"]


def _kinds(answer: Any) -> list[str]:
    return [each["kind"] for each in answer["warnings"]]


def test_a_save_says_what_is_odd(desk: Desk) -> None:
    assert _kinds(desk.put("a", IN_LIST, "hide")) == []
    short = {**LONG, "operator": "lt"}
    (warning,) = desk.put("b", both(LONG, short))["warnings"]
    assert (warning["kind"], warning["path"]) == ("never_holds", "when")
    (warning,) = desk.put("c", both(IN_LIST, IN_LIST), "ban")["warnings"]
    assert (warning["kind"], warning["rule_id"]) == ("same_conditions", "a")
    (warning,) = desk.put("c", both(IN_LIST, LONG), "show")["warnings"]
    assert (warning["kind"], warning["rule_id"]) == ("contradicts", "a")
    assert _kinds(desk.put("c", both(negated(IN_LIST), LONG), "show")) == []
    assert _kinds(desk.put("c", {**LONG, "value": 0})) == ["always_holds_where_known"]


def test_lists_with_nothing_and_lists_within_words_are_told(desk: Desk) -> None:
    inside = {"name": "inside", "words": ["cow"], "is_substring_matching_enabled": True}
    desk.done("POST", "/api/v2/blocklists", inside)
    desk.done("POST", "/api/v2/blocklists", {"name": "whole", "words": ["cow"]})
    (warning,) = desk.put("a", {"type": "in_list", "lists": ["inside"]})["warnings"]
    assert warning["kind"] == "inside_words"
    assert {"coward"} <= {*warning["words"]} or "coward" in warning["text"]
    assert _kinds(desk.put("b", {"type": "in_list", "lists": ["whole"]})) == []
    for word in warning["words"]:
        text = {"rule_id": "a", "text": word}
        assert desk.tried(**text)["holds"] is True
    desk.done("POST", "/api/v2/blocklists", {"name": "nothing", "words": []})
    answer = desk.put("c", {"type": "in_list", "lists": ["nothing"]})
    assert "empty_list" in _kinds(answer)


def test_a_rule_for_nearly_everything_is_told(desk: Desk) -> None:
    for number in range(30):
        desk.check(f"p{number}", "hello" if number % 3 else "hello hello", creator=f"u{number}")
    (warning,) = desk.put("a", LONG)["warnings"]
    assert (warning["kind"], warning["share"], warning["sample"]) == (
        "matches_many",
        round(10 / 30, 4),
        30,
    )
    assert _kinds(desk.put("a", {**LONG, "value": 12})) == []
    (warning,) = desk.put("b", {**POSTS, "value": 0}, scope="user")["warnings"]
    assert warning["share"] == 1.0
    assert _kinds(desk.put("b", POSTS, scope="user")) == []


def test_no_app_sees_another_s(server: Server, desk: Desk) -> None:
    desk.put("r", LONG)
    desk.check("p", "you grobble")
    other = server.app(next(_names))
    body = {"rule_id": "r", "text": "hello"}
    assert server.call(other, "POST", "/api/v1/rules/try", body).status == 404
    path = f"/api/v1/items/{desk.item('p')}/rules"
    assert server.call(other, "GET", path).status == 404
