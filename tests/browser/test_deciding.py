"""A moderator's work: keys alone, undo, two people and one item, and servers that fail."""

from __future__ import annotations

import pytest

from tests.browser.conftest import People
from tests.browser.desk import Desk, eventually
from tests.receiver import answer

_MANY = 50
_NEXT = "text => document.querySelector('.present .content p')?.innerText !== text"


@pytest.mark.timeout(240)
def test_fifty_items_by_keys_alone_are_fifty_decisions_that_arrive(
    desk: Desk, people: People
) -> None:
    for number in range(_MANY):
        desk.check(f"post-{number:02}")
    mia = people("mia")
    mia.page.keyboard.press("g")
    mia.page.keyboard.press("q")
    mia.page.locator(".item-row").first.wait_for()
    seen = set()
    for number in range(_MANY):
        text = mia.present()
        seen.add(text)
        mia.press("d" if number % 5 == 0 else "a")
        mia.page.wait_for_function(_NEXT, arg=text)
    assert len(seen) == _MANY, "an item came up twice, or one was left out"
    eventually(lambda: len(desk.decisions(mia.name)) == _MANY)
    decided = desk.decisions(mia.name)
    assert len({entry["item_id"] for entry in decided}) == _MANY
    assert sorted(entry["type"] for entry in decided) == ["block"] * 10 + ["mark_reviewed"] * 40
    assert desk.waiting() == 0
    eventually(lambda: desk.calls(f"/{desk.name}/hide") == 10)


def test_undo_within_the_pause_sends_nothing(desk: Desk, people: People) -> None:
    desk.check("one")
    mia = people()
    mia.queue()
    before = mia.present()
    mia.press("d")
    mia.page.get_by_text("sent in").wait_for()
    mia.page.locator(".item-row").wait_for(state="detached")
    mia.press("z")
    mia.page.get_by_text("Undone: nothing was sent.").wait_for()
    assert mia.present() == before
    mia.page.wait_for_timeout(7_000)
    assert desk.decisions() == []


def test_undo_after_the_pause_is_the_inverse_action(desk: Desk, people: People) -> None:
    item = desk.check("one")
    mia = people()
    mia.queue()
    mia.press("d")
    eventually(lambda: [entry["type"] for entry in desk.decisions()] == ["block"])
    mia.page.locator(".pending").wait_for(state="detached")
    mia.press("z")
    mia.page.get_by_text("Taken back").wait_for()
    assert [entry["type"] for entry in desk.decisions(mia.name)] == ["unblock", "block"]
    assert "blocked_at" not in desk.item(item)


def test_an_item_that_somebody_has_is_shown_as_theirs(desk: Desk, people: People) -> None:
    item = desk.check("one")
    mia, noa = people("mia"), people("noa")
    mia.queue()
    eventually(lambda: "assigned_to" in desk.item(item))
    hers = desk.item(item)["assigned_to"]["id"]
    noa.queue()
    noa.page.get_by_text("mia is working on this item.").wait_for()
    mia.open("/users")
    # noa, before whom it is, may have it by now.
    eventually(lambda: desk.item(item).get("assigned_to", {}).get("id") != hers)


def test_what_another_decided_greys_out_with_who_and_what(desk: Desk, people: People) -> None:
    item = desk.check("one")
    desk.check("two")
    mia = people()
    mia.queue()
    desk.decide(item, "block", "noa")
    mia.page.get_by_text("noa decided: Block").wait_for(timeout=10_000)
    assert mia.page.locator(".item-row[data-stale=true]").count() == 1


def test_a_decision_on_what_another_decided_first_is_refused_and_said(
    desk: Desk, people: People
) -> None:
    item = desk.check("one")
    mia = people()
    mia.queue()
    mia.page.route("**/review_queue", lambda route: route.abort())
    desk.decide(item, "block", "noa")
    mia.press("a")
    mia.page.get_by_text("Not decided: the item has changed").first.wait_for(timeout=15_000)
    assert [entry["type"] for entry in desk.decisions()] == ["block"]


@pytest.mark.parametrize("trouble", ["500", "offline"])
def test_a_server_that_fails_loses_no_decision(desk: Desk, people: People, trouble: str) -> None:
    desk.check("one")
    mia = people()
    mia.queue()
    sent: list[str] = []
    mia.page.on(
        "request",
        lambda each: (
            sent.append(each.headers["x-client-request-id"])
            if each.url.split("?")[0].endswith("/submit_action")
            else None
        ),
    )
    if trouble == "offline":
        mia.context.set_offline(True)
    else:
        mia.page.route("**/submit_action", lambda route: route.fulfill(status=500, body="{}"))
    mia.press("a")
    mia.page.get_by_text("1 decision waits for the server").wait_for(timeout=15_000)
    assert desk.decisions() == []
    mia.context.set_offline(False)
    mia.page.unroute_all()
    eventually(lambda: len(desk.decisions()) == 1)
    mia.page.locator(".pending").wait_for(state="detached")
    assert [entry["type"] for entry in desk.decisions(mia.name)] == ["mark_reviewed"]
    assert len(sent) > 1
    assert len({*sent}) == 1, "the log has all tries of a decision under one id"


def test_a_decision_that_arrived_although_its_answer_did_not_is_not_sent_twice(
    desk: Desk, people: People
) -> None:
    desk.check("one")
    mia = people()
    mia.queue()

    def lose_the_answer(route: object) -> None:
        route.fetch()  # type: ignore[attr-defined]
        route.abort()  # type: ignore[attr-defined]

    mia.page.route("**/submit_action", lose_the_answer)
    mia.press("a")
    mia.page.get_by_text("1 decision waits for the server").wait_for(timeout=15_000)
    mia.page.unroute_all()
    mia.page.locator(".pending").wait_for(state="detached", timeout=15_000)
    assert len(desk.decisions()) == 1


def test_leaving_the_page_within_the_pause_loses_no_decision(desk: Desk, people: People) -> None:
    desk.check("one")
    mia = people()
    mia.queue()
    mia.press("a")
    mia.page.locator(".pending").wait_for()
    mia.page.goto("about:blank")
    eventually(lambda: len(desk.decisions()) == 1)
    mia.queue()
    mia.page.wait_for_timeout(1_500)
    assert len(desk.decisions()) == 1


def test_a_session_that_ends_keeps_what_was_decided(desk: Desk, people: People) -> None:
    desk.check("one")
    mia = people()
    mia.queue()
    mia.press("a")
    mia.context.clear_cookies()
    mia.page.get_by_text("Your session has ended").wait_for(timeout=15_000)
    assert desk.decisions() == []
    mia.page.get_by_label("Name").fill("mia")
    mia.page.get_by_label("Password").fill("correct horse battery staple")
    mia.page.locator("dialog[open] button.primary").click()
    eventually(lambda: len(desk.decisions()) == 1)


def test_a_reason_and_a_ban_take_three_keys(desk: Desk, people: People) -> None:
    desk.check("one", author="bob")
    mia = people()
    mia.queue()
    mia.page.get_by_role("button", name="Bullying").wait_for()
    mia.press("1")
    mia.press("b")
    mia.page.locator("dialog[open]").wait_for()
    mia.page.keyboard.press("2")
    eventually(lambda: len(desk.decisions()) == 1)
    (ban,) = desk.decisions(mia.name)
    assert (ban["type"], ban["reason"], ban["user_id"]) == ("ban", "Bullying", "bob")


def test_many_are_decided_at_once_after_typing_how_many(desk: Desk, people: People) -> None:
    for number in range(24):
        desk.check(f"post-{number}")
    sue = people("sue", "senior")
    sue.queue()
    sue.press("*")
    sue.page.get_by_role("button", name="Decide on 24 items").click()
    go = sue.page.locator("dialog[open] button[type=submit]")
    assert go.is_disabled()
    sue.page.get_by_label("Type 24 to go on").fill("24")
    go.click()
    sue.page.get_by_text("24 of 24 decided, 0 failed").wait_for(timeout=20_000)
    decided = desk.decisions(sue.name)
    assert len(decided) == 24
    assert len({entry["custom"].get("batch_id") for entry in decided}) == 1


def test_a_call_that_failed_is_shown_on_the_item_and_sent_again(desk: Desk, people: People) -> None:
    path = desk.act("fails", "shadow_block")
    desk.receiver.on(path, answer(500))
    desk.hive("PUT", "/settings", {"retry_delays": [600, 600]})
    item = desk.check("one")
    desk.decide(item, "shadow_block", "noa")
    mia = people("mia", "admin")
    eventually(lambda: desk.calls(path) == 1)
    mia.open(f"/item/{item}")
    mia.page.get_by_text("trying").wait_for()
    mia.page.get_by_role("button", name="Retry").click()
    eventually(lambda: desk.calls(path) == 2)
    mia.page.locator(".delivery[data-state=delivered]").wait_for()


def test_a_reader_may_look_and_not_decide(desk: Desk, people: People) -> None:
    desk.check("one")
    rita = people("rita", "reader")
    rita.queue()
    rita.page.locator(".present .content").wait_for()
    assert rita.page.get_by_role("button", name="Keep").count() == 0
    rita.press("a")
    rita.page.wait_for_timeout(500)
    assert rita.page.locator(".pending").count() == 0
