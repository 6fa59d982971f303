"""Those who write rules, and look after what is sent."""

from __future__ import annotations

import json

import pytest

from tests.browser.conftest import People
from tests.browser.desk import BAD, Desk, eventually
from tests.browser.looking import need_axe, problems
from tests.receiver import answer

_EVIL = "<script>alert(1)</script><i>x</i> \u202egnp " + "long" * 40
_LISTED = {"type": "in_list", "lists": ["bad"]}

PAGES = (
    "/rules",
    *(f"/rules?part={part}" for part in ("groups", "settings", "health")),
    "/rules/+new",
    *(
        f"/rules/listed?part={part}"
        for part in ("edit", "try", "shadow", "backtest", "versions", "reach", "health", "undo")
    ),
    "/policies",
    "/policies/desk",
    *(f"/lists?part={part}" for part in ("words", "semantic", "images", "users")),
    "/spam?kind=text",
    "/reporting",
    "/reporting?part=reporters",
    "/strikes",
    "/actions",
    "/held",
    "/deliveries",
    "/deliveries?part=endpoints",
    "/log",
    "/log?unread=true",
    "/providers",
    *(f"/members?part={part}" for part in ("members", "sessions", "providers", "tokens")),
    "/app",
)


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """One of everything, named by somebody who means ill."""
    desk.hive("PUT", "/settings", {"spam_manager": {"enabled": True}})
    rule = {"name": _EVIL, "scope": "post", "when": _LISTED, "actions": ["hide"]}
    desk.hive("PUT", "/rules/listed", {**rule, "reason": _EVIL})
    desk.hive("PUT", "/rules/capped", {**rule, "cap_per_hour": 0})
    desk.hive("POST", "/rules/listed/shadow", {"rule": {**rule, "name": "x"}, "reason": _EVIL})
    backtest = desk.hive("POST", "/backtests", {"rule_id": "listed"})["backtest"]
    assert backtest["rule_id"] == "listed"
    desk.hive("PUT", "/user_lists/some", {"name": _EVIL, "users": [_EVIL[:60]]})
    desk.hive("PUT", "/semantic_filters/some", {"phrases": [_EVIL], "description": _EVIL})
    desk.hive("PUT", "/image_hash_lists/some", {"label": "known", "description": _EVIL})
    desk.hive("PUT", "/strike_policies/some", {"name": _EVIL[:100]})
    desk.hive("PUT", "/report_categories/some", {"name": _EVIL[:100]})
    url = f"http://127.0.0.1:{desk.receiver.port}/broken?{'y' * 300}"
    desk.hive("PUT", "/actions/broken", {"name": _EVIL[:100], "kind": "post", "url": url})
    desk.receiver.always("/broken", answer(400, _EVIL.encode()))
    item = desk.check("one", f"{BAD} {_EVIL}", author="author.<b>")
    desk.hive("POST", "/actions/broken/run", {"item_id": item, "reason": _EVIL, "user_id": "x"})
    desk.check("two")
    eventually(lambda: desk.hive("GET", "/log/unread")["unread"] > 0)
    return desk


def test_a_rule_is_written_tried_run_in_shadow_promoted_and_undone(
    desk: Desk, people: People
) -> None:
    before = desk.called()
    long = {"type": "text_length", "operator": "gt", "value": 9_000}
    both = {"type": "all", "conditions": [_LISTED, long]}
    other = {"name": "Long", "scope": "post", "when": both, "actions": ["flag_for_review"]}
    desk.hive("PUT", "/rules/long", other)  # a shadow may ask for the list then
    lea = people("lea", "lead")
    page = lea.page
    lea.open("/rules/+new")
    page.get_by_label("Name").fill("Listed words")
    page.get_by_label("Condition").nth(1).select_option("in_list")
    page.get_by_label("Lists", exact=True).first.fill("bad")
    page.get_by_role("button", name="Take away bad").wait_for()
    page.get_by_label("Add an action").select_option("hide")

    page.get_by_role("link", name="Try", exact=True).click()
    page.get_by_label("Text").fill(f"so {BAD}")
    page.get_by_label("Policy").fill("desk")
    page.get_by_role("button", name="Try", exact=True).click()
    said = page.get_by_role("region", name="What the rule says")
    said.get_by_text("holds", exact=True).first.wait_for()
    said.get_by_text("Put before the moderators").wait_for()
    page.get_by_label("Text").fill("harmless")
    page.get_by_role("button", name="Try", exact=True).click()
    said.get_by_text("does not hold", exact=True).first.wait_for()

    page.get_by_role("link", name="Shadow", exact=True).click()
    page.get_by_role("button", name="Run in shadow").click()
    page.get_by_role("heading", name="Runs in shadow").wait_for()
    item = desk.check("one")
    hits = page.get_by_role("row", name="only the new one").get_by_role("link")

    def is_shown() -> bool:
        page.keyboard.press("r")
        page.wait_for_timeout(300)
        return bool(hits.count() == 1)

    eventually(is_shown)
    assert desk.called() == before, "a shadow has no effect"
    page.get_by_role("button", name="Promote").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Promote").click()
    dialog.get_by_role("alert").wait_for()
    dialog.get_by_label("Only if it held so many times").fill("1")
    dialog.get_by_role("button", name="Promote").click()
    dialog.wait_for(state="detached")
    version = desk.hive("GET", "/rules/listed_words/versions")["versions"][0]
    assert (version["by"], version["version"]) == ("lea", 1)

    eventually(lambda: desk.hive("GET", "/rules/listed_words")["rule"]["version"] == 1)
    desk.check("two")
    eventually(lambda: desk.called() == before + 1)
    lea.open("/rules/listed_words?part=undo")
    page.get_by_role("link", name="two", exact=True).wait_for()
    page.get_by_role("button", name="What would be undone").click()
    page.get_by_text("enforcements: 1, items: 1, users: 1").wait_for()
    page.get_by_role("button", name="Undo it").click()
    dialog.get_by_label("Reason").fill("it was wrong")
    dialog.get_by_role("button", name="Undo 1 enforcement").click()
    page.get_by_role("heading", name="Undo completed").wait_for()
    assert desk.item(item)["flags"] != [], "what the engine said stays"
    effects = desk.hive("GET", "/rule_effects?rule_id=listed_words")["enforcements"]
    assert [("undone" in each) for each in effects] == [True]


def test_a_save_on_what_others_changed_is_refused_and_what_was_written_stays(
    desk: Desk, people: People
) -> None:
    rule = {"name": "One", "scope": "post", "when": _LISTED, "actions": ["flag_for_review"]}
    desk.hive("PUT", "/rules/one", rule)
    lea = people("lea", "lead")
    lea.open("/rules/one")
    lea.page.get_by_label("Name").fill("Mine")
    desk.hive("PUT", "/rules/one", {**rule, "name": "Theirs"})
    lea.page.get_by_role("button", name="Save", exact=True).click()
    lea.page.get_by_text("Others have changed this since").wait_for()
    assert lea.page.get_by_label("Name").input_value() == "Mine"
    assert desk.hive("GET", "/rules/one")["rule"]["name"] == "Theirs"


def test_rules_are_moved_by_keys_and_a_version_is_restored(desk: Desk, people: People) -> None:
    rule = {"scope": "post", "when": _LISTED, "actions": ["flag_for_review"]}
    for place, name in enumerate(("one", "two", "three")):
        desk.hive("PUT", f"/rules/{name}", {**rule, "name": name, "position": place})
    lea = people("lea", "lead")
    lea.open("/rules")
    lea.page.locator(".rule-row").first.wait_for()
    lea.press("j")
    assert lea.page.evaluate("document.activeElement.innerText") == "one"
    lea.page.keyboard.press("Alt+ArrowDown")

    def order() -> list[str]:
        rows = desk.hive("GET", "/rules?scope=post")["rules"]
        return [each["id"] for each in sorted(rows, key=lambda each: each["position"])]

    eventually(lambda: order() == ["two", "one", "three"])
    desk.hive("PUT", "/rules/one", {**rule, "name": "renamed"})
    lea.open("/rules/one?part=versions")
    lea.page.get_by_text("renamed").first.wait_for()
    lea.page.get_by_role("button", name="Restore").last.click()
    lea.page.get_by_role("dialog").get_by_role("button", name="Restore").click()
    eventually(lambda: desk.hive("GET", "/rules/one")["rule"]["name"] == "one")


def test_how_all_rules_do_is_in_one_table(desk: Desk, people: People) -> None:
    rule = {"name": "Listed", "scope": "post", "when": _LISTED, "actions": ["flag_for_review"]}
    desk.hive("PUT", "/rules/listed", rule)
    idle = {"type": "text_length", "operator": "gt", "value": 9_000}
    desk.hive("PUT", "/rules/idle", {**rule, "name": "Idle", "when": idle, "enabled": False})
    for number in range(3):
        desk.check(f"post-{number}")
    eventually(lambda: desk.hive("GET", "/rule_health")["rules"][0]["hits"] == 3)
    lea = people("lea", "lead")
    lea.open("/rules?part=health")
    rows = lea.page.locator("tbody tr")
    rows.first.wait_for()
    assert rows.nth(0).locator("[data-title=Hits]").inner_text() == "3"
    assert rows.nth(1).locator("[data-title=Hits]").inner_text() == "0"
    rows.nth(1).get_by_text("off", exact=True).wait_for()
    rows.nth(0).get_by_role("link", name="Listed").click()
    lea.page.get_by_role("heading", name="Listed").wait_for()
    lea.page.get_by_role("link", name="Health").and_(
        lea.page.locator("[aria-current=page]")
    ).wait_for()


def test_a_failing_callback_turns_the_dot_red_is_retried_and_turns_it_off(
    desk: Desk, people: People
) -> None:
    item = desk.check("one")
    path = desk.act("hide", "block")
    desk.receiver.on(path, answer(400, b"not today"))
    lea = people("lea", "lead")
    assert lea.page.locator(".dot").count() == 0
    lea.open("/actions")
    lea.page.get_by_role("button", name="Test hide").click()
    lea.page.get_by_role("button", name="Send").click()
    lea.page.get_by_text("not today").wait_for()
    lea.page.get_by_role("button", name="Send").click()
    lea.page.get_by_text("200: it works").wait_for()
    desk.receiver.on(path, answer(400, b"not today"))
    desk.hive("POST", "/actions/hide/run", {"item_id": item, "user_id": "mia"})
    eventually(lambda: desk.hive("GET", "/log/unread")["unread"] == 1)
    lea.open("/log?unread=true")
    lea.page.locator("nav .dot").wait_for()
    lea.page.get_by_role("button", name="Retry").first.click()
    eventually(lambda: desk.hive("GET", "/deliveries")["deliveries"][0]["state"] == "delivered")
    # Counted again some seconds after the retry, and where that was too soon, each half minute.
    lea.page.locator("nav .dot").wait_for(state="detached", timeout=60_000)
    assert desk.hive("GET", "/log/unread")["unread"] == 0
    desk.receiver.on(path, answer(400, b"not today"))
    desk.hive("POST", "/actions/hide/run", {"item_id": item, "user_id": "mia"})
    eventually(lambda: desk.hive("GET", "/log/unread")["unread"] == 1)
    lea.open("/log?unread=true")
    lea.page.get_by_role("button", name="Mark all read").click()
    lea.page.locator("nav .dot").wait_for(state="detached")
    assert desk.hive("GET", "/log/unread")["unread"] == 0
    lea.open("/deliveries")
    lea.page.get_by_role("button", name="Attempts").first.click()
    lea.page.get_by_role("dialog").get_by_text("not today").wait_for()


def test_secrets_of_actions_are_kept_and_never_shown(desk: Desk, people: People) -> None:
    path = f"/{desk.name}/secret"
    url = desk.receiver.url(path)
    action = {"name": "Secret", "kind": "post", "url": url, "auth_header": "x-key"}
    desk.hive("PUT", "/actions/secret", {**action, "auth_value": "hunter-2"})
    lea = people("lea", "lead")
    lea.open("/actions")
    lea.page.get_by_role("button", name="Edit secret").click()
    lea.page.get_by_role("dialog").get_by_label("Name").first.fill("Still secret")
    assert "hunter-2" not in lea.page.content()
    lea.page.get_by_role("dialog").get_by_role("button", name="Save").click()
    lea.page.get_by_role("button", name="Edit Still secret").wait_for()
    desk.hive("POST", "/actions/secret/test", {})
    (received,) = [each for each in desk.receiver.requests if each.path == path]
    assert received.headers["x-key"] == "hunter-2"


@pytest.mark.timeout(180)
def test_what_an_app_has_of_a_kind_is_made_changed_and_deleted(desk: Desk, people: People) -> None:
    ada = people("ada", "admin")
    page = ada.page
    for path, filled in (
        ("/lists?part=semantic", "Description"),
        ("/lists?part=images", "Label"),
        ("/lists?part=users", "Name"),
        ("/lists?part=words", "Name"),
        ("/strikes", "Name"),
        ("/reporting", "Name"),
        ("/providers", "Model"),
    ):
        ada.open(path)
        page.get_by_role("button", name="Add").click()
        form = page.get_by_role("dialog")
        if path != "/lists?part=words":
            form.get_by_label("Id", exact=True).fill("own")
        form.get_by_label(filled, exact=True).first.fill("own")
        if "semantic" in path:
            form.get_by_label("Phrases").fill("be gone")
        if "providers" in path:
            form.get_by_label("Address").fill(f"http://127.0.0.1:{desk.receiver.port}/judge")
        form.get_by_role("button", name="Save").click()
        page.get_by_role("button", name="Edit own").click()
        if filled != "Name":
            form.get_by_label(filled, exact=True).first.fill("changed")
        form.get_by_role("button", name="Save").click()
        form.wait_for(state="detached")
        page.get_by_role("button", name="Delete own").click()
        form.get_by_role("button", name="Delete").click()
        page.get_by_role("button", name="Delete own").wait_for(state="detached")
    lea = people("lea", "lead")
    lea.open("/providers")
    lea.page.get_by_text("Nothing here.").wait_for()
    assert lea.page.get_by_role("button", name="Add").count() == 0


def test_a_webhook_is_called_one_where_what_it_was_sent_is_listed(
    desk: Desk, people: People
) -> None:
    hook = {"hook_type": "webhook", "enabled": True, "product": "all"}
    events = {"event_types": ["review_queue_item.new"], "webhook_url": desk.receiver.url("/hook")}
    desk.stream("PATCH", "/app", {"event_hooks": [{**hook, **events}]})
    desk.check("one")
    eventually(lambda: any(each.path == "/hook" for each in desk.receiver.requests))
    lea = people("lea", "lead")
    lea.open("/deliveries")
    lea.page.locator("td b", has_text="Webhook").wait_for()
    lea.open("/deliveries?part=endpoints")
    lea.page.get_by_role("heading", name="Webhook ").wait_for()


def test_what_a_cap_holds_is_released(desk: Desk, people: People) -> None:
    rule = {"name": "Capped", "scope": "post", "when": _LISTED, "actions": ["hide"]}
    before = desk.called()
    desk.hive("PUT", "/rules/capped", {**rule, "cap_per_hour": 0})
    desk.check("one")
    eventually(lambda: len(desk.hive("GET", "/enforcements")["enforcements"]) == 1)
    sam = people("sam", "senior")
    sam.open("/held")
    sam.page.get_by_role("checkbox").check()
    sam.page.get_by_role("button", name="Release 1").click()
    sam.page.get_by_role("dialog").get_by_role("button", name="Release").click()
    eventually(lambda: desk.called() == before + 1)
    sam.page.get_by_text("Nothing is held back.").wait_for()


@pytest.mark.timeout(240)
def test_every_page_of_the_leads_fits_is_safe_and_can_be_read(filled: Desk, people: People) -> None:
    assert filled
    need_axe()
    ada = people("ada", "admin", has_touch=True, bypass_csp=True)
    found = problems(ada, PAGES)
    assert found == {}, json.dumps(found, indent=1)
