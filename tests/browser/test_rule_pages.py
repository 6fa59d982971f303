"""What leads set for all rules, groups, versions beside each other, and policies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.browser.conftest import People
from tests.browser.desk import BAD, Desk, eventually

if TYPE_CHECKING:
    from playwright.sync_api import Route

_LISTED = {"type": "in_list", "lists": ["bad"]}
_RULE: dict[str, Any] = {
    "name": "Listed",
    "scope": "post",
    "when": _LISTED,
    "actions": ["flag_for_review"],
}


def test_a_lead_says_that_only_the_first_rule_counts_and_whom_rules_spare(
    desk: Desk, people: People
) -> None:
    desk.hive("PUT", "/rules/listed", _RULE)
    desk.hive("PUT", "/settings", {"second_person_for_irreversible": True})
    lea = people("lea", "lead")
    lea.open("/rules")
    lea.page.get_by_label("Only the first that holds counts").check()
    eventually(lambda: desk.hive("GET", "/settings")["settings"]["first_match_only"]["post"])
    lea.open("/rules?part=settings")
    lea.page.get_by_label("At most so many actions an hour").fill("12")
    lea.page.get_by_label("Moderators").select_option("everything")
    lea.page.get_by_role("button", name="Save").click()
    lea.page.get_by_text("Saved.").wait_for()
    settings = desk.hive("GET", "/settings")["settings"]
    assert (settings["cap_per_hour"], settings["exempt"]["staff"]) == (12, "everything")
    assert (
        settings["first_match_only"]["post"] is settings["second_person_for_irreversible"] is True
    )


def test_a_switch_shows_what_is_wanted_until_that_is_refused(desk: Desk, people: People) -> None:
    desk.hive("PUT", "/rules/listed", _RULE)
    lea = people("lea", "lead")
    held: list[Route] = []
    lea.page.route(
        "**/api/v1/rule_settings",
        lambda route: held.append(route) if route.request.method == "PATCH" else route.continue_(),
    )
    lea.open("/rules")
    switch = lea.page.get_by_label("Only the first that holds counts")
    switch.check()
    (lea_id,) = [each["id"] for each in desk.hive("GET", "/members")["members"]]
    desk.hive("PATCH", f"/members/{lea_id}", {"role": "reader"})
    eventually(lambda: len(held) == 1)
    held[0].continue_()
    lea.page.get_by_text("You may not do this").wait_for()
    assert not switch.is_checked()


def test_a_group_is_switched_on_and_off(desk: Desk, people: People) -> None:
    desk.hive("PUT", "/rules/raid_links", {**_RULE, "group": "raid"})
    lea = people("lea", "lead")
    lea.open("/rules?part=groups")
    lea.page.get_by_role("button", name="Switch on raid").click()
    dialog = lea.page.get_by_role("dialog")
    dialog.get_by_label("Reason").fill("a raid")
    dialog.get_by_role("button", name="Switch on").click()
    eventually(lambda: desk.hive("GET", "/rule_groups/raid")["rule_group"]["on"])
    lea.page.get_by_text("a raid").wait_for()
    lea.page.get_by_role("button", name="Switch off raid").click()
    dialog.get_by_role("button", name="Switch off").click()
    eventually(lambda: not desk.hive("GET", "/rule_groups/raid")["rule_group"]["on"])


def test_two_versions_stand_beside_each_other_in_words(desk: Desk, people: People) -> None:
    desk.hive("PUT", "/rules/listed", _RULE)
    long = {"type": "text_length", "operator": "gte", "value": 500}
    both = {"type": "all", "conditions": [_LISTED, long]}
    desk.hive("PUT", "/rules/listed", {**_RULE, "name": "Listed and long", "when": both})
    lea = people("lea", "lead")
    lea.open("/rules/listed?part=versions")
    rows = lea.page.locator(".beside tbody tr")
    rows.first.wait_for()
    assert rows.first.locator("del").inner_text() == "Name: Listed"
    assert rows.first.locator("ins").inner_text() == "Name: Listed and long"
    added = [each.strip() for each in lea.page.locator(".beside ins").all_inner_texts()]
    assert "length of the text: Comparison at least; Value 500" in added
    lea.page.get_by_label("Right").select_option("1")
    lea.page.get_by_text("They are the same.").wait_for()


def test_whom_a_rule_about_users_would_reach_is_counted(desk: Desk, people: People) -> None:
    for number in range(4):
        desk.check(f"post-{number}", author="eve")
    many = {"type": "post_count", "operator": "gte", "value": 3, "window": "1h"}
    desk.hive("PUT", "/rules/busy", {**_RULE, "scope": "user", "when": many, "enabled": False})
    lea = people("lea", "lead")
    lea.open("/rules/busy?part=reach")
    lea.page.get_by_role("button", name="Count the users").click()
    lea.page.get_by_text("Users for whom it holds: 1 of 1").wait_for()
    lea.page.get_by_role("link", name="eve", exact=True).wait_for()


def test_a_policy_is_set_by_its_fields_and_tried_before_it_is_kept(
    desk: Desk, people: People
) -> None:
    lea = people("lea", "lead")
    page = lea.page
    lea.open("/policies/desk")
    part = page.locator("section.card").filter(has=page.get_by_label("Text classes", exact=True))
    page.get_by_label("Text classes", exact=True).check()
    part.get_by_label("critical").first.select_option("remove")
    lists = page.locator("section.card").filter(has=page.get_by_label("Word lists", exact=True))
    lists.get_by_label("Action").first.select_option("remove")
    page.get_by_label("Text", exact=True).fill(f"so {BAD}")
    page.get_by_role("button", name="Try", exact=True).click()
    page.locator(".try .badge", has_text="remove").first.wait_for()
    assert "ai_text_config" not in _policy(desk), "nothing is kept yet"
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Saved.").wait_for()
    kept = _policy(desk)
    assert kept["ai_text_config"]["severity_rules"] == [
        {"severity": "critical", "action": "remove"}
    ]
    assert kept["block_list_config"]["rules"][0]["action"] == "remove"


def test_when_a_model_is_asked_and_what_severities_mean_is_set_by_fields(
    desk: Desk, people: People
) -> None:
    desk.hive(
        "PUT",
        "/providers/p",
        {"kind": "chat_json", "model": "m", "url": desk.receiver.url("/model")},
    )
    lea = people("lea", "lead")
    page = lea.page
    lea.open("/policies/desk")
    page.get_by_label("Language model", exact=True).check()
    part = page.locator("section.card").filter(has=page.get_by_label("Language model", exact=True))
    part.get_by_role("button", name="Add Labels and what follows").click()
    part.get_by_label("Label", exact=True).fill("RUDE")
    meaning = part.get_by_role("group", name="What each severity means")
    meaning.get_by_label("critical").fill("somebody is in danger")
    when = part.get_by_role("group", name="Asked only for some content")
    when.get_by_label("Set up").check()
    band = when.get_by_role("group", name="Where other engines are unsure")
    band.get_by_label("Set up").check()
    band.get_by_label("Highest score from").fill("0.3")
    band.get_by_label("Of these labels").fill("THREAT,")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Saved.").wait_for()
    kept = _policy(desk)["llm_config"]
    assert kept["severity_descriptions"] == {"critical": "somebody is in danger"}
    assert kept["ask_when"] == {"band": {"low": 0.3, "high": 0.8, "labels": ["THREAT"]}}


def test_what_is_wrong_with_a_policy_stands_at_its_field(desk: Desk, people: People) -> None:
    lea = people("lea", "lead")
    page = lea.page
    lea.open("/policies/desk")
    page.get_by_label("Speed", exact=True).check()
    part = page.locator("section.card").filter(has=page.get_by_label("Speed", exact=True))
    part.get_by_role("button", name="Add Labels and what follows").click()
    part.get_by_label("Fast: messages").fill("5")
    page.get_by_role("button", name="Save").click()
    part.get_by_text("velocity_filter_config.rules.0.fast_spam_ttl").wait_for()
    assert part.get_by_label("Fast: within seconds").get_attribute("aria-invalid") == "true"
    assert "velocity_filter_config" not in _policy(desk)


def _policy(desk: Desk) -> dict[str, Any]:
    config: dict[str, Any] = desk.stream("GET", "/moderation/config/desk")["config"]
    return config
