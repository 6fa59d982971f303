"""What has to be so on every page: looked at once a page, since opening one takes the time."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.browser.desk import Person

NARROW: Any = {"width": 320, "height": 700}
WIDE: Any = {"width": 1280, "height": 800}
_AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
_WRITTEN = ", ".join(f"main {name}" for name in ("script", "iframe", "i", "u", "em", "s"))
_SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
_SMALL = """() => [...document.querySelectorAll('main button, header button')]
    .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 43.5)
    .map(each => each.innerText)"""
_SQUEEZED = """() => [...document.querySelectorAll('main td')].filter(each => {
        const {paddingLeft, paddingRight} = getComputedStyle(each);
        const room = each.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
        return each.checkVisibility() && each.innerText.trim() && room < 60;
    }).map(each => each.dataset.title)"""
_ALL = "() => axe.run()"
_COLORS = "() => axe.run({runOnly: ['color-contrast']})"


def need_axe() -> None:
    if _AXE.exists():
        return
    if os.environ.get("CI") == "true":
        pytest.fail("axe-core is not installed: make install")
    pytest.skip("axe-core is not installed: make install")


def settle(person: Person) -> None:
    person.page.wait_for_load_state("networkidle")
    person.page.wait_for_timeout(150)


def scrolls_sideways(person: Person) -> bool:
    wide: int = person.page.evaluate(_SIDEWAYS)
    return wide > 0


def small_targets(person: Person) -> list[str]:
    """Buttons that a thumb misses."""
    found: list[str] = person.page.evaluate(_SMALL)
    return found


def problems(person: Person, paths: Iterable[str]) -> dict[str, list[Any]]:
    """By page: what is wrong at 320 px, and what axe finds in the light, and of colors in the dark.
    The person signs in with `bypass_csp`, so that axe can be put into the page.
    """
    found = {path: _problems(person, path) for path in paths}
    return {path: each for path, each in found.items() if each}


def colors(person: Person, paths: Iterable[str]) -> dict[str, list[Any]]:
    """What axe finds of them alone, as the person has set them."""
    found = {}
    for path in paths:
        person.open(path)
        settle(person)
        found[path] = _serious(person, _COLORS)
    return {path: each for path, each in found.items() if each}


def _problems(person: Person, path: str) -> list[Any]:
    page = person.page
    page.set_viewport_size(NARROW)
    person.open(path)
    settle(person)
    if path.startswith("/item/"):
        page.locator(".content").wait_for()
    found: list[Any] = ["it scrolls sideways"] if scrolls_sideways(person) else []
    squeezed: list[str] = page.evaluate(_SQUEEZED)
    if squeezed:
        found.append(f"it squeezes {squeezed[:3]}")
    if page.locator(_WRITTEN).count():
        found.append("it has elements that somebody wrote")
    if page.locator("main a[href^='javascript']").count():
        found.append("it has a link that runs")
    if page.locator("main .problem").count():
        found.append("it says that something failed")
    page.set_viewport_size(WIDE)
    found += _serious(person, _ALL)
    page.emulate_media(color_scheme="dark")
    found += _serious(person, _COLORS)
    page.emulate_media(color_scheme="light")
    return found


def _serious(person: Person, run: str) -> list[Any]:
    if not person.page.evaluate("() => 'axe' in window"):
        person.page.add_script_tag(path=_AXE)
    return [
        {"id": each["id"], "where": [node["html"][:160] for node in each["nodes"][:3]]}
        for each in person.page.evaluate(run)["violations"]
        if each["impact"] in ("serious", "critical")
    ]
