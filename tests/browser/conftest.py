from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.desk import Desk, Person, open_desk

if TYPE_CHECKING:
    from playwright.sync_api import Browser

People = Callable[..., Person]


def _chromium() -> str:
    """Debian's; where everything has to be there, a test without it fails."""
    found = shutil.which("chromium")
    missing = (
        "playwright is not installed: gavel[dev]"
        if find_spec("playwright") is None
        else "chromium is not installed: make chromium"
        if found is None
        else ""
    )
    if missing and os.environ.get("CI") == "true":
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
    assert found
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = _chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture
def desk(browser: Browser, tmp_path: Path) -> Iterator[Desk]:
    """A server of its own: what one test decides is nothing to another."""
    with open_desk(tmp_path / "data") as desk:
        yield desk


@pytest.fixture
def people(browser: Browser, desk: Desk) -> Iterator[People]:
    """Signs somebody in: `people("mia", "moderator")`. Nobody's page may have an error."""
    made: list[Person] = []

    def sign_in(name: str = "mia", role: str = "moderator", **options: Any) -> Person:
        person = Person(desk, browser, name, role, **options)
        made.append(person)
        return person

    yield sign_in
    if os.environ.get("GAVEL_SCREENSHOTS"):
        for person in made:
            person.page.screenshot(path=f"{os.environ['GAVEL_SCREENSHOTS']}/{person.name}.png")
    errors = {person.name: person.errors for person in made if person.errors}
    for person in made:
        person.context.close()
    assert errors == {}
