"""The list of all content, and what is alike."""

from __future__ import annotations

from tests.browser.conftest import People
from tests.browser.desk import BAD, Desk, eventually


def test_all_content_is_listed_once_an_admin_says_so(desk: Desk, people: People) -> None:
    desk.check("flagged", author="ann")
    ada = people("ada", "admin")
    page, rows = ada.page, ada.page.locator("tbody tr")
    ada.open("/content")
    page.get_by_text("Admins can list all content").wait_for()
    assert rows.count() == 1
    ada.open("/app")
    page.get_by_label("List all content").check()
    page.get_by_role("button", name="Save").first.click()
    page.get_by_text("Saved.").wait_for()
    for author, text in (("ann", "hello there"), ("bob", "hello again")):
        content = {"moderation_payload": {"texts": [text]}, "config_key": "desk"}
        entity = {"entity_type": "post", "entity_id": author, "entity_creator_id": author}
        desk.stream("POST", "/moderation/check", {**entity, **content})
    ada.open("/content")
    rows.nth(1).wait_for()
    assert [row.locator("a").first.inner_text() for row in rows.all()] == [
        "hello again",
        "hello there",
    ]
    page.get_by_label("User id").fill("ann")
    eventually(lambda: rows.count() == 1)
    page.get_by_label("List", exact=True).select_option("flagged")
    page.get_by_role("link", name=f"{BAD} flagged").wait_for()


def test_an_admin_says_how_long_what_is_kept_and_what_takes_two(desk: Desk, people: People) -> None:
    ada = people("ada", "admin")
    ada.open("/app")
    kept = ada.page.get_by_label("Days until what is kept goes")
    kept.fill("log = 1\nclean_items = 30")
    save = ada.page.get_by_role("button", name="Save").first
    save.click()
    ada.page.get_by_text("is less than appeal_window_days").wait_for()
    for typed, kind in (("lgo = 5", "lgo"), ("30", "30")):
        kept.fill(typed)
        save.click()
        ada.page.locator(".wrong", has_text=f"{kind}: ").wait_for()
        assert kept.get_attribute("aria-invalid") == "true"
    kept.fill("log =\nclean_items = 30")
    ada.page.get_by_label("Decisions that take two").fill("block,")
    ada.page.get_by_label("Hours that they wait").fill("24")
    ada.page.get_by_role("button", name="Take away statements").click()
    save.click()
    ada.page.get_by_text("Saved.").wait_for()
    found = desk.hive("GET", "/settings")["settings"]
    assert {kind: days for kind, days in found["retention_days"].items() if days} == {
        "clean_items": 30
    }
    assert (found["second_person_actions"], found["approval_hours"]) == (["block"], 24)
    assert found["erasure_keeps"] == ["decisions", "enforcements", "deliveries"]


def test_what_is_alike_is_decided_on_at_once(desk: Desk, people: People) -> None:
    items = [desk.check(f"post-{number}", f"buy {BAD}") for number in range(3)]
    other = desk.check("other")
    sam = people("sam", "senior")
    sam.open(f"/item/{items[0]}")
    sam.page.get_by_role("link", name="2 others with the same content wait").wait_for()
    sam.page.get_by_role("button", name="Decide on all of them").click()
    dialog = sam.page.get_by_role("dialog")
    dialog.get_by_label("Decide").select_option(label="Block")
    dialog.get_by_role("button", name="Block: 3 items").click()
    dialog.get_by_text("3 of 3 decided, 0 failed").wait_for()
    batch = dialog.get_by_text("Batch ").inner_text().removeprefix("Batch ")
    entries = desk.hive("GET", f"/log?batch_id={batch}")["entries"]
    assert {each["item_id"] for each in entries} == {*items}
    assert desk.item(other)["reviewed_at"] is None
    sam.page.keyboard.press("Escape")
    sam.page.get_by_text("sam decided: Block").wait_for()
    assert sam.page.locator(".alike").count() == 0
