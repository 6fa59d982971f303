"""What members may do: by their role, on every route, and by their queues and actions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.domain.rights import RIGHTS, ROLES, Role, has_right
from common.http.routes import ROUTES
from common.http.routes.route import Route
from tests.functional import bad_bodies
from tests.functional.inprocess import App, Server, in_process
from tests.functional.staff import Browser, signed_in

_V2 = "/api/v2/moderation"
_ENDING = ("sign_out", "set_password")
_ROUTES = [
    route
    for route in ROUTES
    if route.access != "public"
    and not bad_bodies.is_of_facade(route)
    and route.operation not in _ENDING
]
_BAD = {
    "entity_type": "post",
    "entity_creator_id": "ann",
    "moderation_payload": {"texts": ["grobble"]},
    "config_key": "words",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("rights") / "data") as server:
        yield server


@pytest.fixture(scope="module")
def app(server: Server) -> App:
    app = server.app("app-a")
    server.call(app, "POST", "/api/v2/blocklists", {"name": "words", "words": ["grobble"]})
    rules = {"rules": [{"name": "words", "action": "flag"}]}
    server.call(app, "POST", f"{_V2}/config", {"key": "words", "block_list_config": rules})
    return app


@pytest.fixture(scope="module")
def browsers(server: Server, app: App) -> dict[Role, Browser]:
    return {role: signed_in(server, app, f"a {role}", role) for role in ROLES}


def _item(server: Server, app: App, id: str, **fields: Any) -> dict[str, Any]:
    checked = server.call(app, "POST", f"{_V2}/check", {**_BAD, "entity_id": id, **fields})
    assert checked.status == 201, checked.text
    item: dict[str, Any] = checked.json()["item"]
    return item


def _decide(browser: Browser, item: dict[str, Any], type: str, **fields: Any) -> tuple[int, str]:
    body = {"action_type": type, "item_id": item["id"], **fields}
    answer = browser.call("POST", f"{_V2}/submit_action", body)
    return answer.status, answer.text


@pytest.mark.parametrize("route", _ROUTES, ids=lambda route: f"{route.method} {route.path}")
def test_each_route_is_for_those_with_its_right(
    server: Server, browsers: dict[Role, Browser], route: Route
) -> None:
    path = bad_bodies.path_of(route).replace("{", "").replace("}", "")
    body = bad_bodies.VALID.get(route.operation) if route.body else None
    for role, browser in browsers.items():
        before = server.documents()
        answer = browser.call(route.method, path, body)
        may = route.right != "server" and has_right(role, route.right)
        named = f"the right '{route.right}'" if route.right != "server" else "no member"
        is_refused = answer.status == 403 and f"this call needs {named}" in answer.text
        is_refused |= answer.status == 403 and "no member may make it" in answer.text
        assert is_refused == (not may), (role, answer.status, answer.text)
        if is_refused:
            assert server.documents() == before


def test_reading_changes_nothing_and_who_only_reads_changes_nothing() -> None:
    for route in _ROUTES:
        if route.right == "read" and route.method != "GET":
            assert route.method == "POST", f"{route.operation} changes something"
        if route.method in ("PUT", "PATCH", "DELETE"):
            assert route.right != "read"


def test_every_right_opens_something() -> None:
    assert {route.right for route in _ROUTES} == {"server", *RIGHTS}


def test_the_app_s_own_server_has_all_rights(server: Server, app: App) -> None:
    for path in ("/api/v1/members", "/api/v1/settings", "/api/v1/log/export"):
        assert server.call(app, "GET", path).status == 200
        assert server.call(app, "GET", path, auth=app.hive()).status == 200


def test_a_role_counts_from_the_next_request_on(server: Server, app: App) -> None:
    browser = signed_in(server, app, "Cam", "admin")
    assert browser.call("GET", "/api/v1/members").status == 200
    path = f"/api/v1/members/{browser.id}"
    assert server.call(app, "PATCH", path, {"role": "reader"}).status == 200
    assert browser.call("GET", "/api/v1/members").status == 403
    assert browser.call("GET", "/api/v1/rules").status == 200
    assert server.call(app, "DELETE", path).status == 200
    assert browser.call("GET", "/api/v1/rules").status == 401


def test_nobody_changes_their_own_role_or_deletes_themselves(server: Server, app: App) -> None:
    browser = signed_in(server, app, "Dom", "admin")
    path = f"/api/v1/members/{browser.id}"
    assert browser.call("PATCH", path, {"role": "reader"}).status == 400
    assert browser.call("DELETE", path).status == 400
    assert browser.call("PATCH", path, {"email": "dom@example.com"}).status == 200


def test_a_decision_is_in_the_log_under_the_member_s_name(server: Server, app: App) -> None:
    browser = signed_in(server, app, "Mo")
    item = _item(server, app, "named")
    assert _decide(browser, item, "mark_reviewed")[0] == 201
    log = server.call(app, "GET", "/api/v1/log", query={"item_id": item["id"]}).json()
    assert [e["by"] for e in log["entries"] if e["kind"] == "review"] == ["Mo"]
    status, text = _decide(browser, item, "mark_reviewed", user_id="somebody else")
    assert (status, "user_id is not who is signed in" in text) == (400, True)
    status, text = _decide(browser, item, "mark_reviewed", user={"id": "another"})
    assert (status, "user.id" in text) == (400, True)
    assert _decide(browser, item, "mark_reviewed", user_id="Mo")[0] == 201
    asked = browser.call("POST", f"{_V2}/review_queue", {}, {"user_id": "another"})
    assert asked.status == 403 and "user_id" in asked.json()["exception_fields"]


def test_a_saved_rule_is_too(server: Server, app: App) -> None:
    browser = signed_in(server, app, "Lea", "lead")
    assert browser.call("PUT", "/api/v1/rules/spam", bad_bodies.RULE).status == 201
    versions = browser.call("GET", "/api/v1/rules/spam/versions").json()["versions"]
    assert versions[0]["by"] == "Lea"


def test_leads_set_what_is_about_rules_and_nothing_else(
    server: Server, app: App, browsers: dict[Role, Browser]
) -> None:
    path, lead = "/api/v1/rule_settings", browsers["lead"]
    kept = {"second_person_for_irreversible": True, "first_match_only": {"user": True}}
    assert server.call(app, "PUT", "/api/v1/settings", kept).status == 201
    before = server.call(app, "GET", "/api/v1/settings").json()["settings"]
    change = {"first_match_only": {"post": True}, "cap_per_hour": 7}
    changed = lead.call("PATCH", path, change).json()["rule_settings"]
    assert changed == browsers["reader"].call("GET", path).json()["rule_settings"]
    first = {"post": True, "user": True, "reported_post": False, "reported_user": False}
    assert (changed["first_match_only"], changed["cap_per_hour"]) == (first, 7)
    after = server.call(app, "GET", "/api/v1/settings").json()["settings"]
    assert {**before, **changed, "updated_at": after["updated_at"]} == after
    assert after["second_person_for_irreversible"] is True
    refused = lead.call("PATCH", path, {"second_person_for_irreversible": False})
    assert (refused.status, "second_person" in refused.text) == (400, True)
    assert lead.call("GET", "/api/v1/settings").status == 403


@pytest.mark.parametrize(
    ("type", "options"),
    [
        ("ban", {}),
        ("ban", {"timeout": 30 * 24 * 60 + 1}),
        ("ban", {"timeout": 0}),
        ("ban", {"timeout": 60, "ip_ban": True}),
        ("ban", {"timeout": 60, "delete_messages": "hard"}),
        ("delete_message", {"hard_delete": True}),
        ("delete_user", {}),
        ("delete_user_messages", {"delete_messages": "hard"}),
    ],
    ids=str,
)
def test_what_takes_a_senior(
    server: Server, app: App, browsers: dict[Role, Browser], type: str, options: dict[str, Any]
) -> None:
    item = _item(server, app, f"{type} {options}", entity_creator_id=f"{type} {options}")
    before = server.documents()
    status, text = _decide(browsers["moderator"], item, type, **{type: options})
    assert (status, "oversee" in text) == (403, True)
    assert server.documents() == before
    # What else may be wrong with it, it is not who decides.
    assert _decide(browsers["senior"], item, type, **{type: options})[0] in (201, 400)


def test_a_moderator_bans_for_a_month(
    server: Server, app: App, browsers: dict[Role, Browser]
) -> None:
    item = _item(server, app, "a month", entity_creator_id="a month")
    moderator, other = browsers["moderator"], signed_in(server, app, "Other")
    assert _decide(moderator, item, "ban", ban={"timeout": 30 * 24 * 60})[0] == 201
    status, text = _decide(other, item, "unban")
    assert (status, "oversee" in text) == (403, True)
    assert _decide(moderator, item, "unban")[0] == 201
    body = {"target_user_id": "a month", "timeout": 60}
    assert other.call("POST", f"{_V2}/ban", body).status == 201
    body = {"target_user_id": "a month"}
    assert other.call("POST", f"{_V2}/ban", body).status == 403
    assert moderator.call("POST", f"{_V2}/unban", {}, body).status == 403
    assert browsers["senior"].call("POST", f"{_V2}/unban", {}, body).status == 201


def test_what_others_decided_a_senior_takes_back(
    server: Server, app: App, browsers: dict[Role, Browser]
) -> None:
    item = _item(server, app, "taken back")
    assert _decide(browsers["senior"], item, "block")[0] == 201
    assert _decide(browsers["moderator"], item, "unblock")[0] == 403
    assert _decide(browsers["lead"], item, "unblock")[0] == 201
    assert _decide(browsers["moderator"], item, "block")[0] == 201
    assert _decide(browsers["moderator"], item, "unblock")[0] == 201


def test_bulk_takes_a_senior_and_is_one_batch_in_the_log(
    server: Server, app: App, browsers: dict[Role, Browser]
) -> None:
    items = [_item(server, app, f"bulk {number}") for number in range(2)]
    assert _decide(browsers["moderator"], items[0], "mark_reviewed", batch_id="b1")[0] == 403
    for item in items:
        assert _decide(browsers["senior"], item, "mark_reviewed", batch_id="b1")[0] == 201
    found = server.call(app, "GET", "/api/v1/log", query={"batch_id": "b1"}).json()["entries"]
    assert {entry["item_id"] for entry in found} == {item["id"] for item in items}


def test_shared_views_take_a_senior(browsers: dict[Role, Browser]) -> None:
    moderator, senior = browsers["moderator"], browsers["senior"]
    own = {"name": "mine", "type": "personal_view", "filters": {"has_image": True}}
    shared = {"name": "ours", "type": "operational_queue", "filters": {"has_video": True}}
    queue = moderator.call("POST", f"{_V2}/queues", own).json()["queue"]
    assert queue["created_by"] == "a moderator"
    assert moderator.call("POST", f"{_V2}/queues", shared).status == 403
    queue = senior.call("POST", f"{_V2}/queues", shared).json()["queue"]
    path = f"{_V2}/queues/{queue['id']}"
    assert moderator.call("PATCH", path, {"name": "stolen"}).status == 403
    assert moderator.call("POST", f"{path}/delete", {}).status == 403
    assert senior.call("PATCH", path, {"name": "renamed"}).status == 200
    assert senior.call("POST", f"{path}/delete", {}).status == 201


def test_who_only_reads_claims_nothing(browsers: dict[Role, Browser]) -> None:
    asked = {"lock_items": True}
    assert browsers["reader"].call("POST", f"{_V2}/review_queue", asked).status == 403
    assert browsers["moderator"].call("POST", f"{_V2}/review_queue", asked).status == 201


def test_a_member_s_actions_are_all_that_they_decide(server: Server, app: App) -> None:
    action = {**bad_bodies.ACTION, "kind": "post"}
    for id in ("hide", "warn"):
        server.call(app, "PUT", f"/api/v1/actions/{id}", action)
    browser = signed_in(server, app, "Act", actions=["mark_reviewed", "hide"])
    item = _item(server, app, "actions")
    assert _decide(browser, item, "block")[0] == 403
    assert _decide(browser, item, "custom", custom={"id": "warn"})[0] == 403
    assert _decide(browser, item, "custom", custom={"id": "hide"})[0] == 201
    assert _decide(browser, item, "mark_reviewed")[0] == 201
    run = {"item_id": item["id"]}
    assert browser.call("POST", "/api/v1/actions/warn/run", run).status == 403
    assert browser.call("POST", "/api/v1/actions/hide/run", run).status == 201
    body = {"target_user_id": "ann", "timeout": 5}
    assert browser.call("POST", f"{_V2}/ban", body).status == 403


def test_a_member_s_queues_are_all_that_there_is(server: Server, app: App) -> None:
    def queue(name: str, type: str) -> str:
        body = {"name": name, "type": "operational_queue", "filters": {"entity_type": type}}
        made = server.call(app, "POST", f"{_V2}/queues", body)
        id: str = made.json()["queue"]["id"]
        return id

    comments, profiles = queue("comments", "comment"), queue("profiles", "profile")
    inside = _item(server, app, "inside", entity_type="comment")
    outside = _item(server, app, "outside", entity_type="profile")
    browser = signed_in(server, app, "Que", "lead", queues=[comments])

    def seen(**body: Any) -> set[str]:
        answer = browser.call("POST", f"{_V2}/review_queue", body)
        assert answer.status == 201, answer.text
        return {item["entity_id"] for item in answer.json()["items"]}

    assert seen() == {"inside"}
    assert seen(filter={"entity_type": "profile"}) == set()
    assert seen(filter={"id": outside["id"]}) == set()
    assert seen(filter={"entity_type": "comment", "entity_id": "inside"}) == {"inside"}
    assert seen(sort=[{"field": "severity", "direction": -1}]) == {"inside"}
    assert seen(lock_items=True) == {"inside"}
    for body in ({"stats_only": True}, {"stats_only": True, "filter": {"reviewed": False}}):
        answer = browser.call("POST", f"{_V2}/review_queue", body)
        assert sum(answer.json()["stats"].values()) == 1, answer.text
    get = f"{_V2}/review_queue/"
    assert browser.call("GET", get + outside["id"]).status == 404
    assert browser.call("GET", get + inside["id"]).status == 200
    shown = browser.call("GET", f"{_V2}/queues").json()["queues"]
    assert comments in [each["id"] for each in shown]
    assert profiles not in [each["id"] for each in shown]
    before = server.documents()
    assert _decide(browser, outside, "mark_reviewed")[0] == 404
    # A user is of no queue.
    body = {"target_user_id": "ann", "timeout": 5}
    assert browser.call("POST", f"{_V2}/ban", body).status == 403
    assert browser.call("POST", "/api/v1/exports", {"of": "log"}).status == 403
    assert browser.call("GET", "/api/v1/log/export").status == 403
    assert server.documents() == before
    assert _decide(browser, inside, "mark_reviewed")[0] == 201
    # A queue that there is no more has no items.
    server.call(app, "POST", f"{_V2}/queues/{comments}/delete", {})
    assert seen() == set()


def test_a_decision_about_what_the_item_is_no_more_is_refused(
    server: Server, app: App, browsers: dict[Role, Browser]
) -> None:
    first, second = browsers["moderator"], browsers["senior"]
    item = _item(server, app, "stale")
    shown = first.call("GET", f"{_V2}/review_queue/{item['id']}").json()["item"]
    # A claim is no change.
    asked = {"lock_items": True, "filter": {"id": item["id"]}}
    claimed = first.call("POST", f"{_V2}/review_queue", asked).json()["items"]
    assert [each["version"] for each in claimed] == [shown["version"]]
    assert _decide(second, item, "mark_reviewed", if_version=shown["version"])[0] == 201
    before = server.documents()
    body = {"action_type": "block", "item_id": item["id"], "if_version": shown["version"]}
    stale = first.call("POST", f"{_V2}/submit_action", body)
    assert (stale.status, set(stale.json()["exception_fields"])) == (409, {"if_version"})
    assert server.documents() == before
    now = first.call("GET", f"{_V2}/review_queue/{item['id']}").json()["item"]["version"]
    assert _decide(first, item, "block", if_version=now)[0] == 201
    # Content that changed is another version, too.
    blocked = first.call("GET", f"{_V2}/review_queue/{item['id']}").json()["item"]["version"]
    _item(server, app, "stale", moderation_payload={"texts": ["grobble again"]})
    assert _decide(first, item, "mark_reviewed", if_version=blocked)[0] == 409
    assert _decide(first, item, "mark_reviewed")[0] == 201


_ZEBRA = "zebrafish"


def _told_of(server: Server, app: App) -> dict[str, Any]:
    """An item of no queue, of which as much is kept as there can be: a report, an appeal, a
    delivery, decisions, an entry of the log.
    """
    server.call(app, "PUT", "/api/v1/actions/hide", {**bad_bodies.ACTION, "kind": "post"})
    fields = {
        "entity_type": "profile",
        "entity_creator_id": "stranger",
        "moderation_payload": {"texts": [f"grobble {_ZEBRA}"]},
    }
    item = _item(server, app, _ZEBRA, **fields)
    named = {"entity_type": "profile", "entity_id": _ZEBRA}
    flag = {**named, "reason": _ZEBRA, "user_id": "reporter"}
    assert server.call(app, "POST", f"{_V2}/flag", flag).status == 201
    decided = {"action_type": "block", "item_id": item["id"], "user_id": "m"}
    assert server.call(app, "POST", f"{_V2}/submit_action", decided).status == 201
    appeal = {**named, "appeal_reason": _ZEBRA, "user_id": fields["entity_creator_id"]}
    assert server.call(app, "POST", f"{_V2}/appeal", appeal).status == 201
    run = {"item_id": item["id"], "user_id": "m"}
    assert server.call(app, "POST", "/api/v1/actions/hide/run", run).status == 201
    return item


def test_nothing_is_told_of_items_of_other_queues(server: Server, app: App) -> None:
    item = _told_of(server, app)
    body = {"name": "q", "type": "operational_queue", "filters": {"entity_type": "none"}}
    queue = server.call(app, "POST", f"{_V2}/queues", body).json()["queue"]["id"]
    whole = signed_in(server, app, "Whole", "lead")
    some = signed_in(server, app, "Some", "lead", queues=[queue])
    told = 0
    for route in _ROUTES:
        if route.right != "read":
            continue
        path = bad_bodies.path_of(route).replace("{", "").replace("}", "")
        if route.path in ("/api/v1/items/{id}/rules", f"{_V2}/review_queue/{{id:path}}"):
            path = route.path.replace("{id:path}", item["id"]).replace("{id}", item["id"])
        sent = bad_bodies.VALID.get(route.operation, {}) if route.body else None
        for body_sent in (sent, {} if route.body else None):
            told += _ZEBRA in whole.call(route.method, path, body_sent).text
            answer = some.call(route.method, path, body_sent)
            assert _ZEBRA not in answer.text, (route.operation, answer.text)
            assert item["id"] not in answer.text or answer.status == 404, route.operation
    assert told >= 8


def test_what_is_about_an_item_is_asked_for_by_its_queues(server: Server, app: App) -> None:
    body = {"name": "p", "type": "operational_queue", "filters": {"entity_type": "picture"}}
    queue = server.call(app, "POST", f"{_V2}/queues", body).json()["queue"]["id"]
    some = signed_in(server, app, "Pic", "lead", queues=[queue])
    server.call(app, "PUT", "/api/v1/actions/hide", {**bad_bodies.ACTION, "kind": "post"})
    for type, status in (("picture", 200), ("letter", 404)):
        item = _item(server, app, f"a {type}", entity_type=type)
        run = {"item_id": item["id"], "user_id": "m"}
        assert server.call(app, "POST", "/api/v1/actions/hide/run", run).status == 201
        of_item = {"item_id": item["id"]}
        for path in ("/api/v1/log", "/api/v1/deliveries", "/api/v1/reports"):
            assert some.call("GET", path).status == 403
            assert some.call("GET", path, query=of_item).status == status, path
        assert some.call("GET", f"/api/v1/items/{item['id']}/rules").status == status
        tried = some.call("POST", "/api/v1/try", {**of_item, "config_key": "words"})
        assert tried.status == (404 if status == 404 else 201), tried.text
        ruled = some.call("POST", "/api/v1/rules/try", {**of_item, "rule": bad_bodies.RULE})
        assert ruled.status == (404 if status == 404 else 201), ruled.text
        sent = server.call(app, "GET", "/api/v1/deliveries", query=of_item).json()["deliveries"]
        path = f"/api/v1/deliveries/{sent[0]['id']}"
        assert some.call("GET", path).status == status
        if status == 404:
            before = server.documents()
            assert some.call("POST", f"{path}/retry").status == 404
            assert some.call("POST", f"{path}/cancel", {}).status == 404
            assert server.documents() == before


@pytest.mark.parametrize("restriction", [{"queues": []}, {"actions": ["mark_reviewed"]}], ids=str)
def test_who_is_restricted_does_not_get_round_it(
    server: Server, app: App, restriction: dict[str, Any]
) -> None:
    """By what is no type of decision, or by giving themselves the rest."""
    name = f"Restricted in {next(iter(restriction))}"
    admin = signed_in(server, app, name, "admin", **restriction)
    before = server.documents()
    for method, path, body in (
        ("PATCH", f"/api/v1/members/{admin.id}", {"queues": None, "actions": None}),
        ("POST", "/api/v1/members", {"name": "Another", "role": "admin"}),
        ("POST", "/api/v1/api_tokens", {"name": "all"}),
        ("POST", "/api/v1/users/ann/strikes", {"policy": "spam", "weight": 1}),
        ("POST", "/api/v1/undos", {"rule_id": "spam"}),
        ("POST", "/api/v1/enforcements/drop", {"rule_id": "spam"}),
        ("POST", "/api/v2/users/ann/deactivate", {}),
        ("POST", "/api/v2/users/delete", {"user_ids": ["ann"]}),
    ):
        answer = admin.call(method, path, body)
        assert answer.status == 403 and "restricted to some" in answer.text, (path, answer.text)
    assert server.documents() == before


def test_a_queue_is_not_widened_by_those_who_are_restricted_to_it(server: Server, app: App) -> None:
    body = {"name": "w", "type": "operational_queue", "filters": {"entity_type": "widened"}}
    queue = server.call(app, "POST", f"{_V2}/queues", body).json()["queue"]["id"]
    other = server.call(app, "POST", f"{_V2}/queues", {**body, "name": "o"}).json()["queue"]["id"]
    some = signed_in(server, app, "Wide", "senior", queues=[queue])
    path = f"{_V2}/queues/{queue}"
    assert some.call("GET", path).status == 200
    assert some.call("GET", f"{_V2}/queues/{other}").status == 404
    assert some.call("PATCH", path, {"filters": {"reviewed": False}}).status == 403
    assert some.call("POST", f"{path}/delete", {}).status == 403
