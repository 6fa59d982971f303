"""What is done to many at once, and taken back: by batch, by author, by reporter."""

from __future__ import annotations

from typing import Any

from tests.browser.conftest import People
from tests.browser.desk import Desk, Person, eventually


def _report(desk: Desk, entity: str, by: str, author: str = "ann", type: str = "post") -> str:
    body = {"entity_type": type, "entity_id": entity, "user_id": by, "reason": "bullying"}
    item: str = desk.stream("POST", "/moderation/flag", {**body, "entity_creator_id": author})[
        "item_id"
    ]
    return item


def _log(desk: Desk, batch: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = desk.hive("GET", f"/log?batch_id={batch}&limit=100")["entries"]
    return found


def _batch(person: Person) -> str:
    shown = person.page.locator("dialog[open]").last.get_by_text("Batch ")
    return shown.inner_text().removeprefix("Batch ")


def test_one_decision_takes_the_users_other_items_along(desk: Desk, people: People) -> None:
    for number in range(23):
        desk.check(f"post-{number}", author="ann")
    about = _report(desk, "ann", "bob", type="stream:user")
    other = desk.check("other", author="eve")
    sue = people("sue", "senior")
    sue.queue()
    box = sue.page.get_by_label("and 10+ other open items of this user")
    box.wait_for()
    sue.press("p")
    assert box.is_checked()
    sue.press("d")
    dialog = sue.page.locator("dialog[open]")
    go = dialog.locator("button[type=submit]")
    # The user is an item too, and none that could be blocked.
    go.wait_for()
    assert go.is_disabled()
    dialog.get_by_label("Type 23 to go on").fill("23")
    go.click()
    dialog.get_by_text("23 of 23 decided, 0 failed").wait_for(timeout=30_000)
    entries = _log(desk, _batch(sue))
    assert (len(entries), {each["type"] for each in entries}) == (23, {"block"})
    assert desk.item(about)["reviewed_at"] is None
    assert desk.item(other)["reviewed_at"] is None
    sue.page.keyboard.press("Escape")
    eventually(lambda: sue.rows() == 2)


def test_a_batch_is_taken_back_by_one_button(desk: Desk, people: People) -> None:
    items = [desk.check(f"post-{number}") for number in range(3)]
    sue = people("sue", "senior")
    sue.queue()
    sue.press("*")
    sue.page.get_by_role("button", name="Decide on 3 items").click()
    sue.page.locator("dialog[open] button[type=submit]").click()
    sue.page.get_by_text("3 of 3 decided, 0 failed").wait_for(timeout=20_000)
    batch = _batch(sue)
    desk.decide(items[0], "block", "noa")
    sue.open(f"/log?batch_id={batch}")
    sue.page.get_by_role("button", name="Take all of it back").click()
    sue.page.locator("dialog[open] button[type=submit]").click()
    sue.page.get_by_text("2 taken back, 1 passed over").wait_for(timeout=20_000)
    sue.page.get_by_text("a moderator has decided on the item or the user since").wait_for()
    back = _batch(sue)
    assert {(each["type"], each["by"]) for each in _log(desk, back)} == {("reopen", "sue")}
    waiting = [desk.item(item)["reviewed_at"] is None for item in items]
    assert waiting == [False, True, True]


def test_all_reports_of_a_reporter_are_dropped_and_taken_back(desk: Desk, people: People) -> None:
    alone = _report(desk, "alone", "eve")
    both = _report(desk, "both", "eve")
    _report(desk, "both", "bob")
    mia = people("mia")
    mia.queue()
    sue = people("sue", "senior")
    sue.open("/users/eve")
    sue.page.get_by_role("button", name="Drop all their reports").click()
    dialog = sue.page.locator("dialog[open]").first
    dialog.get_by_label("Reason").fill("bad faith")
    dialog.locator("button[type=submit]").click()
    dialog.get_by_text("2 dropped, 1 left the queue").wait_for(timeout=20_000)
    batch = _batch(sue)
    told = {(each["type"], each["by"], each["reason"]) for each in _log(desk, batch)}
    assert told == {("report_dropped", "sue", "bad faith")}
    assert [desk.item(item)["flags_count"] for item in (alone, both)] == [0, 1]
    # Who has it before them sees it go.
    mia.page.locator(".item-row[data-stale=true]").wait_for(timeout=15_000)
    dialog.get_by_role("button", name="Take all of it back").click()
    sue.page.locator("dialog[open]").last.locator("button[type=submit]").click()
    sue.page.get_by_text("2 taken back, 0 passed over").wait_for(timeout=20_000)
    assert [desk.item(item)["flags_count"] for item in (alone, both)] == [1, 2]


def test_what_a_deleted_user_has_open_leaves_together(desk: Desk, people: People) -> None:
    for number in range(4):
        desk.check(f"ann-{number}", author="ann")
    about = _report(desk, "ann", "bob", type="stream:user")
    for number in range(3):
        desk.check(f"eve-{number}", author="eve")
    mia, sue = people("mia"), people("sue", "senior")
    mia.queue()
    assert mia.rows() == 8
    sue.open(f"/queue/all?item={about}")
    sue.page.get_by_role("button", name="Delete user").click()
    # Before anything was sent, and nothing that is another's.
    eventually(lambda: sue.rows() == 3)
    assert desk.waiting() == 8
    stale = mia.page.locator(".item-row[data-stale=true]")
    stale.first.wait_for(timeout=25_000)
    assert stale.count() == 5
    eventually(lambda: desk.waiting() == 3)


def test_what_an_erased_person_has_open_leaves_together(desk: Desk, people: People) -> None:
    for author, count in (("ann", 3), ("eve", 2)):
        for number in range(count):
            desk.check(f"{author}-{number}", author=author)
    _report(desk, "ann", "bob", type="stream:user")
    mia, ada = people("mia"), people("ada", "admin")
    mia.queue()
    assert mia.rows() == 6
    ada.open("/users/ann")
    ada.page.get_by_role("link", name="Erase").click()
    ada.page.get_by_label("Type the id to be sure").fill("ann")
    ada.page.get_by_role("button", name="Erase for good").click()
    stale = mia.page.locator(".item-row[data-stale=true]")
    stale.first.wait_for(timeout=25_000)
    eventually(lambda: stale.count() == 4)
    # Which of them she has before her says so, and what is another's can be worked on.
    mia.page.locator(".present .notice").wait_for()
    assert desk.waiting() == 2
    mia.queue()
    assert mia.rows() == 2
    mia.press("a")
    eventually(lambda: desk.waiting() == 1)
