"""Keys do nothing where people type, and never twice by themselves."""

from __future__ import annotations

from tests.browser.conftest import People
from tests.browser.desk import Desk


def test_single_keys_are_inert_in_fields_in_dialogs_and_with_modifiers(
    desk: Desk, people: People
) -> None:
    desk.check("one")
    mia = people()
    mia.queue()
    mia.page.get_by_label("Another reason").click()
    mia.press("a")
    mia.press("d")
    assert mia.page.get_by_label("Another reason").input_value() == "ad"
    mia.page.keyboard.press("Escape")
    for modifier in ("Control", "Alt", "Meta"):
        mia.press(f"{modifier}+d")
    mia.press("?")
    mia.page.locator("dialog[open]").wait_for()
    mia.press("d")
    mia.page.keyboard.press("Escape")
    mia.page.locator("dialog[open]").wait_for(state="detached")
    mia.page.wait_for_timeout(400)
    assert mia.page.locator(".pending").count() == 0
    assert mia.rows() == 1


def test_a_key_that_is_held_decides_once(desk: Desk, people: People) -> None:
    for number in range(5):
        desk.check(f"post-{number}")
    mia = people()
    mia.queue()
    mia.page.wait_for_timeout(300)
    for _ in range(6):
        mia.page.keyboard.down("d")
    mia.page.keyboard.up("d")
    mia.page.wait_for_timeout(300)
    assert mia.rows() == 4


def test_a_second_press_in_the_same_moment_is_not_of_the_next_item(
    desk: Desk, people: People
) -> None:
    desk.check("one")
    desk.check("two")
    mia = people()
    mia.queue()
    mia.page.wait_for_timeout(300)
    mia.page.keyboard.press("d")
    mia.page.keyboard.press("d")
    mia.page.wait_for_timeout(300)
    assert mia.rows() == 1


def test_keys_are_remapped_switched_off_and_kept_at_the_server(desk: Desk, people: People) -> None:
    desk.check("one")
    mia = people()
    mia.open("/settings")
    mia.page.get_by_label("Keys as in").select_option("coral")
    mia.page.get_by_role("button", name="Change: Keep", exact=True).click()
    mia.page.get_by_role("dialog").wait_for()
    mia.page.wait_for_timeout(300)
    mia.page.keyboard.press("d")
    mia.page.get_by_text("d is taken by: Delete").wait_for()
    mia.page.keyboard.press("y")
    mia.page.locator("dialog[open]").wait_for(state="detached")
    mia.page.wait_for_timeout(500)
    mia.page.evaluate("localStorage.clear()")
    mia.queue()
    mia.press("a")
    assert mia.page.locator(".pending").count() == 0
    mia.press("y")
    mia.page.locator(".pending").wait_for()
    mia.open("/settings")
    mia.page.get_by_label("Single keys do something").uncheck()
    mia.press("?")
    mia.page.wait_for_timeout(300)
    assert mia.page.locator("dialog[open]").count() == 0


def test_the_palette_finds_commands_pages_views_and_users(desk: Desk, people: People) -> None:
    desk.check("one")
    mia = people()
    mia.queue()
    mia.page.get_by_label("Another reason").click()
    mia.page.keyboard.press("Control+k")
    field = mia.page.get_by_role("combobox", name="Find a command or page")
    field.wait_for()
    assert field.evaluate("element => element === document.activeElement")
    mia.page.keyboard.type("appea")
    option = mia.page.get_by_role("option", name="Appeals")
    option.wait_for()
    assert field.get_attribute("aria-activedescendant") == option.get_attribute("id")
    mia.page.keyboard.press("Enter")
    mia.page.get_by_role("heading", name="Appeals").wait_for()
    mia.press(":")
    mia.page.keyboard.type("ann/smith")
    mia.page.keyboard.press("Enter")
    mia.page.get_by_role("heading", name="User ann/smith").wait_for()
    mia.press(":")
    mia.page.keyboard.type("views escal")
    mia.page.keyboard.press("Enter")
    mia.page.wait_for_url("**/queue/escalated")
    mia.queue()
    mia.press(":")
    mia.page.keyboard.press("ArrowUp")
    mia.page.keyboard.press("Escape")
    mia.page.locator("dialog[open]").wait_for(state="detached")
    mia.press(":")
    mia.page.keyboard.type("keep")
    mia.page.keyboard.press("Enter")
    mia.page.locator(".pending").wait_for()
