from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.desk import Desk, Person, Place, open_place

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


# Of the folder and not of the session: its loop would be in the way of what runs one of its own.
@pytest.fixture(scope="package")
def browser(chromium: str) -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def chromium() -> str:
    return _chromium()


@pytest.fixture(scope="package")
def place(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Not started where there is no browser for it."""
    assert chromium
    with open_place(tmp_path_factory.mktemp("browser") / "data") as place:
        yield place


@pytest.fixture
def desk(place: Place) -> Desk:
    return place.desk()


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
