"""The next item is there when the key is pressed, and opening the queue asks for little."""

from __future__ import annotations

from functools import partial
from statistics import median

import pytest

from tests.browser.conftest import People
from tests.browser.desk import Desk, Place, eventually

_ITEMS = 40
_MOST_MILLISECONDS = 100
_MOST_ROWS = 80
"""What of a list is drawn, however long it is."""
_LOADED = """element => element.querySelector('ol').scrollHeight
    / element.querySelector('.item-row').offsetHeight"""
_MOST_FILES = 12
_MOST_CALLS = 20
_STEP = """() => new Promise(resolve => {
    const shown = () => document.querySelector('.present .content p')?.textContent;
    const [before, start] = [shown(), performance.now()];
    const look = () => shown() === before
        ? requestAnimationFrame(look) : resolve(performance.now() - start);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
    look();
    // At the end of what is loaded a key may find nothing yet.
    setTimeout(() => resolve(5000), 5000);
})"""


def test_a_key_shows_the_next_item_at_once(desk: Desk, people: People) -> None:
    for number in range(_ITEMS):
        desk.check(f"post-{number:02}")
    mia = people()
    mia.queue()
    mia.page.locator(".present .content").wait_for()
    mia.press("Home")
    took = [mia.page.evaluate(_STEP) for _ in range(_ITEMS - 1)]
    assert median(took) < _MOST_MILLISECONDS, took


_LONG = pytest.param(100_000, 600, marks=[pytest.mark.slow, pytest.mark.timeout(1_800)])


@pytest.mark.timeout(240)
@pytest.mark.parametrize(("items", "scrolled"), [(2_000, 150), _LONG])
def test_a_long_queue_scrolls_and_a_key_shows_the_next_item_at_once(
    place: Place, desk: Desk, people: People, items: int, scrolled: int
) -> None:
    place.multiply(desk, desk.check("post"), items)
    mia = people()
    mia.queue()
    mia.page.locator(".present .content").wait_for()
    rows = mia.page.locator(".rows")

    def are_loaded(count: int) -> bool:
        """At the end of the list more is read."""
        rows.evaluate("element => (element.scrollTop = element.scrollHeight)")
        return int(rows.evaluate(_LOADED)) >= count

    for count in range(50, scrolled + 1, 25):
        eventually(partial(are_loaded, count))
    assert mia.rows() < _MOST_ROWS
    mia.page.locator(".item-row button").last.click()
    took = [mia.page.evaluate(_STEP) for _ in range(20)]
    assert median(took) < _MOST_MILLISECONDS, took
    assert mia.rows() < _MOST_ROWS
    assert mia.page.locator(".item-row[data-present=true]").is_visible()


def test_opening_the_queue_takes_few_requests(desk: Desk, people: People) -> None:
    desk.check("one")
    mia = people()
    asked: list[str] = []
    mia.page.on("request", lambda request: asked.append(request.url))
    mia.queue()
    mia.page.locator(".present .content").wait_for()
    mia.page.wait_for_timeout(1_000)
    calls = [url for url in asked if "/api/" in url or "/session" in url]
    assert len(asked) - len(calls) <= _MOST_FILES, asked
    assert len(calls) <= _MOST_CALLS, calls
    assert all(url.startswith((desk.url, "data:")) for url in asked)
