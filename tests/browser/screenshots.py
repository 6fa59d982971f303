"""`python -m tests.browser.screenshots`: what docs/images shows, of the demo's day.

With `--all FOLDER` each page is taken, in each scheme and narrow too, to be looked at.
"""

from __future__ import annotations

import argparse
import io
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import jwt
import requests
from PIL import Image

from infra.local.demo.setup import HIDE_POST, LISTED_RULE
from tests.browser.test_leading import PAGES as LEADING
from tests.browser.test_looks import PAGES as MODERATING
from tests.browser.test_trust import PAGES as TRUST
from tests.running import ROOT, Running, free_port, running

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_IMAGES = ROOT / "docs/images"
_MOST_BYTES = 120_000
_PATIENCE = 200_000
_PASSWORD = "a password for pictures"
_WIDE = {"width": 1280, "height": 800}
_SCHEMES: dict[str, dict[str, Any]] = {
    "light": {"viewport": _WIDE},
    "dark": {"viewport": _WIDE, "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 720}},
    "german": {"viewport": _WIDE, "locale": "de-DE"},
    # The last: what a member chooses stays.
    "contrast": {"viewport": _WIDE},
}


class Day:
    """A server on which the demo has played."""

    def __init__(self, server: Running) -> None:
        self._server = server
        self.url = server.base_url

    def link(self) -> str:
        return self._run("infra.local.members", "anna", "--role", "admin").splitlines()[0]

    def play(self) -> None:
        self._run("infra.local.demo", "--receiver-port", str(free_port()))

    def get(self, path: str) -> dict[str, Any]:
        return self._call("GET", f"/api/v1{path}")

    def decided(self) -> str:
        """An item that a call was about which had to be tried again."""
        sent = self.get(f"/deliveries?endpoint=action:{HIDE_POST}&limit=100")["deliveries"]
        return str(max(sent, key=lambda each: int(each["attempts"]))["item_id"])

    def backtest(self) -> str:
        body = {"rule_id": LISTED_RULE}
        id = self._call("POST", "/api/v1/backtests", body)["backtest"]["id"]
        while self.get(f"/backtests/{id}")["backtest"]["status"] in ("pending", "running"):
            time.sleep(0.5)
        return str(id)

    def user(self) -> str:
        """Who has most of what waits."""
        claims = jwt.encode({"server": True}, self._server.secret, algorithm="HS256")
        answer = requests.post(
            f"{self.url}/api/v2/moderation/review_queue",
            params={"api_key": self._server.api_key},
            headers={"authorization": claims},
            json={"limit": 100},
            timeout=60,
        )
        authors = [str(item["entity_creator_id"]) for item in answer.json()["items"]]
        return max(authors, key=authors.count)

    def _call(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        headers = {"authorization": f"token {self._server.token}"}
        answer = requests.request(method, self.url + path, json=body, headers=headers, timeout=60)
        answer.raise_for_status()
        content: dict[str, Any] = answer.json()
        return content

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            env=self._server.environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return done.stdout


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.browser.screenshots")
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="each page in each scheme")
    parser.add_argument("--scheme", nargs="*", choices=_SCHEMES, default=[*_SCHEMES])
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder) / "data", GAVEL_EGRESS_ALLOW="127.0.0.1") as server,
    ):
        day = Day(server)
        day.play()
        with _browser() as browser:
            if options.all:
                _take_all(day, browser, options.all, options.scheme)
            else:
                _take_shown(day, browser)
    return 0


def _shown(day: Day) -> dict[str, str]:
    return {
        "queue": "/queue/all",
        "item": f"/item/{quote(day.decided(), safe='')}",
        "rule": f"/rules/{LISTED_RULE}?part=backtest&run={day.backtest()}",
        "overview": "/",
        "user": f"/users/{quote(day.user(), safe='')}",
        "log": "/log?unread=true",
    }


def _take_shown(day: Day, browser: Browser) -> None:
    _IMAGES.mkdir(exist_ok=True)
    with _signed_in(day, browser, _SCHEMES["light"]) as page:
        for name, path in _shown(day).items():
            _open(page, day.url + "/dashboard" + path)
            target = _IMAGES / f"{name}.png"
            target.write_bytes(_small(page.screenshot()))
            size = target.stat().st_size
            assert size <= _MOST_BYTES, f"{target} has {size} bytes"
            print(target.relative_to(ROOT), size)


def _take_all(day: Day, browser: Browser, folder: Path, schemes: Sequence[str]) -> None:
    """One long picture each."""
    paths = [*MODERATING, *LEADING, *TRUST, *_shown(day).values()]
    paths = list(
        dict.fromkeys(path.replace("/rules/listed", f"/rules/{LISTED_RULE}") for path in paths)
    )
    for scheme in schemes:
        (folder / scheme).mkdir(parents=True, exist_ok=True)
        with _signed_in(day, browser, _SCHEMES[scheme]) as page:
            if scheme == "contrast":
                _open(page, f"{day.url}/dashboard/settings")
                page.get_by_label("Colours").select_option(scheme)
            for number, path in enumerate(paths):
                _open(page, day.url + "/dashboard" + path)
                name = re.sub(r"\W+", "_", path).strip("_")[:60] or "overview"
                page.screenshot(path=folder / scheme / f"{number:02}_{name}.png", full_page=True)


@contextmanager
def _signed_in(day: Day, browser: Browser, options: dict[str, Any]) -> Iterator[Page]:
    context = browser.new_context(**{"locale": "en-US", "timezone_id": "UTC", **options})
    context.set_default_timeout(_PATIENCE)
    page = context.new_page()
    page.goto(day.link())
    dialog = page.locator("dialog[open]")
    dialog.or_(page.locator("main h1")).first.wait_for()
    if dialog.count():
        for field in dialog.locator("input[type=password]").all():
            field.fill(_PASSWORD)
        dialog.locator("button.primary").click()
        dialog.wait_for(state="detached")
    yield page
    context.close()


def _open(page: Page, url: str) -> None:
    page.goto(url)
    page.locator("main h1, main .state:not(.loading)").first.wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    page.locator(".loading").first.wait_for(state="detached")


def _small(image: bytes) -> bytes:
    """In 256 colours, which is enough for what has few."""
    packed = io.BytesIO()
    Image.open(io.BytesIO(image)).convert("RGB").quantize(256).save(packed, "PNG", optimize=True)
    return packed.getvalue()


@contextmanager
def _browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
